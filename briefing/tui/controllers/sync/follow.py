"""Following the library while it is read: it is looked at every 0.8 s, and when the reader asks.

Nothing of it happens before the first paint, and no key waits for it: what takes time is done in threads.
"""

from __future__ import annotations

import time
from functools import partial

from briefing.base.problems import BriefingError
from briefing.library.entries import Entry, unreadable_problem
from briefing.library.index.errors import IndexBusyError, IndexDamagedError, IndexUnusableError
from briefing.library.index.scan.folder import ScanCancelledError
from briefing.library.index.scan.full import ScanChanges
from briefing.library.index.store import IndexStore
from briefing.library.open import open_anew
from briefing.library.sync.library_sync import SyncRequest, SyncResult
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.controllers.sync.index_build import IndexBuild
from briefing.tui.controllers.sync.list_update import ListUpdate
from briefing.tui.controllers.sync.watch import Watch

_REMOVED = "the index was removed"
_AGAIN = 1.0
"""Seconds until another try when the index is in use."""
_SELDOM = 30.0
"""Seconds between two tries at most when there can be no index."""


class Sync:
    """Keeps the index, and the list, in step with the folder: one look at a time, for as long as the app runs."""

    def __init__(
        self, context: Context, open_brief: OpenBrief, watch: Watch, list_update: ListUpdate, index_build: IndexBuild
    ) -> None:
        self._state, self._view, self._workers, _ = context
        self._open_brief = open_brief
        self.watch = watch
        self.list_update = list_update
        self.index_build = index_build
        self.looks = 0
        """Number of looks at the folder so far."""
        self.old_stores: list[IndexStore] = []
        """Indexes that were given up; another thread may still be using them."""
        self._is_put_off = False
        """True if another program was writing into the index at the last look."""
        self._not_before = 0.0
        """When an index is built anew at the earliest, in seconds of the monotonic clock."""
        self._pause = _AGAIN
        """Seconds until another try to build it."""
        watch.urgent.listen(self._look_beside)

    # beginning and end

    def start(self) -> None:
        """Look at the library now, and follow it from now on."""
        self._begin()
        self._workers.start(self._follow, "following")

    def _begin(self) -> None:
        self.index_build.begin()
        self.list_update.begin(is_known=self._state.brief_rows.root is None)
        self.watch.begin()

    def close(self) -> None:
        """Close the index, once the threads have ended."""
        for store in (*self.old_stores, self._state.brief_rows.brief_index.store):
            store.close()

    def reload(self) -> None:
        """Look at everything now, and read the open brief again."""
        self._open_brief.reload()
        self.watch.is_asked = True
        self.index_build.resume()
        self._view.tell("the library is being looked at")
        self.watch.want_everything()

    def note_checked(self, entry: Entry) -> None:
        """Take note that a brief was checked: for the list, and for the counts that the index keeps."""
        self.watch.note_checked(entry)
        self.list_update.note_counts(entry)

    # looking

    async def _follow(self) -> None:
        watch = self.watch
        while True:
            await watch.wake.wait()
            watch.wake.clear()
            wanted = watch.take_wanted()
            watch.is_looking = True
            try:
                await self._turn(await watch.settled(wanted))
                self._is_put_off = False
            except ScanCancelledError:
                return
            except IndexBusyError:
                self._is_put_off = True
                self._workers.later(_AGAIN, partial(watch.want, wanted))
            except IndexDamagedError:  # what is wrong with it would not fit into the row in which it is said
                await self._begin_anew("the index was damaged" if watch.is_index_in_place() else _REMOVED)
            except IndexUnusableError as error:
                self._view.tell(str(error))
            finally:
                watch.is_looking = False

    def _look_beside(self, wanted: SyncRequest) -> None:
        """Look at this beside what is being looked at."""
        self._workers.start(partial(self._look_now, wanted), "one file")

    async def _look_now(self, wanted: SyncRequest) -> None:
        try:
            await self._look_at(wanted)
        except BriefingError:
            return  # whatever it is, the look that is under way meets it as well

    async def _turn(self, wanted: SyncRequest) -> None:
        """Look at what is wanted, take in what has come of it, and read what waits.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: it is damaged.
            ScanCancelledError: the app ends.

        """
        brief_rows = self._state.brief_rows
        if not self.watch.is_index_in_place():
            raise IndexDamagedError(_REMOVED)
        trouble, brief_rows.trouble = brief_rows.trouble, None
        if trouble is not None:
            raise trouble
        if len(wanted.rows) == 1 and (wanted.folders or wanted.everything):
            await self._look_at(wanted._replace(everything=False, folders=frozenset()))  # an editor's: shown at once
        if wanted:
            await self._look_at(wanted)
        await self._note_counts()  # for files in the state in which they were just read
        self._take_in_what_others_wrote()
        if await self.index_build.read_on():
            self.watch.wake.set()

    async def _look_at(self, wanted: SyncRequest) -> None:
        detector, library_sync, position = (
            self.watch.detector,
            self.index_build.library_sync,
            self.list_update.reader_position(),
        )
        if detector is None:
            return
        self.looks += 1
        if self._is_put_off:
            await self._workers.in_library(library_sync.require_writable)  # to walk a large library for nothing costs
        result = await self._workers.in_library(
            partial(library_sync.sync, wanted, frozenset(detector.folders), position)
        )
        if wanted.everything:
            self.watch.looked = time.monotonic()
        if wanted.everything or wanted.folders:
            detector.record(result.changes, result.folders, result.began)
            self._note_failed(result)
        self.watch.generation = self._state.brief_rows.brief_index.store.generation()
        self.list_update.take_in_result(result, position)
        if wanted.everything:
            self.list_update.complete()
        if self.watch.is_asked and wanted.everything:
            self.watch.is_asked = False
            self._view.tell(_described(result.changes))

    def _take_in_what_others_wrote(self) -> None:
        """Let the list say what the index says, if anybody has written into it since it did."""
        generation = self._state.brief_rows.brief_index.store.generation()
        if generation != self.watch.generation:
            self.watch.generation = generation
            self.list_update.take_in()

    async def _note_counts(self) -> None:
        for one in self.list_update.take_counts():
            try:
                await self._workers.in_library(
                    partial(self.index_build.library_sync.note_counts, one.row, one.counts, one.stamp)
                )
            except IndexBusyError:
                return  # the next check of the brief counts the same

    def _note_failed(self, result: SyncResult) -> None:
        """Note which folders cannot be looked into, and say so when that is the library itself."""
        root, problems = self._state.brief_rows.brief_index.root, self._state.folder_problems
        before = set(problems)
        for folder in tuple(problems) if result.folders is None else (*result.folders, *result.changes.folders):
            problems.pop(folder, None)
        for folder, why in result.changes.failed:
            problems[folder] = unreadable_problem(root / folder, f"this folder cannot be read: {why}")
        was_away = "" in before
        if "" in problems and not was_away:
            why = dict(result.changes.failed)[""]
            self._view.tell(f"the library cannot be looked into ({why}): the list stays as it was")
        elif was_away and "" not in problems:
            self._view.tell("the library is back")
        if set(problems) != before:
            self._view.update_title_bar()

    # an index that cannot be used any more

    async def _begin_anew(self, why: str) -> None:
        """Go on with an index that is built anew. Rows have other numbers in it."""
        state, brief_rows = self._state, self._state.brief_rows
        root, before, opened_from = brief_rows.root, state.entry, brief_rows.brief_index.store
        if time.monotonic() < self._not_before and not self.watch.is_asked:
            return
        if root is None:
            self._view.tell(why)
            return
        in_memory = bool(self.old_stores)  # a second time: what is wrong is not in the file
        if opened_from.path is None:  # nor in that one
            self._view.tell(why)
            return
        try:
            fresh = await self._workers.in_library(partial(open_anew, root, before, None if in_memory else opened_from))
        except BriefingError:  # the folder is away
            self._try_later(why)
            return
        try:
            brief_rows.take(fresh)
        except IndexUnusableError:  # somebody removes or breaks each new one
            self.old_stores.append(fresh.brief_index.store)  # and so the next one is built in memory
            self._try_later(why)
            return
        self.old_stores.append(opened_from)
        self._pause = _AGAIN
        self._view.reading_screen.library.restyle()
        now = state.entry  # the reader may have gone on meanwhile
        self.list_update.start_over(now if brief_rows.is_known(now) else before)
        self.watch.generation = -1
        self._begin()
        self._view.tell(f"{why}, so it is rebuilt")

    def _try_later(self, why: str) -> None:
        """Say why there is no new index, and try again ever more seldom: to open one is work."""
        self._view.tell(why)
        self._not_before = time.monotonic() + self._pause
        self._workers.later(self._pause, self.watch.wake.set)
        self._pause = min(2 * self._pause, _SELDOM)


def _described(changes: ScanChanges) -> str:
    """Say what a look has found."""
    counts = {"new": changes.added, "changed": changes.changed, "gone": changes.gone}
    return ", ".join(f"{count:,} {what}" for what, count in counts.items() if count) or "nothing has changed"
