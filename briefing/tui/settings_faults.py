"""What is wrong with settings that only the reader understands: keys and the theme."""

from __future__ import annotations

from pathlib import Path

from briefing.base.problems import Code, Place, Problem, Severity
from briefing.settings import Settings
from briefing.tui.keys.bindings import usable_keymap
from briefing.tui.theme.choice import theme_fault


def settings_faults(settings: Settings) -> tuple[Problem, ...]:
    """Return what is wrong with the keys and the theme of the settings."""
    _, faults = usable_keymap(settings.keys)
    if settings.theme is not None and (sentence := theme_fault(settings.theme)):
        faults = (*faults, ("theme", sentence))
    return tuple(setting_problem(settings, *fault) for fault in faults)


def setting_problem(settings: Settings, name: str, sentence: str) -> Problem:
    """Return a problem at the place of a setting."""
    place = settings.places.get(name, Place(Path("config.yaml"), 1, 1))
    return Problem(place, Code.VALUE, sentence, Severity.WARNING)
