"""A pane: draws a document at its width, moves in it, finds words in it, and says what the reader followed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from briefing.render.form import PaneForm
from briefing.render.lines import Line, Sheet, Target, text_of
from briefing.render.parts.chrome import HeadingState
from briefing.render.text.cell_width import cells
from briefing.render.text.find import Found, WordQuery, highlighted
from briefing.render.text.searchable import LineSpan
from briefing.tui.drawing import position
from briefing.tui.drawing.layout import MARGIN, PAGE_EDGES, PaneView, text_width
from briefing.tui.drawing.pane_lines import (
    InView,
    count_note,
    cursor_line,
    head_rows,
    heading_line,
    is_at,
    note_room,
    plain_line,
    scroll_of,
    target_in_view,
    text_rows,
    zoomed_note,
)
from briefing.tui.drawing.position import Position
from briefing.tui.drawing.sheet_cache import NO_SHEET, Document, SheetCache, SizedSheet
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.theme.colours import Ground
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget

_POSITIONS = 128
"""Documents whose position is remembered, with the sheet that it is a position in."""
_WHEEL = 3
_ROOM = 100
"""Cells from which on a pane leaves nothing out for lack of room."""


class Pane(LineWidget, can_focus=True):
    """A scrolling column of typeset lines, in which one item is chosen."""

    ALLOW_SELECT = True
    BINDINGS = bindings(Where.MOVE, Where.PANE)

    @dataclass
    class Followed(Message):
        """The reader wants to go where an item or a cite mark leads."""

        pane: Pane
        target: Target
        """An item, or one cite of it."""
        document_key: Hashable
        """The document that was shown; the pane may show another one by now."""

        @property
        def is_late(self) -> bool:
            """Whether the pane shows another document by now, in which the target means nothing."""
            return self.pane.document_key != self.document_key

    @dataclass
    class Reached(Message):
        """The reader came to the end of the document, or paged on from there."""

        pane: Pane
        document_key: Hashable
        """The document that is shown; the pane may show another one by now."""
        goes_on: bool
        """Whether they were at the end before, and want to go on to the next brief."""

    @dataclass
    class Stopped(Message):
        """The reader wanted to go on after the last item, or before the first; posted once until they move."""

        pane: Pane
        step: int
        """1: after the last. -1: before the first."""
        items: int
        """How many items the document has."""

    size_to_be: Callable[[], tuple[int, int]] = staticmethod(lambda: (0, 0))
    """Returns the columns and rows that the pane is going to have, before the first layout."""

    def __init__(
        self,
        digit: str,
        title: str,
        role_styles: RoleStyles,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(role_styles, id=id)
        self._digit = digit
        """The key that leads to the pane, shown before its title. Empty: none."""
        self._title = title
        self._document: Document | None = None
        self.view_of: Callable[[], PaneView] = PaneView
        """Returns how the pane is drawn where it stands now; the layout of its screen decides that."""
        self.cursor_moved: Callable[[], None] = _tell_nobody
        """Called when the cursor is on another item, so that what is said of it is drawn in the same frame."""
        self.zoom_key = ""
        """The key that shows all panes again, for the heading of a pane that is shown alone."""
        self.is_behind = False
        """Whether another screen has the keys: the cursor stays, the heading is as without focus."""
        self._view = PaneView()
        self._sheet_cache = SheetCache()
        self._anchor: tuple[SizedSheet, Position] = (NO_SHEET, Position())
        """Where the reader went last, and in which sheet. A resize starts from there, so a second one undoes it."""
        self._positions: dict[Hashable, tuple[SizedSheet, Position]] = {}
        self._sized = NO_SHEET
        self._at = Position()
        self._text_top = 0
        """Rows above the text: the heading, and what does not scroll."""
        self._text_rows = 1
        """Rows for the text, at least 1."""
        self._has_stopped = False
        """Whether `Stopped` was posted since the reader last moved."""
        self._query: str | WordQuery = ""
        self._current_hit: tuple[LineSpan, ...] = ()
        """Where the current hit is. Empty: none is current."""
        self._selection: Selection | None = None

    # what is shown

    def show(self, document: Document) -> None:
        """Show a document; if it was shown before, at the position where the reader left it."""
        if self._document is not None:
            self._positions.pop(self._document.key, None)
            # A position keeps its sheet. One where every document begins need not be kept.
            if self._anchor[1] != Position() or self._document.start is not None:
                self._positions[self._document.key] = self._anchor
            if len(self._positions) > _POSITIONS:
                self._positions.pop(next(iter(self._positions)))
        self._has_stopped = self._has_stopped and document.key == self.document_key
        self._document = document
        self._anchor = self._positions.get(document.key, (NO_SHEET, Position()))
        self._current_hit = ()
        self.refresh()

    def lines_of(self, document: Document, width: int, form: PaneForm) -> int:
        """Return how many lines a document has at a width in cells, in a form. What is typeset for it is kept."""
        return len(self._sheet_cache.sized(document, width, form).sheet.lines)

    def prepare(self, document: Document, columns: int, rows: int, form: PaneForm) -> None:
        """Typeset and render a document that may be shown next, so that its key finds it ready."""
        sized = self._sheet_cache.sized(document, text_width(columns), form)
        if columns == self.columns:
            for line in range(min(len(sized.sheet.lines), rows)):
                self._strip(sized, line).render(self.app.console)

    def restyle(self) -> None:
        """Drop every strip, since the styles have changed."""
        self._sheet_cache.restyle()

    @property
    def item(self) -> Target | None:
        """The chosen item, or None if the sheet has no items."""
        self.fit_to_size()
        items = self._sized.sheet.items
        return items[self._at.item].target if items else None

    @property
    def readout(self) -> Line:
        """What is said of the chosen item below the panes; nothing if it is not in view."""
        self.fit_to_size()
        item = target_in_view(self._in_view, self._at.item)
        if self._document is None or self._document.readout is None or item is None:
            return ()
        return self._document.readout(item, self._text_width, self._view.form)

    @property
    def count(self) -> str:
        """How many items the pane shows, as its heading says it."""
        self.fit_to_size()
        return count_note(self.id or "", self._in_view, self.role_styles.look)

    @property
    def _in_view(self) -> InView:
        return InView(self._sized.sheet, self._at.top, self._text_rows)

    @property
    def position(self) -> Position:
        """The first visible line and the chosen item."""
        self.fit_to_size()
        return self._at

    @property
    def sheet(self) -> Sheet:
        """The document at the width of the pane."""
        self.fit_to_size()
        return self._sized.sheet

    def fit_to_size(self) -> None:
        """Note the size, and find the corresponding position if the width or the document has changed."""
        super().fit_to_size()
        if not self.rows:  # a key has come before the first layout
            self.columns, self.rows = self.size_to_be()
        self._view = self.view_of()
        has_heading = self._view.has_heading
        self._text_top = head_rows(has_heading=has_heading)
        self._text_rows = text_rows(self.rows, has_heading=has_heading)
        sized = self._sized_for(self._document) if self._document else NO_SHEET
        origin, at = self._anchor
        if sized is not origin:
            at = position.in_other_sheet(origin.sheet, at, sized.sheet, self._text_rows)
            if origin is NO_SHEET:
                start = self._document.start if self._document else None
                at = position.initial(sized.sheet, self._text_rows, at, start)
                self._anchor = (sized, at)
        self._sized, self._at = sized, position.clamped(sized.sheet, self._text_rows, at)

    @property
    def left_at(self) -> Target | None:
        """The item that the reader went to, or None while they are at the beginning. Typesets nothing."""
        sized, at = self._anchor
        items = sized.sheet.items
        return items[at.item].target if items and at != Position() else None

    @property
    def document_key(self) -> Hashable:
        """Key of the document that is shown. None: there is none."""
        return self._document.key if self._document else None

    @property
    def is_drawn(self) -> bool:
        """Whether the document that is shown was painted."""
        return self._anchor[0] is not NO_SHEET

    def start_over(self) -> None:
        """Forget the document and all positions."""
        self._document, self._anchor, self._query, self._current_hit = None, (NO_SHEET, Position()), "", ()
        self._positions.clear()

    def keep_position_for(self, key: Hashable) -> None:
        """Show the document of that key at the present position: it is the same document under another name."""
        self._positions[key] = self._anchor

    def _sized_for(self, document: Document) -> SizedSheet:
        return self._sheet_cache.sized(document, self._text_width, self._view.form)

    @property
    def _text_width(self) -> int:
        """Width of a line of text, in cells."""
        return text_width(self.columns or self.screen.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return the height of the whole document: a page over the screen is as high as what it shows."""
        self.columns = width
        lines = len(self._sized_for(self._document).sheet.lines) if self._document else 0
        return lines + PAGE_EDGES

    # drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that Textual asks for."""
        self._selection = self.text_selection
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return the nearest row of the sheet. Textual asks for it to select text from a place or up to one."""
        self.fit_to_size()
        last = len(self._sized.sheet.lines) - 1
        line = min(max(0, y - self._text_top) + self._at.top, last)
        return self._strip(self._sized, line) if line >= 0 else self.strip_at(y)

    def strip_at(self, y: int) -> Strip:
        """Return the heading or a row of the sheet."""
        if y == 0 and self._text_top:
            return self.strip(self._heading())
        line = y - self._text_top + self._at.top
        if y < self._text_top or line >= len(self._sized.sheet.lines):
            return self.blank()
        strip = self._emphasised(line) or self._strip(self._sized, line)
        span = self._selection.get_span(line) if self._selection else None
        return self._selected(strip, *span) if span else strip

    @property
    def heading(self) -> str:
        """The key that leads to the pane, and its title."""
        return f"{self._digit} {self._title}".strip()

    def _heading(self) -> Line:
        look, view = self.role_styles.look, self._in_view
        note = count_note(self.id or "", view, look)
        if self._view.is_zoomed:
            note = zoomed_note(note, self.zoom_key, note_room(self.heading, self.columns), look)
        has_keys = self.has_focus and not self.is_behind
        return heading_line(self.heading, self.columns, look, HeadingState(has_keys, scroll_of(view), note))

    def _strip(self, sized: SizedSheet, line: int) -> Strip:
        strip = sized.strips.get(line)
        if strip is None or strip.cell_length != self.columns:
            # Textual's text selection needs the offsets in the strip.
            strip = sized.strips[line] = self.strip(plain_line(sized.sheet.lines[line])).apply_offsets(0, line)
        return strip

    def _emphasised(self, line: int) -> Strip | None:
        """Return the row of a line with its cursor and highlights, or None if it has neither."""
        lit = self._found.on_line(line) if self._query else None
        has_cursor = self.has_focus and is_at(self._sized.sheet, self._at, line)
        if not lit and not has_cursor:
            return None
        text = self._sized.sheet.lines[line]
        line_text = highlighted(text, lit) if lit else text
        if has_cursor:
            strip = self.strip(cursor_line(line_text, self.role_styles.look), Ground.CURSOR)
        else:
            strip = self.strip(plain_line(line_text))
        for start, end in self._current_hit_cells(line):
            strip = _restyled(strip, start, end, self.role_styles.current_hit)
        return strip.apply_offsets(0, line)

    def _current_hit_cells(self, line: int) -> list[tuple[int, int]]:
        """Return the cells of a line that belong to the current hit."""
        text = text_of(self._sized.sheet.lines[line])
        return [
            (MARGIN + cells(text[: span.start]), MARGIN + cells(text[: span.end]))
            for span in self._current_hit
            if span.line == line
        ]

    def _selected(self, strip: Strip, first: int, last: int) -> Strip:
        """Style the selected characters of a row, from `first` up to `last`; -1 means up to the end."""
        text = strip.text
        start, stop = cells(text[:first]), strip.cell_length if last < 0 else cells(text[:last])
        inside = Segment.apply_style(strip.crop(start, stop), post_style=self.role_styles.selected)
        return Strip([*strip.crop(0, start), *inside, *strip.crop(stop)], strip.cell_length)

    @property
    def _found(self) -> Found:
        """What is found in the sheet as it is shown."""
        return self._sized.find(self._query)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text without the margin."""
        margin = " " * MARGIN
        text = selection.extract("\n".join(margin + text_of(line) for line in self._sized.sheet.lines))
        return "\n".join(line.removeprefix(margin).rstrip() for line in text.split("\n")), "\n"

    # moving

    def _reach(self, before: Position, to: Position) -> None:
        """Post `Reached` if the reader is at the end."""
        last = position.end(self._sized.sheet, self._text_rows)
        if self._document is not None and to == last:
            self.post_message(self.Reached(self, self.document_key, before == last))

    def _go(self, to: Position) -> None:
        if to != self._at:
            self._has_stopped = False
            self._anchor = (self._sized, to)
            self.refresh()
            self.cursor_moved()

    def _scroll(self, lines: int) -> None:
        """Scroll lines down, or up if negative."""
        self._go(position.by_lines(self._sized.sheet, self._text_rows, self._at, lines))

    def action_down(self) -> None:
        """Go to the next item, or scroll a line down."""
        self.fit_to_size()
        self._step(position.down(self._sized.sheet, self._text_rows, self._at), 1)

    def action_up(self) -> None:
        """Go to the previous item, or scroll a line up."""
        self.fit_to_size()
        self._step(position.up(self._sized.sheet, self._text_rows, self._at), -1)

    def _step(self, to: Position, step: int) -> None:
        """Go to a position; if it is the present one, say that there is nothing further, once."""
        if to == self._at and not self._has_stopped:
            self._has_stopped = True
            self.post_message(self.Stopped(self, step, len(self._sized.sheet.items)))
        self._go(to)

    def action_page(self, pages: int) -> None:
        """Scroll pages down, or up if negative; one line stays visible."""
        self.fit_to_size()
        before = self._at
        to = position.by_pages(self._sized.sheet, self._text_rows, before, pages)
        self._go(to)
        if pages > 0:
            self._reach(before, to)

    def action_half(self, halves: int) -> None:
        """Scroll half pages down, or up if negative."""
        self.fit_to_size()
        self._scroll(halves * max(1, self._text_rows // 2))

    def action_start(self) -> None:
        """Go to the start."""
        self.fit_to_size()
        self._go(position.start())

    def action_end(self) -> None:
        """Go to the end."""
        self.fit_to_size()
        to = position.end(self._sized.sheet, self._text_rows)
        self._go(to)
        self._reach(Position(-1), to)

    def go_to(self, target: Target) -> bool:
        """Choose an item; tell whether the sheet has it."""
        self.fit_to_size()
        index = self._sized.sheet.index_of(target)
        if index is None:
            return False
        self._go(position.on_item(self._sized.sheet, self._text_rows, self._at, index))
        return True

    def action_follow(self) -> None:
        """Follow the chosen item."""
        if target := self.item:
            self.post_message(self.Followed(self, target, self.document_key))

    # finding

    def fold(self) -> None:
        """Fold the text of the document, so that the first query finds it folded."""
        self.fit_to_size()
        self._sized.fold()

    def seek(self, query: str | WordQuery) -> None:
        """Highlight every hit of a query."""
        self.fit_to_size()
        self._query, self._current_hit = query, ()
        self.refresh()

    def set_current_hit(self, index: int | None) -> None:
        """Make a hit the current one, counted from 0. None: no hit is current, and all stay highlighted."""
        self.fit_to_size()
        self._current_hit = () if index is None else self._found.spans(index)
        if self._current_hit:
            line = self._current_hit[0].line
            self._go(position.on_line(self._sized.sheet, self._text_rows, self._at, line))
        self.refresh()

    @property
    def hits(self) -> int:
        """How many hits are highlighted."""
        self.fit_to_size()
        return len(self._found)

    def would_hold(self, query: str | WordQuery) -> bool:
        """Tell whether the document has the words at a width at which nothing is left out."""
        return self._document is not None and len(self._sheet_cache.sized(self._document, _ROOM).find(query)) > 0

    def next_hit_from_here(self) -> int | None:
        """Return the index of the first hit at or below the first visible line, or None."""
        self.fit_to_size()
        return self._found.first_from(self._at.top)

    # mouse

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse; follow a cite mark, or an item on a second click."""
        if self.text_selection is not None:
            return
        self.fit_to_size()
        line = event.y - self._text_top + self._at.top
        is_text = 0 <= event.y - self._text_top < self._text_rows
        if not is_text or line >= len(self._sized.sheet.lines):
            return
        target = _target_at(self._sized.sheet.lines[line], event.x - MARGIN)
        item = position.item_at(self._sized.sheet, line)
        if item is not None:
            self._go(Position(self._at.top, item))
            target = target or (self._sized.sheet.items[item].target if event.chain > 1 else None)
        if target is not None and (target.cite is not None or event.chain > 1):
            self.post_message(self.Followed(self, target, self.document_key))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.fit_to_size()
        self._scroll(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.fit_to_size()
        self._scroll(-_WHEEL)

    def on_focus(self) -> None:
        """Draw heading and cursor as those of the focused pane."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw heading and cursor as those of a pane without focus."""
        self.refresh()


def _tell_nobody() -> None:
    """Tell nobody that the cursor has moved."""


def _restyled(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """Return a row with the cells from `start` up to `end` in another style."""
    lit_up = [Segment(segment.text, style) for segment in strip.crop(start, end)]
    return Strip([*strip.crop(0, start), *lit_up, *strip.crop(end)], strip.cell_length)


def _target_at(line: Line, cell: int) -> Target | None:
    """Return the target of the run at a cell of a line, or None."""
    left = 0
    for run in line:
        left += cells(run.text)
        if cell < left:
            return run.target if cell >= 0 else None
    return None
