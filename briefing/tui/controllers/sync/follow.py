"""Owns following the library while it is read: it is looked at every 0.8 s, and when the reader asks.

Nothing of it happens before the first paint, and no key waits for it: what takes time is done in one thread.
"""

from __future__ import annotations

import asyncio
import time
from functools import partial

from textual import work

from briefing.base.problems import BriefingError
from briefing.library.entries import unreadable_problem
from briefing.library.index.scan.folder import ScanCancelledError
from briefing.library.index.scan.full import ScanChanges
from briefing.library.index.store import IndexBusyError, IndexDamagedError, IndexStore, IndexUnusableError
from briefing.library.open import open_anew
from briefing.library.sync.catch_up import SyncRequest, SyncResult
from briefing.render.symbols import Look
from briefing.tui.controllers.sync.watch import Observer

_REMOVED = "the index was removed"
_AGAIN = 1.0
"""Seconds until another try when the index is in use."""
_SELDOM = 30.0
"""Seconds between two tries at most when there can be no index."""


class Follower(Observer):
    """The part of the app that keeps the index, and the list, in step with the folder."""

    looks = 0
    """How often something was looked at."""
    _is_put_off = False
    """Whether another program was writing into the index at the last look."""

    _not_before = 0.0
    """When an index is built anew at the earliest, in seconds of the monotonic clock."""
    _pause = _AGAIN
    """Seconds until another try to build it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._left: list[IndexStore] = []
        """Stores that were given up; another thread may still be using them."""

    # beginning and end

    def start_following(self) -> None:
        """Look at the library now, and follow it from now on."""
        self.begin()
        self._follow()

    def give_up_following(self) -> None:
        """Give up what is being looked at, and wait until the thread has ended."""
        self.given_up.set()
        self._thread.shutdown(cancel_futures=True)

    def close(self) -> None:
        """Wait for the threads and close the index, once the app has ended."""
        self.give_up_following()
        self.close_lookups()
        for store in (*self._left, self.shelf.listing.store):
            store.close()

    # looking

    @work(exclusive=True, group="following")
    async def _follow(self) -> None:
        while True:
            await self.wake.wait()
            self.wake.clear()
            wanted = self.take_wanted()
            self.is_looking = True
            try:
                await self._turn(await self.settled(wanted))
                self._is_put_off = False
            except ScanCancelledError:
                return
            except IndexBusyError:
                self._is_put_off = True
                asyncio.get_running_loop().call_later(_AGAIN, self.want, wanted)
            except IndexDamagedError:  # what is wrong with it would not fit into the row in which it is said
                await self._begin_anew("the index was damaged" if self.is_index_in_place() else _REMOVED)
            except IndexUnusableError as error:
                self.tell(str(error))
            finally:
                self.is_looking = False

    def hurry(self, wanted: SyncRequest) -> None:
        """Look at this beside what is being looked at."""
        self._look_now(wanted)

    @work(exclusive=True, group="hurrying")
    async def _look_now(self, wanted: SyncRequest) -> None:
        try:
            await self._look_at(wanted)
        except BriefingError:
            return  # whatever it is, the look that is under way meets it as well

    async def _turn(self, wanted: SyncRequest) -> None:
        """Look at what is wanted, take in what has come of it, and read what waits.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: the index is damaged.
            ScanCancelledError: the app ends.

        """
        if not self.is_index_in_place():
            raise IndexDamagedError(_REMOVED)
        trouble, self.shelf.trouble = self.shelf.trouble, None
        if trouble is not None:
            raise trouble
        if len(wanted.rows) == 1 and (wanted.folders or wanted.everything):
            await self._look_at(wanted._replace(everything=False, folders=frozenset()))  # an editor's: shown at once
        if wanted:
            await self._look_at(wanted)
        await self._note_counts()  # for files in the state in which they were just read
        self.generation = self._in_step()
        if await self.read_on():
            self.wake.set()

    async def _look_at(self, wanted: SyncRequest) -> None:
        pulse, where = self.pulse, self.reader()
        if pulse is None:
            return
        self.looks += 1
        if self._is_put_off:
            await self.aside(
                self.catcher.require_writable
            )  # to walk a large library for nothing, again and again, costs
        caught = await self.aside(partial(self.catcher.sync, wanted, frozenset(pulse.folders), where))
        if wanted.everything:
            self.looked = time.monotonic()
        if wanted.everything or wanted.folders:
            pulse.record(caught.changes, caught.folders, caught.began)
            self._note_failed(caught)
        self.flow_in(caught, where)
        if wanted.everything:
            self.all_is_known()
        if self.is_asked and wanted.everything:
            self.is_asked = False
            self.tell(_told(caught.changes))

    def _in_step(self) -> int:
        """Take in what anybody has written; return the index's generation."""
        generation = self.shelf.listing.store.generation()
        if generation != self.generation:
            self.take_in()
        return generation

    async def _note_counts(self) -> None:
        checked, self.checked = self.checked, {}
        for one in checked.values():
            try:
                await self.aside(partial(self.catcher.note_counts, one.row, one.counts, one.stamp))
            except IndexBusyError:
                return  # the next check of the brief counts the same

    def _note_failed(self, caught: SyncResult) -> None:
        """Note which folders cannot be looked into, and say so when that is the library itself."""
        root, problems, before = self.shelf.listing.root, self.folder_problems, set(self.folder_problems)
        for folder in tuple(problems) if caught.folders is None else (*caught.folders, *caught.changes.folders):
            problems.pop(folder, None)
        for folder, why in caught.changes.failed:
            problems[folder] = unreadable_problem(root / folder, f"this folder cannot be looked into: {why}")
        was_away = "" in before
        if "" in problems and not was_away:
            why = dict(caught.changes.failed)[""]
            self.tell(f"the library cannot be looked into ({why}): the list stays as it was")
        elif was_away and "" not in problems:
            self.tell("the library is back")
        if set(problems) != before:
            self.desk.remast(self.mast())

    # an index that cannot be used any more

    async def _begin_anew(self, why: str) -> None:
        """Go on with an index that is built anew. Rows have other numbers in it."""
        root, before, opened_from = self.shelf.root, self.entry, self.shelf.listing.store
        if time.monotonic() < self._not_before and not self.is_asked:
            return
        if root is None:
            self.tell(why)
            return
        in_memory = bool(self._left)  # a second time: what is wrong is not in the file
        if opened_from.path is None:  # nor in that one
            self.tell(why)
            return
        try:
            fresh = await self.aside(partial(open_anew, root, before, None if in_memory else opened_from))
        except BriefingError:  # the folder is away
            self._try_later(why)
            return
        try:
            self.shelf.take(fresh)
        except IndexUnusableError:  # somebody removes or breaks each new one
            self._left.append(fresh.listing.store)  # and so the next one is built in memory
            self._try_later(why)
            return
        self._left.append(opened_from)
        self._pause = _AGAIN
        self.desk.library.restyle()
        now = self.entry  # the reader may have gone on meanwhile
        self.start_over(now if self.shelf.is_known(now) else before)
        self.generation = -1
        self.begin()
        self.tell(f"{why}, so it is rebuilt")

    def _try_later(self, why: str) -> None:
        """Say why there is no new index, and try again ever more seldom: to open one is work."""
        self.tell(why)
        self._not_before = time.monotonic() + self._pause
        asyncio.get_running_loop().call_later(self._pause, self.wake.set)
        self._pause = min(2 * self._pause, _SELDOM)


def _told(step: ScanChanges) -> str:
    """Say what a look has found."""
    counts = {"new": step.added, "changed": step.changed, "gone": step.gone}
    return ", ".join(f"{count:,} {what}" for what, count in counts.items() if count) or "nothing has changed"
