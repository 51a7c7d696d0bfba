"""Amounts that belong to the parts of one subject in order: "exports and imports rose 3% and 5% respectively"."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evidence.facts.label_core import label_words
from briefing.evidence.facts.quantity_units import QuantityUnit
from briefing.evidence.facts.sentence_tokens import Phrase, SentenceTokens

_MOST = 6
"""Amounts of the longest list."""


class RespectiveParts:
    """Reads which part of a subject each amount of one sentence belongs to."""

    def __init__(self, line: SentenceTokens, units: Sequence[QuantityUnit]) -> None:
        self._line = line
        self._units = units
        self._words = label_words(line.language)

    def verb(self, index: int) -> int:
        """Return the index of the verb before a list of amounts that "respectively" ends. -1: there is no such list."""
        every = self._listed(index)
        return self._line.verb_before(self._line.places[every[0]]) if every else -1

    def part(self, index: int, verb: int) -> str:
        """Return the part of the subject of a verb that an amount belongs to. Empty: its parts are not as many."""
        line, every = self._line, self._listed(index)
        subject = line.subject(verb)
        if subject is None:
            return ""
        begin = subject.begin
        while begin > 0 and not line.gap(begin) and (line.is_content(begin - 1) or self._joins(begin - 1)):
            begin -= 1
        parts = self._parts(begin, subject.end)
        return self._named(parts, index - every[0]) if len(parts) == len(every) else ""

    def _listed(self, index: int) -> Sequence[int]:
        """Return the amounts before "respectively" that hold an amount, in order. Empty: it is none of them."""
        line, first, last = self._line, index, index
        while last + 1 < min(len(line.places), index + _MOST) and self._is_next(last + 1):
            last += 1
        behind = line.places[last] + 1
        if line.gap(behind) not in {"", ","} or line.small(behind) not in line.counting.respectively:
            return ()
        while first > max(last - _MOST, 0) and self._is_next(first):
            first -= 1
        return range(first, last + 1) if first < last else ()

    def _is_next(self, index: int) -> bool:
        """Whether an amount follows the one before it in a list: after a comma or "and"."""
        line, first, at = self._line, self._line.places[index - 1], self._line.places[index]
        if self._units[index].text != self._units[index - 1].text:
            return False
        return at == first + 1 or (at == first + 2 and line.small(at - 1) in line.language.joiners)

    def _joins(self, at: int) -> bool:
        """Whether a word may stand inside a subject: a preposition, an article, "and"."""
        small = self._line.small(at)
        return small in self._words.links or small in self._words.determiners or small in self._line.language.joiners

    def _parts(self, begin: int, end: int) -> Sequence[Phrase]:
        """Return the noun phrases of a subject that commas and "and" join."""
        line, found, start = self._line, list[Phrase](), begin
        for at in range(begin, end + 1):
            is_joiner = at < end and line.small(at) in line.language.joiners
            if at == end or is_joiner or (at > start and line.gap(at) == ","):
                part = line.trimmed(Phrase(start, at)) if at > start else None
                found += [part] if part is not None else []
                start = at + 1 if is_joiner else at
        return found

    def _named(self, parts: Sequence[Phrase], index: int) -> str:
        """Return one part; the last one gets the noun of the part before it if it needs it: "rates on the facility"."""
        line, part = self._line, parts[index]
        has_noun = any(line.small(at) in self._words.links for at in range(part.begin, part.end))
        if index == 0 or has_noun or index + 1 < len(parts):
            return line.text(part)
        before = parts[index - 1]
        link = next((at for at in range(before.end - 1, before.begin, -1) if line.small(at) in self._words.links), -1)
        if link < 0:
            return line.text(part)
        begin = link + 1
        while line.small(begin) in self._words.determiners:
            begin += 1
        return f"{line.prose.text[line.tokens[before.begin].start : line.tokens[begin].start]}{line.text(part)}"
