"""The list of the library. It draws only the visible rows, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.render.lines import Line, Role, Run, text_of
from briefing.render.parts.list_row import RowSetting
from briefing.render.parts.listed_brief import ListRow
from briefing.render.text.find import highlighted
from briefing.tui.data.query_highlights import Highlighter
from briefing.tui.drawing.list_form import ListForm
from briefing.tui.drawing.list_geometry import ListGeometry
from briefing.tui.drawing.list_lines import INDENT, ListHeader, cursor_run, drawn_line, row_margin
from briefing.tui.drawing.row_settings import ListShape, ListSize, Telling, fitted_shape, may_fit, shape_for, told_lines
from briefing.tui.drawing.rows_apart import RowsApart
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.theme.colours import Ground
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget

_ANCHORS = 5
"""When rows change, the first of so many rows that is still there keeps its place on the screen."""
_KEPT = 1000
_WHEEL = 2


class LibraryList(LineWidget, can_focus=True):
    """All briefs of the library, or those that match the filter, with one of them chosen."""

    BINDINGS = bindings(Where.MOVE, Where.LIST)

    keeps_cursor = False
    """Whether the chosen row has the bar of the cursor without the focus too: where enter acts on it from a field."""

    @dataclass
    class Moved(Message):
        """The reader went to another row. The list moves when `show` is called for it."""

        index: int
        """Index of the row in `shown_rows`."""

    @dataclass
    class Ended(Message):
        """The reader wants to go on at the last row. It is said once, until they have moved."""

    @dataclass
    class Chosen(Message):
        """The reader wants to read the brief."""

    @dataclass
    class Searched(Message):
        """The reader chose a kept search."""

        name: str

    def __init__(
        self,
        list_row: Callable[[int], ListRow],
        role_styles: RoleStyles,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(role_styles, id=id)
        self._list_row = list_row
        self.prepare: Callable[[Sequence[int], Sequence[int]], None] = _prepare_nothing
        """Called with the rows about to be drawn and those near them, so that both are fetched in one query."""
        self._shown_rows: Sequence[int] = ()
        self._highlighter: Highlighter | None = None
        self.header = ListHeader()
        """The lines above the briefs. Call `refresh` after changing it."""
        self._index = 0
        self._none_chosen = False
        self._has_ended = False
        """Whether the last row was said to be the last."""
        self._scroll_top = 0
        """The first visible line, of those that scroll."""
        self.form = ListForm.AUTO
        """How the reader wants the rows. Call `refresh` after changing it."""
        self.total: Callable[[], int] = lambda: len(self._shown_rows)
        """Returns the number of briefs of the library, on which the form of the rows depends."""
        self._shape = ListShape(RowSetting(), 3)
        self._fitted: tuple[ListShape, ListSize, tuple[int, ...], ListShape] | None = None
        """The rows that were fitted last, and their shape. None: they have to be asked anew."""
        self._apart = RowsApart(list_row)
        self._geometry = ListGeometry(0, 3, 0, 1)
        self._scrolled = False
        """Whether the wheel has scrolled the chosen row away."""
        self._error_lines: tuple[Line, ...] = ()
        self._typeset_rows: dict[tuple[int, int, RowSetting, Telling], tuple[ListRow, tuple[Line, ...]]] = {}
        """Typeset rows by (row, width, setting, what tells it apart). They stay the same while letters are typed; only
        highlights change."""
        self._strips: dict[tuple[int, int, bool, bool, int, RowSetting, Telling, Sequence[tuple[int, int]]], Strip] = {}

    # what is shown

    def show(
        self, rows: Sequence[int], index: int, highlighter: Highlighter | None = None, *, none_chosen: bool = False
    ) -> None:
        """Show these rows of the library, with the one at `index` chosen and the words of the filter highlighted.

        With `none_chosen` none is chosen: the open brief was before the one at `index`, and is no longer in the list.
        """
        self._highlighter = highlighter
        if index != self._index or len(rows) != len(self._shown_rows):
            self.header.chosen, self._has_ended = None, False
        self._shown_rows, self._index, self._none_chosen = rows, index, none_chosen
        self.refresh()

    def complete(self, rows: Sequence[int], index: int) -> None:
        """Replace the first page by all rows, where the chosen row is at `index`; the visible rows stay the same."""
        moved = index - self._index
        self._shown_rows, self._index = rows, index
        self._scroll_top += moved * self._geometry.each
        self._geometry = replace(self._geometry, count=len(rows))

    def keep_scroll_for(self, rows: Sequence[int]) -> None:
        """Scroll so that the visible briefs stay where they are when `rows` replace the present ones.

        A list at its top stays there if the chosen brief stays in sight: the line above the briefs says what is new.
        """
        geometry, first = self._geometry, self._geometry.first_brief(self._scroll_top)
        anchor = self._index if first <= self._index < first + geometry.fits else first
        moved = _rows_moved(self._shown_rows, rows, anchor)
        if geometry.lead and not self._scroll_top and anchor + moved < geometry.fits - geometry.lead:
            return
        self._scroll_top = max(0, self._scroll_top + moved * geometry.each)

    def index_after(self, step: int) -> int:
        """Return the index that is `step` rows further down than the chosen one, or up if negative."""
        return self._index + step - (self._none_chosen and step > 0)

    def restyle(self) -> None:
        """Drop every strip, since the styles have changed."""
        self._strips.clear()
        self._typeset_rows.clear()
        self._fitted = None
        self._apart.forget()

    def forget(self, row: int | None = None) -> None:
        """Draw a row of the library anew, since its brief or its mark has changed; without one, all rows."""
        self._apart.forget()
        self._fitted = None
        for key in [key for key in self._typeset_rows if row in {key[0], None}]:
            del self._typeset_rows[key]
        for strip in [strip for strip in self._strips if row in {strip[0], None}]:
            del self._strips[strip]
        self.refresh()

    def start_over(self) -> None:
        """Reset the scroll position, and choose no search."""
        self._scroll_top, self._scrolled, self.header.chosen = 0, False, None

    @property
    def index(self) -> int:
        """Index of the chosen row in `shown_rows`."""
        return self._index

    @property
    def shown_rows(self) -> Sequence[int]:
        """The rows of the library that are shown."""
        return self._shown_rows

    # drawing

    @property
    def list_size(self) -> ListSize:
        """What the form of the rows depends on."""
        columns, rows = self.size
        return ListSize(columns, max(1, rows - len(self._error_lines)), self.header.scrolling_lines, self.total())

    @property
    def shape(self) -> ListShape:
        """How the rows are set at the size that the list has now."""
        size, look, rows = self.list_size, self.role_styles.look, self._shown_rows
        shape = shape_for(self.form, size)
        if not may_fit(shape, size, len(rows)):
            return shape
        asked = shape, size, tuple(rows)
        if self._fitted is None or self._fitted[:3] != asked:
            self.prepare(rows, ())
            self._fitted = (*asked, fitted_shape(shape, size, tuple(map(self._list_row, rows)), look))
        return self._fitted[3]

    def fit_to_size(self) -> None:
        """Note the size, and scroll to the chosen row."""
        super().fit_to_size()
        self._error_lines = self.header.error_lines(max(1, self.columns - len(INDENT.text)), self.role_styles.look)
        shape, before = self.shape, self._geometry
        self._shape, each = shape, shape.each
        geometry = self._geometry = ListGeometry(
            self.header.scrolling_lines,
            each,
            len(self._shown_rows),
            max(1, self.rows - len(self._error_lines)),
            shape.heights,
        )
        if self._scroll_top > before.lead:
            self._scroll_top = geometry.lead + (self._scroll_top - before.lead) // before.each * each
        self._scroll_top = max(0, min(self._scroll_top, geometry.lowest))
        if not self._scrolled:
            self._scroll_top = geometry.top(self._scroll_top, self._index, self.header.chosen)

    @property
    def in_sight(self) -> Sequence[int]:
        """The rows of the library that are visible."""
        return self._around(0)

    @property
    def near_sight(self) -> Sequence[int]:
        """The visible rows, and a screen of rows before and after them."""
        return self._around(1)

    def _around(self, screens: int) -> Sequence[int]:
        """Return the visible rows and those up to so many screens away."""
        fits = self._geometry.fits + 1
        first = self._geometry.first_brief(self._scroll_top)
        return self._shown_rows[max(0, first - screens * fits) : first + (screens + 1) * fits]

    def prepare_paint(self) -> None:
        """Fetch the visible rows and what tells them apart."""
        rows = tuple(self.in_sight)
        self.prepare(rows, self.near_sight)
        self._apart.fit(rows, self.columns, self._shape, self.role_styles.look)

    def strip_at(self, y: int) -> Strip:
        """Return a row of the screen: of a mistake in the filter, of a kept search, of a brief."""
        line = self._scroll_top + y - len(self._error_lines)
        if y < len(self._error_lines):
            return self.strip((INDENT, *self._error_lines[y]))
        if line < self._geometry.lead:
            return self._search_strip(line)
        place, part = self._geometry.brief_at(line)
        if not self._shown_rows:
            return (
                self.strip((INDENT, Run("No brief matches.", Role.META)))
                if line == self._geometry.lead
                else self.blank()
            )
        if place >= len(self._shown_rows):
            return self.blank()
        row = self._shown_rows[place]
        list_row, lines = self._typeset(row)
        if part >= len(lines):
            return self.blank()
        chosen = place == self._index and self.header.chosen is None and not self._none_chosen
        text = lines[part]
        spans = self._highlighter(text_of(text)) if self._highlighter else ()
        telling = self._apart.of(row)
        key = (row, part, chosen, self.has_focus, self.columns, self._shape.setting, telling, spans)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            lit = highlighted(text, spans, Role.ACCENT) if spans else text
            cursor = self._cursor() if chosen else None
            margin = row_margin(list_row, part, self._shape, self.role_styles.look, cursor)
            drawn = drawn_line(margin, lit, is_chosen=chosen)
            strip = self._strips[key] = (
                self.strip(drawn, Ground.CHOSEN if chosen else Ground.SCREEN) if drawn else self.blank()
            )
        return strip

    def _typeset(self, row: int) -> tuple[ListRow, tuple[Line, ...]]:
        """Return what the list says of a row of the library, and the lines of that."""
        telling = self._apart.of(row)
        key = (row, self.columns, self._shape.setting, telling)
        typeset = self._typeset_rows.get(key)
        if typeset is None:
            if len(self._typeset_rows) >= _KEPT:
                self._typeset_rows.clear()
            list_row = self._list_row(row)
            lines = told_lines(list_row, telling, self.columns, self._shape, self.role_styles.look)
            typeset = self._typeset_rows[key] = list_row, lines
        return typeset

    def _search_strip(self, number: int) -> Strip:
        """Return the row of the screen of a kept search, counted from 0."""
        chosen = number == self.header.chosen
        line = self.header.line(number, self.columns, self.role_styles.look, self._cursor() if chosen else None)
        return self.strip(line, Ground.CHOSEN if chosen else Ground.SCREEN)

    def _cursor(self) -> Run:
        return cursor_run(self.role_styles.look, focused=self.has_focus or self.keeps_cursor)

    # moving

    def _go(self, index: int) -> None:
        index = max(0, min(len(self._shown_rows) - 1, index))
        self._scrolled = False
        self.header.chosen = None
        if self._shown_rows and (index != self._index or self._none_chosen):
            self.post_message(self.Moved(index))
        else:
            self.refresh()

    def _go_to_search(self, number: int) -> None:
        """Choose a kept search by its number, or the first brief if there are no searches."""
        self._go(0)
        if self.header.names:
            self.header.chosen = max(0, min(len(self.header.names) - 1, number))

    def action_down(self) -> None:
        """Go to the next brief."""
        at = self.header.chosen
        if at is None and self._shown_rows and self.index_after(1) >= len(self._shown_rows):
            self._say_end()
        elif at is None or at + 1 >= len(self.header.names):
            self._go(self.index_after(1) if at is None else 0)
        else:
            self._go_to_search(at + 1)

    def _say_end(self) -> None:
        self._scrolled = False
        if not self._has_ended:
            self._has_ended = True
            self.post_message(self.Ended())
        self.refresh()

    def action_up(self) -> None:
        """Go to the previous brief, and from the first one to the searches."""
        if self.header.chosen is None and self._index:
            self._go(self.index_after(-1))
        else:
            self._go_to_search(len(self.header.names) - 1 if self.header.chosen is None else self.header.chosen - 1)

    def step_soon(self, step: int) -> None:
        """Go to the next brief (1) or the previous one (-1), for a screen whose field has the focus.

        If a screen called the action itself, `Moved` would count as sent by the screen, and Textual would not pass it
        to the app.
        """
        self.call_later(self.action_down if step > 0 else self.action_up)

    @property
    def _page(self) -> int:
        return max(1, self._geometry.fits - 1)

    @property
    def _half(self) -> int:
        return max(1, self._geometry.fits // 2)

    @property
    def rows_a_page_away(self) -> Sequence[int]:
        """The rows of the library that a page and half a page lead to, down and up."""
        rows, last = self._shown_rows, len(self._shown_rows) - 1
        steps = (self._page, self._half, -self._half, -self._page)
        return [rows[max(0, min(last, self._index + step))] for step in steps] if rows else []

    def action_page(self, pages: int) -> None:
        """Go pages down, or up if negative."""
        self._go(self._index + pages * self._page)

    def action_half(self, halves: int) -> None:
        """Go half pages down, or up if negative."""
        self._go(self._index + halves * self._half)

    def action_start(self) -> None:
        """Go to the first brief; from there to the first search."""
        (self._go if self._index and self.header.chosen is None else self._go_to_search)(0)

    def action_end(self) -> None:
        """Go to the last brief."""
        self._go(len(self._shown_rows) - 1)

    def action_choose(self) -> None:
        """Say that the reader chose a brief or a search."""
        if self.header.chosen is not None:
            self.post_message(self.Searched(self.header.names[self.header.chosen]))
        elif self._shown_rows:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Go to the brief or the search under the mouse; a second click chooses it."""
        line = self._scroll_top + event.y - len(self._error_lines)
        place = self._geometry.brief_at(line)[0]
        if (
            event.y < len(self._error_lines)
            or place >= len(self._shown_rows)
            or (place < 0 and line >= len(self.header.names))
        ):
            return
        if place >= 0:
            self._go(place)
        else:
            self._go_to_search(line)
        if event.chain > 1:
            self.action_choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down; the chosen brief stays the same."""
        self._scroll(event, _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up; the chosen brief stays the same."""
        self._scroll(event, -_WHEEL)

    def _scroll(self, event: events.MouseEvent, briefs: int) -> None:
        event.stop()
        self._scrolled = True
        wanted = self._geometry.aligned(self._scroll_top + briefs * self._geometry.each)
        self._scroll_top = max(0, min(wanted, self._geometry.lowest))
        self.refresh()

    def on_focus(self) -> None:
        """Draw the cursor at the chosen row as focused."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor at the chosen row without focus."""
        self.refresh()


def _prepare_nothing(_rows: Sequence[int], _near: Sequence[int]) -> None:
    """Prepare nothing: each row is fetched when it is drawn."""


def _rows_moved(before: Sequence[int], now: Sequence[int], anchor: int) -> int:
    """Return how many rows further down the row at `anchor` is now, or the next row after it that is still there."""
    near = range(anchor, min(anchor + _ANCHORS, len(before)))
    return next((now.index(before[at]) - at for at in near if before[at] in now), 0)
