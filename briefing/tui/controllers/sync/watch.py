"""Owns noticing what is to be looked at in the library: every 0.8 s at little cost, and when the reader asks."""

from __future__ import annotations

import asyncio
import time

from briefing.library.index.scan.partial import changed_files
from briefing.library.index.store import IndexUnusableError
from briefing.library.sync.catch_up import LibrarySync, SyncRequest
from briefing.library.sync.change_detector import ChangeDetector, DetectedChanges
from briefing.render.symbols import Look
from briefing.tui.controllers.open_brief import Watcher
from briefing.tui.controllers.sync.reading import Gatherer

_SETTLED = 0.06
"""Seconds for which folders have to stay the same: an editor, or git, may still be at work."""
_PATIENCE = 0.5
"""Seconds after which they are looked at all the same."""
_GIT_PATIENCE = 3.0
"""Seconds after which they are while the git command says that it is at work."""
_OFTEN = 30.0
"""Seconds between two looks at a whole library of many briefs, when the reader comes back to the terminal."""
_MANY = 20_000


class Observer(Gatherer):
    """The part of the app that knows what is to be looked at."""

    generation = -1
    """Of the index, when the list was last in step with it."""
    looked = 0.0
    """When everything was looked at last, in seconds of the monotonic clock."""
    is_asked = False
    """Whether the reader has asked for a look, and wants to be told what came of it."""
    is_looking = False
    """Whether what was wanted is being looked at: only then is it known what else has changed."""
    pulse: ChangeDetector | None = None
    _wanted = SyncRequest()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.wake = asyncio.Event()
        """Set when there is anything to be done."""

    def begin(self) -> None:
        """Begin with a look at everything."""
        shelf = self.shelf
        self.pulse = ChangeDetector(shelf.listing, shelf.root)
        self.catcher = LibrarySync(shelf.library, shelf.listing, self.given_up.is_set)
        self.is_known = shelf.root is None
        self.want(SyncRequest(everything=shelf.root is not None))

    def want(self, wanted: SyncRequest) -> None:
        """Have this looked at soon."""
        self._wanted = self._wanted.merged(wanted)
        self.wake.set()

    def look_around(self) -> None:
        """Look, at little cost, whether anything may have changed."""
        pulse, library = self.pulse, self.desk.library
        if pulse is None or (self._wanted and not self.is_looking):
            return
        try:
            if self.is_looking:
                self._look_meanwhile(pulse.changed_rows((self.index, *library.in_sight)))
                return
            shown = [self.shelf.entry(row) for row in library.in_sight]
            noticed = pulse.detect((self.entry, *shown), (self.index, *library.in_sight))
            generation = self.shelf.listing.store.generation()
        except IndexUnusableError:
            self.wake.set()  # whoever wakes uses the index and finds out what is wrong with it
            return
        if noticed:
            self.want(_wanted(noticed))
        if generation != self.generation or self.shelf.trouble or self.checked or not self.is_index_in_place():
            self.wake.set()

    def _look_meanwhile(self, rows: frozenset[int]) -> None:
        """Have an editor's one file looked at while a look that takes longer is under way; more of them are its own."""
        if len(rows) == 1:
            self.hurry(SyncRequest(rows=rows))

    def hurry(self, wanted: SyncRequest) -> None:
        """Look at this beside what is being looked at."""
        raise NotImplementedError

    def on_watcher_checked(self, event: Watcher.Checked) -> None:
        """Have the list say what the file says, as soon as the screen does."""
        if event.entry == self.entry and self.pulse is not None and self._differs():
            self.want(SyncRequest(rows=frozenset({self.index})))

    def _differs(self) -> bool:
        try:
            return bool(changed_files(self.shelf.listing, (self.index,)))
        except IndexUnusableError:
            return False

    def on_app_focus(self) -> None:
        """Look at everything: the reader may come from an editor."""
        if self.pulse is not None:
            self.look_around()
            self.want(_wanted(self.pulse.detect_everywhere()))
            if len(self.shelf) <= _MANY or time.monotonic() - self.looked > _OFTEN:
                self.want(SyncRequest(everything=self.shelf.root is not None))

    def action_reload(self) -> None:
        """Look at everything now, and read the open brief again."""
        self.reload()
        self.is_asked, self._is_stopped, self._has_texts = True, False, False
        self.tell("the library is being looked at")
        self.want(SyncRequest(everything=self.shelf.root is not None, rows=frozenset(self.desk.library.in_sight)))

    def read_by_another(self) -> None:
        """Take in what a process has read."""
        self.wake.set()

    def take_wanted(self) -> SyncRequest:
        """Return what is to be looked at, and want no more of it."""
        wanted, self._wanted = self._wanted, SyncRequest()
        return wanted

    async def settled(self, wanted: SyncRequest) -> SyncRequest:
        """Return what is to be looked at once it stays as it is, so that many changes are one."""
        pulse = self.pulse
        if pulse is None or wanted.everything or not wanted:
            return wanted
        began, before = time.monotonic(), pulse.detect_everywhere()
        while True:
            await asyncio.sleep(_SETTLED)
            now, waited = pulse.detect_everywhere(), time.monotonic() - began
            patience = _GIT_PATIENCE if pulse.is_git_at_work() else _PATIENCE
            if waited >= patience or (now == before and patience == _PATIENCE):
                return wanted.merged(_wanted(now))
            before = now

    def is_index_in_place(self) -> bool:
        """Tell whether nobody has removed the index."""
        return self.shelf.listing.store.is_same_file()


def _wanted(noticed: DetectedChanges) -> SyncRequest:
    return SyncRequest(folders=frozenset(noticed.folders), rows=noticed.rows)
