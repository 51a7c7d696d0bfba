"""Owns what can be wrong with an index, as errors that are sentences. Nobody else catches what SQLite raises."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.base.problems import BriefingError
from briefing.library.databases import primary_code, unicode_errors_as


class IndexUnusableError(BriefingError):
    """The index cannot be used. Its text is a sentence without a full stop."""


class IndexBusyError(IndexUnusableError):
    """Another program writes into the index; nothing is wrong with it."""


class IndexDamagedError(IndexUnusableError):
    """The file holds something else than an index holds; to be forgotten and built anew."""


class MarksUnreadableError(BriefingError):
    """The marks that an index is asked together with cannot be read. Its text says why, and what became of them."""


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
"""What SQLite cannot do for reasons that lie outside the file. All else is the fault of what is in it."""


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether what is in a file is at fault, not another program or the system."""
    return primary_code(error) not in _BUSY | _OF_THE_SYSTEM


@contextmanager
def index_errors() -> Iterator[None]:
    """Turn what SQLite raises into a sentence."""
    try:
        with unicode_errors_as(sqlite3.OperationalError):
            yield
    except sqlite3.Error as error:
        if primary_code(error) in _BUSY:
            raise IndexBusyError("another program writes into the index") from error
        kind = IndexDamagedError if is_damage(error) else IndexUnusableError
        raise kind(f"the index cannot be used: {error}") from error
