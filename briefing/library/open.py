"""Opens a library for the reader through its index, so that no file is read before it is shown."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.base.files import stamp
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import is_file, is_folder
from briefing.base.static_types import BinaryIO
from briefing.library.briefs import Library, open_library
from briefing.library.entries import SUFFIXES, Entry, first_entry
from briefing.library.index.errors import IndexDamagedError, IndexUnusableError
from briefing.library.index.rebuild import REBUILT, discard_index
from briefing.library.index.rows import BriefIndex
from briefing.library.index.store import IndexStore, open_index

_TRIED = 20
"""Briefs at the top of the list of which at least one must still exist; otherwise the folder is searched first."""


class OpenedLibrary(NamedTuple):
    """A library that a reader has opened."""

    library: Library
    brief_index: BriefIndex
    root: Path | None
    """The library's folder, which may change while it is open. None: the briefs were named one by one."""
    first: int
    """Row of the brief to open first."""
    sentence: str | None
    """What was wrong with the index, as a sentence for the reader. None: nothing."""
    is_samples: bool = False
    """True if these are the samples, opened because there is no other library."""


def open_indexed(
    paths: Sequence[Path], environment: Mapping[str, str], stdin: BinaryIO | None = None, sort: str = "name"
) -> OpenedLibrary:
    """Open the library at the paths, as `open_library` does; a folder is opened through its index.

    The brief to open first is the first one of the list in the order `sort`.

    Raises:
        LibraryError: a path does not exist, or a folder holds no brief.

    """
    if len(paths) == 1 and is_folder(paths[0]):
        return _of_folder(paths[0], environment, sort)
    from briefing.library.index.write import add_named_files  # not needed for a library that is known

    library = open_library(paths, stdin)
    store = IndexStore(None)
    with store.writing() as connection:
        add_named_files(connection, (entry.file for entry in library.entries))
    return OpenedLibrary(library, BriefIndex(store, Path(), library.entries), None, 1, None)


def open_anew(root: Path, entry: Entry, damaged: IndexStore | None) -> OpenedLibrary:
    """Open the library in a folder again, with a new index that holds the brief of `entry` if its file exists.

    `damaged` is the index to discard. None: the new index is built in memory.

    Raises:
        LibraryError: the folder holds no brief.

    """
    if damaged is None:
        opened = _opened_at_first(BriefIndex(IndexStore(None), root), None, "name")
    else:
        discard_index(damaged)
        opened = _of_folder(root, os.environ, "name")
    if opened.brief_index.find(entry.id) is None and stamp(entry.path):
        _row_of_added(opened.brief_index, entry)
    return opened


def _of_folder(root: Path, environment: Mapping[str, str], sort: str) -> OpenedLibrary:
    store, sentence = open_index(root, environment)
    try:
        return _opened_at_first(BriefIndex(store, root), sentence, sort)
    except IndexDamagedError:  # the damage was found only when the index was used
        store.close()
        discard_index(store)
        store, _ = open_index(root, environment)
        sentence = sentence or REBUILT
    except IndexUnusableError as error:
        store.close()
        return _in_memory(root, str(error), sort)
    try:
        return _opened_at_first(BriefIndex(store, root), sentence, sort)
    except IndexUnusableError as error:
        store.close()
        return _in_memory(root, str(error), sort)


def _in_memory(root: Path, why: str, sort: str) -> OpenedLibrary:
    return _opened_at_first(BriefIndex(IndexStore(None), root), f"{why}, so an index is built in memory", sort)


def _opened_at_first(brief_index: BriefIndex, sentence: str | None, sort: str) -> OpenedLibrary:
    """Return the opened library, with an existing brief to open first.

    Raises:
        LibraryError: the folder holds no brief.
        IndexUnusableError: the index is damaged.

    """
    first = first_existing(brief_index, sort)
    if first is None:
        first = _row_of_added(brief_index, first_entry(brief_index.root) or open_library([brief_index.root]).entries[0])

    def find(brief_id: str) -> Entry | None:
        try:
            row = brief_index.find(brief_id)
            known = None if row is None else brief_index.entry(row)
        except IndexUnusableError:
            known = None  # the sync finds the damage as well, and reports it
        return known or _unindexed_entry(brief_index.root, brief_id)

    return OpenedLibrary(Library((), find=find), brief_index, brief_index.root, first, sentence)


def first_existing(brief_index: BriefIndex, sort: str) -> int | None:
    """Return the first row in an order of the list whose file exists; None if none of the first `_TRIED` does.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    top = brief_index.order(sort)[:_TRIED]
    for rows in (top[:1], top[1:]):  # mostly the first one exists
        known = brief_index.look_up(rows)
        for row in rows:
            if row in known and stamp(known[row].entry.path):
                return row
    return None


def _row_of_added(brief_index: BriefIndex, entry: Entry) -> int:
    """Add a brief to the index before the folder has been scanned; return its row."""
    from briefing.library.index.write import add_file, write_orders  # not needed for a library that is known

    now = stamp(entry.path)
    with brief_index.store.writing() as connection:
        add_file(connection, entry.file, now)
        write_orders(connection)
    return brief_index.find(entry.id) or brief_index.order()[0]


def _unindexed_entry(root: Path, brief_id: str) -> Entry | None:
    """Return the entry of a brief whose file exists but is not in the index yet, or None."""
    if any(not part or part.startswith(".") for part in brief_id.split("/")):
        return None
    files = (brief_id + suffix for suffix in SUFFIXES)
    return next((Entry(brief_id, file, root) for file in files if is_file(root / file)), None)
