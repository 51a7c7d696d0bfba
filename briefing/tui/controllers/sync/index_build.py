"""Reading what is new in the library for its index: a little in a thread, much in a process of its own."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from pathlib import Path

from briefing.library.index.errors import IndexUnusableError
from briefing.library.sync.library_sync import LibrarySync
from briefing.tui.build_process import progress_words
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.sync.list_update import ListUpdate
from briefing.tui.controllers.sync.watch import Watch
from briefing.tui.workers import READING

_SLICE = 50
"""Briefs that are read until the thread asks whether something else is more urgent: 0.1 s."""
_LONGEST = 2_000_000
"""Bytes of a saved text that is read in a thread: the words of a longer one would take too much memory."""
_SHOWN_EVERY = 0.2
"""Seconds between two changes of what the title bar says of the reading."""


class IndexBuild:
    """Has the briefs read that the index knows by name only, and says how far it is."""

    reads_here = 300
    """Briefs that are read in a thread; of more a process of its own takes care."""

    def __init__(self, context: Context, watch: Watch, list_update: ListUpdate) -> None:
        self._state, self._view, self._workers, _ = context
        self._watch = watch
        self._list_update = list_update
        self._is_stopped = False
        """True once the reader has stopped the reading of a large library."""
        self._has_texts = False
        """True once the saved texts are in step as well."""
        self._said_at = 0.0
        """When the title bar said last how far it is, in seconds of the monotonic clock."""
        self._total = 0
        """Briefs that the thread has to read in all."""
        self.begin()

    def begin(self) -> None:
        """Read for the library that the state has now."""
        brief_rows = self._state.brief_rows
        self.library_sync = LibrarySync(brief_rows.library, brief_rows.brief_index, self._workers.stopping.is_set)

    @property
    def is_busy(self) -> bool:
        """True while a process reads the library."""
        return self._workers.is_busy(READING)

    def resume(self) -> None:
        """Go on with what the reader has stopped, from the next look on."""
        self._is_stopped, self._has_texts = False, False

    async def read_on(self) -> bool:
        """Read what waits, or have it read; tell whether the thread is to be asked again.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: it is damaged.
            ScanCancelledError: the app ends.

        """
        brief_index, root = self._state.brief_rows.brief_index, self._state.brief_rows.root
        if self._is_stopped or self.is_busy:
            return False
        waiting = await self._workers.in_library(brief_index.count_waiting)
        is_kept = brief_index.store.path is not None and brief_index.store.delete_folder is None
        if waiting > self.reads_here and is_kept and root is not None:
            self._start_process(root)
            return False
        if waiting:
            return await self._read_here(waiting)
        if not self._has_texts and root is not None:
            self._has_texts = True
            if await self._workers.in_library(partial(self.library_sync.read_texts, _LONGEST if is_kept else None)):
                self._start_process(root)
        return False

    async def _read_here(self, waiting: int) -> bool:
        self._total = max(self._total, waiting)
        left = await self._workers.in_library(partial(self.library_sync.read_waiting, _SLICE))
        if self._total > self.reads_here:
            self._say_progress("briefs", self._total - left, self._total)
        if left:
            return True
        self._total, self._has_texts = 0, False
        self._list_update.take_in()
        self._say_nothing()
        return self._state.brief_rows.root is not None

    def _start_process(self, root: Path) -> None:
        self._workers.start(partial(self._read_beside, root), READING)

    async def _read_beside(self, root: Path) -> None:
        self._state.build_progress = "reading the library"
        self._view.update_title_bar()
        try:
            code = await self._workers.build(root, self._say_progress)
        except OSError as error:
            code = error.errno or 1
        finally:
            self._say_nothing()
        if code:
            self._is_stopped = True
            self._say_left()
            self._view.tell("the library could not be read to its end: briefing index says why")
        self._watch.wake.set()

    def stop(self) -> None:
        """Stop the reading of a large library."""
        if not self._state.build_progress or self._is_stopped:
            self._view.tell("the library is not being read just now")
            return
        how_far = self._state.build_progress
        self._is_stopped = True
        self._workers.cancel(READING)
        self._say_left()
        self._view.tell(f"stopped {how_far}: R goes on with it")

    # what the title bar says

    def _say_progress(self, what: str, done: int, total: int) -> None:
        if self._is_stopped:
            return
        self._state.build_progress = progress_words(what, done, total)
        if time.monotonic() - self._said_at >= _SHOWN_EVERY:
            self._said_at = time.monotonic()
            self._view.update_title_bar()

    def _say_left(self) -> None:
        """Say for as long as nothing is read how many briefs the list and the searches do not know whole."""
        with suppress(IndexUnusableError):
            left = self._state.brief_rows.brief_index.count_waiting()
            self._state.build_progress = f"{left:,} not read" if left else ""
            self._view.update_title_bar()

    def _say_nothing(self) -> None:
        if self._is_stopped:
            return
        if self._state.build_progress and self._view.is_running:
            self._state.build_progress = ""
            self._view.update_title_bar()
