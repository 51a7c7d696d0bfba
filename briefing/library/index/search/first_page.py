"""The first page of results, found without the rest, so that a screenful shows before the search is complete."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from briefing.library.index.checked_values import checked_rows
from briefing.library.index.rows import BriefIndex
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.search.fulltext import FullTextMatch, full_text_match
from briefing.query.nodes import Query

_FIRST = "{rows} AND rowid NOT IN (SELECT row FROM gone) ORDER BY rowid LIMIT :most"
_IS_AMONG = "{rows} AND rowid = :row"


class PageWindow(NamedTuple):
    """The visible part of the results."""

    height: int
    """Number of rows."""
    selected: int | None = None
    """The row that stays selected if it is among the results. None: the first result will be selected."""


class FirstPage(NamedTuple):
    """The first results."""

    rows: Sequence[int]
    """Ordered by row number."""
    is_complete: bool
    """True if there are no further results."""


def first_page(
    brief_index: BriefIndex,
    query: Query,
    window: PageWindow,
    columns: Sequence[str] | None = None,
    token: CancelToken | None = None,
) -> FirstPage | None:
    """Return the first of the rows that `search.matching_rows` finds, as many as the window shows.

    None: the complete results are needed, because the query asks for something other than words, or because the
    selected row is a result further down.

    Raises:
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    token = token or CancelToken()
    with brief_index.store.reading() as connection, token.running_on(connection):
        text_match = None if query.node is None else full_text_match(query.node, columns, connection)
        if text_match is None:
            return None
        first = connection.execute(
            _FIRST.format(rows=text_match.rows), {"words": text_match.words, "most": window.height}
        )
        rows = checked_rows(row for (row,) in first)
        is_whole, selected = len(rows) < window.height, window.selected
        is_beyond = selected is not None and not is_whole and selected > rows[-1]
        if selected is not None and is_beyond and _is_among(connection, text_match, selected):
            return None
        return FirstPage(rows, is_whole)


def _is_among(connection: sqlite3.Connection, text_match: FullTextMatch, row: int) -> bool:
    among = connection.execute(_IS_AMONG.format(rows=text_match.rows), {"words": text_match.words, "row": row})
    return among.fetchone() is not None
