"""The marks file: its path, opening it, and renaming one that cannot be read. A marks file is never deleted."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from _thread import allocate_lock  # `threading` takes ten times as long to import
from collections.abc import Mapping
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import state_folder
from briefing.base.private_files import close_to_others, create_empty_private_file, make_private_folder
from briefing.base.safe_text import visible
from briefing.library.connections import ClosingConnection
from briefing.library.databases import SIDE_FILES, are_regular_files, unicode_errors_as
from briefing.library.marks.errors import MarksError, is_content_fault, is_damage, reason
from briefing.library.marks.schema import NewerVersionError, NotMarksError, is_current, make_tables, prepare

BUSY_SECONDS = 0.3
"""How long a statement waits for another process. SQLite retries during that time."""

_FOR_THIS_RUN = "marks last for this run only"
_PERMIT = "make the file and its folder writable"
_NO_FILE = "is not a regular file, or a file that belongs to it is not"
_LINK = "is not a regular file but a link, through which nothing is written"
_OPENING = allocate_lock()
"""Closing a file that was just created would drop the locks that another thread holds on it (POSIX)."""


class FileIdentity(NamedTuple):
    """Identifies a file independently of its name."""

    device: int
    inode: int


class Database(NamedTuple):
    """An open database of marks."""

    connection: sqlite3.Connection
    """In autocommit mode; may be used from every thread, by one at a time."""
    identity: FileIdentity | None
    """None: the database is in memory."""
    problem: str | None = None
    """What the reader should know, as one sentence. None: nothing."""


def marks_file(environment: Mapping[str, str]) -> Path | None:
    """Return the path of the marks file, or None if the environment names no folder for it."""
    folder = state_folder(environment)
    return None if folder is None else folder / "briefing" / "marks.sqlite"


def open_database(path: Path | None) -> Database:
    """Open the file, or a database in memory if that fails. Never raises: `problem` says what happened."""
    if path is None:
        sentence = f"there is no place to keep marks, so {_FOR_THIS_RUN}; set HOME or XDG_STATE_HOME"
        return Database(_in_memory(), None, sentence)
    with _OPENING:
        try:
            return _open_or_begin_anew(path)
        except NewerVersionError:
            why, remedy = "is from a newer version of this program", "update it to see your marks"
        except MarksError as error:
            why, remedy = str(error), "move it out of the way and start again"
        except sqlite3.Error as error:
            cause, remedy = reason(error)
            why = f"cannot be used: {cause}"
        except OSError as error:
            sentence = f"{visible(str(path))} cannot be used: {error.strerror}, so {_FOR_THIS_RUN}; {_PERMIT}"
            return Database(_copy_in_memory(path), None, sentence)
        return Database(_in_memory(), None, f"{visible(str(path))} {why}, so {_FOR_THIS_RUN}; {remedy}")


def file_identity(path: Path) -> FileIdentity | None:
    """Identify the file at the path, or return None if there is none."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return FileIdentity(status.st_dev, status.st_ino)


def replace_damaged(path: Path, damaged: FileIdentity | None) -> str:
    """Rename the damaged file with its side files, and return a sentence that says so.

    Raises:
        OSError: the file cannot be renamed; it is unchanged.

    """
    name = visible(str(path))
    if file_identity(path) != damaged:
        return f"{name} could not be read as marks, and another reader has begun a new one"
    aside = _free_name(path)
    # Side files first: a journal left behind would be applied to the new file.
    for suffix in SIDE_FILES:
        with suppress(FileNotFoundError):
            Path(f"{path}{suffix}").rename(f"{aside}{suffix}")
    path.replace(aside)
    return f"{name} cannot be read as marks and was renamed {visible(aside.name)}, so your marks start empty"


def keep_copy(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the database to a file beside it, and return the path of the copy.

    Raises:
        OSError: the copy cannot be written.
        sqlite3.Error: the copy cannot be written, or the database not be read.

    """
    aside = _free_name(path)
    try:
        with closing(sqlite3.connect(aside, isolation_level=None)) as copy:
            connection.backup(copy)
    except sqlite3.Error:
        aside.unlink()
        raise
    return aside


def _open_or_begin_anew(path: Path) -> Database:
    file = _require_file(path)
    try:
        return Database(_connect(path), file)
    except NotMarksError:
        pass
    except sqlite3.Error as error:
        if not (is_damage(error) or is_content_fault(error)):
            raise
    problem = replace_damaged(path, file)
    try:
        file = _require_file(path)
        return Database(_connect(path), file, problem)
    except (OSError, MarksError, sqlite3.Error):
        return Database(_in_memory(), None, f"{problem}, which cannot be kept either: {_FOR_THIS_RUN}")


def _require_file(path: Path) -> FileIdentity:
    """Create the file and its folder if they are missing, readable by the user only; return the identity of the file.

    Raises:
        MarksError: something that is not a file is in its place.
        OSError: it cannot be created, or may not be written.

    """
    make_private_folder(path.parent)
    with suppress(FileExistsError):
        create_empty_private_file(path)
    _require_regular(path)
    close_to_others(path)
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)):
        raise PermissionError(errno.EACCES, "it may not be written")
    status = path.lstat()
    return FileIdentity(status.st_dev, status.st_ino)


def _require_regular(path: Path) -> None:
    """Refuse links, folders and pipes, which SQLite would open.

    Raises:
        MarksError: the file or one of its side files is not a regular file.
        OSError: it cannot be examined.

    """
    if not are_regular_files(path):
        raise MarksError(_LINK if path.is_symlink() else _NO_FILE)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, factory=ClosingConnection
    )
    try:
        # SQLite treats one byte as an empty file, and a truncated page as one that ends in zeros.
        if path.stat().st_size == 1:
            raise NotMarksError("all but a byte is missing")
        with unicode_errors_as(sqlite3.OperationalError):
            prepare(connection)
            page: int = connection.execute("PRAGMA page_size").fetchone()[0]
        if path.stat().st_size % page:
            raise NotMarksError("its end is missing")
    except (OSError, sqlite3.Error, MarksError):
        connection.close()
        raise
    return connection


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False, factory=ClosingConnection)
    make_tables(connection)
    return connection


def _copy_in_memory(path: Path) -> sqlite3.Connection:
    """Return a database in memory with the marks of a file that can be read but not written.

    If that fails, the database is empty.
    """
    copy = _in_memory()
    try:
        _require_regular(path)
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as source:
            with unicode_errors_as(sqlite3.OperationalError):
                is_whole = is_current(source)
            if is_whole:
                source.backup(copy)
    except (OSError, MarksError, sqlite3.Error):
        copy.close()
        return _in_memory()  # an incomplete copy is of no use
    return copy


def _free_name(path: Path) -> Path:
    """Reserve a name for a file that is set aside."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    for number in count(1):
        aside = path.with_name(f"{path.name}.damaged-{stamp}{f'-{number}' if number > 1 else ''}")
        if any(os.path.lexists(f"{aside}{suffix}") for suffix in SIDE_FILES):
            continue
        with suppress(FileExistsError):
            create_empty_private_file(aside)
            return aside
    raise AssertionError  # count() has no end
