"""SQLite opened with care: a database may be damaged, or made by somebody who means harm."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

SIDE_FILES = ("-journal", "-wal", "-shm")
"""What SQLite may have beside a database, behind its name."""

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
"""A little more than any statement of ours needs, by the numbers that sqlite3_limit() has for it."""
_DEFENSIVE, _VIEWS = 1010, 1015
"""Numbers that sqlite3_db_config() has for keeping SQLite's own tables to itself, and for allowing views."""
_COMPUTED = re.compile(r"\bAS\b", re.IGNORECASE)
"""What a table has in its SQL whose columns are worked out as they are read."""
_FTS = ("_data", "_idx", "_config")
"""What each full text has of FTS5, behind its name."""
_PRIMARY = 0xFF


class Cursor(Protocol):
    """What a statement has found."""

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        """Yield it row by row."""

    def fetchall(self) -> list[tuple[object, ...]]:
        """Return all of it."""


class Connection(Protocol):
    """A connection of Python's `sqlite3`, which only those know who have tables in a database."""

    def execute(self, statement: str, values: tuple[str, ...] = ..., /) -> Cursor:
        """Run a statement."""

    def setlimit(self, category: int, limit: int, /) -> int:
        """Set a limit, and return what it was."""


def harden(connection: Connection, longest: int) -> None:
    """Have a connection trust nothing that a database says; no value of it may take more bytes than that.

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
    """Let all that SQLite has to say be an error of this kind, one of its own.

    Its messages quote what stands in a file, and where that is not UTF-8 Python raises what decoding them raises.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise kind("what stands in it is not UTF-8") from error


def primary_code(error: Exception) -> int:
    """Return SQLite's primary code of an error; 0 for those that Python's module finds by itself."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY


def has_exactly(
    connection: Connection, made: Mapping[str, str], full_texts: Collection[str] = (), database: str = "main"
) -> bool:
    """Tell whether a database has what was made in it, and nothing else: no view or trigger in place of a table.

    `made` is the SQL of each table and index by its name; `full_texts` are those tables for which FTS5 has made others.

    Raises:
        sqlite3.Error: it cannot be read.

    """
    missing: dict[str, str | None] = {
        **made,
        **dict.fromkeys(f"{table}{suffix}" for table in full_texts for suffix in _FTS),
    }
    for kind, name, sql in connection.execute(f"SELECT type, name, sql FROM {database}.sqlite_master"):  # noqa: S608 - our own
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
    """Tell whether a database has a table of that name, all of which is kept and nothing worked out.

    Raises:
        sqlite3.Error: it cannot be read.

    """
    query = f"SELECT type, sql FROM {database}.sqlite_master WHERE name = ?"  # noqa: S608 - our own
    found = connection.execute(query, (table,)).fetchall()
    return [kind for kind, sql in found if _is_plain(kind, sql)] == ["table"]


def _is_plain(kind: object, sql: object) -> bool:
    return kind == "table" and isinstance(sql, str) and sql.startswith("CREATE TABLE ") and not _COMPUTED.search(sql)


def _is_of_sqlite(kind: object, name: str, sql: str, full_texts: Collection[str]) -> bool:
    """Tell whether SQLite has made a table or an index by itself, for one of ours."""
    if kind == "index":
        return name.startswith("sqlite_autoindex_") and not sql
    is_named_so = name == "sqlite_sequence" or name.startswith("sqlite_stat") or name.rpartition("_")[0] in full_texts
    return is_named_so and _is_plain(kind, sql)


def has_numbers_left(connection: Connection, table: str, most: int) -> bool:
    """Tell whether a table that counts its rows has numbers left, up to the greatest: a false count would leave none.

    Raises:
        sqlite3.Error: it cannot be read.

    """
    counted = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchall()
    return all(isinstance(last, int) and 0 <= last < most for (last,) in counted)


def are_regular_files(path: Path) -> bool:
    """Tell whether a database and all that is beside it are files of their own, as far as they are there.

    SQLite would follow a link, and wait for a named pipe without end.

    Raises:
        OSError: that cannot be seen.

    """
    for suffix in ("", *SIDE_FILES):
        try:
            mode = os.lstat(f"{path}{suffix}").st_mode
        except FileNotFoundError:
            continue
        if not stat.S_ISREG(mode):
            return False
    return True
