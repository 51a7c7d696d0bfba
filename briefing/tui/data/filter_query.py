"""Runs the query that is typed into the filter. Imported with the first letter: it loads the search."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.library.index.schema import HEAD
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.search.first_page import FirstPage, PageWindow, first_page
from briefing.library.index.search.search import Question, matching_rows
from briefing.query import Query, parse_query
from briefing.query.highlight import highlights, merged
from briefing.query.match import item_conditions, words_of
from briefing.query.times import with_times
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.query_highlights import FilterResult, Highlighter, Sight

_LARGE = 20_000
"""From so many briefs on, the first page is looked up by itself: all matches may take longer than a frame."""


def filter_rows(
    brief_rows: BriefRows, words: str, sight: Sight | None, running: CancelToken, columns: Sequence[str] | None = HEAD
) -> FilterResult:
    """Return the rows that match, or in a large library those that are in sight at first.

    Without `sight` all rows are looked up. Words without a field are searched in `columns` of the full text; None: in
    all.

    Raises:
        QueryError: the query has a mistake.
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    query = parse_query(words)
    query = with_times(query) if columns is None else query
    first = None if sight is None else first_rows(brief_rows, query, sight, columns, running)
    if first is None:
        return FilterResult(all_rows(brief_rows, query, columns, running), highlighter(query), is_whole=True)
    return FilterResult(first.rows, highlighter(query), first.is_complete, first.is_first)


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
    brief_rows: BriefRows, query: Query, sight: Sight, columns: Sequence[str] | None, running: CancelToken
) -> FirstPage | None:
    """Return the first matching rows, in the order of the list. None: the library is small, or few briefs match.

    Raises:
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    if len(brief_rows) < _LARGE:
        return None
    window = PageWindow(sight.height, sight.open_row, brief_rows.rows, brief_rows.is_rising())
    with brief_rows.noting_trouble():
        question = Question(query, columns, brief_rows.mark_cache.joined)
        page = first_page(brief_rows.brief_index, question, window, running)
        return page._replace(rows=brief_rows.in_order(page.rows)) if page and page.is_complete else page


def highlighter(query: Query) -> Highlighter:
    """Return a function that highlights the words of a query."""
    words = [words for node in item_conditions(query.node) for words in words_of(node)]
    return lambda text: merged([span for each in words for span in highlights(each, text)])
