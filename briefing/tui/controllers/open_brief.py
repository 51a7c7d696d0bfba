"""Owns what is shown of the open brief, its reading and its evidence, as the files are now; its neighbours set ahead.

Evidence is found in a thread, after the paint. The files are looked at every 0.8 s: 60 µs, no write. What waits here
waits in asyncio's loop: a timer of Textual goes through its queues of messages, which costs ten times such a look.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import islice

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from briefing.base.problems import Problem
from briefing.evidence import Evidence
from briefing.library.entries import Entry
from briefing.render.symbols import Look
from briefing.tui.controllers.brief_list import Lister
from briefing.tui.drawing.documents import subjects
from briefing.tui.drawing.sheet_cache import Subject
from briefing.tui.drawing.sheets import Known

_AHEAD = 2
"""Briefs after this one whose evidence is found ahead, so that the next one comes with its marks in one frame."""
_REST = 0.03
"""Seconds without a key until the neighbours are checked and set, a pane at a time."""
_SETTLED = 0.06
"""Seconds for which a changed file has to stay the same: an editor may still be writing it."""
_PATIENCE = 0.5
"""Seconds after which it is shown all the same."""
_EVIDENCE = "evidence"


class Watcher(Lister):
    """The part of the app that keeps what is shown in step with the files."""

    evidence: Evidence | None = None
    """Of the open brief. None: not known yet, or the brief cannot be read."""
    look_every = 0.8
    """Seconds between two looks at the files: with the time that a change takes to settle, it shows within one."""
    _stamps: Hashable | None = None
    """Of the files that are shown."""
    _seen: Hashable | None = None
    """Of the files at the last look."""
    _changing_since: float | None = None
    """When the files were first seen to be others, in seconds of the monotonic clock. None: they are what is shown."""
    _settles: asyncio.TimerHandle | None = None
    """What looks once more whether they stay the same."""
    _rest: asyncio.Handle | None = None
    """What sets the neighbours. None: they are set."""
    _looks_ahead = False
    """Whether the evidence of the neighbours will be found once no key comes."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._being_checked: set[Entry] = set()
        """Briefs whose evidence a thread is looking for."""

    @dataclass
    class Checked(Message):
        """The evidence of a brief is known now."""

        entry: Entry

    def renewed(self) -> None:
        """Show the open brief anew wherever else it is shown."""
        raise NotImplementedError

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the open brief, as a file and by its evidence, in the order of the places."""
        found = self.evidence.findings if self.evidence else ()
        return tuple(sorted(dict.fromkeys((*self.reading.problems, *found))))

    def watch_index(self) -> None:
        """Show the brief of another row."""
        self.show()

    def show(self) -> None:
        """Show the brief of the row as its file is now."""
        library, self.entry = self.shelf.library, self.shelf.entry(self.index)
        self._take_as_shown(library.stamps(self.entry))
        self.reading, self.evidence = library.read(self.entry), library.cached_evidence(self.entry)
        self.gone = False
        self.list_anew()
        self.desk.show(self._subjects(self.index), self.mast())
        if library.is_checked(self.entry):
            self._look_ahead()
        else:
            self.call_after_refresh(self._find_out, [self.entry])
        self._set_neighbours(_REST)

    def show_again(self) -> None:
        """Show the open brief as its files are now; the reader stays where they are."""
        library = self.shelf.library
        now = library.stamps(self.entry)
        if now is None:
            self._lose()
            return
        self._take_as_shown(now)
        self.reading, self.evidence, self.gone = library.read(self.entry), library.cached_evidence(self.entry), False
        self.desk.renew(self._subjects(self.index), self.mast())
        self.renewed()
        if not library.is_checked(self.entry):
            self._find_out([self.entry])

    def start_looking(self) -> None:
        """Look at the files from now on."""
        asyncio.get_running_loop().call_later(self.look_every, self._look)

    def _look(self) -> None:
        if self.is_running:
            if self.gone or self._is_owed() or self.shelf.library.stamps(self.entry) != self._stamps:
                self.call_later(self.look_again)
            self.look_around()
            self.start_looking()

    def look_around(self) -> None:
        """Look at the rest of the library."""

    def reload(self) -> None:
        """Read the brief again; the reader stays where they are."""
        if self.shelf.library.stamps(self.entry) is None:
            self._lose()
        else:
            self.shelf.forget(self.index)
            self.desk.library.forget(self.index)
            self.show()

    def look_again(self) -> None:
        """Look whether the files have changed; show them anew once they stay the same, or have not for too long."""
        now = self.shelf.library.stamps(self.entry)
        if now is None:
            self._lose()
        elif now == self._stamps:
            self._changing_since = None
            self._find_again()
            if self._is_owed():
                self._find_out([self.entry])
        elif now == self._seen or self._changing_for() > _PATIENCE:
            self._take_as_shown(now)
            self._find_out([self.entry])
        else:
            self._seen = now
            self._look_once_settled()

    def _changing_for(self) -> float:
        """Return for how many seconds the files have not stayed the same."""
        now = time.monotonic()
        if self._changing_since is None:
            self._changing_since = now
        return now - self._changing_since

    def _look_once_settled(self) -> None:
        """Look again in a moment, and but once: a file that never stays the same would be looked at ever more often."""
        if self._settles is not None:
            self._settles.cancel()
        self._settles = asyncio.get_running_loop().call_later(_SETTLED, self.call_later, self.look_again)

    def _take_as_shown(self, stamps: Hashable | None) -> None:
        self._stamps = self._seen = stamps
        self._changing_since = None

    def _is_owed(self) -> bool:
        """Tell whether the evidence of the open brief is not known, and nobody is looking for it."""
        if self.evidence is not None or self.shelf.library.is_checked(self.entry):
            return False
        return not any(worker.group == _EVIDENCE and not worker.is_finished for worker in self.workers)

    def on_app_focus(self) -> None:
        """Look at the files: the reader may come from an editor."""
        self.look_again()

    def _lose(self) -> None:
        if not self.gone and self.reading.brief is not None:
            self.gone = True
            self.desk.remast(self.mast())

    def _find_again(self) -> None:
        if self.gone:
            self.gone = False
            self.desk.remast(self.mast())

    # evidence

    def _look_ahead(self) -> None:
        """Find the evidence of the neighbours once no key has come for a moment."""
        if not self._looks_ahead:
            self._looks_ahead = True
            self.when_quiet(self._find_ahead, _REST)

    def _a_key_away(self) -> tuple[int, ...]:
        """Return the rows that one key leads to: the next, the one before, the last and the first of the list."""
        view, at = self.desk.library.view, self.desk.library.index
        return (*view[at + 1 : at + 2], *view[max(0, at - 1) : at], *view[-1:], *view[:1])

    def _find_ahead(self) -> None:
        self._looks_ahead = False
        library, view, at = self.shelf.library, self.desk.library.view, self.desk.library.index
        near = [self.shelf.entry(row) for row in (*self._a_key_away(), *view[at + 2 : at + 1 + _AHEAD])]
        # The open brief, where it is not known yet: what is asked now takes the place of what was.
        unknown = [entry for entry in dict.fromkeys((self.entry, *near)) if not library.is_checked(entry)]
        if unknown and self.is_running:
            self._find_out(unknown)

    @work(thread=True, exclusive=True, group=_EVIDENCE)
    def _find_out(self, entries: list[Entry]) -> None:
        library, worker = self.shelf.library, get_current_worker()
        for entry in entries:
            if worker.is_cancelled:
                return
            if entry in self._being_checked:
                continue  # whoever checks it says so: a large text that changes would be checked many times at once
            self._being_checked.add(entry)
            try:
                library.evidence(entry)
            finally:
                self._being_checked.discard(entry)
            self.post_message(self.Checked(entry))

    def on_watcher_checked(self, event: Checked) -> None:
        """Show the marks in one frame, or set the neighbour with them."""
        if event.entry == self.entry:
            self._renew()
            # Files that have changed meanwhile are checked at the next look, and not over and over.
            if self.shelf.library.is_checked(self.entry):
                self._look_ahead()
        elif self._rest is None:
            self._set_neighbours(0)

    def _renew(self) -> None:
        library = self.shelf.library
        now, evidence, reading = library.stamps(self.entry), library.cached_evidence(self.entry), self.reading
        if now is None:
            self._lose()
            return
        self.reading = library.read(self.entry)
        if reading is self.reading and evidence is self.evidence and not self.gone:
            return
        self._take_as_shown(now)
        self.evidence, self.gone = evidence, False
        if reading is not self.reading:
            self.shelf.forget(self.index)
            self.desk.library.forget(self.index)
        self.desk.renew(self._subjects(self.index), self.mast())
        self.renewed()

    # neighbours

    def _subjects(self, index: int) -> dict[str, Subject]:
        library, entry = self.shelf.library, self.shelf.entry(index)
        evidence = library.cached_evidence(entry)
        version = (library.stamps(entry), evidence is not None)
        reading = self.reading if entry == self.entry else library.read(entry)  # its file may have changed since
        return subjects(entry, version, Known(reading, evidence), self.look)

    def _set_neighbours(self, wait: float) -> None:
        if self._rest:
            self._rest.cancel()
        self._rest = asyncio.get_running_loop().call_later(wait, self._set_next, self._to_set())

    def _set_next(self, steps: Iterator[None]) -> None:
        """Set one pane of a neighbour; whatever else waits comes before the next."""
        more = self.is_running and any(True for _ in islice(steps, 1))
        self._rest = asyncio.get_running_loop().call_later(0, self._set_next, steps) if more else None

    def _to_set(self) -> Iterator[None]:
        """Set the neighbours that are checked while the reader reads, step by step."""
        library = self.shelf.library
        for index in self._a_key_away():
            entry = self.shelf.entry(index)
            if not library.is_checked(entry):
                continue
            for name, subject in self._subjects(index).items():
                self.desk.panes[name].prepare(subject)
                yield
