"""The text that is briefed: what items quote is dimmed, what was found and no item quotes is underlined.

Each paragraph is typeset once for what is marked in it, so that a change of the brief costs the paragraphs it changes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.draft.briefed_text import BriefedText, Progress
from briefing.evidence.quotes.paragraphs import Blocks, paragraph_at
from briefing.evidence.result import Span
from briefing.render.lines import Line, Role, Run, Sheet
from briefing.render.parts.marked_text import margin_digits, text_columns
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK
from briefing.render.text.wrap import fill, tied

_SIGN = 3
"""Cells between the paragraph number and the text."""
_LEAST_TEXT = 6
"""Cells for text that a line must have beside its margin; otherwise the margin is left out."""

_KEPT = 20_000
"""Typeset paragraphs that are kept."""


_WHOLE = 60_000
"""Characters of a text that is shown whole; of a longer one `_AROUND` before and after the cursor."""
_AROUND = 20_000
_NEAR = 4_000
"""Characters between the cursor and an end of what is shown, with fewer of which other parts are shown."""


def window_around(focus: Span, blocks: Blocks) -> Span:
    """Return the part of a text that is shown around a stretch: whole paragraphs, or less of one that is very long."""
    end = blocks[-1].end if blocks else 0
    if end <= _WHOLE:
        return Span(0, end)
    first = blocks[paragraph_at(blocks, max(0, focus.start - _AROUND))].start
    last = blocks[paragraph_at(blocks, min(end, focus.end + _AROUND))].end
    return Span(max(first, focus.start - 2 * _AROUND), min(last, focus.end + 2 * _AROUND))


class LineSpan(NamedTuple):
    """A stretch of one line of a page."""

    line: int
    start: int
    """First character, its margin included."""
    end: int


class _Block(NamedTuple):
    """One paragraph of a page."""

    span: Span
    """Where it is in the text."""
    first: int
    """Its first line on the page."""
    lines: tuple[Line, ...]
    """Without the margin."""
    margin: int
    """Runs before each line."""
    pieces: tuple[Span, ...]
    """The stretches of which it was typeset."""


@frozen
class TextToBrief:
    """The page of a text that is briefed."""

    sheet: Sheet
    window: Span
    """The part of the text that it shows."""
    blocks: tuple[_Block, ...]
    """In the order of the text."""

    def shows(self, span: Span, text: str) -> bool:
        """Tell whether a stretch is shown with enough of the text around it."""
        start, end = self.window
        begins = start == 0 or span.start - start >= _NEAR
        return begins and (end >= len(text.rstrip()) or end - span.end >= _NEAR) and self.window.holds(*span)

    def lines_of(self, span: Span, text: str) -> list[LineSpan]:
        """Return where a stretch of the text stands on the page. Empty: it is not shown."""
        return [found for block in self._blocks_of(span) for found in _line_spans(block, span, text, self.sheet)]

    def line_of(self, offset: int, text: str) -> int:
        """Return the line of a character of the text; the first one if it is not shown."""
        found = self.lines_of(Span(offset, offset + 1), text)
        blocks = self._blocks_of(Span(offset, offset + 1))
        return found[0].line if found else blocks[0].first if blocks else 0

    def offset_at(self, line: int, character: int, text: str) -> int | None:
        """Return the offset in the text of a character of a line of the page. None: it is not of the text."""
        at = bisect_left(self.blocks, line + 1, key=lambda one: one.first) - 1
        if at < 0 or line - self.blocks[at].first >= len(self.blocks[at].lines):
            return None
        block = self.blocks[at]
        row = line - block.first
        margin = sum(len(run.text) for run in self.sheet.lines[line][: block.margin])
        before = "".join(run.text for run in block.lines[row])[: max(0, character - margin)]
        ink = sum(_ink(_text(one)) for one in block.lines[:row]) + _ink(before)
        return _offset_of(block, ink, text)

    def _blocks_of(self, span: Span) -> Sequence[_Block]:
        first = bisect_left(self.blocks, span.start + 1, key=lambda one: one.span.start) - 1
        last = bisect_left(self.blocks, span.end, key=lambda one: one.span.start)
        return self.blocks[max(0, first) : last]


class _Mark(NamedTuple):
    """A stretch of a paragraph that looks alike."""

    span: Span
    role: Role


_Key = tuple[int, Span, int, tuple[_Mark, ...]]
"""Number of a paragraph, what is shown of it, the width of the page, and what is marked in it."""


class _Paragraph(NamedTuple):
    """A paragraph that was typeset."""

    lines: tuple[Line, ...]
    """Without the margin."""
    rows: tuple[Line, ...]
    """With it."""
    margin: int
    """Runs of the margin."""
    pieces: tuple[Span, ...]
    """The stretches of which it was typeset."""


class TextPages:
    """Typesets one text that is briefed; keeps the paragraphs that it has typeset."""

    def __init__(self, briefed: BriefedText, look: Look) -> None:
        self.briefed, self._look = briefed, look
        self._typeset: dict[_Key, _Paragraph] = {}

    def page(self, progress: Progress, width: int, focus: Span) -> TextToBrief:
        """Return the page at a width in cells; of a very long text the part around `focus`."""
        blocks = self.briefed.held.saved.blocks
        window = window_around(focus, blocks)
        marks = _marks(self.briefed, progress, window)
        starts = [mark.span.start for mark in marks]
        lines: list[Line] = []
        found: list[_Block] = []
        for number in range(paragraph_at(blocks, window.start), min(paragraph_at(blocks, window.end) + 1, len(blocks))):
            block = Span(max(blocks[number].start, window.start), min(blocks[number].end, window.end))
            if block.start < block.end:
                inside = marks[max(0, bisect_left(starts, block.start) - 1) : bisect_left(starts, block.end)]
                paragraph = self._paragraph(number, block, max(1, width), tuple(inside))
                found.append(_Block(block, len(lines), paragraph.lines, paragraph.margin, paragraph.pieces))
                lines += [*paragraph.rows, ()]
        return TextToBrief(Sheet(tuple(lines[:-1])), window, tuple(found))

    def _paragraph(self, number: int, block: Span, width: int, marks: tuple[_Mark, ...]) -> _Paragraph:
        key = (number, block, width, marks)
        if key not in self._typeset:
            if len(self._typeset) > _KEPT:
                self._typeset.clear()
            self._typeset[key] = self._set(number, block, width, marks)
        return self._typeset[key]

    def _set(self, number: int, block: Span, width: int, marks: tuple[_Mark, ...]) -> _Paragraph:
        text, look = self.briefed.text, self._look
        digits = margin_digits(len(self.briefed.held.saved.blocks), look)
        columns = text_columns(width, digits)
        has_margin = columns - digits - _SIGN >= _LEAST_TEXT
        pieces = tuple(_pieces(block, marks, is_title=number == 0))
        runs = [Run(text[one.span.start : one.span.end], one.role) for one in pieces]
        lines = tuple(fill(runs, columns - (digits + _SIGN if has_margin else 0)))
        margins = [_margin(line, 0 if row else number, digits, look) for row, line in enumerate(lines)]
        rows = tuple((*margin, *line) for margin, line in zip(margins, lines, strict=True)) if has_margin else lines
        return _Paragraph(lines, rows, 2 if has_margin else 0, tuple(one.span for one in pieces))


def _marks(briefed: BriefedText, progress: Progress, window: Span) -> list[_Mark]:
    """Return what is dimmed and what is underlined, in order and without overlaps: what is quoted comes first."""
    quoted = _within(progress.quoted, window)
    found = [_Mark(span, Role.FAINT) for span in quoted]
    last = 0
    for span in sorted({*_without(_within(briefed.marked, window), quoted)}):
        start = max(span.start, last)
        if start < span.end:
            found.append(_Mark(Span(start, span.end), Role.FOUND))
            last = span.end
    return sorted(found)


def _within(spans: Sequence[Span], window: Span) -> Sequence[Span]:
    """Return those of some stretches, which are in order, that reach into a part of the text."""
    first = bisect_left(spans, window.start, key=lambda one: one.start)
    return spans[max(0, first - 1) : bisect_left(spans, window.end, key=lambda one: one.start)]


def _without(spans: Iterable[Span], quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of some stretches that lie in none of others, which are in order."""
    for span in spans:
        start = span.start
        at = max(0, bisect_left(quoted, span.start, key=lambda one: one.start) - 1)
        for index in range(at, len(quoted)):
            one = quoted[index]
            if one.start >= span.end:
                break
            if one.start > start:
                yield Span(start, one.start)
            start = max(start, one.end)
        if start < span.end:
            yield Span(start, span.end)


def _pieces(block: Span, marks: Sequence[_Mark], *, is_title: bool) -> Iterator[_Mark]:
    """Cut a paragraph where its marks begin and end."""
    ordinary = Role.STRONG if is_title else Role.BODY
    clipped = [_Mark(Span(max(one.span.start, block.start), min(one.span.end, block.end)), one.role) for one in marks]
    inside = {one.span.start: one for one in clipped if one.span.start < one.span.end}
    edges = sorted({*block, *(edge for one in inside.values() for edge in one.span)})
    current: _Mark | None = None
    for start, end in pairwise(edges):
        current = inside.get(start, current if current is not None and current.span.end > start else None)
        yield _Mark(Span(start, end), current.role if current is not None else ordinary)


def _margin(line: Line, number: int, digits: int, look: Look) -> Line:
    """Return what stands before a line: the number of its paragraph, and a sign if items quote words of it."""
    sign = look.signs.paragraph if len(look.signs.paragraph) == 1 else ""
    said = f"{sign}{number}" if number else ""
    is_quoted = any(run.role is Role.FAINT for run in line)
    return Run(said.rjust(digits), Role.FAINT), Run(f" {look.signs.quoted if is_quoted else ' '} ", Role.ACCENT)


def _text(line: Line) -> str:
    return "".join(run.text for run in line)


def _ink(text: str) -> int:
    """Return how many characters of a text are not blank."""
    return len(text) - text.count(" ") - text.count(NO_BREAK)


def _shown(block: _Block, text: str, until: int) -> str:
    """Return what was typeset of a paragraph up to an offset."""
    return "".join(tied(Run(text[one.start : min(one.end, until)]).text) for one in block.pieces if one.start < until)


def _line_spans(block: _Block, span: Span, text: str, sheet: Sheet) -> Iterator[LineSpan]:
    """Yield where a stretch stands: typesetting changes blanks only, so that the other characters are counted."""
    first, last = _ink(_shown(block, text, max(span.start, block.span.start))), _ink(_shown(block, text, span.end))
    done = 0
    for row, line in enumerate(block.lines):
        shown = _text(line)
        ink = _ink(shown)
        if done < last and done + ink > first:
            margin = sum(len(run.text) for run in sheet.lines[block.first + row][: block.margin])
            start = _character(shown, max(0, first - done))
            end = _character(shown, min(ink, last - done) - 1) + 1
            yield LineSpan(block.first + row, margin + start, margin + end)
        done += ink


def _character(shown: str, number: int) -> int:
    """Return the index of a character of a line, counted without blanks."""
    for index, character in enumerate(shown):
        if character not in {" ", NO_BREAK}:
            if number == 0:
                return index
            number -= 1
    return len(shown)


def _offset_of(block: _Block, ink: int, text: str) -> int:
    """Return the offset of the character of a paragraph before which so many are not blank."""
    low, high = block.span
    while low < high:
        middle = (low + high) // 2
        if _ink(_shown(block, text, middle + 1)) > ink:
            high = middle
        else:
            low = middle + 1
    return min(low, block.span.end - 1)
