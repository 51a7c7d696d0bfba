"""Owns the rows at the edges of the screen: masthead, tabs, footer. A bar draws what a function gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.render.lines import Line
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
