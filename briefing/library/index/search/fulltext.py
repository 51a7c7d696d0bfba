"""The text conditions of a query as full-text queries of SQLite's FTS5.

A condition is put to one of two full texts: `heads`, which is small but knows no phrases, where it can answer; else
`words`, which holds everything. What a person types is always quoted, so that it cannot be FTS5 syntax.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.base.words import LABEL_MARK, has_trigrams, is_spaceless, trigrams
from briefing.library.index.schema import HEAD, LISTED
from briefing.query.nodes import AllOf, AnyOf, Not, QueryNode, Words, conditions_of
from briefing.query.word_fields import WORD_FIELDS

_MOST_WORDS = 16
"""Words that replace a prefix: with more of them FTS5 is faster with the prefix itself."""
_FIRST = "SELECT term FROM {table}_vocabulary WHERE term >= :after LIMIT 1"
_AFTER = "\x01"
"""Appended to a word, it sorts before all longer words with that prefix; no word contains it."""


class FullTextMatch(NamedTuple):
    """A full-text query."""

    rows: str
    """SQL for the matching rows, as `rowid` in ascending order; further conditions may be appended."""
    words: str
    """Value of the parameter `:words`."""
    is_lazy: bool = True
    """False: FTS5 reads all rows of a prefix before it returns the first one, even for a single row."""


def full_text_match(
    node: QueryNode, columns: Sequence[str] | None, connection: sqlite3.Connection
) -> FullTextMatch | None:
    """Return the full-text query for a part of a query that consists of words only. None: see `fts_expression`."""
    if fts_expression(node, columns) is None:
        return None
    table = "heads" if columns == HEAD and _is_of_head(node) else "words"
    expanded = prefixes_expanded(node, table, connection)
    words = fts_expression(expanded, None if table == "heads" else columns)
    if words is None:
        return None
    rows = f"SELECT rowid FROM {table} WHERE {table} MATCH :words"  # noqa: S608 - our own names
    return FullTextMatch(rows, words, not any(map(_has_long_prefix, conditions_of(expanded))))


def _has_long_prefix(node: QueryNode) -> bool:
    """Tell whether words end with a prefix that the full text does not index."""
    return isinstance(node, Words) and node.is_begun and len(node.tokens[-1]) > LISTED


def _is_of_head(node: QueryNode) -> bool:
    """Tell whether the table `heads` can answer: it has no phrase queries, and trigrams are phrases."""
    match node:
        case Words():
            is_phrase = len(node.tokens) > 1 or (node.is_begun and has_trigrams(node.tokens[-1]))
            is_in_head = node.field_name is None or WORD_FIELDS[node.field_name].column in HEAD
            return is_in_head and not is_phrase
        case AllOf() | AnyOf():
            return all(map(_is_of_head, node.nodes))
        case Not():
            return _is_of_head(node.node)
        case _:
            return False


def fts_expression(node: QueryNode, columns: Sequence[str] | None) -> str | None:
    """Return the FTS5 expression for a part of a query. None: it has other conditions than words, or only negations.

    Words without a field are searched in these columns; None: in all.
    """
    match node:
        case Words():
            return _words(node, columns) if node.tokens else None
        case AnyOf():
            return _joined(" OR ", (fts_expression(each, columns) for each in node.nodes))
        case AllOf():
            return _all_of(node.nodes, columns)
        case _:
            return None


def is_text_condition(node: QueryNode, columns: Sequence[str] | None) -> bool:
    """Tell whether a part of a query, or what it negates, can be an FTS5 expression."""
    return fts_expression(node.node if isinstance(node, Not) else node, columns) is not None


def _all_of(nodes: Iterable[QueryNode], columns: Sequence[str] | None) -> str | None:
    nodes = tuple(nodes)
    wanted = _joined(" AND ", (fts_expression(node, columns) for node in nodes if not isinstance(node, Not)))
    unwanted = [node.node for node in nodes if isinstance(node, Not)]
    if wanted is None or not unwanted:
        return wanted
    without = _joined(" OR ", (fts_expression(node, columns) for node in unwanted))
    return without and f"({wanted} NOT {without})"


def _joined(joint: str, parts: Iterable[str | None]) -> str | None:
    """Join expressions; None if there are none, or one of them is None."""
    known = list(parts)
    if not known or None in known:
        return None
    return f"({joint.join(filter(None, known))})"


def _words(words: Words, columns: Sequence[str] | None) -> str:
    last = words.tokens[-1]
    star = " *" if words.is_begun and not is_spaceless(last) else ""
    found = f"{_phrase(words.tokens)}{star}"
    if words.field_name is not None:
        labels = (f'"{LABEL_MARK}{label}"' for label in _labels(words))
        return f"({WORD_FIELDS[words.field_name].column} : ({' OR '.join((found, *labels))}))"
    if star and len(words.tokens) == 1 and has_trigrams(last):
        found = f"({found} OR {_phrase(trigrams(last))})"
    return found if columns is None else f"({{{' '.join(columns)}}} : {found})"


def _labels(words: Words) -> tuple[str, ...]:
    """Return the labels of its field that the words match."""
    if words.field_name is None or len(words.tokens) != 1:
        return ()
    (token,) = words.tokens
    labels = WORD_FIELDS[words.field_name].labels
    return tuple(label for label in labels if label == token or (words.is_begun and label.startswith(token)))


def _phrase(tokens: Iterable[str]) -> str:
    return " + ".join(f'"{token}"' for token in tokens)


def prefixes_expanded(node: QueryNode, table: str, connection: sqlite3.Connection) -> QueryNode:
    """Return an equivalent query in which prefixes that few words have are replaced by these words.

    For a prefix FTS5 merges the lists of all its words before it returns the first row. For whole words it returns rows
    at once, and reads no further than needed.
    """
    match node:
        case Words():
            return _prefix_expanded(node, table, connection)
        case AllOf():
            return AllOf(tuple(prefixes_expanded(each, table, connection) for each in node.nodes))
        case AnyOf():
            return AnyOf(tuple(prefixes_expanded(each, table, connection) for each in node.nodes))
        case Not():
            return Not(prefixes_expanded(node.node, table, connection))
        case _:
            return node


def _prefix_expanded(words: Words, table: str, connection: sqlite3.Connection) -> QueryNode:
    if not words.is_begun or len(words.tokens) != 1:
        return words
    (start,) = words.tokens
    if len(start) <= LISTED or has_trigrams(start) or is_spaceless(start):
        return words
    terms = _words_with_prefix(start, table, connection)
    found = tuple(
        Words((term,), is_begun=False, field_name=words.field_name)
        for term in dict.fromkeys((*terms, *(_labels(words) if terms else ())))
    )
    return AnyOf(found) if len(found) > 1 else next(iter(found), words)


def _words_with_prefix(start: str, table: str, connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the words of a full text that have a prefix; none if they are many."""
    found: list[str] = []
    after = start
    while len(found) <= _MOST_WORDS:
        row: tuple[str] | None = connection.execute(_FIRST.format(table=table), {"after": after}).fetchone()
        if row is None or not row[0].startswith(start):
            return tuple(found)
        found.append(row[0])
        after = row[0] + _AFTER
    return ()
