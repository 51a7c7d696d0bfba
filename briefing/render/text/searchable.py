"""The text of a sheet as it is searched: each line once, and which place in its line every character has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.base.words import fold_letters
from briefing.render.lines import ItemLines, Line, Role, Sheet

BREAK = "\n"
"""Stands between two lines of a block."""
APART = "\0"
"""Stands between two blocks. No run has it, so nothing is found across it."""

_NOT_WORDS = frozenset({Role.CITE, Role.RULE, Role.BAR, Role.MARK})
"""Roles of runs between words that are not words themselves."""


class LineSpan(NamedTuple):
    """A stretch of one line of a sheet."""

    line: int
    """Index of the line in the sheet."""
    start: int
    """Offset of the first character in the line's text."""
    end: int
    """Offset after the last character."""


class _Folds(dict[int, str]):
    """What each code point becomes when it is folded by itself, computed at first use."""

    def __missing__(self, code: int) -> str:
        self[code] = became = fold_letters(chr(code))
        return became


_FOLDS = _Folds()


def folded(text: str) -> str:
    """Return a text with each character folded by itself."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def as_written(text: str) -> str:
    """Return the text itself, for a search that tells words apart by how they are written."""
    return text


class SearchableText:
    """The text of a sheet in one string, block by block: an item, or a paragraph outside the items."""

    def __init__(self, sheet: Sheet, became: Callable[[str], str] = folded) -> None:
        """Take what can be found in each line. `became` makes of it what is searched."""
        self._lines, self._became = sheet.lines, became
        texts = [became(_words_of(line)) for line in sheet.lines]
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]
        """Offset of each line, and the one after the last."""
        self._blocks = list(_first_lines(sheet))
        ends = pairwise((*self._blocks, len(texts)))
        self.text = APART.join(BREAK.join(texts[first:following]) for first, following in ends)
        """All lines, with `BREAK` between two of a block, and `APART` between two blocks."""

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Yield the offsets of the beginning and the end of each block."""
        for number in range(len(self._blocks)):
            yield self._block(number)

    def block_of(self, line: int) -> tuple[int, int]:
        """Return the offsets of the beginning and the end of the block that a line is in."""
        return self._block(bisect_right(self._blocks, line) - 1)

    def _block(self, number: int) -> tuple[int, int]:
        first = self._blocks[number]
        following = self._blocks[number + 1] if number + 1 < len(self._blocks) else len(self._lines)
        return self._starts[first], self._starts[following] - 1

    def start_of(self, line: int) -> int:
        """Return the offset at which a line begins; behind the last line, one after the end of the text."""
        return self._starts[min(line, len(self._lines))]

    def on_line(self, line: int, start: int, end: int) -> LineSpan | None:
        """Return the part of a stretch of the text that is on a line, or None."""
        begins = self._starts[line]
        offsets = self._offsets(line)[max(0, start - begins) : max(0, end - begins)]
        return LineSpan(line, offsets[0], offsets[-1] + 1) if offsets else None

    def spans(self, start: int, end: int) -> tuple[LineSpan, ...]:
        """Return the parts of a stretch of the text, one for each line that it has characters on."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        found = (self.on_line(line, start, end) for line in range(first, min(last + 1, len(self._lines))))
        return tuple(span for span in found if span is not None)

    def _offsets(self, line: int) -> list[int]:
        """Return, for each character of a line as it is searched, its offset in the line as it is drawn."""
        found: list[int] = []
        written: list[str] = []
        offset = 0
        for run in self._lines[line]:
            if run.role not in _NOT_WORDS:
                found.extend(range(offset, offset + len(run.text)))
                written.append(run.text)
            offset += len(run.text)
        text = "".join(written)
        blank = len(text) - len(text.lstrip(" "))
        found, text = found[blank:], text[blank:]
        if self._became is as_written or text.isascii():
            return found
        return [at for at, character in zip(found, text, strict=True) for _ in self._became(character)]


def _words_of(line: Line) -> str:
    """Return what can be found in a line, which excludes its indent and signs."""
    return "".join([run.text for run in line if run.role not in _NOT_WORDS]).lstrip(" ")


def _first_lines(sheet: Sheet) -> Iterator[int]:
    """Yield the first line of each item, and of each paragraph outside the items."""
    inside = {item.first: item for item in sheet.items}
    index = 0
    while index < len(sheet.lines):
        yield index
        item = inside.get(index)
        index = (item.last if item else _end_of_paragraph(sheet, index, inside)) + 1


def _end_of_paragraph(sheet: Sheet, first: int, starts: Mapping[int, ItemLines]) -> int:
    last = first
    while last + 1 < len(sheet.lines) and sheet.lines[last] and sheet.lines[last + 1] and last + 1 not in starts:
        last += 1
    return last
