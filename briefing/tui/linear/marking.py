"""What the conversation writes to the marks: read, starred, undone."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from briefing.base.problems import BriefingError
from briefing.library.marks import BriefVersion
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.data.mark_tasks import set_all_read
from briefing.tui.data.versions import version_of

_READ_AFTER = 2.0
"""Seconds after which a brief that was opened counts as read."""
_NEVER = float("inf")


class Marking:
    """Marks the briefs of a conversation."""

    def __init__(self, brief_rows: BriefRows, mark_cache: MarkCache) -> None:
        self._brief_rows, self._mark_cache, self._marks = brief_rows, mark_cache, mark_cache.marks
        self._opened = _NEVER
        """When the open brief was opened. _NEVER: it is left as it is marked."""

    def opened(self) -> None:
        """Take note that a brief was opened now."""
        self._opened = time.monotonic()

    def left(self) -> None:
        """Take note that the reader stands on a brief without having opened it."""
        self._opened = _NEVER

    def note_read(self, row: int) -> str:
        """Mark the open brief read if it has been open long enough; return what went wrong, if anything."""
        if time.monotonic() - self._opened < _READ_AFTER:
            return ""
        self._opened = _NEVER
        return self._set_read(row)

    def turn_read(self, row: int) -> str:
        """Mark a brief read, or unread if it was read; say which."""
        self._opened = _NEVER
        entry = self._brief_rows.entry(row)
        mark = self._mark_cache.of(entry.id)
        if not mark.read:
            return self._set_read(row) or "Marked read."
        self._mark_cache.note(entry.id, mark._replace(read=False))
        words = f"“{self._brief_rows.list_row(row).title}” marked unread"
        said = self._written(lambda: self._marks.set_read((BriefVersion(entry.id, None),), False, words))
        return said or "Marked unread."

    def set_all_read(self, rows: Sequence[int]) -> str:
        """Mark briefs read, each in its present version; say how many."""
        self._opened = _NEVER
        try:
            return set_all_read(self._mark_cache, self._brief_rows.brief_index, rows, self._marks)
        except BriefingError as error:
            return str(error)
        finally:
            self._mark_cache.forget()

    def turn_starred(self, row: int) -> str:
        """Star a brief, or take the star away; say which."""
        entry = self._brief_rows.entry(row)
        mark = self._mark_cache.of(entry.id)
        words = f"“{self._brief_rows.list_row(row).title}” {'unstarred' if mark.starred else 'starred'}"
        self._mark_cache.note(entry.id, mark._replace(starred=not mark.starred))
        said = self._written(lambda: self._marks.set_starred((entry.id,), not mark.starred, words))
        return said or ("The star is gone." if mark.starred else "Starred.")

    def undo(self) -> str:
        """Undo the last marks; say which."""
        try:
            words = self._marks.undo()
        except BriefingError as error:
            return str(error)
        self._mark_cache.forget()
        return "There is nothing to undo." if words is None else f"Undone: {words}"

    def unseen(self) -> frozenset[int]:
        """Return the rows that are unread or have changed."""
        return frozenset(self._mark_cache.joined.unseen())

    def _set_read(self, row: int) -> str:
        """Mark a brief read in its present version; return what went wrong, if anything."""
        entry = self._brief_rows.entry(row)
        mark, version = self._mark_cache.of(entry.id), version_of(entry)
        content = version.hash if version else None
        if mark.read and mark.hash == content:
            return ""
        words = f"“{self._brief_rows.list_row(row).title}” marked read"
        self._mark_cache.note(entry.id, mark._replace(read=True, hash=content, seen=int(time.time())))
        if version is not None:
            self._brief_rows.note_hash(row, version.hash)
        seen = BriefVersion(entry.id, content, version.data if version else None)
        return self._written(lambda: self._marks.set_read((seen,), True, words))

    def _written(self, write: Callable[[], object]) -> str:
        """Write marks; return what is wrong if they could not be written, else nothing."""
        try:
            write()
        except BriefingError as error:
            self._mark_cache.forget()
            return str(error)
        return ""
