"""What every test starts with: an environment without the user's settings, and no needless waiting."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from textual.screen import Screen

from briefing.tui.app import BriefingApp
from tests.support import fast_textual, tables

# Nothing of what is collected is garbage; looking for some takes more than half of the time that collecting takes.
gc.disable()

# Marks and indexes are on the disk before anything goes on: a test waits longer for that than for all it does itself.
_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 1 << 30
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

fast_textual.make_fast()

# The same examples on every run, on any machine; `--hypothesis-profile search` looks for others.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.load_profile("same")


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Module, name: str, obj: object) -> list[pytest.Function] | None:
    """Make one test of a table of cases, in a run of whole folders."""
    is_test = isinstance(collector, pytest.Module) and collector.istestfunction(obj, name)
    if is_test and tables.is_large_run(collector.config) and tables.is_table(obj):
        return [pytest.Function.from_parent(collector, name=name, callobj=tables.in_one(obj))]
    return None


def pytest_collection_finish() -> None:
    """Look for garbage from now on, but never again among what was collected."""
    gc.freeze()
    gc.enable()
    # Each app does so at its first paint, which here would keep all that the tests before it have left.
    setattr(gc, "freeze", lambda: None)  # noqa: B010 - mypy takes functions of modules for constants


_show = BriefingApp.get_default_screen
_STARTED: list[BriefingApp] = []
"""The apps that the test at hand has started."""


def _noted(app: BriefingApp) -> Screen[None]:
    _STARTED.append(app)
    return _show(app)


setattr(BriefingApp, "get_default_screen", _noted)  # noqa: B010 - mypy takes methods for constants


_ENVIRONMENT: dict[str, str | None] = {
    # Rich writes a style for good as it has written it first: all tests have a terminal of the same colours.
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "BRIEFING_LIBRARY", "NO_COLOR")),
    **dict.fromkeys(("VISUAL", "EDITOR", "BROWSER")),
}
"""What each test starts with; None: not set."""


def _set(variables: Mapping[str, str | None]) -> None:
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


# A hook and not a fixture: most tests start no app, and a fixture costs each of them a tenth of a millisecond.
@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Close each app after its test, as a run does: its threads would keep it and its files open for good.

    The environment is as it was before: a command may write into it, since it ends its process.
    """
    try:
        yield
    finally:
        while _STARTED:
            _STARTED.pop().close()
        left = {name: os.environ.get(name) for name in _ENVIRONMENT}
        if left != _ENVIRONMENT:
            _set(_ENVIRONMENT)


@pytest.fixture(autouse=True, scope="session")
def nobodys_environment(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep tests away from the user's settings, editor, browser and library."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    os.environ["HOME"] = str(home)
    _set(_ENVIRONMENT)
