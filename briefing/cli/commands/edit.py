"""The command `edit`: opens the reader in the mode in which keys change a brief."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from briefing.base.paths import STDIN
from briefing.base.safe_text import visible
from briefing.cli.exits import UsageError
from briefing.cli.output import output_of
from briefing.cli.streams import can_open_screen
from briefing.cli.targets import fallback_library, requested_briefs
from briefing.cli.task import Task
from briefing.edit.brief_text import EditError
from briefing.edit.edited_file import EditedFile
from briefing.library.entries import Entry
from briefing.library.open import open_indexed


def edit(task: Task) -> int:
    """Open a brief for editing by keys."""
    name = task.arguments.brief
    if getattr(task.arguments, "linear", False):
        raise UsageError("a brief is edited on a screen: `briefing read --linear` reads it, and any editor changes it")
    if name == STDIN:
        raise UsageError("standard input cannot be edited: name a file")
    found = [one.entry for one in requested_briefs((name,), fallback_library((name,), task.environment, task.settings))]
    if len(found) != 1:
        raise UsageError(f"{visible(name)}: this is a folder of {len(found):,} briefs; name the one to edit")
    return _open(task, found[0])


def open_editing(task: Task, path: Path) -> int:
    """Open the reader on a brief that was written just now, for editing by keys."""
    return _open(task, Entry(path.stem, path.name, path.parent, alone=True))


def _open(task: Task, entry: Entry) -> int:
    if not can_open_screen(task.environment):
        raise UsageError("a brief is edited on a screen, and there is no terminal")
    try:
        edited = EditedFile(entry.path, task.environment, None if entry.alone else entry.root)
    except EditError as error:
        raise UsageError(f"{visible(str(entry.path))}: {error}") from error
    from briefing.tui.data.remembered import begin  # as in `open`, not needed without a terminal
    from briefing.tui.edit_run import run_editing

    own = replace(task.settings, ascii=output_of(task).look.ascii)
    begun, _ = begin(own, task.environment, option=getattr(task.arguments, "theme", None))
    begun, opened = begun.opened(open_indexed([entry.path], task.environment))
    if "no_color" in task.arguments:
        os.environ["NO_COLOR"] = "1"
    return run_editing(opened, begun, edited, task.problems)
