"""Owns the tables of the marks file: making them, and telling whether a database is such a file.

Others may join `mark` in queries of their own, by a read-only ATTACH of `Marks.path`; nobody else writes.
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
"""Versions that there may be in later years: a greater one is no version."""
_LAST = 1 << 62
"""Number of a deed after which others come."""
MARK = """CREATE TABLE mark (
        library BLOB NOT NULL, brief BLOB NOT NULL, hash BLOB, read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0, place TEXT, seen INTEGER, PRIMARY KEY (library, brief)) WITHOUT ROWID"""
"""The table that others may read."""
_TABLES = {
    # library: os.fsencode of its real absolute folder. brief: os.fsencode of its id.
    "mark": MARK,
    # For a file of another name with the same content. SQLite adds the primary key, so it finds them by library too;
    # with the library in front, each comparison would begin with the same long path.
    "mark_hash": "CREATE INDEX mark_hash ON mark (hash) WHERE hash IS NOT NULL",
    # data: the YAML as it was last read, zlib. It holds for a mark only if it has the mark's hash.
    "version": """CREATE TABLE version (
        library BLOB NOT NULL, brief BLOB NOT NULL, data BLOB NOT NULL, PRIMARY KEY (library, brief)) WITHOUT ROWID""",
    # before: the rows as they were, see deeds.py. words: NULL where briefs got other names, which is not undone.
    "deed": "CREATE TABLE deed (number INTEGER PRIMARY KEY AUTOINCREMENT, library BLOB, words TEXT, before BLOB)",
    "deed_library": "CREATE INDEX deed_library ON deed (library)",
}
_LONGEST = 1 << 26
"""Bytes of one value: what is kept for undoing a deed has 16 MiB of versions at most, and the rows of all briefs."""


class NewerVersionError(MarksError):
    """A later version of this program has written the file."""


class NotMarksError(MarksError):
    """The file is a database, and not one of marks."""


def prepare(connection: sqlite3.Connection) -> None:
    """Set the connection up for marks that outlast a loss of power, and make the tables if the file is empty.

    Raises:
        NewerError: the file is from a later version; nothing was changed.
        ForeignError: it holds something else; nothing was changed.
        sqlite3.Error: it is damaged, locked or not writable.

    """
    harden(connection, _LONGEST)
    if _version(connection) == 0:
        _make(connection)
    # A rollback journal: in WAL, SQLite before 3.51.3 can lose a commit where two write.
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    # Kibibytes. Room for 100,000 marks at once: a transaction that outgrows it locks readers out until its end.
    connection.execute("PRAGMA cache_size = -32768")
    if not (has_exactly(connection, _TABLES) and has_numbers_left(connection, "deed", _LAST)):
        raise NotMarksError("its tables are not those of marks")


def make_in_memory(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none."""
    _make(connection)


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the database holds marks as this version writes them. Changes nothing.

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
    """Return the version of the tables; 0: there are none."""
    connection.execute("BEGIN")  # all three of one moment, while another process may be making the tables
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


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        for table in _TABLES.values():
            connection.execute(table)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
