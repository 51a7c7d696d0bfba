"""Owns where things stand that are drawn before Textual can say: the summary, and the text in a pane."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

MARGIN = 2
"""Cells left of the text of a pane; the first of them carries the bar at the item that the reader stands on."""
ROOMY = 24
"""From this height on a pane has a row of air under its heading."""


class Place(NamedTuple):
    """Where a pane stands on the screen, in cells."""

    left: int
    top: int
    width: int
    height: int


class Size(NamedTuple):
    """The size of a terminal, in cells."""

    columns: int
    rows: int


def summary_place(size: Size) -> Place:
    """Return where the reading screen has its summary: what app.tcss says, which a test compares."""
    columns, rows = size
    mast = 1 if rows < 20 or columns < 80 else 2  # noqa: PLR2004 - the breakpoints of the reading screen
    if columns < 80:  # noqa: PLR2004
        top = mast + (1 if rows < 20 else 2)  # noqa: PLR2004 - below the tabs
        return Place(0, top, columns, rows - top - 1)
    if columns < 120:  # noqa: PLR2004
        return Place(0, mast, columns - 36, rows - mast - 1)
    beside = (31, 41) if columns < 160 else (39, 79)  # noqa: PLR2004 - list and rail, with their gutters
    return Place(beside[0], mast, columns - sum(beside), rows - mast - 1)


def breakpoints(size: Size, *scales: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield the classes of a screen of this size: of the scale for its columns, and of that for its rows."""
    for cells, scale in zip(size, scales, strict=True):
        yield max((least, name) for least, name in scale if least <= cells)[1]
