"""The open brief: its reading and its evidence, as the files are now, and its neighbours typeset ahead.

Evidence is found in a thread, after the paint. The files are looked at every 0.8 s: 60 µs, no write.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from textual.message import Message
from textual.worker import get_current_worker

from briefing.base.problems import BriefingError
from briefing.library.entries import Entry
from briefing.tui.controllers.brief_list import BriefList
from briefing.tui.controllers.context import Context
from briefing.tui.data import saved_position
from briefing.tui.drawing.documents import brief_documents
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.drawing.sheets import BriefContent
from briefing.tui.drawing.title_bar import ListPlace, TitleFacts, title_bar
from briefing.tui.panes import LIBRARY

_AHEAD = 2
"""Briefs after this one whose evidence is found ahead, so that the next one comes with its marks in one frame."""
_QUIET_FOR = 0.03
"""Seconds without a key until the neighbours are checked and typeset, a pane at a time."""
_SETTLED = 0.06
"""Seconds for which a changed file has to stay the same: an editor may still be writing it."""
_PATIENCE = 0.5
"""Seconds after which it is shown all the same."""
EVIDENCE = "evidence"
"""Group of the thread worker that checks briefs."""


class _CheckGivenUpError(BriefingError):
    """The reader has gone on from a brief while it was checked."""


@dataclass
class BriefChecked(Message):
    """The evidence of a brief is known now."""

    entry: Entry


class OpenBrief:
    """Shows one brief of the library and keeps it in step with its files."""

    def __init__(self, context: Context, brief_list: BriefList) -> None:
        self._state, self._view, self._workers, self._notifications = context
        self._list = brief_list
        self._stamps: Hashable | None = None
        """Of the files that are shown."""
        self._seen: Hashable | None = None
        """Of the files at the last look."""
        self._changing_since: float | None = None
        """When the files were first seen to be others, in seconds of the monotonic clock. None: they are shown."""
        self._settles: asyncio.TimerHandle | None = None
        """Timer of the next look at changed files, which are read only once they stay the same."""
        self._typesetting: asyncio.Handle | None = None
        """Typesets the neighbours. None: they are typeset."""
        self._looks_ahead = False
        """True while the evidence of the neighbours waits for a moment without keys."""
        self._is_covered = False
        """Whether the panes are hidden wholly: they are drawn once they are seen again."""
        self._being_checked: set[Entry] = set()
        """Briefs whose evidence a thread is looking for."""
        self._wanted: frozenset[Entry] = frozenset()
        """Briefs whose evidence somebody waits for. A thread gives up the check of any other."""

    # which brief

    def open(self, row: int) -> None:
        """Open the brief of a row, unless it is open."""
        if row != self._state.row:
            self._state.row = row
            self._notifications.row_left.send()
            self.show()

    def follow(self, row: int, entry: Entry) -> None:
        """Take note that the open brief has another row, or another file, without drawing it."""
        self._state.row, self._state.entry = row, entry

    def show(self) -> None:
        """Show the open brief from its start, as its file is now."""
        state, library = self._state, self._state.brief_rows.library
        self._notifications.brief_coming.send(state.row)
        state.entry = state.brief_rows.entry(state.row)
        self._wanted = frozenset([state.entry])
        self._take_as_shown(library.stamps(state.entry))
        self._read()
        self._list.show()
        self._view.reading_screen.show(self.documents(state.row), self._view.title_bar())
        if library.is_checked(state.entry):
            self.look_ahead()
        else:
            self._view.after_paint(partial(self._find_evidence, [state.entry]))
        self._typeset_neighbours(_QUIET_FOR)
        self._notifications.brief_shown.send()

    def show_again(self) -> None:
        """Show the open brief as its files are now; the reader stays where they are."""
        state, library = self._state, self._state.brief_rows.library
        now = library.stamps(state.entry)
        if now is None:
            self._note_file_gone()
            return
        self._take_as_shown(now)
        self._read()
        self._draw_again()
        if not library.is_checked(state.entry):
            self._find_evidence([state.entry])

    def _read(self) -> None:
        """Read the open brief, whose stamps were taken before."""
        state, library = self._state, self._state.brief_rows.library
        state.reading, state.evidence = library.read(state.entry), library.cached_evidence(state.entry)
        state.is_gone = False

    def reload(self) -> None:
        """Read the open brief again; the reader stays where they are."""
        state = self._state
        if state.brief_rows.library.stamps(state.entry) is None:
            self._note_file_gone()
        else:
            state.brief_rows.forget(state.row)
            self._view.reading_screen.library.forget(state.row)
            self.show()

    def start_over(self) -> None:
        """Take the open brief as a start finds it, once `ReaderState.reset` has read it."""
        self._take_as_shown(self._state.brief_rows.library.stamps(self._state.entry))

    # its files

    def needs_look(self) -> bool:
        """Tell whether the files are others than those that are shown, or evidence is missing that nobody looks for."""
        state = self._state
        return state.is_gone or self._needs_evidence() or state.brief_rows.library.stamps(state.entry) != self._stamps

    def look_again(self) -> None:
        """Look whether the files have changed; show them anew once they stay the same, or have not for too long."""
        state = self._state
        now = state.brief_rows.library.stamps(state.entry)
        if now is None:
            self._note_file_gone()
        elif now == self._stamps:
            self._changing_since = None
            self._note_file_back()
            if self._needs_evidence():
                self._find_evidence([state.entry])
        elif now == self._seen or self._changing_for() > _PATIENCE:
            self._take_as_shown(now)
            self._find_evidence([state.entry])
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
        """Look again in a moment, once: a file that never stays the same would be looked at ever more often."""
        if self._settles is not None:
            self._settles.cancel()
        self._settles = self._workers.later(_SETTLED, partial(self._workers.soon, self.look_again))

    def _take_as_shown(self, stamps: Hashable | None) -> None:
        self._stamps = self._seen = stamps
        self._changing_since = None

    def _note_file_gone(self) -> None:
        if not self._state.is_gone and self._state.reading.brief is not None:
            self._state.is_gone = True
            self._view.update_title_bar()

    def _note_file_back(self) -> None:
        if self._state.is_gone:
            self._state.is_gone = False
            self._view.update_title_bar()

    # evidence

    def _needs_evidence(self) -> bool:
        """Tell whether the evidence of the open brief is not known, and nobody is looking for it."""
        state = self._state
        if state.evidence is not None or state.brief_rows.library.is_checked(state.entry):
            return False
        return not self._workers.is_busy(EVIDENCE)

    def look_ahead(self) -> None:
        """Find the evidence of the neighbours once no key has come for a moment."""
        if not self._looks_ahead:
            self._looks_ahead = True
            self._workers.when_quiet(self._find_ahead, _QUIET_FOR)

    def _rows_one_key_away(self) -> tuple[int, ...]:
        """Return the rows that one key leads to: the next, the one before, the last and the first of the list."""
        view, at = self._view.reading_screen.library.shown_rows, self._view.reading_screen.library.index
        return (*view[at + 1 : at + 2], *view[max(0, at - 1) : at], *view[-1:], *view[:1])

    def _find_ahead(self) -> None:
        self._looks_ahead = False
        brief_rows, listed = self._state.brief_rows, self._view.reading_screen.library
        near = [*self._rows_one_key_away(), *listed.shown_rows[listed.index + 2 : listed.index + 1 + _AHEAD]]
        if self._view.reading_screen.current == LIBRARY:
            near += listed.rows_a_page_away
        # The open brief comes first if it is not known yet: this worker takes the place of the one that checks it.
        entries = dict.fromkeys((self._state.entry, *map(brief_rows.entry, near)))
        unknown = [entry for entry in entries if not self._is_known(entry)]
        if unknown and self._view.is_running:
            self._find_evidence(unknown)

    def _is_known(self, entry: Entry) -> bool:
        """Tell whether the evidence of the open brief or of a neighbour is known. No neighbour is read for that."""
        library = self._state.brief_rows.library
        return (entry == self._state.entry or library.is_read(entry)) and library.is_checked(entry)

    def _find_evidence(self, entries: Sequence[Entry]) -> None:
        self._wanted = frozenset(entries)
        self._workers.start_thread(partial(self._check, entries), EVIDENCE)

    def _check(self, entries: Sequence[Entry]) -> None:
        """Check briefs, and say so of each. Runs in a thread."""
        library, worker = self._state.brief_rows.library, get_current_worker()
        for entry in entries:
            if worker.is_cancelled:
                return
            if entry in self._being_checked:
                continue  # whoever checks it says so: a large text that changes would be checked many times at once
            self._being_checked.add(entry)
            try:
                library.evidence(entry, partial(self._before_step, entry))
            except _CheckGivenUpError:
                return
            finally:
                self._being_checked.discard(entry)
            self._workers.post(BriefChecked(entry))

    def _before_step(self, entry: Entry) -> None:
        """Let keys come first while a brief is checked. Runs in a thread.

        Raises:
            _CheckGivenUpError: nobody waits for the result any more.

        """
        self._workers.give_way()
        if entry not in self._wanted or not self._view.is_running:
            raise _CheckGivenUpError

    def take_evidence(self, entry: Entry) -> None:
        """Show the evidence of the open brief in one frame, or typeset a neighbour with its own."""
        if entry == self._state.entry:
            self._renew()
            # Files that have changed meanwhile are checked at the next look, and not over and over.
            if self._state.brief_rows.library.is_checked(entry):
                self.look_ahead()
        elif self._typesetting is None:
            self._typeset_neighbours(0)

    def _renew(self) -> None:
        state, library = self._state, self._state.brief_rows.library
        now, evidence, reading = library.stamps(state.entry), library.cached_evidence(state.entry), state.reading
        if now is None:
            self._note_file_gone()
            return
        state.reading = library.read(state.entry)
        if reading is state.reading and evidence is state.evidence and not state.is_gone:
            return
        self._take_as_shown(now)
        state.evidence, state.is_gone = evidence, False
        if reading is not state.reading:
            state.brief_rows.forget(state.row)
            self._view.reading_screen.library.forget(state.row)
        self._draw_again()

    def _draw_again(self) -> None:
        if not self._is_covered:
            self._view.reading_screen.renew(self.documents(self._state.row), self._view.title_bar())
        self._notifications.brief_renewed.send()

    def cover(self) -> None:
        """Draw no panes from now on, since nothing of them is seen."""
        self._is_covered = True

    def uncover(self) -> None:
        """Draw the panes again, with the brief as it is now."""
        self._is_covered = False
        self._view.reading_screen.renew(self.documents(self._state.row), self._view.title_bar())

    # typesetting

    def documents(self, row: int) -> dict[str, Document]:
        """Return what the panes show of a brief, by pane; the cursor begins where the reader left it."""
        state, library, entry = self._state, self._state.brief_rows.library, self._state.brief_rows.entry(row)
        if entry == state.entry:
            stamps, content = self._stamps, BriefContent(state.reading, state.evidence)
        else:  # the stamps first: if a file changes meanwhile, they are those of another version
            stamps = library.stamps(entry)
            content = BriefContent(library.read(entry), library.cached_evidence(entry))
        version = (stamps, content.evidence is not None)
        found = brief_documents(entry, version, content, state.look)
        if place := saved_position.read(state.mark_cache.of(entry.id).place):
            found[place.pane] = replace(found[place.pane], start=place.item)
        return found

    def _typeset_neighbours(self, wait: float) -> None:
        if self._typesetting:
            self._typesetting.cancel()
        self._typesetting = self._workers.later(wait, partial(self._typeset_next, self._to_typeset()))

    def _typeset_next(self, steps: Iterator[None]) -> None:
        """Typeset one pane of a neighbour; whatever else waits comes before the next, keys and their frames too."""
        wait = self._workers.key_at + _QUIET_FOR - time.monotonic()
        if wait > 0:
            self._typesetting = self._workers.later(wait, partial(self._typeset_next, steps))
            return
        more = self._view.is_running and any(True for _ in islice(steps, 1))
        self._typesetting = self._workers.later(0, partial(self._typeset_next, steps)) if more else None

    def _to_typeset(self) -> Iterator[None]:
        """Typeset the neighbours that are checked while the reader reads, step by step.

        The open brief may be among the rows, and is left out: it is shown already, and while its changed file is being
        checked, its version would be that of the new file, and its reading that of the old.
        """
        brief_rows = self._state.brief_rows
        for row in self._rows_one_key_away():
            entry = brief_rows.entry(row)
            if entry == self._state.entry or not self._is_known(entry):
                continue
            reading = brief_rows.library.read(entry)
            evidence = brief_rows.library.cached_evidence(entry)
            found = self._state.counted_problems.of(reading.problems, evidence.findings if evidence else ())
            facts = TitleFacts(found=found)
            bar = title_bar(entry, reading.brief, ListPlace(), facts, self._state.look)
            yield from self._view.reading_screen.prepare(self.documents(row), bar)
