"""What a number without a unit counts: the noun after it, or that of the number before it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evidence.facts.label_core import Core, label_words
from briefing.evidence.facts.predicates import Predicates
from briefing.evidence.facts.sentence_tokens import Phrase, SentenceTokens
from briefing.evidence.numbers.counted_nouns import is_person

_MOST_BEFORE = 8
"""Numbers before one without a noun among which its noun is looked for."""


class CountedLabels:
    """Reads what the numbers of one sentence count."""

    def __init__(self, line: SentenceTokens, predicates: Predicates) -> None:
        self._line = line
        self._predicates = predicates
        self._words = label_words(line.language)

    def counted(self, at: int, *, has_things: bool = False) -> Core | None:
        """Return what a number counts, with what the text says of it. None: no noun stands after it.

        `has_things`: a number before it counts things that this one may count as well.
        """
        line, start = self._line, self._first(at)
        noun = line.noun_right(start) or self._joined(start)
        if line.small(at + 1) in line.counting.acts and not line.gap(at + 1):
            return self._acted(at)
        if noun is None or line.gap(at + 1) not in {"", "-"} or line.gap(start) not in {"", "-"}:
            return None
        if has_things and line.is_only_done(noun):
            return None  # "465 maisons détruites et 135 autres endommagées"
        head = line.tokens[noun.head].text
        more = line.of_phrase(noun.end)
        whole = Phrase(noun.begin, more.end if more is not None else noun.end)
        thing = line.text(whole)
        piece = line.piece(whole.end)
        told, done = self._predicates.after(whole.end, head), self._predicates.before(at)
        if told is not None and done is not None and told.startswith(f"{line.counting.to_do} "):
            told = f"{done} {told}"  # "residents forced to leave"
        is_place = line.small(at - 1) in line.counting.place_words and not line.gap(at)
        is_bare = is_place or (self._is_whole(at) and not line.is_participle(whole.end))
        told = None if is_bare else told or done
        if told is None and piece is not None and not is_bare:
            told = self._predicates.after(piece.end, head)
        if told is None and is_person(head.lower(), line.language):
            told = line.text(piece) if piece is not None else None
        if self._has_part(at):
            told = line.counting.in_all  # the 250 of "142 of the 250 seats"
        is_state = self._is_state(at, whole.end)
        named = f"{line.text(Phrase(at - 1, at))} {thing}" if self._is_whole(at) and line.is_owner(at - 1) else thing
        return Core(
            f"{named} {told}" if told else named,
            head,
            phrase=whole,
            thing=thing,
            is_done=told is not None and not is_state,
            is_state=is_state,
            is_place=is_place,
        )

    def _acted(self, at: int) -> Core:
        """Return what a number counts right before a verb that has a noun of its own: the votes of "123 voted"."""
        line, piece = self._line, self._line.piece(at + 2)
        thing = line.counting.acts[line.small(at + 1)]
        named = thing if piece is None else f"{thing} {line.text(piece)}"
        return Core(named, thing, thing=thing, is_done=True)

    def _has_part(self, at: int) -> bool:
        """Whether the number before one counts a part of its things; not "half of the 2,300 schools"."""
        line, quantity = self._line, self._line.tokens[at].quantity
        part = line.places[quantity - 1] if quantity > 0 else at
        is_number = line.tokens[part].text.split()[-1].isdecimal()
        return is_number and bool(line.counting.in_all) and part < at and self._is_part(part)

    def _is_state(self, at: int, end: int) -> bool:
        """Whether the verb beside a number and its noun says that it is so at a time: "employs", "remain"."""
        line, verbs = self._line, self._line.counting.state_verbs
        is_done = line.is_auxiliary(end) and (line.done(end + 1) is not None or line.is_auxiliary(end + 1))
        return line.small(at - 1) in verbs or (line.small(end) in verbs and not is_done)

    def _joined(self, start: int) -> Phrase | None:
        """Return the noun phrase of adjectives that "and" joins: "Northern and central counties"."""
        line = self._line
        words = line.words_right(start)
        if words is None or line.gap(words.end) or line.small(words.end) not in line.language.joiners:
            return None
        noun = line.noun_right(words.end + 1) if not line.gap(words.end + 1) else None
        return Phrase(start, noun.end, noun.head) if noun is not None else None

    def _is_part(self, at: int) -> bool:
        """Whether a number is a part of the number after it: "142 of the 250 seats"."""
        line, index = self._line, at + 1
        if line.small(index) not in self._words.of or line.gap(index):
            return False
        index += 1
        while line.small(index) in self._words.determiners and not line.gap(index):
            index += 1
        return index < len(line.tokens) and line.tokens[index].quantity == line.tokens[at].quantity + 1

    def _is_whole(self, at: int) -> bool:
        """Whether a number is the whole of a share before it: the 12,000 of "a third of its 12,000 employees"."""
        line, before = self._line, at - 1
        while before > 0 and (line.small(before) in self._words.determiners or line.is_owner(before)):
            if line.gap(before + 1):
                return False
            before -= 1
        if line.small(before) not in self._words.of or line.gap(before) or line.gap(before + 1):
            return False
        return before > 0 and line.tokens[before - 1].quantity >= 0 and not line.tokens[before - 1].is_date

    def _first(self, at: int) -> int:
        """Return the index where the noun phrase after a number begins: behind "more", "of", "of the"."""
        line, start = self._line, at + 1
        if self._is_part(at):
            start = self._line.places[self._line.tokens[at].quantity + 1] + 1
        while line.is_word(start) and line.small(start) in self._words.more and not line.gap(start + 1):
            start += 1
        if line.small(start) in self._words.of:
            start += 1
            while line.small(start) in self._words.determiners:
                start += 1
        return start

    def elliptic(self, at: int, cores: Sequence[Core]) -> Core | None:
        """Return what a number without a noun counts: the things of a number before it. None: it measures."""
        line = self._line
        named = [core for core in cores[-_MOST_BEFORE:] if core.thing and core.noun]
        before = next((core for core in reversed(named) if not core.is_place), next(reversed(named), None))
        is_measured = line.is_level(at - 1) or (line.small(at - 1) in self._words.links and not line.gap(at))
        if before is None or is_measured or line.gap(at + 1) == "-":
            return None
        done = self._only_done(at)
        if done is not None and before.noun is not None:
            return Core(f"{before.noun} {done}", before.noun, thing=before.noun, is_done=True)
        told = self._said_of_them(at) or self._predicates.before(at)
        return Core(f"{before.thing} {told}", before.noun, thing=before.thing, is_done=True) if told else None

    def _only_done(self, at: int) -> str | None:
        """Return the participle after a number: the "endommagées" of "135 autres endommagées"."""
        line = self._line
        noun = line.noun_right(self._first(at))
        return line.tokens[noun.head].text if noun is not None and line.is_only_done(noun) else None

    def _said_of_them(self, at: int) -> str | None:
        """Return what the text says of "up to 14,000", "nine of them", "150 in Mirow"."""
        line, behind = self._line, at + 1
        if line.gap(behind):
            return None
        while line.small(behind) in self._words.more:
            behind += 1
        told = self._predicates.after(behind, "")
        if told is not None:
            return told
        if line.small(behind) in self._words.of:
            if line.is_content(behind + 1):
                return None
            behind += 2
            if is_person(line.small(behind), line.language):
                return None  # "14 of them children"
            told = self._predicates.after(behind, "")
        piece = line.piece(behind)
        if told is None and piece is None and line.small(behind) in line.counting.sides:
            return line.text(Phrase(behind, behind + 1))  # "only 80 against them"
        return told or (line.text(piece) if piece is not None else None)
