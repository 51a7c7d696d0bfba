"""Whether all of an index is sound, page by page: damage that nobody comes upon would hide briefs from a search."""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress

from briefing.library.index.checked_values import damage_error
from briefing.library.index.errors import IndexBusyError
from briefing.library.index.schema import FULL_TEXTS
from briefing.library.index.store import IndexStore, index_errors

SMALL, LARGE = 4 << 20, 64 << 20
"""Bytes of an index that is looked through at the first look of each program, in up to 25 ms; and of one that is when
that was asked for, in up to half a second."""
_OF_BRIEFS = ("words", "heads")
_TABLES = ("brief", "gone", "items", "span", "figure", "saved", "view")
"""Without `rests`: of its order of columns SQLite 3.40 says what is not so."""


def require_sound(store: IndexStore, largest: int = SMALL) -> None:
    """Look through an index that has at most so many bytes. While another program writes into it, it is passed by.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    if store.path is None:
        return
    with index_errors():
        if not _has_words(store.connection):
            raise damage_error("it has lost its words")
    if _size(store) > largest:
        return
    with suppress(IndexBusyError), store.writing() as connection:
        for table in _TABLES:
            _require_ok(connection, table)
        for table in FULL_TEXTS:
            for part in ("data", "idx", "config"):
                _require_ok(connection, f"{table}_{part}")
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608 - our own names


def _has_words(connection: sqlite3.Connection) -> bool:
    """Tell whether the full texts hold any word where there is a text: one whose pages are damaged may hold none."""
    title = connection.execute("SELECT title FROM brief JOIN items USING (row) LIMIT 1").fetchone()
    if title is None or not isinstance(title[0], str) or not re.search("[A-Za-z]", title[0]):
        return True
    found = (connection.execute(f"SELECT term FROM {table}_vocabulary LIMIT 1").fetchone() for table in _OF_BRIEFS)  # noqa: S608 - our own names
    return all(found)


def _size(store: IndexStore) -> int:
    """Return bytes."""
    with index_errors():
        pages, size = (store.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * size)


def _require_ok(connection: sqlite3.Connection, table: str) -> None:
    if connection.execute(f"PRAGMA integrity_check({table})").fetchall() != [("ok",)]:
        raise damage_error("a page of it is damaged")
