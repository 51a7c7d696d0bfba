"""Owns where things stand that are drawn before Textual can say: the parts of the screen, and the text in a pane."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.tui.panes import LIBRARY

MARGIN = 2
"""Cells left of the text of a pane; the first of them carries the bar at the item that the reader stands on."""
ROOMY = 24
"""From this height on a pane has a row of air under its heading."""
MEDIUM, BROAD, WIDE = 80, 120, 160
"""Columns from which on there is a rail beside the summary, then the list too, then more room for all."""
USUAL, TALL = 20, 32
"""Rows from which on the masthead has a rule, then the panes of the rail a row between them."""
COLUMN_CLASSES = [(0, "-narrow"), (MEDIUM, "-medium"), (BROAD, "-broad"), (WIDE, "-wide")]
"""The class that a screen has from so many columns on."""
ROW_CLASSES = [(0, "-short"), (USUAL, "-usual"), (TALL, "-tall")]
"""The class that a screen has from so many rows on."""

_LEAST = (16, 6)
"""Columns and rows below which it is not worth to say where anything stands."""
_RAIL = ("figures", "timeline", "sources")
_BROAD_SHARES = {"figures": (8, 3, 3), "timeline": (3, 8, 3), "sources": (3, 3, 8)}
_SHARES = {"figures": (4, 1, 1), "timeline": (1, 4, 1), "sources": (1, 1, 4)}
"""How the panes of the rail share its rows while the reader is in one of them."""


class Place(NamedTuple):
    """Where a part stands on the screen, in cells."""

    left: int
    top: int
    width: int
    height: int


class Size(NamedTuple):
    """The size of a terminal, in cells."""

    columns: int
    rows: int


def places(size: Size, pane: str) -> Mapping[str, Place]:
    """Return where each part stands that is seen while the reader is in a pane: what app.tcss says, as a test holds.

    By their names on the screen. Nothing where the terminal is too small for it to matter.
    """
    columns, rows = size
    if columns < _LEAST[0] or rows < _LEAST[1]:
        return {}
    mast = 1 if rows < USUAL or columns < MEDIUM else 2
    edges = {"mast": Place(0, 0, columns, mast), "foot": Place(0, rows - 1, columns, 1)}
    if columns < MEDIUM:
        tabs = 1 if rows < USUAL else 2
        top = mast + tabs
        alone = Place(0, top, columns, rows - top - 1 - _air(size, pane))
        return {**edges, "tabs": Place(0, mast, columns, tabs), pane: alone}
    left, right = _sides(columns, pane)
    main = Place(left, mast, columns - left - right, rows - mast - 1)
    found = {**edges, "summary": main, **_rail(size, pane, Place(columns - right + 1, mast, right - 1, main.height))}
    if left:
        found["filter"] = Place(0, mast, left - 1, 1)
        found[LIBRARY] = Place(0, mast + 1, left - 1, main.height - 1)
    return found


def _sides(columns: int, pane: str) -> tuple[int, int]:
    """Return the columns of the list and of the rail, with the empty one beside each; no list where it is folded."""
    if columns < BROAD:
        return 0, 36 if pane == "summary" else 45
    return (31, 41) if columns < WIDE else (39, 79)


def _rail(size: Size, pane: str, place: Place) -> dict[str, Place]:
    """Return where the three panes of the rail stand. The first of them has the row beside the filter besides."""
    shares = _shares(size, pane)
    free = place.height - 1
    ends = [place.top + 1 + free * sum(shares[:number]) // sum(shares) for number in (1, 2, 3)]
    tops = (place.top, *ends[:2])
    return {
        name: Place(place.left, top, place.width, end - top - _air(size, name))
        for name, top, end in zip(_RAIL, tops, ends, strict=True)
    }


def _air(size: Size, pane: str) -> int:
    """Return the empty rows under a pane."""
    return 1 if size.rows >= TALL and pane in _RAIL[:2] else 0


def _shares(size: Size, pane: str) -> tuple[int, int, int]:
    if size.columns < WIDE and pane in _SHARES:
        return (_BROAD_SHARES if size.columns >= BROAD and size.rows >= USUAL else _SHARES)[pane]
    if size.rows < USUAL or size.columns < BROAD:
        return (1, 1, 1)
    return (4, 5, 4) if size.columns < WIDE else (4, 4, 5)


def breakpoints(size: Size, *scales: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield the classes of a screen of this size: of the scale for its columns, and of that for its rows."""
    for cells, scale in zip(size, scales, strict=True):
        yield max((least, name) for least, name in scale if least <= cells)[1]
