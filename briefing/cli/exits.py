"""The exit codes and the error of the command line."""

from __future__ import annotations

from enum import IntEnum

from briefing.base.problems import BriefingError


class Exit(IntEnum):
    """Exit codes. If signal n ended the program, the exit code is 128 + n, as shells have it."""

    OK = 0
    PROBLEMS = 1
    """The briefs have errors, or the output could not be printed."""
    USAGE = 2
    """The command line is wrong, or names something that does not exist."""


SIGNALLED = 128
"""Added to the number of the signal that ended the program."""


class UsageError(BriefingError):
    """The command line is wrong, or names something that does not exist."""
