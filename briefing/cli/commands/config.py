"""The command `config`: which settings hold, and where each comes from."""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from briefing.base.paths import printed_path
from briefing.base.problems import Problem
from briefing.base.safe_text import visible
from briefing.cli.complaints import complain_of_each
from briefing.cli.exits import Exit, UsageError
from briefing.cli.manual.page import Entries, Entry, Example, Page, Text
from briefing.cli.manual.typeset import page_lines
from briefing.cli.output import output_of
from briefing.cli.streams import say, write_name
from briefing.cli.targets import default_library
from briefing.cli.task import Task
from briefing.settings import SETTINGS, Settings, config_file


def config(task: Task) -> int:
    """Print the settings, their mistakes alone, or the path of their file."""
    path = config_file(task.environment)
    what = task.arguments.what or "show"
    if path is None:
        raise UsageError("there is no place for settings: neither XDG_CONFIG_HOME nor HOME is set")
    if what == "path":
        write_name(path, task.environment)
        return Exit.OK
    if what == "show":
        there = () if path.exists() else (Text("There is no such file: all settings have their defaults."),)
        entries = tuple(Entry(name, _value(task, name)) for name in SETTINGS)
        page = Page("Settings", (Example(visible(printed_path(path))), *there, Entries(entries)))
        output = output_of(task)
        output.lines(page_lines(page, output.width, output.look))
    faults = _faults(task.settings) if what == "check" else ()
    complain_of_each([str(problem) for problem in faults])
    if what == "check" and not task.problems and not faults:
        say(f"{visible(printed_path(path))}: no mistakes")
    return Exit.PROBLEMS if task.problems or faults else Exit.OK


def _faults(settings: Settings) -> tuple[Problem, ...]:
    """Return what is wrong with settings that only the reader understands."""
    if settings.theme is None and not settings.keys:
        return ()
    from briefing.tui.settings_faults import settings_faults  # 60 ms

    return settings_faults(settings)


def _value(task: Task, name: str) -> str:
    """Return what holds for a setting, and why."""
    if name == "library":
        choice = default_library(task.environment, task.settings)
        place = task.settings.places.get(name)
        where = f" ({place})" if place and choice.why.startswith("the library of") else ""
        return visible(f"{choice.name}{where}")
    value = _written(task.settings, name)
    place = next((place for key, place in task.settings.places.items() if key.partition(".")[0] == name), None)
    return visible(f"{value} ({place})") if place is not None and value else "not set"


def _written(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_one(each)}" for key, each in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else _one(value)


def _one(value: object) -> str:
    return shlex.join(value) if isinstance(value, tuple) else str(value)
