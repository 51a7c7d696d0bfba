"""Regular expressions for lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def phrases(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words or phrases, each whole at its end; longer ones are tried first.

    No words at all give a pattern that matches nothing.
    """
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (r"(?!\w)" if word[-1:].isalnum() else "") for word in ordered) or "(?!)"


def starred(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words; a final * stands for any ending."""
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words) or "(?!)"


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words, also as the beginning of a longer word; longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
