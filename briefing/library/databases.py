"""Opening SQLite files safely: a database may be damaged or made to do harm."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from briefing.base.static_types import Protocol

SIDE_FILES = ("-journal", "-wal", "-shm")
"""Suffixes of the files that SQLite may keep beside a database."""

_PRAGMAS = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")
_LENGTH = 0
_LIMITS = {
    1: 200_000,  # bytes of a statement
    2: 100,  # columns
    4: 10,  # queries in one
    6: 10,  # arguments of a function
    7: 2,  # databases that are attached
    8: 100,  # bytes of a pattern
    10: 2,  # triggers that start each other
    11: 0,  # threads of its own
}
"""SQLite's limits by the category numbers of sqlite3_limit(): slightly more than our own statements need."""
_DEFENSIVE, _VIEWS = 1010, 1015
"""Option numbers of sqlite3_db_config(): SQLITE_DBCONFIG_DEFENSIVE and SQLITE_DBCONFIG_ENABLE_VIEW."""
_COMPUTED = re.compile(r"\bAS\b", re.IGNORECASE)
"""Occurs in the SQL of a table with generated columns."""
_FTS = ("_data", "_idx", "_config")
"""Suffixes of the tables that FTS5 makes for each full-text table."""
_PRIMARY = 0xFF
"""Mask of the primary code in an extended result code."""


class Cursor(Protocol):
    """The rows of one statement."""

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        """Yield the rows one by one."""

    def fetchall(self) -> list[tuple[object, ...]]:
        """Return all rows."""


class Connection(Protocol):
    """What is used here of a `sqlite3.Connection`. This module does not import `sqlite3`: callers have it."""

    def execute(self, statement: str, values: tuple[str, ...] = ..., /) -> Cursor:
        """Run one statement."""

    def setlimit(self, category: int, limit: int, /) -> int:
        """Set a limit, and return the previous one."""


def harden(connection: Connection, longest: int) -> None:
    """Make a connection distrust the contents of its database: no trusted schema, no views, tight limits.

    `longest` is the greatest size of one value, in bytes.

    Raises:
        sqlite3.Error: the database cannot be read.

    """
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    for limit, most in {**_LIMITS, _LENGTH: longest}.items():
        connection.setlimit(limit, most)
    if sys.version_info >= (3, 12):
        set_up: Callable[[int, bool], None] = getattr(connection, "setconfig")  # noqa: B009 - since Python 3.12
        set_up(_DEFENSIVE, True)
        set_up(_VIEWS, False)


@contextmanager
def unicode_errors_as(kind: type[Exception]) -> Iterator[None]:
    """Turn a UnicodeDecodeError into `kind`, one of SQLite's errors.

    SQLite's messages quote the contents of a file; if these are not UTF-8, Python fails to decode the message.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise kind("it holds text that is not UTF-8") from error


def primary_code(error: Exception) -> int:
    """Return SQLite's primary result code of an error; 0 for errors that Python's `sqlite3` module raises itself."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY


def has_exactly(connection: Connection, made: Mapping[str, str], full_texts: Collection[str] = ()) -> bool:
    """Tell whether a database contains exactly the given tables and indexes, and no view or trigger instead.

    `made` maps the name of each to its SQL. `full_texts` are the FTS5 tables, for which FTS5 makes further tables.

    Raises:
        sqlite3.Error: the database cannot be read.

    """
    missing: dict[str, str | None] = {
        **made,
        **dict.fromkeys(f"{table}{suffix}" for table in full_texts for suffix in _FTS),
    }
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        if not isinstance(name, str) or not isinstance(sql, str | None):
            return False
        expected = missing.pop(name, None)
        if expected is not None:
            if sql is None or (sql != expected and sql.split() != expected.split()):
                return False
        elif not _is_of_sqlite(kind, name, sql or "", full_texts):
            return False
    return not missing


def is_plain_table(connection: Connection, table: str, database: str = "main") -> bool:
    """Tell whether a database has an ordinary table of that name, without generated columns.

    Raises:
        sqlite3.Error: the database cannot be read.

    """
    query = f"SELECT type, sql FROM {database}.sqlite_master WHERE name = ?"  # noqa: S608 - our own
    found = connection.execute(query, (table,)).fetchall()
    return [kind for kind, sql in found if _is_plain(kind, sql)] == ["table"]


def _is_plain(kind: object, sql: object) -> bool:
    return kind == "table" and isinstance(sql, str) and sql.startswith("CREATE TABLE ") and not _COMPUTED.search(sql)


def _is_of_sqlite(kind: object, name: str, sql: str, full_texts: Collection[str]) -> bool:
    """Tell whether SQLite made this table or index itself, to support one of ours."""
    if kind == "index":
        return name.startswith("sqlite_autoindex_") and not sql
    is_named_so = name == "sqlite_sequence" or name.startswith("sqlite_stat") or name.rpartition("_")[0] in full_texts
    return is_named_so and _is_plain(kind, sql)


def has_numbers_left(connection: Connection, table: str, most: int) -> bool:
    """Tell whether an AUTOINCREMENT table can still number new rows up to `most`: a forged counter would leave none.

    Raises:
        sqlite3.Error: the database cannot be read.

    """
    counted = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchall()
    return all(isinstance(last, int) and 0 <= last < most for (last,) in counted)


def are_regular_files(path: Path) -> bool:
    """Tell whether a database and its side files are regular files, as far as they exist.

    SQLite would follow a link, and wait forever for a named pipe.

    Raises:
        OSError: a file cannot be examined.

    """
    for suffix in ("", *SIDE_FILES):
        try:
            mode = os.lstat(f"{path}{suffix}").st_mode
        except FileNotFoundError:
            continue
        if not stat.S_ISREG(mode):
            return False
    return True
