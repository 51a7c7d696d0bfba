"""Textual's command palette, safe against keys that come too early or twice."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.screen import Screen
from textual.widgets import Input

from briefing.render.symbols import Look
from briefing.tui.keys.actions import ACTIONS, Where, split_keys
from briefing.tui.keys.bindings import key_label


def action_commands(
    app: App[int], screen: Screen[object], listening: frozenset[Where], look: Look
) -> Iterable[SystemCommand]:
    """Yield the actions of the listening parts with key and id, for the palette."""
    listener = app.focused or screen
    spaces = {Where.APP: app, Where.SCREEN: screen, Where.SOURCE_TEXT: screen}
    for action in ACTIONS:
        if action.where in listening and action.id != "app.palette":
            run = partial(app.run_action, action.call, spaces.get(action.where, listener))
            key = key_label(split_keys(action.keys)[0])
            title = f"{action.description[0].upper()}{action.description[1:]}"
            yield SystemCommand(title, f"{look.say(key)} {look.signs.dot} {action.id}", run)


class SafeCommandPalette(CommandPalette):
    """The palette. Textual's own ends the app if a key moves in a list without layout, or leaves the palette twice."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys move in the list once it exists, and by pages once it has a size."""
        if action in {"command_list", "cursor_down"}:
            found = self.query(CommandList)
            is_paging = "page" in str(parameters[:1])
            return bool(found) and not (is_paging and not found.first().scrollable_content_region.width)
        return super().check_action(action, parameters)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for no commands once the palette was left: it has no list any more."""
        if not self.is_active:
            event.prevent_default()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave the palette, once."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
