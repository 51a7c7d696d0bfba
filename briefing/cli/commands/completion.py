"""The command `completion`: a script for a shell, or the words that such a script asks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from briefing.base.safe_text import visible
from briefing.base.suggestions import did_you_mean
from briefing.cli.completion import SHELLS, completions
from briefing.cli.exits import Exit, UsageError
from briefing.cli.streams import write
from briefing.cli.targets import default_library, open_at_paths
from briefing.cli.task import Task
from briefing.library.briefs import LibraryError

_MOST_IDS = 500
_ASKED = "words"
"""What the scripts give in place of a shell, to ask for words."""


def completion(task: Task) -> int:
    """Print the script of a shell; for "words" what may stand at the cursor, a word a line."""
    shell = task.arguments.shell
    if shell in SHELLS:
        write(SHELLS[shell].lstrip("\n"), "utf-8")
        return Exit.OK
    if shell != _ASKED:
        raise UsageError(f"“{visible(shell)}” is not one of {', '.join(SHELLS)}{did_you_mean(shell, SHELLS)}")
    lines = completions(task.arguments.words, lambda start: islice(_ids(task, start), _MOST_IDS))
    write("".join(f"{line}\n" for line in lines), "utf-8")
    return Exit.OK


def _ids(task: Task, start: str) -> Iterator[str]:
    try:
        library = open_at_paths((), default_library(task.environment, task.settings))
    except LibraryError:
        return  # a shell that completes has no place for errors; the command itself will say so
    yield from (entry.id for entry in library.entries if entry.id.startswith(start))
