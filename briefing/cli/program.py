"""A run of the program, from its arguments to its exit code. All errors are turned into messages here."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from signal import SIG_DFL, SIGINT, SIGPIPE, Handlers, default_int_handler, getsignal, signal
from types import FrameType

from briefing import __version__
from briefing.base.problems import BriefingError
from briefing.cli import set_garbage_threshold
from briefing.cli.exits import SIGNALLED, Exit
from briefing.cli.parsed import Arguments, plain_arguments
from briefing.cli.streams import complain, drop_output, finish, say
from briefing.tui.terminal import GIVE_BACK

__all__ = ["main", "set_garbage_threshold"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code. Without `argv`, use `sys.argv` and the whole process as its own."""
    if argv is not None:
        return _run(argv)
    _be_interrupted_by(default_int_handler, SIG_DFL)
    try:
        return _run(sys.argv[1:])
    finally:
        finish()
        _be_interrupted_by(SIG_DFL, default_int_handler)
        gc.freeze()  # saves the last garbage collection of the process, 13 ms


def _be_interrupted_by(handler: Callable[[int, FrameType | None], object] | Handlers, before: object) -> None:
    """Set the handler of SIGINT, unless the present one is not `before`: it is ignored, or a caller has set it."""
    if getsignal(SIGINT) is before:
        signal(SIGINT, handler)


def _run(argv: Sequence[str]) -> int:
    try:
        try:
            return _run_command(argv)
        finally:
            for give_back in GIVE_BACK:
                give_back()  # before messages are printed: else they would vanish with the alternate screen
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


def _run_command(argv: Sequence[str]) -> int:
    if (plain := plain_arguments(argv)) is not None:
        return _run_plain(plain)
    from briefing.cli.arguments import parse_command_line
    from briefing.cli.command_table import COMMANDS

    arguments = parse_command_line(argv)
    if "version" in arguments and arguments.version:
        say(f"briefing {__version__}")
        return Exit.OK
    return COMMANDS[arguments.command].run(arguments)


def _run_plain(arguments: Arguments) -> int:
    """Run a command without options. To load the table of commands takes longer than some of them."""
    from briefing.cli.task import task_of

    match arguments.command:
        case "show":
            from briefing.cli.commands.show import show as run
        case "check":
            from briefing.cli.commands.check import check as run
        case _:
            from briefing.cli.commands.open import open_reader as run
    return run(task_of(arguments))
