"""Owns what every command has to work with."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.problems import Problem
from briefing.settings import Settings


@dataclass(frozen=True, slots=True)
class Task:
    """What was asked for, by whom, and where."""

    arguments: argparse.Namespace
    environment: Mapping[str, str]
    settings: Settings
    problems: tuple[Problem, ...]
    """Those of the settings."""
