"""The command `pick`: shows the list on the terminal, and prints only the chosen path on standard output."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.cli.exits import UsageError
from briefing.cli.output import output_of
from briefing.cli.streams import can_pick, complain, is_terminal, write_name
from briefing.cli.targets import default_library, open_with
from briefing.cli.task import Task
from briefing.library.open import open_indexed
from briefing.render.symbols import Look
from briefing.tui.data.remembered import begin

_TERMINAL = "/dev/tty"


def pick(task: Task) -> int:
    """Let the user pick a brief, and print its path."""
    words, paths = _asked(task.arguments.words)
    if sys.stdin is None or sys.stdout is None:
        raise UsageError("pick needs standard input and output: one of them is closed")
    with _keys():
        if not can_pick(task.environment):
            raise UsageError("pick needs a terminal: for its list on standard error, and for keys")
        choice = None if paths else default_library(task.environment, task.settings)
        opened = open_with(lambda at: open_indexed(at, task.environment), paths, choice)
        if choice is not None and choice.is_samples:
            opened = opened._replace(is_samples=True)
        if "no_color" in task.arguments:
            os.environ["NO_COLOR"] = "1"
        gc.disable()  # the start makes no garbage; the app enables it again
        from briefing.tui.run import ended, textual_defaults

        with textual_defaults():
            from briefing.tui.pick_app import PickApp  # takes 150 ms
        app = PickApp(opened, Look(ascii=output_of(task).look.ascii), words)
        begun, _ = begin(task.settings, task.environment, option=getattr(task.arguments, "theme", None))
        app.themes.start_over(begun.choice, is_light=begun.is_light)
        with _output_on_terminal():
            app.run()
    for sentence in filter(None, (app.sentence, app.mark_cache.problem)):
        complain(f"briefing: {sentence}")
    code = ended(app.crash, app.return_code)
    if app.picked is not None:
        write_name(app.picked.path, task.environment, end="\0" if task.arguments.print0 else "\n")
    return code


def _asked(words: list[str]) -> tuple[str, list[str]]:
    """Return the query and the path; the path is the last argument if that is a file or a folder."""
    if words and os.path.lexists(words[-1]):
        return " ".join(words[:-1]), words[-1:]
    return " ".join(words), []


@contextmanager
def _keys() -> Iterator[None]:
    """Make standard input the terminal, so that keys can be read.

    Raises:
        UsageError: there is no terminal.

    """
    if is_terminal(sys.stdin):
        yield
        return
    try:
        terminal = os.open(_TERMINAL, os.O_RDWR)
    except OSError as error:
        raise UsageError("pick needs a terminal to read keys from") from error
    with _instead_of(0, terminal):
        os.close(terminal)
        yield


@contextmanager
def _output_on_terminal() -> Iterator[None]:
    """Make standard output the terminal, as Textual asks it for the size of the screen."""
    with _instead_of(1, 2):
        yield


@contextmanager
def _instead_of(stream: int, other: int) -> Iterator[None]:
    """Redirect a descriptor to another one within the context."""
    kept = os.dup(stream)
    try:
        os.dup2(other, stream)
        yield
    finally:
        os.dup2(kept, stream)
        os.close(kept)
