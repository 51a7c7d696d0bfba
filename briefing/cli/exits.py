"""Owns the exit codes and the errors of the command line."""

from __future__ import annotations

from enum import IntEnum

from briefing.base.problems import BriefingError


class Exit(IntEnum):
    """What a command returns to the shell. Ended by signal n it returns 128 + n, as shells do."""

    OK = 0
    PROBLEMS = 1
    """What was asked for has errors, or could not be printed."""
    USAGE = 2
    """The command line is wrong, or names what is not there."""


SIGNALLED = 128
"""Added to the number of the signal that ended a program."""


class UsageError(BriefingError):
    """The command line asks for what there is not."""
