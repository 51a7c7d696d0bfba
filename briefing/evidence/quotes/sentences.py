"""The sentences of a text: where the sentence around some words begins and ends."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.result import Span

_SENTENCE_END = re.compile(r"(?<=[.!?])['\])]*\s+(?=['(\[]*[^\Wa-z_])")
_LONGEST_ABBREVIATION = 12
_REACH = 1000
"""Characters before and after a quote among which the ends of its sentence are looked for."""


@lru_cache(maxsize=64)
def _no_end(language: Language) -> re.Pattern[str]:
    """Return a pattern of words whose full stop does not end a sentence: abbreviations and initials."""
    known = "|".join(re.escape(each) for each in language.abbreviations)
    return re.compile(rf"(?<![^\W_])(?:{known + '|' if known else ''}[^\W\d_])\.$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _no_start(language: Language) -> re.Pattern[str] | None:
    """Return a pattern of words that may follow an ordinal with a full stop: "3. Oktober". None: none may."""
    if "." not in language.ordinal_ends:
        return None
    names = "|".join(re.escape(each) for each in (*language.months, *language.century))
    return re.compile(rf"\d\. (?:{names})", re.IGNORECASE)


def sentence_around(text: str, span: Span, within: Span, language: Language) -> Span:
    """Return the offsets of the sentence or sentences of a folded text that hold `span`, limited to `within`."""
    no_end, no_start = _no_end(language), _no_start(language)
    start = max(within.start, span.start - _REACH)
    end = max(min(within.end, span.end + _REACH), span.end)
    for found in _SENTENCE_END.finditer(text, start, end):
        before = text[max(found.start() - _LONGEST_ABBREVIATION, 0) : found.start()]
        if no_end.search(before) or (no_start is not None and no_start.match(text, found.start() - 2)):
            continue
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end:
            end = found.start()
            break
    return Span(min(start, span.start), end)
