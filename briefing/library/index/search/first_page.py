"""The first page of results, found without the rest, so that a screenful shows before the search is complete.

Words alone are asked in the order of the rows. Whatever else a query asks, and in any other order of the list, briefs
are tried in the order of the list; only if few of them match, all results have to be looked up, and these are few.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.library.index.checked_values import checked_rows
from briefing.library.index.rows import BriefIndex
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.search.fulltext import FullTextMatch
from briefing.library.index.search.search import FEW_OF_MANY, FEW_OF_WORDS, Question, Search
from briefing.query.nodes import AllOf, QueryNode, Words, conditions_of

_NOT_GONE = "AND rowid NOT IN (SELECT row FROM gone)"
_FIRST = f"{{rows}} {_NOT_GONE} ORDER BY rowid LIMIT :most"
_FROM = f"{{rows}} {_NOT_GONE} AND rowid >= :row ORDER BY rowid LIMIT :most"
_BEFORE = f"{{rows}} {_NOT_GONE} AND rowid < :row ORDER BY rowid DESC LIMIT :most"
_AT_FIRST = 64
"""Briefs that are tried first: where most of them match, no more are needed."""


class PageWindow(NamedTuple):
    """The visible part of the results."""

    height: int
    """Number of rows."""
    selected: int | None = None
    """The row that stays selected if it is among the results. None: the first result will be selected."""
    order: Sequence[int] = ()
    """All rows in the order of the list. Empty: only words can be looked up, in the order of the row numbers."""
    is_rising: bool = True
    """Whether that is the order of the row numbers."""


class FirstPage(NamedTuple):
    """The first results, or those around the selected row if that is further down."""

    rows: Sequence[int]
    """In the order of the list; if they are complete, in any order."""
    is_complete: bool
    """True if there are no further results."""
    is_first: bool = True
    """False: there may be further results before these."""


def first_page(
    brief_index: BriefIndex, question: Question, window: PageWindow, token: CancelToken | None = None
) -> FirstPage | None:
    """Return the first of the rows that `search.matching_rows` finds, as many as the window shows.

    None: the complete results are needed, since they are few among many briefs.

    Raises:
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    token = token or CancelToken()
    with brief_index.store.reading() as connection, token.running_on(connection):
        node = question.query.node
        if node is None:
            return None
        search = Search(connection, question.columns, question.marks)
        text_match = search.text_match(node) if window.is_rising else None
        if text_match is not None:
            return _WordPage(connection, text_match, window).page()
        return _TriedPage(search, node, window, token).page() if window.order else None


class _WordPage:
    """The first page of a query of words alone, in the order of the row numbers."""

    def __init__(self, connection: sqlite3.Connection, text_match: FullTextMatch, window: PageWindow) -> None:
        self._connection = connection
        self._text_match = text_match
        self._window = window

    def page(self) -> FirstPage:
        """Return the first rows; if the selected row is a result further down, those around it."""
        height, selected = self._window.height, self._window.selected
        rows = _matched(self._connection, self._text_match, height)
        if selected is None or len(rows) < height or selected <= rows[-1]:
            return FirstPage(rows, len(rows) < height)
        after = self._rows(_FROM, selected)
        if not after or after[0] != selected:
            return FirstPage(rows, is_complete=False)
        before = self._rows(_BEFORE, selected)
        return FirstPage([*reversed(before), *after], is_complete=False, is_first=False)

    def _rows(self, sql: str, row: int) -> Sequence[int]:
        values = {"words": self._text_match.words, "most": self._window.height, "row": row}
        found = self._connection.execute(sql.format(rows=self._text_match.rows), values)
        return checked_rows(row for (row,) in found)


class _TriedPage:
    """The first page of any query, in any order."""

    def __init__(self, search: Search, node: QueryNode, window: PageWindow, token: CancelToken) -> None:
        self._search = search
        self._node = node
        self._window = window
        self._token = token
        has_words = any(isinstance(leaf, Words) for leaf in conditions_of(node))
        self._most_tried = FEW_OF_WORDS if has_words else FEW_OF_MANY

    def page(self) -> FirstPage | None:
        """Return the first rows, or those around the selected row. None: too few of the briefs that were tried match.

        If the words of the query match few briefs, these are all that have to be tried.
        """
        words = self._words()
        if words is not None:
            text_rows = _matched(self._search.connection, words, FEW_OF_MANY)
            if len(text_rows) < FEW_OF_MANY:
                return FirstPage(tuple(self._search.among(self._node, text_rows)), is_complete=True)
            if not words.is_lazy or self._is_rare(text_rows):
                return None
        return self._tried()

    def _words(self) -> FullTextMatch | None:
        """Return the full-text query for the words that all results match. None: there are none."""
        if isinstance(self._node, AllOf):
            words, _ = self._search.parted(self._node.nodes)
            return None if words is None else self._search.text_match(words)
        return self._search.text_match(self._node)

    def _is_rare(self, text_rows: Sequence[int]) -> bool:
        """Tell whether too few briefs match, by the first so many: they tell how far apart the others are."""
        return self._most_tried * len(text_rows) < self._window.height * text_rows[-1]

    def _tried(self) -> FirstPage | None:
        height, selected, order = self._window.height, self._window.selected, self._window.order
        first = self._first_of(range(len(order)))
        if first is None:
            return None
        if len(first) < height:
            return FirstPage(first, is_complete=True)
        if selected is None or selected in first or not self._search.among(self._node, (selected,)):
            return FirstPage(first, is_complete=False)
        at = order.index(selected)
        before, after = self._first_of(range(at - 1, -1, -1)), self._first_of(range(at, len(order)))
        if before is None or after is None:
            return None
        return FirstPage([*reversed(before), *after], is_complete=False, is_first=False)

    def _first_of(self, places: range) -> Sequence[int] | None:
        """Return the first rows that match, of those at these places of the list. None: too few are among the first."""
        rows: list[int] = []
        for some in self._parts(places):
            self._token.raise_if_cancelled()
            tried = [self._window.order[place] for place in some]
            rows += filter(self._search.among(self._node, tried).__contains__, tried)
            if len(rows) >= self._window.height:
                return rows[: self._window.height]
        return rows if len(places) <= self._most_tried else None

    def _parts(self, places: range) -> Iterator[range]:
        yield places[:_AT_FIRST]
        for first in range(_AT_FIRST, min(len(places), self._most_tried), FEW_OF_WORDS // 2):
            yield places[first : min(first + FEW_OF_WORDS // 2, self._most_tried)]


def _matched(connection: sqlite3.Connection, text_match: FullTextMatch, most: int) -> Sequence[int]:
    """Return the first rows that words match, by their numbers."""
    found = connection.execute(_FIRST.format(rows=text_match.rows), {"words": text_match.words, "most": most})
    return checked_rows(row for (row,) in found)
