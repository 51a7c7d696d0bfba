"""Stores the counts of a check (claims by class, origins) in the library's index, so that searches can use them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.base.files import Stamp
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import is_there
from briefing.evidence.result import Counts
from briefing.library.entries import Entry
from briefing.library.index.errors import IndexDamagedError, IndexUnusableError
from briefing.library.index.rebuild import REBUILT, discard_index
from briefing.library.index.rows import BriefIndex
from briefing.library.index.store import index_file, open_cached_index
from briefing.library.index.write import write_counted_orders, write_counts

_AT_ONCE = 200
"""Briefs whose counts are written in one transaction."""


class _PendingCounts(NamedTuple):
    row: int
    stamp: Stamp
    counts: Counts


class CountWriter:
    """Writes the counts of checked briefs into the indexes of their libraries, where an index exists.

    An index that cannot be used is skipped; the next check counts its briefs again.
    """

    def __init__(self, environment: Mapping[str, str], report: Callable[[str], None]) -> None:
        """`report` gets one sentence for each index that is damaged and therefore rebuilt."""
        self._environment = environment
        self._report = report
        self._brief_indexes: dict[Path, BriefIndex | None] = {}
        self._waiting: dict[Path, list[_PendingCounts]] = {}

    def add(self, entry: Entry, stamp: Stamp | None, counts: Counts) -> None:
        """Take the counts of one brief; `stamp` is that of its file before it was checked."""
        root = entry.root
        if root not in self._brief_indexes:
            self._brief_indexes[root] = None if entry.alone else self._open(root)
        brief_index = self._brief_indexes[root]
        with self._dropping_damaged(root):
            row = brief_index and brief_index.find(entry.id)
            if row and stamp:
                self._waiting.setdefault(root, []).append(_PendingCounts(row, stamp, counts))
                if len(self._waiting[root]) >= _AT_ONCE:
                    self._write(root)

    def _open(self, root: Path) -> BriefIndex | None:
        path = index_file(root, self._environment)
        if path is None or not is_there(path):
            return None
        with suppress(IndexUnusableError):
            store, sentence = open_cached_index(root, self._environment)
            if sentence is not None:
                self._report(sentence)
            return BriefIndex(store, root)
        return None

    @contextmanager
    def _dropping_damaged(self, root: Path) -> Iterator[None]:
        """Stop using an index that proves to be damaged, and delete it."""
        try:
            yield
        except IndexDamagedError:
            self._report(REBUILT)
            brief_index, self._brief_indexes[root] = self._brief_indexes[root], None
            if brief_index is not None:
                brief_index.store.close()
                discard_index(brief_index.store)
        except IndexUnusableError:
            return

    def _write(self, root: Path) -> None:
        brief_index, noted = self._brief_indexes[root], self._waiting.pop(root)
        if brief_index is not None:
            with brief_index.store.writing() as connection:
                if sum(write_counts(connection, one.row, one.stamp, one.counts) for one in noted):
                    write_counted_orders(connection)

    def close(self) -> None:
        """Write the remaining counts and close the indexes."""
        for root in tuple(self._waiting):
            with self._dropping_damaged(root):
                self._write(root)
        for brief_index in filter(None, self._brief_indexes.values()):
            brief_index.store.close()
