"""The list of a menu: the choices that match what is typed, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from briefing.tui.drawing.choices import Choice, choice_line, matching
from briefing.tui.theme.colours import Ground
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget

_MOST = 18
"""Rows at most, so that the screen below stays visible."""
_AROUND = 6
"""Rows that a menu leaves to its other parts, and to the edges of the screen below."""


class ChoiceList(LineWidget):
    """The choices of a menu. It has no focus: the field above it takes the keys."""

    @dataclass
    class Chosen(Message):
        """The reader clicked the chosen row."""

    def __init__(self, choices: Sequence[Choice], role_styles: RoleStyles, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(role_styles, id=id)
        self._choices = choices
        self._shown: Sequence[int] = range(len(choices))
        self._at = 0
        """Place of the chosen one among those that are shown."""
        self._top = 0

    def filter(self, typed: str) -> None:
        """Show the choices that match, with the first one chosen."""
        self._shown, self._at, self._top = matching(self._choices, typed), 0, 0
        self.refresh()

    def step(self, by: int) -> None:
        """Go that many rows down, or up if negative."""
        self._at = max(0, min(len(self._shown) - 1, self._at + by))
        self.refresh()

    def page(self, pages: int) -> None:
        """Go pages down, or up if negative."""
        self.step(pages * max(1, self.rows - 1))

    @property
    def chosen(self) -> int | None:
        """Index of the chosen one among all choices. None: none matches."""
        return self._shown[self._at] if self._shown else None

    @property
    def total(self) -> int:
        """Number of choices that match."""
        return len(self._shown)

    @property
    def seen(self) -> tuple[int, int]:
        """The visible rows: the first, and the one after the last."""
        self.fit_to_size()
        return self._top, min(self._top + self.rows, len(self._shown))

    def fit_to_size(self) -> None:
        """Note the size, and scroll to the chosen row."""
        super().fit_to_size()
        rows = max(1, self.rows)
        self._top = max(0, min(self._top, self._at, len(self._shown) - rows), self._at - rows + 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of rows: as many as there are choices, if there is room."""
        del container, width
        return max(1, min(len(self._choices), _MOST, viewport.height - _AROUND))

    def strip_at(self, y: int) -> Strip:
        """Draw a row."""
        place = self._top + y
        if place >= len(self._shown):
            return self.blank()
        choice, is_chosen = self._choices[self._shown[place]], place == self._at
        above = self._choices[self._shown[place - 1]].group if y else None
        line = choice_line(
            choice, self.columns, self.role_styles.look, names_group=choice.group != above, chosen=is_chosen
        )
        return self.strip(line, Ground.CURSOR if is_chosen else Ground.SCREEN)

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; a second click does it."""
        event.stop()
        place = self._top + event.y
        if place < len(self._shown):
            self._at = place
            self.refresh()
            if event.chain > 1:
                self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go down."""
        event.stop()
        self.step(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go up."""
        event.stop()
        self.step(-1)
