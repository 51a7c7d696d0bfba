"""What an amount measures: a noun beside it, or the subject or object of the verb before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing.evidence.facts.label_core import MOST_WORDS, Core, core_of, label_words
from briefing.evidence.facts.predicates import Predicates
from briefing.evidence.facts.quantities import Quantity
from briefing.evidence.facts.quantity_units import QuantityUnit
from briefing.evidence.facts.respective_parts import RespectiveParts
from briefing.evidence.facts.sentence_tokens import Phrase, SentenceTokens
from briefing.evidence.numbers.counted_nouns import is_person
from briefing.evidence.numbers.directions import Direction, direction_of, directions_in
from briefing.evidence.numbers.measures import measure_families

LENGTHS = measure_families(frozenset({"m"}))
AREAS = measure_families(frozenset({"ha"}))
_SLASHED = re.compile(r"\d+/\d+\b")
_FEW = 3
"""Words of a short phrase with a preposition."""
_MOST_BEFORE = 8
"""Numbers before a share among which the thing that it is a share of is looked for."""
_DATED = 3
"""Tokens from an amount to the next one of a list with dates, at least."""
_NEAR = 12
"""Tokens before a preposition that are searched for the verb that it belongs to."""


class MeasuredLabels:
    """Reads what the amounts of one sentence measure."""

    def __init__(
        self,
        line: SentenceTokens,
        predicates: Predicates,
        quantities: Sequence[Quantity],
        units: Sequence[QuantityUnit],
    ) -> None:
        self._line = line
        self._predicates = predicates
        self._quantities = quantities
        self._units = units
        self._counting = line.counting
        self._words = label_words(line.language)
        self._respectively = RespectiveParts(line, units)
        self._cores: Sequence[Core] = ()
        self._before_number = self._words.determiners | self._counting.number_adjectives

    def measured(self, index: int, cores: Sequence[Core]) -> Core:
        """Return what a quantity measures. `cores` are those of the quantities before it."""
        self._cores = cores
        at = self._line.places[index]
        rules: tuple[Callable[[int, int], Core | None], ...] = (
            self._converted,
            self._compared,
            self._fraction,
            self._respective,
            self._of,
            self._dimension,
            self._position,
            self._against,
            self._scaled,
            self._listed,
            self._complement,
            self._chance,
            self._attributive,
            self._undergone,
            self._behind_sign,
            self._behind_word,
        )
        return next((core for rule in rules if (core := rule(index, at)) is not None), None) or self._topic(at)

    def _converted(self, index: int, at: int) -> Core | None:
        """Return what a quantity in brackets measures: the same as the one before it, in another unit."""
        line = self._line
        is_other = index > 0 and self._units[index].text != self._units[index - 1].text
        if is_other and line.places[index - 1] == at - 2 and line.small(at - 1) in line.language.date_or:
            return self._cores[index - 1]._replace(noun=None)  # "$2.8 billion, or $2.53 per share"
        if index == 0 or line.places[index - 1] != at - 1 or not line.gap(at).startswith(("(", "/", "[")):
            return None
        return self._cores[index - 1]._replace(is_conversion=True)

    def _compared(self, index: int, at: int) -> Core | None:
        """Return what an amount that another one is compared with measures: "compared with $88.1m a year earlier"."""
        line = self._line
        words = line.prose.text[: self._quantities[index].start].lower().rstrip().replace("(", " ")
        if index == 0 or not words.endswith(self._words.comparisons) or line.is_content(at - 1):
            return None
        before, unit, other = self._cores[index - 1], self._units[index], self._units[index - 1]
        if not before.base or unit.is_share != other.is_share or unit.is_money != other.is_money:
            return None
        is_change = before.is_change and before.turn is Direction.NONE
        return before._replace(turn=Direction.NONE, is_change=is_change, is_before=True, noun=None, phrase=None)

    def _of(self, index: int, at: int) -> Core | None:
        """Return what "of" after a quantity names: "40% of next year's fuel", "45 square kilometres of farmland"."""
        line, unit = self._line, self._units[index]
        is_exceeded = self._quantities[index].hedge.words in self._counting.level_verbs  # "exceeded 10% of"
        is_of = line.small(at + 1) in self._words.of
        if is_exceeded or line.gap(at + 1) or not line.is_word(at + 1):
            return None
        if not is_of and not (unit.is_money and line.small(at + 1) in self._counting.in_kind):
            return None
        if is_of and unit.is_share and (change := self._changed_by(at)) is not None:
            return self._change_noun(index, change)
        phrase = line.of_phrase(at + 1) if is_of else line.piece(at + 1)
        if is_of and unit.is_share and self._counting.share and (phrase is None or self._is_of_number(phrase)):
            return self._share_of_others(at)
        if not is_of and line.is_named(at + 2):
            return None  # "$4bn in Oslo"
        whole = self._whole_of(phrase) if phrase is not None else None
        return self._part(at, unit, at + 1, whole) if whole is not None else None

    def _changed_by(self, at: int) -> Phrase | None:
        """Return the noun for a change before an amount and "of": the "hausse" of "une hausse de 3 % des prix"."""
        line, noun = self._line, at - 2
        if line.small(at - 1) not in self._words.links or line.gap(at) or line.gap(at - 1):
            return None
        is_change = line.small(noun) in self._counting.change_nouns and not self._counting.label_participles
        return Phrase(noun, noun + 1, noun) if is_change else None

    def _is_of_number(self, phrase: Phrase) -> bool:
        """Whether "of" names the owner of things that are counted: "of Alder's 9,000 employees"."""
        line, end = self._line, phrase.end
        return line.is_owner(end - 1) and end < len(line.tokens) and line.tokens[end].quantity >= 0

    def _fraction(self, index: int, at: int) -> Core | None:
        """Return that a fraction in digits says nothing without "of": the 29/32 of a price."""
        line = self._line
        if _SLASHED.match(line.tokens[at].text) is None or not self._units[index].is_share:
            return None
        is_of = line.small(at + 1) in self._words.of and not line.gap(at + 1)
        return None if is_of else Core()

    def _against(self, index: int, at: int) -> Core | None:
        """Return that a bare number behind a count says nothing alone: the 48 of "by 52 votes to 48"."""
        line = self._line
        if index == 0 or self._units[index].text is not None or not self._cores[index - 1].noun:
            return None
        is_behind = line.places[index - 1] == at - 3 and not line.gap(at) and line.small(at - 1) in self._words.links
        return Core() if is_behind else None

    def _scaled(self, _: int, at: int) -> Core | None:
        """Return the scale before a number, in a language that has its thing before it: "séisme de magnitude 6,3"."""
        line = self._line
        scale = at - 1 if line.small(at - 1) not in self._words.of else at - 2
        if not self._counting.participles_behind or line.small(scale) not in self._counting.scale_nouns or line.gap(at):
            return None
        noun = line.noun_left(scale)
        return self._scale_of(noun) if noun is not None else None

    def _listed(self, index: int, at: int) -> Core | None:
        """Return what the next one of several amounts measures: the 1.6% of "by 1.5% in 2025 and 1.6% in 2026"."""
        line = self._line
        if index == 0 or self._units[index].text != self._units[index - 1].text or self._units[index].text is None:
            return None
        before, first = self._cores[index - 1], line.places[index - 1]
        piece = line.of_phrase(first + 1) or line.piece(first + 1)  # "de 3 % des prix en 2026 et de 4 % en 2027"
        first = first if piece is None or piece.end > at else piece.end - 1
        has_noun = line.gap(at + 1) in {"", "-"} and line.is_content(at + 1)
        if not before.base or has_noun or not _DATED <= at - first <= _NEAR:
            return None
        between, small = range(first + 1, at), self._words.links.union(line.language.joiners)
        is_list = all(line.tokens[one].is_date or line.small(one) in small for one in between)
        has_date = any(line.tokens[one].is_date for one in between)
        if not is_list or not has_date or any(line.gap(one) not in {"", ","} for one in between):
            return None
        return before._replace(phrase=None, noun=None)

    def _respective(self, index: int, _: int) -> Core | None:
        """Return the part of a subject that an amount belongs to: the imports of "3% and 5% respectively"."""
        verb = self._respectively.verb(index)
        part = self._respectively.part(index, verb) if verb >= 0 else ""
        if not part:
            return None
        way = self._turned(index, verb) if self._line.is_turn(verb) else None
        turn = way.turn if way is not None else Direction.NONE
        return Core(part, turn=turn, is_change=turn is not Direction.NONE, thing=part)

    def _share_of_others(self, at: int) -> Core | None:
        """Return what a share of things named elsewhere is a share of: "half of the 2,300 schools", "11% of those"."""
        line, behind = self._line, at + 2
        while line.small(behind) in self._words.determiners and not line.is_content(behind):
            behind += 1
        owner = line.text(Phrase(behind, behind + 1)) if line.is_owner(behind) else ""
        behind += bool(owner)
        if 0 <= behind < len(line.tokens) and line.tokens[behind].quantity >= 0:
            noun = line.noun_right(behind + 1)
            thing = f"{owner} {line.text(noun)}".strip() if noun is not None else ""
            told = self._predicates.after(noun.end, line.tokens[noun.head].text) if noun is not None else None
        else:
            thing = self._counted_thing() or self._last_thing()
            piece = line.piece(behind if line.small(behind) not in self._counting.not_objects else behind + 1)
            told = line.text(piece) if piece is not None else None
        if not thing:
            return None
        named = f"{self._counting.share} {line.tokens[at + 1].text} {thing}"
        return Core(f"{named} {told}" if told else named, thing=thing)

    def _counted_thing(self) -> str:
        """Return what the nearest number before counts: "samples". Empty: none counts anything."""
        return next((core.thing for core in reversed(self._cores[-_MOST_BEFORE:]) if core.noun), "")

    def _whole_of(self, phrase: Phrase) -> Phrase | None:
        """Return the noun phrase behind "of", with another "of" after it."""
        begin = phrase.begin + 1
        more = self._line.of_phrase(phrase.end)
        end = more.end if more is not None and more.end - begin < MOST_WORDS else phrase.end
        trimmed = self._line.trimmed(Phrase(begin, end))
        return trimmed if trimmed is not None and trimmed.begin <= begin + 2 else None

    def _part(self, at: int, unit: QuantityUnit, of: int, whole: Phrase) -> Core:
        """Return what a quantity says of the noun behind "of": how much of it there is, or its share."""
        line = self._line
        thing = line.text(whole)
        told = self._predicates.after(whole.end, line.tokens[whole.end - 1].text) or self._predicates.before(at)
        named = thing
        if unit.is_share and self._counting.share:
            named = f"{self._counting.share} {line.text(Phrase(of, whole.end))}"
        return Core(f"{named} {told}" if told else named, phrase=whole, thing=thing)

    def _dimension(self, index: int, at: int) -> Core | None:
        """Return the measure that an adjective after a quantity names: the length of "850 metres long"."""
        line, unit = self._line, self._units[index]
        if line.gap(at + 1) not in {"", "-"} or not line.is_word(at + 1) or not unit.keys:
            return None
        behind = at + 2 if line.small(at + 1) in self._words.of else at + 1  # "850 mètres de long"
        name = self._measure_named(line.small(behind), unit)
        if name is None:
            return None
        verb = line.verb_before(at)
        subject = line.subject(verb) if verb >= 0 else self._noun_around(at)
        return Core(name if subject is None else self._counting.of_it.format(name, line.text(subject)), phrase=subject)

    def _measure_named(self, word: str, unit: QuantityUnit) -> str | None:
        """Return the name of the measure that a word implies: "length" for "long"."""
        for names, key, beginnings in self._line.language.quantities.implied:
            if word in beginnings and not measure_families(frozenset({key})).isdisjoint(unit.keys):
                return names[0]
        return None

    def _noun_around(self, at: int) -> Phrase | None:
        """Return the noun that has a length and has no verb: "a 4 km long wall", "the walls, 4.2 km long"."""
        line = self._line
        right = line.words_right(at + 2) if not line.gap(at + 2) else None
        is_noun = line.is_content(at - 1) and not line.is_participle(at - 1)  # not "located some 390 miles away"
        return right or (line.noun_left(at - 1) if is_noun else None)

    def _position(self, _: int, at: int) -> Core | None:
        """Return what a distance is counted from: "above the previous record"."""
        line = self._line
        if line.gap(at + 1) or line.small(at + 1) not in self._counting.positions:
            return None
        words = at + 2
        while line.small(words) in self._words.determiners:
            words += 1
        noun = line.words_right(words)
        if noun is None:
            return None
        above = line.text(Phrase(at + 1, noun.end))
        subject = self._subject_of(at) or self._last_thing()
        return Core(f"{subject} {above}" if 0 < len(subject.split()) <= _FEW else above)

    def _complement(self, _: int, at: int) -> Core | None:
        """Return what an amount is said to be: "176 dollars is likely to be the final price"."""
        line, verb = self._line, at + 1
        if line.gap(verb) == "(" and line.gap(verb + 1) == ")":  # its conversion
            verb += 1
        if line.gap(verb) not in {"", ")"} or line.small(verb) not in self._counting.passive:
            return None
        while line.is_auxiliary(verb) or line.is_adverb(verb):
            verb += 1
            if line.gap(verb):
                return None
        if line.small(verb) not in self._words.determiners:
            return None
        noun = line.words_right(verb + 1)
        return core_of(line, noun)

    def _undergone(self, index: int, at: int) -> Core | None:
        """Return what was done with an amount by the verb after it: "had been spent on the dyke"."""
        line, verb, counting = self._line, at + 1, self._counting
        is_amount = line.small(at - 1) in self._words.links or line.is_turn(at - 1)
        if line.gap(verb) or (is_amount and not line.gap(at)) or line.small(verb) in self._counting.before_to:
            return None
        thing = self._counted_thing() or self._last_thing()
        if self._units[index].is_share and thing and counting.share and counting.who:
            told = self._predicates.after(verb, line.language.people[0])
            of = next(iter(line.language.connectors.of))
            return Core(f"{counting.share} {of} {thing} {told}") if told is not None else None
        if not line.is_auxiliary(verb):
            return None
        told = self._predicates.after(verb, "")
        is_to_do = told is not None and told.startswith(f"{self._counting.to_do} ")
        if told is None or is_to_do or told.startswith(self._counting.that or "\0"):
            return None
        return Core(f"{self._counting.amount} {told}".strip(), is_done=True)

    def _attributive(self, index: int, at: int) -> Core | None:
        """Return the noun that a quantity stands before: "a 40 percent stake in Corwin", "a 7.4% rise in volumes"."""
        line, behind = self._line, at + 1
        is_reason = self._is_reason(behind)  # "rose to $63 million due to rising prices"
        if (
            is_reason
            or line.gap(behind) not in {"", "-"}
            or (self._units[index].is_money and not self._counting.money_first)
        ):
            return None
        if line.is_change_noun(behind):
            return self._change_noun(index, Phrase(behind, behind + 1, behind))
        if line.is_turn(behind) and not line.gap(behind) and line.small(at - 1) in self._words.determiners:
            risk = line.words_right(behind + 1)  # "a 20 percent higher risk of heart disease"
            if risk is not None:
                more = line.of_phrase(risk.end)
                whole = Phrase(behind, more.end if more is not None else risk.end)
                return Core(line.text(whole), is_change=True, phrase=whole)
        if line.is_turn(behind) and not line.gap(behind):
            return self._turned(index, line.verb_before(at))
        words = line.words_right(behind)
        if words is None or (line.is_time(words.end) and not line.gap(words.end)):
            return None  # "four straight years"
        return self._copula(at) or (None if self._is_loose(words, at) else self._named_behind(index, at, words))

    def _chance(self, _: int, number: int) -> Core | None:
        """Return by how much something is likelier, where nothing rises: the "more likely to die" of "62% more …"."""
        line, known, behind = self._line, self._counting.chances, number + 1
        at = next((at for at in (behind, behind + 1, behind + 2) if line.small(at) in known and not line.gap(at)), -1)
        if at < 0:
            return None
        end = at + 1
        while line.small(end) in line.language.discourse.auxiliaries | self._words.of and not line.gap(end):
            end += 1
        whole = Phrase(behind, end + 1 if end > at + 1 and line.is_word(end) else at + 1)
        return Core(line.text(whole), is_change=True, phrase=whole)

    def _is_reason(self, at: int) -> bool:
        """Whether a reason begins with a token: "due to", "despite"."""
        words = self._line.tokens[at:][: _FEW + 1]
        text = " ".join(token.small for token in words)
        return any(text == one or text.startswith(f"{one} ") for one in self._line.language.causes)

    def _copula(self, at: int) -> Core | None:
        """Return what a percentage of a state is said of: "the fire is 30% contained"."""
        line, verb = self._line, self._skipped(at)
        if line.small(verb) not in self._counting.passive or line.gap(at) or line.gap(at + 1):
            return None
        subject = line.subject(verb)
        if subject is None:
            return None
        return Core(f"{line.text(line.shortened(subject, _FEW))} {line.tokens[at + 1].text}")

    def _named_behind(self, index: int, at: int, words: Phrase) -> Core:
        """Return what the words right behind a quantity name."""
        line = self._line
        if line.small(at - 1) in self._counting.scale_nouns and not line.gap(at):
            thing = line.text(words)
            return Core(self._counting.of_it.format(line.small(at - 1), thing), phrase=words, thing=thing)
        if line.small(words.head) in self._counting.change_nouns:
            return self._change_noun(index, words)
        if self._quantities[index].first.numeral.fraction and self._counting.share and self._units[index].is_share:
            of, head = next(iter(line.language.connectors.of), ""), line.tokens[words.head].text
            named, told = f"{self._counting.share} {of} {line.text(words)}", self._predicates.after(words.end, head)
            return Core(f"{named} {told}" if told else named, thing=line.text(words))
        more = line.piece(words.end)
        end = more.end if more is not None and more.end - words.begin <= MOST_WORDS else words.end
        whole = Phrase(words.begin, end)
        return Core(line.text(whole), phrase=whole, thing=line.text(words))

    def _is_loose(self, words: Phrase, at: int) -> bool:
        """Whether the words after a quantity are an adverb or a new clause, and not what it belongs to."""
        line = self._line
        if line.gap(at + 1) == "-":
            return False
        if line.language.compounds and line.tokens[words.begin].text[0].isupper():
            return False  # "fielen 95 Liter Regen"
        if self._predicates.is_finite(words.begin):
            return True  # "38% support it"
        first = words.begin
        if (
            line.small(first) in self._counting.time_nouns
            or line.is_adverb(first)
            or line.is_participle(first)
            or line.is_past(first)
        ):
            return True
        is_verb = line.is_level(at - 1) and not line.is_auxiliary(at - 1)
        return line.is_turn(at - 1) or is_verb

    def _change_noun(self, index: int, named: Phrase) -> Core:
        """Return the change that a noun names, with what changes: "rise in volumes"."""
        line, name = self._line, self._line.text(named)
        piece = line.piece(named.end)
        if piece is not None:
            whole = Phrase(named.begin, piece.end)
            return Core(line.text(whole), is_change=True, phrase=whole)
        link, after = self._counting.change_nouns.get(line.small(named.head), ""), line.places[index] + 1
        piece = line.piece(after) if after > named.head else None
        if piece is not None and (line.small(after) == link or line.small(after) in self._words.of):
            return Core(f"{name} {line.text(piece)}", is_change=True)
        unit = (self._units[index].text or "").lower()
        if (said := next((one for one in self._counting.wholes if unit.endswith(one.lower())), None)) is not None:
            return Core(f"{name} {said}", is_change=True)  # "une hausse de 0,2% du PIB"
        if self._is_said(named.begin):
            return self._said_again(name)
        subject = self._subject_of(named.begin) or self._last_thing()
        return Core(f"{name} {link} {subject}" if subject and link else name, is_change=True)

    def _said_again(self, name: str) -> Core:
        """Return a change that somebody expects: that of the amount before it, if that has the same noun."""
        if self._cores and self._cores[-1].base.startswith(f"{name} "):
            return self._cores[-1]._replace(is_change=True, is_before=False, phrase=None)
        return Core(name, is_change=True)

    def _is_said(self, at: int) -> bool:
        """Whether a noun phrase is what somebody says or expects, and no change of the one who does."""
        line, verb = self._line, at - 1
        while line.small(verb) in self._words.determiners or line.is_adjective(verb):
            verb -= 1
        return line.small(verb) in line.language.discourse.says or line.small(verb) in self._counting.foresees

    def _last_thing(self) -> str:
        """Return what the quantity before this one counts or measures. Empty: there is none in its clause."""
        if not self._cores or self._units[len(self._cores) - 1].is_time:
            return ""
        first, last = self._line.places[len(self._cores) - 1], self._line.places[len(self._cores)]
        if any(self._line.gap(at) == ";" for at in range(first + 1, last + 1)):
            return ""
        return self._cores[-1].thing or self._cores[-1].base

    def _subject_of(self, at: int) -> str:
        """Return the subject of the clause that holds a token. Empty: none is found."""
        line = self._line
        verb = line.verb_before(at)
        subject = line.subject(verb) if verb >= 0 else None
        return line.text(subject) if subject is not None else ""

    def _turned(self, index: int, verb: int) -> Core | None:
        """Return the change that a word such as "rose" or "higher" gives to the subject of a verb."""
        way = direction_of(self._line.prose, self._quantities[index].first)
        if way is Direction.NONE and verb >= 0 and self._line.is_turn(verb):
            way = next(iter(directions_in(self._line.small(verb), self._line.language)), way)
        if way is Direction.NONE and verb >= 0:
            found = core_of(self._line, self._line.subject(verb))
            return found._replace(is_change=True) if found is not None else None
        subject = self._line.subject(verb) if verb >= 0 else None
        base = self._line.text(subject) if subject is not None else self._last_thing()
        if way is Direction.NONE or not base:
            return None
        if subject is not None and self._units[index].keys & LENGTHS and not self._is_measure(subject):
            form = self._counting.rise if way is Direction.UP else self._counting.fall
            if self._counting.of_it and form:
                return Core(self._counting.of_it.format(form.split()[0].lower(), base), is_change=True, thing=base)
        return Core(base, turn=way, is_change=True, phrase=subject, thing=base)

    def _behind_sign(self, index: int, at: int) -> Core | None:
        """Return what an amount right behind a sign or another amount measures: "Revenue: $5m", "3% to $5m"."""
        line, left = self._line, self._skipped(at)
        gap = line.gap(left + 1)
        if left < 0 or (line.is_word(left) and not gap):
            return None
        if gap == ":" and line.tokens[left].is_date and self._cores:  # "€412 million (2022: €388 million)"
            return self._cores[-1]._replace(is_before=True, phrase=None)
        if gap == ":" or (gap in {"\u2013", "-"} and index == 0):
            begin = left
            while begin > 0 and not line.gap(begin) and line.is_word(begin - 1):
                begin -= 1
            return core_of(line, line.trimmed(Phrase(begin, left + 1)))
        if line.tokens[left].quantity >= 0 and self._cores:
            return self._cores[-1]._replace(phrase=None)
        return self._apposed(index, left, at)

    def _apposed(self, index: int, left: int, at: int) -> Core | None:
        """Return what an amount in brackets or after a comma measures: the noun before it."""
        line, gap = self._line, self._line.gap(left + 1)
        if gap == "(" and line.small(left) in self._counting.change_nouns:
            return self._change_noun(index, Phrase(left, left + 1, left))
        if gap in {"(", ","} and line.is_content(left) and line.piece(at + 1) is None:
            return core_of(line, line.noun_left(left))
        return None

    def _skipped(self, at: int) -> int:
        """Return the index of the token before a quantity, adverbs skipped. -1: it begins the sentence."""
        left = at - 1
        line = self._line
        while (
            left >= 0 and not line.gap(left + 1) and (line.is_adverb(left) or line.small(left) in self._before_number)
        ):
            left -= 1
        return left

    def _behind_word(self, index: int, at: int) -> Core | None:
        """Return what the word before an amount names: a noun, or the subject or object of a verb."""
        line, left = self._line, self._skipped(at)
        if self._quantities[index].hedge.words in self._counting.level_verbs:  # "exceeded 10%"
            return self._level(index, at)
        if left < 0 or line.gap(left + 1) or not line.is_word(left):
            return None
        if line.small(left) in self._words.links:
            return self._linked(index, left)
        return self._of_word(index, left, at)

    def _of_word(self, index: int, left: int, at: int) -> Core | None:
        """Return what the verb or noun right before an amount names."""
        line = self._line
        if line.is_turn(left) or (self._units[index].is_share and directions_in(line.small(left), line.language)):
            return self._turned(index, left)
        is_action = line.done(left) is not None or line.is_finite(left) or line.small(left - 1) in self._counting.modals
        if line.small(left) in self._counting.worth and line.is_content(left - 1) and not line.gap(left):
            return core_of(line, line.noun_left(left - 1))  # "a stake in Alder in a deal worth $600m"
        if line.is_level(left) and line.small(left) not in self._counting.object_verbs:
            return self._level(index, left)
        if is_action or line.is_level(left):
            return self._action(left, at)
        return self._of_receiver(index, left) if line.is_content(left) else None

    def _of_receiver(self, index: int, left: int) -> Core | None:
        """Return what the noun right before an amount names, or the verb if it only receives: "cost the group $3m"."""
        line = self._line
        noun = line.noun_left(left)
        if noun is not None and self._units[index].keys & LENGTHS and not self._is_measure(noun):
            return Core()  # "on the edge of the park 202 km northeast of the city"
        if noun is None or not self._units[index].is_money:
            return core_of(line, noun)
        verb = noun.begin - 1
        while line.small(verb) in self._words.determiners and not line.gap(verb + 1):
            verb -= 1
        if line.gap(verb + 1):
            return core_of(line, noun)
        if line.is_level(verb) and line.small(verb) not in self._counting.object_verbs:
            return self._level(index, verb)
        done = line.done(verb)
        if line.small(verb - 1) in self._counting.modals and self._counting.to_do and not line.gap(verb):
            return Core(f"{self._counting.amount} {self._predicates.to_do(verb)}")
        return Core(f"{self._counting.amount} {done}", is_done=True) if done is not None else core_of(line, noun)

    def _level(self, index: int, verb: int) -> Core | None:
        """Return the subject of a verb for a level: "Net profit", "Peak of the river"."""
        line, subject = self._line, self._line.subject(verb)
        if subject is None:
            return self._again()
        noun = self._counting.verb_nouns.get(line.small(verb))
        if noun is None and self._counting.level and line.is_turn(verb) and self._units[index].keys & LENGTHS:
            noun = self._counting.level
        if noun is not None and self._counting.of_it and not self._is_measure(subject):
            thing = line.text(line.shortened(subject, MOST_WORDS // 2))
            return Core(self._counting.of_it.format(noun, thing), phrase=subject, thing=thing)
        found = core_of(line, subject)
        is_change = line.is_change_noun(subject.begin) and self._units[index].is_share
        return found._replace(is_change=True) if found is not None and is_change else found

    def _is_measure(self, phrase: Phrase) -> bool:
        """Whether a noun phrase names a measure itself: "level", "height", "price"."""
        line, language = self._line, self._line.language
        links = (at for at in range(phrase.begin + 1, phrase.end) if line.small(at) in self._words.links)
        head = line.small(next(links, phrase.end) - 1)
        known = language.measuring | language.generic
        return head in known or head.removesuffix("s") in known

    def _again(self) -> Core | None:
        """Return what the quantity before this one measures. None: there is none."""
        thing = self._last_thing()
        return Core(thing, thing=thing) if thing else None

    def _linked(self, index: int, link: int) -> Core | None:
        """Return what a quantity after a preposition measures: "rose to", "a profit of", "estimates the damage at"."""
        line, left = self._line, link - 1
        while left >= 0 and not line.gap(left + 1) and (line.small(left) in self._words.links or line.is_adverb(left)):
            left -= 1
        # A comma may part them: "raised the forecast for 2024, to 3%" and "the budget, of $3m,".
        is_level = line.small(link) in line.language.quantities.levels or line.small(link) in self._words.of
        is_parted = bool(line.gap(left + 1)) and not (
            line.gap(left + 1) == "," and (is_level or not line.is_word(left))
        )
        if left < 0 or is_parted:
            return None
        is_money = self._units[index].is_money and line.small(left) in self._counting.money_nouns
        if (
            line.small(left) in self._counting.change_nouns
            and not is_money
            and (line.is_change_noun(left) or line.small(link) in self._words.of)
        ):
            return self._change_noun(index, Phrase(left, left + 1, left))
        if line.small(link) in self._words.of and self._is_noun(left):
            return self._noun_of(index, line.noun_left(left))
        doer = self._doer(left)
        if doer is not None:
            return core_of(line, doer)
        verb = self._of_verb(index, link)
        return verb or self._of_action(link) or self._noun_before(left, joined=not self._units[index].is_money)

    def _doer(self, left: int) -> Phrase | None:
        """Return the noun before a gerund: "winds gusting at times to 55 mph". None: there is none."""
        line, at = self._line, left
        while at > left - _FEW and (line.small(at) in self._words.links or line.small(at) in self._counting.multiples):
            at -= 1
        if line.is_gerund(at) and line.is_auxiliary(at - 1) and not line.gap(at):
            return line.subject(at)  # "was trading at $1.08"
        if not line.is_gerund(at) or not line.is_content(at - 1) or line.gap(at) or line.is_turn(at):
            return None
        return line.noun_left(at - 1)

    def _noun_before(self, left: int, *, joined: bool) -> Core | None:
        line = self._line
        if not line.is_content(left) or line.is_level(left) or line.is_participle(left):
            return None
        noun = line.noun_left(left)
        if noun is None:
            return None
        begin = noun.begin
        while line.small(begin - 1) in self._words.determiners:
            begin -= 1
        if (
            joined
            and line.small(begin - 1) in self._counting.pieces
            and line.is_content(begin - 2)
            and not line.gap(begin - 1)
        ):
            before = line.noun_left(begin - 2)  # "reported illnesses in this outbreak"
            if before is not None:
                noun = Phrase(before.begin, noun.end)
        return core_of(line, noun)

    def _is_noun(self, at: int) -> bool:
        """Whether a word before "of" is a noun, and no verb."""
        line = self._line
        return line.is_content(at) and not line.is_level(at) and not line.is_turn(at)

    def _of_verb(self, index: int, link: int) -> Core | None:
        """Return the subject or object of the verb for a level or change whose amount a preposition gives."""
        line, verb = self._line, self._line.verb_before(link)
        if verb > 0 and line.is_turn(verb) and not line.is_word(verb - 1):  # "closed 3.2 percent higher at"
            verb = line.verb_before(verb - 1)
        is_by = line.small(link) in line.language.quantities.by
        if verb < 0 and (is_by or line.language.discourse.verb_last):  # "soll um 60 Prozent steigen"
            verb = next((at for at in range(link - 1, max(link - _NEAR, -1), -1) if line.is_auxiliary(at)), -1)
        if verb < 0:
            return None
        is_by = is_by or (line.is_turn(verb) and self._units[index].keys == {"points"} and self._is_step(link))
        is_pace = self._units[index].is_share or line.small(link) in self._words.of
        if line.is_turn(verb) and is_pace and line.small(link) in self._counting.pace_links:
            is_by = True  # "grow at 1.5%", "augmenté de 14 %"
        if self._has_object(verb, link) and line.is_auxiliary(verb):
            return None  # "restrictive to return inflation to 2 percent"
        if self._has_object(verb, link):
            return self._of_object(index, verb, link, is_by=is_by)
        found = self._turned(index, verb) if is_by else self._level(index, verb)
        is_shift = (line.is_turn(verb) and not is_by) or line.small(verb) in self._counting.shifts
        is_start = line.small(link) in self._counting.from_words and is_shift
        if found is not None and line.small(verb) in self._counting.range_verbs:
            low, high = self._counting.range_ends
            end = low if line.small(link) in self._counting.from_words else high
            return found._replace(base=end.format(found.base))
        return found._replace(is_before=is_start) if found is not None else None

    def _is_step(self, link: int) -> bool:
        """Whether a preposition may stand before the points by which something rose: "en 150 puntos"."""
        line = self._line
        return line.small(link) in self._counting.pace_links and line.small(link) not in line.language.quantities.levels

    def _of_object(self, index: int, verb: int, link: int, *, is_by: bool) -> Core | None:
        """Return the object of a verb whose amount a preposition gives: "raised the forecast to", "cut the rate by"."""
        line = self._line
        number = next((at for at in range(link - 1, verb, -1) if line.tokens[at].quantity >= 0), verb)
        begin = number + 1 if line.small(number + 1) in line.language.joiners else verb + 1
        phrase = line.trimmed(Phrase(begin, link))
        if phrase is not None and phrase.end - phrase.begin == 1 and line.small(phrase.begin) in line.language.generic:
            return self._again()  # "put the number at"
        found = core_of(line, phrase)
        named = self._counting.verb_nouns.get(line.small(verb))
        if found is not None and named is not None and self._counting.of_it and not is_by:
            return found._replace(base=self._counting.of_it.format(named, found.base))
        if found is not None and not is_by and self._units[index].is_share and self._counts_people(phrase):
            of = next(iter(line.language.connectors.of), "")
            return found._replace(base=f"{self._counting.share} {of} {found.base}".strip())
        if found is None or not is_by:
            return found
        return found._replace(turn=direction_of(line.prose, self._quantities[index].first), is_change=True)

    def _counts_people(self, phrase: Phrase | None) -> bool:
        """Whether a noun phrase is of people, so that a percentage is a share of them: "users"."""
        head = "" if phrase is None else self._line.small(phrase.end - 1)
        return bool(self._counting.share) and is_person(head, self._line.language)

    def _has_object(self, verb: int, link: int) -> bool:
        """Whether a verb has an object before a preposition: "raised the forecast to", but not "closed in York at"."""
        line = self._line
        has_preposition, is_right_behind = False, False
        for at in range(verb + 1, link):
            if line.small(at) in self._words.determiners and not is_right_behind:
                return True
            if line.is_content(at) and not has_preposition and not line.is_adverb(at):
                return True
            is_right_behind = line.small(at) in self._words.links or line.small(at) in self._counting.pieces
            has_preposition = has_preposition or is_right_behind
        return False

    def _of_action(self, link: int) -> Core | None:
        """Return the object of another verb whose amount a preposition gives, or its subject: "sold for"."""
        line = self._line
        verb = next((at for at in range(link - 1, max(link - _NEAR, -1), -1) if line.is_participle(at)), -1)
        clauses = self._counting.clause_words
        if verb < 0 or any(line.gap(at) or line.small(at) in clauses for at in range(verb + 1, link + 1)):
            return None
        found = core_of(line, line.trimmed(Phrase(verb + 1, link)))
        subject = line.subject(verb)
        if found is not None or subject is None:
            return found
        if not self._counting.label_participles:
            return core_of(line, subject)
        return Core(f"{line.text(subject)} {line.participle(verb)}", thing=line.text(subject))

    def _noun_of(self, index: int, noun: Phrase | None) -> Core | None:
        """Return what the noun before "of" names; a word such as "total" leaves it to its verb."""
        line = self._line
        if noun is None:
            return None
        verb = line.verb_before(noun.begin)
        if line.small(noun.end - 1) in self._counting.pace_nouns and verb >= 0 and line.is_turn(verb):
            return self._turned(index, verb)
        if noun.end - noun.begin == 1 and line.small(noun.begin) in self._counting.pace_nouns:
            before = noun.begin - 1
            while line.small(before) in self._words.determiners or line.small(before) in self._words.links:
                before -= 1
            if line.is_content(before):
                return core_of(line, line.noun_left(before))
        if noun.end - noun.begin == 1 and line.small(noun.begin) in line.language.generic:
            subject = self._subject_of(noun.begin)
            if subject:
                return Core(subject, thing=subject)
        scaled = self._scale_of(noun)
        return scaled if scaled is not None else core_of(line, line.trimmed(noun))

    def _scale_of(self, noun: Phrase) -> Core | None:
        """Return the scale that a noun phrase ends with, of its thing: "séisme d'une magnitude"."""
        line, counting = self._line, self._counting
        links = [at for at in range(noun.begin + 1, noun.end) if line.small(at) in self._words.of]
        if not links or line.small(noun.end - 1) not in counting.scale_nouns:
            return None
        thing = line.trimmed(Phrase(noun.begin, links[0]))
        if thing is None:
            return None
        scale = line.text(Phrase(noun.end - 1, noun.end))
        return Core(counting.of_it.format(scale, line.text(thing)), phrase=thing, thing=line.text(thing))

    def _action(self, verb: int, at: int) -> Core | None:
        """Return what is done with an amount: "Spent on the dyke", "Compensation paid"."""
        line, counting = self._line, self._counting
        piece = line.piece(at + 1)
        if not counting.label_participles:
            return self._purpose(verb, piece)
        infinitive = line.small(verb - 1) in counting.modals and not line.gap(verb)
        done = self._predicates.to_do(verb) if infinitive else line.done(verb)
        if done is None:
            return core_of(line, line.subject(verb))
        if line.small(verb) in counting.foresees:
            return Core()  # "analysts were expecting $2.52"
        unit = self._units[line.tokens[at].quantity]
        if unit.is_share:  # "to yield 2.252%"
            noun = counting.verb_nouns.get(line.small(verb), "")
            return Core(noun) if noun else core_of(line, line.subject(verb))
        told = self._told_of_action(verb, piece if not unit.is_rate else None)
        return self._amount_done(unit, done, piece, told)._replace(is_done=told is not None and not infinitive)

    def _amount_done(self, unit: QuantityUnit, done: str, piece: Phrase | None, told: str | None) -> Core:
        """Return an amount with what was done with it, and what it was for or who did it."""
        line, counting = self._line, self._counting
        is_kind = piece is not None and line.small(piece.begin) in counting.in_kind
        if piece is not None and is_kind and not line.is_named(piece.begin + 1) and piece.end - piece.begin <= _FEW:
            thing = line.text(Phrase(piece.begin + 1, piece.end))
            return Core(f"{thing} {done}", thing=thing)
        if unit.text is None and done in counting.done_to_people:
            return Core(f"{line.language.people[0]} {done}")
        if unit.keys == {"points"}:
            return Core(f"{unit.text} {done}")
        if unit.text is None:
            return Core()  # "voted 215 to 180"
        measure = counting.distance if unit.keys & LENGTHS else counting.area if unit.keys & AREAS else ""
        return Core(f"{measure or counting.amount} {done} {told or ''}".rstrip())

    def _told_of_action(self, verb: int, piece: Phrase | None) -> str | None:
        """Return what tells one action from others: what an amount is for, or who acts. None: nothing short does."""
        line = self._line
        if piece is not None:
            return line.text(piece)
        if line.small(verb - 1) in self._counting.passive:
            return None  # "the driver was fined $500"
        subject, by = line.subject(verb), next(iter(line.language.discourse.passive), "")
        if subject is None or not by or subject.end - subject.begin > MOST_WORDS // 2:
            return None
        return f"{by} {line.text(subject)}"

    def _purpose(self, verb: int, piece: Phrase | None) -> Core | None:
        """Return what an amount is for, in a language whose labels have no participles; or who acts with it."""
        if piece is not None:
            return Core(f"{self._counting.amount} {self._line.text(piece)}")
        return core_of(self._line, self._line.subject(verb))

    def _topic(self, at: int) -> Core:
        """Return the subject of the clause, for a quantity that nothing else explains."""
        subject = self._subject_of(at)
        return Core(subject, thing=subject) if subject else self._again() or Core()
