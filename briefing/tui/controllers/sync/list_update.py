"""Owns taking in what the index says now: into the list, and to the reader, who stays, in one frame."""

from __future__ import annotations

from typing import NamedTuple

from briefing.base.files import Stamp
from briefing.base.problems import Problem
from briefing.evidence.result import Counts
from briefing.library.entries import Entry
from briefing.library.sync.catch_up import ContentKey, ReaderPosition, SyncResult
from briefing.render.symbols import Look
from briefing.render.text.cell_width import short_name
from briefing.tui.controllers.navigation import Wayfinder
from briefing.tui.controllers.open_brief import Watcher
from briefing.tui.data.history import Trail

_LOOKED_AT = "the library is still being looked at: the reader goes on as soon as it is known"

_NO_ROW = 0
"""Of a brief that is not in the index: rows are counted from 1."""


class Checked(NamedTuple):
    """What a check of a brief has counted, for its file in one state."""

    row: int
    counts: Counts
    stamp: Stamp


class Intake(Watcher):
    """The part of the app that lets changes of the library in."""

    is_list_changed = False
    """Whether the list has said anything else since the start."""
    is_known = False
    """Whether the list has all briefs: the folder has been looked at."""
    _content: ContentKey | None = None
    """What the index knew of the open brief, by which it is known again under another name."""
    _owed = 0
    """Briefs that the reader has turned on beyond the end of a list that is not known yet."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.folder_problems: dict[str, Problem] = {}
        """Folders of the library that cannot be looked into."""
        self.checked: dict[int, Checked] = {}
        """What was counted since it was written into the index, by rows."""

    def go_to_row(self, at: int) -> None:
        """Read the brief of a row of the list; one that is not known yet as soon as it is."""
        beyond = at - len(self.desk.library.view) + 1
        if not self.is_known and (beyond > 0 or (self._owed and at < self.desk.library.index)):
            self._owed += beyond if beyond > 0 else -1
            self.tell(_LOOKED_AT)
        else:
            super().go_to_row(at)

    def watch_index(self) -> None:
        """Show the brief of another row."""
        self._content = None
        super().watch_index()

    def on_watcher_checked(self, event: Watcher.Checked) -> None:
        """Note what was counted, for the index."""
        library = self.shelf.library
        evidence, state = library.cached_evidence(event.entry), library.stamp(event.entry)
        if event.entry == self.entry and evidence is not None and state is not None:
            self.checked[self.index] = Checked(self.index, evidence.counts, state)

    def reader(self) -> ReaderPosition:
        """Return where the reader is."""
        return ReaderPosition(self.index, self.entry, self._content, tuple(self.desk.library.in_sight))

    def flow_in(self, caught: SyncResult, where: ReaderPosition) -> None:
        """Take in what was found since the reader was there."""
        if self.index == where.row:
            self._content = caught.content
            if caught.moved is not None:
                self._go_along(caught.moved)
        self.take_in()

    def all_is_known(self) -> None:
        """Hear that the list has all briefs now; go where the reader wanted to before it had."""
        self.is_known = True
        owed, self._owed = self._owed, 0
        if owed:
            self.tell("")
            self.go_to_row(min(self.desk.library.index + owed, len(self.desk.library.view) - 1))

    def take_in(self) -> None:
        """Let the list say what the index says now.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        shelf, library = self.shelf, self.desk.library
        before = shelf.rows
        changed = shelf.refresh((self.index, *library.in_sight))
        for row in changed:
            library.forget(row)
        shelf.arrange()
        is_same = shelf.rows == before
        if changed or not is_same:
            self.is_list_changed = True
            self.rows_changed()
        if self.words.strip():
            self.find_again()
        elif not is_same:
            library.hold(shelf.rows)
            self.list_anew()
            self.desk.remast(self.mast())
            self._look_ahead()  # the neighbours of the open brief may be others, or known only now
        self.count_searches()

    def rows_changed(self) -> None:
        """Hear that the index has other rows, or says something else of them."""

    def start_over(self, entry: Entry) -> None:
        """Stay at that brief in a library that was opened anew, in which all rows have other numbers."""
        row = self.shelf.find(entry.id) or _NO_ROW
        if not self.shelf.is_known(entry):  # all that the index said of it was damaged
            row = self.shelf.first
            entry = self.shelf.entry(row)
        self.entry = entry
        self.set_reactive(Wayfinder.trail, Trail())
        self.set_reactive(Wayfinder.index, row)
        self.checked.clear()
        self.find_again()
        self.show_again()

    def _go_along(self, row: int) -> None:
        """Stay at the open brief, which has another row now, and maybe another name."""
        shelf, before = self.shelf, self.entry
        self.set_reactive(Wayfinder.index, row)
        self.entry = shelf.entry(row)
        for name, pane in self.desk.panes.items():
            pane.lend_place((self.entry, name))
        self.show_again()
        if self.entry.id != before.id:
            self.tell(f"renamed to {short_name(self.entry.id)}")
