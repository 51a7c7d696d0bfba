"""Owns the first rows of an answer, found without the others: a screenful stands there before all are known."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple

from briefing.library.index.checked_values import rows as rows_of
from briefing.library.index.rows import Listing
from briefing.library.index.search.cancel import Running
from briefing.library.index.search.matches import Match, match
from briefing.library.index.store import in_words
from briefing.query.nodes import Query

_FIRST = "{rows} AND rowid NOT IN (SELECT row FROM gone) ORDER BY rowid LIMIT :most"
_IS_AMONG = "{rows} AND rowid = :row"


class Window(NamedTuple):
    """What is to be seen of an answer at once."""

    most: int
    """Rows."""
    here: int | None = None
    """The row at which the reader stays where it is in the answer. None: they go to the first."""


class Glimpse(NamedTuple):
    """The first rows of an answer."""

    rows: Sequence[int]
    """In the order of their numbers."""
    is_whole: bool
    """Whether there are no others."""


def glimpse(
    listing: Listing,
    query: Query,
    window: Window,
    columns: Sequence[str] | None = None,
    running: Running | None = None,
) -> Glimpse | None:
    """Return the first of the rows that `searching.matching` finds, in so large a window.

    None: all have to be known first. That is so where anything but words is asked for, and where the row at which the
    reader stays is one of those behind.

    Raises:
        GivenUpError: it was given up.
        IndexUnusableError: the index is damaged.

    """
    store, running = listing.store, running or Running()
    with nullcontext() if store.path else store.lock, in_words(), running.on(store.connection):
        connection = store.connection
        asked = None if query.node is None else match(query.node, columns, connection)
        if asked is None:
            return None
        first = connection.execute(_FIRST.format(rows=asked.rows), {"words": asked.words, "most": window.most})
        rows = rows_of(row for (row,) in first)
        is_whole, here = len(rows) < window.most, window.here
        if here is not None and not is_whole and here > rows[-1] and _is_among(connection, asked, here):
            return None
        return Glimpse(rows, is_whole)


def _is_among(connection: sqlite3.Connection, asked: Match, row: int) -> bool:
    among = connection.execute(_IS_AMONG.format(rows=asked.rows), {"words": asked.words, "row": row})
    return among.fetchone() is not None
