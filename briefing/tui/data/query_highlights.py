"""Which words of a query are highlighted in a text, and the result of a filter. Loads no search code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

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


def highlighter(query: str) -> Highlighter:
    """Return a function that highlights the words of a query.

    Raises:
        QueryError: the query has a mistake.

    """
    from briefing.query import parse_query  # not needed before the first word is typed
    from briefing.query.highlight import highlights, merged
    from briefing.query.match import item_conditions
    from briefing.query.nodes import Words

    words = [node for node in item_conditions(parse_query(query).node) if isinstance(node, Words)]
    return lambda text: merged([span for each in words for span in highlights(each, text)])
