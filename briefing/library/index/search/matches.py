"""Owns which full text a part of a query is put to, and how: that of the heads is small, but knows less."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from briefing.base.words import has_grams
from briefing.library.index.schema import HEAD
from briefing.library.index.search.expressions import fts_expression
from briefing.library.index.search.vocabulary import prefixes_expanded
from briefing.query.nodes import AllOf, AnyOf, Field, Node, Not, Words

_IN_HEAD = {None, Field.TITLE, Field.TAG, Field.ENTITY, Field.ID}


class FullTextMatch(NamedTuple):
    """A part of a query, ready to be put to FTS5."""

    rows: str
    """SQL of the rows that match, `rowid`, in the order of their numbers; more conditions may be added."""
    words: str
    """Value of `:words` in it."""


def full_text_match(node: Node, columns: Sequence[str] | None, connection: sqlite3.Connection) -> FullTextMatch | None:
    """Return what finds a part of a query that is made of words only. None: see `fts_expression`."""
    if fts_expression(node, columns) is None:
        return None
    table = "heads" if columns == HEAD and _is_of_head(node) else "words"
    words = fts_expression(prefixes_expanded(node, table, connection), None if table == "heads" else columns)
    if words is None:
        return None
    return FullTextMatch(f"SELECT rowid FROM {table} WHERE {table} MATCH :words", words)  # noqa: S608 - our own names


def _is_of_head(node: Node) -> bool:
    """Tell whether the full text of the heads can answer: it knows no phrases, which trigrams are as well."""
    match node:
        case Words():
            is_phrase = len(node.tokens) > 1 or (node.is_begun and has_grams(node.tokens[-1]))
            return node.place in _IN_HEAD and not is_phrase
        case AllOf() | AnyOf():
            return all(map(_is_of_head, node.nodes))
        case Not():
            return _is_of_head(node.node)
        case _:
            return False
