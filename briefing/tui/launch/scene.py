"""Owns the rows of the reading screen as the app paints it first, before there are widgets. Pure.

The lines are those that the widgets draw; here is only which of them stand where. What the app finds out after its
first paint, evidence and how many briefs are unread, is no part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from briefing.render.lines import Line
from briefing.render.parts.chrome import ListRow, ScrollPosition
from briefing.render.symbols import Look
from briefing.tui.data.saved_position import SavedPosition
from briefing.tui.drawing import list_lines as listlines
from briefing.tui.drawing import pane_lines as panelines
from briefing.tui.drawing.chrome_lines import MastheadEnds, field_line, hint_line, mast_line, tabs_line
from briefing.tui.drawing.layout import LayoutState, Place, Size, reading_places
from briefing.tui.drawing.list_geometry import ListGeometry
from briefing.tui.drawing.position import Position, begun, fitted
from briefing.tui.drawing.sheets import BriefContent, pane_sheet
from briefing.tui.keys.actions import Where, hints_in
from briefing.tui.panes import LIBRARY, PANES

_HEADINGS = {name: f"{digit} {title}" for name, digit, title in PANES}
_LISTENING = (Where.APP, Where.SCREEN, Where.MOVE, Where.PANE)


class ListContent(NamedTuple):
    """The list beside the panes."""

    total: int
    at: int
    """Place of the brief that is open, from 0."""
    said: Callable[[int], ListRow]
    """What is said of the brief at a place."""
    searches: tuple[str, ...] = ()
    """Names of those that the reader keeps, which stand above the briefs."""
    top: int = 0
    """First line that was on screen before, of those that scroll."""


class FrameContent(NamedTuple):
    """What a frame shows."""

    known: BriefContent
    head: MastheadEnds
    pane: str
    """Where the reader is."""
    saved: SavedPosition | None = None
    """Where they stood in the brief when they left it. None: at its beginning."""
    briefs: ListContent | None = None
    """None: what the list says is not at hand."""
    has_hints: bool = True
    """Whether the keys are those that the program has: only Textual knows others."""


class Piece(NamedTuple):
    """What a part has in one row of the screen."""

    left: int
    width: int
    line: Line
    is_chosen: bool = False
    """Whether it is a row of the list that is chosen."""


def pieces_by_row(
    scene: FrameContent, size: Size, look: Look, parts: Collection[str] = ()
) -> Mapping[int, list[Piece]]:
    """Return what stands in each row of the screen, from left to right; with `parts` only those of these names."""
    rows: dict[int, list[Piece]] = {}
    found = reading_places(size, LayoutState(scene.pane))
    for name, place in sorted(found.items(), key=lambda item: item[1].left):
        if parts and name not in parts:
            continue
        for y, (line, is_chosen) in enumerate(islice(_lines(name, place, scene, look), place.height)):
            rows.setdefault(place.top + y, []).append(Piece(place.left, place.width, line, is_chosen))
    return rows


def _lines(name: str, place: Place, scene: FrameContent, look: Look) -> Iterator[tuple[Line, bool]]:
    """Yield the rows of a part, and whether each is chosen."""
    if name == LIBRARY:
        yield from () if scene.briefs is None else _list(place, scene.briefs, look)
    elif name in _HEADINGS:
        yield from ((line, False) for line in _pane(name, place, scene, look))
    else:
        yield from ((_edge(name, place.width, y, scene, look), False) for y in range(place.height))


def _edge(name: str, width: int, y: int, scene: FrameContent, look: Look) -> Line:
    if name == "mast":
        return mast_line(scene.head, width, y, look)
    if name == "tabs":
        return tabs_line(scene.pane, width, y, look)
    if name == "filter":
        return field_line("f", "filter")
    return hint_line(hints_in(_LISTENING), "", width, look) if scene.has_hints else ()


def _pane(name: str, place: Place, scene: FrameContent, look: Look) -> Iterator[Line]:
    sheet = pane_sheet(name, scene.known, look, panelines.text_width(place.width))
    head, view = panelines.head_rows(place.height), panelines.view_rows(place.height)
    start = scene.saved.item if scene.saved and scene.saved.pane == name else None
    at = fitted(sheet, view, begun(sheet, view, Position(), start))
    is_here = name == scene.pane
    scroll = ScrollPosition(at.top, view, len(sheet.lines))
    yield panelines.heading_line(_HEADINGS[name], place.width, look, scroll, focused=is_here)
    for line in range(at.top + 1 - head, at.top + place.height - head):
        if not at.top <= line < len(sheet.lines):
            yield ()
        elif is_here and panelines.is_at(sheet, at, line):
            yield panelines.barred_line(sheet.lines[line], look)
        else:
            yield panelines.plain_line(sheet.lines[line])


def list_top(place: Place, briefs: ListContent) -> int:
    """Return the first line on screen, of those that scroll."""
    return _geometry(place, briefs).top(briefs.top, briefs.at, None)


def in_sight(place: Place, briefs: ListContent) -> range:
    """Return the places of the briefs that are on the screen."""
    geometry = _geometry(place, briefs)
    first = max(0, geometry.brief_at(list_top(place, briefs))[0])
    return range(first, min(first + geometry.fits + 1, briefs.total))


def _geometry(place: Place, briefs: ListContent) -> ListGeometry:
    return ListGeometry(
        listlines.ListHeader(briefs.searches).lead, listlines.rows_each(place.height), briefs.total, place.height
    )


def _list(place: Place, briefs: ListContent, look: Look) -> Iterator[tuple[Line, bool]]:
    geometry, top = _geometry(place, briefs), list_top(place, briefs)
    searches = listlines.ListHeader(briefs.searches)
    all_said = {at: briefs.said(at) for at in in_sight(place, briefs)}
    all_lines = {at: listlines.brief_lines(said, place.width, geometry.each, look) for at, said in all_said.items()}
    for line in range(top, top + place.height):
        at, part = geometry.brief_at(line)
        if line < geometry.lead:
            yield searches.line(line, place.width, look), False
        elif at >= briefs.total:
            yield (), False
        else:
            is_chosen = at == briefs.at and listlines.belongs(part)
            chosen_bar = listlines.bar(look, focused=False) if is_chosen else None
            text = listlines.part_of(all_lines[at], part)
            yield listlines.drawn_line(text, all_said[at], part, look, chosen_bar), is_chosen
