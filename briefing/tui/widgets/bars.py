"""The bars above and below the panes: the title, tabs, the readout, the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.render.lines import Line, Role, Run
from briefing.tui.drawing.chrome_lines import folded_line, hint_line, notice_lines, readout_rows, tab_at, tabs_line
from briefing.tui.drawing.layout import Size, has_readout
from briefing.tui.drawing.title_bar import TitleBar, title_bar_line
from briefing.tui.panes import MAIN
from briefing.tui.theme.colours import Ground
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget


class Bar(LineWidget):
    """Rows that do not scroll, drawn by a function."""

    @dataclass
    class Clicked(Message):
        """The reader clicked the bar."""

        bar: Bar
        x: int
        """Cell from the left, from 0."""

    def __init__(
        self,
        draw: Callable[[int, int], Line],
        role_styles: RoleStyles,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        ground: Ground = Ground.SCREEN,
    ) -> None:
        """Make a bar of lines that `draw` returns for a width and a row."""
        super().__init__(role_styles, id=id)
        self._draw = draw
        self._ground = ground

    def strip_at(self, y: int) -> Strip:
        """Return the function's line for the width and row `y`."""
        return self.strip(self._draw(self.columns, y), self._ground)

    def on_click(self, event: events.Click) -> None:
        """Say where the bar was clicked."""
        self.post_message(self.Clicked(self, event.x))


class ScreenBars:
    """The bar of the title, the tabs, the readout and the keys of a screen, and what they show."""

    def __init__(
        self,
        role_styles: RoleStyles,
        found: Callable[[], str],
        readout: Callable[[], Line] = tuple,
        counts: Callable[[], Mapping[str, str]] = dict,
        shown_bar: Callable[[TitleBar], TitleBar] = lambda bar: bar,
    ) -> None:
        """Make the bars.

        `found` returns what the end of the last row shows, such as the number of hits; `readout` what is known of the
        item under the cursor; `counts` how many items each part has, for its tab; `shown_bar` what the first row shows
        in place of the bar of the open brief.
        """
        self.title = Bar(self._draw_title, role_styles, id="title-bar", ground=Ground.BAR)
        self.tabs = Bar(self._draw_tabs, role_styles, id="tabs")
        self.readout = Bar(self._draw_readout, role_styles, id="readout", ground=Ground.BAR)
        self.foot = Bar(self._draw_foot, role_styles, id="foot")
        self._found, self._readout, self._counts, self._shown_bar = found, readout, counts, shown_bar
        self._title_bar = TitleBar()
        self._notice = ""
        self._hints: Sequence[tuple[str, str]] = ()
        self._current = MAIN
        self._is_covered = False
        """Whether something lies over the screen."""
        self._note = ""
        """What is said in place of the readout meanwhile."""
        self._has_tabs = False
        """Whether the tabs are on the screen."""
        self._has_folded_keys = False
        """Whether the last row was drawn with both the readout and the keys, for a low screen."""

    @property
    def title_bar(self) -> TitleBar:
        """What the bar of the first row says."""
        return self._title_bar

    def set_title_bar(self, title_bar: TitleBar) -> None:
        """Change what the bar of the first row says."""
        self._title_bar = title_bar
        self.title.refresh()
        self._draw_tabs_again()

    def say(self, sentence: str) -> None:
        """Show a message in the last rows, which the screen makes `rows` of. An empty one shows the hints again."""
        if sentence != self._notice:
            self._notice = sentence
            self.foot.refresh()

    def rows(self, width: int) -> int:
        """Return how many rows the message needs at a width in cells; 1 for the keys."""
        return len(notice_lines(self._notice, width, self.foot.role_styles.look)) if self._notice else 1

    def show_part(self, current: str, hints: Sequence[tuple[str, str]]) -> None:
        """Show in the tabs which part the reader is in, and in the last row its keys."""
        self._current = current
        self.show_hints(hints)
        self.show_item()

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these keys in the last row."""
        self._hints = hints
        self.foot.refresh()

    def cover(self, hints: Sequence[tuple[str, str]], note: str) -> None:
        """Show the keys of what lies over the screen, and `note` in place of the readout. Empty: the readout stays."""
        self._is_covered, self._note = True, note
        self.show_hints(hints)
        self.show_item()

    def uncover(self) -> None:
        """Show the screen's own keys and readout again."""
        self._is_covered, self._note = False, ""

    def show_item(self) -> None:
        """Draw what depends on where the cursor is: the readout, which may be in the last row, and the tabs."""
        self._draw_tabs_again()
        self.readout.refresh()
        if self._has_folded_keys:
            self.foot.refresh()

    def place_tabs(self, *, are_shown: bool) -> None:
        """Note whether the tabs are on the screen now."""
        has_come, self._has_tabs = are_shown and not self._has_tabs, are_shown
        if has_come:
            self.tabs.refresh()

    def _draw_tabs_again(self) -> None:
        if self._has_tabs:  # to draw what is hidden, Textual arranges the whole screen
            self.tabs.refresh()

    def tab_at(self, x: int) -> str | None:
        """Return the part whose tab is at cell `x`, or None."""
        return tab_at(self._draw_tabs(self.tabs.columns, 0), x)

    def _draw_title(self, width: int, _y: int) -> Line:
        return title_bar_line(self._shown_bar(self._title_bar), width, self.title.role_styles.look)

    def _draw_tabs(self, width: int, _y: int) -> Line:
        return tabs_line(self._current, self._counts(), width, self.tabs.role_styles.look)

    def _draw_readout(self, width: int, y: int) -> Line:
        look = self.readout.role_styles.look
        said = (Run(look.say(self._note), Role.META),) if self._note else self._readout()
        lines = readout_rows(said, width, max(1, self.readout.rows), look)
        return lines[y] if y < len(lines) else ()

    def _draw_foot(self, width: int, y: int) -> Line:
        look = self.foot.role_styles.look
        if self._notice:
            lines = notice_lines(self._notice, width, look, max(1, self.foot.rows))
            return lines[y] if y < len(lines) else ()
        self._has_folded_keys = not self._is_covered and not has_readout(Size(*self.foot.screen.size))
        if self._has_folded_keys:
            return folded_line(self._readout(), self._hints, self._found(), width, look)
        return hint_line(self._hints, "" if self._is_covered else self._found(), width, look)
