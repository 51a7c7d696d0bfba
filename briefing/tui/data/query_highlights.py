"""What a filter finds: rows, and the words to highlight in them. Loads search code with the first question only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import BriefingError
from briefing.library.index.search.cancel import CancelToken
from briefing.tui.data.brief_rows import BriefRows

Highlighter = Callable[[str], Sequence[tuple[int, int]]]
"""Returns the spans of a text to highlight: (first character, one past the last)."""


class FilterResult(NamedTuple):
    """The rows of the list that match a query."""

    rows: Sequence[int]
    """In the order of the list."""
    highlighter: Highlighter
    """Highlights the words of the query in them."""
    is_whole: bool
    """False: these are the first page, and the others are not known yet."""
    is_first: bool = True
    """False: some that are not known yet may stand before them."""


class Sight(NamedTuple):
    """What the reader sees of the list once it is filtered."""

    height: int
    """Number of rows."""
    open_row: int | None = None
    """The open brief, around which the list is seen if it matches. None: the list is seen from its beginning."""


def look_up_rows(brief_rows: BriefRows, words: str, sight: Sight | None, running: CancelToken) -> FilterResult:
    """Do what `filter_query.filter_rows` does; the search code is loaded with the first question.

    Raises:
        QueryError: the query has a mistake.
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    from briefing.tui.data.filter_query import filter_rows

    return filter_rows(brief_rows, words, sight, running)


def look_up_anywhere(brief_rows: BriefRows, words: str, running: CancelToken) -> FilterResult:
    """Return all rows that match; words without a field are searched in everything that a brief says.

    Raises:
        QueryError: the query has a mistake.
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    from briefing.tui.data.filter_query import filter_rows

    return filter_rows(brief_rows, words, None, running, None)


def rows_at_start(brief_rows: BriefRows, words: str) -> FilterResult | None:
    """Return what the filter of the start before lets through now. None: there was none, or it finds nothing."""
    if not words.strip():
        return None
    try:
        found = look_up_rows(brief_rows, words, None, CancelToken())
    except BriefingError:  # the words have a mistake, or the index is damaged, of which the reader is told
        return None
    return found if found.rows else None
