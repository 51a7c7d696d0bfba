"""The palette: every action that can be run from where the reader is, and every theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from textual.app import App

from briefing.base.named_tuple import NamedTuple
from briefing.tui.controllers.theme import Theme
from briefing.tui.drawing.choices import Choice
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import first_key
from briefing.tui.keys.palette import Group, group_of, palette_actions


class Entry(NamedTuple):
    """What the palette offers, and what it does."""

    choice: Choice
    run: Callable[[], object]
    """May return something to wait for."""


class Palette:
    """Makes the entries of the palette."""

    def __init__(self, app: App[int], themes: Theme, keymap: Mapping[str, str]) -> None:
        """Make it for an app in which `keymap` has other keys by the id of their action."""
        self._app, self._themes, self._keymap = app, themes, keymap

    def entries(self, listening: frozenset[Where], *, in_list: bool) -> list[Entry]:
        """Return the entries for the listening parts of the screen."""
        app = self._app
        screen, listener = app.screen, app.focused or app.screen
        spaces = {Where.APP: app, Where.SCREEN: screen, Where.SOURCE_TEXT: screen}
        actions = [
            Entry(
                Choice(
                    group_of(action),
                    f"{action.description[0].upper()}{action.description[1:]}",
                    first_key(action.id, self._keymap),
                    setting=action.id,
                ),
                partial(app.run_action, action.call, spaces.get(action.where, listener)),
            )
            for action in palette_actions(listening, in_list=in_list)
        ]
        themes = [
            Entry(
                Choice(Group.THEME, f"Theme: {name}", note="how the screen looks"), partial(self._themes.change, name)
            )
            for name in self._themes.names
        ]
        return [*actions, *themes]
