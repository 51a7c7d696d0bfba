"""The theme: which one was chosen, which one the app wears, and how the screens are dressed in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from textual.app import App

from briefing.render.symbols import Look
from briefing.tui.terminal import SIMPLE_TERMINALS
from briefing.tui.theme.choice import AUTO, CHOICES, next_choice, theme_fault, worn
from briefing.tui.theme.styles import OWN_THEMES, RoleStyles, raised_role_styles_of, role_styles_of, textual_name


class Theme:
    """Changes the theme of an app, which has all of ours from its construction on."""

    def __init__(self, app: App[int], look: Look, tell: Callable[[str], None], *, is_light: bool = False) -> None:
        self._app = app
        self._look = look
        self._tell = tell
        self.is_coloured = not os.environ.get("NO_COLOR")
        self.is_light = is_light
        """Whether the background of the terminal is light, as far as it is known."""
        self.said_light: bool | None = None
        """The same, as the terminal has said it in this run. None: it has not."""
        self.choice = AUTO
        """What was chosen: the name of a theme, or to follow the terminal."""
        self.chosen: str | None = None
        """What the reader chose in this run. None: nothing."""
        for own in OWN_THEMES:
            app.register_theme(own)
        self._begin_in(CHOICES[0])

    @property
    def role_styles(self) -> RoleStyles:
        """How the reading screen looks."""
        return self._linking(role_styles_of(self._app.current_theme, self._look, colour=self.is_coloured))

    @property
    def raised(self) -> RoleStyles:
        """How pages over the screen look."""
        return self._linking(raised_role_styles_of(self._app.current_theme, self._look, colour=self.is_coloured))

    def _linking(self, role_styles: RoleStyles) -> RoleStyles:
        return replace(role_styles, has_links=os.environ.get("TERM") not in SIMPLE_TERMINALS)

    @property
    def names(self) -> list[str]:
        """Every theme; none under NO_COLOR: they all look the same."""
        return list(CHOICES) if self.is_coloured else []

    def wear(self, name: str) -> str | None:
        """Choose a theme; return a sentence when there is none of that name."""
        if fault := theme_fault(name):
            return fault
        self.choice = name
        self._wear(self._meant())
        return None

    def follow(self, *, is_light: bool) -> None:
        """Take note that the background of the terminal is light or dark; follow it, unless a theme was chosen."""
        self.is_light = self.said_light = is_light
        if textual_name(self._meant()) != self._app.theme:
            self._wear(self._meant())

    def start_over(self, choice: str, *, is_light: bool) -> None:
        """Wear what a start with this choice wears."""
        self.is_light = is_light
        self.wear(choice)

    def _meant(self) -> str:
        """Return the name of the theme that the choice means."""
        return worn(self.choice, os.environ, is_light=self.is_light)

    def _wear(self, name: str) -> None:
        app = self._app
        if app.is_running or app.available_themes[textual_name(name)].ansi:
            app.theme = textual_name(name)
        else:
            self._begin_in(textual_name(name))

    def _begin_in(self, name: str) -> None:
        """Set the theme before the start: a later change makes Textual parse all CSS twice, 15 % of a start."""
        app = self._app
        app.set_reactive(App.theme, name)
        dark = app.current_theme.dark
        classes = {worn: False for worn in app.classes if worn.startswith("-theme-")}
        app.update_classes(
            classes | {f"-theme-{name}": True, "-dark-mode": dark, "-light-mode": not dark}, update=False
        )
        app.stylesheet.set_variables(app.get_css_variables())

    def change(self, name: str) -> None:
        """Change the theme and say so."""
        self.wear(name)
        self.chosen = name
        if not self.is_coloured:
            self._tell("NO_COLOR is set: every theme is without colour")
            return
        place = f"{CHOICES.index(name) + 1} of {len(CHOICES)}" if name in CHOICES else ""
        ground = "light" if self.is_light else "dark"
        why = f"{self._meant()}, as the background is {ground}" if name == AUTO else ""
        self._tell(f"theme: {', '.join(filter(None, (name, place, why)))}")

    def change_to_next(self) -> None:
        """Change to the next theme."""
        self.change(next_choice(self.choice, self._meant()))
