"""Owns following the library while it is read: it is looked at once a second, and when the reader asks.

Nothing of it happens before the first paint, and no key waits for it: what takes time is done in one thread.
"""

from __future__ import annotations

import asyncio
import time
from functools import partial

from briefing.entries import unreadable
from briefing.index.partial import differing
from briefing.index.refreshing import Step
from briefing.index.seeing import LookGivenUpError
from briefing.index.store import IndexBusyError, IndexDamagedError, IndexUnusableError, Store
from briefing.library.catching import Catcher, Caught, Wanted
from briefing.library.indexed import open_anew
from briefing.library.pulse import Noticed, Pulse
from briefing.problems import BriefingError
from briefing.tui.following_reading import Gatherer
from briefing.tui.watching import Watcher
from briefing.typesetting.look import Look

_SETTLED = 0.06
"""Seconds for which folders have to stay the same: an editor, or git, may still be at work."""
_PATIENCE = 0.5
"""Seconds after which they are looked at all the same."""
_GIT_PATIENCE = 3.0
"""Seconds after which they are while the git command says that it is at work."""
_AGAIN = 1.0
"""Seconds until another try when the index is in use."""
_OFTEN = 30.0
"""Seconds between two looks at a whole library of many briefs, when the reader comes back to the terminal."""
_MANY = 20_000


class Follower(Gatherer):
    """The part of the app that keeps the index, and the list, in step with the folder."""

    looks = 0
    """How often something was looked at."""
    _pulse: Pulse | None = None
    _wanted = Wanted()
    _generation = -1
    """Of the index, when the list was last in step with it."""
    _looked = 0.0
    """When everything was looked at last, in seconds of the monotonic clock."""
    _is_away = False
    """Whether the folder of the library cannot be looked into."""
    _is_asked = False
    """Whether the reader has asked for a look, and wants to be told what came of it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._wake = asyncio.Event()
        self._left: list[Store] = []
        """Stores that were given up; another thread may still be using them."""

    # beginning and end

    def start_following(self) -> None:
        """Look at the library now, and follow it from now on."""
        self._begin()
        self.run_worker(self._follow(), group="following")

    def _begin(self) -> None:
        shelf = self.shelf
        self._pulse = Pulse(shelf.listing, shelf.root)
        self._catcher = Catcher(shelf.library, shelf.listing, self._given_up.is_set)
        self.is_known = shelf.root is None
        self._want(Wanted(everything=shelf.root is not None))

    def on_unmount(self) -> None:
        """Give up what is being looked at: nobody waits for it any more."""
        self._given_up.set()

    def give_up_following(self) -> None:
        """Give up what is being looked at, and wait until the thread has ended."""
        self._given_up.set()
        self._thread.shutdown(cancel_futures=True)

    def close(self) -> None:
        """Wait for the threads and close the index, once the app has ended."""
        self.give_up_following()
        self.close_lookups()
        for store in (*self._left, self.shelf.listing.store):
            store.close()

    # what is to be looked at

    def _want(self, wanted: Wanted) -> None:
        self._wanted = self._wanted.joined(wanted)
        self._wake.set()

    def look_around(self) -> None:
        """Look, at little cost, whether anything may have changed."""
        pulse, library = self._pulse, self.desk.library
        if pulse is None or self._wanted:
            return
        try:
            shown = [self.shelf.entry(row) for row in library.in_sight]
            noticed = pulse.notice((self.entry, *shown), (self.index, *library.in_sight))
            generation = self.shelf.listing.store.generation()
        except IndexUnusableError:
            self._wake.set()  # whoever wakes uses the index and finds out what is wrong with it
            return
        if noticed:
            self._want(_wanted(noticed))
        if generation != self._generation or self.shelf.trouble or self.checked or not self._is_in_place():
            self._wake.set()

    def on_watcher_checked(self, event: Watcher.Checked) -> None:
        """Have the list say what the file says, as soon as the screen does."""
        if event.entry == self.entry and self._pulse is not None and self._differs():
            self._want(Wanted(rows=frozenset({self.index})))

    def _differs(self) -> bool:
        try:
            return bool(differing(self.shelf.listing, (self.index,)))
        except IndexUnusableError:
            return False

    def on_app_focus(self) -> None:
        """Look at everything: the reader may come from an editor."""
        if self._pulse is not None:
            self.look_around()
            self._want(_wanted(self._pulse.everything()))
            if len(self.shelf) <= _MANY or time.monotonic() - self._looked > _OFTEN:
                self._want(Wanted(everything=self.shelf.root is not None))

    def action_reload(self) -> None:
        """Look at everything now, and read the open brief again."""
        self.reload()
        self._is_asked, self._is_stopped, self._has_texts = True, False, False
        self.tell("the library is being looked at")
        self._want(Wanted(everything=self.shelf.root is not None, rows=frozenset(self.desk.library.in_sight)))

    def read_by_another(self) -> None:
        """Take in what a process has read."""
        self._wake.set()

    # looking

    async def _follow(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            wanted, self._wanted = self._wanted, Wanted()
            try:
                await self._turn(await self._settled(wanted))
            except LookGivenUpError:
                return
            except IndexBusyError:
                self._wanted = self._wanted.joined(wanted)
                asyncio.get_running_loop().call_later(_AGAIN, self._wake.set)
            except IndexDamagedError as error:
                await self._begin_anew(str(error))
            except IndexUnusableError as error:
                self.tell(str(error))

    async def _settled(self, wanted: Wanted) -> Wanted:
        """Return what is to be looked at once it stays as it is, so that many changes are one."""
        pulse = self._pulse
        if pulse is None or wanted.everything or not wanted:
            return wanted
        began, before = time.monotonic(), pulse.everything()
        while True:
            await asyncio.sleep(_SETTLED)
            now, waited = pulse.everything(), time.monotonic() - began
            patience = _GIT_PATIENCE if pulse.is_git_at_work() else _PATIENCE
            if waited >= patience or (now == before and patience == _PATIENCE):
                return wanted.joined(_wanted(now))
            before = now

    async def _turn(self, wanted: Wanted) -> None:
        """Look at what is wanted, take in what has come of it, and read what waits.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: it is damaged.
            LookGivenUpError: the app ends.

        """
        if not self._is_in_place():
            raise IndexDamagedError("the index was removed")
        if self.shelf.trouble is not None:
            raise self.shelf.trouble
        await self._note_counts()
        if len(wanted.rows) == 1 and (wanted.folders or wanted.everything):
            await self._look_at(wanted._replace(everything=False, folders=frozenset()))  # an editor's: shown at once
        if wanted:
            await self._look_at(wanted)
        self._generation = await self._in_step()
        if await self.read_on():
            self._wake.set()

    async def _look_at(self, wanted: Wanted) -> None:
        pulse, where = self._pulse, self.reader()
        if pulse is None:
            return
        self.looks += 1
        caught = await self.aside(partial(self._catcher.catch_up, wanted, frozenset(pulse.folders), where))
        if wanted.everything:
            self._looked = time.monotonic()
        if wanted.everything or wanted.folders:
            pulse.learn(caught.step, caught.asked, caught.began)
            self._note_failed(caught)
        self.flow_in(caught, where)
        if self._is_asked and wanted.everything:
            self._is_asked = False
            self.tell(_told(caught.step))

    async def _in_step(self) -> int:
        """Take in what anybody has written; return the index's generation."""
        generation = self.shelf.listing.store.generation()
        if generation != self._generation:
            self.take_in()
        return generation

    async def _note_counts(self) -> None:
        checked, self.checked = self.checked, {}
        for one in checked.values():
            try:
                await self.aside(partial(self._catcher.note_counts, one.row, one.counts, one.stamp))
            except IndexBusyError:
                return  # the next check of the brief counts the same

    def _note_failed(self, caught: Caught) -> None:
        """Note which folders cannot be looked into, and say so when that is the library itself."""
        root, problems = self.shelf.listing.root, self.folder_problems
        for folder in tuple(problems) if caught.asked is None else (*caught.asked, *caught.step.folders):
            problems.pop(folder, None)
        for folder, why in caught.step.failed:
            problems[folder] = unreadable(root / folder, f"this folder cannot be looked into: {why}")
        away = dict(caught.step.failed).get("")
        if away is not None and not self._is_away:
            self.tell(f"the library cannot be looked into ({away}): the list stays as it was")
        elif away is None and self._is_away and (caught.asked is None or "" in caught.asked):
            self.tell("the library is back")
        self._is_away = away is not None
        self.desk.remast(self.mast())

    # an index that cannot be used any more

    def _is_in_place(self) -> bool:
        return self.shelf.listing.store.is_in_place()

    async def _begin_anew(self, why: str) -> None:
        """Go on with an index that is built anew. Rows have other numbers in it."""
        root, before, opened_from = self.shelf.root, self.entry, self.shelf.listing.store
        if root is None:
            self.tell(why)
            return
        in_memory = bool(self._left)  # a second time: what is wrong is not in the file
        try:
            fresh = await self.aside(partial(open_anew, root, before, None if in_memory else opened_from))
        except BriefingError:  # the folder is away
            self.tell(why)
            asyncio.get_running_loop().call_later(_AGAIN, self._wake.set)
            return
        self._left.append(opened_from)
        self.shelf.take(fresh)
        self.desk.library.restyle()
        self.start_over(before)
        self._generation = -1
        self._begin()
        self.tell(f"{why}, so it is built anew")


def _wanted(noticed: Noticed) -> Wanted:
    return Wanted(folders=frozenset(noticed.folders), rows=frozenset(noticed.rows))


def _told(step: Step) -> str:
    """Say what a look has found."""
    counts = {"new": step.added, "changed": step.changed, "gone": step.gone}
    return ", ".join(f"{count:,} {what}" for what, count in counts.items() if count) or "nothing has changed"
