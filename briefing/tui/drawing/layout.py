"""Where the parts of the reading screen stand, as rectangles of cells, and the sizes at which that changes. Pure.

The first frame is drawn from these rectangles, and Textual's screens place their widgets by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefing.tui.panes import LIBRARY, PANES

MARGIN = 2
"""Cells left of the text of a pane; the first of them carries the bar at the chosen item."""
ROOMY = 24
"""From this height on a pane has an empty row under its heading."""
MEDIUM, BROAD, WIDE = 80, 120, 160
"""Columns from which on the side panes stand beside the summary, then the list too, then all of them wider."""
USUAL, TALL = 20, 32
"""Rows from which on the masthead has a rule, then the side panes an empty row between them."""

MAIN, *_SIDE = (name for name, _, _ in PANES)
_OPEN_BROAD, _OTHER_BROAD = 8, 3
_OPEN, _OTHER = 4, 1
"""How the rows of the side panes are shared while one of them is open: by it, and by each of the others."""
_AT_REST_BROAD = {"timeline": 5}
_AT_REST_WIDE = {"sources": 5}
_AT_REST = 4
"""The shares while none of them is open: that of each which is not named here."""
_SOURCE_TEXT = 84
"""Columns of a saved text that is shown over the panes."""


class Place(NamedTuple):
    """A rectangle on the screen, in cells."""

    left: int
    top: int
    width: int
    height: int


class Size(NamedTuple):
    """The size of a terminal, in cells."""

    columns: int
    rows: int


class LayoutState(NamedTuple):
    """What the reading screen shows, as far as its layout depends on it."""

    part: str = MAIN
    """Name of the part that the reader is in: a pane or the list."""
    is_zoomed: bool = False
    """Whether that part is shown alone."""
    is_finding: bool = False
    """Whether words to be found are typed into the last row."""


def reading_places(size: Size, view: LayoutState) -> Mapping[str, Place]:
    """Return the rectangle of each part of the reading screen that is visible, by the part's name."""
    columns, rows = size
    mast = _mast_rows(size)
    places = {"masthead": Place(0, 0, columns, mast)}
    top = mast
    if columns < MEDIUM:
        tabs = 1 if rows < USUAL else 2
        places["tabs"] = Place(0, top, columns, tabs)
        top += tabs
    whole = Place(0, top, columns, rows - 1 - top)
    if view.is_zoomed or columns < MEDIUM:
        places |= _alone(size, view.part, whole)
    else:
        places |= _beside(size, view.part, whole)
    return {**_visible(size, places), "find" if view.is_finding else "foot": _last_row(size)}


def source_text_places(size: Size, part: str) -> Mapping[str, Place]:
    """Return the rectangles of the screen of a saved text, opened from a part of the reading screen.

    It lies over all panes; on a wide screen beside the one that it was opened from, which stays in sight.
    """
    columns, rows = size
    mast = _mast_rows(size)
    height = rows - 1 - mast
    if columns >= WIDE:
        left, right = _sides(columns, MAIN)
        if part in {MAIN, LIBRARY}:
            text = Place(columns - right + 1, mast, right - 1, height)
        else:
            text = Place(left, mast, columns - left - right, height)
    else:
        width = columns if columns < BROAD else _SOURCE_TEXT
        text = Place((columns - width) // 2, mast, width, height)
    return {**_visible(size, {"masthead": Place(0, 0, columns, mast), "text": text}), "foot": _last_row(size)}


def is_list_folded(size: Size) -> bool:
    """Tell whether the list is out of sight unless the reader is in it."""
    return size.columns < BROAD


def _visible(size: Size, places: Mapping[str, Place]) -> Mapping[str, Place]:
    """Cut the parts off above the last row, and leave out those that a tiny terminal has no room for."""
    cut = {name: place._replace(height=min(place.height, size.rows - 1 - place.top)) for name, place in places.items()}
    return {name: place for name, place in cut.items() if place.height > 0}


def _mast_rows(size: Size) -> int:
    return 1 if size.rows < USUAL or size.columns < MEDIUM else 2


def _last_row(size: Size) -> Place:
    return Place(0, size.rows - 1, size.columns, 1)


def _alone(size: Size, part: str, whole: Place) -> dict[str, Place]:
    """Return the places of one part that has the whole screen."""
    if part == LIBRARY:
        return _list(whole)
    return {part: whole._replace(height=whole.height - _air(size, part))}


def _list(place: Place) -> dict[str, Place]:
    """Return the places of the list and of its filter above it."""
    return {"filter": place._replace(height=1), LIBRARY: place._replace(top=place.top + 1, height=place.height - 1)}


def _beside(size: Size, part: str, whole: Place) -> dict[str, Place]:
    """Return the places of panes beside each other; the list stands at the left, or in place of the main pane."""
    left, right = _sides(size.columns, part)
    middle = whole._replace(left=left, width=whole.width - left - right)
    places = _side_panes(size, part, whole._replace(left=whole.width - right + 1, width=right - 1))
    if left:
        return {MAIN: middle, **places, **_list(whole._replace(width=left - 1))}
    return {**(_list(middle) if part == LIBRARY else {MAIN: middle}), **places}


def _sides(columns: int, part: str) -> tuple[int, int]:
    """Return the columns of the list and of the side panes, each with the empty column beside it. 0: no list."""
    if columns < BROAD:
        return 0, 45 if part in _SIDE else 36
    return (31, 41) if columns < WIDE else (39, 79)


def _side_panes(size: Size, part: str, place: Place) -> dict[str, Place]:
    """Return the places of the side panes, one above the other. The first has the row beside the filter besides."""
    shares = [_share(size, part, name) for name in _SIDE]
    free = place.height - 1
    ends = [place.top + 1 + free * sum(shares[: number + 1]) // sum(shares) for number in range(len(shares))]
    tops = (place.top, *ends)
    return {
        name: place._replace(top=top, height=end - top - _air(size, name))
        for name, top, end in zip(_SIDE, tops, ends, strict=False)
    }


def _share(size: Size, part: str, name: str) -> int:
    """Return the share that a side pane has of the rows, among those of the others."""
    is_roomy = size.columns >= BROAD and size.rows >= USUAL
    if part in _SIDE and size.columns < WIDE:
        if is_roomy:
            return _OPEN_BROAD if part == name else _OTHER_BROAD
        return _OPEN if part == name else _OTHER
    if not is_roomy:
        return _OTHER
    return (_AT_REST_BROAD if size.columns < WIDE else _AT_REST_WIDE).get(name, _AT_REST)


def _air(size: Size, pane: str) -> int:
    """Return the empty rows under a pane: one under each side pane but the last, on a tall screen."""
    return 1 if size.rows >= TALL and pane in _SIDE[:-1] else 0
