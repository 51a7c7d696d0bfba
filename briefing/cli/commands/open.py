"""The command `open`: opens the reader."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence

from briefing.base.frozen import replace
from briefing.base.paths import STDIN
from briefing.base.problems import BriefingError
from briefing.cli.exits import UsageError
from briefing.cli.output import output_of
from briefing.cli.streams import can_converse, can_open_screen
from briefing.cli.targets import default_library, open_with, standard_input
from briefing.cli.task import Task
from briefing.library.briefs import LibraryError
from briefing.library.open import open_indexed


def open_reader(task: Task) -> int:
    """Open the reader, or the conversation; without a terminal print the briefs."""
    is_linear = bool(task.settings.linear) or getattr(task.arguments, "linear", False)
    if not (can_converse() if is_linear else can_open_screen(task.environment)):
        from briefing.cli.commands.show import show  # needed only without a terminal

        try:
            return show(task)
        except UsageError as error:
            raise _with_command_meant(error, task.arguments.paths) from error
    choice = None if task.arguments.paths else default_library(task.environment, task.settings)
    from briefing.tui.data.remembered import begin  # not needed without a terminal

    option = getattr(task.arguments, "theme", None)
    own = replace(task.settings, ascii=output_of(task).look.ascii)
    begun, sentence = begin(own, task.environment, option=option, is_fresh="fresh" in task.arguments)
    try:
        opened = open_with(
            lambda paths: open_indexed(paths, task.environment, standard_input(), begun.settings.sort or "name"),
            task.arguments.paths,
            choice,
        )
    except LibraryError as error:
        raise _with_command_meant(error, task.arguments.paths) from error
    begun, opened = begun.opened(opened._replace(sentence=opened.sentence or sentence))
    if choice is not None and choice.is_samples:
        opened = opened._replace(is_samples=True)
    if "no_color" in task.arguments:
        os.environ["NO_COLOR"] = "1"
    if is_linear:
        from briefing.tui.linear.run import run_linear

        return run_linear(opened, begun)
    gc.disable()  # the start makes no garbage; the app enables it again
    from briefing.tui.run import run  # takes 150 ms

    return run(opened, begun, task.problems)


def _with_command_meant(error: BriefingError, paths: Sequence[str]) -> UsageError:
    """Return the error of a path that does not exist; suggest a command if the path is like its name."""
    from briefing.base.suggestions import did_you_mean  # needed only for those who mistyped
    from briefing.cli.command_table import COMMANDS

    is_missing = bool(paths) and paths[0] != STDIN and not os.path.lexists(paths[0])
    return UsageError(f"{error}{did_you_mean(paths[0], COMMANDS) if is_missing else ''}")
