"""Edits of lists and mappings in block style, where each part has lines of its own.

A comment belongs to the part below it, unless it is indented more than the parts: then it belongs to the part above.
A comment with an empty line on both sides belongs to none, and stays where it is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.edit.extents import OddLayoutError, Part, Parts
from briefing.fix.rewrite import Edit, Positions


class _Lines(NamedTuple):
    """The lines of one part, counted from 1."""

    first: int
    """Its first comment line, or `own`."""
    own: int
    """The line of its dash or key."""
    last: int
    """Its last line, of its value or of a comment."""


class BlockStyle:
    """The parts of one list or mapping in block style."""

    def __init__(self, positions: Positions, parts: Parts) -> None:
        self._positions = positions
        self._parts = parts
        line = positions.line_of(parts.start)
        self.column = parts.start - positions.line_start(line)
        """Characters before each dash or key."""
        self.is_compact = bool(positions.line(line)[: self.column].strip())
        """Whether the first part stands in one line with what holds the list or mapping: "- text: …"."""
        self._above = line if self.is_compact else self._holder(line - 1)
        """The line of the key or the dash that holds the list or mapping; 0 for the brief itself."""
        self._rows = self._find_rows()

    def without(self, numbers: Collection[int]) -> list[Edit]:
        """Return the edits that remove parts, not all of them."""
        kept = [number for number in range(len(self._rows)) if number not in numbers]
        removed = sorted(numbers)
        if self.is_compact and kept[0] > 0:
            following = self._rows[kept[0]].first
            line = self._positions.line(following)
            end = self._start(following) + len(line) - len(line.lstrip(" \t"))
            rest = (self._removal(number, kept) for number in removed if number > kept[0])
            return [Edit(self._parts.start, end, ""), *rest]
        return [self._removal(number, kept) for number in removed]

    def swapped(self, number: int) -> list[Edit]:
        """Return the edits that exchange a part and the next one, each with its comments."""
        if number == 0 and self.is_compact:
            raise OddLayoutError
        upper, lower = self._rows[number], self._rows[number + 1]
        first, second = self._text(upper.first, upper.last), self._text(lower.first, lower.last)
        gap = self._text(upper.last + 1, lower.first - 1)
        whole = second + gap + first
        if not second.endswith(("\n", "\r")):
            whole = second + self._positions.newline() + gap + first.removesuffix("\n").removesuffix("\r")
        return [Edit(self._start(upper.first), self._start(lower.last + 1), whole)]

    def inserted(self, number: int, lines: Sequence[str]) -> list[Edit]:
        """Return the edits that add a part before part `number`, or at the end, set apart as its neighbours are."""
        newline = self._positions.newline()
        whole = self._indented(lines)
        if number == 0 and self.is_compact:
            at = self._parts.start
            return [Edit(at, at, whole.lstrip(" ") + newline + " " * self.column)]
        empty = newline * self._empty_lines_beside(number)
        if number < len(self._rows):
            at = self._start(self._rows[number].first)
            return [Edit(at, at, whole + newline + empty)]
        return [self._below(self._rows[-1].last, empty + whole)]

    def inserted_below(self, number: int, lines: Sequence[str], empty: int = 0) -> list[Edit]:
        """Return the edits that add lines below part `number`, after so many empty lines."""
        return [self._below(self._rows[number].last, self._positions.newline() * empty + self._indented(lines))]

    @property
    def has_empty_lines(self) -> bool:
        """Whether any of the parts are set apart by empty lines."""
        return any(self._empty_lines_above(number) for number in range(1, len(self._rows)))

    def _holder(self, line: int) -> int:
        """Return the next line upward, from `line` on, that is neither empty nor a comment; 0 if there is none."""
        while line and (self._is_comment(line) or not self._positions.line(line).strip()):
            line -= 1
        return line

    def _indented(self, lines: Sequence[str]) -> str:
        return self._positions.newline().join(f"{' ' * self.column}{line}" if line else line for line in lines)

    def _below(self, line: int, whole: str) -> Edit:
        """Return the edit that adds whole lines below a line."""
        newline = self._positions.newline()
        at = self._start(line + 1)
        if self._positions.text[:at].endswith(("\n", "\r")):
            return Edit(at, at, whole + newline)
        return Edit(at, at, newline + whole)

    def _empty_lines_above(self, number: int) -> int:
        """Return the number of empty lines above a part."""
        first = self._rows[number].first
        return first - 1 - self._filled(first - 1, self._rows[number - 1].last if number else self._above)

    def _empty_lines_beside(self, number: int) -> int:
        """Return the number of empty lines that a new part needs between itself and its neighbour."""
        if len(self._rows) == 1:
            return 0
        return self._empty_lines_above(min(max(number, 1), len(self._rows) - 1))

    def _find_rows(self) -> list[_Lines]:
        rows: list[_Lines] = []
        above = self._above
        for number, part in enumerate(self._parts.inside):
            own = self._own_line(part, above, is_first=number == 0)
            first = own
            while first - 1 > above and self._is_comment(first - 1):
                first -= 1
            last = max(self._positions.line_of(max(part.end - 1, part.start)), own)
            while last < self._positions.lines and self._is_comment(last + 1, deeper=True):
                last += 1
            rows.append(_Lines(first, own, last))
            above = last
        return rows

    def _own_line(self, part: Part, above: int, *, is_first: bool) -> int:
        positions = self._positions
        line = positions.line_of(part.start)
        if is_first:
            return positions.line_of(self._parts.start)
        if not self._parts.is_list:
            if part.start - positions.line_start(line) != self.column or positions.line(line)[: self.column].strip():
                raise OddLayoutError
            return line
        while line > above:
            text = positions.line(line)
            if text[self.column : self.column + 1] == "-" and not text[: self.column].strip(" "):
                return line
            line -= 1
        raise OddLayoutError

    def _is_comment(self, line: int, *, deeper: bool = False) -> bool:
        text = self._positions.line(line)
        bare = text.lstrip(" \t")
        return bare.startswith("#") and (not deeper or len(text) - len(bare) > self.column)

    def _removal(self, number: int, kept: Sequence[int]) -> Edit:
        """Return the edit for one part: its lines, and the empty lines on one side of it, the fewer ones."""
        row = self._rows[number]
        is_below, is_above = kept[0] < number, number < kept[-1]
        start = row.own if row.first == 1 else row.first  # what stands at the top of a file is about the file
        before = self._filled(start - 1, self._rows[number - 1].last if number else self._above) + 1
        below = self._rows[number + 1].first if number + 1 < len(self._rows) else self._positions.lines + 1
        after = row.last + 1
        while after < below and not self._positions.line(after).strip():
            after += 1
        if is_below and (not is_above or start - before < after - 1 - row.last):
            return Edit(self._start(before), self._start(row.last + 1), "")
        return Edit(self._start(start), self._start(after if is_above else row.last + 1), "")

    def _filled(self, line: int, above: int) -> int:
        """Return the next line upward, from `line` on, that is not empty, but at least `above`."""
        while line > above and not self._positions.line(line).strip():
            line -= 1
        return line

    def _start(self, line: int) -> int:
        return self._positions.line_start(line)

    def _text(self, first: int, last: int) -> str:
        return self._positions.text[self._start(first) : self._start(last + 1)]
