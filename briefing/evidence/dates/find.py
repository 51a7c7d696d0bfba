"""Finds the dates in a text: "21 October 2024", "January and February", "the 20th century", "44 BC", "mid-1990s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_patterns import TOKEN, DatePatterns, date_patterns
from briefing.evidence.dates.modifiers import modifiers_before
from briefing.evidence.dates.readers import READERS
from briefing.evidence.languages import Language

_ROMAN = "IVX"


@lru_cache(maxsize=512)
def find_dates(text: str, language: Language) -> tuple[DateMention, ...]:
    """Return the dates in a folded text, in order. A date that can be read in two ways gives two mentions."""
    text = _ascii_digits(text)
    patterns = date_patterns(language)
    found: list[DateMention] = []
    done = 0
    for token in _beginnings(text, patterns, language):
        start = token.start()
        if start < done:
            continue
        word = token.group()
        if word[0].isdecimal():
            match = patterns.digits.match(text, start)
            if text[start - 1 : start] == "'":  # "'90s"
                match = patterns.digits.match(text, start - 1) or match
        elif word in patterns.starters or (word[0] in _ROMAN and language.roman_ordinal_ends):
            match = patterns.words.match(text, start)
        else:
            continue
        if match is not None:
            done = match.end()
            found.extend(_mentions(match, text, language))
    return tuple(found)


def _beginnings(text: str, patterns: DatePatterns, language: Language) -> Iterator[re.Match[str]]:
    """Yield the tokens where a date may begin: all numbers, and also all words if any word may begin a date."""
    if language.roman_ordinal_ends or not patterns.starters.isdisjoint(TOKEN.findall(text)):
        return TOKEN.finditer(text)
    return _NUMBER.finditer(text)


_NUMBER = re.compile(r"\d+")


def _mentions(match: re.Match[str], text: str, language: Language) -> Iterator[DateMention]:
    readings = READERS[match.lastgroup or ""](match, language)
    before = modifiers_before(text, match.start(), language)
    for one in readings:
        yield one._replace(about=before.about, part=before.part) if before.about or before.part else one


def _ascii_digits(text: str) -> str:
    """Return a text with the digits of every script replaced by ASCII digits."""
    if text.isascii() or _OTHER_DIGIT.search(text) is None:
        return text
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


_OTHER_DIGIT = re.compile(r"[^\D0-9]")
