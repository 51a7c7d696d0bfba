"""Creates and deletes the file of an index, and the side files that SQLite keeps beside it.

Side files never outlive their database. A program that still has a removed index open has its `-shm` file mapped into
memory; SQLite cuts that file short when it opens a new database of the same name, since its locks are those of another
file, and the next look into the mapped pages kills the program (sqlite.org/howtocorrupt.html, section 4.2).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.base.private_files import lock_folder
from briefing.library.databases import SIDE_FILES
from briefing.library.index.errors import index_errors
from briefing.library.index.schema import TABLES

_ALL = ("", *SIDE_FILES)


def delete_index(path: Path) -> None:
    """Delete an index and its side files.

    Raises:
        OSError: a file cannot be deleted.

    """
    with _only_one(path.parent):
        _delete(path, _ALL)


def create_index(path: Path) -> None:
    """Create an empty index, whole or not at all.

    If another program has created one meanwhile, that stays. Nothing is flushed to the disk, which would take 30 to
    100 ms: after a power cut the index is found damaged and rebuilt.

    Raises:
        IndexUnusableError: SQLite cannot write it.
        OSError: the folder cannot be written into.

    """
    import tempfile  # takes 3 ms, and an index is seldom created

    handle, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    os.fchmod(handle, 0o600)  # whatever the umask
    os.close(handle)
    new = Path(name)
    try:
        with index_errors():
            connection = sqlite3.connect(new, isolation_level=None)
            try:
                connection.execute("PRAGMA synchronous=OFF")
                connection.execute("PRAGMA journal_mode=WAL")
                connection.executescript(TABLES)
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()
        with _only_one(path.parent):
            if not path.exists():
                _delete(path, SIDE_FILES)
            with suppress(FileExistsError):  # another program was quicker, and its index will do
                os.link(new, path)
    finally:
        _delete(new, _ALL)


def _delete(path: Path, suffixes: Sequence[str]) -> None:
    for suffix in suffixes:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """Keep other programs from creating or deleting an index in this folder, so that none loses its side files."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # no folder is there, or none that may be listed, or the system opens no folders
        yield
        return
    try:
        lock_folder(descriptor)
        yield
    finally:
        os.close(descriptor)
