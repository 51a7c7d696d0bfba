"""Regular expressions for lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby


def phrases(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words or phrases, each whole at its end; longer ones are tried first.

    No words at all give a pattern that matches nothing. What is the same behind many words is written once: compiling
    a pattern takes longer than most searches with it.
    """
    ordered = sorted(words, key=len, reverse=True)
    groups = groupby(ordered, key=lambda word: word[-1:].isalnum())
    return (
        "|".join(_whole([*group]) if is_word else "|".join(map(_literal, group)) for is_word, group in groups) or "(?!)"
    )


def _whole(words: Sequence[str]) -> str:
    joined = "|".join(map(_literal, words))
    return rf"(?:{joined})(?!\w)" if len(words) > 1 else rf"{joined}(?!\w)"


def _literal(word: str) -> str:
    """Return a pattern that matches a word as it is; a blank and a hyphen stand for themselves."""
    return re.escape(word).replace("\\ ", " ").replace("\\-", "-")


def starred(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words; a final * stands for any ending."""
    return "|".join(_literal(word).replace(r"\*", r"\w*") for word in words) or "(?!)"


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words, also as the beginning of a longer word; longer ones first."""
    return "|".join(_literal(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
