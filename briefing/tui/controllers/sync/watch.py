"""Noticing what is to be looked at in the library: every 0.8 s at little cost, and when the reader asks."""

from __future__ import annotations

import asyncio
import time

from briefing.library.entries import Entry
from briefing.library.index.errors import IndexUnusableError
from briefing.library.index.scan.partial import changed_files
from briefing.library.sync.change_detector import ChangeDetector, DetectedChanges
from briefing.library.sync.library_sync import SyncRequest
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.notifications import Notification
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.controllers.sync.list_update import ListUpdate

_SETTLED = 0.06
"""Seconds for which folders have to stay the same: an editor, or git, may still be at work."""
_PATIENCE = 0.5
"""Seconds after which they are looked at all the same."""
_GIT_PATIENCE = 3.0
"""Seconds after which they are while the git command says that it is at work."""
_FULL_LOOK_EVERY = 30.0
"""Seconds between two looks at a whole library of many briefs, when the reader comes back to the terminal."""
_MANY = 20_000


class Watch:
    """Knows what is to be looked at next."""

    look_every = 0.8
    """Seconds between two looks at the files: with the time that a change takes to settle, it shows within one."""

    def __init__(self, context: Context, open_brief: OpenBrief, list_update: ListUpdate) -> None:
        self._state, self._view, self._workers, _ = context
        self._list_update = list_update
        self._open_brief = open_brief
        self.wake = asyncio.Event()
        """Set when there is anything to be done."""
        self.urgent: Notification[[SyncRequest]] = Notification()
        """One file has changed while a look that takes longer is under way."""
        self.generation = -1
        """Of the index, when the list was last in step with it."""
        self.looked = 0.0
        """When everything was looked at last, in seconds of the monotonic clock."""
        self.is_asked = False
        """True while the reader waits for the result of a look that they have asked for."""
        self.is_looking = False
        """True while what was wanted is being looked at: only then is it known what else has changed."""
        self.detector: ChangeDetector | None = None
        """Tells at little cost whether files have changed. None: the library is not followed yet."""
        self._wanted = SyncRequest()

    def begin(self) -> None:
        """Begin with a look at everything."""
        brief_rows = self._state.brief_rows
        self.detector = ChangeDetector(brief_rows.brief_index, brief_rows.root)
        self.want(SyncRequest(everything=brief_rows.root is not None))

    def want(self, wanted: SyncRequest) -> None:
        """Have this looked at soon."""
        self._wanted = self._wanted.merged(wanted)
        self.wake.set()

    def want_everything(self) -> None:
        """Have all of the library looked at, and the rows in sight."""
        in_sight = frozenset(self._view.reading_screen.library.in_sight)
        self.want(SyncRequest(everything=self._state.brief_rows.root is not None, rows=in_sight))

    def take_wanted(self) -> SyncRequest:
        """Return what is to be looked at, and want no more of it."""
        wanted, self._wanted = self._wanted, SyncRequest()
        return wanted

    # looks at little cost

    def start(self) -> None:
        """Look at the files from now on."""
        self._workers.later(self.look_every, self._look)

    def _look(self) -> None:
        if self._view.is_running:
            if self._open_brief.needs_look():
                self._workers.soon(self._open_brief.look_again)
            self.look_around()
            self.start()

    def look_around(self) -> None:
        """Look, at little cost, whether anything may have changed."""
        detector, library, state = self.detector, self._view.reading_screen.library, self._state
        if detector is None or (self._wanted and not self.is_looking):
            return
        try:
            if self.is_looking:
                self._look_meanwhile(detector.changed_rows((state.row, *library.in_sight)))
                return
            shown = [state.brief_rows.entry(row) for row in library.in_sight]
            noticed = detector.detect((state.entry, *shown), (state.row, *library.in_sight))
            generation = state.brief_rows.brief_index.store.generation()
        except IndexUnusableError:
            self.wake.set()  # whoever wakes uses the index and finds out what is wrong with it
            return
        if noticed:
            self.want(_wanted(noticed))
        if (
            generation != self.generation
            or state.brief_rows.trouble
            or self._list_update.has_counts
            or not self.is_index_in_place()
        ):
            self.wake.set()

    def _look_meanwhile(self, rows: frozenset[int]) -> None:
        """Have one changed file looked at while a look that takes longer is under way; more of them are its own."""
        if len(rows) == 1:
            self.urgent.send(SyncRequest(rows=rows))

    def note_checked(self, entry: Entry) -> None:
        """Have the list say what the file of the open brief says, as soon as the screen does."""
        if entry == self._state.entry and self.detector is not None and self._differs():
            self.want(SyncRequest(rows=frozenset({self._state.row})))

    def _differs(self) -> bool:
        try:
            return bool(changed_files(self._state.brief_rows.brief_index, (self._state.row,)))
        except IndexUnusableError:
            return False

    def look_on_return(self) -> None:
        """Look at everything when the terminal gets the focus: the reader may come from an editor."""
        if self.detector is not None:
            self.look_around()
            self.want(_wanted(self.detector.detect_everywhere()))
            if len(self._state.brief_rows) <= _MANY or time.monotonic() - self.looked > _FULL_LOOK_EVERY:
                self.want(SyncRequest(everything=self._state.brief_rows.root is not None))

    async def settled(self, wanted: SyncRequest) -> SyncRequest:
        """Return what is to be looked at once it stays as it is, so that many changes are one."""
        detector = self.detector
        if detector is None or wanted.everything or not wanted:
            return wanted
        began, before = time.monotonic(), detector.detect_everywhere()
        while True:
            await asyncio.sleep(_SETTLED)
            now, waited = detector.detect_everywhere(), time.monotonic() - began
            patience = _GIT_PATIENCE if detector.is_git_at_work() else _PATIENCE
            if waited >= patience or (now == before and patience == _PATIENCE):
                return wanted.merged(_wanted(now))
            before = now

    def is_index_in_place(self) -> bool:
        """Tell whether nobody has removed the index."""
        return self._state.brief_rows.brief_index.store.is_same_file()


def _wanted(noticed: DetectedChanges) -> SyncRequest:
    return SyncRequest(folders=frozenset(noticed.folders), rows=noticed.rows)
