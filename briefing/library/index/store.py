"""Owns the file of an index and its connections: opening it, telling good from bad, one connection a thread.

An index is thrown away as soon as anything is wrong with it: it can be built anew.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.base.private_files import close_to_others, make_private_folder
from briefing.base.safe_text import visible
from briefing.library.databases import SIDE_FILES, are_regular_files, harden, has_exactly, has_numbers_left
from briefing.library.index.checked_values import MOST_ROW
from briefing.library.index.errors import (
    IndexBusyError,
    IndexDamagedError,
    IndexUnusableError,
    MarksUnreadableError,
    index_errors,
)
from briefing.library.index.schema import APPLICATION, FULL_TEXTS, MADE, TABLES, VERSION

__all__ = [
    "IndexBusyError",
    "IndexDamagedError",
    "IndexStore",
    "IndexUnusableError",
    "MarksUnreadableError",
    "delete_index",
    "index_errors",
    "index_file",
    "open_cached_index",
    "open_index",
]

_PATIENCE = 300
"""Milliseconds to wait for another program that writes."""
_PAGES = -500
"""Kilobytes of the file that a connection keeps, as a negative number: each thread has one, the system has more."""
_LONGEST = 1 << 25
"""Bytes of one value: a saved text, which is compressed, has half of that."""
_LONGEST_WRITTEN = 1 << 29
"""Bytes of one value that is written: the words of a saved text, folded, may take eleven times as many as the text."""
_NEWER = 1000
"""Versions that this program may have in later years: a greater one is no version."""


class IndexStore:
    """The file of one index. May be used from several threads: each has a connection of its own."""

    def __init__(self, path: Path | None) -> None:
        """Take a file that was found good; None: in memory, with one connection for all threads."""
        self.path = path
        self.folder: tempfile.TemporaryDirectory[str] | None = None
        """Holds the file when it is for this time only, and goes with the store."""
        self._place = _file_identity(path)
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self.lock = threading.RLock()
        """Held by whoever writes; in memory also by whoever reads."""
        self._one = (
            None if path else _with_tables(sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None))
        )

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of this thread."""
        if self._one is not None:
            return self._one
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            with index_errors():
                found = self._local.connection = _connected(self.path or Path())
            self._opened.append(found)
        return found

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection inside a transaction: all of it is kept, or nothing.

        Raises:
            IndexBusyError: another program writes.
            IndexUnusableError: the index is damaged, or the disk is full.

        """
        with self.lock, index_errors():
            connection = self.connection
            connection.execute("BEGIN IMMEDIATE")
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_WRITTEN)
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def generation(self) -> int:
        """Return a number that is another once somebody else has written."""
        with index_errors():
            return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def is_same_file(self) -> bool:
        """Tell whether the file that was opened is still the one of that name: who deletes an index loses nothing."""
        return _file_identity(self.path) == self._place

    def close(self) -> None:
        """Close the connections of all threads; none of them may be at work."""
        for connection in (*self._opened, *filter(None, (self._one,))):
            with suppress(sqlite3.Error):
                connection.close()
        if self.folder is not None:
            self.folder.cleanup()


def _file_identity(path: Path | None) -> tuple[int, int] | None:
    try:
        status = None if path is None else path.stat()
    except OSError:
        return None
    return None if status is None else (status.st_dev, status.st_ino)


def index_file(root: Path, environment: Mapping[str, str]) -> Path | None:
    """Return where the index of a library is kept, or None when the reader has no cache."""
    cache = Path(environment.get("XDG_CACHE_HOME", ""))
    if not cache.is_absolute():  # the XDG Base Directory Specification: relative paths are ignored
        home = environment.get("HOME", "")
        if not os.path.isabs(home):  # noqa: PTH117 - of a text that may be empty
            return None
        cache = Path(home, ".cache")
    from hashlib import blake2b  # loads OpenSSL, which no other part of opening an index needs

    name = blake2b(os.fsencode(os.path.realpath(root)), digest_size=12).hexdigest()
    return cache / "briefing" / f"index-{name}.sqlite"


def open_index(root: Path, environment: Mapping[str, str]) -> tuple[IndexStore, str | None]:
    """Open the index of a library, or begin one; with a sentence when something was wrong with what was found.

    What cannot be used where it belongs is passed by: the index is then built in a temporary place, for this time.
    """
    try:
        return open_cached_index(root, environment)
    except IndexUnusableError as error:
        return _temporary(str(error))


def open_cached_index(root: Path, environment: Mapping[str, str]) -> tuple[IndexStore, str | None]:
    """Open the index of a library where it is kept, or begin one there; with a sentence as `open_index` has it.

    Raises:
        IndexUnusableError: it cannot be kept there, or what is there is not to be touched.

    """
    path = index_file(root, environment)
    if path is None:
        raise IndexUnusableError("there is no folder to keep the index in: HOME and XDG_CACHE_HOME are not set")
    try:
        return _opened(path)
    except IndexUnusableError as error:
        raise type(error)(f"{error} ({visible(str(path))})") from error


def delete_index(path: Path) -> None:
    """Remove an index and what SQLite keeps beside it."""
    for suffix in ("", *SIDE_FILES):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _opened(path: Path) -> tuple[IndexStore, str | None]:
    try:
        make_private_folder(path.parent)
        if not are_regular_files(path):
            raise IndexUnusableError("what stands in the place of the index is no file of its own, such as a link")
        wrong = _fault(path) if path.exists() else None
        if wrong is not None:
            delete_index(path)
        if wrong is not None or not path.exists():
            _create(path)
        close_to_others(path)
    except OSError as error:
        raise IndexUnusableError(f"the index cannot be kept: {error.strerror}") from error
    return IndexStore(path), None if wrong is None else f"the index was {wrong}, so it is built anew"


def _fault(path: Path) -> str | None:
    """Say what is wrong with an index that is there, or None.

    Raises:
        IndexBusyError: another program writes.
        IndexUnusableError: it is from a newer version of this program, which goes on using it, or cannot be opened.

    """
    if path.stat().st_size < _length(path) and not _is_begun(path):
        return "cut short"
    try:
        with index_errors():
            connection = _connected(path)
            try:
                application = connection.execute("PRAGMA application_id").fetchone()[0]
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                is_whole = application == APPLICATION and (version != VERSION or _is_whole(connection))
            finally:
                connection.close()
    except IndexBusyError:
        raise
    except IndexUnusableError:
        return "damaged" if os.access(path, os.R_OK | os.W_OK) else _not_permitted()
    if not is_whole or not 0 < version < VERSION + _NEWER:
        return "damaged"
    if version > VERSION:
        raise IndexUnusableError("the index is from a newer version of this program, and is left alone")
    return "from an older version" if version < VERSION else None


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether an index has what it must have, and can be read. What it says is looked at when it is asked."""
    connection.execute("SELECT row FROM brief LIMIT 1").fetchone()
    connection.execute("SELECT rows FROM view LIMIT 1").fetchone()
    last = connection.execute("SELECT max(row) FROM brief").fetchone()[0] or 0
    is_numbered = last < MOST_ROW and has_numbers_left(connection, "brief", MOST_ROW)
    return is_numbered and has_exactly(connection, MADE, FULL_TEXTS)


def _length(path: Path) -> int:
    """Return how many bytes a database says that it has (SQLite's file format, section 1.3)."""
    with path.open("rb") as file:
        head = file.read(32)
    return int.from_bytes(head[16:18]) * int.from_bytes(head[28:32])


def _is_begun(path: Path) -> bool:
    """Tell whether what was written last is still to be carried over, so that SQLite knows better what is missing."""
    beside = path.with_name(path.name + "-wal")
    return beside.exists() and beside.stat().st_size > 0


def _not_permitted() -> str:
    raise IndexUnusableError("the index may not be read and written")


def _create(path: Path) -> None:
    """Make an empty index, whole or not at all.

    The disk is not waited for, which took 30 to 100 ms: after a power cut it is found damaged, and begun once more.
    """
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
        with suppress(FileExistsError):  # another program was quicker, and its index is as good
            os.link(new, path)
    finally:
        delete_index(new)


def _temporary(sentence: str) -> tuple[IndexStore, str]:
    try:
        folder = tempfile.TemporaryDirectory(prefix="briefing-")
        path = Path(folder.name, "index.sqlite")
        _create(path)
    except (OSError, IndexUnusableError):
        return IndexStore(None), f"{sentence}, so it is built in memory"
    store = IndexStore(path)
    store.folder = folder
    return store, f"{sentence}, so it is built for this time only"


def _connected(path: Path) -> sqlite3.Connection:
    # check_same_thread: whoever closes the store closes the connections of all threads.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_PATIENCE / 1000,
    )
    try:
        harden(connection, _LONGEST)
        connection.execute(f"PRAGMA cache_size={_PAGES}")
        connection.execute("PRAGMA synchronous=NORMAL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _with_tables(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.executescript(TABLES)
    return connection
