"""Scans folders into the temporary table `seen` and compares it with the index.

Folders whose contents are as an earlier scan of the same process found them are skipped.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from briefing.base.files import change_time
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import BriefingError
from briefing.library.entries import walk
from briefing.library.index.checked_values import checked_brief_path

_ASKED = 256
"""Files between two checks whether the scan was cancelled."""
_NEW_OR_CHANGED = """
    SELECT seen.times, seen.size, row FROM seen LEFT JOIN brief USING (file)
    WHERE row IS NULL OR seen.times != brief.times OR seen.size != brief.size
"""
_ADD_NEW = """
    INSERT OR IGNORE INTO brief (file, stem, times, size)
    SELECT file, substr(file, 1, length(file) - CASE substr(file, -5) WHEN CAST('.yaml' AS BLOB) THEN 5 ELSE 4 END),
        times, size
    FROM seen WHERE file NOT IN (SELECT file FROM brief) ORDER BY file
"""
_GONE = "SELECT row, file FROM brief WHERE NOT EXISTS (SELECT 1 FROM seen WHERE seen.file = brief.file)"
_GONE_FROM = (
    f"{_GONE} AND file >= :folder AND (:next IS NULL OR file < :next) AND instr(substr(file, :inside), x'2f') = 0"
)


class FolderFile(NamedTuple):
    """A file in a folder."""

    file: str
    """Path inside the root."""
    times: int
    """See `files.change_time`."""
    size: int
    """Bytes."""


class ScanCancelledError(BriefingError):
    """The scan was cancelled."""


def never_cancelled() -> bool:
    """Return False: for scans that cannot be cancelled."""
    return False


class ScanScope(NamedTuple):
    """The part of a library that is scanned."""

    start: tuple[str, ...] = ("",)
    """Folders to scan with everything below them: paths inside the root, each ending with a slash or empty."""
    skipped: Collection[str] = ()
    """Folders below them that are skipped."""


WHOLE_LIBRARY = ScanScope()


class FolderScan(NamedTuple):
    """Result of a scan. The files themselves are in the table `seen`."""

    folders: tuple[str, ...]
    """All folders that were visited."""
    failed: tuple[tuple[str, str], ...]
    """Folders that could not be read, with the system's reason."""
    fingerprints: Mapping[str, int]
    """A number for each folder that was read, which differs once a file in it is added, changed or gone. Valid in
    one process."""
    differing: tuple[str, ...] | None
    """Folders whose files are all in `seen`. None: all folders."""


class Differences(NamedTuple):
    """Differences between a scan and the index, ready to be written."""

    new: int
    """Number of new files, which `add_new` adds."""
    changed: Sequence[tuple[int, int, int]]
    """Current times and size of each changed file, and its row."""
    gone: Sequence[tuple[int]]
    """Rows of files that are gone."""


def scan_folders(
    connection: sqlite3.Connection,
    root: Path,
    known: Mapping[str, int],
    scope: ScanScope,
    cancelled: Callable[[], bool],
) -> FolderScan:
    """Scan folders into the table `seen`: a dictionary of 100,000 files would take 25 MB.

    A folder whose fingerprint is in `known` is written only if its fingerprint differs.

    Raises:
        ScanCancelledError: the scan was cancelled.

    """
    scan = _Scan(root, known, scope)
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS seen (file BLOB, times, size)")
    connection.execute("DROP INDEX IF EXISTS temp.seen_file")
    connection.execute("BEGIN")
    try:
        connection.execute("DELETE FROM seen")
        rows = ((os.fsencode(one.file), *one[1:]) for one in _checked_for_cancel(cancelled, scan.files()))
        connection.executemany("INSERT INTO seen VALUES (?, ?, ?)", rows)
    finally:
        connection.execute("COMMIT")
    return scan.result()


def _checked_for_cancel(cancelled: Callable[[], bool], files: Iterable[FolderFile]) -> Iterator[FolderFile]:
    for number, file in enumerate(files):
        if number % _ASKED == 0 and cancelled():
            raise ScanCancelledError("the scan was cancelled")
        yield file


def differences(connection: sqlite3.Connection, scan: FolderScan) -> Differences:
    """Compare the table `seen` with the index."""
    new = 0
    changed: list[tuple[int, int, int]] = []
    for times, size, row in connection.execute(_NEW_OR_CHANGED):
        if row is None:
            new += 1
        else:
            changed.append((times, size, row))
    unreadable = tuple(os.fsencode(folder) for folder, _ in scan.failed)
    gone = [
        (row,)
        for row, file in _gone(connection, scan, new)
        if not os.fsencode(checked_brief_path(file)).startswith(unreadable)
    ]
    return Differences(new, changed, gone)


def add_new(connection: sqlite3.Connection) -> None:
    """Add the new files of the table `seen` to the index: only their names are known until they are read."""
    connection.execute(_ADD_NEW)


def folder_file(file: str, item: os.DirEntry[str]) -> FolderFile:
    """Return a file with its current state. A file that has just gone, or a broken link, has size 0."""
    try:
        status = item.stat()
    except OSError:
        return FolderFile(file, 0, 0)
    return FolderFile(file, change_time(status), status.st_size)


def _gone(connection: sqlite3.Connection, scan: FolderScan, new: int) -> Iterator[tuple[int, bytes]]:
    """Yield row and file of each brief that should be in `seen` and is not."""
    if scan.differing is None:
        counts = connection.execute("SELECT (SELECT count(*) FROM seen), (SELECT count(*) FROM brief)").fetchone()
        if counts[0] - new == counts[1]:
            return
    connection.execute("CREATE INDEX IF NOT EXISTS temp.seen_file ON seen (file)")
    if scan.differing is None:
        yield from connection.execute(_GONE)
    for folder in map(os.fsencode, scan.differing or ()):
        after = folder[:-1] + b"0" if folder else None  # the next byte after the slash
        values = {"folder": folder, "next": after, "inside": len(folder) + 1}
        yield from connection.execute(_GONE_FROM, values)


class _Scan:
    """One walk, which computes the fingerprints on the way."""

    def __init__(self, root: Path, known: Mapping[str, int], scope: ScanScope) -> None:
        self._root = root
        self._scope = scope
        self._known = known
        self._folders: list[str] = []
        self._failed: dict[str, str] = {}
        self._prints: dict[str, int] = {}

    def files(self) -> Iterator[FolderFile]:
        """Yield the files of all folders that differ from what is known of them."""
        folders, prints = self._folders, self._prints
        for file, item in walk(self._root, self._note, folders, *self._scope):
            folder, one = folders[-1], folder_file(file, item)
            prints[folder] = prints.get(folder, 0) + hash(one)
            if folder not in self._known:
                yield one
        for folder in folders:
            if folder in self._known and prints.get(folder, 0) != self._known[folder]:
                yield from self._again(folder)

    def _again(self, folder: str) -> Iterator[FolderFile]:
        """Yield the files of one folder. They were not kept: in most folders nothing has changed."""
        inside: list[str] = []
        for file, item in walk(self._root / folder, lambda _, error: self._note(folder, error), inside):
            if len(inside) > 1:
                return
            yield folder_file(folder + file, item)

    def result(self) -> FolderScan:
        """Return the result, once all files have been yielded."""
        prints = {folder: self._prints.get(folder, 0) for folder in self._folders if folder not in self._failed}
        left = [folder for folder in self._known if folder not in prints and folder not in self._failed]
        differing = [folder for folder, one in prints.items() if self._known.get(folder) != one]
        whole = not self._known
        return FolderScan(
            tuple(self._folders), tuple(self._failed.items()), prints, None if whole else (*differing, *left)
        )

    def _note(self, folder: str, error: OSError) -> None:
        self._failed[folder] = error.strerror or str(error)
