"""The command `index`: updates the index of a library, with a progress bar."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import is_folder
from briefing.base.plurals import counted
from briefing.base.safe_text import visible
from briefing.cli.complaints import complain_of_each
from briefing.cli.exits import Exit, UsageError
from briefing.cli.progress import ProgressBar
from briefing.cli.signals import ended_by_signals
from briefing.cli.streams import complain, encoding, say, write
from briefing.cli.targets import DefaultLibrary, default_library, mention_samples
from briefing.cli.task import Task
from briefing.library.briefs import LibraryError, no_brief_in
from briefing.library.entries import unreadable_problem
from briefing.library.index.build.build import BuildResult, BuildSteps, build
from briefing.library.index.create import delete_index
from briefing.library.index.errors import IndexUnusableError
from briefing.library.index.integrity import LARGE, require_sound
from briefing.library.index.rebuild import with_index
from briefing.library.index.rows import BriefIndex
from briefing.library.index.scan.full import ScanChanges, scan_library
from briefing.library.index.store import IndexStore, index_file, open_cached_index

_MEGABYTE = 1_000_000
HEADS, BRIEFS, TEXTS = "heads", "briefs", "texts"
"""What a line of `--progress` counts."""


class _Done(NamedTuple):
    """The result of an update."""

    scanned: ScanChanges
    built: BuildResult
    briefs: int
    """Number of briefs in the library."""


def index(task: Task) -> int:
    """Update the index of a library, and print what was done."""
    root = _root(task)
    with ended_by_signals():
        try:
            if task.arguments.rebuild:
                _forget(root, task.environment)
            return _index(task, root)
        except IndexUnusableError as error:
            complain(f"briefing: {error}")
            return Exit.PROBLEMS


def _root(task: Task) -> Path:
    """Return the folder that was named, else the default library.

    Raises:
        UsageError: it is not a folder.

    """
    named = task.arguments.folder
    choice = DefaultLibrary(Path(named), "", "") if named else default_library(task.environment, task.settings)
    mention_samples(choice)
    path, why = choice.path, choice.why
    if is_folder(path):
        return path
    wrong = (
        "this is no folder, and an index is made of a folder" if os.path.lexists(path) else "there is no such folder"
    )
    raise UsageError(f"{f'{why}: ' if why else ''}{visible(str(path))}: {wrong}")


def _forget(root: Path, environment: Mapping[str, str]) -> None:
    path = index_file(root, environment)
    if path is not None:
        try:
            delete_index(path)
        except OSError as error:
            raise IndexUnusableError(f"the index cannot be removed: {error.strerror} ({visible(str(path))})") from error


def _index(task: Task, root: Path) -> int:
    started = time.monotonic()

    def update(store: IndexStore) -> int:
        done = _update(task, store, root)
        return _say(task, store, done, time.monotonic() - started)

    return with_index(
        lambda: open_cached_index(root, task.environment),
        update,
        lambda sentence: complain(f"briefing: {sentence}"),
    )


def _update(task: Task, store: IndexStore, root: Path) -> _Done:
    brief_index = BriefIndex(store, root)
    require_sound(store, LARGE)
    scanned = scan_library(brief_index)
    problems = [
        unreadable_problem(root / folder, f"this folder cannot be read: {why}") for folder, why in scanned.failed
    ]
    is_told = task.arguments.progress
    bar = ProgressBar(None if is_told else sys.stderr)
    try:
        if is_told:
            steps = BuildSteps(_told(task, HEADS), _told(task, TEXTS))
            built = build(brief_index, _told(task, BRIEFS), _is_unheard, steps=steps)
        else:
            built = build(brief_index, bar.show)
    finally:
        bar.clear()
    if is_told and _is_unheard():
        raise BrokenPipeError
    briefs = len(brief_index.order())
    if not briefs:
        raise LibraryError(no_brief_in(root, problems))
    complain_of_each([str(problem) for problem in problems])
    return _Done(scanned, built, briefs)


def _told(task: Task, what: str) -> Callable[[int, int], None]:
    """Return a function that prints the progress for the reader, which runs this command as a process."""
    return lambda done, total: write(f"{what} {done} {total}\n", encoding(task.environment))


def _is_unheard() -> bool:
    """Tell whether the reader of standard output has gone."""
    if sys.stdout is None or not hasattr(select, "poll"):
        return False
    poll = select.poll()
    poll.register(sys.stdout.fileno(), 0)  # errors are reported in any case
    return bool(poll.poll(0))


def _say(task: Task, store: IndexStore, done: _Done, seconds: float) -> int:
    """Print what was done, and return the exit code."""
    complain_of_each([f"briefing: {sentence}" for sentence in dict.fromkeys(done.built.messages)])
    if not store.is_same_file() or store.path is None:
        complain("briefing: the index was removed meanwhile: run briefing index again")
        return Exit.PROBLEMS
    if not task.arguments.progress:
        size = store.path.stat().st_size / _MEGABYTE
        place = _shortened(str(store.path), task.environment.get("HOME", ""))
        say(
            f"indexed {counted(done.briefs, 'brief')} ({_changes(done)}) in {seconds:,.1f} s, {size:,.1f} MB in {place}"
        )
    if not done.built.is_whole:
        complain("briefing: files have changed meanwhile: run briefing index again")
    return Exit.PROBLEMS if done.scanned.failed or not done.built.is_whole else Exit.OK


def _changes(done: _Done) -> str:
    scanned, read = done.scanned, done.built.briefs
    counts = {"new": scanned.added, "changed": scanned.changed, "gone": scanned.gone}
    if read > scanned.added + scanned.changed:  # an earlier update was interrupted
        counts["read"] = read
    return ", ".join(f"{count:,} {what}" for what, count in counts.items() if count) or "nothing new"


def _shortened(path: str, home: str) -> str:
    return f"~{path[len(home) :]}" if home and path.startswith(f"{home.rstrip('/')}/") else path
