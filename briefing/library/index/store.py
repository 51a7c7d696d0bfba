"""The file of an index and its connections, one per thread: opening it, and recognising a damaged one.

An index is deleted as soon as anything is wrong with it: it can be built again.
"""

from __future__ import annotations

import os
import sqlite3
from _thread import RLock, _local  # `threading` takes ten times as long to import
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from briefing.base.blake2 import blake2b
from briefing.base.paths import user_folder
from briefing.base.private_files import close_to_others, make_private_folder
from briefing.base.safe_text import visible
from briefing.library.connections import ClosingConnection
from briefing.library.databases import are_regular_files, harden, has_exactly, has_numbers_left
from briefing.library.index.checked_values import MOST_ROW
from briefing.library.index.create import create_index, delete_index
from briefing.library.index.errors import IndexBusyError, IndexUnusableError, index_errors
from briefing.library.index.schema import APPLICATION, FULL_TEXTS, MADE, TABLES, VERSION

_PATIENCE = 300
"""Milliseconds to wait for another program that writes."""
_PAGES = -500
"""Page cache of a connection in kibibytes, as a negative number: each thread has one, and the system caches as well."""
_LONGEST = 1 << 25
"""Greatest size of one value in bytes: a compressed saved text has at most half of that."""
_LONGEST_WRITTEN = 1 << 29
"""The same while writing: the folded words of a saved text may take eleven times as many bytes as the text."""
_NEWER = 1000
"""Versions that later programs may use: a greater number is damage."""


class IndexStore:
    """The file of one index. May be used from several threads: each has its own connection."""

    def __init__(self, path: Path | None) -> None:
        """Take a file that was checked before; None: an index in memory, with one connection for all threads."""
        self.path = path
        self.delete_folder: Callable[[], None] | None = None
        """Deletes the temporary folder that holds the file if it is for this run only; called by `close`. None: no
        such folder."""
        self._place = _file_identity(path)
        self._local = _local()
        self._opened: list[sqlite3.Connection] = []
        self.lock = RLock()
        """Held while writing; for an index in memory, also while reading."""
        self._one = (
            None
            if path
            else _with_tables(
                sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None, factory=ClosingConnection)
            )
        )

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of the current thread."""
        if self._one is not None:
            return self._one
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            with index_errors():
                found = self._local.connection = _connected(self.path or Path())
            self._opened.append(found)
        return found

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection of the current thread for a longer query, for which an index in memory is locked.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        with self.lock if self.path is None else nullcontext(), index_errors():
            yield self.connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection inside a transaction, which is committed as a whole or not at all.

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
        """Return a number that changes when another connection has written."""
        with index_errors():
            return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def is_same_file(self) -> bool:
        """Tell whether the path still leads to the opened file; somebody may have deleted or replaced the index."""
        return _file_identity(self.path) == self._place

    def close(self) -> None:
        """Close the connections of all threads, none of which may be in use."""
        for connection in (*self._opened, *filter(None, (self._one,))):
            with suppress(sqlite3.Error):
                connection.close()
        if self.delete_folder is not None:
            self.delete_folder()


def _file_identity(path: Path | None) -> tuple[int, int] | None:
    try:
        status = None if path is None else path.stat()
    except OSError:
        return None
    return None if status is None else (status.st_dev, status.st_ino)


def index_file(root: Path, environment: Mapping[str, str]) -> Path | None:
    """Return the path of a library's index, or None if the reader has no cache folder."""
    cache = user_folder(environment, "XDG_CACHE_HOME", ".cache")
    if cache is None:
        return None
    name = blake2b(os.fsencode(os.path.realpath(root)), digest_size=12).hexdigest()
    return cache / "briefing" / f"index-{name}.sqlite"


def open_index(root: Path, environment: Mapping[str, str]) -> tuple[IndexStore, str | None]:
    """Open the index of a library, or create it; also return a sentence if something was wrong with it.

    If the index cannot be used in its proper place, a temporary one is created for this run.
    """
    try:
        return open_cached_index(root, environment)
    except IndexUnusableError as error:
        return _temporary(str(error))


def open_cached_index(root: Path, environment: Mapping[str, str]) -> tuple[IndexStore, str | None]:
    """Open the index of a library in the cache folder, or create it there; also return a sentence as `open_index` does.

    Raises:
        IndexUnusableError: the index cannot be stored there, or the file there must not be touched.

    """
    path = index_file(root, environment)
    if path is None:
        raise IndexUnusableError("there is no folder to keep the index in: HOME and XDG_CACHE_HOME are not set")
    try:
        return _opened(path)
    except IndexUnusableError as error:
        raise type(error)(f"{error} ({visible(str(path))})") from error


def _opened(path: Path) -> tuple[IndexStore, str | None]:
    try:
        make_private_folder(path.parent)
        if not are_regular_files(path):
            raise IndexUnusableError(
                "what is in the place of the index is not a regular file, but a link, for instance"
            )
        wrong = _fault(path) if path.exists() else None
        if wrong is not None:
            delete_index(path)
        if wrong is not None or not path.exists():
            create_index(path)
        close_to_others(path)
    except OSError as error:
        raise IndexUnusableError(f"the index cannot be stored: {error.strerror}") from error
    return IndexStore(path), None if wrong is None else f"the index was {wrong}, so it is rebuilt"


def _fault(path: Path) -> str | None:
    """Say what is wrong with an existing index, or return None.

    Raises:
        IndexBusyError: another program writes.
        IndexUnusableError: a newer version of this program has made it and goes on using it, or it cannot be opened.

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
    except IndexUnusableError as error:
        if not os.access(path, os.R_OK | os.W_OK):
            raise IndexUnusableError("the index may not be read and written") from error
        return "damaged"
    if not is_whole or not 0 < version < VERSION + _NEWER:
        return "damaged"
    if version > VERSION:
        raise IndexUnusableError("the index is from a newer version of this program, and is left alone")
    return "from an older version" if version < VERSION else None


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether an index has all its tables and can be read. Its values are checked when they are used."""
    connection.execute("SELECT row FROM brief LIMIT 1").fetchone()
    connection.execute("SELECT rows FROM view LIMIT 1").fetchone()
    last = connection.execute("SELECT max(row) FROM brief").fetchone()[0] or 0
    is_numbered = last < MOST_ROW and has_numbers_left(connection, "brief", MOST_ROW)
    return is_numbered and has_exactly(connection, MADE, FULL_TEXTS)


def _length(path: Path) -> int:
    """Return the size in bytes that a database states in its header (SQLite's file format, section 1.3)."""
    with path.open("rb") as file:
        head = file.read(32)
    return int.from_bytes(head[16:18]) * int.from_bytes(head[28:32])


def _is_begun(path: Path) -> bool:
    """Tell whether the write-ahead log is not empty: then SQLite can repair what the file lacks."""
    beside = path.with_name(path.name + "-wal")
    return beside.exists() and beside.stat().st_size > 0


def _temporary(sentence: str) -> tuple[IndexStore, str]:
    import tempfile

    try:
        folder = tempfile.TemporaryDirectory(prefix="briefing-")
        path = Path(folder.name, "index.sqlite")
        create_index(path)
    except (OSError, IndexUnusableError):
        return IndexStore(None), f"{sentence}, so it is built in memory"
    store = IndexStore(path)
    store.delete_folder = folder.cleanup
    return store, f"{sentence}, so it is built for this run only"


def _connected(path: Path) -> sqlite3.Connection:
    # check_same_thread: one thread closes the connections of all.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_PATIENCE / 1000,
        factory=ClosingConnection,
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
