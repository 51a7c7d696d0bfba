"""Owns what every command has to work with."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import NamedTuple

from briefing.base.problems import Problem
from briefing.settings import Settings


class Task(NamedTuple):
    """What was asked for, by whom, and where."""

    arguments: argparse.Namespace
    environment: Mapping[str, str]
    settings: Settings
    problems: tuple[Problem, ...]
    """Those of the settings."""
