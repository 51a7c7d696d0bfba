"""Owns moving in the list of the library, with keys and with the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.widgets.brief_list_view import LibraryView

_WHEEL = 2


class LibraryList(LibraryView, can_focus=True):
    """The list that the reader moves in. Says which brief they went to."""

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
        self._go(self._index + pages * max(1, self._lay.fits - 1))

    def action_half(self, halves: int) -> None:
        """Go half a page on or back."""
        self._go(self._index + halves * max(1, self._lay.fits // 2))

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
        place = self._lay.brief_at(line)[0]
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
        self._top = max(0, min(self._lay.aligned(self._top + rows * self._lay.each), self._lay.lowest))
        self.refresh()

    def on_focus(self) -> None:
        """Draw the bar of the chosen row as the place where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the bar of the chosen row quietly."""
        self.refresh()
