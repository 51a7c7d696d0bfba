"""The places of the parts of the reading screen, as rectangles of cells, and how full each pane is. Pure.

Where columns begin follows from the width of the terminal, how rows are shared from what the brief needs; the focus and
the cursor are no input. The first frame is drawn from these rectangles, and Textual's screens place their widgets by
them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import accumulate

from briefing.base.named_tuple import NamedTuple
from briefing.render.form import FULL, Density, PaneForm
from briefing.tui.panes import LIBRARY, MAIN, PANES

MARGIN = 1
"""Cells left of the text of a pane: for the cursor, beside the chosen item."""
GUTTER = 2
"""Cells right of the text of a pane."""
TWO_COLUMNS, THREE_COLUMNS, FOUR_COLUMNS = 96, 118, 191
"""Columns from which on panes stand in two columns, then the list beside them, then the timeline beside the figures."""
FOUR_COLUMNS_DENSE = FOUR_COLUMNS + 9
"""The same where the list has one line a brief, and more columns."""
SHORT = 16
"""Below so many rows, one row has both the readout and the keys."""
LEAST_ROWS = 3
"""Rows of text that a pane has at least, where the terminal has them."""
LEAST_WORDS = 12
"""Free rows below a pane from which on the saved text is shown there."""
LEAST_WORDS_WIDTH = 60
"""Columns that it has there at least."""

_ALL = tuple(name for name, _, _ in PANES)
_SOURCES = "sources"
_LEFT = (MAIN, _SOURCES)
_RIGHT = tuple(name for name in _ALL if name not in _LEFT)
_TEXT_PANE = 79
"""Columns of a pane of running text of the greatest width, with its margin and gutter."""
_PAGE = 84
"""Columns of a page over the screen, at most."""
PAGE_EDGES = 2
"""Rows of such a page beside its lines: its heading, and an empty one at its end."""
_ZOOMED = {LIBRARY: 155, "figures": 123, "timeline": 123}
"""Columns at most of what is a table where it is shown alone: of the list, so that titles are as wide as text."""
_FIGURES, _TIMELINE, _TIMELINE_LEAST = 53, 60, 40
"""Columns of the figures, and of the timeline at most and at least, where they stand side by side."""
_FIGURES_WIDE = 83
"""Columns of the figures at most there: then the names of who says them stand at the right."""
_LIST_WIDE, _LEFT_WIDE = 31, 67
_LIST_DENSE, _BESIDE_DENSE = 40, 44
"""Columns of a list with one line a brief at most, and of each column beside it at least."""
_FIRST_SHARE = 60
"""Percent of a column that its first pane gets at most where not all fit."""
_BESIDE_WORDS = 160
"""Columns from which on the saved text leaves the pane visible that it was opened from."""

_LAST = frozenset({"foot", "find"})

_EXPLAINED, _ROOMY, _CLOSE, _TIGHT = Density.EXPLAINED, Density.ROOMY, Density.CLOSE, Density.TIGHT
_DENSITIES: dict[tuple[str, ...], tuple[tuple[Density, ...], ...]] = {
    (MAIN, _SOURCES): ((_ROOMY, _ROOMY), (_CLOSE, _ROOMY), (_CLOSE, _CLOSE), (_TIGHT, _CLOSE), (_TIGHT, _TIGHT)),
    ("figures", "timeline"): (
        (_EXPLAINED, _ROOMY),
        (_ROOMY, _ROOMY),
        (_ROOMY, _CLOSE),
        (_ROOMY, _TIGHT),
        (_CLOSE, _ROOMY),
        (_CLOSE, _CLOSE),
        (_CLOSE, _TIGHT),
        (_TIGHT, _TIGHT),
    ),
    ("timeline", _SOURCES): ((_ROOMY, _ROOMY), (_ROOMY, _CLOSE), (_CLOSE, _CLOSE), (_TIGHT, _CLOSE), (_TIGHT, _TIGHT)),
    ("figures", "timeline", _SOURCES): (
        (_EXPLAINED, _ROOMY, _ROOMY),
        (_ROOMY, _ROOMY, _ROOMY),
        (_CLOSE, _ROOMY, _ROOMY),
        (_CLOSE, _CLOSE, _CLOSE),
    ),
    ("figures", _SOURCES): ((_EXPLAINED, _ROOMY), (_ROOMY, _ROOMY), (_CLOSE, _ROOMY), (_CLOSE, _CLOSE)),
    (MAIN,): ((_ROOMY,), (_CLOSE,)),
    ("figures",): ((_EXPLAINED,), (_ROOMY,), (_CLOSE,), (_TIGHT,)),
}
"""By the panes of a column: their densities, the richest first. Other columns have the same for all of their panes.

Panes other than that of figures explain nothing: for them EXPLAINED would be ROOMY typeset twice. What TIGHT leaves out
of the Summary is its end, which makes room for a pane below it only.
"""


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
    is_filtering: bool = False
    """Whether the list is filtered: the words stand above it."""
    is_list_dense: bool = False
    """Whether each brief takes one line of the list, which is wider then: titles are what gives way in a line."""
    foot_rows: int = 1
    """Rows of the keys: more while a message stands there that is longer than a row. It covers what is above."""


def _unknown(_pane: str, _width: int, _enough: int) -> int:
    return 0


class Needs(NamedTuple):
    """What a brief needs, for its layout."""

    lines: Callable[[str, int, PaneForm], int]
    """Returns the lines of a pane, by its name, the width of a line of text in cells, and its form."""
    has_title: Callable[[int], bool]
    """Tells whether the Summary begins with the title on a terminal of so many columns, since the bar has no room."""
    least: Callable[[str, int, int], int] = _unknown
    """Returns how many lines a pane has at least in every form, by its name and the width of a line; it counts no
    further than to a number. Nothing is typeset for that."""

    def within(self, rows: int) -> Needs:
        """Return the needs on a terminal of so many rows: a pane with more lines than that is not typeset to count."""

        def lines(pane: str, width: int, form: PaneForm) -> int:
            least = self.least(pane, width, rows)
            return least if least >= rows else self.lines(pane, width, form)

        return self._replace(lines=lines)


def _nothing(_pane: str, _width: int, _form: PaneForm) -> int:
    return 0


def _never(_columns: int) -> bool:
    return False


NO_NEEDS = Needs(_nothing, _never)
"""Of no brief: each pane has the least rows."""


class PaneView(NamedTuple):
    """How a pane is drawn in its rectangle."""

    form: PaneForm = FULL
    has_heading: bool = True
    """Whether its first row is its heading. False: a tab is its heading."""
    is_zoomed: bool = False
    """Whether it is shown alone, which its heading says."""


class Layout(NamedTuple):
    """Where the parts of the reading screen are, by their names."""

    rectangles: Mapping[str, Rectangle]
    """Of each visible part."""
    views: Mapping[str, PaneView]
    """Of each visible pane."""


class _Column(NamedTuple):
    """A column of the screen."""

    left: int
    width: int
    panes: tuple[str, ...]
    """From top to bottom; (LIBRARY,) for the list."""


def text_width(columns: int) -> int:
    """Return the width of a line of text in a pane of so many columns, in cells."""
    return max(8, columns - MARGIN - GUTTER)


def reading_layout(size: Size, state: LayoutState, needs: Needs, wanted: Collection[str] = ()) -> Layout:
    """Return the places of the parts of the reading screen that are visible, and how each pane is drawn.

    If panes or the list are `wanted` by name, columns without any of them are left out; their panes are typeset only
    where that decides what stands in the others.
    """
    columns, needs = size.columns, needs.within(size.rows)
    rectangles = {"title-bar": Rectangle(0, 0, columns, 1)}
    body = _body(size)
    has_title = needs.has_title(columns)
    if state.is_zoomed:
        found = _zoomed(body, state, needs, has_title=has_title)
    elif has_tabs(size):
        rectangles["tabs"] = body._replace(height=1)
        found = _open(_below_tabs(body), state, needs, has_title=has_title)
    else:
        found = _beside(body, state, needs, wanted, has_title=has_title)
    return Layout(_visible(size, {**rectangles, **found.rectangles, **_last_rows(size, state)}), found.views)


def hidden_view(size: Size, pane: str, needs: Needs) -> PaneView:
    """Return how a pane would be drawn that another one hides on a terminal with tabs."""
    area, has_title = _below_tabs(_body(size)), needs.has_title(size.columns)
    return _open(area, LayoutState(pane), needs.within(size.rows), has_title=has_title).views[pane]


def source_text_rectangles(size: Size, state: LayoutState, layout: Layout) -> Mapping[str, Rectangle]:
    """Return the rectangles of the screen of a saved text, opened from the reading screen.

    It stands below the pane that was read, if enough rows are free there; else over all panes. On a wide screen the
    pane that it was opened from stays visible.
    """
    text = _free_below(_body(size), state, layout) or _over(size, state, layout)
    return _visible(
        size, {"title-bar": Rectangle(0, 0, size.columns, 1), "text": text, "foot": foot_rectangle(size, 1)}
    )


def is_beside(size: Size, rectangles: Mapping[str, Rectangle]) -> bool:
    """Tell whether a saved text in these rectangles leaves panes visible that are being read."""
    text, body = rectangles.get("text"), _body(size)
    return text is not None and (text.top > body.top or (text.width < size.columns and size.columns >= _BESIDE_WORDS))


def _free_below(body: Rectangle, state: LayoutState, layout: Layout) -> Rectangle | None:
    """Return the free rows below the column of the main pane, or below a pane shown alone; None: there are too few."""
    name = state.part if state.is_zoomed else MAIN
    found = layout.rectangles
    if name not in found or name not in layout.views:
        return None
    left, width = found[name].left, found[name].width
    if width < LEAST_WORDS_WIDTH:
        return None
    bottom = max(area.top + area.height for name, area in found.items() if name in layout.views and area.left == left)
    top, end = bottom + 1, body.top + body.height
    return Rectangle(left, top, width, end - top) if end - top >= LEAST_WORDS else None


def _over(size: Size, state: LayoutState, layout: Layout) -> Rectangle:
    """Return the rectangle of a saved text over panes; on a wide screen the column of `state.part` stays visible."""
    body, columns = _body(size), size.columns
    found = layout.rectangles
    left, right = found.get(MAIN), found.get(_RIGHT[0])
    if columns >= _BESIDE_WORDS and not state.is_zoomed and left and right:
        if state.part in found and found[state.part].left >= right.left:
            return body._replace(left=left.left, width=right.left - left.left)
        return body._replace(left=right.left, width=columns - right.left)
    return body._replace(height=size.rows - 2)  # nothing is to be read below it


def has_tabs(size: Size) -> bool:
    """Tell whether one part is shown at a time, under tabs."""
    return size.columns < TWO_COLUMNS


def is_list_folded(size: Size) -> bool:
    """Tell whether the list is hidden unless the reader is in it."""
    return size.columns < THREE_COLUMNS


def has_readout(size: Size) -> bool:
    """Tell whether the readout has a row of its own; else it shares the last row with the keys."""
    return size.rows >= SHORT


def page_rectangle(size: Size, lines: int) -> Rectangle:
    """Return the rectangle of a page with so many lines over the screen, as app.tcss places it."""
    body = _body(size)
    width, height = min(_PAGE, size.columns), min(lines + PAGE_EDGES, body.height)
    return Rectangle((size.columns - width) // 2, body.top + (body.height - height) // 2, width, height)


def _body(size: Size) -> Rectangle:
    """Return the rows between the bar of the title and the last rows."""
    return Rectangle(0, 1, size.columns, size.rows - (3 if has_readout(size) else 2))


def _below_tabs(body: Rectangle) -> Rectangle:
    return body._replace(top=body.top + 1, height=body.height - 1)


def _last_rows(size: Size, state: LayoutState) -> dict[str, Rectangle]:
    last = foot_rectangle(size, 1)
    keys = {"find": last} if state.is_finding else {"foot": foot_rectangle(size, state.foot_rows)}
    return {"readout": last._replace(top=last.top - 1), **keys} if has_readout(size) else keys


def foot_rectangle(size: Size, rows: int) -> Rectangle:
    """Return the rectangle of the last rows: they cover what is above them, so that nothing moves."""
    rows = max(1, min(rows, size.rows - 1))
    return Rectangle(0, size.rows - rows, size.columns, rows)


def _visible(size: Size, rectangles: Mapping[str, Rectangle]) -> Mapping[str, Rectangle]:
    """Clip the parts above the last row, and drop those that a tiny terminal has no room for."""
    last = size.rows - 1
    cut = {
        name: area if name in _LAST else area._replace(height=min(area.height, last - area.top))
        for name, area in rectangles.items()
    }
    return {name: area for name, area in cut.items() if area.height > 0 and area.width > 0 and area.top >= 0}


def _zoomed(body: Rectangle, state: LayoutState, needs: Needs, *, has_title: bool) -> Layout:
    """Return the layout of one part shown alone: a column in the middle of the screen, as wide as it can use.

    A pane is as high as what it says, so that a saved text may stand below it.
    """
    width = min(body.width, _ZOOMED.get(state.part, _TEXT_PANE))
    area = body._replace(left=(body.width - width) // 2, width=width)
    if state.part == LIBRARY:
        return Layout(_list(area, state), {})
    form = PaneForm(FULL.density, has_title)
    lines = needs.lines(state.part, text_width(width), form)
    area = area._replace(height=min(area.height, 1 + max(LEAST_ROWS, lines)))
    return Layout({state.part: area}, {state.part: PaneView(form, is_zoomed=True)})


def _open(area: Rectangle, state: LayoutState, needs: Needs, *, has_title: bool) -> Layout:
    """Return the layout of one part below tabs, in the roomiest form that fits."""
    if state.part == LIBRARY:
        return Layout(_list(area, state), {})
    forms = _forms(area, (state.part,), needs, has_title=has_title, headings=0)
    return Layout({state.part: area}, {state.part: PaneView(forms[0], has_heading=False)})


def _list(area: Rectangle, state: LayoutState) -> dict[str, Rectangle]:
    """Return the rectangles of the list, of its heading, and of the filter between them."""
    heading = area._replace(height=min(1, max(0, area.height - 2)))
    above = {"list-heading": heading} if heading.height else {}
    top = area.top + heading.height
    if state.is_filtering:
        above["filter"] = area._replace(top=top, height=1)
        top += 1
    return {**above, LIBRARY: area._replace(top=top, height=area.top + area.height - top)}


def _beside(body: Rectangle, state: LayoutState, needs: Needs, wanted: Collection[str], *, has_title: bool) -> Layout:
    """Return the layout of columns beside each other; of those in which something is wanted, if anything is."""
    rectangles: dict[str, Rectangle] = {}
    views: dict[str, PaneView] = {}

    def is_whole(column: _Column, density: Density) -> bool:
        area, count = body._replace(width=column.width), len(column.panes)
        return _fit(area, column.panes, needs, (PaneForm(density, has_title),) * count, headings=count)

    columns = _with_room_for_sources(_columns(body.width, state), is_whole)
    if body.width < THREE_COLUMNS and state.part == LIBRARY:
        columns[0] = columns[0]._replace(panes=(LIBRARY,))
    for column in columns:
        if wanted and not any(name in wanted for name in column.panes):
            continue
        area = body._replace(left=column.left, width=column.width)
        if column.panes == (LIBRARY,):
            rectangles |= _list(area, state)
            continue
        forms = _forms(area, column.panes, needs, has_title=has_title, headings=len(column.panes))
        lines = [
            needs.lines(name, text_width(area.width), form) for name, form in zip(column.panes, forms, strict=True)
        ]
        rectangles |= dict(zip(column.panes, _stacked(area, lines, is_main=column.panes[0] == MAIN), strict=True))
        views |= {name: PaneView(form) for name, form in zip(column.panes, forms, strict=True)}
    return Layout(rectangles, views)


def _columns(columns: int, state: LayoutState) -> list[_Column]:
    """Return the columns of a terminal from left to right, with the list where there is a column for it."""
    if columns < THREE_COLUMNS:
        right = 46 + (columns - TWO_COLUMNS) // 2
        return _side_by_side(0, (columns - right, _LEFT), (right, _RIGHT))
    if columns < (FOUR_COLUMNS_DENSE if state.is_list_dense else FOUR_COLUMNS):
        if state.is_list_dense:
            listed = min(_LIST_DENSE, columns - 2 * _BESIDE_DENSE)
            middle = min(70, _BESIDE_DENSE + (columns - listed - 2 * _BESIDE_DENSE + 1) // 2)
        else:
            listed = min(32, 27 + (columns - THREE_COLUMNS) // 8)
            more = columns - listed - 91
            middle = min(70, 43 + more - min(12, more * 34 // 100))
        return _side_by_side(0, (listed, (LIBRARY,)), (middle, _LEFT), (columns - listed - middle, _RIGHT))
    listed = _LIST_DENSE if state.is_list_dense else _LIST_WIDE
    timeline = min(_TIMELINE, columns - listed - _LEFT_WIDE - _FIGURES)
    middle = min(_TEXT_PANE, columns - listed - _FIGURES - timeline)
    figures = min(_FIGURES_WIDE, columns - listed - middle - timeline)
    used = listed + middle + figures + timeline
    return _side_by_side(
        (columns - used) // 2,
        (listed, (LIBRARY,)),
        (middle, _LEFT[:1]),
        (figures, _RIGHT[:1]),
        (timeline, (*_RIGHT[1:], *_LEFT[1:])),
    )


def _with_room_for_sources(columns: Sequence[_Column], is_whole: Callable[[_Column, Density], bool]) -> list[_Column]:
    """Return the columns, with the sources below another one if they are cut in their own and all is whole there.

    `is_whole` tells whether the panes of a column fit into it at a density.
    """
    home = next(column for column in columns if _SOURCES in column.panes)
    if is_whole(home, _ROOMY) or is_whole(home, _CLOSE):  # the first is typeset anyway
        return list(columns)
    others = (column for column in columns if column is not home and column.panes != (LIBRARY,))
    for other in others:
        wider = other._replace(panes=(*other.panes, _SOURCES))
        if is_whole(wider, _CLOSE):
            rest = home._replace(panes=tuple(name for name in home.panes if name != _SOURCES))
            return [rest if each is home else wider if each is other else each for each in columns]
    return list(columns)


def _side_by_side(left: int, *columns: tuple[int, tuple[str, ...]]) -> list[_Column]:
    found: list[_Column] = []
    for width, panes in columns:
        found.append(_Column(left, width, panes))
        left += width
    return found


def _forms(
    area: Rectangle, panes: Sequence[str], needs: Needs, *, has_title: bool, headings: int
) -> tuple[PaneForm, ...]:
    """Return the forms of the panes of a column: the richest in which all fit, else the closest."""
    names = tuple(panes)
    steps = _DENSITIES.get(names) or tuple((density,) * len(names) for density in (_ROOMY, _CLOSE, _TIGHT))

    def forms(densities: Sequence[Density]) -> tuple[PaneForm, ...]:
        return tuple(PaneForm(density, has_title) for density in densities)

    def fits(densities: Sequence[Density]) -> bool:
        return _fit(area, names, needs, forms(densities), headings=headings)

    richest, *between, closest = steps
    # The richest and the closest are asked first: mostly one of them is it, and those between need not be typeset.
    if fits(richest):
        return forms(richest)
    return forms(next(filter(fits, between), closest) if fits(closest) else closest)


def _fit(area: Rectangle, names: Sequence[str], needs: Needs, forms: Sequence[PaneForm], *, headings: int) -> bool:
    """Tell whether panes in these forms are whole in an area, one below the other, each with the least rows or more."""
    width = text_width(area.width)
    free = area.height - headings - LEAST_ROWS * len(names)
    for name, form in zip(names, forms, strict=True):
        if free < 0:
            return False  # the others need not be typeset
        free -= max(0, needs.lines(name, width, form) - LEAST_ROWS)
    return free >= 0


def _stacked(area: Rectangle, wanted: Sequence[int], *, is_main: bool) -> list[Rectangle]:
    """Return the rectangles of panes, one above the other, each with its heading and as many lines as it gets."""
    heights = _heights(area.height, wanted, is_main=is_main)
    spare = 1 if sum(heights) + len(heights) - 1 <= area.height else 0
    ends = accumulate(height + spare for height in heights)
    return [
        area._replace(top=area.top + end - spare - each, height=each) for end, each in zip(ends, heights, strict=True)
    ]


def _heights(height: int, wanted: Sequence[int], *, is_main: bool) -> list[int]:
    """Share the rows of a column among its panes; return the rows of each, with its heading.

    If all fit, each gets what it wants. Else each gets the least, the first up to its share, and the rest goes to the
    one that has the fewest until it has what it wants; what nobody else wants goes back to the first.
    """
    count = len(wanted)
    free = height - count
    wants = [max(LEAST_ROWS, lines) for lines in wanted]
    if sum(wants) <= free:
        return [rows + 1 for rows in wants]
    if LEAST_ROWS * count > free:
        return [height * (at + 1) // count - height * at // count for at in range(count)]
    rows = [LEAST_ROWS] * count
    most = free - LEAST_ROWS * (count - 1) if is_main else max(LEAST_ROWS, free * _FIRST_SHARE // 100)
    rows[0] = min(wants[0], most, free - LEAST_ROWS * (count - 1))
    rest = free - sum(rows)
    while rest and (short := [at for at in range(1, count) if rows[at] < wants[at]]):
        rows[min(short, key=rows.__getitem__)] += 1
        rest -= 1
    rows[0] += rest
    return [each + 1 for each in rows]
