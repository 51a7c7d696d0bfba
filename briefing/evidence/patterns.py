"""Regular expressions for lists of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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


class LazyPattern:
    """A regular expression that is compiled when it is first used: many are for words that a text does not have."""

    __slots__ = ("_flags", "_source", "finditer", "fullmatch", "match", "search", "sub")

    finditer: Callable[..., Iterator[re.Match[str]]]
    fullmatch: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Take the pattern as it is written."""
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Return a method of the compiled pattern, and keep them all: Python calls this only until they are there."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        method: Callable[..., object] = getattr(compiled, name)
        return method


_METHODS = frozenset({"finditer", "fullmatch", "match", "search", "sub"})
