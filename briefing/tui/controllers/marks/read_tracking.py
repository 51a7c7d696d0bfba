"""When a brief counts as read, and where the reader was in it.

What reads a file or writes the marks does so in a thread; here are the decisions.
"""

from __future__ import annotations

import asyncio
import time
from functools import partial

from briefing.base.files import Stamp
from briefing.library.entries import Entry
from briefing.library.index.with_marks import UnseenCounts
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
        self._has_ended = False
        """Whether the reader is leaving."""

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

    def end(self) -> None:
        """Leave everything as it is marked, and take no more counts: the screen shows what a start would show."""
        self.stop()
        self._has_ended = True

    def _has_been_seen(self) -> None:
        """Mark the brief read, if it was on the screen all the while."""
        if not self._view.is_running:
            return
        if self._is_covered():
            self._read_later()
        elif self._is_readable():
            self.mark_read()

    def _is_covered(self) -> bool:
        """Tell whether the list or a page lies over the brief, or the filter is being typed, which only previews it."""
        screen = self._view.reading_screen
        is_on_top = self._view.is_on_reading_screen or self._view.has_source_text
        is_behind_list = screen.current == LIBRARY and not screen.shows(_SUMMARY)
        return not is_on_top or screen.is_filtering or is_behind_list

    def _is_readable(self) -> bool:
        return not self._state.is_gone and self._state.reading.brief is not None

    def finish(self) -> None:
        """Mark the brief read that the reader leaves for the next one, if its summary is on the screen.

        One that was marked unread by hand stays so.
        """
        is_seen = self._view.reading_screen.shows(_SUMMARY) and not self._is_covered()
        if self._timer is not None and is_seen and self._is_readable():
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
        if self._state.brief_rows.list_row(row).changed:
            self.count(changed=-1)
        mark_cache.note(entry.id, mark_cache.of(entry.id)._replace(hash=version.hash))
        self._state.brief_rows.note_hash(row, version.hash)
        self._tasks.write(partial(_renew, entry.id, version))
        self._tasks.draw(row)
        return True

    # reading

    def mark_read(self) -> None:
        """Mark the brief on the screen read, as it is there."""
        self.stop()
        mark = partial(self._mark_read, self._state.row, self._stamp)
        self._tasks.ask(partial(self._workers.in_frame, mark), "read")

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
        said = state.brief_rows.list_row(row)
        words, was_changed = f"“{said.title}” marked read", said.changed
        seen = BriefVersion(entry.id, content, version.data if version else None)
        state.mark_cache.note(entry.id, mark._replace(read=True, hash=content, seen=int(time.time())))
        if version is not None:
            state.brief_rows.note_hash(row, version.hash)
        self.count(unread=-1 if not mark.read else 0, changed=-1 if was_changed else 0)
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

    def count(self, *, unread: int = 0, changed: int = 0) -> None:
        """Take note that so many briefs more, or fewer, are unread or have changed since they were read."""
        state = self._state
        if state.unread is not None and state.changed is not None:
            self.set_count(UnseenCounts(max(0, state.unread + unread), max(0, state.changed + changed)))

    def set_count(self, counts: UnseenCounts) -> None:
        """Take note of how many briefs are unread, and how many have changed since they were read."""
        if self._has_ended or counts == (self._state.unread, self._state.changed):
            return  # a count that says nothing new draws nothing
        self._state.unread, self._state.changed = counts
        self._view.reading_screen.library.header.show_new(sum(counts))
        self._view.reading_screen.library.refresh()
        self._view.update_title_bar()


def _is_what_was_read(marks: Marks, entry: Entry, version: Version) -> bool:
    return is_same(marks.version(entry.id), version.data, entry)


def _renew(brief_id: str, version: Version, marks: Marks) -> None:
    marks.replace_version(brief_id, version.hash, version.data)


def _set_read(seen: BriefVersion, words: str, marks: Marks) -> None:
    marks.set_read((seen,), True, words)
