"""The task of a command: arguments, environment and settings."""

from __future__ import annotations

import os
from collections.abc import Mapping

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem
from briefing.cli.parsed import Arguments
from briefing.settings import Settings, load_settings


class Task(NamedTuple):
    """The arguments, environment and settings of a run."""

    arguments: Arguments
    environment: Mapping[str, str]
    settings: Settings
    problems: tuple[Problem, ...]
    """The problems of the settings."""


def task_of(arguments: Arguments) -> Task:
    """Return the task for a parsed command line. Loads the settings, and prints their problems."""
    environment = dict(os.environ)
    settings, problems = load_settings(environment)
    if problems:
        from briefing.cli.complaints import complain_of_each  # settings are rarely wrong

        complain_of_each([str(problem) for problem in problems])
    return Task(arguments, environment, settings, problems)
