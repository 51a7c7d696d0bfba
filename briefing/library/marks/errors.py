"""The errors of the marks file as sentences for the reader, and telling damage from passing trouble."""

from __future__ import annotations

import sqlite3

from briefing.base.problems import BriefingError
from briefing.base.safe_text import visible
from briefing.library.databases import primary_code


class MarksError(BriefingError):
    """Marks cannot be read or written. Nothing was marked; earlier marks are still stored somewhere."""


class MarksDamagedError(MarksError):
    """The file holds something that no marks file holds. The open store renames the file and reports it."""


class MarksBusyError(MarksError):
    """Another program holds the file for too long. Nothing was marked, and trying again makes sense."""


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
    sqlite3.SQLITE_PROTOCOL: ("another program is using its file", "try again when it is done"),
    sqlite3.SQLITE_IOERR: ("the disk reports an error", "check whether the disk is full or failing"),
}


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file is not a database, or a broken one; text that is not UTF-8 counts as damage."""
    code = primary_code(error)
    return code in _DAMAGE or (code == 0 and isinstance(error, sqlite3.OperationalError))


def is_content_fault(error: sqlite3.Error) -> bool:
    """Tell whether the contents of the file may be at fault: other tables, or values that do not fit."""
    return primary_code(error) not in {0, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_NOMEM, *_REASONS}


def reason(error: sqlite3.Error) -> tuple[str, str]:
    """Return why it failed, and what to do about it."""
    return _REASONS.get(primary_code(error), (f"the database says: {visible(str(error))}", "start the program again"))


def marks_error(error: sqlite3.Error, what: str) -> MarksError:
    """Return our exception for one of SQLite's; `what` says what did not happen: "nothing was marked"."""
    why, remedy = reason(error)
    sort = MarksBusyError if primary_code(error) in _BUSY else MarksError
    return sort(f"{what}: {why}; {remedy}")
