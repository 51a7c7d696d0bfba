"""The open marks database: its lock, its transactions, and what happens when its file is replaced or damaged.

All threads share one connection and one lock. SQLite allows only one writer anyway; and a connection per thread would
stay open when its thread ends, and could block another one of the same process.
"""

from __future__ import annotations

import sqlite3
from _thread import RLock  # `threading` takes ten times as long to import
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import visible
from briefing.library.databases import unicode_errors_as
from briefing.library.marks.errors import MarksDamagedError, MarksError, is_content_fault, is_damage, marks_error
from briefing.library.marks.opening import file_identity, keep_copy, open_database, replace_damaged


class Generation(NamedTuple):
    """A value that changes whenever somebody marks something."""

    opened: int
    """How often the file was opened: it may have been replaced."""
    others: int
    """SQLite's count of changes by other connections, in this process or another."""
    own: int
    """Number of transactions written through this store."""


class MarkStore:
    """The database. Threads use it one at a time."""

    def __init__(self, path: Path | None) -> None:
        """Open the file, or a database in memory if that fails."""
        self._path = path
        self._lock = RLock()
        self._opened = 1
        self._own = 0
        self._database = open_database(path)

    @property
    def problem(self) -> str | None:
        """What the reader should know about how it was opened, as one sentence. None: nothing."""
        return self._database.problem

    @property
    def path(self) -> Path | None:
        """Where the file is. None: the marks are in memory, for this run."""
        return None if self._database.identity is None else self._path

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for statements that change nothing.

        Raises:
            MarksError: the file cannot be read.

        """
        with self._lock, self._marks_errors("your marks cannot be read"):
            yield self._current()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one transaction, which is committed as a whole or not at all.

        Raises:
            MarksBusyError: another process holds the file for too long.
            MarksError: the file cannot be written.

        """
        with self._lock, self._marks_errors("nothing was marked"):
            connection = self._current()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
                self._own += 1
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def generation(self) -> Generation:
        """Return a value that changes whenever marks are set, here or elsewhere.

        Raises:
            MarksError: the file cannot be read.

        """
        with self.reading() as connection:
            others: int = connection.execute("PRAGMA data_version").fetchone()[0]
            return Generation(self._opened, others, self._own)

    def keep_copy(self) -> str:
        """Copy the file before something damaged in it is dropped.

        Returns the end of a sentence, which says where the copy is.

        Raises:
            MarksError: the copy cannot be written.

        """
        with self._lock, self._marks_errors("your marks cannot be copied"):
            path, connection = self.path, self._current()
            if path is None:
                return ""
            try:
                aside = keep_copy(connection, path)
            except OSError as error:
                raise MarksError(f"{visible(str(path))} cannot be copied: {error.strerror}") from error
            return f" in {visible(str(path))}, of which a copy is kept as {visible(aside.name)}"

    def replace_damaged(self) -> str:
        """Rename the file, which was found to be damaged, and begin a new one; return a sentence that says so."""
        with self._lock:
            path = self.path
            return "your marks are damaged" if path is None else self._replace(path)

    def close(self) -> None:
        """Close the database; it cannot be used afterwards."""
        with self._lock:
            self._database.connection.close()

    def _current(self) -> sqlite3.Connection:
        """Return the connection to the file that has the path now: marks written to a renamed file would be lost."""
        if self.path is not None and file_identity(self.path) != self._database.identity:
            self._open_again()
        return self._database.connection

    def _open_again(self) -> None:
        self._database.connection.close()
        self._database = open_database(self._path)
        self._opened += 1
        if self._database.problem is not None:
            raise MarksError(self._database.problem)

    @contextmanager
    def _marks_errors(self, what: str) -> Iterator[None]:
        try:
            with unicode_errors_as(sqlite3.OperationalError):
                yield
        except MarksDamagedError as error:
            raise MarksError(str(error) if self.path is None else self._replace(self.path)) from error
        except sqlite3.Error as error:
            if self.path is not None and is_damage(error):
                raise MarksError(self._replace(self.path)) from error
            if self.path is not None and is_content_fault(error):
                self._open_again()
            raise marks_error(error, what) from error

    def _replace(self, path: Path) -> str:
        """Rename the damaged file and begin a new one; return a sentence that says so."""
        self._database.connection.close()
        try:
            sentence = replace_damaged(path, self._database.identity)
        except OSError as error:
            sentence = f"your marks are damaged, and the file cannot be renamed: {error.strerror}"
        self._database = open_database(path)
        self._opened += 1
        return sentence if self._database.problem is None else f"{sentence}; {self._database.problem}"
