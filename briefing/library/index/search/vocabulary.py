"""Owns the words that stand in the full text, by how they begin.

FTS5 joins the lists of all words that begin so before it says anything. Of a few whole words it gives row after row,
and looks no further than it is asked to.
"""

from __future__ import annotations

import sqlite3

from briefing.base.words import has_grams, is_spaceless
from briefing.library.index.schema import LISTED
from briefing.query.nodes import AllOf, AnyOf, Node, Not, Words

_MOST = 16
"""Words that are looked for in place of what they begin with: of more of them FTS5 is quicker by itself."""
_FIRST = "SELECT term FROM {table}_vocabulary WHERE term >= :after LIMIT 1"
_BEHIND = "\x01"
"""Added to a word it comes before all others that begin with that word: no word holds it."""


def prefixes_expanded(node: Node, table: str, connection: sqlite3.Connection) -> Node:
    """Return what finds the same in a full text, in which few words stand in place of the beginning of a word."""
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


def _prefix_expanded(words: Words, table: str, connection: sqlite3.Connection) -> Node:
    if not words.is_begun or len(words.tokens) != 1:
        return words
    (start,) = words.tokens
    if len(start) <= LISTED or has_grams(start) or is_spaceless(start):
        return words
    found = tuple(
        Words((term,), is_begun=False, place=words.place) for term in _words_with_prefix(start, table, connection)
    )
    return AnyOf(found) if len(found) > 1 else next(iter(found), words)


def _words_with_prefix(start: str, table: str, connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the words that begin so; none where there are many."""
    found: list[str] = []
    after = start
    while len(found) <= _MOST:
        row: tuple[str] | None = connection.execute(_FIRST.format(table=table), {"after": after}).fetchone()
        if row is None or not row[0].startswith(start):
            return tuple(found)
        found.append(row[0])
        after = row[0] + _BEHIND
    return ()
