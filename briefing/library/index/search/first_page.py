"""Owns the first rows of an answer, found without the others: a screenful stands there before all are known."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple

from briefing.library.index.checked_values import checked_rows
from briefing.library.index.rows import Listing
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.search.fulltext import FullTextMatch, full_text_match
from briefing.library.index.store import index_errors
from briefing.query.nodes import Query

_FIRST = "{rows} AND rowid NOT IN (SELECT row FROM gone) ORDER BY rowid LIMIT :most"
_IS_AMONG = "{rows} AND rowid = :row"


class PageWindow(NamedTuple):
    """What is to be seen of an answer at once."""

    height: int
    """Rows."""
    selected: int | None = None
    """The row at which the reader stays where it is in the answer. None: they go to the first."""


class FirstPage(NamedTuple):
    """The first rows of an answer."""

    rows: Sequence[int]
    """In the order of their numbers."""
    is_complete: bool
    """Whether there are no others."""


def first_page(
    listing: Listing,
    query: Query,
    window: PageWindow,
    columns: Sequence[str] | None = None,
    token: CancelToken | None = None,
) -> FirstPage | None:
    """Return the first of the rows that `searching.matching` finds, in so large a window.

    None: all have to be known first. That is so where anything but words is asked for, and where the row at which the
    reader stays is one of those behind.

    Raises:
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    store, token = listing.store, token or CancelToken()
    with nullcontext() if store.path else store.lock, index_errors(), token.running_on(store.connection):
        connection = store.connection
        text_match = None if query.node is None else full_text_match(query.node, columns, connection)
        if text_match is None:
            return None
        first = connection.execute(
            _FIRST.format(rows=text_match.rows), {"words": text_match.words, "most": window.height}
        )
        rows = checked_rows(row for (row,) in first)
        is_whole, here = len(rows) < window.height, window.selected
        if here is not None and not is_whole and here > rows[-1] and _is_among(connection, text_match, here):
            return None
        return FirstPage(rows, is_whole)


def _is_among(connection: sqlite3.Connection, text_match: FullTextMatch, row: int) -> bool:
    among = connection.execute(_IS_AMONG.format(rows=text_match.rows), {"words": text_match.words, "row": row})
    return among.fetchone() is not None
