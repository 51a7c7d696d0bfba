"""Owns the list of the library: draws the rows in view and no others, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.tui.keys import Where, bindings
from briefing.tui.linewidget import LineWidget
from briefing.tui.palette import Dress
from briefing.typesetting.cells import crop, tidy
from briefing.typesetting.finding import light
from briefing.typesetting.frames import ROW_LINES, Row, row
from briefing.typesetting.lines import Line, Role, Run, text_of
from briefing.words import fold

_AIRY = 40
"""From this height on, an empty row parts the briefs."""
_CROWDED = 12
"""Up to this height, a title has one row."""
_WHEEL = 2
_ANCHORS = 5
"""Rows of which one is looked for where the rows change, to keep it in its place."""
_KEPT = 1000
_INDENT = Run("  ")
_QUIET = {Role.STRONG: Role.BODY, Role.DATE: Role.META, Role.MARKING: Role.META}
"""Only the chosen row speaks up."""


class LibraryList(LineWidget, can_focus=True):
    """Every brief of the library, or those that the filter lets through. Says which one the reader went to."""

    BINDINGS = bindings(Where.MOVE, Where.LIST)

    @dataclass
    class Moved(Message):
        """The reader went to another row; the list follows when it is told to."""

        index: int
        """Index in the view."""

    @dataclass
    class Chosen(Message):
        """The reader wants to read the brief."""

    def __init__(
        self,
        row_of: Callable[[int], Row],
        dress: Dress,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(dress, id=id, classes=classes)
        self._row_of = row_of
        self._view: Sequence[int] = ()
        self._words: tuple[str, ...] = ()
        self._index = 0
        self._between = False
        self._top = 0
        self._scrolled = False
        """Whether the wheel has taken the chosen row off screen."""
        self._strips: dict[tuple[int, int, bool, bool, int, int], Strip] = {}

    # what is shown

    def show(self, view: Sequence[int], index: int, words: Sequence[str] = (), *, between: bool = False) -> None:
        """Show these rows of the library, with that one chosen, and the words lit that it was filtered by.

        With `between` none is chosen: what is read was before that one, and is no longer among them.
        """
        folded = tuple(map(fold, words))
        if folded != self._words:
            self._words = folded
            self._strips.clear()
        self._view, self._index, self._between = view, index, between
        self.refresh()

    def hold(self, view: Sequence[int]) -> None:
        """Make ready for these rows in place of those shown: what is on screen stays where it is on the screen."""
        anchor = self._index if self._top <= self._index < self._top + self._fits else self._top
        self._top = max(0, self._top + _moved(self._view, view, anchor))

    @property
    def on_screen(self) -> Sequence[int]:
        """The rows of the library that stand on the screen."""
        return self._view[self._top : self._top + self._fits + 1]

    def beside(self, step: int) -> int:
        """Return the index in the view that is so many rows on, or back."""
        return self._index + step - (self._between and step > 0)

    def restyle(self) -> None:
        """Forget every strip: the dress has changed."""
        self._strips.clear()

    def forget(self, number: int) -> None:
        """Draw this row of the library anew: its brief has changed."""
        for key in [key for key in self._strips if key[0] == number]:
            del self._strips[key]
        self.refresh()

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
        return 2 if self.rows <= _CROWDED else 4 if self.rows >= _AIRY else 3

    @property
    def _fits(self) -> int:
        return max(1, self.rows // self._each)

    def measure(self) -> None:
        """Take note of the size and bring the chosen row on screen."""
        super().measure()
        lowest = max(0, len(self._view) - self._fits)
        self._top = max(0, min(self._top, lowest))
        if not self._scrolled:
            self._top = max(self._index - self._fits + 1, min(self._top, self._index))

    def row(self, y: int) -> Strip:
        """Return one row of one brief."""
        place, part = self._top + y // self._each, y % self._each
        if not self._view:
            return self.strip((_INDENT, Run("No brief matches.", Role.META))) if y == 1 else self.blank()
        if place >= len(self._view):
            return self.blank()
        number, chosen = self._view[place], place == self._index and not self._between
        key = (number, part, chosen, self.has_focus, self.columns, self._each)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            strip = self._strips[key] = self._draw(self._row_of(number), part, chosen=chosen)
        return strip

    def _draw(self, entry: Row, part: int, *, chosen: bool) -> Strip:
        lines = self._lines(entry)
        if part >= len(lines) or not lines[part]:
            return self.strip((self._bar(), Run("")), chosen=True) if chosen and part < ROW_LINES else self.blank()
        line = self._lit(lines[part])
        if chosen:
            return self.strip((self._bar(), *line), chosen=True)
        return self.strip((_INDENT, *(Run(run.text, _QUIET.get(run.role, run.role)) for run in line)))

    def _bar(self) -> Run:
        return Run(f"{self.dress.look.signs.cursor} ", Role.ACCENT if self.has_focus else Role.RULE)

    def _lines(self, entry: Row) -> tuple[Line, ...]:
        width, look = max(4, self.columns - 3), self.dress.look
        if self._each > ROW_LINES - 1:
            return row(entry, width, look)
        return row(replace(entry, title=crop(tidy(entry.title), width, look.signs.ellipsis)), width, look)

    def _lit(self, line: Line) -> Line:
        text = fold(text_of(line))
        spans = [(at, at + len(word)) for word in self._words if (at := text.find(word)) >= 0]
        return light(line, sorted(spans), Role.ACCENT) if spans and len(text) == len(text_of(line)) else line

    # moving

    def _go(self, index: int) -> None:
        index = max(0, min(len(self._view) - 1, index))
        self._scrolled = False
        if self._view and (index != self._index or self._between):
            self.post_message(self.Moved(index))
        else:
            self.refresh()

    def action_down(self) -> None:
        """Go to the next brief."""
        self._go(self.beside(1))

    def action_up(self) -> None:
        """Go to the brief before."""
        self._go(self.beside(-1))

    def action_page(self, pages: int) -> None:
        """Go a page on or back."""
        self._go(self._index + pages * max(1, self._fits - 1))

    def action_half(self, halves: int) -> None:
        """Go half a page on or back."""
        self._go(self._index + halves * max(1, self._fits // 2))

    def action_start(self) -> None:
        """Go to the first brief."""
        self._go(0)

    def action_end(self) -> None:
        """Go to the last brief."""
        self._go(len(self._view) - 1)

    def action_choose(self) -> None:
        """Say that the reader wants to read."""
        if self._view:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Go to the brief under the mouse; read it after a second click."""
        place = self._top + event.y // self._each
        if place < len(self._view):
            self._go(place)
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
        self._top = max(0, min(self._top + rows, len(self._view) - self._fits))
        self.refresh()

    def on_focus(self) -> None:
        """Draw the bar of the chosen row as the place where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the bar of the chosen row quietly."""
        self.refresh()


def _moved(before: Sequence[int], now: Sequence[int], anchor: int) -> int:
    """Return how many rows further down something is now: the row there, or else one of the next that are left."""
    near = range(anchor, min(anchor + _ANCHORS, len(before)))
    return next((now.index(before[at]) - at for at in near if before[at] in now), 0)
