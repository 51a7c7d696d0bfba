"""The keys of marks: going to what is unread, marking, starring, undoing, what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from briefing.library.entries import Entry
from briefing.library.marks import Marks
from briefing.render.lines import Target
from briefing.tui.controllers.brief_list import BriefList
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.marks.read_tracking import ReadTracking
from briefing.tui.controllers.marks.tasks import MarkTasks
from briefing.tui.controllers.navigation import Navigation
from briefing.tui.data.mark_tasks import (
    count_unseen,
    rows_beyond,
    set_all_read,
    set_starred,
    set_unread,
    silently,
    undo,
    unread_from,
    unseen_in,
)
from briefing.tui.data.versions import day_in_words, version_of
from briefing.tui.drawing.dialogs import NAMED, mark_all_question

_NEAR = 64
"""Briefs of the list that are looked at at once for the next unread one, in about a millisecond."""


class MarkActions:
    """Marks briefs as the reader says, and keeps the list in step with marks that others set."""

    marks_every = 1.0
    """Seconds between two looks at whether somebody else has marked something."""

    def __init__(
        self, context: Context, tasks: MarkTasks, reading: ReadTracking, brief_list: BriefList, navigation: Navigation
    ) -> None:
        self._state, self._view, self._workers, _ = context
        self._tasks = tasks
        self._reading = reading
        self._list = brief_list
        self._navigation = navigation
        self._looks_at_rows = False
        """True while looking at all rows waits for its timer."""
        self._counts_again = False
        """True while counting waits for its timer."""

    # marks that others set

    def start(self) -> None:
        """Say what is wrong with the marks, count them, and look out for what others mark."""
        self._say_problem()
        self.show_all()
        self._look()

    def _say_problem(self) -> None:
        mark_cache = self._state.mark_cache
        problem, mark_cache.problem = mark_cache.problem, None
        if problem:
            self._view.tell(problem)

    def _look(self) -> None:
        if self._view.is_running:
            if self._state.mark_cache.is_stale():
                self.show_all()
            if self._state.mark_cache.problem:
                self._say_problem()
            self._workers.later(self.marks_every, self._look)

    def show_all(self) -> None:
        """Draw all marks anew, and count them: many may be others."""
        self._tasks.draw()
        self._begin_to_count()
        self._tasks.ask(self._look_through, "same", only=True)

    def count_again(self) -> None:
        """Count again soon: briefs that are out of sight may have changed as well."""
        if not self._counts_again:
            self._counts_again = True
            self._workers.later(self.marks_every, self._begin_to_count)

    def _begin_to_count(self) -> None:
        self._counts_again = False
        if self._view.is_running and self._state.mark_cache.is_of_folder and len(self._state.brief_rows) > 1:
            self._tasks.ask(self._count, "count", only=True)

    async def _count(self) -> None:
        self._reading.set_count(await self._workers.in_marks(partial(count_unseen, self._state.mark_cache)))

    async def _look_through(self) -> None:
        """Take the mark of a change from briefs on the screen that were changed in their form alone."""
        rows = list(self._view.reading_screen.library.in_sight)
        self._state.brief_rows.prepare(rows, ())
        for row in rows:
            if self._state.brief_rows.list_row(row).changed:
                await self._is_changed(row)

    async def _is_changed(self, row: int) -> bool:
        """Tell whether a brief has changed since it was read; one that says the same is counted as read."""
        version = await self._workers.in_marks(partial(version_of, self._state.brief_rows.entry(row)))
        return version is None or not await self._reading.renew_if_same(row, version)

    def rows_changed(self) -> None:
        """Let renamed briefs take their marks along, and draw all marks anew: the index has other rows."""
        if not self._looks_at_rows:
            self._looks_at_rows = True
            self._workers.later(self.marks_every, self._look_at_rows)

    def _look_at_rows(self) -> None:
        """Look at all rows that are others now: in a library that is being read they become others all the time."""
        self._looks_at_rows = False
        if self._view.is_running:
            self._tasks.ask(self._adopt, "adopt")

    async def _adopt(self) -> None:
        moved = await self._workers.in_marks(self._state.mark_cache.joined.moved)
        if moved.missing and moved.found:
            await self._tasks.written(lambda marks: silently(marks.follow_renames(moved.missing, moved.found)))
            self._state.mark_cache.forget()
        self.show_all()

    # going on

    def go_to_unread(self, step: int) -> None:
        """Go to the next brief of the list that is unread or has changed, or to the one before."""
        library, brief_rows = self._view.reading_screen.library, self._state.brief_rows
        near = list(islice(rows_beyond(library.shown_rows, library.index, step), _NEAR))
        brief_rows.prepare(near, ())
        found = next((row for row in near if self._is_unseen(row)), None)
        if found is not None and brief_rows.list_row(found).unread:
            self._go_on(found, step)
        else:
            self._tasks.ask(partial(self._seek_unseen, step), "unseen", only=True)

    def _is_unseen(self, row: int) -> bool:
        said = self._state.brief_rows.list_row(row)
        return said.unread or said.changed

    async def _seek_unseen(self, step: int) -> None:
        """Look through all of the list; a brief that was changed in its form alone is passed by."""
        state, library = self._state, self._view.reading_screen.library
        view, at = library.shown_rows, library.index
        unseen = await self._workers.in_marks(partial(unseen_in, state.mark_cache, view))
        for row in await self._workers.in_marks(partial(unread_from, view, at, step, unseen)):
            if not state.brief_rows.list_row(row).changed or await self._is_changed(row):
                self._go_on(row, step)
                return
        # One that was left a moment ago may have been marked read while the index was asked.
        others = any(self._is_unseen(row) for row in unseen if row != state.row)
        self._view.tell(_none_left(step, others=others))

    def _go_on(self, row: int, step: int) -> None:
        place = self._list.place_of(row)
        if place is not None:  # while it was looked for, the list may have become another
            if step > 0:
                self._reading.finish()
            self._navigation.go_to_place(place)

    # marking

    def toggle_read(self) -> None:
        """Mark the brief read as it is there, or unread again."""
        state, entry = self._state, self._state.entry
        mark, row = state.mark_cache.of(entry.id), state.brief_rows.list_row(state.row)
        if not mark.read or row.changed:
            self._reading.mark_read()
            self._view.tell("marked read" if not row.changed else "marked read as it is now")
            return
        self._reading.stop()
        state.mark_cache.note(entry.id, mark._replace(read=False))
        self._reading.count(unread=1)
        self._tasks.write(partial(set_unread, entry.id, f"“{row.title}” marked unread"))
        self._tasks.draw(state.row)
        self._view.tell("marked unread")

    def toggle_star(self) -> None:
        """Give the brief a star, or take it."""
        state, entry = self._state, self._state.entry
        mark, title = state.mark_cache.of(entry.id), state.brief_rows.list_row(state.row).title
        does = "given a star" if not mark.starred else "lost its star"
        state.mark_cache.note(entry.id, mark._replace(starred=not mark.starred))
        self._tasks.write(partial(set_starred, entry.id, not mark.starred, f"“{title}” {does}"))
        self._tasks.draw(state.row)
        self._view.tell("starred" if not mark.starred else "no longer starred")

    def mark_all(self) -> None:
        """Mark all briefs in the list read, after asking."""
        self._tasks.ask(self._ask_about_all, "all", only=True)

    async def _ask_about_all(self) -> None:
        if self._list.is_partly_found:
            self._view.tell("the list is not known to its end yet")
            return
        rows = self._view.reading_screen.library.shown_rows
        unseen = await self._workers.in_marks(partial(unseen_in, self._state.mark_cache, rows))
        if not unseen:
            self._view.tell("everything in the list is read already")
        elif self._view.is_on_reading_screen:
            first = islice((row for row in rows if row in unseen), NAMED)
            titles = [self._state.brief_rows.list_row(row).title for row in first]
            question = mark_all_question(len(unseen), len(rows), titles, self._state.words)
            self._view.ask(question, partial(self._mark_all, list(unseen)))

    def _mark_all(self, rows: Sequence[int]) -> None:
        self._reading.stop()
        self._write_many(partial(set_all_read, self._state.mark_cache, self._state.brief_rows.brief_index, rows))

    def undo(self) -> None:
        """Undo the last marks."""
        self._reading.stop()
        self._tasks.ask(partial(self._workers.in_frame, self._undo), "many")

    async def _undo(self) -> None:
        """Undo marks; briefs that a filter such as is:unread has left out meanwhile are in the list again."""
        await self._written_many(undo)
        if self._state.words.strip():
            self._list.find_again()

    def _write_many(self, what: Callable[[Marks], str]) -> None:
        """Have many marks written, and then read again whatever is shown."""
        self._tasks.ask(partial(self._written_many, what), "many")

    async def _written_many(self, what: Callable[[Marks], str]) -> None:
        await self._tasks.written(what)
        self._state.mark_cache.forget()
        self.show_all()

    # what changed

    def show_changes(self) -> None:
        """Show what changed in the brief since the version that the reader read last."""
        self._tasks.ask(partial(self._show_changes, self._state.entry), "changes", only=True)

    async def _show_changes(self, entry: Entry) -> None:
        from briefing.tui.data.version_differences import (  # not needed before the first `d`
            changes_since,
            differences_document,
        )

        state, mark = self._state, self._state.mark_cache.of(entry.id)
        found = await self._workers.in_marks(partial(changes_since, state.mark_cache.marks, entry, mark))
        if entry != state.entry or not self._view.is_on_reading_screen:
            return
        if isinstance(found, str):
            self._view.tell(found)
            return
        title = f"Changed since {state.look.say(day_in_words(mark.seen))}" if mark.seen else "Changed since you read it"
        self._view.open_page(title, differences_document(found, state.look), self._go_to_change)

    def _go_to_change(self, target: Target | None) -> None:
        if target is not None:
            self._navigation.jump(target)


def _none_left(step: int, *, others: bool) -> str:
    if not others:
        return "nothing else in the list is unread or has changed"
    return (
        "nothing unread follows; , goes back to what is"
        if step > 0
        else "nothing unread comes before; . goes on to what is"
    )
