"""The commands `new` and `schema`, for writing briefs."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime

from briefing.base.files import FileProblemError, write_new
from briefing.base.part_files import remove_stale_part_files
from briefing.base.paths import is_folder, printed_path, typed_path
from briefing.base.safe_text import one_line, visible
from briefing.cli.exits import Exit, UsageError
from briefing.cli.streams import complain, encoding, write, write_name
from briefing.cli.task import Task


def print_schema(task: Task) -> int:
    """Print the format as JSON Schema."""
    from briefing.format.json_schema import schema_text

    write(schema_text(compact=task.arguments.compact), encoding(task.environment))
    return Exit.OK


def new(task: Task) -> int:
    """Write a new brief from the template, and print its path."""
    from briefing.format.template import SCHEMA_FILE, new_brief_text, slug

    title = one_line(task.arguments.title)
    if not title:
        raise UsageError("a brief needs a title")
    folder = typed_path(task.arguments.folder)
    path = folder / f"{slug(title)}.yaml"
    today = datetime.now(UTC).astimezone().date().isoformat()
    remove_stale_part_files(folder)
    try:
        write_new(path, new_brief_text(title, today).encode("utf-8"))
    except FileProblemError as error:
        is_there = is_folder(folder)
        what = error if is_there else "there is no such folder"
        raise UsageError(f"{visible(str(path if is_there else folder))}: {what}") from error
    write_name(path, task.environment)
    if not (folder / SCHEMA_FILE).exists():
        # Quoted, as it is to be typed into a shell.
        complain(f"for hints in an editor: briefing schema > {shlex.quote(printed_path(folder / SCHEMA_FILE))}")
    return Exit.OK
