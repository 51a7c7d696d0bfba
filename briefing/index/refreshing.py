"""Owns keeping an index in step with its folder: which files are new, changed or gone, and reading them.

One walk tells all of it and is written as one batch. Reading comes after, in any process, some briefs at a time.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.entries import walk
from briefing.index.listing import Listed, Listing
from briefing.index.reads import Read, read_entry
from briefing.index.store import Store, in_words
from briefing.index.writing import Found, add, arrange, put, take_out_gone
from briefing.problems import BriefingError

_GONE = 200
"""Briefs that are taken out with the last batch of those that were read; the rest is left to a build."""


_ASKED = 256
"""Files after which a walk is asked whether it is still wanted."""

_File = tuple[str, os.DirEntry[str]]


class Step(NamedTuple):
    """What a walk has found to be different."""

    added: int
    changed: int
    gone: int
    folders: tuple[str, ...]
    """All folders that were looked into, by their path inside the root, which ends with a slash or is empty."""
    failed: tuple[tuple[str, str], ...]
    """Those that could not be, with the system's reason. What the index knows of the briefs below them is kept."""

    @property
    def is_nothing(self) -> bool:
        """Whether the list stays as it is."""
        return not (self.added or self.changed or self.gone)


class LookGivenUpError(BriefingError):
    """Whoever wanted a folder to be looked at does not want it any more."""


def look(listing: Listing, given_up: Callable[[], bool] = lambda: False) -> Step:
    """Walk the whole folder; write as one batch which files are new, changed or gone. They are still to be read.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: it is damaged.
        LookGivenUpError: nobody waits for it any more. Nothing was written.

    """
    failed: list[tuple[str, str]] = []
    folders: list[str] = []

    def note(folder: str, error: OSError) -> None:
        failed.append((folder, error.strerror or str(error)))

    with in_words():
        see(listing.store.connection, (found(*one) for one in until(given_up, walk(listing.root, note, folders))))
    with listing.store.writing() as connection:
        gone = _gone(connection, [folder for folder, _ in failed])
        step = Step(*compare(connection, gone), tuple(folders), tuple(failed))
        if not step.is_nothing or connection.execute("SELECT 1 FROM view").fetchone() is None:
            arrange(connection)
    return step


def found(file: str, item: os.DirEntry[str]) -> Found:
    """Return a file as its folder has it now. One that has just gone, or a link that leads nowhere, has no size."""
    try:
        status = item.stat()
    except OSError:
        return Found(file, 0, 0)
    return Found(file, status.st_mtime_ns, status.st_size)


def until(given_up: Callable[[], bool], files: Iterable[_File]) -> Iterator[_File]:
    """Yield the files of a walk until it is given up.

    Raises:
        LookGivenUpError: it was.

    """
    for number, file in enumerate(files):
        if number % _ASKED == 0 and given_up():
            raise LookGivenUpError("the look was given up")
        yield file


def see(connection: sqlite3.Connection, files: Iterable[Found]) -> None:
    """Note what is there in a table of this connection: as a mapping 100,000 of them would take 25 MB."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS seen (file BLOB PRIMARY KEY, mtime, size) WITHOUT ROWID")
    connection.execute("BEGIN")
    try:
        connection.execute("DELETE FROM seen")
        connection.executemany(
            "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", ((os.fsencode(one.file), *one[1:]) for one in files)
        )
    finally:
        connection.execute("COMMIT")


def _gone(connection: sqlite3.Connection, failed: Iterable[str]) -> list[int]:
    """Return the rows of which no file was seen, but those below folders that could not be looked into."""
    kept = tuple(os.fsencode(folder) for folder in failed)
    rows = connection.execute("SELECT row, file FROM brief WHERE file NOT IN (SELECT file FROM seen)")
    return [row for row, file in rows if not file.startswith(kept)]


def compare(connection: sqlite3.Connection, gone: Sequence[int]) -> tuple[int, int, int]:
    """Take out the rows that are gone, and write what differs from what was seen; return how many of each kind.

    The kinds are added, changed, gone.
    """
    connection.executemany("DELETE FROM brief WHERE row = ?", ((row,) for row in gone))
    changed = connection.execute(
        """
        SELECT seen.mtime, seen.size, row FROM seen JOIN brief USING (file)
        WHERE seen.mtime != brief.mtime OR seen.size != brief.size
        """
    ).fetchall()
    connection.executemany("UPDATE brief SET mtime = ?, size = ?, hash = NULL WHERE row = ?", changed)
    new = connection.execute(
        "SELECT file, mtime, size FROM seen WHERE file NOT IN (SELECT file FROM brief) ORDER BY file"
    ).fetchall()
    add(connection, (Found(os.fsdecode(file), mtime, size) for file, mtime, size in new))
    return len(new), len(changed), len(gone)


def read(listed: Listed) -> Read:
    """Read one brief for the index. Never raises: what is wrong with it is told of it in the list."""
    return read_entry(listed.row, listed.entry)


def write(store: Store, reads: Iterable[Read], *, last: bool) -> None:
    """Write what was read, as one batch; the orders as well once it is the `last` of many.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: it is damaged, or the disk is full.

    """
    with store.writing() as connection:
        put(connection, tuple(reads))
        if last:
            take_out_gone(connection, _GONE)
            arrange(connection)


def chunks(listing: Listing, size: int) -> Iterator[list[Listed]]:
    """Yield the briefs that are to be read, so many at a time. Whoever takes them writes them before the next."""
    while some := listing.waiting(size):
        yield some
