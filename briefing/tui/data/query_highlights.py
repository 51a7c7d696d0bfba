"""Owns which words of a query are lit in what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

Highlighter = Callable[[str], Sequence[tuple[int, int]]]
"""Returns the stretches of a text that are lit: offsets of the first character and of the one past the last."""


class FilterResult(NamedTuple):
    """What a query lets through."""

    rows: Sequence[int]
    """In the order of the list."""
    highlighter: Highlighter
    is_whole: bool
    """False: these are the first; there are more, which are not known yet."""


def highlighter(query: str) -> Highlighter:
    """Return what lights the words that a query looks for.

    Raises:
        QueryError: the query has a mistake.

    """
    from briefing.query import parse  # not needed before the first word is typed
    from briefing.query.highlight import highlights, merged
    from briefing.query.match import item_conditions
    from briefing.query.nodes import Words

    words = [node for node in item_conditions(parse(query).node) if isinstance(node, Words)]
    return lambda text: merged([span for each in words for span in highlights(each, text)])
