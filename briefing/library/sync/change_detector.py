"""Detects, cheaply and repeatedly, what may have changed in a library since the last scan.

A folder's time changes when a file in it is made, renamed, replaced or removed; a file that is written in place changes
only its own time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from pathlib import Path

from briefing.base.files import change_time, stamp
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import is_file, is_there
from briefing.library.entries import Entry
from briefing.library.index.rows import BriefIndex, IndexedBrief
from briefing.library.index.scan.full import ScanChanges
from briefing.library.index.scan.partial import parent_folder

_FOLDERS = 64
"""Folders examined at a time in turn, besides those where a change is likely: 0.4 ms."""
_LIKELY = 20
"""The most recently changed folders, which are examined every time."""
_SWEPT = 16
"""Files anywhere in the library examined at a time in turn: 0.3 ms including the query to the index."""
_CLOCK = 20_000_000
"""Nanoseconds by which a file system's clock may lag: a folder whose time is that close to the scan may change
unseen."""


class DetectedChanges(NamedTuple):
    """What may have changed."""

    folders: Mapping[str, int]
    """Folders by their path inside the root, with the time of their last change in nanoseconds; -1: the folder is
    gone."""
    rows: frozenset[int]
    """Rows whose files differ from the index."""

    def __bool__(self) -> bool:
        return bool(self.folders or self.rows)


class IndexedFile(NamedTuple):
    """What the index knows of a file."""

    row: int
    path: str
    times: int
    """See `files.change_time`."""
    size: int


class ChangeDetector:
    """Remembers when folders and files changed last, and compares."""

    def __init__(self, brief_index: BriefIndex, root: Path | None) -> None:
        """Take the index of a library and its folder. None: its files were named one by one."""
        self._brief_index = brief_index
        self._root = None if root is None else f"{root}/"
        self._folders: dict[str, int] = {}
        """Time of the last change in nanoseconds since 1970, by folder; 0: scan it again."""
        self._order: Sequence[str] = ()
        self._likely: Sequence[str] = ()
        self._at = 0
        self._swept = 0
        self._asked: tuple[tuple[int, ...], int] | None = None
        """The rows that the index was last asked for, and the index's generation then."""
        self._asked_files: Sequence[IndexedFile] = ()
        self._git = _git_index(root) if root else None
        self._git_state = self._git and stamp(self._git)

    @property
    def folders(self) -> Sequence[str]:
        """The known folders of the library."""
        return self._order

    def record(self, changes: ScanChanges, folders: Iterable[str] | None, began: int) -> None:
        """Record the result of a scan of these folders, or of all (None).

        `began` is when the scan began, in nanoseconds since 1970.
        """
        if self._root is None:
            return
        if folders is None:
            self._folders = {}
        for folder in {*(folders or ()), *changes.folders, ""}:
            changed = _changed_at(self._root + folder)
            if changed < 0 and folder:
                self._forget(folder)
            else:
                self._folders[folder] = changed if changed < began - _CLOCK else 0
        self._order = tuple(self._folders)
        self._likely = nlargest(_LIKELY, self._folders, key=self._folders.__getitem__)

    def _forget(self, gone: str) -> None:
        for folder in [folder for folder in self._folders if folder.startswith(gone)]:
            del self._folders[folder]

    def detect(self, shown: Sequence[Entry], rows: Sequence[int]) -> DetectedChanges:
        """Return what has changed: the folders of `shown`, the files of `rows`, and a few others in turn.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        changed = _changed_files((*self._indexed_files(rows), *self._sweep()))
        return DetectedChanges(self.changed_folders(self._some(shown)), changed)

    def changed_rows(self, rows: Sequence[int]) -> frozenset[int]:
        """Return those of these rows whose files differ from the index.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        return _changed_files(self._indexed_files(rows))

    def detect_everywhere(self) -> DetectedChanges:
        """Return all folders that have changed."""
        return DetectedChanges(self.changed_folders(self._order), frozenset())

    def changed_folders(self, folders: Iterable[str]) -> dict[str, int]:
        """Return those of these folders that have changed, with the time."""
        if self._root is None:
            return {}
        known = self._folders
        now = {folder: _changed_at(self._root + folder) for folder in folders if folder in known}
        return {folder: changed for folder, changed in now.items() if changed != known[folder]}

    def is_git_at_work(self) -> bool:
        """Tell whether a git command is changing files."""
        return self._git is not None and is_there(self._git.with_name("index.lock"))

    def _some(self, shown: Sequence[Entry]) -> Iterable[str]:
        """Return the folders to examine now: all of them if git has changed files or if they are few."""
        was, self._git_state = self._git_state, self._git and stamp(self._git)
        if was != self._git_state or len(self._order) <= _FOLDERS:
            return self._order
        first, self._at = self._at, (self._at + _FOLDERS) % len(self._order)
        return {
            "",
            *self._likely,
            *(parent_folder(entry.file) for entry in shown),
            *self._order[first : first + _FOLDERS],
        }

    def _indexed_files(self, rows: Sequence[int]) -> Sequence[IndexedFile]:
        """Return what the index knows of these files. It is cached until another connection writes to the index."""
        store = self._brief_index.store
        key = (tuple(rows), store.generation())
        if key != self._asked or store.path is None:
            self._asked = key
            self._asked_files = [_indexed_file(one) for one in self._brief_index.look_up(rows).values()]
        return self._asked_files

    def _sweep(self) -> Sequence[IndexedFile]:
        found = self._brief_index.page(self._swept, _SWEPT)
        self._swept = found[-1].row if len(found) == _SWEPT else 0
        return [_indexed_file(one) for one in found]


def _indexed_file(listed: IndexedBrief) -> IndexedFile:
    return IndexedFile(listed.row, f"{listed.entry.root}/{listed.entry.file}", listed.times, listed.size)


def _changed_files(files: Iterable[IndexedFile]) -> frozenset[int]:
    return frozenset(one.row for one in files if _differs(one))


def _differs(indexed: IndexedFile) -> bool:
    """Tell whether a file exists and differs from the index."""
    try:
        now = os.stat(indexed.path)  # noqa: PTH116 - as below
    except (OSError, ValueError):
        return False
    return (change_time(now), now.st_size) != (indexed.times, indexed.size)


def _changed_at(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - a Path for each would take twice the time
    except OSError:
        return -1


def _git_index(root: Path) -> Path | None:
    """Return the path of git's index file, which git writes whenever it changes files. None: no repository."""
    folder = root.absolute()
    return next((index for one in (folder, *folder.parents) if is_file(index := one / ".git" / "index")), None)
