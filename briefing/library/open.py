"""Owns opening a library for a reader: by its index, so that none of its files is looked at before one is shown."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from briefing.base.files import stamp
from briefing.base.paths import is_file, is_folder
from briefing.library.briefs import Library, open_library
from briefing.library.entries import SUFFIXES, Entry, first_entry
from briefing.library.index.rebuild import BUILT_ANEW, discard_index
from briefing.library.index.rows import Listing
from briefing.library.index.store import IndexDamagedError, IndexStore, IndexUnusableError, open_index
from briefing.library.index.write import add_file, add_named_files, write_orders

_TRIED = 20
"""Briefs at the top of the list of which one has to be there still: else the whole folder is looked at first."""


class OpenedLibrary(NamedTuple):
    """A library that a reader has opened."""

    library: Library
    listing: Listing
    root: Path | None
    """The folder, which may change. None: the briefs were named one by one."""
    first: int
    """Row of the brief to begin with."""
    sentence: str | None
    """What was wrong with the index that was found, for the reader. None: nothing was."""
    is_samples: bool = False
    """Whether these are the samples, opened since there is no other library."""


def open_indexed(
    paths: Sequence[Path], environment: Mapping[str, str], stdin: BinaryIO | None = None, sort: str = "name"
) -> OpenedLibrary:
    """Open the library at the paths, as `open_library` does, by the index of a folder.

    The brief to begin with is the first one in that order of the index.

    Raises:
        LibraryError: a path leads nowhere, or a folder holds no brief.

    """
    if len(paths) == 1 and is_folder(paths[0]):
        return _of_folder(paths[0], environment, sort)
    library = open_library(paths, stdin)
    store = IndexStore(None)
    with store.writing() as connection:
        add_named_files(connection, (entry.file for entry in library.entries))
    return OpenedLibrary(library, Listing(store, Path(), library.entries), None, 1, None)


def open_anew(root: Path, entry: Entry, damaged: IndexStore | None, sort: str = "name") -> OpenedLibrary:
    """Open the library in a folder by a new index, in which that brief stands if it is there.

    `damaged` is the index that cannot be used, and is forgotten. None: the new one is built in memory.

    Raises:
        LibraryError: the folder holds no brief.

    """
    if damaged is None:
        opened = _with_first(Listing(IndexStore(None), root), None, sort)
    else:
        discard_index(damaged)
        opened = _of_folder(root, os.environ, sort)
    if opened.listing.find(entry.id) is None and stamp(entry.path):
        _added(opened.listing, entry)
    return opened


def _of_folder(root: Path, environment: Mapping[str, str], sort: str) -> OpenedLibrary:
    store, sentence = open_index(root, environment)
    try:
        return _with_first(Listing(store, root), sentence, sort)
    except IndexDamagedError:  # what is wrong with it was found only when it was used
        store.close()
        discard_index(store)
        store, _ = open_index(root, environment)
        sentence = sentence or BUILT_ANEW
    except IndexUnusableError as error:
        store.close()
        return _in_memory(root, str(error), sort)
    try:
        return _with_first(Listing(store, root), sentence, sort)
    except IndexUnusableError as error:
        store.close()
        return _in_memory(root, str(error), sort)


def _in_memory(root: Path, why: str, sort: str) -> OpenedLibrary:
    return _with_first(Listing(IndexStore(None), root), f"{why}, so an index is built in memory", sort)


def _with_first(listing: Listing, sentence: str | None, sort: str) -> OpenedLibrary:
    """Return the library with a brief that is there, to begin with.

    Raises:
        LibraryError: the folder holds none.
        IndexUnusableError: the index is damaged.

    """
    first = first_existing(listing, sort)
    if first is None:
        first = _added(listing, first_entry(listing.root) or open_library([listing.root]).entries[0])

    def find(brief_id: str) -> Entry | None:
        try:
            row = listing.find(brief_id)
            known = None if row is None else listing.entry(row)
        except IndexUnusableError:
            known = None  # whoever keeps the index in step finds it damaged as well, and says so
        return known or _unlisted(listing.root, brief_id)

    return OpenedLibrary(Library((), find=find), listing, listing.root, first, sentence)


def first_existing(listing: Listing, sort: str) -> int | None:
    """Return the first row in an order of the index whose file is there; None where that is none of the first.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    top = listing.order(sort)[:_TRIED]
    known = listing.look_up(top)
    return next((row for row in top if row in known and stamp(known[row].entry.path)), None)


def _added(listing: Listing, entry: Entry) -> int:
    """Note a brief in the index before the folder is walked; return its row."""
    now = stamp(entry.path)
    with listing.store.writing() as connection:
        add_file(connection, entry.file, now)
        write_orders(connection)
    return listing.find(entry.id) or listing.order()[0]


def _unlisted(root: Path, brief_id: str) -> Entry | None:
    """Return the entry of a brief whose file is there before the index knows it, or None."""
    if any(not part or part.startswith(".") for part in brief_id.split("/")):
        return None
    files = (brief_id + suffix for suffix in SUFFIXES)
    return next((Entry(brief_id, file, root) for file in files if is_file(root / file)), None)
