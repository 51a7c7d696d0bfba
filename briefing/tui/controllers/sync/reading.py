"""Owns reading what is new in the library for its index: a little in a thread, much in a process of its own."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from textual import work

from briefing.library.index.scan.folder import ScanCancelledError
from briefing.library.sync.catch_up import LibrarySync
from briefing.render.symbols import Look
from briefing.tui.controllers.sync.build_process import build_command, run_build
from briefing.tui.controllers.sync.list_update import Intake

_Found = TypeVar("_Found")

_SLICE = 50
"""Briefs that are read until the thread asks whether something else is more urgent: 0.1 s."""
_LONGEST = 2_000_000
"""Bytes of a saved text that is read in a thread: the words of a longer one would take too much memory."""
_PROCESS = "reading"
_SHOWN_EVERY = 0.2
"""Seconds between two changes of what the masthead says of the reading."""


class Gatherer(Intake):
    """The part of the app that has briefs read for the index."""

    reads_here = 300
    """Briefs that are read in a thread; of more a process of its own takes care."""
    build_command: Sequence[str] | None = None
    """What reads a large library. None: `following_build.build_command`."""
    reading_on = ""
    """How far a large library is read, for the masthead. Empty: nothing is being read."""
    catcher: LibrarySync
    _is_stopped = False
    """Whether the reader has stopped the reading of a large library."""
    _has_texts = False
    """Whether the saved texts are in step as well."""
    _said_at = 0.0
    """When the masthead said last how far it is, in seconds of the monotonic clock."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._thread = ThreadPoolExecutor(2, "library")  # a look at everything, and at one file meanwhile
        self.given_up = threading.Event()
        self._process = asyncio.Lock()
        """Held for as long as the process is at work."""
        self._total = 0
        """Briefs that the thread has to read in all."""

    async def aside(self, do: Callable[[], _Found]) -> _Found:
        """Do something in the thread for the library.

        Raises:
            ScanCancelledError: the app ends.

        """
        try:
            asked = asyncio.get_running_loop().run_in_executor(self._thread, do)
        except RuntimeError as error:  # what is shut down takes nothing on any more
            raise ScanCancelledError from error
        return await asked

    @property
    def is_reading(self) -> bool:
        """Whether a process reads the library."""
        return any(worker.group == _PROCESS and not worker.is_finished for worker in self.workers)

    async def read_on(self) -> bool:
        """Read what waits, or have it read; tell whether the thread is to be asked again.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: the index is damaged.

        """
        listing = self.shelf.listing
        if self._is_stopped or self.is_reading:
            return False
        waiting = await self.aside(listing.count_waiting)
        is_kept = listing.store.path is not None and listing.store.folder is None
        if waiting > self.reads_here and is_kept and self.shelf.root is not None:
            self._have_read(self.build_command or build_command(self.shelf.root))
            return False
        if waiting:
            return await self._read_here(waiting)
        if not self._has_texts and self.shelf.root is not None:
            self._has_texts = True
            if await self.aside(lambda: self.catcher.read_texts(_LONGEST if is_kept else None)):
                self._have_read(self.build_command or build_command(self.shelf.root))
        return False

    async def _read_here(self, waiting: int) -> bool:
        self._total = max(self._total, waiting)
        left = await self.aside(lambda: self.catcher.read_waiting(_SLICE))
        if self._total > self.reads_here:
            self._say_progress(self._total - left, self._total)
        if left:
            return True
        self._total, self._has_texts = 0, False
        self.take_in()
        self._say_nothing()
        return self.shelf.root is not None

    @work(exclusive=True, group=_PROCESS)
    async def _have_read(self, command: Sequence[str]) -> None:
        self.reading_on = "reading the library"
        try:
            async with self._process:
                code = await run_build(command, self._say_progress)
        except OSError as error:
            code = error.errno or 1
        finally:
            self._say_nothing()
        if code:
            self._is_stopped = True
            self.tell("the library could not be read to its end: briefing index says why")
        self.read_by_another()

    async def on_unmount(self) -> None:
        """Give up what is being read: nobody waits for it any more."""
        self.given_up.set()
        self.workers.cancel_group(self, _PROCESS)
        async with self._process:
            return

    def read_by_another(self) -> None:
        """Take in what a process has read."""
        raise NotImplementedError

    def _say_progress(self, done: int, total: int) -> None:
        self.reading_on = f"reading {done:,} of {total:,}"
        if time.monotonic() - self._said_at >= _SHOWN_EVERY:
            self._said_at = time.monotonic()
            self.desk.remast(self.mast())

    def _say_nothing(self) -> None:
        if self.reading_on and self.is_running:
            self.reading_on = ""
            self.desk.remast(self.mast())

    def action_stop_reading(self) -> None:
        """Stop the reading of a large library."""
        if not self.reading_on:
            self.tell("the library is not being read just now")
            return
        how_far = self.reading_on
        self._is_stopped = True
        self.workers.cancel_group(self, _PROCESS)
        self._say_nothing()
        self.tell(f"stopped {how_far}: R goes on with it")
