"""Owns a pane: how a reader moves in a sheet, finds words in it, and follows what it points at."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from briefing.render.lines import Line, Target
from briefing.render.text.cell_width import cells
from briefing.render.text.find import WordQuery, find
from briefing.tui.drawing import position
from briefing.tui.drawing.layout import MARGIN
from briefing.tui.drawing.position import Position
from briefing.tui.drawing.sheet_cache import NOTHING
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.widgets.sheet_view import SheetView

_WHEEL = 3
_ROOM = 100
"""Cells: narrower panes leave out what a reader rarely needs."""


class Pane(SheetView, can_focus=True):
    """A scrolling column of typeset lines. Says what the reader followed and where they clicked."""

    BINDINGS = bindings(Where.MOVE, Where.PANE)

    @dataclass
    class Followed(Message):
        """The reader wants to go where an item or a cite mark leads."""

        pane: Pane
        target: Target
        """With a cite: exactly that one."""
        place: Hashable
        """What was shown, as its subject says: by now the pane may show something else."""

        @property
        def is_late(self) -> bool:
            """Whether the pane shows something else by now, of which the target says nothing."""
            return self.pane.subject_place != self.place

    @dataclass
    class Reached(Message):
        """The reader came to the end of what is shown, or wants to go on from there."""

        pane: Pane
        place: Hashable
        """What is shown, as its subject says: by now the pane may show something else."""
        goes_on: bool
        """Whether they were at the end already."""

    @property
    def left_at(self) -> Target | None:
        """The item that the reader went to, None while they are at the beginning; without setting anything."""
        (leaf, at), items = self._from, self._from[0].sheet.items
        return items[at.item].target if items and at != Position() and leaf is not NOTHING else None

    @property
    def subject_place(self) -> Hashable:
        """What is shown, as its subject says. None: nothing."""
        return self._subject.place if self._subject else None

    @property
    def is_drawn(self) -> bool:
        """Whether what is shown has been on the screen."""
        return self._from[0] is not NOTHING

    def start_over(self) -> None:
        """Forget what was shown and where the reader stood in it."""
        self._subject, self._from, self._query, self._now = None, (NOTHING, Position()), "", None
        self._places.clear()

    def lend_place(self, place: Hashable) -> None:
        """Let a subject of that place be shown where the reader is now: it is the same one under another name."""
        self._places[place] = self._from

    # moving

    def _reach(self, before: Position, to: Position) -> None:
        """Say so if the reader is at the end, and whether they were there before."""
        last = position.end(self._leaf.sheet, self._view)
        if self._subject is not None and to == last:
            self.post_message(self.Reached(self, self.subject_place, before == last))

    def _go(self, to: Position) -> None:
        if to != self._at:
            self._from = (self._leaf, to)
            self.refresh()

    def action_down(self) -> None:
        """Go to the next item, or a line on."""
        self.measure()
        self._go(position.down(self._leaf.sheet, self._view, self._at))

    def action_up(self) -> None:
        """Go to the item before, or a line back."""
        self.measure()
        self._go(position.up(self._leaf.sheet, self._view, self._at))

    def action_page(self, pages: int) -> None:
        """Go a page on or back; one line stays in sight."""
        self.measure()
        before = self._at
        to = position.by_lines(self._leaf.sheet, self._view, before, pages * max(1, self._view - 1))
        self._go(to)
        if pages > 0:
            self._reach(before, to)

    def action_half(self, halves: int) -> None:
        """Go half a page on or back."""
        self.measure()
        self._go(position.by_lines(self._leaf.sheet, self._view, self._at, halves * max(1, self._view // 2)))

    def action_start(self) -> None:
        """Go to the start."""
        self.measure()
        self._go(position.start())

    def action_end(self) -> None:
        """Go to the end."""
        self.measure()
        to = position.end(self._leaf.sheet, self._view)
        self._go(to)
        self._reach(Position(-1), to)

    def go_to(self, target: Target) -> bool:
        """Stand on an item; tell whether the sheet has it."""
        self.measure()
        index = self._leaf.sheet.index_of(target)
        if index is None:
            return False
        self._go(position.on_item(self._leaf.sheet, self._view, self._at, index))
        return True

    def action_follow(self) -> None:
        """Say that the reader wants to go where the item leads."""
        if target := self.item:
            self.post_message(self.Followed(self, target, self.subject_place))

    # finding

    def seek(self, query: str | WordQuery) -> int:
        """Light every place where the words stand; return how many there are."""
        self.measure()
        self._query, self._now = query, None
        self.refresh()
        return len(self._light().hits)

    def stand_on_hit(self, index: int | None) -> None:
        """Go to a hit, counted from 0; None: to none, and the hits stay lit."""
        self.measure()
        self._now = None if index is None else self._light().hits[index]
        if self._now is not None:
            line = self._now.spans[0].line
            self._go(position.on_line(self._leaf.sheet, self._view, self._at, line))
        self.refresh()

    @property
    def hits(self) -> int:
        """How many hits are lit."""
        self.measure()
        return len(self._light().hits)

    def would_hold(self, query: str | WordQuery) -> bool:
        """Tell whether the words stand in what is shown where there is room for everything."""
        return self._subject is not None and bool(find((self._subject.typeset(_ROOM),), query))

    def next_hit_from_here(self) -> int | None:
        """Return the first hit at or after the first line on screen, or None."""
        self.measure()
        hits = self._light().hits
        return next((index for index, hit in enumerate(hits) if hit.spans[0].line >= self._at.top), None)

    # mouse

    def on_click(self, event: events.Click) -> None:
        """Stand on the item under the mouse; follow a cite mark, or an item clicked twice."""
        if self.text_selection is not None:
            return
        self.measure()
        line = event.y - self._head + self._at.top
        if event.y < self._head or line >= len(self._leaf.sheet.lines):
            return
        target = _target_at(self._leaf.sheet.lines[line], event.x - MARGIN)
        item = position.item_at(self._leaf.sheet, line)
        if item is not None:
            self._go(Position(self._at.top, item))
            target = target or (self._leaf.sheet.items[item].target if event.chain > 1 else None)
        if target is not None and (target.cite is not None or event.chain > 1):
            self.post_message(self.Followed(self, target, self.subject_place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self.measure()
        self._go(position.by_lines(self._leaf.sheet, self._view, self._at, _WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self.measure()
        self._go(position.by_lines(self._leaf.sheet, self._view, self._at, -_WHEEL))

    def on_focus(self) -> None:
        """Draw the heading and the bar as those of the pane that listens."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the heading and the bar as those of a pane that does not listen."""
        self.refresh()


def _target_at(line: Line, cell: int) -> Target | None:
    """Return where the run under a cell leads."""
    left = 0
    for run in line:
        left += cells(run.text)
        if cell < left:
            return run.target if cell >= 0 else None
    return None
