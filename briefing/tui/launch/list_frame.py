"""The rows of the list of briefs as the app paints it first, without widgets. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.render.lines import Line
from briefing.render.symbols import Look
from briefing.tui.drawing import list_lines
from briefing.tui.drawing.layout import Rectangle
from briefing.tui.drawing.list_geometry import ListGeometry
from briefing.tui.drawing.row_settings import (
    ListShape,
    ListSize,
    fitted_shape,
    may_fit,
    naming_of,
    shape_for,
    tellings,
    told_lines,
)
from briefing.tui.launch.list_content import ListContent, ListedFrame
from briefing.tui.theme.colours import Ground


def may_need_all(area: Rectangle, briefs: ListContent) -> bool:
    """Tell whether all briefs have to be known to set the rows: they may all be on the screen."""
    size = _list_size(area, briefs)
    return may_fit(shape_for(briefs.form, size), size, briefs.total)


def list_scroll_top(area: Rectangle, briefs: ListContent, look: Look) -> int:
    """Return the first visible line of the list, of those that scroll."""
    return _geometry(area, briefs, look)[0].top(briefs.scroll_top, briefs.at, None)


def in_sight(area: Rectangle, briefs: ListContent, look: Look) -> range:
    """Return the indices of the briefs that are visible."""
    return _in_sight(_geometry(area, briefs, look)[0], briefs)


def _in_sight(geometry: ListGeometry, briefs: ListContent) -> range:
    first = geometry.first_brief(geometry.top(briefs.scroll_top, briefs.at, None))
    return range(first, min(first + geometry.fits + 1, briefs.total))


def _list_size(area: Rectangle, briefs: ListContent) -> ListSize:
    lead = list_lines.ListHeader(briefs.searches).scrolling_lines
    return ListSize(area.width, max(1, area.height), lead, briefs.total)


def listed_frame(area: Rectangle, briefs: ListContent | None, look: Look) -> ListedFrame:
    """Return the list in its rectangle; of one that is not known yet the heading."""
    geometry, shape = _geometry(area, briefs, look) if briefs is not None else (None, None)

    def heading(width: int, listed: str, order: str) -> Line:
        return list_lines.list_heading_line(width, look, list_lines.ListHeadingState(listed, order, shape))

    if briefs is None or geometry is None or shape is None:
        return ListedFrame(heading, ())
    return ListedFrame(heading, _list(area, briefs, geometry, shape, look))


def _geometry(area: Rectangle, briefs: ListContent, look: Look) -> tuple[ListGeometry, ListShape]:
    size = _list_size(area, briefs)
    shape = shape_for(briefs.form, size)
    if may_fit(shape, size, briefs.total):
        shape = fitted_shape(shape, size, list(map(briefs.list_row, range(briefs.total))), look)
    return ListGeometry(size.lead, shape.each, briefs.total, size.rows, shape.heights), shape


def _list(
    area: Rectangle, briefs: ListContent, geometry: ListGeometry, shape: ListShape, look: Look
) -> Iterator[tuple[Line, Ground]]:
    top, seen = geometry.top(briefs.scroll_top, briefs.at, None), _in_sight(geometry, briefs)
    searches, list_rows = list_lines.ListHeader(briefs.searches), list(map(briefs.list_row, seen))
    told = tellings([(row, naming_of(row, look)) for row in list_rows], area.width, shape, look)
    all_lines = {
        at: told_lines(list_row, telling, area.width, shape, look)
        for at, list_row, telling in zip(seen, list_rows, told, strict=True)
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
