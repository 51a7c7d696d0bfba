"""Programs that draft: one of the settings, or one that was named for a try, gets the task and prints its answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from threading import Event

from briefing.base.files import BRIEF_LIMIT
from briefing.base.piped import Limits, Piped, run_piped
from briefing.base.problems import BriefingError
from briefing.base.safe_text import safe_line, visible
from briefing.base.suggestions import did_you_mean
from briefing.cli.exits import UsageError
from briefing.cli.signals import ended_by_signals
from briefing.cli.streams import complain
from briefing.settings import Command, Settings

SECONDS = 300.0
"""Time that a program may take, unless --time-limit says otherwise."""
_MOST_SECONDS = 86_400
_SHOWN = 40
"""Lines of its standard error that are shown at most."""


class DrafterError(BriefingError):
    """A program gave no answer; the message is a sentence about it."""


def drafter_of(settings: Settings, name: str | None, command: Sequence[str] | None) -> Command | None:
    """Return the program that was asked for. None: none was.

    Raises:
        UsageError: there is no such program.
    """
    if command is not None:
        if name is not None:
            raise UsageError("--with and --with-command exclude each other")
        if not command or not command[0].strip():
            raise UsageError("--with-command needs a program, and must be the last option")
        return tuple(command)
    if name is None:
        return None
    known = settings.drafters
    if name not in known:
        names = (
            f"they have {', '.join(map(visible, known))}" if known else "such as drafters: {local: [llm, -m, MODEL]}"
        )
        raise UsageError(f"--with: the settings have no drafter {visible(name)}{did_you_mean(name, known)}; {names}")
    return known[name]


def seconds_of(text: str | None) -> float:
    """Return the time limit in seconds."""
    if text is None:
        return SECONDS
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _MOST_SECONDS:
        raise UsageError(f"--time-limit takes seconds, at most {_MOST_SECONDS:,}, not {visible(text)}")
    return seconds


def answer_of(command: Command, task: str, seconds: float) -> str:
    """Give a program the task, show what it says on standard error, and return its answer.

    Raises:
        DrafterError: it cannot be started, fails, takes too long, prints too much, or nothing, or no UTF-8.
    """
    program = visible(PurePath(command[0]).name or command[0])
    try:
        with ended_by_signals():
            piped = run_piped(command, task.encode(), Event(), Limits(BRIEF_LIMIT, seconds, is_alone=True))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "a word of its command has a NUL character"
        raise DrafterError(f"{program} cannot be started: {why}") from error
    _show_errors(program, piped.errors)
    return _answer(program, piped)


def _answer(program: str, piped: Piped) -> str:
    if piped.ended:
        raise DrafterError(f"{program} {piped.ended}")
    if piped.code:
        how = f"was ended by signal {-piped.code}" if piped.code < 0 else f"has failed, with exit code {piped.code}"
        raise DrafterError(f"{program} {how}")
    try:
        answer = piped.out.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DrafterError(f"{program}: its answer is not in UTF-8") from error
    if not answer.strip():
        raise DrafterError(f"{program} has answered nothing")
    return answer


def _show_errors(program: str, errors: bytes) -> None:
    """Show what a program says on standard error, safe, its first lines."""
    lines = [line for line in errors.decode("utf-8", "replace").splitlines() if line.strip()]
    for line in lines[:_SHOWN]:
        complain(f"{program}: {safe_line(line)}")
    if len(lines) > _SHOWN:
        complain(f"{program}: and {len(lines) - _SHOWN:,} more lines")
