"""What a text says of the things that it counts: "swept away", "who died", "recovered", "to be built"."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.label_core import label_words
from briefing.evidence.facts.sentence_tokens import Phrase, SentenceTokens
from briefing.evidence.numbers.counted_nouns import is_person

_FEW = 3
"""Words of the longest phrase with a preposition that may stand for a predicate, and of the longest object."""
_MOST = 6
"""Words of the longest predicate."""


class _Auxiliaries(NamedTuple):
    """The auxiliaries before a verb."""

    verb: int
    """Index of the token after them."""
    passive: bool = False
    modal: bool = False
    perfect: str = ""
    """The last one, if none is of the passive: "have"."""


class Predicates:
    """Reads the verbs around the noun phrases of one sentence, as a label has them after the noun."""

    def __init__(self, line: SentenceTokens) -> None:
        self._line = line
        self._counting = line.counting
        self._determiners = label_words(line.language).determiners
        self._pronouns = frozenset([*line.language.discourse.pronouns, *line.counting.objects])

    def after(self, at: int, head: str) -> str | None:
        """Return what the text says of a noun, from a token after it on. None: nothing that is short.

        `head` is the noun: people "who", things "that".
        """
        line, counting = self._line, self._counting
        if line.gap(at) or not line.is_word(at):
            return None
        is_somebody = is_person(head.lower(), line.language) or head.lower() in counting.persons
        who = counting.who if is_somebody else counting.that
        if line.small(at) in {counting.who, counting.that} - {""}:
            return self._relative(at)
        found = self._auxiliaries(at)
        if found is None or not line.is_word(found.verb):
            return None
        is_last = line.language.discourse.verb_last and line.is_participle(at) and bool(line.gap(at + 1))
        if found.passive or is_last:  # "wurden acht Menschen verletzt"
            return self._passive(found.verb, modal=found.modal)
        if not who or not line.is_content(found.verb) or (found.verb == at and line.is_turn(at)):
            return None
        return self._active(found, who)

    def _relative(self, at: int) -> str | None:
        """Return a relative clause, cut after the object of its verb: "who received the drug"."""
        line, found = self._line, self._auxiliaries(at + 1)
        if found is None or not line.is_content(found.verb):
            return None
        words = line.text(Phrase(at, found.verb))
        return f"{words} {self._with_piece(found.verb) if found.passive else self._with_object(found.verb)}"

    def _auxiliaries(self, at: int) -> _Auxiliaries | None:
        """Return the auxiliaries and adverbs from a token on. None: a sign stands among them."""
        line, found = self._line, _Auxiliaries(at)
        while line.is_auxiliary(found.verb) or line.is_adverb(found.verb):
            small, verb = line.small(found.verb), found.verb
            passive = found.passive or small in self._counting.passive
            found = found._replace(
                verb=verb + 1,
                passive=passive,
                modal=found.modal or small in self._counting.modals,
                perfect=line.tokens[verb].text if line.is_auxiliary(verb) and not passive else found.perfect,
            )
            if line.gap(found.verb):
                return None
        return found

    def _active(self, found: _Auxiliaries, who: str) -> str | None:
        line, verb = self._line, found.verb
        word = line.tokens[verb].text
        if found.perfect == self._counting.to_do:
            return f"{found.perfect} {self._with_object(verb)}"
        if found.perfect:
            return f"{who} {found.perfect} {self._with_object(verb)}"
        is_finite = line.is_past(verb) and self._has_object(verb)
        is_finite = is_finite or (
            who == self._counting.who and self._takes_object(verb)
        )  # "citizens favoured a change"
        if is_finite or word.lower() in self._counting.intransitive:
            return f"{who} {self._with_object(verb)}"
        if line.participle(verb) is not None:
            return self._with_piece(verb)
        if self._has_object(verb):
            return f"{who} {self._with_object(verb)}" if self.is_finite(verb) else None
        behind = verb + 1
        is_before_number = 0 <= behind < len(line.tokens) and line.tokens[behind].quantity >= 0
        return None if is_before_number and not line.gap(behind) else word

    def _takes_object(self, verb: int) -> bool:
        if self._line.gap(verb + 1) or self._line.participle(verb) is None:
            return False
        return self.is_finite(verb) or self._line.is_gerund(verb + 1)

    def is_finite(self, verb: int) -> bool:
        """Whether a word between a noun and an object is a verb in the present: "voters oppose the plan"."""
        return self._line.small(verb + 1) in self._determiners or self._line.small(verb + 1) in self._pronouns

    def _with_object(self, verb: int) -> str:
        """Return a verb with its object, if that is short: "oppose the plan", "took part in the march"."""
        line, begin = self._line, verb + 1
        if line.gap(begin):
            return line.tokens[verb].text
        while line.small(begin) in self._determiners and not line.gap(begin + 1):
            begin += 1
        words = line.words_right(begin)
        if words is None or words.end - begin > _FEW:
            return self._with_piece(verb)
        more = line.piece(words.end)
        end = more.end if more is not None and more.end - verb <= _MOST else words.end
        return line.text(Phrase(verb, end))

    def _with_piece(self, verb: int) -> str:
        """Return a verb with its particle, or with a short phrase after it: "died in hospital"."""
        line = self._line
        piece = line.piece(verb + 1)
        if piece is not None and piece.end - piece.begin <= _FEW + 1:
            return line.text(Phrase(verb, piece.end))
        return f"{line.tokens[verb].text}{self._particle(verb)}"

    def _has_object(self, at: int) -> bool:
        """Whether the word after a noun is followed by another noun, so that it may be its verb in the present."""
        line = self._line
        if line.gap(at + 1) or not line.is_word(at + 1):
            return False
        return self.is_finite(at) or line.is_content(at + 1)

    def _passive(self, verb: int, *, modal: bool) -> str | None:
        """Return what was done to a noun: "swept away", "to be built", "missing", "without power"."""
        line, counting = self._line, self._counting
        word = line.tokens[verb].text
        if line.participle(verb) is not None or line.is_past(verb):
            if counting.to_do and line.small(verb + 1) == counting.to_do and line.is_content(verb + 2):
                return f"{word} {counting.to_do} {self._with_object(verb + 2)}"
            done = self._with_piece(verb)
            return f"{counting.to_be} {done}" if modal and counting.to_be else done
        if line.is_content(verb):
            return None if self._goes_on(verb + 1) else word
        piece = line.piece(verb)
        return line.text(piece) if piece is not None and piece.end - piece.begin <= _FEW else None

    def _goes_on(self, at: int) -> bool:
        """Whether an adjective goes on: "mild to moderately deficient"."""
        line, counting = self._line, self._counting
        return not line.gap(at) and bool(counting.to_do) and line.small(at) == counting.to_do and line.is_adverb(at + 1)

    def _particle(self, verb: int) -> str:
        """Return the particle of a verb, after a space: " away". Empty: it has none."""
        line, behind = self._line, verb + 2
        if line.small(verb + 1) not in self._counting.particles or line.gap(verb + 1):
            return ""
        if behind < len(line.tokens) and not line.gap(behind) and not line.is_word(behind):
            return ""  # "confirmed in 14 countries"
        has_object = line.is_content(behind) or line.small(behind) in self._determiners
        return f" {line.tokens[verb + 1].text}" if line.gap(behind) or not has_object else ""

    def before(self, at: int) -> str | None:
        """Return what the verb before a number does to the things counted: "recovered". None: there is no such verb."""
        line, counting, verb = self._line, self._counting, at - 1
        while verb >= 0 and not line.gap(verb + 1) and line.is_adverb(verb):
            verb -= 1
        if line.gap(verb + 1) or not line.is_word(verb) or not counting.label_participles:
            return None
        if line.small(verb) in counting.level_verbs and line.small(verb) not in counting.object_verbs:
            return None
        if line.small(verb) in line.language.discourse.says or line.small(verb) in line.language.discourse.says_clause:
            return None
        if counting.to_do and line.small(verb - 1) in counting.modals and not line.gap(verb) and line.is_content(verb):
            return self.to_do(verb)
        return line.done(verb)

    def to_do(self, verb: int) -> str:
        """Return what is to be done to the things counted, from a verb in its base form: "to be hired"."""
        counting, word = self._counting, self._line.tokens[verb].text
        _, ending = counting.gerund
        if not counting.to_be or not ending:
            return f"{counting.to_do} {word}"
        done = counting.bases.get(word.lower())
        if done is None:
            base = word.removesuffix("y") + "i" if word.endswith("y") and word[-2:-1] not in "aeiou" else word
            done = f"{base.removesuffix('e')}{ending}"
        return f"{counting.to_do} {word}" if word.lower() in counting.no_passive else f"{counting.to_be} {done}"
