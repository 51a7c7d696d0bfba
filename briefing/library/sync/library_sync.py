"""Bringing the index up to date with the library's folder, and finding the open brief again after it was renamed.

All of this is slow and runs in a worker thread; the results are in the index.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence

from briefing.base.files import Stamp, content_hash
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import STDIN
from briefing.evidence.result import Counts
from briefing.library.briefs import Library
from briefing.library.entries import Entry
from briefing.library.index.build.read import BriefRead, brief_read, read_for_index
from briefing.library.index.record import record_of
from briefing.library.index.rows import BriefIndex, IndexedBrief
from briefing.library.index.scan.full import PreviousScan, ScanChanges, write_reads
from briefing.library.index.scan.partial import recheck_rows, rescan_folders, rescan_library, rows_with_content
from briefing.library.index.write import write_counted_orders, write_counts

_NOTHING = ScanChanges(0, 0, 0, (), ())


class ContentKey(NamedTuple):
    """Identifies the content of a brief, to find it again under another name."""

    hash: bytes
    size: int
    """Bytes."""


class SyncRequest(NamedTuple):
    """What a sync has to look at."""

    everything: bool = False
    folders: frozenset[str] = frozenset()
    """Paths inside the root; each ends with a slash or is empty."""
    rows: frozenset[int] = frozenset()
    """Rows of the index whose files are looked at one by one."""

    def __bool__(self) -> bool:
        return self.everything or bool(self.folders or self.rows)

    def merged(self, other: SyncRequest) -> SyncRequest:
        """Return a request for everything in both."""
        return SyncRequest(self.everything or other.everything, self.folders | other.folders, self.rows | other.rows)


class ReaderPosition(NamedTuple):
    """Which brief is open, and what the list shows."""

    row: int
    """Row of the open brief."""
    entry: Entry
    content: ContentKey | None
    """Content of the open brief. None: unknown."""
    on_screen: tuple[int, ...]
    """Rows of the list that are on the screen."""


class SyncResult(NamedTuple):
    """Result of one sync."""

    changes: ScanChanges
    folders: tuple[str, ...] | None
    """The folders that were scanned. None: all."""
    began: int
    """Time of the start, in nanoseconds since 1970."""
    content: ContentKey | None
    """Content of the open brief, according to the index. None: not read yet."""
    moved: int | None
    """The new row of the open brief, if its file was renamed. None: it has the same row, or is gone."""


class LibrarySync:
    """Brings the index of a library up to date. Several threads may use it if only one of them asks for everything."""

    def __init__(self, library: Library, brief_index: BriefIndex, cancelled: Callable[[], bool]) -> None:
        self._library = library
        self._brief_index = brief_index
        self._cancelled = cancelled
        self._previous_scan: PreviousScan | None = None

    def sync(self, request: SyncRequest, known_folders: Collection[str], reader: ReaderPosition) -> SyncResult:
        """Look at what is requested, and read those changed briefs that are on the screen.

        `known_folders` are all folders of the library that are known.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: the index is damaged.
            ScanCancelledError: the scan was cancelled.

        """
        brief_index, began = self._brief_index, time.time_ns()
        content = self._content(reader.row) or reader.content
        changes, folders = _NOTHING, () if request.everything else tuple(request.folders)
        if request.rows:
            recheck_rows(brief_index, tuple(request.rows))
        if request.everything:
            changes = rescan_library(brief_index, self._previous_scan, self._cancelled)
            self._previous_scan = changes.for_next_scan
        elif request.folders:
            changes = rescan_folders(brief_index, request.folders, known_folders, self._cancelled)
        moved = self._moved(reader, content)
        row = reader.row if moved is None else moved
        self._read_waiting((row, *reader.on_screen))
        if moved is not None and (entry := brief_index.entry(moved)):
            self._library.evidence(entry)  # cached, so that the verdicts show at once
        return SyncResult(changes, None if request.everything else folders, began, self._content(row) or content, moved)

    def require_writable(self) -> None:
        """Check that the index can be written, without looking at any file.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: the index is damaged.

        """
        with self._brief_index.store.writing():
            return

    def read_waiting(self, limit: int) -> int:
        """Read at most `limit` of the briefs that wait to be read; return how many remain.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: the index is damaged.

        """
        some = self._brief_index.waiting(limit)
        left = self._brief_index.count_waiting() - len(some)
        self._write(some, last=left <= 0)
        return max(0, left)

    def read_texts(self, longest: int | None = None) -> int:
        """Update the saved texts in the index, only those of at most `longest` bytes; return how many remain.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: the index is damaged.

        """
        from briefing.library.index.build.source_texts import refresh_texts  # not needed by a start

        return refresh_texts(self._brief_index, self._cancelled, longest).left

    def note_counts(self, row: int, counts: Counts, stamp: Stamp) -> None:
        """Store the counts of a check of a brief, unless its file no longer has this stamp.

        Raises:
            IndexBusyError: another program writes into the index.
            IndexUnusableError: the index is damaged.

        """
        with self._brief_index.store.writing() as connection:
            if write_counts(connection, row, stamp, counts):
                write_counted_orders(connection)

    def _content(self, row: int) -> ContentKey | None:
        indexed = self._brief_index.look_up((row,)).get(row)
        return ContentKey(indexed.hash, indexed.size) if indexed and indexed.hash else None

    def _moved(self, reader: ReaderPosition, content: ContentKey | None) -> int | None:
        """Return the new row of the open brief if its own row is gone: found by its id, else by its content."""
        brief_index = self._brief_index
        if reader.row in brief_index.look_up((reader.row,)):
            return None
        named = brief_index.find(reader.entry.id)
        if named is not None or content is None:
            return named
        same, maybe = rows_with_content(brief_index, content.hash, content.size)
        reads = [] if same else list(map(self._read, brief_index.look_up(maybe).values()))
        if reads:
            write_reads(brief_index.store, reads, last=True)
        return max((*same, *(read.row for read in reads if read.hash == content.hash)), default=None)

    def _read_waiting(self, rows: Sequence[int]) -> None:
        waiting = [one for one in self._brief_index.look_up(rows).values() if one.hash is None]
        self._write(waiting, last=True)

    def _write(self, waiting: Sequence[IndexedBrief], *, last: bool) -> None:
        reads: list[BriefRead] = []
        for one in waiting:
            if self._cancelled():
                break
            reads.append(self._read(one))
        if reads:
            write_reads(self._brief_index.store, reads, last=last)

    def _read(self, one: IndexedBrief) -> BriefRead:
        if one.entry.file != STDIN:
            return read_for_index(one.row, one.entry)
        record = record_of(self._library.read(one.entry))
        return brief_read(one.row, one.entry.id, Stamp(0, 0, 0), content_hash(b""), record)
