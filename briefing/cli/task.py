"""Owns what every command has to work with."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from typing import NamedTuple

from briefing.base.problems import Problem
from briefing.settings import Settings, load


class Task(NamedTuple):
    """What was asked for, by whom, and where."""

    arguments: argparse.Namespace
    environment: Mapping[str, str]
    settings: Settings
    problems: tuple[Problem, ...]
    """Those of the settings."""


def task_of(arguments: argparse.Namespace) -> Task:
    """Return the task of a command line that was parsed, with the settings; report what is wrong with them."""
    environment = dict(os.environ)
    settings, problems = load(environment)
    if problems:
        from briefing.cli.complaints import complain_of_each  # settings are seldom wrong

        complain_of_each([str(problem) for problem in problems])
    return Task(arguments, environment, settings, problems)
