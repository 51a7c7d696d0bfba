"""Owns what the reader does with marks: going to what is unread, marking, starring, undoing, what changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from briefing.library.entries import Entry
from briefing.library.marks import Marks
from briefing.render.lines import Target
from briefing.tui.controllers.sorting import Sorter
from briefing.tui.data.mark_tasks import (
    count_unread,
    from_here,
    onwards,
    set_all_read,
    set_starred,
    set_unread,
    silently,
    undo,
    unseen_in,
)
from briefing.tui.data.versions import day_of, version_of
from briefing.tui.drawing.documents import question_page
from briefing.tui.screens.page import PageScreen
from briefing.tui.widgets.sheet_pane import Pane

_NEAR = 64
"""Briefs of the list that are looked at at once for the next unread one, in about a millisecond."""


class MarkKeys(Sorter):
    """The part of the app that does what the keys of marks say."""

    marks_every = 1.0
    """Seconds between two looks at whether somebody else has marked something."""
    _looks_at_rows = False
    """Whether all rows will be looked at in a moment."""

    def start_marking(self) -> None:
        """Say what is wrong with the marks, count them, and look out for what others mark."""
        self._say_problem()
        self.marks_changed()
        self.sort_by_marks()
        self._look_at_marks()

    def _say_problem(self) -> None:
        problem, self.book.problem = self.book.problem, None
        if problem:
            self.tell(problem)

    def _look_at_marks(self) -> None:
        if self.is_running:
            if self.book.is_stale():
                self.marks_changed()
            if self.book.problem:
                self._say_problem()
            asyncio.get_running_loop().call_later(self.marks_every, self._look_at_marks)

    def marks_changed(self) -> None:
        """Draw all marks anew, and count them: many may be others."""
        self.draw_marks()
        if self.book.is_of_folder and len(self.shelf) > 1:
            self.ask(self._count, "count", only=True)
        self.ask(self._look_through, "same", only=True)

    async def _count(self) -> None:
        self.unread = await self.asked(partial(count_unread, self.book))
        self.desk.remast(self.mast())

    async def _look_through(self) -> None:
        """Take the mark of a change from briefs on the screen that were changed in their form alone."""
        for row in list(self.desk.library.in_sight):
            if self.shelf.row(row).changed:
                await self._is_changed(row)

    async def _is_changed(self, row: int) -> bool:
        """Tell whether a brief has changed since it was read; one that says the same is counted as read."""
        version = await self.asked(partial(version_of, self.shelf.entry(row)))
        return version is None or not await self.renew_if_same(row, version)

    def rows_changed(self) -> None:
        """Let renamed briefs take their marks along, and draw all marks anew: the index has other rows."""
        if not self._looks_at_rows:
            self._looks_at_rows = True
            asyncio.get_running_loop().call_later(self.marks_every, self._look_at_rows)

    def _look_at_rows(self) -> None:
        """Look at all rows that are others now: in a library that is being read they become others all the time."""
        self._looks_at_rows = False
        if self.is_running:
            self.ask(self._adopt, "adopt")

    async def _adopt(self) -> None:
        moved = await self.asked(self.book.joined.moved)
        if moved.missing and moved.found:
            await self.written(lambda marks: silently(marks.follow_renames(moved.missing, moved.found)))
            self.book.forget()
        self.marks_changed()

    # going on

    def action_unread(self, step: int) -> None:
        """Go to the next brief of the list that is unread or has changed, or to the one before."""
        near = list(islice(onwards(self.desk.library.view, self.desk.library.index, step), _NEAR))
        self.shelf.prepare(near, ())
        found = next((row for row in near if self._is_unseen(row)), None)
        if found is not None and self.shelf.row(found).unread:
            self._go_on(found)
        else:
            self.ask(partial(self._seek_unseen, step), "unseen", only=True)

    def _is_unseen(self, row: int) -> bool:
        said = self.shelf.row(row)
        return said.unread or said.changed

    async def _seek_unseen(self, step: int) -> None:
        """Look through all of the list; a brief that was changed in its form alone is passed by."""
        view, at = self.desk.library.view, self.desk.library.index
        unseen = await self.asked(partial(unseen_in, self.book, view))
        for row in await self.asked(partial(from_here, view, at, step, unseen)):
            if not self.shelf.row(row).changed or await self._is_changed(row):
                self._go_on(row)
                return
        self.tell(_none_left(step, others=len(unseen) > (self.index in unseen)))

    def _go_on(self, row: int) -> None:
        view = self.desk.library.view
        if row in view:  # while it was looked for, the list may have become another
            self.go_to_row(view.index(row))

    def on_pane_reached(self, event: Pane.Reached) -> None:
        """Go on to the next unread brief from the end of what is read."""
        self.reached(event)
        if event.goes_on and event.pane in self.desk.panes.values() and self.screen is self.desk:
            self.action_unread(1)

    # marking

    def action_mark_read(self) -> None:
        """Mark the brief read as it is there, or unread again."""
        entry, mark = self.entry, self.book.of(self.entry.id)
        changed = self.shelf.row(self.index).changed
        if not mark.read or changed:
            self.has_read()
            self.tell("marked read" if not changed else "marked read as it is now")
            return
        self._leave_as_it_is()
        self.book.note(entry.id, mark._replace(read=False))
        self.count(1)
        self.write(partial(set_unread, entry.id, f"“{self.shelf.row(self.index).title}” marked unread"))
        self.draw_marks(self.index)
        self.tell("marked unread")

    def action_mark_starred(self) -> None:
        """Give the brief a star, or take it."""
        entry, mark = self.entry, self.book.of(self.entry.id)
        does = "given a star" if not mark.starred else "lost its star"
        self.book.note(entry.id, mark._replace(starred=not mark.starred))
        self.write(partial(set_starred, entry.id, not mark.starred, f"“{self.shelf.row(self.index).title}” {does}"))
        self.draw_marks(self.index)
        self.tell("starred" if not mark.starred else "no longer starred")

    def action_mark_all(self) -> None:
        """Mark all briefs in the list read, after asking."""
        self.ask(self._ask_about_all, "all", only=True)

    async def _ask_about_all(self) -> None:
        if self.is_partly_found:
            self.tell("the list is not known to its end yet")
            return
        rows = self.desk.library.view
        unseen = await self.asked(partial(unseen_in, self.book, rows))
        if not unseen:
            self.tell("everything in the list is read already")
        elif self.screen is self.desk:
            page = PageScreen("Mark all read?", question_page(len(unseen), self.words, self.look), self.raised)
            self.push_screen(page, lambda chosen: self._mark_all(list(unseen)) if chosen else None)

    def _mark_all(self, rows: Sequence[int]) -> None:
        self._leave_as_it_is()
        self._write_many(partial(set_all_read, self.book.joined, rows))

    def action_undo_marks(self) -> None:
        """Undo the last marks."""
        self._leave_as_it_is()
        self._write_many(undo)

    def _write_many(self, what: Callable[[Marks], str]) -> None:
        """Have many marks written, and then read again whatever is shown."""
        self.ask(partial(self._written_many, what), "many")

    async def _written_many(self, what: Callable[[Marks], str]) -> None:
        await self.written(what)
        self.book.forget()
        self.marks_changed()

    # what changed

    def action_changes(self) -> None:
        """Show what changed in the brief since the version that the reader read last."""
        self.ask(partial(self._show_changes, self.entry), "changes", only=True)

    async def _show_changes(self, entry: Entry) -> None:
        from briefing.tui.data.version_differences import (  # not needed before the first `d`
            changes_since,
            difference_page,
        )

        mark = self.book.of(entry.id)
        found = await self.asked(partial(changes_since, self.book.marks, entry, mark))
        if entry != self.entry or self.screen is not self.desk:
            return
        if isinstance(found, str):
            self.tell(found)
            return
        title = f"Changed since {self.look.say(day_of(mark.seen))}" if mark.seen else "Changed since you read it"
        self.push_screen(PageScreen(title, difference_page(found, self.look), self.raised), self._go_to_change)

    def _go_to_change(self, target: Target | None) -> None:
        if target is not None:
            self.jump(target)


def _none_left(step: int, *, others: bool) -> str:
    if not others:
        return "nothing else in the list is unread or has changed"
    return (
        "nothing unread follows; , goes back to what is"
        if step > 0
        else "nothing unread comes before; . goes on to what is"
    )
