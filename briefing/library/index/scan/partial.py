"""Scanning a part of a library: some folders, or some files."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from briefing.base.files import stamp
from briefing.base.paths import is_folder
from briefing.library.entries import walk
from briefing.library.index.errors import index_errors
from briefing.library.index.rows import BriefIndex
from briefing.library.index.scan.folder import ScanScope, scan_folders
from briefing.library.index.scan.full import PreviousScan, ScanChanges, scan_library, write_differences
from briefing.library.index.write import SET_CHANGED

_EMPTY = "it holds no brief any more"
_ALIKE = 50
"""Files of the same size that are read to find a renamed brief."""


def rescan_library(
    brief_index: BriefIndex, previous: PreviousScan | None, cancelled: Callable[[], bool]
) -> ScanChanges:
    """Scan the whole folder.

    If it holds no brief at all, nothing is changed: it may be the mount point of an absent disk.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged.
        ScanCancelledError: the scan was cancelled.

    """
    away = _unavailable(brief_index.root)
    return scan_library(brief_index, previous, cancelled) if away is None else _nothing(away)


def rescan_folders(
    brief_index: BriefIndex, folders: Iterable[str], known: Collection[str], cancelled: Callable[[], bool]
) -> ScanChanges:
    """Scan these folders, and folders below them that are not `known`; note files that are new, changed or gone.

    Folders are named as in `ScanChanges`.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged.
        ScanCancelledError: the scan was cancelled.

    """
    root, store, start = brief_index.root, brief_index.store, tuple(dict.fromkeys(folders))
    if "" in start and (away := _unavailable(root)) is not None:
        return _nothing(away)
    with index_errors():
        scan = scan_folders(store.connection, root, {}, ScanScope(start, known), cancelled)
    inside = set(scan.folders)
    asked = {*(folder for folder, _ in scan.failed), *(one for one in known if parent_folder(one) in inside)}
    lost = {folder for folder in asked if folder and not is_folder(root / folder)}
    below = {one for one in known if one.startswith(tuple(lost))}
    failed = tuple((folder, why) for folder, why in scan.failed if folder not in lost)
    return write_differences(store, scan._replace(failed=failed, differing=tuple(inside | lost | below)))


def _nothing(away: str) -> ScanChanges:
    """Return the result of a scan of a folder that is unavailable."""
    return ScanChanges(0, 0, 0, (), (("", away),))


def parent_folder(folder: str) -> str:
    """Return the folder of a folder or file, as a path that ends with a slash or is empty."""
    return folder.rstrip("/").rpartition("/")[0] + "/" if "/" in folder.rstrip("/") else ""


def _unavailable(root: Path) -> str | None:
    """Say why a folder cannot be the library it was, or None."""
    if any(True for _ in walk(root, lambda _folder, _error: None)):  # any brief will do: the walk stops at the first
        return None
    try:
        with os.scandir(root):
            return _EMPTY
    except OSError as error:
        return error.strerror or str(error)


def changed_files(brief_index: BriefIndex, rows: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return times, size and row of those files that differ from the index. Files that are gone are left out.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    found_now = ((one, stamp(one.entry.path)) for one in brief_index.look_up(rows).values())
    return [
        (now.times, now.size, one.row)
        for one, now in found_now
        if now is not None and (now.times, now.size) != (one.times, one.size)
    ]


def recheck_rows(brief_index: BriefIndex, rows: Sequence[int]) -> list[int]:
    """Mark those of these rows whose files differ from the index as changed, and return them.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged.

    """
    changed = changed_files(brief_index, rows)
    if changed:
        with brief_index.store.writing() as connection:
            connection.executemany(SET_CHANGED, changed)
    return [row for _, _, row in changed]


def rows_with_content(brief_index: BriefIndex, content: bytes, size: int) -> tuple[list[int], list[int]]:
    """Return the rows whose file had this hash when it was read, and rows of unread files of this size.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    with index_errors():
        connection = brief_index.store.connection
        same = connection.execute("SELECT row FROM brief WHERE size = ? AND hash = ?", (size, content)).fetchall()
        maybe = connection.execute(_MAYBE, (size, _ALIKE)).fetchall()
    return [row for (row,) in same], [row for (row,) in maybe]


_MAYBE = "SELECT row FROM brief WHERE hash IS NULL AND size = ? LIMIT ?"
