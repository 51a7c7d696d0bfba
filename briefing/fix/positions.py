"""Owns the way from a place in a file to an offset in its text as the disk has it: line ends, byte order mark."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.base.problems import Spot

_LINE_END = re.compile("\r\n|\r|\n")


class Edit(NamedTuple):
    """One stretch of a text that is replaced."""

    start: int
    """Offset in characters."""
    end: int
    """Equal to `start` where something is put in between."""
    text: str


class Positions:
    """The lines of one text, counted as the reader counts them."""

    def __init__(self, text: str) -> None:
        self.text = text
        # The byte order mark is no column.
        self._starts = [1 if text.startswith("\ufeff") else 0]
        self._ends: list[int] = []
        for found in _LINE_END.finditer(text):
            self._ends.append(found.start())
            self._starts.append(found.end())
        self._ends.append(len(text))

    def offset(self, spot: Spot) -> int:
        """Return the offset of a place."""
        if spot.line > len(self._starts):
            return len(self.text)
        return min(self._starts[spot.line - 1] + spot.column - 1, self._ends[spot.line - 1])

    def line_end(self, spot: Spot) -> int:
        """Return the offset behind the last character of the line that a place is in."""
        return self._ends[min(spot.line, len(self._ends)) - 1]

    def newline(self) -> str:
        """Return what ends the lines of this text."""
        found = _LINE_END.search(self.text)
        return found.group() if found else "\n"


def edited(text: str, edits: list[Edit]) -> str | None:
    """Return the text with every edit made, or None when two of them overlap."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.start < done:
            return None
        parts += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join(parts) + text[done:]
