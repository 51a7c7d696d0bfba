"""Owns what the app wears: its theme, and every action by its name in the palette."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial

from textual.app import SystemCommand
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES

from briefing.render.symbols import Look
from briefing.tui.keys.actions import ACTIONS, Where, split
from briefing.tui.keys.bindings import shown
from briefing.tui.screens.command_palette import SteadyPalette
from briefing.tui.terminal.driver import terminal_driver
from briefing.tui.textual_compat import SteadyApp
from briefing.tui.theme.styles import OWN_THEMES, THEMES, Dress, dress_of, raised_dress_of, textual_name


class ThemedApp(SteadyApp):
    """The part of the app that knows how things look."""

    def __init__(self, look: Look) -> None:
        self._colour = not os.environ.get("NO_COLOR")
        # Textual answers NO_COLOR with shades of grey, unless it is told that the terminal's own colours are wanted.
        super().__init__(driver_class=terminal_driver(), ansi_color=None if self._colour else True)
        self.look = look
        for own in OWN_THEMES:
            self.register_theme(own)
        self._begin_in(THEMES[0])

    def tell(self, sentence: str) -> None:
        """Say something in the last row."""
        raise NotImplementedError

    @property
    def dress(self) -> Dress:
        """How the reading screen looks."""
        return dress_of(self.current_theme, self.look, colour=self._colour)

    @property
    def raised(self) -> Dress:
        """How pages over the screen look."""
        return raised_dress_of(self.current_theme, self.look, colour=self._colour)

    @property
    def listening(self) -> frozenset[Where]:
        """The parts of the screen that keys and the palette can reach."""
        raise NotImplementedError

    def wear(self, name: str) -> str | None:
        """Change the theme; return a sentence when there is none of that name."""
        if textual_name(name) not in self.available_themes:
            return f"there is no such theme; there are {', '.join((*THEMES, *sorted(BUILTIN_THEMES)))}"
        if self.is_running or self.available_themes[textual_name(name)].ansi:
            self.theme = textual_name(name)
        else:
            self._begin_in(textual_name(name))
        return None

    def _begin_in(self, name: str) -> None:
        """Wear a theme from the start: one that is set later has Textual parse all its CSS twice, 15 % of a start."""
        self.set_reactive(ThemedApp.theme, name)
        dark = self.current_theme.dark
        classes = {worn: False for worn in self.classes if worn.startswith("-theme-")}
        self.update_classes(
            classes | {f"-theme-{name}": True, "-dark-mode": dark, "-light-mode": not dark}, update=False
        )
        self.stylesheet.set_variables(self.get_css_variables())

    def action_wear(self, name: str) -> None:
        """Change the theme and say so."""
        self.wear(name)
        self.tell(f"theme: {name}" if self._colour else "NO_COLOR is set: every theme is without colour")

    def action_next_theme(self) -> None:
        """Wear the next of our themes."""
        names = [textual_name(name) for name in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.action_wear(THEMES[(at + 1) % len(THEMES)])

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, SteadyPalette):
            self.push_screen(SteadyPalette())  # without Textual's id: the one before may still be on its way out

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action, and every theme, in the palette."""
        listener = self.focused or screen
        spaces = {Where.APP: self, Where.SCREEN: screen, Where.PASSAGE: screen}
        for action in ACTIONS:
            if action.where in self.listening and action.id != "app.palette":
                run = partial(self.run_action, action.call, spaces.get(action.where, listener))
                key = shown(split(action.keys)[0])
                yield SystemCommand(
                    f"{action.says[0].upper()}{action.says[1:]}",
                    f"{self.look.say(key)} {self.look.signs.dot} {action.id}",
                    run,
                )
        for name in sorted({*THEMES, *BUILTIN_THEMES} if self._colour else ()):
            yield SystemCommand(f"Theme: {name}", "how the screen looks", partial(self.action_wear, name))
