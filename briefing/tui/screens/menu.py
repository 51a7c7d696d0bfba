"""A menu over the screen: what can be done, filtered by what is typed. The palette is one, and what `|` asks."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from briefing.render.lines import Line
from briefing.tui.drawing.choices import Choice, count_line
from briefing.tui.drawing.dialogs import heading_bar
from briefing.tui.keys.actions import MENU_HINTS, Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.screens.dismiss import dismiss_once
from briefing.tui.screens.overlay import Edges, Overlay
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.bars import Bar
from briefing.tui.widgets.choice_list import ChoiceList
from briefing.tui.widgets.field import InputField


class MenuScreen(Overlay[int | None]):
    """A field and the choices that match it. Its result is the index of a choice, or None."""

    AUTO_FOCUS = ""
    BINDINGS = bindings(Where.MENU)

    def __init__(self, title: str, choices: Sequence[Choice], role_styles: RoleStyles, edges: Edges) -> None:
        super().__init__(edges, MENU_HINTS)
        self._title, self._choices = title, choices
        self._heading = Bar(self._draw_heading, role_styles, id="menu-heading")
        self.field = InputField(" ", "type a word or a key", role_styles, id="menu-field")
        self.field.placeholder_stays = True
        self.list = ChoiceList(choices, role_styles, id="choices")
        self._foot = Bar(self._draw_foot, role_styles, id="menu-foot")

    def compose(self) -> ComposeResult:
        """Compose the parts from top to bottom."""
        yield from super().compose()
        yield self._heading
        yield self.field
        yield self.list
        yield self._foot

    def on_mount(self) -> None:
        """Focus the field."""
        self.set_focus(self.field, scroll_visible=False)
        self._moved()

    def _draw_heading(self, width: int, _y: int) -> Line:
        return heading_bar(self._title, f"{len(self._choices)}", width, self._heading.role_styles.look)

    def _draw_foot(self, width: int, _y: int) -> Line:
        at = self.list.chosen
        note = "" if at is None else self._choices[at].said_below
        return count_line(self.list.seen, self.list.total, note, width, self._foot.role_styles.look)

    def _moved(self) -> None:
        self._foot.refresh()

    def on_key(self, event: events.Key) -> None:
        """Give the field the keys that came before it had the focus."""
        if self.focused is None:
            self.field.on_key(event)

    def on_input_field_changed(self, event: InputField.Changed) -> None:
        """Show what matches."""
        event.stop()
        self.list.filter(event.text)
        self.field.draw("")
        self._moved()

    def on_input_field_stepped(self, event: InputField.Stepped) -> None:
        """Move in the list."""
        event.stop()
        self.list.step(event.step)
        self._moved()

    def on_input_field_done(self, event: InputField.Done) -> None:
        """End with the chosen one."""
        event.stop()
        self._choose()

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """End with the chosen one."""
        event.stop()
        self._choose()

    def _choose(self) -> None:
        if self.list.chosen is not None:
            dismiss_once(self, self.list.chosen)

    def on_input_field_left(self, event: InputField.Left) -> None:
        """End without a choice."""
        event.stop()
        dismiss_once(self, None)

    def action_page(self, pages: int) -> None:
        """Go pages down, or up if negative."""
        self.list.page(pages)
        self._moved()
