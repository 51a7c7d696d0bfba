"""Bare years and months in a query: they are also looked for in the dates of claims.

"2013", "2024-10", "1980s", "8 June 2024" and "October 2024" are words like any others; a search of everything that a
brief says finds them in its dates as well. In quotation marks they are only words.
"""

from __future__ import annotations

import re

from briefing.format.dates import DateError, parse_date
from briefing.query.nodes import AllOf, AnyOf, InTime, Query, QueryNode, Words

_BARE = re.compile(r"\d{4}(?:-\d{2}){0,2}|\d{3}0s")
_YEAR = re.compile(r"\d{4}")
_PARTS = 3
"""Words of a date at most: day, month, year."""


def with_times(query: Query) -> Query:
    """Return a query in which bare years, months and days also match the dates of claims."""
    return query if query.node is None else Query(_with_times(query.node))


def _with_times(node: QueryNode) -> QueryNode:
    match node:
        case Words():
            return _in_time((node,)) or node
        case AllOf():
            nodes = _joined(node.nodes)
            return nodes[0] if len(nodes) == 1 else AllOf(nodes)
        case AnyOf():
            return AnyOf(tuple(map(_with_times, node.nodes)))
        case _:
            return node


def _joined(nodes: tuple[QueryNode, ...]) -> tuple[QueryNode, ...]:
    """Return the nodes of a conjunction; words that make a date together become one of them."""
    found: list[QueryNode] = []
    at = 0
    while at < len(nodes):
        longest = range(min(_PARTS, len(nodes) - at), 0, -1)
        dates = ((length, _in_time(nodes[at : at + length])) for length in longest)
        length, date = next(((length, date) for length, date in dates if date is not None), (1, None))
        found.append(_with_times(nodes[at]) if date is None else date)
        at += length
    return tuple(found)


def _in_time(nodes: tuple[QueryNode, ...]) -> InTime | None:
    """Return words that also name a time. None: they name none, or one of them has a field or quotation marks."""
    words = [node for node in nodes if isinstance(node, Words) and node.is_begun and node.field_name is None]
    text = " ".join(one.text for one in words)
    if len(words) < len(nodes) or not _may_be_date([one.text for one in words]):
        return None
    edtf = _edtf(text)
    try:
        date = parse_date(edtf) if edtf else None
    except DateError:
        return None
    if date is None or not date.has_year or date.earliest is None or date.latest is None:
        return None
    node = words[0] if len(words) == 1 else AllOf(tuple(words))
    return InTime(node, date.earliest.number, date.latest.number, edtf)


def _may_be_date(texts: list[str]) -> bool:
    if len(texts) == 1:
        return _BARE.fullmatch(texts[0]) is not None
    return _YEAR.fullmatch(texts[-1]) is not None and any(text.isalpha() for text in texts)


def _edtf(text: str) -> str:
    from briefing.format.dates.english import to_edtf  # 4 ms, not needed for most queries

    return text if "s" not in text and _BARE.fullmatch(text) else to_edtf(text)
