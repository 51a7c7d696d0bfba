"""The connection that this program opens its databases with."""

from __future__ import annotations

from contextlib import suppress
from sqlite3 import Connection as SqliteConnection
from sqlite3 import ProgrammingError


class ClosingConnection(SqliteConnection):
    """A connection that is closed when nothing refers to it any more. Python 3.13 warns of one that is left open."""

    def __del__(self) -> None:
        """Close it, unless it could not be opened at all."""
        with suppress(ProgrammingError):
            self.close()
