"""The tables of the marks file: creating them, and recognising such a file.

Other code may read `mark` through a read-only ATTACH of `Marks.path`; nothing else writes to the file.
"""

from __future__ import annotations

import sqlite3

from briefing.library.databases import harden, has_exactly, has_numbers_left
from briefing.library.marks.errors import MarksError

VERSION = 1
"""PRAGMA user_version of the tables below."""
APPLICATION = 0x62726D6B
"""PRAGMA application_id: "brmk"."""

_NEWER = 1000
"""Versions that later programs may use: a greater number is not a version."""
_LAST = 1 << 62
"""Greatest number of an undo entry that leaves room for further ones."""
MARK = """CREATE TABLE mark (
        library BLOB NOT NULL, brief BLOB NOT NULL, hash BLOB, read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0, place TEXT, seen INTEGER, PRIMARY KEY (library, brief)) WITHOUT ROWID"""
"""The table that other code may read."""
_TABLES = {
    # library: os.fsencode of its real absolute folder. brief: os.fsencode of its id.
    "mark": MARK,
    # Finds a renamed file by its content. SQLite appends the primary key, so the library is part of the index too;
    # with the library first, each comparison would begin with the same long path.
    "mark_hash": "CREATE INDEX mark_hash ON mark (hash) WHERE hash IS NOT NULL",
    # data: the YAML that was last read, compressed by zlib. It is valid only if it has the hash of the mark.
    "version": """CREATE TABLE version (
        library BLOB NOT NULL, brief BLOB NOT NULL, data BLOB NOT NULL, PRIMARY KEY (library, brief)) WITHOUT ROWID""",
    # before: the old rows, see undo_log.py. words: NULL in entries that record renames, which are not undone.
    "deed": "CREATE TABLE deed (number INTEGER PRIMARY KEY AUTOINCREMENT, library BLOB, words TEXT, before BLOB)",
    "deed_library": "CREATE INDEX deed_library ON deed (library)",
}
_LONGEST = 1 << 26
"""Greatest size of one value in bytes: an undo entry has at most 16 MiB of versions, and the rows of all briefs."""


class NewerVersionError(MarksError):
    """A later version of this program has written the file."""


class NotMarksError(MarksError):
    """The file is a database, but not one of marks."""


def prepare(connection: sqlite3.Connection) -> None:
    """Set up the connection so that marks survive a loss of power, and create the tables if the file is empty.

    Raises:
        NewerVersionError: the file is from a later version; nothing was changed.
        NotMarksError: it holds something else; nothing was changed.
        sqlite3.Error: it is damaged, locked or not writable.

    """
    harden(connection, _LONGEST)
    if _version(connection) == 0:
        make_tables(connection)
    # A rollback journal: with a write-ahead log, SQLite before 3.51.3 can lose a commit when two connections write.
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    # Kibibytes: room for 100,000 marks. A transaction that outgrows the cache locks readers out until its end.
    connection.execute("PRAGMA cache_size = -32768")
    if not (has_exactly(connection, _TABLES) and has_numbers_left(connection, "deed", _LAST)):
        raise NotMarksError("its tables are not those of marks")


def is_current(connection: sqlite3.Connection) -> bool:
    """Tell whether the database holds marks in this version's tables. Changes nothing.

    Raises:
        sqlite3.Error: it cannot be read.

    """
    try:
        harden(connection, _LONGEST)
        connection.execute("PRAGMA query_only = ON")
        return _version(connection) == VERSION and has_exactly(connection, _TABLES)
    except MarksError:
        return False


def _version(connection: sqlite3.Connection) -> int:
    """Return the version of the tables; 0: there are none.

    Raises:
        NotMarksError: another program has made the database.
        NewerVersionError: a later version has made it.

    """
    connection.execute("BEGIN")  # all three from one moment: another process may be creating the tables
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    objects: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    connection.execute("COMMIT")
    if version == 0 and application == 0 and objects == 0:
        return 0
    if application != APPLICATION or not VERSION <= version < VERSION + _NEWER:
        raise NotMarksError("another program has made it")
    if version > VERSION:
        raise NewerVersionError("a newer version has made it")
    return version


def make_tables(connection: sqlite3.Connection) -> None:
    """Create the tables in an empty database, unless another process has just created them."""
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        for table in _TABLES.values():
            connection.execute(table)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
