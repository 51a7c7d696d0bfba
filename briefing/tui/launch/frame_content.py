"""The rows of the reading screen as the app paints it first, without widgets. Pure.

The lines are made by the functions that the widgets use, in the rectangles of the same layout. What the app finds out
after its first paint is not in it: evidence, and how many briefs are unread.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice

from briefing.base.named_tuple import NamedTuple
from briefing.render.form import PaneForm
from briefing.render.lines import Line, Sheet
from briefing.render.parts.chrome import HeadingState
from briefing.render.symbols import Look
from briefing.tui.data.saved_position import SavedPosition
from briefing.tui.drawing import layout as places
from briefing.tui.drawing import pane_lines
from briefing.tui.drawing.chrome_lines import folded_line, hint_line, readout_row, tabs_line
from briefing.tui.drawing.field_lines import FILTER, FieldText, typed_line
from briefing.tui.drawing.layout import (
    Layout,
    LayoutState,
    Needs,
    PaneView,
    Rectangle,
    Size,
    has_readout,
    page_rectangle,
    reading_layout,
)
from briefing.tui.drawing.position import Move, Position, clamped, initial
from briefing.tui.drawing.sheets import PaneSheets, brief_readout, item_count, least_lines
from briefing.tui.drawing.title_bar import TitleBar, has_whole_title, title_bar_line
from briefing.tui.launch.list_content import ListContent, ListedFrame
from briefing.tui.panes import LIBRARY, PANES
from briefing.tui.theme.colours import Ground

_HEADINGS = {name: f"{digit} {title}" for name, digit, title in PANES}
EDGES = frozenset({"title-bar", "readout", "foot"})
"""The parts that stay as they are under a page."""


class Page(NamedTuple):
    """A page over the screen."""

    title: str
    typeset: Callable[[int], Sheet]
    """Returns what it says at a width."""
    moves: tuple[Move, ...] = ()
    """Where the reader went in it."""


class FrameContent(NamedTuple):
    """What a frame of the reading screen shows."""

    sheets: PaneSheets
    title_bar: TitleBar
    part: str
    """Name of the part that the reader is in: a pane, or the list while its filter is typed."""
    saved: SavedPosition | None = None
    """Where the reader left the brief last time. None: at its beginning."""
    briefs: ListContent | None = None
    """None: the list is not visible, or not known yet."""
    has_hints: bool = True
    """Whether the last row shows hints. The hints of keys from the settings are known to Textual only."""
    is_filtered: bool = False
    """Whether the list is filtered. Then the field of the filter is left to the app as the list is."""
    order: str = ""
    """The order of the list, in words."""
    is_list_dense: bool = False
    """Whether each brief takes one line of the list."""
    moves: tuple[Move, ...] = ()
    """Where the reader went from there in the pane."""
    typed: FieldText | None = None
    """What is typed into the filter. None: the reader is in a pane."""
    is_covered: bool = False
    """Whether a page lies over the screen and has the keys."""


class Piece(NamedTuple):
    """The cells of one part in one row of the screen."""

    left: int
    width: int
    line: Line
    ground: Ground = Ground.SCREEN


def _layout_state(content: FrameContent) -> LayoutState:
    is_filtering = content.is_filtered or content.typed is not None
    return LayoutState(content.part, is_filtering=is_filtering, is_list_dense=content.is_list_dense)


def pieces_by_row(
    content: FrameContent, size: Size, look: Look, parts: Collection[str] = ()
) -> Mapping[int, list[Piece]]:
    """Return the pieces of each row of the screen from left to right, of all parts or of those named in `parts`."""
    rows: dict[int, list[Piece]] = {}
    wanted = (*parts, content.part) if parts else ()  # the last row tells of the open pane
    layout = reading_layout(size, _layout_state(content), _needs(content, look), wanted)
    shown = {name: area for name, area in layout.rectangles.items() if not parts or name in parts}
    has_list = bool(shown.keys() & {LIBRARY, "list-heading"})
    listed = None
    if has_list:
        from briefing.tui.launch.list_frame import listed_frame  # not needed for the pane that is drawn first

        listed = listed_frame(layout.rectangles[LIBRARY], content.briefs, look)
    frame = _Frame(content, size, layout, look, listed)
    for name, area in sorted(shown.items(), key=lambda item: item[1].left):
        for y, (line, ground) in enumerate(islice(_lines(name, area, frame), area.height)):
            rows.setdefault(area.top + y, []).append(Piece(area.left, area.width, line, ground))
    return rows


class _Frame(NamedTuple):
    """What a frame is drawn from."""

    content: FrameContent
    size: Size
    layout: Layout
    look: Look
    listed: ListedFrame | None
    """The list. None: it is not drawn."""


def _needs(content: FrameContent, look: Look) -> Needs:
    def lines(name: str, width: int, form: PaneForm) -> int:
        return len(content.sheets.sheet(name, width, form, look).lines)

    def least(name: str, width: int, enough: int) -> int:
        return least_lines(name, content.sheets.content.reading.brief, width, enough)

    return Needs(lines, lambda columns: not has_whole_title(content.title_bar, columns), least)


def _lines(name: str, area: Rectangle, frame: _Frame) -> Iterator[tuple[Line, Ground]]:
    """Yield the lines of a part, and the ground of each."""
    if name == LIBRARY:
        yield from frame.listed.lines if frame.listed is not None else ()
    elif name in _HEADINGS:
        yield from _Pane(name, area, frame).lines()
    else:
        yield _edge(name, area.width, frame), Ground.BAR if name in {"title-bar", "readout"} else Ground.SCREEN


def _edge(name: str, width: int, frame: _Frame) -> Line:
    content, look = frame.content, frame.look
    match name:
        case "title-bar":
            line = title_bar_line(content.title_bar, width, look)
        case "tabs":
            line = tabs_line(content.part, _counts(frame), width, look)
        case "list-heading" if frame.listed is not None:
            line = frame.listed.heading(width, content.title_bar.listed, content.order)
        case "readout":
            line = readout_row(_readout(frame), width, look)
        case "filter" if content.typed is not None:
            line = typed_line(FILTER[0], content.typed, width, look, has_focus=True)
        case "foot" if content.has_hints:
            line = _foot(width, frame)
        case _:  # the filter of a list that is left to the app
            line = ()
    return line


def _foot(width: int, frame: _Frame) -> Line:
    from briefing.tui.keys.actions import FIELD_HINTS, Where, hints_in  # not needed for the pane that is drawn first

    content = frame.content
    listening = (Where.PAGE,) if content.is_covered else (Where.APP, Where.SCREEN, Where.MOVE, Where.PANE)
    hints = hints_in(listening) if content.typed is None else FIELD_HINTS
    if has_readout(frame.size) or content.is_covered:
        return hint_line(hints, "", width, frame.look)
    return folded_line(_readout(frame), hints, "", width, frame.look)


def _readout(frame: _Frame) -> Line:
    """Return what is said of the item under the cursor: of the pane, or of the list."""
    briefs = frame.content.briefs
    if frame.content.part != LIBRARY:
        return _open_pane(frame).readout()
    from briefing.render.parts.readout import row_readout  # not needed until something is drawn below the panes

    return row_readout(briefs.list_row(briefs.at), frame.look) if briefs is not None else ()


def _counts(frame: _Frame) -> Mapping[str, str]:
    content = frame.content
    brief = content.sheets.content.reading.brief
    counts = {name: f"{count:,}" for name, _, _ in PANES if (count := item_count(name, brief))}
    open_pane = {} if content.part == LIBRARY else {content.part: _open_pane(frame).count()}
    return {**counts, **open_pane, LIBRARY: content.title_bar.listed}


def _open_pane(frame: _Frame) -> _Pane:
    """Return the pane that the reader is in."""
    name = frame.content.part
    return _Pane(name, frame.layout.rectangles.get(name, Rectangle(0, 0, frame.size.columns, 0)), frame)


class _Pane:
    """A pane in its rectangle."""

    def __init__(self, name: str, area: Rectangle, frame: _Frame) -> None:
        content = frame.content
        self._name, self._area, self._look, self._content = name, area, frame.look, content
        view = frame.layout.views.get(name, PaneView())
        self._width, self._form = places.text_width(area.width), view.form
        self._sheet = content.sheets.sheet(name, self._width, view.form, frame.look)
        self._head = pane_lines.head_rows(has_heading=view.has_heading)
        rows = pane_lines.text_rows(area.height, has_heading=view.has_heading)
        start = content.saved.item if content.saved and content.saved.pane == name else None
        self._at = clamped(self._sheet, rows, initial(self._sheet, rows, Position(), start))
        for move in content.moves if name == content.part else ():
            self._at = move(self._sheet, rows, self._at)
        self._view = pane_lines.InView(self._sheet, self._at.top, rows)

    def count(self) -> str:
        """Return how many items the pane shows, as its heading says it."""
        return pane_lines.count_note(self._name, self._view, self._look)

    def readout(self) -> Line:
        """Return what is said of the chosen item; nothing if it is not in view."""
        target = pane_lines.target_in_view(self._view, self._at.item)
        if target is None:
            return ()
        return brief_readout(self._content.sheets.content, self._look, target, self._width, self._form)

    def lines(self) -> Iterator[tuple[Line, Ground]]:
        """Yield the rows of the pane, and the ground of each."""
        sheet, at, look = self._sheet, self._at, self._look
        is_here = self._name == self._content.part
        if self._head:
            state = HeadingState(
                is_here and not self._content.is_covered, pane_lines.scroll_of(self._view), self.count()
            )
            yield pane_lines.heading_line(_HEADINGS[self._name], self._area.width, look, state), Ground.SCREEN
        for line in range(at.top, at.top + self._area.height - self._head):
            if not at.top <= line < len(sheet.lines):
                yield (), Ground.SCREEN
            elif is_here and pane_lines.is_at(sheet, at, line):
                yield pane_lines.cursor_line(sheet.lines[line], look), Ground.CURSOR
            else:
                yield pane_lines.plain_line(sheet.lines[line]), Ground.SCREEN


def page_pieces(page: Page, size: Size, look: Look) -> Mapping[int, list[Piece]]:
    """Return the pieces of a page over the screen, by the row of the screen."""
    sheet = page.typeset(places.text_width(page_rectangle(size, 0).width))
    area = page_rectangle(size, len(sheet.lines))
    rows = pane_lines.text_rows(area.height)
    at = initial(sheet, rows, Position(), None)
    for move in page.moves:
        at = move(sheet, rows, at)
    view = pane_lines.InView(sheet, at.top, rows)
    state = HeadingState(True, pane_lines.scroll_of(view), pane_lines.count_note("", view, look))
    shown = sheet.lines[at.top : at.top + area.height - pane_lines.head_rows()]
    lines = [pane_lines.heading_line(page.title, area.width, look, state), *map(pane_lines.plain_line, shown)]
    lines += [()] * (area.height - len(lines))
    return {area.top + y: [Piece(area.left, area.width, line)] for y, line in enumerate(lines[: area.height])}
