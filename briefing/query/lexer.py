"""Owns the parts of a typed query: words, phrases, fields with their values, brackets, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from briefing.query.nodes import QueryError

LONGEST = 2000
"""Characters of a query."""

_QUOTES = '"“”„«»'
_PLAIN = rf"[^\s(){_QUOTES}]"
_SIGN = "[-−+]?"
_LONG = rf"{_SIGN}\d{{1,3}}(?:[ \u00a0\u2007\u2009\u202f]\d{{3}})+(?!\d)(?:\.\d+)?"
"""A number whose thousands are parted by spaces."""
_PARTED = r"\d{1,3}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+(?![\w,.])"
"""The same where words are looked for: it is one word."""
_SHORT = rf"{_SIGN}\d[\d,.]*?"
_PART = re.compile(
    rf"""\s*(?:
    (?P<open>\() | (?P<close>\))
    | (?P<minus>[-−]++)(?=\S)
    | (?i:figure):(?P<number>(?:[<>]=?|=)?\s?{_LONG}(?:\.\.(?:{_LONG}|{_PLAIN}*))?|(?:[<>]=?|=)?{_SHORT}\.\.{_LONG})
    | (?P<field>[A-Za-z][A-Za-z-]*):(?!//)(?:
        [{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)(?P<quoted_star>\*?)
        | (?P<value>{_PARTED}|{_PLAIN}*)
      )
    | [{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)(?P<phrase_star>\*?)
    | (?P<word>{_PARTED}|{_PLAIN}+)
    )""",
    re.VERBOSE,
)


class Kind(Enum):
    """What a part is."""

    OPEN = auto()
    CLOSE = auto()
    NOT = auto()
    OR = auto()
    AND = auto()
    FIELD = auto()
    PHRASE = auto()
    WORD = auto()
    END = auto()


class Part(NamedTuple):
    """One part of a query."""

    kind: Kind
    column: int
    """Of its first character, from 1."""
    text: str = ""
    """A word or phrase, or the value of a field; without quotation marks."""
    name: str = ""
    """Of a field, in small letters."""
    is_quoted: bool = False
    is_last: bool = False
    """Whether nothing is behind it: somebody may still be typing it."""


_KEYWORDS = {"or": Kind.OR, "and": Kind.AND, "not": Kind.NOT}
_SIGNS = {"open": Kind.OPEN, "close": Kind.CLOSE, "minus": Kind.NOT}


def parts(text: str) -> Iterator[Part]:
    """Yield the parts of a query; the last is its end.

    Raises:
        QueryError: it is too long.

    """
    if len(text) > LONGEST:
        raise QueryError(f"a query has at most {LONGEST:,} characters", LONGEST + 1)
    at = 0
    while found := _PART.match(text, at):
        at = found.end()
        yield _part(found, is_last=not text[at:].strip())
    yield Part(Kind.END, len(text) + 1)


def _part(found: re.Match[str], *, is_last: bool) -> Part:
    column = found.end() - len(found.group().lstrip()) + 1
    for group, kind in _SIGNS.items():
        if found[group]:
            return Part(kind, column, is_last=is_last)
    if found["number"]:
        return Part(Kind.FIELD, column, found["number"], "figure", is_last=is_last)
    if found["field"]:
        return _field(found, column, is_last=is_last)
    if found["phrase"] is not None:
        return Part(Kind.PHRASE, column, found["phrase"] + found["phrase_star"], is_quoted=True, is_last=is_last)
    word = found["word"]
    return Part(_KEYWORDS.get(word.lower(), Kind.WORD), column, word, is_last=is_last)


def _field(found: re.Match[str], column: int, *, is_last: bool) -> Part:
    quoted = found["quoted"]
    text = found["value"] if quoted is None else quoted + found["quoted_star"]
    return Part(Kind.FIELD, column, text, found["field"].lower(), is_quoted=quoted is not None, is_last=is_last)
