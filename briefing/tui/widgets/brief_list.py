"""The list of the library: draws the rows in view and no others, whatever their number, and moves in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from briefing.render.lines import Line, Role, Run, text_of
from briefing.render.parts.chrome import ROW_LINES, ListRow
from briefing.render.text.find import highlighted
from briefing.tui.data.query_highlights import Highlighter
from briefing.tui.drawing.list_geometry import ListGeometry
from briefing.tui.drawing.list_lines import (
    INDENT,
    ListHeader,
    bar,
    belongs,
    brief_lines,
    drawn_line,
    part_of,
    rows_each,
    text_width,
)
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget

_ANCHORS = 5
"""Rows of which one is looked for where the rows change, to keep it in its place."""
_KEPT = 1000
_WHEEL = 2


class LibraryList(LineWidget, can_focus=True):
    """Every brief of the library, or those that the filter lets through, with one of them chosen."""

    BINDINGS = bindings(Where.MOVE, Where.LIST)

    @dataclass
    class Moved(Message):
        """The reader went to another row; the list follows when it is told to."""

        index: int
        """Index in the view."""

    @dataclass
    class Chosen(Message):
        """The reader wants to read the brief."""

    @dataclass
    class Searched(Message):
        """The reader wants the briefs that a search finds."""

        name: str

    def __init__(
        self,
        row_of: Callable[[int], ListRow],
        role_styles: RoleStyles,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(role_styles, id=id)
        self._row_of = row_of
        self.prepare: Callable[[Sequence[int], Sequence[int]], None] = _ask_one_by_one
        """Is told which rows are about to be drawn, and which may be next, so that they are asked for at once."""
        self._view: Sequence[int] = ()
        self._highlighter: Highlighter | None = None
        self.top = ListHeader()
        """What stands above the briefs; whoever changes it lets the list be drawn anew."""
        self._index = 0
        self._between = False
        self._top = 0
        """First line on screen, of those that scroll."""
        self._geometry = ListGeometry(0, ROW_LINES, 0, 1)
        self._scrolled = False
        """Whether the wheel has taken the chosen row off screen."""
        self._faults: tuple[Line, ...] = ()
        self._laid: dict[tuple[int, int, int], tuple[ListRow, tuple[Line, ...]]] = {}
        """What is said of rows of the library, in lines of a width: only what is lit differs from letter to letter."""
        self._strips: dict[tuple[int, int, bool, bool, int, int, Sequence[tuple[int, int]]], Strip] = {}

    # what is shown

    def show(
        self, view: Sequence[int], index: int, highlighter: Highlighter | None = None, *, between: bool = False
    ) -> None:
        """Show these rows of the library, with that one chosen, and the words lit that it was filtered by.

        With `between` none is chosen: what is read was before that one, and is no longer among them.
        """
        self._highlighter = highlighter
        if index != self._index or len(view) != len(self._view):
            self.top.chosen = None
        self._view, self._index, self._between = view, index, between
        self.refresh()

    def complete(self, view: Sequence[int]) -> None:
        """Have all rows of which the first were shown: nothing on the screen changes."""
        self._view = view
        self._geometry = replace(self._geometry, count=len(view))

    def hold(self, view: Sequence[int]) -> None:
        """Make ready for these rows in place of those shown: what is on screen stays where it is on the screen."""
        geometry, first = self._geometry, max(0, self._geometry.brief_at(self._top)[0])
        anchor = self._index if first <= self._index < first + geometry.fits else first
        self._top = max(0, self._top + _moved(self._view, view, anchor) * geometry.each)

    def beside(self, step: int) -> int:
        """Return the index in the view that is so many rows on, or back."""
        return self._index + step - (self._between and step > 0)

    def restyle(self) -> None:
        """Forget every strip: the dress has changed."""
        self._strips.clear()
        self._laid.clear()

    def forget(self, number: int | None = None) -> None:
        """Draw this row of the library anew, its brief or its mark has changed; or all of them."""
        for key in [key for key in self._laid if number in {key[0], None}]:
            del self._laid[key]
        for strip in [strip for strip in self._strips if number in {strip[0], None}]:
            del self._strips[strip]
        self.refresh()

    def start_over(self) -> None:
        """Forget what was scrolled and chosen above the briefs."""
        self._top, self._scrolled, self.top.chosen = 0, False, None

    @property
    def index(self) -> int:
        """Index of the chosen row in the view."""
        return self._index

    @property
    def view(self) -> Sequence[int]:
        """The rows of the library that are shown."""
        return self._view

    # drawing

    @property
    def _each(self) -> int:
        """Rows of the screen that a brief takes."""
        return rows_each(self.rows)

    def measure(self) -> None:
        """Take note of the size and bring the chosen row on screen."""
        super().measure()
        self._faults = self.top.fault_lines(text_width(self.columns), self.role_styles.look)
        before, each = self._geometry, self._each
        geometry = self._geometry = ListGeometry(
            self.top.lead, each, len(self._view), max(1, self.rows - len(self._faults))
        )
        if self._top > before.lead:
            self._top = geometry.lead + (self._top - before.lead) // before.each * each
        self._top = max(0, min(self._top, geometry.lowest))
        if not self._scrolled:
            self._top = geometry.top(self._top, self._index, self.top.chosen)

    @property
    def in_sight(self) -> Sequence[int]:
        """The rows of the library that are on the screen."""
        return self._near(0)

    def _near(self, screens: int) -> Sequence[int]:
        """Return the rows that are so many screens away at most."""
        fits = self._geometry.fits + 1
        first = max(0, self._geometry.brief_at(self._top)[0])
        return self._view[max(0, first - screens * fits) : first + (screens + 1) * fits]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that Textual asks for."""
        self.measure()
        self.prepare(self.in_sight, self._near(1))
        return super().render_lines(crop)

    def row(self, y: int) -> Strip:
        """Return one row: of a mistake, of a search, of a brief."""
        line = self._top + y - len(self._faults)
        if y < len(self._faults):
            return self.strip((INDENT, *self._faults[y]))
        if line < self._geometry.lead:
            return self._search(line)
        place, part = self._geometry.brief_at(line)
        if not self._view:
            return (
                self.strip((INDENT, Run("No brief matches.", Role.META)))
                if line == self._geometry.lead + 1
                else self.blank()
            )
        if place >= len(self._view):
            return self.blank()
        number = self._view[place]
        chosen = place == self._index and self.top.chosen is None and not self._between and belongs(part)
        entry, lines = self._said(number)
        told = part_of(lines, part)
        spans = self._highlighter(text_of(told)) if self._highlighter and told else ()
        key = (number, part, chosen, self.has_focus, self.columns, self._geometry.each, spans)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            lit = highlighted(told, spans, Role.ACCENT) if spans else told
            drawn = drawn_line(lit, entry, part, self.role_styles.look, self._bar() if chosen else None)
            strip = self._strips[key] = self.strip(drawn, chosen=chosen) if drawn else self.blank()
        return strip

    def _said(self, number: int) -> tuple[ListRow, tuple[Line, ...]]:
        """Return what is said of a row of the library, and the lines of that."""
        key = (number, self.columns, self._geometry.each)
        said = self._laid.get(key)
        if said is None:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            entry = self._row_of(number)
            lines = brief_lines(entry, self.columns, self._geometry.each, self.role_styles.look)
            said = self._laid[key] = entry, lines
        return said

    def _search(self, number: int) -> Strip:
        chosen = number == self.top.chosen
        line = self.top.line(number, self.columns, self.role_styles.look, self._bar() if chosen else None)
        return self.strip(line, chosen=chosen)

    def _bar(self) -> Run:
        return bar(self.role_styles.look, focused=self.has_focus)

    # moving

    def _go(self, index: int) -> None:
        index = max(0, min(len(self._view) - 1, index))
        self._scrolled = False
        self.top.chosen = None
        if self._view and (index != self._index or self._between):
            self.post_message(self.Moved(index))
        else:
            self.refresh()

    def _go_above(self, number: int) -> None:
        """Stand on a search; on the first brief where there is none."""
        self._go(0)
        if self.top.names:
            self.top.chosen = max(0, min(len(self.top.names) - 1, number))

    def action_down(self) -> None:
        """Go to the next brief."""
        at = self.top.chosen
        if at is None or at + 1 >= len(self.top.names):
            self._go(self.beside(1) if at is None else 0)
        else:
            self._go_above(at + 1)

    def action_up(self) -> None:
        """Go to the brief before; from the first one to the searches."""
        if self.top.chosen is None and self._index:
            self._go(self.beside(-1))
        else:
            self._go_above(len(self.top.names) - 1 if self.top.chosen is None else self.top.chosen - 1)

    def action_page(self, pages: int) -> None:
        """Go a page on or back."""
        self._go(self._index + pages * max(1, self._geometry.fits - 1))

    def action_half(self, halves: int) -> None:
        """Go half a page on or back."""
        self._go(self._index + halves * max(1, self._geometry.fits // 2))

    def action_start(self) -> None:
        """Go to the first brief; from there to the first search."""
        (self._go if self._index and self.top.chosen is None else self._go_above)(0)

    def action_end(self) -> None:
        """Go to the last brief."""
        self._go(len(self._view) - 1)

    def action_choose(self) -> None:
        """Say that the reader wants to read, or what is to be searched."""
        if self.top.chosen is not None:
            self.post_message(self.Searched(self.top.names[self.top.chosen]))
        elif self._view:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Go to the brief or the search under the mouse; choose it after a second click."""
        line = self._top + event.y - len(self._faults)
        place = self._geometry.brief_at(line)[0]
        if event.y < len(self._faults) or place >= len(self._view) or (place < 0 and line >= len(self.top.names)):
            return
        (self._go if place >= 0 else self._go_above)(place if place >= 0 else line)
        if event.chain > 1:
            self.action_choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down; the chosen brief stays."""
        self._look(event, _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up; the chosen brief stays."""
        self._look(event, -_WHEEL)

    def _look(self, event: events.MouseEvent, rows: int) -> None:
        event.stop()
        self._scrolled = True
        self._top = max(0, min(self._geometry.aligned(self._top + rows * self._geometry.each), self._geometry.lowest))
        self.refresh()

    def on_focus(self) -> None:
        """Draw the bar of the chosen row as the place where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the bar of the chosen row quietly."""
        self.refresh()


def _ask_one_by_one(_rows: Sequence[int], _near: Sequence[int]) -> None:
    """Leave it to each row to be asked for when it is drawn."""


def _moved(before: Sequence[int], now: Sequence[int], anchor: int) -> int:
    """Return how many rows further down something is now: the row there, or else one of the next that are left."""
    near = range(anchor, min(anchor + _ANCHORS, len(before)))
    return next((now.index(before[at]) - at for at in near if before[at] in now), 0)
