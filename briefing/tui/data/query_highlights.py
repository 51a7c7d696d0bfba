"""What a filter finds: rows, and the words to highlight in them. Loads no search code."""

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
