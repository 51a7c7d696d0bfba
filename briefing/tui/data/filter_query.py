"""Runs the query that is typed into the filter. Imported with the first letter: it loads the search."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.library.index.schema import HEAD
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.search.first_page import FirstPage, PageWindow, first_page
from briefing.query import parse_query
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.query_highlights import FilterResult, highlighter

_FIRST = 200
"""Rows of the first page: more than any screen shows."""
_LARGE = 20_000
"""From so many briefs on, the first page is looked up by itself: all matches may take longer than a frame."""


def filter_rows(brief_rows: BriefRows, words: str, open_row: int | None, running: CancelToken) -> FilterResult:
    """Return the rows that match, or in a large library the first page of them.

    The first page tells whether the open brief, row `open_row`, matches. None: look up all rows.

    Raises:
        QueryError: the query has a mistake.
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    highlights = highlighter(words)
    first = None if open_row is None else first_rows(brief_rows, words, open_row, HEAD, running)
    if first is None:
        return FilterResult(brief_rows.matching(words, running), highlights, is_whole=True)
    return FilterResult(first.rows, highlights, first.is_complete)


def first_rows(
    brief_rows: BriefRows, words: str, open_row: int | None, columns: Sequence[str] | None, running: CancelToken
) -> FirstPage | None:
    """Return the first page of matching rows. None: the library is small, or not in the order of its row numbers.

    Raises:
        QueryError: the query has a mistake.
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    if len(brief_rows) < _LARGE or not brief_rows.is_rising():
        return None
    with brief_rows.noting_trouble():
        return first_page(brief_rows.brief_index, parse_query(words), PageWindow(_FIRST, open_row), columns, running)
