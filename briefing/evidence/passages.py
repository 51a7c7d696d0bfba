"""Owns the parts of a saved text: its paragraphs as `at` counts them, and the sentence that words stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from briefing.evidence.result import Span

LONG_LINE = 160
"""A line of more characters than this is a paragraph by itself: the text was saved unwrapped."""

_LINE_END = re.compile(r"\r(?!\n)|[\x85\u2028\u2029]")
_BLANK = " \t\r\f\v\u00a0\u3000\ufeff\u200b"
_ABBREVIATIONS = (
    "mr|mrs|ms|dr|st|gen|col|lt|sgt|capt|adm|gov|sen|rep|prof|hon|jr|sr|no|nos|vs|etc|inc|ltd|co|corp|approx|ca|c|cf"
    "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|fig|vol|pp|p|art|est|u\\.s|u\\.k|u\\.n"
    "|e\\.g|i\\.e|a\\.m|p\\.m|bzw|nr|z\\.b|d\\.h|rd|mio|mrd|mme|mm"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])['\])]*\s+(?=['(\[]*[^\Wa-z_])")
_NO_END = re.compile(rf"(?:(?<![^\W_])(?:{_ABBREVIATIONS})|(?<![^\W_])[A-Za-z])\.$", re.IGNORECASE)
_GERMAN_DAY = re.compile(r"\d\. (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrh)")


_REACH = 1000
"""Characters on either side of a quote in which its sentence is looked for."""


@lru_cache(maxsize=8)
def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the blocks of a text; the first is its title, the one at index N is `para N`."""
    blocks: list[Span] = []
    joining = False
    offset = 0
    for line in _LINE_END.sub("\n", text).split("\n"):
        end = offset + len(line)
        if not line or not line.strip(_BLANK):
            joining = False
        elif len(line) > LONG_LINE:
            blocks.append(Span(offset, end))
            joining = False
        elif joining:
            blocks[-1] = Span(blocks[-1].start, end)
        else:
            blocks.append(Span(offset, end))
            joining = True
        offset = end + 1
    return tuple(blocks)


def paragraph_at(blocks: tuple[Span, ...], offset: int) -> int:
    """Return the number of the paragraph that holds an offset: 0 for the title."""
    return max(bisect_right(blocks, offset, key=lambda block: block.start) - 1, 0)


def sentence(text: str, span: Span, within: Span) -> Span:
    """Return the sentence or sentences of a folded text that hold `span`, no wider than `within`."""
    start = max(within.start, span.start - _REACH)
    end = max(min(within.end, span.end + _REACH), span.end)
    for found in _SENTENCE_END.finditer(text, start, end):
        before = text[max(found.start() - 12, 0) : found.start()]
        if _NO_END.search(before) or _GERMAN_DAY.match(text, found.start() - 2):
            continue
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end:
            end = found.start()
            break
    return Span(min(start, span.start), end)
