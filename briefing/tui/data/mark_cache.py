"""Owns the marks as the screen needs them: those at hand, and a thread that writes in order what the reader marks.

What is marked is drawn at once and is on the disk some milliseconds later; at the end what is waiting is written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from briefing.base.problems import BriefingError
from briefing.library.index.rows import Listing
from briefing.library.index.with_marks import MarkedBriefs
from briefing.library.marks import NO_MARK, Generation, Mark, Marks, MarksBusyError, MarksError, OpenedMarks, open_marks
from briefing.library.open import OpenedLibrary
from briefing.tui.launch.frame_cache import optional_file_state

_KEPT = 5000
"""Marks at hand: some hundred kilobytes."""
_TRIES = 10
"""How often a mark is tried to be set while another program holds the file, a third of a second each time."""
_TRIES_AT_END = 2
"""How often all that waits is tried together once the reader leaves."""

Write = Callable[[Marks], str | None]
"""Marks something, and returns what is to be said of it, if anything."""


def folder_of(opened: OpenedLibrary) -> Path | None:
    """Return the folder that a library is: its own, or the one that all its briefs are in. None: there is none."""
    entries = opened.library.entries
    if opened.root is not None or not all(entry.alone for entry in entries):
        return opened.root
    folders = {os.path.realpath(entry.root) for entry in entries}
    return Path(folders.pop()) if len(folders) == 1 else None


def marks_of(opened: OpenedLibrary, environment: Mapping[str, str]) -> OpenedMarks:
    """Open the marks of a library; those of what is in no one folder are kept in memory."""
    folder = folder_of(opened)
    return OpenedMarks(open_marks(Path(), {}).marks, None) if folder is None else open_marks(folder, environment)


class MarkCache:
    """The marks of one library. Reading is for the event loop; what writes goes through `write`."""

    def __init__(self, opened: OpenedLibrary, marks: OpenedMarks, pool: ThreadPoolExecutor | None = None) -> None:
        self.marks = marks.marks
        self._pool = pool
        """Of one thread, which writes in order. None: marks are only read."""
        self.problem = marks.problem
        """What the reader should know of the marks file, one sentence, until it was said."""
        self.join(opened.listing)
        self.is_of_folder = folder_of(opened) is not None
        """Whether the briefs are those of one folder, so that the index and the marks call them the same."""
        self.found_as = self.as_it_is()
        """What the file was like before anything was read of it, for a kept frame."""
        self._at_hand: dict[str, Mark] = {}
        self._generation: Generation | None = None
        self._last: Future[str | None] | None = None
        """What is written last."""
        self._tries_at_end: int | None = None
        """How often a mark may still be tried. None: the reader has not left."""
        self.lost = 0
        """Marks that could not be written in the end, since another program held the file."""

    def join(self, listing: Listing) -> None:
        """Ask for marks together with this index from now on."""
        marks = self.marks
        self.joined = MarkedBriefs(listing, marks.library, marks.path, marks.every, marks.replace_damaged)

    def as_it_is(self) -> tuple[str, ...]:
        """Return what the file is like now, for a kept frame."""
        return optional_file_state(None if self.marks.path is None else str(self.marks.path))

    def fetch(self, brief_ids: Iterable[str]) -> None:
        """Have the marks of these briefs at hand: one statement for those that are not."""
        missing = [brief_id for brief_id in brief_ids if brief_id not in self._at_hand]
        if not missing:
            return
        if len(self._at_hand) > _KEPT:
            self._at_hand.clear()
        try:
            self._at_hand.update(self.marks.marks(missing))
        except MarksError as error:
            self._at_hand.update(dict.fromkeys(missing, NO_MARK))
            self.problem = str(error)

    def has(self, brief_id: str) -> bool:
        """Tell whether the marks of a brief are at hand."""
        return brief_id in self._at_hand

    def of(self, brief_id: str) -> Mark:
        """Return what was done with a brief."""
        self.fetch((brief_id,))
        return self._at_hand[brief_id]

    def note(self, brief_id: str, mark: Mark) -> None:
        """Show a brief as marked from now on; it is being written."""
        self._at_hand[brief_id] = mark

    def forget(self) -> None:
        """Read again what is asked for: it may have changed."""
        self._at_hand.clear()

    def is_stale(self) -> bool:
        """Tell whether somebody else has marked something since this was asked last; what is at hand is then forgotten.

        While something is being written, that is what has changed.
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

    def write(self, what: Write) -> Future[str | None]:
        """Write something after all that waits. Its result is what to say to the reader: also what went wrong."""
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
        """Take back what is shown and could not be written."""
        self._at_hand.clear()
        return str(error)

    def settle(self) -> None:
        """Wait until all is written that was marked."""
        if self._last is not None:
            self._last.exception()

    def leave(self) -> None:
        """Wait until all is written that was marked, or cannot be: nobody waits long for another program now."""
        if self._tries_at_end is None:
            self._tries_at_end = _TRIES_AT_END
        self.settle()

    def close(self) -> None:
        """Write what waits, and close the file."""
        self.leave()
        self.marks.close()
