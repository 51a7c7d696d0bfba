"""Owns which words of a query are lit in what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Lights = Callable[[str], Sequence[tuple[int, int]]]
"""Returns the stretches of a text that are lit: offsets of the first character and of the one past the last."""
Answer = tuple[Sequence[int], Lights]
"""The rows that a query lets through, in the order of the list, and what it lights in them."""


def lights(query: str) -> Lights:
    """Return what lights the words that a query looks for.

    Raises:
        QueryError: the query has a mistake.

    """
    from briefing.query import parse  # not needed before the first word is typed
    from briefing.query.finding import joined, lit
    from briefing.query.matching import wanted
    from briefing.query.values import Words

    words = [node for node in wanted(parse(query).node) if isinstance(node, Words)]
    return lambda text: joined([span for each in words for span in lit(each, text)])
