"""Owns looking again at a part of a library: some folders, or some files, and noting what is found there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from briefing.entries import first_entry, walk
from briefing.files import stamp
from briefing.index.listing import Listing
from briefing.index.refreshing import Step, compare, found, look, see, until
from briefing.index.store import in_words
from briefing.index.writing import arrange

_EMPTY = "it holds no brief any more"
_LAST = b"\xff" * 255
"""Comes after all names of files."""
_ALIKE = 50
"""Files of one size that are read, to find the one that was renamed."""


def look_everywhere(listing: Listing, given_up: Callable[[], bool]) -> Step:
    """Look at the whole folder. One without any brief is not believed: it may be the place of a disk that is away.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: it is damaged.
        LookGivenUpError: nobody waits for it any more.

    """
    away = _away(listing.root)
    return look(listing, given_up) if away is None else Step(0, 0, 0, (), (("", away),))


def look_into(listing: Listing, folders: Iterable[str], known: Collection[str], given_up: Callable[[], bool]) -> Step:
    """Look into these folders, and into those below them that are not known; note what is new, changed or gone.

    Folders are named as `Step` names them.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: it is damaged.
        LookGivenUpError: nobody waits for it any more.

    """
    start = tuple(dict.fromkeys(folders))
    if "" in start and (away := _away(listing.root)) is not None:
        return Step(0, 0, 0, (), (("", away),))
    failed: list[tuple[str, str]] = []
    lost: set[str] = set()
    looked: list[str] = []

    def note(folder: str, error: OSError) -> None:
        if folder and isinstance(error, FileNotFoundError | NotADirectoryError):
            lost.add(folder)
        else:
            failed.append((folder, error.strerror or str(error)))

    with in_words():
        files = until(given_up, walk(listing.root, note, looked, start, known))
        see(listing.store.connection, (found(*one) for one in files))
    inside = {*looked} - lost
    lost.update(one for one in known if above(one) in inside and not (listing.root / one).is_dir())
    with listing.store.writing() as connection:
        kept = {folder for folder, _ in failed}
        step = Step(*compare(connection, list(_gone(connection, inside - kept, lost))), tuple(looked), tuple(failed))
        if step.added or step.gone:
            arrange(connection)
    return step


def above(folder: str) -> str:
    """Return the folder that a folder or a file lies in: a path that ends with a slash, or is empty."""
    return folder.rstrip("/").rpartition("/")[0] + "/" if "/" in folder.rstrip("/") else ""


def _away(root: Path) -> str | None:
    """Say why a folder cannot be what it was, or None."""
    if first_entry(root) is not None:
        return None
    try:
        with os.scandir(root):
            return _EMPTY
    except OSError as error:
        return error.strerror or str(error)


def _gone(connection: sqlite3.Connection, looked: Iterable[str], lost: Iterable[str]) -> Iterator[int]:
    """Yield the rows whose file was not seen in a folder that was looked into, and all below folders that are gone."""
    for folder in looked:
        first, end = _reach(folder)
        inside = connection.execute(_INSIDE, (first, end, len(first) + 1))
        yield from [row for (row,) in inside]
    for folder in lost:
        yield from [row for (row,) in connection.execute(_BELOW, _reach(folder))]


_BELOW = "SELECT row FROM brief WHERE file >= ? AND file < ?"
_INSIDE = f"{_BELOW} AND instr(substr(file, ?), x'2f') = 0 AND file NOT IN (SELECT file FROM seen)"  # noqa: S608


def _reach(folder: str) -> tuple[bytes, bytes]:
    """Return the bytes between which the names of all files below a folder lie."""
    first = os.fsencode(folder)
    return first, first[:-1] + b"0" if first else _LAST  # "0" comes after "/"


def differing(listing: Listing, rows: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return which of these rows have other files than the index knows: modified, size, row. Not those that are gone.

    Raises:
        IndexUnusableError: it is damaged.

    """
    found_now = ((one, stamp(one.entry.path)) for one in listing.listed(rows).values())
    return [
        (now.modified, now.size, one.row)
        for one, now in found_now
        if now is not None and (now.modified, now.size) != (one.mtime, one.size)
    ]


def look_at(listing: Listing, rows: Sequence[int]) -> list[int]:
    """Note which of these rows have other files than the index knows, as to be read; return them.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: it is damaged.

    """
    changed = differing(listing, rows)
    if changed:
        with listing.store.writing() as connection:
            connection.executemany("UPDATE brief SET mtime = ?, size = ?, hash = NULL WHERE row = ?", changed)
    return [row for _, _, row in changed]


def same_content(listing: Listing, content: bytes, size: int) -> tuple[list[int], list[int]]:
    """Return the rows whose file had this hash when it was read, and those of files to be read that are of this size.

    Raises:
        IndexUnusableError: it is damaged.

    """
    with in_words():
        connection = listing.store.connection
        same = connection.execute("SELECT row FROM brief WHERE size = ? AND hash = ?", (size, content)).fetchall()
        maybe = connection.execute(_MAYBE, (size, _ALIKE)).fetchall()
    return [row for (row,) in same], [row for (row,) in maybe]


_MAYBE = "SELECT row FROM brief WHERE hash IS NULL AND size = ? LIMIT ?"
