"""The places of the parts of the reading screen, as rectangles of cells, and the sizes at which they change. Pure.

The first frame is drawn from these rectangles, and Textual's screens place their widgets by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefing.tui.panes import LIBRARY, MAIN, PANES

MARGIN = 2
"""Cells left of the text of a pane; the first of them has the cursor, beside the chosen item."""
ROOMY = 24
"""From this height on a pane has an empty row under its heading."""
MEDIUM, BROAD, WIDE = 80, 120, 160
"""Columns from which on the side panes stand beside the summary, then the list too, then all of them wider."""
USUAL, TALL = 20, 32
"""Rows from which on the masthead has a rule, then the side panes an empty row between them."""

_SIDE = tuple(name for name, _, _ in PANES if name != MAIN)
_OPEN_BROAD, _OTHER_BROAD = 8, 3
_OPEN, _OTHER = 4, 1
"""How the rows of the side panes are shared while one of them is open: by it, and by each of the others."""
_NONE_OPEN_BROAD = {"timeline": 5}
_NONE_OPEN_WIDE = {"sources": 5}
_NONE_OPEN = 4
"""The shares while none of them is open: that of each which is not named here."""


class Rectangle(NamedTuple):
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


def reading_rectangles(size: Size, state: LayoutState) -> Mapping[str, Rectangle]:
    """Return the rectangle of each part of the reading screen that is visible, by the part's name."""
    columns, rows = size
    mast = _mast_rows(size)
    rectangles = {"masthead": Rectangle(0, 0, columns, mast)}
    top = mast
    if columns < MEDIUM:
        tabs = 1 if rows < USUAL else 2
        rectangles["tabs"] = Rectangle(0, top, columns, tabs)
        top += tabs
    whole = Rectangle(0, top, columns, rows - 1 - top)
    if state.is_zoomed or columns < MEDIUM:
        rectangles |= _alone(size, state.part, whole)
    else:
        rectangles |= _beside(size, state.part, whole)
    return {**_visible(size, rectangles), "find" if state.is_finding else "foot": _last_row(size)}


def source_text_rectangles(size: Size, part: str) -> Mapping[str, Rectangle]:
    """Return the rectangles of the screen of a saved text, opened from a part of the reading screen.

    It lies over all panes; on a wide screen, the pane that it was opened from stays visible.
    """
    columns, rows = size
    mast = _mast_rows(size)
    height = rows - 1 - mast
    if columns >= WIDE:
        left, right = _sides(columns, MAIN)
        if part in {MAIN, LIBRARY}:
            text = Rectangle(columns - right + 1, mast, right - 1, height)
        else:
            text = Rectangle(left, mast, columns - left - right, height)
    else:
        text = Rectangle(0, mast, columns, height)
    return {**_visible(size, {"masthead": Rectangle(0, 0, columns, mast), "text": text}), "foot": _last_row(size)}


def is_list_folded(size: Size) -> bool:
    """Tell whether the list is hidden unless the reader is in it."""
    return size.columns < BROAD


def _visible(size: Size, rectangles: Mapping[str, Rectangle]) -> Mapping[str, Rectangle]:
    """Clip the parts above the last row, and drop those that a tiny terminal has no room for."""
    cut = {name: area._replace(height=min(area.height, size.rows - 1 - area.top)) for name, area in rectangles.items()}
    return {name: area for name, area in cut.items() if area.height > 0}


def _mast_rows(size: Size) -> int:
    return 1 if size.rows < USUAL or size.columns < MEDIUM else 2


def _last_row(size: Size) -> Rectangle:
    return Rectangle(0, size.rows - 1, size.columns, 1)


def _alone(size: Size, part: str, whole: Rectangle) -> dict[str, Rectangle]:
    """Return the rectangles of one part shown alone."""
    if part == LIBRARY:
        return _list(whole)
    return {part: whole._replace(height=whole.height - _air(size, part))}


def _list(area: Rectangle) -> dict[str, Rectangle]:
    """Return the rectangles of the list and of the filter above it."""
    return {"filter": area._replace(height=1), LIBRARY: area._replace(top=area.top + 1, height=area.height - 1)}


def _beside(size: Size, part: str, whole: Rectangle) -> dict[str, Rectangle]:
    """Return the rectangles of panes beside each other; the list is at the left, or replaces the main pane."""
    left, right = _sides(size.columns, part)
    middle = whole._replace(left=left, width=whole.width - left - right)
    rectangles = _side_panes(size, part, whole._replace(left=whole.width - right + 1, width=right - 1))
    if left:
        return {MAIN: middle, **rectangles, **_list(whole._replace(width=left - 1))}
    return {**(_list(middle) if part == LIBRARY else {MAIN: middle}), **rectangles}


def _sides(columns: int, part: str) -> tuple[int, int]:
    """Return the columns of the list (0: none) and of the side panes, each with the empty column beside it."""
    if columns < BROAD:
        return 0, 45 if part in _SIDE else 36
    return (31, 41) if columns < WIDE else (39, 79)


def _side_panes(size: Size, part: str, area: Rectangle) -> dict[str, Rectangle]:
    """Return the rectangles of the side panes, one above the other. The first has also the row beside the filter."""
    shares = [_share(size, part, name) for name in _SIDE]
    free = area.height - 1
    ends = [area.top + 1 + free * sum(shares[: number + 1]) // sum(shares) for number in range(len(shares))]
    tops = (area.top, *ends)
    return {
        name: area._replace(top=top, height=end - top - _air(size, name))
        for name, top, end in zip(_SIDE, tops, ends, strict=False)
    }


def _share(size: Size, part: str, name: str) -> int:
    """Return the share of the rows that a side pane gets, in proportion to the shares of the others."""
    is_roomy = size.columns >= BROAD and size.rows >= USUAL
    if part in _SIDE and size.columns < WIDE:
        if is_roomy:
            return _OPEN_BROAD if part == name else _OTHER_BROAD
        return _OPEN if part == name else _OTHER
    if not is_roomy:
        return _OTHER
    return (_NONE_OPEN_BROAD if size.columns < WIDE else _NONE_OPEN_WIDE).get(name, _NONE_OPEN)


def _air(size: Size, pane: str) -> int:
    """Return the empty rows below a pane: on a tall screen, one below each side pane but the last."""
    return 1 if size.rows >= TALL and pane in _SIDE[:-1] else 0
