"""Owns when a brief counts as read, where the reader stood in it, and keeping the list in step with the marks.

What reads a file or writes the marks does so in a thread; here are the decisions.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from functools import partial

from briefing.base.files import Stamp
from briefing.library.entries import Entry
from briefing.library.marks import BriefVersion, Marks
from briefing.tui.controllers.marks.tasks import Asker
from briefing.tui.data import saved_position as standing
from briefing.tui.data.saved_position import Standing
from briefing.tui.data.versions import Version, is_same, version_of
from briefing.tui.drawing.sheet_cache import Subject
from briefing.tui.panes import LIBRARY
from briefing.tui.widgets.sheet_pane import Pane

_SUMMARY = "summary"


class Marker(Asker):
    """The part of the app that knows what was read."""

    read_after = 2.0
    """Seconds after which a brief that is on the screen counts as read."""
    unread: int | None = None
    """Briefs of the library that are unread. None: not counted yet, or there is no sense in it."""
    _on_screen: Entry | None = None
    """The brief that the reader came to last."""
    _stamp: Stamp | None = None
    """Of its file, as it is shown."""
    _reads: asyncio.Handle | None = None
    """What marks it read. None: it is left as it is marked until the reader comes again."""

    # coming and going

    def show(self) -> None:
        """Show the brief of the row; one that the reader came to is going to be read."""
        if self.shelf.entry(self.index) == self._on_screen:
            super().show()
            self._look_at_change()
            return
        self.leave_place()
        # Before it is read: a file that is replaced meanwhile is not taken for what is shown.
        self._stamp = self.shelf.library.stamp(self.shelf.entry(self.index))
        super().show()
        self._on_screen = self.entry
        self._read_later()

    def _read_later(self) -> None:
        self._leave_as_it_is()
        self._reads = asyncio.get_running_loop().call_later(self.read_after, self._has_been_seen)

    def _leave_as_it_is(self) -> None:
        if self._reads is not None:
            self._reads.cancel()
            self._reads = None

    def _has_been_seen(self) -> None:
        """Mark the brief read, if it was on the screen all the while."""
        if not self.is_running:
            return
        if self.desk.folded and self.desk.current == LIBRARY:
            self._read_later()  # the list is in front of it
        elif not self.gone and self.reading.brief is not None:
            self.has_read()

    def reached(self, event: Pane.Reached) -> None:
        """Mark a brief read whose summary was read to its end."""
        if event.place == (self.entry, _SUMMARY) and self._reads is not None and self.reading.brief is not None:
            self.has_read()

    def renewed(self) -> None:
        """Leave a brief that was read and has changed under the reader's eyes as it is marked: it shows as changed."""
        super().renewed()
        self._look_at_change()

    def _look_at_change(self) -> None:
        now = self.shelf.library.stamp(self.entry)
        if now == self._stamp:
            return
        self._stamp = now
        if self.book.of(self.entry.id).read:
            self._leave_as_it_is()
            self.ask(partial(self._note_change, self.index), "change")
        elif self._reads is not None:
            self._read_later()

    async def _note_change(self, row: int) -> None:
        """Show that the open brief has changed; one that says the same as before counts as the one that was read."""
        version = await self.asked(partial(version_of, self.shelf.entry(row)))
        if version is not None:
            self.shelf.note_hash(row, version.hash)
            self.desk.library.forget(row)
            await self.renew_if_same(row, version)

    async def renew_if_same(self, row: int, version: Version) -> bool:
        """Count a version that says the same as the one that was read as that one; tell whether it does."""
        entry = self.shelf.entry(row)
        if not await self.asked(partial(_is_what_was_read, self.book.marks, entry, version)):
            return False
        self.book.note(entry.id, self.book.of(entry.id)._replace(hash=version.hash))
        self.shelf.note_hash(row, version.hash)
        self.write(partial(_renew, entry.id, version))
        self.draw_marks(row)
        return True

    # reading

    def has_read(self) -> None:
        """Mark the brief on the screen read, as it is there."""
        self._leave_as_it_is()
        self.ask(partial(self._mark_read, self.index, self._stamp), "read")

    async def _mark_read(self, row: int, shown: Stamp | None) -> None:
        entry = self.shelf.entry(row)
        version, mark = await self.asked(partial(version_of, entry)), self.book.of(entry.id)
        if (version and version.stamp) != shown:
            return  # that is not what the reader has seen: it will show as changed
        content = version.hash if version else None
        if mark.read and mark.hash == content:
            return
        if mark.read and version is not None and await self.renew_if_same(row, version):
            return
        words = f"“{self.shelf.row(row).title}” marked read"
        seen = BriefVersion(entry.id, content, version.data if version else None)
        self.book.note(entry.id, mark._replace(read=True, hash=content, seen=int(time.time())))
        if version is not None:
            self.shelf.note_hash(row, version.hash)
        self.count(-1 if not mark.read else 0)
        self.write(partial(_set_read, seen, words))
        self.draw_marks(row)

    # the place

    def _subjects(self, index: int) -> dict[str, Subject]:
        """Let the reader begin where they stood in an earlier session."""
        found = super()._subjects(index)
        if place := standing.read(self.book.of(self.shelf.entry(index).id).place):
            found[place.pane] = replace(found[place.pane], start=place.item)
        return found

    def leave_place(self) -> None:
        """Keep where the reader stands in the brief on the screen, if they went anywhere in it."""
        entry, pane = self._on_screen, self.desk.pane or self.desk.panes[_SUMMARY]
        if entry is None or pane.id is None or not pane.is_drawn:
            return
        mark, item = self.book.of(entry.id), pane.left_at
        place = standing.written(None if item is None else Standing(pane.id, item))
        if place != mark.place:
            self.book.note(entry.id, mark._replace(place=place))
            self.write(lambda marks: marks.set_place(entry.id, place))

    # what is drawn

    def draw_marks(self, row: int | None = None) -> None:
        """Draw the marks of a row of the library anew, or those of all."""
        self.desk.library.forget(row)
        self.desk.remast(self.mast())

    def count(self, more: int) -> None:
        """Take note that so many briefs more, or fewer, are unread."""
        if self.unread is not None:
            self.unread = max(0, self.unread + more)


def _is_what_was_read(marks: Marks, entry: Entry, version: Version) -> bool:
    return is_same(marks.version(entry.id), version.data, entry)


def _renew(brief_id: str, version: Version, marks: Marks) -> None:
    marks.replace_version(brief_id, version.hash, version.data)


def _set_read(seen: BriefVersion, words: str, marks: Marks) -> None:
    marks.set_read((seen,), True, words)
