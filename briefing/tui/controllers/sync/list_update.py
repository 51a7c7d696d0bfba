"""Taking what the index says into the list, in one frame; the reader stays at their brief."""

from __future__ import annotations

from briefing.base.files import Stamp
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import ProblemCounts
from briefing.evidence.result import Counts
from briefing.library.entries import Entry
from briefing.library.sync.library_sync import ContentKey, ReaderPosition, SyncResult
from briefing.render.text.cell_width import short_name
from briefing.tui.controllers.brief_list import BriefList
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.navigation import Navigation
from briefing.tui.controllers.open_brief import OpenBrief

_NOTED = 1000
"""Rows of which it is remembered what was counted last."""
_NO_ROW = 0
"""Of a brief that is not in the index: rows are counted from 1."""


class Checked(NamedTuple):
    """What a check of a brief has counted, for its file in one state."""

    row: int
    counts: Counts
    stamp: Stamp


class ListUpdate:
    """Keeps the list in step with the index."""

    def __init__(self, context: Context, brief_list: BriefList, open_brief: OpenBrief, navigation: Navigation) -> None:
        self._state, self._view, _, self._notifications = context
        self._list = brief_list
        self._open_brief = open_brief
        self._navigation = navigation
        self._content: ContentKey | None = None
        """What the index knew of the open brief, by which it is known again under another name."""
        self._checked: dict[int, Checked] = {}
        """What was counted since it was written into the index, by rows."""
        self._noted: dict[int, tuple[Counts, Stamp]] = {}
        """What was counted last, by rows: the same need not be written again."""

    def begin(self, *, is_known: bool) -> None:
        """Begin with a library, of which all briefs are known already or not."""
        self._state.is_known = is_known
        self._noted.clear()

    def forget_content(self) -> None:
        """Forget what the index knew of the open brief: it is another one now."""
        self._content = None

    # counts of checks

    def note_open(self) -> None:
        """Note what the open brief's check has counted, if it was checked before it was opened."""
        self.note_counts(self._state.entry)

    def note_counts(self, entry: Entry) -> None:
        """Note what a check of the open brief has counted, for the index and for its row."""
        state, library = self._state, self._state.brief_rows.library
        evidence, stamp = library.cached_evidence(entry), library.stamp(entry)
        if entry == state.entry and evidence is not None and stamp is not None:
            if self._noted.get(state.row) == (evidence.counts, stamp):
                return
            if len(self._noted) >= _NOTED:
                self._noted.clear()
            self._noted[state.row] = evidence.counts, stamp
            counts = evidence.counts
            self._checked[state.row] = Checked(state.row, counts, stamp)
            before = state.brief_rows.list_row(state.row)
            state.brief_rows.note_findings(state.row, ProblemCounts(counts.finding_errors, counts.finding_warnings))
            if state.brief_rows.list_row(state.row) != before:  # mostly the index knows as much
                self._view.reading_screen.library.forget(state.row)

    @property
    def has_counts(self) -> bool:
        """True while something was counted that the index does not know."""
        return bool(self._checked)

    def take_counts(self) -> tuple[Checked, ...]:
        """Return what was counted, and keep no more of it."""
        checked, self._checked = self._checked, {}
        return tuple(checked.values())

    # what the index says

    def reader_position(self) -> ReaderPosition:
        """Return where the reader is."""
        in_sight = tuple(self._view.reading_screen.library.in_sight)
        return ReaderPosition(self._state.row, self._state.entry, self._content, in_sight)

    def take_in_result(self, result: SyncResult, position: ReaderPosition) -> None:
        """Take in what was found since the reader was there."""
        if self._state.row == position.row:
            self._content = result.content
            if result.moved is not None:
                self._go_along(result.moved)
        self.take_in()

    def complete(self) -> None:
        """Take note that the list has all briefs; perform the moves that were waiting for it."""
        self._state.is_known = True
        self._navigation.make_waiting_moves()

    def take_in(self) -> None:
        """Let the list say what the index says now.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        brief_rows, library = self._state.brief_rows, self._view.reading_screen.library
        before = brief_rows.rows
        changed = brief_rows.refresh((self._state.row, *library.in_sight))
        for row in changed:
            library.forget(row)
        brief_rows.arrange()
        is_same = brief_rows.rows == before
        if changed or not is_same:
            self._notifications.rows_changed.send()
        if self._state.words.strip():
            self._list.find_again()
        elif not is_same:
            library.keep_scroll_for(brief_rows.rows)
            self._list.show()
            self._view.update_title_bar()
            self._open_brief.look_ahead()  # the neighbours of the open brief may be others, or known only now
        self._list.count_searches()
        self._notifications.index_taken_in.send()

    def start_over(self, entry: Entry) -> None:
        """Stay at that brief in a library that was opened anew, in which all rows have other numbers."""
        brief_rows = self._state.brief_rows
        row = brief_rows.find(entry.id) or _NO_ROW
        if not brief_rows.is_known(entry):  # all that the index said of it was damaged
            row = brief_rows.first
            entry = brief_rows.entry(row)
        self._open_brief.follow(row, entry)
        self._navigation.forget()
        self._checked.clear()
        self._list.find_again()
        self._open_brief.show_again()
        self._notifications.library_reopened.send()

    def _go_along(self, row: int) -> None:
        """Stay at the open brief, which has another row now, and maybe another name."""
        before, entry = self._state.entry, self._state.brief_rows.entry(row)
        self._open_brief.follow(row, entry)
        for name, pane in self._view.reading_screen.panes.items():
            pane.keep_position_for((entry, name))
        self._open_brief.show_again()
        if entry.id != before.id:
            self._view.tell(f"renamed to {short_name(entry.id)}")
