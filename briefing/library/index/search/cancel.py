"""Cancelling a running search from another thread."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.base.problems import BriefingError
from briefing.library.databases import primary_code


class SearchCancelledError(BriefingError):
    """The search was cancelled."""


class CancelToken:
    """Cancels one search, also while SQLite is running a statement of it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._is_given_up = False

    def cancel(self) -> None:
        """Cancel the search, whether it runs or has not begun: it raises `SearchCancelledError`."""
        with self._lock:
            self._is_given_up = True
            if self._connection is not None:
                self._connection.interrupt()

    def raise_if_cancelled(self) -> None:
        """Check between two steps of the search.

        Raises:
            SearchCancelledError: it was cancelled.

        """
        if self._is_given_up:
            raise SearchCancelledError

    @contextmanager
    def running_on(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Run statements on a connection, which `cancel` interrupts.

        Raises:
            SearchCancelledError: the search was cancelled.

        """
        with self._lock:
            if self._is_given_up:
                raise SearchCancelledError
            self._connection = connection
        try:
            yield
        except sqlite3.OperationalError as error:
            if primary_code(error) == sqlite3.SQLITE_INTERRUPT:
                raise SearchCancelledError from error
            raise
        finally:
            with self._lock:
                self._connection = None
