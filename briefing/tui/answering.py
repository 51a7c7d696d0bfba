"""Owns the answer to what is typed into the filter: the rows that it lets through, and what is lit in them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.index.glimpses import Glimpse, Window, glimpse
from briefing.index.running import Running
from briefing.index.schema import HEAD
from briefing.query import parse
from briefing.tui.lights import Answer, lights
from briefing.tui.lookup import Early
from briefing.tui.shelf import Shelf

_FIRST = 200
"""Rows that are looked for at first: more than any screen shows."""


def answer(shelf: Shelf, words: str, here: int | None, early: Early[Answer], running: Running) -> Answer:
    """Return what is typed lets through, in the order of the list; the first of it comes early where it is by itself.

    `here` is the row at which the reader stays if it is let through. None: what is shown is to stay until all is known.

    Raises:
        QueryError: the query has a mistake.
        GivenUpError: it was given up.
        IndexUnusableError: the index is damaged.

    """
    lit = lights(words)
    first = None if here is None else first_rows(shelf, words, here, HEAD, running)
    if first is not None and first.is_whole:
        return first.rows, lit
    early.answer = first and (first.rows, lit)
    return shelf.matching(words, running), lit


def first_rows(
    shelf: Shelf, words: str, here: int | None, columns: Sequence[str] | None, running: Running
) -> Glimpse | None:
    """Return the first rows in the order of the list, as `glimpse` does. None: all have to be known first.

    Raises:
        QueryError: the query has a mistake.
        GivenUpError: it was given up.
        IndexUnusableError: the index is damaged.

    """
    return glimpse(shelf.listing, parse(words), Window(_FIRST, here), columns, running) if shelf.is_rising() else None
