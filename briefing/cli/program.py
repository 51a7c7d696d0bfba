"""Owns a run of the program from its arguments to its exit code: the border at which every error becomes a sentence."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from signal import SIG_DFL, SIGINT, SIGPIPE, Handlers, default_int_handler, getsignal, signal
from types import FrameType

from briefing import __version__
from briefing.base.problems import BriefingError
from briefing.cli.arguments import parse
from briefing.cli.command_table import COMMANDS
from briefing.cli.exits import SIGNALLED, Exit
from briefing.cli.streams import complain, drop_output, finish, say
from briefing.tui.terminal.session import TERMINAL

_GARBAGE = 20_000
"""Objects between two looks for garbage. As shipped it is 700: loading modules alone means 50 looks for nothing."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code. Without `argv` the process is its own, from start to end."""
    if argv is not None:
        return _run(argv)
    collect_seldom()
    _be_interrupted_by(default_int_handler, SIG_DFL)
    try:
        return _run(sys.argv[1:])
    finally:
        finish()
        _be_interrupted_by(SIG_DFL, default_int_handler)
        gc.freeze()  # what is left goes with the process: looking through it once more costs 13 ms


def _be_interrupted_by(handler: Callable[[int, FrameType | None], object] | Handlers, before: object) -> None:
    """Have SIGINT answered by another handler, unless somebody else answers it or it is ignored."""
    if getsignal(SIGINT) is before:
        signal(SIGINT, handler)


def collect_seldom() -> None:
    """Look for garbage as seldom as this program does."""
    gc.set_threshold(_GARBAGE)


def _run(argv: Sequence[str]) -> int:
    try:
        try:
            return _obey(argv)
        finally:
            TERMINAL.give_back()  # what is said below is not to be said on a screen that goes
    except BriefingError as error:
        complain(f"briefing: {error}")
        return Exit.USAGE
    except BrokenPipeError:
        drop_output()
        return SIGNALLED + SIGPIPE
    except OSError as error:
        drop_output()
        complain(f"briefing: {error.strerror or error}")
        return Exit.PROBLEMS
    except KeyboardInterrupt:
        return SIGNALLED + SIGINT


def _obey(argv: Sequence[str]) -> int:
    arguments = parse(argv)
    if "version" in arguments and arguments.version:
        say(f"briefing {__version__}")
        return Exit.OK
    return COMMANDS[arguments.command].run(arguments)
