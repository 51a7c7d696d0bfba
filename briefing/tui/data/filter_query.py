"""Owns the answer to what is typed into the filter: the rows that it lets through, and what is lit in them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.library.index.schema import HEAD
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.search.first_page import FirstPage, PageWindow, first_page
from briefing.query import parse
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.query_highlights import FilterResult, highlighter

_FIRST = 200
"""Rows that are looked for at first: more than any screen shows."""
_LARGE = 20_000
"""Briefs from which on all that a word finds may take longer than drawing the first of it."""


def filter_rows(brief_rows: BriefRows, words: str, here: int | None, running: CancelToken) -> FilterResult:
    """Return what is typed lets through; of a large library the first of it where that is known by itself.

    `here` is the row at which the reader stays if it is let through. None: all is to be known.

    Raises:
        QueryError: the query has a mistake.
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    lit = highlighter(words)
    first = None if here is None else first_rows(brief_rows, words, here, HEAD, running)
    if first is None:
        return FilterResult(brief_rows.matching(words, running), lit, is_whole=True)
    return FilterResult(first.rows, lit, first.is_complete)


def first_rows(
    brief_rows: BriefRows, words: str, here: int | None, columns: Sequence[str] | None, running: CancelToken
) -> FirstPage | None:
    """Return the first rows in the order of the list, as `first_page` does. None: all are to be looked up at once.

    Raises:
        QueryError: the query has a mistake.
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    if len(brief_rows) < _LARGE or not brief_rows.is_rising():
        return None
    with brief_rows.minded():
        return first_page(brief_rows.listing, parse(words), PageWindow(_FIRST, here), columns, running)
