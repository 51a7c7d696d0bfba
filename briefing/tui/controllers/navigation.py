"""Moving through the library: from brief to brief, from an item to its source, back and forward again."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Target, TargetKind
from briefing.render.text.cell_width import short_name
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.external import External
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.data.history import History
from briefing.tui.data.targets import SourceCycle, target_of
from briefing.tui.panes import pane_of

_BEING_READ = "the library is still being looked at: the reader goes on as soon as it is known"


class HistoryPlace(NamedTuple):
    """A place in the history."""

    row: int
    """Of the library."""
    part: str
    """Pane, or the list."""
    item: Target | None


class Navigation:
    """Takes the reader to briefs and items, and remembers from where."""

    def __init__(self, context: Context, open_brief: OpenBrief, external: External) -> None:
        self._state, self._view, _, _ = context
        self._open_brief = open_brief
        self._external = external
        self._trail: History[HistoryPlace] = History()
        self._source_cycle = SourceCycle()
        self._waiting_moves = 0
        """Number of briefs that the reader has gone on beyond the end of a list that is not known yet."""

    # from brief to brief

    def turn(self, step: int) -> None:
        """Go to the next brief of the list, or the one before."""
        self.go_to_place(self._view.reading_screen.library.index_after(step))

    def go_to_place(self, at: int) -> None:
        """Open the brief at a place of the list; one that is not known yet as soon as it is."""
        library = self._view.reading_screen.library
        beyond = at - len(library.shown_rows) + 1
        if not self._state.is_known and (beyond > 0 or (self._waiting_moves and at < library.index)):
            self._waiting_moves += beyond if beyond > 0 else -1
            self._view.tell(_BEING_READ)
        elif library.shown_rows and 0 <= at < len(library.shown_rows) and library.shown_rows[at] != self._state.row:
            self.note_place()
            self._open_brief.open(library.shown_rows[at])
        else:
            self._view.tell("this is the last brief" if at > 0 else "this is the first brief")

    def make_waiting_moves(self) -> None:
        """Make the moves that waited for the list to be complete."""
        waiting, self._waiting_moves = self._waiting_moves, 0
        if waiting:
            library = self._view.reading_screen.library
            self._view.tell("")
            self.go_to_place(min(library.index + waiting, len(library.shown_rows) - 1))

    # the history

    def note_place(self) -> None:
        """Remember where the reader is, before they are taken elsewhere."""
        self._trail.leave(self._here())

    def note_jump(self, part: str, item: Target | None) -> None:
        """Remember a place in the open brief, from which words take the reader."""
        self._trail.leave(HistoryPlace(self._state.row, part, item))

    def _here(self) -> HistoryPlace:
        return HistoryPlace(self._state.row, self._view.reading_screen.current, self._view.item)

    def go_back(self, step: int) -> None:
        """Go back to where the reader jumped from (-1), or forward again (1)."""
        here = self._here()
        place = self._trail.back(here) if step < 0 else self._trail.forward(here)
        if place is None:
            self._view.tell("there is nothing before this" if step < 0 else "there is nothing after this")
            return
        self._open_brief.open(place.row)
        self._view.reading_screen.go_to(place.part)
        if place.item and self._view.reading_screen.pane:
            self._view.reading_screen.pane.go_to(place.item)

    def forget(self) -> None:
        """Forget the history: rows have other numbers now."""
        self._trail = History()

    # from item to item

    def go_from(self, target: Target) -> None:
        """Go where an item leads that rests on no source: a problem to its line, another brief to itself."""
        reading = self._state.reading
        related = reading.brief.related if reading.brief else ()
        if target.kind is TargetKind.PROBLEM and target.number < len(reading.problems):
            self._external.edit_at(reading.problems[target.number].place)
        elif target.kind is TargetKind.RELATED and target.number < len(related):
            self._open_related(related[target.number].brief)
        else:
            self._view.tell("no source says this: there are no words to show")

    def go_to_source(self) -> None:
        """Go to the source of the item; pressed again there, to the article that reports it."""
        brief, target = self._state.reading.brief, self._view.item
        if brief is None or target is None:
            self._view.tell("this item names no source")
            return
        next_source = self._source_cycle.next(brief, target, in_sources=self._view.reading_screen.current == "sources")
        if next_source.source is not None:
            self.jump(target_of(next_source.source))
        self._view.tell(next_source.sentence)

    def jump(self, target: Target) -> None:
        """Go to an item of the brief, in its pane."""
        self.note_place()
        part = pane_of(target.kind)
        self._view.reading_screen.go_to(part)
        if not self._view.reading_screen.panes[part].go_to(target):
            self._view.reading_screen.panes[part].action_start()

    def _open_related(self, name: str) -> None:
        row = self._state.brief_rows.find(name)
        if row is None:
            self._view.tell(f"{short_name(name)} is not in this library")
            return
        self.note_place()
        self._open_brief.open(row)
