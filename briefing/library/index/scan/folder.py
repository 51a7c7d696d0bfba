"""Owns what a walk through a folder sees, in a table beside the index, and what of that differs from the index.

Folders that are as they were at an earlier look of the same process are passed by.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.base.files import change_time
from briefing.base.problems import BriefingError
from briefing.library.entries import walk
from briefing.library.index.checked_values import checked_brief_path

_ASKED = 256
"""Files after which a walk is asked whether it is still wanted."""
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
    """A file as its folder has it."""

    file: str
    """Path inside the root."""
    times: int
    """See `files.times_of`."""
    size: int


class ScanCancelledError(BriefingError):
    """Whoever wanted a folder to be looked at does not want it any more."""


def never_cancelled() -> bool:
    """Give nothing up."""
    return False


class ScanScope(NamedTuple):
    """The part of a library that a walk goes through."""

    start: tuple[str, ...] = ("",)
    """Folders by their path inside, which ends with a slash or is empty: these, and what is below them."""
    passed_by: Collection[str] = ()
    """Folders below them that are not looked into."""


WHOLE_LIBRARY = ScanScope()


class FolderScan(NamedTuple):
    """What a walk has seen. The files themselves stand in the table `seen`."""

    folders: tuple[str, ...]
    """All that were looked into."""
    failed: tuple[tuple[str, str], ...]
    """Those that could not be, with the system's reason."""
    fingerprints: Mapping[str, int]
    """Of those that could be: what is another once a file in it has come, changed or gone. For one process."""
    differing: tuple[str, ...] | None
    """Folders of which `seen` holds all files. None: of all."""


class Differences(NamedTuple):
    """What differs from the index, ready to be written."""

    new: int
    """Files, which `add_new` adds."""
    changed: Sequence[tuple[int, int, int]]
    """Time and size as they are now, and the row."""
    gone: Sequence[tuple[int]]
    """Rows."""


def scan_folders(
    connection: sqlite3.Connection,
    root: Path,
    known: Mapping[str, int],
    scope: ScanScope = WHOLE_LIBRARY,
    cancelled: Callable[[], bool] = never_cancelled,
) -> FolderScan:
    """Walk a folder, and put what is there into the table `seen`: as a mapping 100,000 files would take 25 MB.

    Folders of which `known` has the print are put there only if that is another now.

    Raises:
        ScanCancelledError: the look was given up.

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
            raise ScanCancelledError("the look was given up")
        yield file


def differences(connection: sqlite3.Connection, scan: FolderScan) -> Differences:
    """Return what differs of the index from what was seen."""
    new = 0
    changed: list[tuple[int, int, int]] = []
    for times, size, row in connection.execute(_NEW_OR_CHANGED):
        if row is None:
            new += 1
        else:
            changed.append((times, size, row))
    shut = tuple(os.fsencode(folder) for folder, _ in scan.failed)
    gone = [
        (row,)
        for row, file in _gone(connection, scan, new)
        if not os.fsencode(checked_brief_path(file)).startswith(shut)
    ]
    return Differences(new, changed, gone)


def add_new(connection: sqlite3.Connection) -> None:
    """Note the files that were seen and are new: known by name only, until they are read."""
    connection.execute(_ADD_NEW)


def folder_file(file: str, item: os.DirEntry[str]) -> FolderFile:
    """Return a file as its folder has it now. One that has just gone, or a link that leads nowhere, has no size."""
    try:
        status = item.stat()
    except OSError:
        return FolderFile(file, 0, 0)
    return FolderFile(file, change_time(status), status.st_size)


def _gone(connection: sqlite3.Connection, scan: FolderScan, new: int) -> Iterator[tuple[int, bytes]]:
    """Yield row and file of what is not in `seen`, as far as that should hold it."""
    if scan.differing is None:
        counts = connection.execute("SELECT (SELECT count(*) FROM seen), (SELECT count(*) FROM brief)").fetchone()
        if counts[0] - new == counts[1]:
            return
    connection.execute("CREATE INDEX IF NOT EXISTS temp.seen_file ON seen (file)")
    if scan.differing is None:
        yield from connection.execute(_GONE)
    for folder in map(os.fsencode, scan.differing or ()):
        after = folder[:-1] + b"0" if folder else None  # the byte behind the slash
        values = {"folder": folder, "next": after, "inside": len(folder) + 1}
        yield from connection.execute(_GONE_FROM, values)


class _Scan:
    """One walk, which adds up the prints on the way."""

    def __init__(self, root: Path, known: Mapping[str, int], scope: ScanScope) -> None:
        self._root = root
        self._part = scope
        self._known = known
        self._folders: list[str] = []
        self._failed: dict[str, str] = {}
        self._prints: dict[str, int] = {}

    def files(self) -> Iterator[FolderFile]:
        """Yield the files of all folders that are not as they are known to have been."""
        folders, prints = self._folders, self._prints
        for file, item in walk(self._root, self._note, folders, *self._part):
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
        """Return what there was, once all has been found."""
        prints = {folder: self._prints.get(folder, 0) for folder in self._folders if folder not in self._failed}
        left = [folder for folder in self._known if folder not in prints and folder not in self._failed]
        differing = [folder for folder, one in prints.items() if self._known.get(folder) != one]
        whole = not self._known
        return FolderScan(
            tuple(self._folders), tuple(self._failed.items()), prints, None if whole else (*differing, *left)
        )

    def _note(self, folder: str, error: OSError) -> None:
        self._failed[folder] = error.strerror or str(error)
