"""The tokens of a stretch of prose, as the grammar of speakers reads them: words, numbers, owners, quotes, signs."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language
from briefing.evidence.patterns import alternatives
from briefing.evidence.result import Span


class TokenKind(IntEnum):
    """What a token is."""

    WORD = 0
    NUMBER = 1
    OWNER = 2
    """The "'s" of an owner."""
    SIGN = 3


class Token(NamedTuple):
    """A word, a number or a sign."""

    start: int
    end: int
    """Offsets in the paragraph."""
    text: str
    """As written."""
    small: str
    """In small letters; an acronym that would be a relative pronoun in them is left as it is."""
    kind: TokenKind

    @property
    def is_word(self) -> bool:
        """Whether it is a word of letters."""
        return self.kind is TokenKind.WORD

    @property
    def is_capital(self) -> bool:
        """Whether it has a capital where names have one: "Holt", "al-Amr", "PG&E"."""
        if self.kind is not TokenKind.WORD:
            return False
        return self.text[0].isupper() or ("-" in self.text and any(each[:1].isupper() for each in self.text.split("-")))


def tokens_of(text: str, within: Span, language: Language) -> list[Token]:
    """Return the tokens of a stretch of a paragraph. The full stops of abbreviations and initials are left out."""
    found: list[Token] = []
    for one in _pattern(language).finditer(text, within.start, within.end):
        kind = _KINDS[one.lastindex or 0]
        words = one[0]
        if words == "." and found and found[-1].end == one.start() and _is_abbreviated(found[-1], language):
            continue
        is_acronym = len(words) > 1 and words.isupper() and words.lower() in language.speaking.relatives  # "the WHO"
        found.append(Token(one.start(), one.end(), words, words if is_acronym else words.lower(), kind))
    return found


_KINDS = (TokenKind.SIGN, TokenKind.WORD, TokenKind.NUMBER, TokenKind.OWNER)
"""By the number of the group of `_pattern` that matches; a sign is in no group."""


def _is_abbreviated(token: Token, language: Language) -> bool:
    return token.is_word and (len(token.text) == 1 or token.small in language.abbreviations or "." in token.text)


@lru_cache(maxsize=8)
def _pattern(language: Language) -> re.Pattern[str]:
    elided = alternatives(language.speaking.elided) or "(?!)"
    inner = r"[^\W_]|[-&](?=[^\W_])|(?<=[A-Z])'(?=[A-Z])|\.(?=[^\W\d_])|'t(?!\w)"
    return re.compile(
        rf"((?<![^\W_])(?:{elided})(?=[^\W\d_])|[^\W\d_](?:[^\W_]+|{inner})*)"
        r"|(\d(?:[^\W_]|[.,:](?=\d)|-(?=[^\W\d_]))*%?)"
        r"|((?<=[^\W_])'s(?!\w)|(?<=[sxz])'(?=\s[^\W_]))"
        r"|[^\w\s]",
        re.IGNORECASE if elided != "(?!)" else 0,
    )
