"""A cache of the reader's marks for the screen, and the queue of what is written to the marks file.

A mark is drawn at once and written some milliseconds later; when the reader leaves, what still waits is written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from briefing.base.problems import BriefingError
from briefing.base.static_types import Protocol
from briefing.library.index.rows import BriefIndex
from briefing.library.index.with_marks import MarkedBriefs
from briefing.library.marks import NO_MARK, Generation, Mark, Marks, MarksBusyError, MarksError, OpenedMarks, open_marks
from briefing.library.open import OpenedLibrary
from briefing.tui.file_state import optional_file_state

_KEPT = 5000
"""Marks in the cache: some hundred kilobytes."""
_TRIES = 10
"""Attempts to write while another program holds the file, a third of a second each."""
_TRIES_AT_END = 2
"""Attempts to write all that waits, together, once the reader leaves."""

Write = Callable[[Marks], str | None]
"""Writes marks, and returns a sentence for the reader or None."""


class Queued(Protocol):
    """A write that waits or is done: a `Future`, whose module a start does not load for its first frame."""

    def done(self) -> bool:
        """Tell whether it is done."""
        ...

    def result(self) -> str | None:
        """Wait until it is done; return a sentence for the reader, or None."""
        ...

    def exception(self) -> BaseException | None:
        """Wait until it is done; return the exception that it ended with, or None."""
        ...

    def add_done_callback(self, tell: Callable[[Queued], object], /) -> None:
        """Call `tell` once it is done, in any thread."""
        ...


class Writer(Protocol):
    """Writes marks in order: an executor of one thread."""

    def submit(self, do: Callable[[Write], str | None], what: Write, /) -> Queued:
        """Queue a write."""
        ...


def _folder_of(opened: OpenedLibrary) -> Path | None:
    """Return the folder of a library, or the one folder that all its briefs are in. None: there is none."""
    entries = opened.library.entries
    if opened.root is not None or not all(entry.alone for entry in entries):
        return opened.root
    folders = {os.path.realpath(entry.root) for entry in entries}
    return Path(folders.pop()) if len(folders) == 1 else None


def marks_of(opened: OpenedLibrary, environment: Mapping[str, str]) -> OpenedMarks:
    """Open the marks of a library. If its briefs are in several folders, marks are kept in memory only."""
    folder = _folder_of(opened)
    return OpenedMarks(open_marks(Path(), {}).marks, None) if folder is None else open_marks(folder, environment)


class MarkCache:
    """The marks of one library. The event loop reads them here; all writing goes through `write`."""

    def __init__(self, opened: OpenedLibrary, marks: OpenedMarks, pool: Writer | None = None) -> None:
        self.marks = marks.marks
        self._pool = pool
        """One thread, which writes in order. None: marks are only read."""
        self.problem = marks.problem
        """What is wrong with the marks file, a sentence. None: nothing, or the reader was told."""
        self.join(opened.brief_index)
        self.is_of_folder = _folder_of(opened) is not None
        """Whether all briefs are in one folder, so that the index and the marks use the same ids."""
        self.state_at_start = self.file_state()
        """The state of the file before anything was read of it, for the frame kept for the next start."""
        self._cache: dict[str, Mark] = {}
        self._generation: Generation | None = None
        self._last: Queued | None = None
        """The write that was queued last."""
        self._tries_at_end: int | None = None
        """Attempts that are left. None: the reader has not left."""
        self.lost = 0
        """Marks that were not written in the end, since another program held the file."""

    def join(self, brief_index: BriefIndex) -> None:
        """Use this index from now on for questions about briefs and marks together."""
        marks = self.marks
        self.joined = MarkedBriefs(brief_index, marks.library, marks.path, marks.every, marks.replace_damaged)

    def file_state(self) -> tuple[str, ...]:
        """Return the state of the marks file now, for the frame kept for the next start."""
        return optional_file_state(None if self.marks.path is None else str(self.marks.path))

    def fetch(self, brief_ids: Iterable[str]) -> None:
        """Load the marks of these briefs into the cache: one statement for those that are missing."""
        missing = [brief_id for brief_id in brief_ids if brief_id not in self._cache]
        if not missing:
            return
        if len(self._cache) > _KEPT:
            self._cache.clear()
        try:
            self._cache.update(self.marks.marks(missing))
        except MarksError as error:
            self._cache.update(dict.fromkeys(missing, NO_MARK))
            self.problem = str(error)

    def has(self, brief_id: str) -> bool:
        """Tell whether the marks of a brief are in the cache."""
        return brief_id in self._cache

    def of(self, brief_id: str) -> Mark:
        """Return the marks of a brief."""
        self.fetch((brief_id,))
        return self._cache[brief_id]

    def note(self, brief_id: str, mark: Mark) -> None:
        """Put a mark into the cache, before it is written."""
        self._cache[brief_id] = mark

    def forget(self) -> None:
        """Empty the cache, since marks may have changed."""
        self._cache.clear()

    def is_stale(self) -> bool:
        """Tell whether another program has changed the marks since the last call, and empty the cache if so.

        False while a write of our own is pending: the change may be that one.
        """
        if self._last is not None and not self._last.done():
            return False
        try:
            now = self.marks.generation()
        except MarksError as error:
            self.problem = str(error)
            return False
        before, self._generation = self._generation, now
        if before is None or (before.opened, before.others) == (now.opened, now.others):
            return False
        self.forget()
        return True

    # writing

    def write(self, what: Write) -> Queued:
        """Queue a write. The result is a sentence for the reader, also if the write failed, or None."""
        if self._pool is None:
            raise RuntimeError("these marks are only read")
        self._last = self._pool.submit(self._written, what)
        return self._last

    def _written(self, what: Write) -> str | None:
        busy = MarksBusyError("another program holds the marks")
        for _ in range(_TRIES):
            if self._tries_at_end == 0:
                break
            try:
                return what(self.marks)
            except MarksBusyError as error:
                busy = error
                if self._tries_at_end is not None:
                    self._tries_at_end -= 1
            except BriefingError as error:
                return self._failed(error)
        if self._tries_at_end is not None:
            self.lost += 1
        return self._failed(busy)

    def _failed(self, error: BriefingError) -> str:
        """Drop the cache, which has marks that could not be written; return the sentence for the reader."""
        self._cache.clear()
        return str(error)

    def settle(self) -> None:
        """Wait until all queued marks are written."""
        if self._last is not None:
            self._last.exception()

    def leave(self) -> None:
        """Wait until all queued marks are written or have failed, with few attempts: the reader is leaving."""
        if self._tries_at_end is None:
            self._tries_at_end = _TRIES_AT_END
        self.settle()

    def close(self) -> None:
        """Write what waits, and close the file."""
        self.leave()
        self.marks.close()
