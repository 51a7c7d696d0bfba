"""Textual's command palette, which a key that comes too early, or a second time, does not break."""

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
    """Yield every action that the listening parts can do, with its key and its name, for the palette."""
    listener = app.focused or screen
    spaces = {Where.APP: app, Where.SCREEN: screen, Where.PASSAGE: screen}
    for action in ACTIONS:
        if action.where in listening and action.id != "app.palette":
            run = partial(app.run_action, action.call, spaces.get(action.where, listener))
            key = key_label(split_keys(action.keys)[0])
            title = f"{action.says[0].upper()}{action.says[1:]}"
            yield SystemCommand(title, f"{look.say(key)} {look.signs.dot} {action.id}", run)


class SafeCommandPalette(CommandPalette):
    """The palette. As shipped, the app ends when a key moves in a list that is not laid out yet, or leaves it twice."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys move in the list once it is there, and by pages once it has a size."""
        if action in {"command_list", "cursor_down"}:
            found = self.query(CommandList)
            is_paging = "page" in str(parameters[:1])
            return bool(found) and not (is_paging and not found.first().scrollable_content_region.width)
        return super().check_action(action, parameters)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for no commands once the palette was left: there is no list any more to show them in."""
        if not self.is_active:
            event.prevent_default()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave the palette, once."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
