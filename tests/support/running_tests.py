"""What a process does before it collects and runs tests, and after each of them.

It takes half a second, which the process that only hands the tests out to others saves, and with it each run.
"""

from __future__ import annotations

import gc

from hypothesis import HealthCheck, settings
from textual.screen import Screen

from briefing.tui.app import BriefingApp
from tests.support import fast_textual

_SELDOM = 20_000
"""New objects after which garbage is looked for; with 700, as Python has it, that takes a twelfth of all time."""
_STARTED: list[BriefingApp] = []
"""The apps that the test at hand has started."""


def prepare() -> None:
    """Make Textual fast, choose the examples of properties, and have apps noted as they start."""
    # Nothing of what is collected is garbage; looking for some takes more than half of the time that collecting takes.
    gc.disable()
    fast_textual.make_fast()
    # The same examples on every run, on any machine; `--hypothesis-profile search` looks for others.
    settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("same", settings.get_profile("search"), derandomize=True)
    settings.load_profile("same")
    _note_apps()


def look_for_garbage() -> None:
    """Look for garbage from now on, but never again among what was collected."""
    gc.freeze()
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])
    gc.enable()
    # Each app does so at its first paint, which here would keep all that the tests before it have left.
    setattr(gc, "freeze", lambda: None)  # noqa: B010 - mypy takes functions of modules for constants


def close_apps() -> None:
    """Close the apps of a test, as a run does: its threads would keep them and their files open for good."""
    while _STARTED:
        _STARTED.pop().close()


def _note_apps() -> None:
    first_screen = BriefingApp.get_default_screen

    def noted(app: BriefingApp) -> Screen[None]:
        _STARTED.append(app)
        return first_screen(app)

    setattr(BriefingApp, "get_default_screen", noted)  # noqa: B010 - mypy takes methods for constants
