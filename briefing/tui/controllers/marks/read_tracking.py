"""When a brief counts as read, and where the reader was in it.

What reads a file or writes the marks does so in a thread; here are the decisions.
"""

from __future__ import annotations

import asyncio
import time
from functools import partial

from briefing.base.files import Stamp
from briefing.library.entries import Entry
from briefing.library.marks import BriefVersion, Marks
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.marks.tasks import MarkTasks
from briefing.tui.data import saved_position
from briefing.tui.data.saved_position import SavedPosition
from briefing.tui.data.versions import Version, is_same, version_of
from briefing.tui.panes import LIBRARY
from briefing.tui.widgets.sheet_pane import Pane

_SUMMARY = "summary"


class ReadTracking:
    """Marks the open brief read once it was on the screen for a while, or was read to its end."""

    read_after = 2.0
    """Seconds after which a brief that is on the screen counts as read."""

    def __init__(self, context: Context, tasks: MarkTasks) -> None:
        self._state, self._view, self._workers, _ = context
        self._tasks = tasks
        self._on_screen: Entry | None = None
        """The brief that the reader came to last."""
        self._stamp: Stamp | None = None
        """Of its file, as it is shown."""
        self._timer: asyncio.Handle | None = None
        """Marks it read. None: it is left as it is marked until the reader comes again."""

    # coming and going

    def keep_last_place(self, row: int) -> None:
        """Keep the place in the brief on the screen, before the brief of a row is read from its file and shown."""
        entry = self._state.brief_rows.entry(row)
        if entry != self._on_screen:
            self.keep_place()
            # Before it is read: a file that is replaced meanwhile is not taken for what is shown.
            self._stamp = self._state.brief_rows.library.stamp(entry)

    def begin(self) -> None:
        """Have the brief that is shown marked read after a while; look at its file if it was on the screen before."""
        if self._state.entry == self._on_screen:
            self.look_at_change()
        else:
            self._on_screen = self._state.entry
            self._read_later()

    def _read_later(self) -> None:
        self.stop()
        self._timer = self._workers.later(self.read_after, self._has_been_seen)

    def stop(self) -> None:
        """Leave the open brief as it is marked, until the reader comes to it again."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _has_been_seen(self) -> None:
        """Mark the brief read, if it was on the screen all the while."""
        if not self._view.is_running:
            return
        if self._view.reading_screen.folded and self._view.reading_screen.current == LIBRARY:
            self._read_later()  # the list is in front of it
        elif not self._state.is_gone and self._state.reading.brief is not None:
            self.mark_read()

    def reach(self, event: Pane.Reached) -> None:
        """Mark a brief read whose summary was read to its end."""
        is_open = event.document_key == (self._state.entry, _SUMMARY)
        if is_open and self._timer is not None and self._state.reading.brief is not None:
            self.mark_read()

    def look_at_change(self) -> None:
        """Leave a brief that was read and has changed under the reader's eyes as it is marked: it shows as changed."""
        now = self._state.brief_rows.library.stamp(self._state.entry)
        if now == self._stamp:
            return
        self._stamp = now
        if self._state.mark_cache.of(self._state.entry.id).read:
            self.stop()
            self._tasks.ask(partial(self._note_change, self._state.row), "change")
        elif self._timer is not None:
            self._read_later()

    async def _note_change(self, row: int) -> None:
        """Show that the open brief has changed; one that says the same as before counts as the one that was read."""
        version = await self._workers.in_marks(partial(version_of, self._state.brief_rows.entry(row)))
        if version is not None:
            self._state.brief_rows.note_hash(row, version.hash)
            self._view.reading_screen.library.forget(row)
            await self.renew_if_same(row, version)

    async def renew_if_same(self, row: int, version: Version) -> bool:
        """Count a version that says the same as the one that was read as that one; tell whether it does."""
        mark_cache, entry = self._state.mark_cache, self._state.brief_rows.entry(row)
        if not await self._workers.in_marks(partial(_is_what_was_read, mark_cache.marks, entry, version)):
            return False
        mark_cache.note(entry.id, mark_cache.of(entry.id)._replace(hash=version.hash))
        self._state.brief_rows.note_hash(row, version.hash)
        self._tasks.write(partial(_renew, entry.id, version))
        self._tasks.draw(row)
        return True

    # reading

    def mark_read(self) -> None:
        """Mark the brief on the screen read, as it is there."""
        self.stop()
        self._tasks.ask(partial(self._mark_read, self._state.row, self._stamp), "read")

    async def _mark_read(self, row: int, shown: Stamp | None) -> None:
        state, entry = self._state, self._state.brief_rows.entry(row)
        version, mark = await self._workers.in_marks(partial(version_of, entry)), state.mark_cache.of(entry.id)
        if (version and version.stamp) != shown:
            return  # that is not what the reader has seen: it will show as changed
        content = version.hash if version else None
        if mark.read and mark.hash == content:
            return
        if mark.read and version is not None and await self.renew_if_same(row, version):
            return
        words = f"“{state.brief_rows.list_row(row).title}” marked read"
        seen = BriefVersion(entry.id, content, version.data if version else None)
        state.mark_cache.note(entry.id, mark._replace(read=True, hash=content, seen=int(time.time())))
        if version is not None:
            state.brief_rows.note_hash(row, version.hash)
        self.count(-1 if not mark.read else 0)
        self._tasks.write(partial(_set_read, seen, words))
        self._tasks.draw(row)

    # the place

    @property
    def first_part(self) -> str:
        """The pane in which the reader was when they left the first brief: a start begins in it."""
        brief_rows = self._state.brief_rows
        place = saved_position.read(self._state.mark_cache.of(brief_rows.entry(brief_rows.first).id).place)
        return place.pane if place else _SUMMARY

    def keep_place(self) -> None:
        """Keep where the reader is in the brief on the screen, if they went anywhere in it."""
        entry, pane = self._on_screen, self._view.reading_screen.pane or self._view.reading_screen.panes[_SUMMARY]
        if entry is None or pane.id is None or not pane.is_drawn:
            return
        mark, item = self._state.mark_cache.of(entry.id), pane.left_at
        place = saved_position.written(None if item is None else SavedPosition(pane.id, item))
        if place != mark.place:
            self._state.mark_cache.note(entry.id, mark._replace(place=place))
            self._tasks.write(lambda marks: marks.set_place(entry.id, place))

    # how many

    def count(self, more: int) -> None:
        """Take note that so many briefs more, or fewer, are unread."""
        if self._state.unread is not None:
            self._state.unread = max(0, self._state.unread + more)

    def set_count(self, unread: int) -> None:
        """Take note of how many briefs are unread."""
        self._state.unread = unread
        self._view.update_masthead()


def _is_what_was_read(marks: Marks, entry: Entry, version: Version) -> bool:
    return is_same(marks.version(entry.id), version.data, entry)


def _renew(brief_id: str, version: Version, marks: Marks) -> None:
    marks.replace_version(brief_id, version.hash, version.data)


def _set_read(seen: BriefVersion, words: str, marks: Marks) -> None:
    marks.set_read((seen,), True, words)
