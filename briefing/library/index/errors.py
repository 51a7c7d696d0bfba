"""Errors of the index, as sentences for the reader. SQLite's errors are turned into them here and nowhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.base.problems import BriefingError
from briefing.library.databases import primary_code, unicode_errors_as


class IndexUnusableError(BriefingError):
    """The index cannot be used. The text is a sentence without a full stop."""


class IndexBusyError(IndexUnusableError):
    """Another program writes into the index. Nothing is wrong with it."""


class IndexDamagedError(IndexUnusableError):
    """The file is not a sound index. It is to be deleted and built again."""


class MarksUnreadableError(BriefingError):
    """The marks that a query asks for cannot be read. The text says why, and what became of the file."""


_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_OF_THE_SYSTEM = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}
"""Result codes whose cause lies outside the file. Every other error means that the file is damaged."""


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file is at fault, not another program or the system."""
    return primary_code(error) not in _BUSY | _OF_THE_SYSTEM


@contextmanager
def index_errors() -> Iterator[None]:
    """Turn SQLite's errors into the errors above.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexDamagedError: the file is damaged.
        IndexUnusableError: the system is at fault.

    """
    try:
        with unicode_errors_as(sqlite3.OperationalError):
            yield
    except sqlite3.Error as error:
        if primary_code(error) in _BUSY:
            raise IndexBusyError("another program writes into the index") from error
        kind = IndexDamagedError if is_damage(error) else IndexUnusableError
        raise kind(f"the index cannot be used: {error}") from error
