"""Runs the query that is typed into the filter. Imported with the first letter: it loads the search."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.library.index.schema import HEAD
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.search.first_page import FirstPage, PageWindow, first_page
from briefing.library.index.search.search import matching_rows
from briefing.query import Query, parse_query
from briefing.query.highlight import highlights, merged
from briefing.query.match import item_conditions, words_of
from briefing.query.times import with_times
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.query_highlights import FilterResult, Highlighter

_FIRST = 200
"""Rows of the first page: more than any screen shows."""
_LARGE = 20_000
"""From so many briefs on, the first page is looked up by itself: all matches may take longer than a frame."""


def filter_rows(
    brief_rows: BriefRows, words: str, open_row: int | None, running: CancelToken, columns: Sequence[str] | None = HEAD
) -> FilterResult:
    """Return the rows that match, or in a large library the first page of them.

    The first page tells whether the open brief, row `open_row`, matches. None: look up all rows. Words without a field
    are searched in `columns` of the full text; None: in all.

    Raises:
        QueryError: the query has a mistake.
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    query = parse_query(words)
    query = with_times(query) if columns is None else query
    first = None if open_row is None else first_rows(brief_rows, query, open_row, columns, running)
    if first is None:
        return FilterResult(all_rows(brief_rows, query, columns, running), highlighter(query), is_whole=True)
    return FilterResult(first.rows, highlighter(query), first.is_complete)


def all_rows(brief_rows: BriefRows, query: Query, columns: Sequence[str] | None, running: CancelToken) -> Sequence[int]:
    """Return all rows that match a query, in the order of the list. Slow: not for the event loop.

    Words without a field are searched in `columns` of the full text; None: in all.

    Raises:
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    with brief_rows.noting_trouble():
        rows = matching_rows(brief_rows.brief_index, query, columns, brief_rows.mark_cache.joined, running)
        return brief_rows.in_order(rows)


def first_rows(
    brief_rows: BriefRows, query: Query, open_row: int | None, columns: Sequence[str] | None, running: CancelToken
) -> FirstPage | None:
    """Return the first page of matching rows. None: the library is small, or not in the order of its row numbers.

    Raises:
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    if len(brief_rows) < _LARGE or not brief_rows.is_rising():
        return None
    with brief_rows.noting_trouble():
        return first_page(brief_rows.brief_index, query, PageWindow(_FIRST, open_row), columns, running)


def highlighter(query: Query) -> Highlighter:
    """Return a function that highlights the words of a query."""
    words = [words for node in item_conditions(query.node) for words in words_of(node)]
    return lambda text: merged([span for each in words for span in highlights(each, text)])
