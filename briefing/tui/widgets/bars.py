"""The bars above and below the panes: masthead, tabs and last row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.render.lines import Line
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.chrome_lines import MastheadEnds, hint_line, masthead_line, notice_line, tabs_line
from briefing.tui.panes import MAIN, NAMES
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget


class Bar(LineWidget):
    """One or two rows that do not scroll, drawn by a function."""

    @dataclass
    class Clicked(Message):
        """The reader clicked the bar."""

        bar: Bar
        x: int
        """Cell from the left, from 0."""

    def __init__(self, draw: Callable[[int, int], Line], role_styles: RoleStyles, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(role_styles, id=id)
        self._draw = draw

    def strip_at(self, y: int) -> Strip:
        """Return the function's line for the width and row `y`."""
        return self.strip(self._draw(self.columns, y))

    def on_click(self, event: events.Click) -> None:
        """Say where the bar was clicked."""
        self.post_message(self.Clicked(self, event.x))


class ScreenBars:
    """The masthead, the tabs and the last row of a screen, and what they show."""

    def __init__(self, role_styles: RoleStyles, found: Callable[[], str]) -> None:
        """Make the bars. `found` returns what the end of the last row shows, such as the number of hits."""
        self.masthead = Bar(self._draw_masthead, role_styles, id="masthead")
        self.tabs = Bar(self._draw_tabs, role_styles, id="tabs")
        self.foot = Bar(self._draw_foot, role_styles, id="foot")
        self._found = found
        self._masthead: MastheadEnds = ((), ())
        self._notice = ""
        self._hints: Sequence[tuple[str, str]] = ()
        self._current = MAIN

    def set_masthead(self, masthead: MastheadEnds) -> None:
        """Change the two ends of the masthead."""
        self._masthead = masthead
        self.masthead.refresh()

    def say(self, sentence: str) -> None:
        """Show a message in the last row. An empty one shows the hints again."""
        if sentence != self._notice:
            self._notice = sentence
            self.foot.refresh()

    def show_part(self, current: str, hints: Sequence[tuple[str, str]]) -> None:
        """Show in the tabs which part the reader is in, and in the last row its keys."""
        self._current = current
        self.tabs.refresh()
        self.show_hints(hints)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these keys in the last row."""
        self._hints = hints
        self.foot.refresh()

    def tab_at(self, x: int) -> str | None:
        """Return the part whose tab is at cell `x`, or None."""
        left = 0
        for name, run in zip(NAMES, self._draw_tabs(self.tabs.columns, 0), strict=False):
            left += cells(run.text)
            if x < left:
                return name
        return None

    def _draw_masthead(self, width: int, y: int) -> Line:
        return masthead_line(self._masthead, width, y, self.masthead.role_styles.look)

    def _draw_tabs(self, width: int, y: int) -> Line:
        return tabs_line(self._current, width, y, self.tabs.role_styles.look)

    def _draw_foot(self, width: int, _y: int) -> Line:
        look = self.foot.role_styles.look
        if self._notice:
            return notice_line(self._notice, width, look)
        return hint_line(self._hints, self._found(), width, look)
