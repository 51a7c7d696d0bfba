"""The paragraphs of a saved text, as `at` counts them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from briefing.base.static_types import overload
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.text_cache import cached_by_text
from briefing.evidence.result import Span

LONG_LINE = 160
"""A line of more characters is a paragraph by itself, since the text was saved without line breaks."""

_MOST_BLOCKS = 1_000_000
"""Paragraphs of one text that are counted; the last one holds the rest."""

_LINE_END = LazyPattern(r"\r(?!\n)|[\x85\u2028\u2029]")
_BLANK = " \t\r\f\v\u00a0\u3000\ufeff\u200b"
_LINE = rf"[{_BLANK}]*+[^\n{_BLANK}][^\n]*+"
_BLOCK = LazyPattern(rf"^{_LINE}(?>(?:\n{_LINE})*)", re.MULTILINE)
"""A run of lines that are not blank."""


class Blocks(Sequence[Span]):
    """The paragraphs of a text, in order. Kept as two arrays, since a text of one-letter paragraphs has millions."""

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self.starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> Blocks: ...

    def __getitem__(self, index: int | slice) -> Span | Blocks:
        """Return the offsets of one paragraph, or a slice of them."""
        if isinstance(index, slice):
            return Blocks(self.starts[index], self._ends[index])
        return Span(self.starts[index], self._ends[index])


def _paragraphs(text: str) -> Blocks:
    """Return the paragraphs of a text. The first is its title; the one at index N is `para N`."""
    starts, ends = array("i"), array("i")
    unified = _LINE_END.sub("\n", text)
    for found in _BLOCK.finditer(unified):
        start, end = found.span()
        if len(starts) >= _MOST_BLOCKS:
            ends[-1] = len(text)
            break
        if end - start <= LONG_LINE:
            starts.append(start)
            ends.append(end)
        else:
            _with_long_lines(unified, found, starts, ends)
    return Blocks(starts, ends)


paragraphs = cached_by_text(_paragraphs, keeps_long=True)


def _with_long_lines(text: str, block: re.Match[str], starts: array[int], ends: array[int]) -> None:
    """Split a run of lines at those that are paragraphs by themselves."""
    start, joining = block.start(), False
    while start <= block.end():
        found = text.find("\n", start, block.end())
        end = found if found >= 0 else block.end()
        is_short = end - start <= LONG_LINE
        if joining and is_short:
            ends[-1] = end
        else:
            starts.append(start)
            ends.append(end)
        joining, start = is_short, end + 1


def paragraph_at(blocks: Blocks, offset: int) -> int:
    """Return the number of the paragraph that holds an offset; 0 is the title."""
    return max(bisect_right(blocks.starts, offset) - 1, 0)
