"""The theme: which one the app wears, and how the screens are dressed in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial

from textual.app import App, SystemCommand
from textual.theme import BUILTIN_THEMES

from briefing.base.safe_text import visible
from briefing.base.suggestions import did_you_mean
from briefing.render.symbols import Look
from briefing.tui.theme.styles import (
    OWN_THEMES,
    THEMES,
    RoleStyles,
    raised_role_styles_of,
    role_styles_of,
    textual_name,
)


class Theme:
    """Changes the theme of an app, which has all of ours from its construction on."""

    def __init__(self, app: App[int], look: Look, tell: Callable[[str], None]) -> None:
        self._app = app
        self._look = look
        self._tell = tell
        self.is_coloured = not os.environ.get("NO_COLOR")
        for own in OWN_THEMES:
            app.register_theme(own)
        self._begin_in(THEMES[0])

    @property
    def role_styles(self) -> RoleStyles:
        """How the reading screen looks."""
        return role_styles_of(self._app.current_theme, self._look, colour=self.is_coloured)

    @property
    def raised(self) -> RoleStyles:
        """How pages over the screen look."""
        return raised_role_styles_of(self._app.current_theme, self._look, colour=self.is_coloured)

    def commands(self) -> Iterable[SystemCommand]:
        """Yield every theme for the palette; none under NO_COLOR: they all look the same."""
        for name in sorted({*THEMES, *BUILTIN_THEMES} if self.is_coloured else ()):
            yield SystemCommand(f"Theme: {name}", "how the screen looks", partial(self.change, name))

    def wear(self, name: str) -> str | None:
        """Change the theme; return a sentence when there is none of that name."""
        app = self._app
        if textual_name(name) not in app.available_themes:
            names = (*THEMES, *sorted(BUILTIN_THEMES))
            hint = did_you_mean(name, names) or f"; there are {', '.join(names)}"
            return f"there is no theme “{visible(name)}”{hint}"
        if app.is_running or app.available_themes[textual_name(name)].ansi:
            app.theme = textual_name(name)
        else:
            self._begin_in(textual_name(name))
        return None

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
        self._tell(f"theme: {name}" if self.is_coloured else "NO_COLOR is set: every theme is without colour")

    def change_to_next(self) -> None:
        """Change to the next of our themes."""
        names = [textual_name(name) for name in THEMES]
        at = names.index(self._app.theme) if self._app.theme in names else -1
        self.change(THEMES[(at + 1) % len(THEMES)])
