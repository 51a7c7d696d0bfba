"""The sentences of a text: where each begins and ends, and the one around some words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.patterns import GrowingPattern, LazyPattern
from briefing.evidence.result import Span

_SENTENCE_END = LazyPattern(r"(?<=[.!?])['\])]*\s+(?=['(\[]*[^\Wa-z_])")
_LONGEST_ABBREVIATION = 12
_REACH = 1000
"""Characters before and after a quote among which the ends of its sentence are looked for."""


@lru_cache(maxsize=64)
def _no_end(language: Language) -> GrowingPattern:
    """Return a pattern of words whose full stop does not end a sentence: abbreviations and initials."""
    return GrowingPattern(
        lambda choice: rf"(?<![^\W_])(?:{choice.parts(language.abbreviations)}|[^\W\d_])\.$", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _no_start(language: Language) -> re.Pattern[str] | None:
    """Return a pattern of words that may follow an ordinal with a full stop: "3. Oktober". None: none may."""
    if "." not in language.ordinal_ends:
        return None
    parts = {one.partition(". ")[2] for one in language.seasons if one[0].isdecimal()}
    names = "|".join(re.escape(each) for each in (*language.months, *language.century, *sorted(parts - {""})))
    return re.compile(rf"\d\. (?:{names})", re.IGNORECASE)


def sentence_around(
    text: str, span: Span, within: Span, language: Language, ends: Sequence[Span] | None = None
) -> Span:
    """Return the offsets of the sentence or sentences of a folded text that hold `span`, limited to `within`.

    `ends`: what `sentence_ends` returns for `within`, where it is known.
    """
    start = max(within.start, span.start - _REACH)
    end = max(min(within.end, span.end + _REACH), span.end)
    is_whole = ends is not None and (start, end) == within
    for found in ends if ends is not None and is_whole else _ends(text, Span(start, end), language):
        if found.end <= span.start:
            start = found.end
        elif found.start >= span.end:
            end = found.start
            break
    return Span(min(start, span.start), end)


def sentence_ends(text: str, within: Span, language: Language) -> tuple[Span, ...]:
    """Return what stands between two sentences of a stretch: from the end of the first to the start of the second."""
    return tuple(_ends(text, within, language))


def sentences_of(text: str, within: Span, language: Language, ends: Sequence[Span] | None = None) -> Iterator[Span]:
    """Yield the offsets of each sentence of a stretch of a folded text, such as a paragraph.

    `ends`: what `sentence_ends` returns for the stretch, where it is known.
    """
    start = within.start
    for found in _ends(text, within, language) if ends is None else ends:
        yield Span(start, found.start)
        start = found.end
    if start < within.end:
        yield Span(start, within.end)


def _ends(text: str, within: Span, language: Language) -> Iterator[Span]:
    """Yield what stands between two sentences: from the end of the first to the start of the second."""
    no_end, no_start = _no_end(language), _no_start(language)
    for found in _SENTENCE_END.finditer(text, within.start, within.end):
        start, end = found.span()
        if no_end.search(text[max(start - _LONGEST_ABBREVIATION, 0) : start]):
            continue
        if no_start is not None and no_start.match(text, start - 2):
            continue
        yield Span(start, end)
