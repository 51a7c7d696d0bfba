"""Edits of lists and mappings in flow style: `[a, b]`, `{a: b, c: d}`, also over several lines."""

from __future__ import annotations

import re
from collections.abc import Collection

from briefing.edit.extents import Parts
from briefing.fix.rewrite import Edit, Positions

_COMMA = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*,")
_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?$")


class FlowStyle:
    """The parts of one list or mapping in flow style."""

    def __init__(self, positions: Positions, parts: Parts) -> None:
        self._positions = positions
        self._text = positions.text
        self._parts = parts.inside
        self._whole = parts

    def without(self, numbers: Collection[int]) -> list[Edit]:
        """Return the edits that remove parts, not all of them."""
        count = len(self._parts)
        tail = count
        while tail - 1 in numbers:
            tail -= 1
        edits: list[Edit] = []
        for number in sorted(numbers):
            part = self._parts[number]
            if self._has_own_lines(number):
                edits.append(self._lines(number))
            elif number < tail:
                following = self._parts[number + 1].start
                is_plain = "#" not in self._text[part.end : following]
                edits.append(Edit(part.start, following if is_plain else self._after(number), ""))
            elif number == tail:
                before = self._parts[number - 1].end
                is_plain = "#" not in self._text[before : part.start]
                edits.append(Edit(before if is_plain else part.start, self._parts[-1].end, ""))
                break
        return edits

    def swapped(self, number: int) -> list[Edit]:
        """Return the edits that exchange a part and the next one, each with its comments if both have own lines."""
        upper, lower = self._parts[number], self._parts[number + 1]
        if not (self._has_own_lines(number) and self._has_own_lines(number + 1)):
            first, second = self._text[upper.start : upper.end], self._text[lower.start : lower.end]
            return [Edit(upper.start, upper.end, second), Edit(lower.start, lower.end, first)]
        above, below = self._lines(number), self._lines(number + 1)
        comma = self._text[upper.end : self._after(number)]
        last = self._text[lower.end : self._after(number + 1)]
        first = self._text[above.start : upper.end] + last + self._text[self._after(number) : above.end]
        second = self._text[below.start : lower.end] + comma + self._text[self._after(number + 1) : below.end]
        return [Edit(above.start, above.end, second), Edit(below.start, below.end, first)]

    def inserted(self, number: int, written: str) -> list[Edit]:
        """Return the edits that add a part before part `number`, or at the end."""
        if not self._parts:
            at = self._whole.start + 1
            return [Edit(at, at, written)]
        beside = min(number, len(self._parts) - 1)
        part = self._parts[beside]
        newline = self._positions.newline()
        if self._has_own_lines(beside):
            lines = self._lines(beside)
            indent = self._indent(beside)
            if number < len(self._parts):
                return [Edit(lines.start, lines.start, f"{indent}{written},{newline}")]
            comma = self._text[part.end : self._after(beside)]
            added = Edit(lines.end, lines.end, f"{indent}{written}{',' if comma else ''}{newline}")
            return [added] if comma else [Edit(part.end, part.end, ","), added]
        if number < len(self._parts):
            return [Edit(part.start, part.start, f"{written}, ")]
        return [Edit(part.end, part.end, f", {written}")]

    def _after(self, number: int) -> int:
        """Return the offset behind a part and its comma."""
        end = self._parts[number].end
        found = _COMMA.match(self._text, end)
        return found.end() if found else end

    def _indent(self, number: int) -> str:
        start = self._parts[number].start
        return self._text[self._positions.line_start(self._positions.line_of(start)) : start]

    def _has_own_lines(self, number: int) -> bool:
        positions = self._positions
        after = self._after(number)
        line = positions.line_of(after)
        is_last = line >= positions.lines
        behind = positions.line(line)[after - positions.line_start(line) :]
        return not self._indent(number).strip(" \t") and not is_last and _REST.match(behind) is not None

    def _lines(self, number: int) -> Edit:
        """Return the edit that removes the lines of a part that has lines of its own, comments above it included."""
        positions = self._positions
        first = positions.line_of(self._parts[number].start)
        above = positions.line_of(self._parts[number - 1].end if number else self._whole.start)
        while first - 1 > above and positions.line(first - 1).lstrip(" \t").startswith("#"):
            first -= 1
        last = positions.line_of(self._after(number))
        return Edit(positions.line_start(first), positions.line_start(last + 1), "")
