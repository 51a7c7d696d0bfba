"""Owns what every test starts from: a run that waits for nothing needless, and an environment without the user's."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import textual._wait as waiting
from hypothesis import HealthCheck, settings
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from briefing.tui.app import BriefingApp

_PARSED: dict[tuple[object, ...], list[RuleSet]] = {}

# Nothing of what is collected is garbage; looking for some takes more than half of the time that collecting takes.
gc.disable()

# Some machines say PYTHONDONTWRITEBYTECODE: the asserts of every test file are then rewritten anew by each run.
sys.dont_write_bytecode = False

# Marks and indexes are on the disk before anything goes on: a test waits longer for that than for all it does itself.
_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 1 << 30
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

# Pilot sleeps 20 ms twice a key as shipped; a private name, so a Textual that has none just tests more slowly.
for _name in ("SLEEP_GRANULARITY", "SLEEP_IDLE"):
    if hasattr(waiting, _name):
        setattr(waiting, _name, 1 / 1000)

# Each app parses its stylesheet anew, which takes most of its start; here an app is started a thousand times. Textual
# itself gives the parsed rules out again and again. A private name as well: another Textual just tests more slowly.
if hasattr(Stylesheet, "_parse_rules"):
    _parse_rules: Callable[..., list[RuleSet]] = Stylesheet._parse_rules  # noqa: SLF001

    def _parsed_once(sheet: Stylesheet, css: str, *place: object, **more: object) -> list[RuleSet]:
        key = (css, *place, *more.items(), *sheet._variables.items())  # noqa: SLF001
        if key not in _PARSED:
            _PARSED[key] = _parse_rules(sheet, css, *place, **more)
        return _PARSED[key]

    setattr(Stylesheet, "_parse_rules", _parsed_once)  # noqa: B010 - mypy takes methods for constants

# The same examples on every run, on any machine; `--hypothesis-profile search` looks for others.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.load_profile("same")


def pytest_collection_finish() -> None:
    """Look for garbage from now on, but never again among what was collected."""
    gc.freeze()
    gc.enable()
    # Each app does so at its first paint, which here would keep all that the tests before it have left.
    setattr(gc, "freeze", lambda: None)  # noqa: B010 - mypy takes functions of modules for constants


@pytest.fixture(autouse=True)
def apps_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close each app after its test, as a run does: its threads would keep it and its files open for good."""
    apps: list[BriefingApp] = []
    show = BriefingApp.get_default_screen

    def noted(app: BriefingApp) -> Screen[None]:
        apps.append(app)
        return show(app)

    monkeypatch.setattr(BriefingApp, "get_default_screen", noted)
    yield
    for app in apps:
        app.close()


@pytest.fixture(autouse=True)
def nobodys_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep tests away from the user's settings, editor, browser and library."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    # Rich writes a style for good as it has written it first: all tests have a terminal of the same colours.
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "BRIEFING_LIBRARY", "NO_COLOR", "VISUAL", "EDITOR", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    return home
