"""The parts of a sentence that go with some of its numbers only: a reason, a clause about a noun, a clause behind."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.patterns import GrowingPattern, LazyPattern
from briefing.evidence.result import Span
from briefing.evidence.words.prose import Prose


class SentenceParts:
    """The parts of one sentence."""

    def __init__(self, prose: Prose) -> None:
        text, patterns = prose.text, _patterns(prose.language)
        self._reasons = [_reason(text, found) for found in patterns.reason.finditer(text)]
        self._asides = [Span(found.start(), _end(_COMMA, text, found.end())) for found in patterns.aside.finditer(text)]
        self._breaks = [found.start() for found in patterns.breaks.finditer(text)]

    def are_apart(self, word: int, number: int) -> bool:
        """Whether what stands at one offset of the sentence is in a part that a number at another has no share in."""
        if self.is_aside(word, number) or self.is_reason(word, number):
            return True
        first, last = sorted((word, number))
        return any(first < at < last for at in self._breaks)

    def is_reason(self, place: int, other: int) -> bool:
        """Whether an offset lies in what is given as a reason, and another one does not."""
        return any(one.has(place) and not one.has(other) for one in self._reasons)

    def is_aside(self, place: int, other: int) -> bool:
        """Whether an offset lies in a clause about a noun, between commas, and another one does not."""
        return any(one.has(place) and not one.has(other) for one in self._asides)


def sentence_parts(prose: Prose) -> SentenceParts:
    """Return the parts of a sentence. Meant for `Prose.once`."""
    return SentenceParts(prose)


def _reason(text: str, found: re.Match[str]) -> Span:
    """Return a reason: at the head of a sentence it ends with its comma, behind with the sentence."""
    is_first = not text[: found.start()].strip()
    return Span(found.start(), _end(_COMMA if is_first else _STOP, text, found.end()))


def _end(pattern: LazyPattern, text: str, start: int) -> int:
    found = pattern.search(text, start)
    return len(text) if found is None else found.start()


_COMMA = LazyPattern(r"[,;]\s|[.!?]\s")
_STOP = LazyPattern(r"[;:]\s|[.!?]\s")


class _Patterns:
    """The words of one language that begin such parts."""

    def __init__(self, language: Language) -> None:
        small, breaks = re.IGNORECASE, [one for one in language.clause_breaks if one not in language.relatives]
        self.reason = GrowingPattern(lambda choice: rf"(?<!\w)(?:{choice.phrases(language.causes)})", small)
        self.aside = GrowingPattern(lambda choice: rf",\s(?:{choice.phrases(language.relatives)})", small)
        self.breaks = GrowingPattern(lambda choice: rf"(?:[,;]\s|\s)(?:{choice.phrases(breaks)})", small)


@lru_cache(maxsize=8)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)
