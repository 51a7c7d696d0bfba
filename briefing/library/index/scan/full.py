"""Scanning the whole folder: one transaction notes which files are new, changed or gone.

The files are read afterwards, in any process, some briefs at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from briefing.base.named_tuple import NamedTuple
from briefing.library.index.build.read import BriefRead, read_for_index
from briefing.library.index.errors import index_errors
from briefing.library.index.integrity import require_sound
from briefing.library.index.rows import BriefIndex
from briefing.library.index.scan.folder import (
    WHOLE_LIBRARY,
    FolderScan,
    add_new,
    differences,
    never_cancelled,
    scan_folders,
)
from briefing.library.index.store import IndexStore
from briefing.library.index.write import SET_CHANGED, are_orders_complete, remove_gone, write_briefs, write_orders

_GONE = 200
"""Briefs that are gone, removed with the last batch; a build removes the rest."""


class PreviousScan(NamedTuple):
    """What a scan remembers for the next one, in the same process."""

    generation: int
    """`IndexStore.generation` at the scan: once another connection has written, the fingerprints are not used."""
    fingerprints: Mapping[str, int]
    """See `folder.FolderScan`."""


class ScanChanges(NamedTuple):
    """What a scan has found."""

    added: int
    """Number of new files."""
    changed: int
    gone: int
    folders: tuple[str, ...]
    """All folders that were visited: paths inside the root, each ending with a slash or empty."""
    failed: tuple[tuple[str, str], ...]
    """Folders that could not be read, with the system's reason. The briefs below them stay in the index."""
    for_next_scan: PreviousScan | None = None
    """For the next scan of the whole folder. None: this was a scan of a part."""

    @property
    def is_empty(self) -> bool:
        """True if the list does not change."""
        return not (self.added or self.changed or self.gone)


def scan_library(
    brief_index: BriefIndex, previous: PreviousScan | None = None, cancelled: Callable[[], bool] = never_cancelled
) -> ScanChanges:
    """Scan the whole folder, and write in one transaction which files are new, changed or gone. They are read later.

    With `previous`, from the last scan by this thread of this index, a scan without changes costs little more than
    the walk; without it every file is compared with the index.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged.
        ScanCancelledError: the scan was cancelled. Nothing was written.

    """
    store = brief_index.store
    if previous is None:
        require_sound(store)
    generation = store.generation()
    with index_errors():
        is_same = previous is not None and previous.generation == generation
        scan = scan_folders(
            store.connection,
            brief_index.root,
            previous.fingerprints if previous and is_same else {},
            WHOLE_LIBRARY,
            cancelled,
        )
    return write_differences(store, scan)._replace(for_next_scan=PreviousScan(generation, scan.fingerprints))


def write_differences(store: IndexStore, scan: FolderScan) -> ScanChanges:
    """Write the differences between a scan and the index.

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
    """Tell whether the sort orders contain all briefs; the first scan checks each one completely."""
    if scan.differing is None:
        return are_orders_complete(store.connection)
    return store.connection.execute("SELECT 1 FROM view").fetchone() is not None


def write_reads(store: IndexStore, reads: Iterable[BriefRead], *, last: bool) -> None:
    """Write what was read in one transaction; with `last`, the sort orders too.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged, or the disk is full.

    """
    with store.writing() as connection:
        write_briefs(connection, tuple(reads))
        if last:
            remove_gone(connection, _GONE)
            write_orders(connection)


def read_all_waiting(brief_index: BriefIndex, size: int, cancelled: Callable[[], bool] = never_cancelled) -> None:
    """Read the briefs that wait, in this process, and write them: `size` in each transaction, then the sort orders.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged, or the disk is full.

    """
    while some := brief_index.waiting(size):
        if cancelled():
            return
        write_reads(brief_index.store, (read_for_index(one.row, one.entry) for one in some), last=False)
    write_reads(brief_index.store, (), last=True)
