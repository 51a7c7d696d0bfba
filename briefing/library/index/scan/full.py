"""Owns keeping an index in step with its folder: which files are new, changed or gone, and reading them.

One walk tells all of it and is written as one batch. Reading comes after, in any process, some briefs at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from briefing.library.index.build.read import BriefRead, read_for_index
from briefing.library.index.integrity import require_sound
from briefing.library.index.rows import IndexedBrief, Listing
from briefing.library.index.scan.folder import (
    WHOLE_LIBRARY,
    FolderScan,
    add_new,
    differences,
    never_cancelled,
    scan_folders,
)
from briefing.library.index.store import IndexStore, index_errors
from briefing.library.index.write import SET_CHANGED, are_orders_complete, remove_gone, write_briefs, write_orders

_GONE = 200
"""Briefs that are taken out with the last batch of those that were read; the rest is left to a build."""


class PreviousScan(NamedTuple):
    """What a look knows of the one before it, in the same process."""

    generation: int
    """`IndexStore.generation` of the thread that looked: when another has written, nothing is known any more."""
    fingerprints: Mapping[str, int]
    """See `seeing.FolderScan`."""


class ScanChanges(NamedTuple):
    """What a walk has found to be different."""

    added: int
    changed: int
    gone: int
    folders: tuple[str, ...]
    """All folders that were looked into, by their path inside the root, which ends with a slash or is empty."""
    failed: tuple[tuple[str, str], ...]
    """Those that could not be, with the system's reason. What the index knows of the briefs below them is kept."""
    known: PreviousScan | None = None
    """For the next look at the whole folder. None: this was none."""

    @property
    def is_empty(self) -> bool:
        """Whether the list stays as it is."""
        return not (self.added or self.changed or self.gone)


def scan_library(
    listing: Listing, known: PreviousScan | None = None, cancelled: Callable[[], bool] = never_cancelled
) -> ScanChanges:
    """Walk the whole folder; write as one batch which files are new, changed or gone. They are still to be read.

    With what is `known` from the look before, of this thread and index, it costs hardly more than the walk where
    nothing has changed; without it, every file is compared with what the index has.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged.
        ScanCancelledError: the scan was cancelled. Nothing was written.

    """
    store = listing.store
    if known is None:
        require_sound(store)
    generation = store.generation()
    with index_errors():
        is_same = known is not None and known.generation == generation
        scan = scan_folders(
            store.connection, listing.root, known.fingerprints if known and is_same else {}, WHOLE_LIBRARY, cancelled
        )
    return write_differences(store, scan)._replace(known=PreviousScan(generation, scan.fingerprints))


def write_differences(store: IndexStore, scan: FolderScan) -> ScanChanges:
    """Write what differs of the index from what was seen.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged.

    """
    with index_errors():
        new, changed, gone = differences(store.connection, scan)
        is_in_order = not (new or gone) and _is_arranged(store, scan)
    if changed or not is_in_order:
        with store.writing() as connection:
            connection.executemany("DELETE FROM brief WHERE row = ?", gone)
            connection.executemany(SET_CHANGED, changed)
            add_new(connection)
            if not is_in_order:
                write_orders(connection)
    return ScanChanges(new, len(changed), len(gone), scan.folders, scan.failed)


def _is_arranged(store: IndexStore, scan: FolderScan) -> bool:
    """Tell whether the orders of the list are those of the briefs; at a first look all of each is looked at."""
    if scan.differing is None:
        return are_orders_complete(store.connection)
    return store.connection.execute("SELECT 1 FROM view").fetchone() is not None


def read_waiting(listed: IndexedBrief) -> BriefRead:
    """Read one brief for the index. Never raises: what is wrong with it is told of it in the list."""
    return read_for_index(listed.row, listed.entry)


def write_reads(store: IndexStore, reads: Iterable[BriefRead], *, last: bool) -> None:
    """Write what was read, as one batch; the orders as well once it is the `last` of many.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged, or the disk is full.

    """
    with store.writing() as connection:
        write_briefs(connection, tuple(reads))
        if last:
            remove_gone(connection, _GONE)
            write_orders(connection)


def waiting_batches(listing: Listing, size: int) -> Iterator[list[IndexedBrief]]:
    """Yield the briefs that are to be read, so many at a time. Whoever takes them writes them before the next."""
    while some := listing.waiting(size):
        yield some
