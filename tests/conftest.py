"""What every test starts with: an environment without the user's settings, and no needless waiting."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.support import tables

# Marks and indexes are on the disk before anything goes on: a test waits longer for that than for all it does itself.
_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 1 << 30
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_configure(config: pytest.Config) -> None:
    """Make ready for tests, unless this process hands them out to others."""
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        from tests.support import running_tests

        running_tests.prepare()


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Module, name: str, obj: object) -> list[pytest.Function] | None:
    """Make one test of a table of cases, in a run of whole folders."""
    is_test = isinstance(collector, pytest.Module) and collector.istestfunction(obj, name)
    if is_test and tables.is_large_run(collector.config) and tables.is_table(obj):
        return [pytest.Function.from_parent(collector, name=name, callobj=tables.in_one(obj))]
    return None


def pytest_collection_finish() -> None:
    """Look for garbage from now on."""
    from tests.support import running_tests

    running_tests.look_for_garbage()


_ENVIRONMENT: dict[str, str | None] = {
    # Rich writes a style for good as it has written it first: all tests have a terminal of the same colours.
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "BRIEFING_LIBRARY", "NO_COLOR")),
    **dict.fromkeys(("VISUAL", "EDITOR", "BROWSER", "TMUX")),
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
    """Close each app after its test, and restore what a command has written into the environment."""
    from tests.support import running_tests

    try:
        yield
    finally:
        running_tests.close_apps()
        left = {name: os.environ.get(name) for name in _ENVIRONMENT}
        if left != _ENVIRONMENT:
            _set(_ENVIRONMENT)


@pytest.fixture(autouse=True, scope="session")
def nobodys_environment(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep tests away from the user's settings, editor, browser and library."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    _ENVIRONMENT["HOME"] = str(home)
    _set(_ENVIRONMENT)
