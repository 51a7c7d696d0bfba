"""The lexer of queries: words, phrases, fields with their values, brackets; each with its column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from briefing.base.named_tuple import NamedTuple
from briefing.query.nodes import QueryError

LONGEST = 2000
"""Characters of a query at most."""

_QUOTES = '"“”„«»'
_PLAIN = rf"[^\s(){_QUOTES}]"
_SIGN = "[-−+]?"
_LONG = rf"{_SIGN}\d{{1,3}}(?:[ \u00a0\u2007\u2009\u202f]\d{{3}})+(?!\d)(?:\.\d+)?"
"""A number with spaces between its thousands."""
_PARTED = r"\d{1,3}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+(?![\w,.])"
"""The same among words: it is one word."""
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


class TokenKind(Enum):
    """The kind of a token."""

    OPEN = auto()
    CLOSE = auto()
    NOT = auto()
    OR = auto()
    AND = auto()
    FIELD = auto()
    PHRASE = auto()
    WORD = auto()
    END = auto()


class Token(NamedTuple):
    """A word, phrase, field, operator or bracket of a query."""

    kind: TokenKind
    column: int
    """Column of its first character, from 1."""
    text: str = ""
    """The word, the phrase, or the value of a field; without quotation marks."""
    name: str = ""
    """Name of a field, in small letters."""
    is_quoted: bool = False
    is_last: bool = False
    """Whether nothing follows it, so that it may still be being typed."""


_KEYWORDS = {"or": TokenKind.OR, "and": TokenKind.AND, "not": TokenKind.NOT}
_SIGNS = {"open": TokenKind.OPEN, "close": TokenKind.CLOSE, "minus": TokenKind.NOT}


def tokenize(text: str, *, is_whole: bool = False) -> Iterator[Token]:
    """Yield the tokens of a query; the last is `TokenKind.END`. With `is_whole` none is still being typed.

    Raises:
        QueryError: the query is too long.

    """
    if len(text) > LONGEST:
        raise QueryError(f"a query has at most {LONGEST:,} characters", LONGEST + 1)
    at = 0
    while found := _PART.match(text, at):
        at = found.end()
        yield _token(found, is_last=not is_whole and not text[at:].strip())
    yield Token(TokenKind.END, len(text) + 1)


def _token(found: re.Match[str], *, is_last: bool) -> Token:
    column = found.end() - len(found.group().lstrip()) + 1
    for group, kind in _SIGNS.items():
        if found[group]:
            return Token(kind, column, is_last=is_last)
    if found["number"]:
        return Token(TokenKind.FIELD, column, found["number"], "figure", is_last=is_last)
    if found["field"]:
        return _field(found, column, is_last=is_last)
    if found["phrase"] is not None:
        return Token(TokenKind.PHRASE, column, found["phrase"] + found["phrase_star"], is_quoted=True, is_last=is_last)
    word = found["word"]
    return Token(_KEYWORDS.get(word.lower(), TokenKind.WORD), column, word, is_last=is_last)


def _field(found: re.Match[str], column: int, *, is_last: bool) -> Token:
    quoted = found["quoted"]
    text = found["value"] if quoted is None else quoted + found["quoted_star"]
    return Token(TokenKind.FIELD, column, text, found["field"].lower(), is_quoted=quoted is not None, is_last=is_last)
