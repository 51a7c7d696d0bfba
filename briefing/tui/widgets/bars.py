"""The bars above and below what is read: masthead, tabs and last row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.render.lines import Line
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.chrome_lines import Head, hint_line, mast_line, notice_line, tabs_line
from briefing.tui.panes import NAMES
from briefing.tui.theme.styles import Dress
from briefing.tui.widgets.line_widget import LineWidget


class Bar(LineWidget):
    """One or two rows that do not scroll. Says where it was clicked."""

    @dataclass
    class Clicked(Message):
        """The reader clicked the bar."""

        bar: Bar
        x: int
        """Cell from the left, from 0."""

    def __init__(self, draw: Callable[[int, int], Line], dress: Dress, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(dress, id=id)
        self._draw = draw

    def row(self, y: int) -> Strip:
        """Return row `y`: the function's line for a width and a row."""
        return self.strip(self._draw(self.columns, y))

    def on_click(self, event: events.Click) -> None:
        """Pass on where the mouse was."""
        self.post_message(self.Clicked(self, event.x))


class Edges:
    """The bars above and below what is read, and what they say."""

    def __init__(self, dress: Dress, found: Callable[[], str]) -> None:
        """Take what tells how many words were found, for the end of the last row."""
        self.mast = Bar(self._draw_mast, dress, id="mast")
        self.tabs = Bar(self._draw_tabs, dress, id="tabs")
        self.foot = Bar(self._draw_foot, dress, id="foot")
        self._found = found
        self._head: Head = ((), ())
        self._notice = ""
        self._hints: list[tuple[str, str]] = []
        self._current = NAMES[1]

    def head(self, left: Line, right: Line) -> None:
        """Change what the masthead says at its left and at its right."""
        self._head = left, right
        self.mast.refresh()

    def say(self, sentence: str) -> None:
        """Tell the reader something in the last row until the next key."""
        if sentence != self._notice:
            self._notice = sentence
            self.foot.refresh()

    def turn(self, current: str, hints: Sequence[tuple[str, str]]) -> None:
        """Show which part the reader is in, and its keys."""
        self._current, self._hints = current, list(hints)
        self.tabs.refresh()
        self.foot.refresh()

    def tab_at(self, x: int) -> str | None:
        """Return the part whose tab is at a cell, or None."""
        left = 0
        for name, run in zip(NAMES, self._draw_tabs(self.tabs.columns, 0), strict=False):
            left += cells(run.text)
            if x < left:
                return name
        return None

    def _draw_mast(self, width: int, y: int) -> Line:
        return mast_line(self._head, width, y, self.mast.dress.look)

    def _draw_tabs(self, width: int, y: int) -> Line:
        return tabs_line(self._current, width, y, self.tabs.dress.look)

    def _draw_foot(self, width: int, _y: int) -> Line:
        look = self.foot.dress.look
        if self._notice:
            return notice_line(self._notice, width, look)
        return hint_line(self._hints, self._found(), width, look)
