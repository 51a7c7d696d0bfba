"""Finds the briefs that match a query, by looking up each of its conditions once for all briefs.

The rows of each condition are fetched as a set and joined here: for many conditions this is faster than SQLite's plans.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from array import array
from collections.abc import Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.library.index.checked_values import unpacked_rows
from briefing.library.index.row_sets import ROWS_SQL, decoded_rows
from briefing.library.index.rows import BriefIndex
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.search.conditions import (
    OF_MARKS,
    Condition,
    RowQuery,
    Value,
    few_query,
    others_query,
    row_query,
)
from briefing.library.index.search.fulltext import FullTextMatch, fts_expression, full_text_match, is_text_condition
from briefing.library.index.with_marks import MarkedBriefs, MarksVersion
from briefing.query.nodes import AllOf, AnyOf, HasState, InTime, Not, Query, QueryNode, Words, conditions_of

_FEW = 5000
"""Up to this many rows, a condition is checked row by row instead of for all briefs."""
FEW_OF_MANY = 2000
"""Up to this many, even if a condition's rows are cached, where these are many: 100,000 become a set in 4 ms."""
FEW_OF_WORDS = 500
"""Up to this many, words are looked up row by row: 10 to 40 µs each."""
_GONE = RowQuery("SELECT row FROM gone WHERE 1{within}", {})
_AMONG = "SELECT value AS row FROM json_each(:within) WHERE EXISTS ({rows} AND rowid = value)"
_EVERY = RowQuery("SELECT row FROM brief WHERE 1{within}", {})
_CACHED = 8
"""Conditions whose rows are cached, of up to 400 KB each with 100,000 briefs."""
_Key = tuple[Condition, bytes | None, MarksVersion | None]
"""A condition, with the library and the version of the marks if it concerns them."""


class _ConditionCache(threading.local):
    """The rows of conditions other than words, per thread: they stay the same while words are typed beside them."""

    def __init__(self) -> None:
        self._connection: sqlite3.Connection | None = None
        self._state = (0, 0)
        self._rows: dict[_Key, array[int]] = {}

    def rows(self, connection: sqlite3.Connection) -> dict[_Key, array[int]]:
        """Return the cached rows that are valid for the present state of the index.

        The caller adds to the dictionary.
        """
        # One number changes when another connection writes, the other when this one does.
        state = (int(connection.execute("PRAGMA data_version").fetchone()[0]), connection.total_changes)
        if connection is not self._connection or state != self._state:
            self._connection, self._state, self._rows = connection, state, {}
        while len(self._rows) > _CACHED:
            del self._rows[next(iter(self._rows))]
        return self._rows


_CACHE = _ConditionCache()


class Question(NamedTuple):
    """A query, and what it is about."""

    query: Query
    columns: Sequence[str] | None = None
    """The columns of the full text in which words without a field are searched, as `schema.HEAD`. None: all."""
    marks: MarkedBriefs | None = None
    """None: every brief counts as unread."""


def matching_rows(
    brief_index: BriefIndex,
    query: Query,
    columns: Sequence[str] | None = None,
    marks: MarkedBriefs | None = None,
    token: CancelToken | None = None,
) -> array[int]:
    """Return the rows of the briefs that match, in no order.

    Words without a field are searched in `columns`, as `schema.HEAD`; None: in all. Without `marks` every brief counts
    as unread.

    Raises:
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    token = token or CancelToken()
    with brief_index.store.reading() as connection, token.running_on(connection):
        return Search(connection, columns, marks).rows(query.node)


def asks_for_marks(node: QueryNode | None) -> bool:
    """Tell whether a query, or a part of one, asks which briefs were read, changed or starred."""
    return any(isinstance(leaf, HasState) and leaf.state in OF_MARKS for leaf in conditions_of(node))


class Search:
    """One query on one connection. Words without a field are searched in `columns`; None: in all."""

    def __init__(
        self, connection: sqlite3.Connection, columns: Sequence[str] | None, marks: MarkedBriefs | None
    ) -> None:
        self.connection = connection
        self._columns = columns
        self._marks = marks
        self._text_matches: dict[QueryNode, FullTextMatch | None] = {}

    def among(self, node: QueryNode, rows: Sequence[int]) -> set[int]:
        """Return which of a few rows a query matches; for up to `FEW_OF_WORDS` no other rows are read.

        Raises:
            sqlite3.Error: the index cannot be read.

        """
        within = set(rows)
        found = self._set(node, within) & within
        return found.difference(self._selected(_GONE, within))

    def text_match(self, node: QueryNode) -> FullTextMatch | None:
        """Return the full-text query for a part of the query. None: see `fulltext.full_text_match`."""
        if node not in self._text_matches:
            self._text_matches[node] = full_text_match(node, self._columns, self.connection)
        return self._text_matches[node]

    def rows(self, node: QueryNode | None) -> array[int]:
        """Return the rows of a query."""
        simple = self._simple(node)
        found = simple if simple is not None else array("I", self._set(node, None) if node is not None else ())
        gone = self._selected(_GONE)
        return array("I", set(found).difference(gone)) if gone else found[:]

    def _simple(self, node: QueryNode | None) -> array[int] | None:
        """Return the rows of a query that needs only one look-up; None: it needs more."""
        if node is None:
            return self._every()
        text_match = self.text_match(node)
        if text_match is not None:
            return self._matched_text(text_match, None)
        return None if isinstance(node, Words | AllOf | AnyOf | Not | InTime) else self._condition(node, None)

    def _set(self, node: QueryNode, within: set[int] | None) -> set[int]:
        """Return the rows that match a part of a query. Only the rows `within` have to be complete; None: all."""
        text_match = self.text_match(node)
        if text_match is not None:
            return set(self._matched_text(text_match, within))
        match node:
            case Words():
                return set()
            case AllOf():
                return self._all_of(node.nodes, within)
            case AnyOf():
                return set().union(*(self._set(each, within) for each in node.nodes))
            case Not():
                return (set(self._every()) if within is None else within) - self._set(node.node, within)
            case _:
                words = self._set(node.words, within) if isinstance(node, InTime) else set[int]()
                return words.union(self._condition(node, within))

    def _all_of(self, nodes: Sequence[QueryNode], within: set[int] | None) -> set[int]:
        """Join conditions that must all match: words first, since they leave the fewest rows, and negations last."""
        words, rest = self.parted(nodes)
        found = None if words is None else self._set(words, within)
        for node in sorted(rest, key=lambda node: isinstance(node, Not)):
            reach = within if found is None else found
            each = self._set(node, reach)
            found = each if found is None else found & each
        return found or set()

    def parted(self, nodes: Sequence[QueryNode]) -> tuple[AllOf | None, list[QueryNode]]:
        """Part conditions that must all match into the words, asked as one, and the others. None: there are no words.

        Words that are only negated are among the others.
        """
        textual = tuple(node for node in nodes if is_text_condition(node, self._columns))
        words = AllOf(textual)
        if not textual or fts_expression(words, self._columns) is None:
            return None, list(nodes)
        return words, [node for node in nodes if node not in textual]

    def _condition(self, node: Condition, within: set[int] | None) -> array[int]:
        if self._marks is None or not asks_for_marks(node):
            return self._cached_condition(node, within, None, None)
        version = self._marks.attach()
        with self._marks.marks_errors():
            return self._cached_condition(node, within, self._marks.library, version)

    def _cached_condition(
        self, node: Condition, within: set[int] | None, library: bytes | None, version: MarksVersion | None
    ) -> array[int]:
        key = (node, library, version)
        kept = _CACHE.rows(self.connection)
        most = FEW_OF_MANY if len(kept.get(key, ())) > _FEW else 0 if key in kept else _FEW
        if within is not None and len(within) <= most:
            return self._looked_up_among(node, library, within)
        if key not in kept:
            kept[key] = self._looked_up(node, library)
        return kept[key]

    def _looked_up(self, node: Condition, library: bytes | None) -> array[int]:
        others = others_query(node, library)
        if others is not None:
            rows = self._selected(others)
            return array("I", set(self._every()).difference(rows)) if rows else self._every()
        return self._selected(row_query(node, library))

    def _looked_up_among(self, node: Condition, library: bytes | None, within: set[int]) -> array[int]:
        others = others_query(node, library, among_few=True)
        if others is not None:
            return array("I", within.difference(self._selected(others, within)))
        return self._selected(few_query(node, library), within)

    def _every(self) -> array[int]:
        """Return the rows of all briefs, from a stored sort order if there is one."""
        kept = self.connection.execute("SELECT rows, (SELECT count(*) FROM brief) FROM view LIMIT 1").fetchone()
        rows = unpacked_rows(kept[0]) if kept else array("I")
        return rows if kept and len(rows) == kept[1] else self._selected(_EVERY)

    def _matched_text(self, text_match: FullTextMatch, within: set[int] | None) -> array[int]:
        if within is not None and len(within) <= FEW_OF_WORDS and text_match.is_lazy:
            few: dict[str, Value] = {"words": text_match.words, "within": json.dumps([*within])}
            return self._rows(_AMONG.format(rows=text_match.rows), few)
        return self._rows(text_match.rows.replace("rowid", "rowid AS row", 1), {"words": text_match.words})

    def _selected(self, chosen: RowQuery, within: set[int] | None = None) -> array[int]:
        values, limit = chosen.values, ""
        if within is not None and len(within) <= _FEW:
            values = {**values, "within": json.dumps([*within])}
            limit = " AND row IN (SELECT value FROM json_each(:within))"
        return self._rows(chosen.sql.replace("{within}", limit), values)

    def _rows(self, sql: str, values: dict[str, Value]) -> array[int]:
        found = self.connection.execute(f"SELECT {ROWS_SQL} FROM ({sql})", values).fetchone()  # noqa: S608 - our own text
        return decoded_rows(found[0])
