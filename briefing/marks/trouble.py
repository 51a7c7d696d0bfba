"""Owns saying in words what SQLite has to say, and telling what is damage from what passes."""

from __future__ import annotations

import sqlite3

from briefing.marks.values import MarksBusyError, MarksError
from briefing.safetext import visible

_PRIMARY = 0xFF
"""The part of SQLite's error code that names the kind of error."""
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NOT_PERMITTED = ("its file may not be written", "make the file and its folder writable")
_REASONS = {
    sqlite3.SQLITE_BUSY: ("another program is using its file", "try again when it is done"),
    sqlite3.SQLITE_LOCKED: ("another program is using its file", "try again when it is done"),
    sqlite3.SQLITE_FULL: ("there is no space left on the disk", "make room and try again"),
    sqlite3.SQLITE_READONLY: _NOT_PERMITTED,
    sqlite3.SQLITE_CANTOPEN: _NOT_PERMITTED,
    sqlite3.SQLITE_PERM: _NOT_PERMITTED,
    sqlite3.SQLITE_IOERR: ("the disk does not take or give its data", "look whether the disk is full or failing"),
}


def kind(error: sqlite3.Error) -> int:
    """Return SQLite's primary code of the error; 0 for those that Python's module finds by itself."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is no database, or one that is broken."""
    return kind(error) in _DAMAGE


def reason(error: sqlite3.Error) -> tuple[str, str]:
    """Return why it did not work, and what to do."""
    return _REASONS.get(kind(error), (f"the database says: {visible(str(error))}", "start the program again"))


def spoken(error: sqlite3.Error, what: str) -> MarksError:
    """Return our own exception for one of SQLite's; `what` is what did not happen: "nothing was marked"."""
    why, remedy = reason(error)
    sort = MarksBusyError if kind(error) in _BUSY else MarksError
    return sort(f"{what}: {why}; {remedy}")
