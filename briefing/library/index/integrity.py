"""Integrity check of a whole index, page by page: unnoticed damage would hide briefs from searches."""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress

from briefing.library.index.checked_values import damage_error
from briefing.library.index.errors import IndexBusyError, index_errors
from briefing.library.index.schema import BRIEF_TEXTS, FULL_TEXTS
from briefing.library.index.store import IndexStore

SMALL, LARGE = 4 << 20, 64 << 20
"""Sizes in bytes up to which an index is checked: at the first scan of each program (up to 25 ms), and when the user
asked for it (up to half a second)."""
_TABLES = ("brief", "gone", "items", "span", "figure", "saved", "view")
"""The checked tables, without `rests`: SQLite 3.40 reports its column order wrongly as damage."""


def require_sound(store: IndexStore, largest: int = SMALL) -> None:
    """Check an index of at most `largest` bytes. The check is skipped while another program writes into the index.

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
    """Tell whether the full texts hold a word if a brief has a title: with damaged pages they may hold none."""
    title = connection.execute("SELECT title FROM brief JOIN items USING (row) LIMIT 1").fetchone()
    if title is None or not isinstance(title[0], str) or not re.search("[A-Za-z]", title[0]):
        return True
    found = (connection.execute(f"SELECT term FROM {table}_vocabulary LIMIT 1").fetchone() for table in BRIEF_TEXTS)  # noqa: S608 - our own names
    return all(found)


def _size(store: IndexStore) -> int:
    """Return the size of the database in bytes."""
    with index_errors():
        pages, size = (store.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * size)


def _require_ok(connection: sqlite3.Connection, table: str) -> None:
    if connection.execute(f"PRAGMA integrity_check({table})").fetchall() != [("ok",)]:
        raise damage_error("a page of it is damaged")
