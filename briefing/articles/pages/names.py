"""Lists of names, written as one text."""

from __future__ import annotations


def names(text: str) -> frozenset[str]:
    """Return the names in a text as a set."""
    return frozenset(in_order(text))


def in_order(text: str) -> tuple[str, ...]:
    """Return the names in a text in their order."""
    return tuple(text.split())
