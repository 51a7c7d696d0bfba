"""The rows of the reading screen as the app paints it first, without widgets. Pure.

The lines are made by the functions that the widgets use, in the rectangles of the same layout. What the app finds out
after its first paint is not in it: evidence, and how many briefs are unread.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from briefing.render.lines import Line
from briefing.render.parts.chrome import ScrollPosition
from briefing.render.parts.list_row import ListRow, list_row_lines
from briefing.render.symbols import Look
from briefing.tui.data.saved_position import SavedPosition
from briefing.tui.drawing import list_lines, pane_lines
from briefing.tui.drawing.chrome_lines import MastheadEnds, field_line, hint_line, masthead_line, tabs_line
from briefing.tui.drawing.layout import LayoutState, Rectangle, Size, reading_rectangles
from briefing.tui.drawing.list_forms import (
    ListForm,
    ListShape,
    ListSize,
    apart_words,
    fitted_shape,
    may_fit,
    naming_of,
    shape_for,
    text_width,
)
from briefing.tui.drawing.list_geometry import ListGeometry
from briefing.tui.drawing.position import Position, clamped, initial
from briefing.tui.drawing.sheets import BriefContent, pane_sheet
from briefing.tui.keys.actions import Where, hints_in
from briefing.tui.panes import LIBRARY, PANES
from briefing.tui.theme.colours import Ground

_HEADINGS = {name: f"{digit} {title}" for name, digit, title in PANES}
_LISTENING = (Where.APP, Where.SCREEN, Where.MOVE, Where.PANE)


class ListContent(NamedTuple):
    """The list of briefs."""

    total: int
    at: int
    """Index of the open brief."""
    list_row: Callable[[int], ListRow]
    """Returns what the list says of the brief at an index."""
    searches: tuple[str, ...] = ()
    """Names of the kept searches above the briefs."""
    scroll_top: int = 0
    """The first visible line in the frame before, of those that scroll."""
    form: ListForm = ListForm.AUTO
    """How the reader wants the rows."""


class FrameContent(NamedTuple):
    """What a frame of the reading screen shows."""

    brief: BriefContent
    head: MastheadEnds
    pane: str
    """Name of the pane that the reader is in."""
    saved: SavedPosition | None = None
    """Where the reader left the brief last time. None: at its beginning."""
    briefs: ListContent | None = None
    """None: the list is not visible, or not known yet."""
    has_hints: bool = True
    """Whether the last row shows hints. The hints of keys from the settings are known to Textual only."""
    is_filtered: bool = False
    """Whether the list is filtered. Then the field of the filter is left to the app as the list is."""


class Piece(NamedTuple):
    """The cells of one part in one row of the screen."""

    left: int
    width: int
    line: Line
    ground: Ground = Ground.SCREEN


def pieces_by_row(
    content: FrameContent, size: Size, look: Look, parts: Collection[str] = ()
) -> Mapping[int, list[Piece]]:
    """Return the pieces of each row of the screen from left to right, of all parts or of those named in `parts`."""
    rows: dict[int, list[Piece]] = {}
    found = reading_rectangles(size, LayoutState(content.pane))
    for name, area in sorted(found.items(), key=lambda item: item[1].left):
        if parts and name not in parts:
            continue
        for y, (line, ground) in enumerate(islice(_lines(name, area, content, look), area.height)):
            rows.setdefault(area.top + y, []).append(Piece(area.left, area.width, line, ground))
    return rows


def _lines(name: str, area: Rectangle, content: FrameContent, look: Look) -> Iterator[tuple[Line, Ground]]:
    """Yield the lines of a part, and the ground of each."""
    if name == LIBRARY:
        yield from () if content.briefs is None else _list(area, content.briefs, look)
    elif name in _HEADINGS:
        yield from ((line, Ground.SCREEN) for line in _pane(name, area, content, look))
    else:
        yield from ((_edge(name, area.width, y, content, look), Ground.SCREEN) for y in range(area.height))


def _edge(name: str, width: int, y: int, content: FrameContent, look: Look) -> Line:
    if name == "masthead":
        return masthead_line(content.head, width, y, look)
    if name == "tabs":
        return tabs_line(content.pane, width, y, look)
    if name == "filter":
        return () if content.is_filtered else field_line("f", "filter")
    return hint_line(hints_in(_LISTENING), "", width, look) if content.has_hints else ()


def _pane(name: str, area: Rectangle, content: FrameContent, look: Look) -> Iterator[Line]:
    sheet = pane_sheet(name, content.brief, look, pane_lines.text_width(area.width))
    head, view = pane_lines.head_rows(area.height), pane_lines.text_rows(area.height)
    start = content.saved.item if content.saved and content.saved.pane == name else None
    at = clamped(sheet, view, initial(sheet, view, Position(), start))
    is_here = name == content.pane
    scroll = ScrollPosition(at.top, view, len(sheet.lines))
    yield pane_lines.heading_line(_HEADINGS[name], area.width, look, scroll, focused=is_here)
    for line in range(at.top + 1 - head, at.top + area.height - head):
        if not at.top <= line < len(sheet.lines):
            yield ()
        elif is_here and pane_lines.is_at(sheet, at, line):
            yield pane_lines.cursor_line(sheet.lines[line], look)
        else:
            yield pane_lines.plain_line(sheet.lines[line])


def may_need_all(area: Rectangle, briefs: ListContent) -> bool:
    """Tell whether all briefs have to be known to set the rows: they may all be on the screen."""
    size = _list_size(area, briefs)
    return may_fit(shape_for(briefs.form, size), size, briefs.total)


def list_scroll_top(area: Rectangle, briefs: ListContent, look: Look) -> int:
    """Return the first visible line of the list, of those that scroll."""
    return _geometry(area, briefs, look)[0].top(briefs.scroll_top, briefs.at, None)


def in_sight(area: Rectangle, briefs: ListContent, look: Look) -> range:
    """Return the indices of the briefs that are visible."""
    geometry = _geometry(area, briefs, look)[0]
    first = geometry.first_brief(geometry.top(briefs.scroll_top, briefs.at, None))
    return range(first, min(first + geometry.fits + 1, briefs.total))


def _list_size(area: Rectangle, briefs: ListContent) -> ListSize:
    lead = list_lines.ListHeader(briefs.searches).scrolling_lines
    return ListSize(area.width, max(1, area.height), lead, briefs.total)


def _geometry(area: Rectangle, briefs: ListContent, look: Look) -> tuple[ListGeometry, ListShape]:
    size = _list_size(area, briefs)
    shape = shape_for(briefs.form, size)
    if may_fit(shape, size, briefs.total):
        shape = fitted_shape(shape, size, list(map(briefs.list_row, range(briefs.total))), look)
    return ListGeometry(size.lead, shape.each, briefs.total, size.rows, shape.heights), shape


def _list(area: Rectangle, briefs: ListContent, look: Look) -> Iterator[tuple[Line, Ground]]:
    geometry, shape = _geometry(area, briefs, look)
    top, seen = geometry.top(briefs.scroll_top, briefs.at, None), in_sight(area, briefs, look)
    searches, list_rows = list_lines.ListHeader(briefs.searches), list(map(briefs.list_row, seen))
    width, aparts = text_width(area.width, shape), apart_words([naming_of(row, look) for row in list_rows], shape)
    all_lines = {
        at: list_row_lines(list_row, width, look, shape.setting, apart)
        for at, list_row, apart in zip(seen, list_rows, aparts, strict=True)
    }
    for line in range(top, top + area.height):
        at, part = geometry.brief_at(line)
        if line < geometry.lead:
            yield searches.line(line, area.width, look), Ground.SCREEN
        elif at >= briefs.total or part >= len(all_lines[at]):
            yield (), Ground.SCREEN
        else:
            is_chosen = at == briefs.at
            cursor = list_lines.cursor_run(look, focused=False) if is_chosen else None
            ground = Ground.CHOSEN if is_chosen else Ground.SCREEN
            margin = list_lines.row_margin(list_rows[at - seen.start], part, shape, look, cursor)
            yield list_lines.drawn_line(margin, all_lines[at][part], is_chosen=is_chosen), ground
