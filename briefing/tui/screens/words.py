"""A line over the screen to type the words of an item into."""

from __future__ import annotations

from textual.app import ComposeResult

from briefing.render.lines import Line, Role, Run
from briefing.render.parts.chrome import HeadingState
from briefing.tui.drawing.pane_lines import heading_line
from briefing.tui.screens.dismiss import dismiss_once
from briefing.tui.screens.overlay import Edges, Overlay
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.bars import Bar
from briefing.tui.widgets.field import InputField

_KEYS = (
    ("enter", "take these words"),
    ("esc", "leave them"),
    ("← →", "change these"),
    ("^w ^k ^u", "a word, the rest"),
)


class WordsScreen(Overlay[str | None]):
    """Asks for other words. Its result is what was typed, or None."""

    def __init__(self, title: str, words: str, role_styles: RoleStyles, edges: Edges) -> None:
        """Ask under a title, beginning with the words that there are: the next letter replaces them all."""
        super().__init__(edges, _KEYS, "type other words; an arrow key, home or end changes these")
        self._title = title
        self._heading = Bar(self._draw_heading, role_styles, id="heading")
        self.field = InputField("t", "", role_styles, id="words")
        self.field.escape_keeps_text = True
        self.field.begin_with(words, "")
        self.field.select_all()

    def compose(self) -> ComposeResult:
        """Compose the line."""
        yield from super().compose()
        yield self._heading
        yield self.field

    def on_mount(self) -> None:
        """Focus the line."""
        self.field.focus()

    def _draw_heading(self, width: int, y: int) -> Line:
        look = self._heading.role_styles.look
        return heading_line(self._title, width, look, HeadingState(focused=True)) if y == 0 else (Run("", Role.BODY),)

    def on_input_field_changed(self, event: InputField.Changed) -> None:
        """Draw what was typed so far."""
        event.stop()
        event.field.draw("")

    def on_input_field_done(self, event: InputField.Done) -> None:
        """End with the words."""
        event.stop()
        dismiss_once(self, event.field.text.strip() or None)

    def on_input_field_left(self, event: InputField.Left) -> None:
        """End without any."""
        event.stop()
        dismiss_once(self, None)
