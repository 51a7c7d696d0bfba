"""Finds the dates in a text: "21 October 2024", "January and February", "the 20th century", "44 BC", "mid-1990s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_patterns import DatePatterns, date_patterns
from briefing.evidence.dates.modifiers import modifiers_before
from briefing.evidence.dates.readers import READERS
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern


@lru_cache(maxsize=512)
def find_dates(text: str, language: Language) -> tuple[DateMention, ...]:
    """Return the dates in a folded text, in order. A date that can be read in two ways gives two mentions."""
    text = _ascii_digits(text)
    patterns = date_patterns(language)
    found: list[DateMention] = []
    done = 0
    for start in _beginnings(text, patterns, language):
        if start < done:
            continue
        if not text[start].isdecimal():
            match = patterns.words.match(text, start)
        elif text[start - 1 : start] == "'":  # "'90s"
            match = patterns.digits.match(text, start - 1) or patterns.digits.match(text, start)
        else:
            match = patterns.digits.match(text, start)
        if match is not None:
            done = match.end()
            found.extend(_mentions(match, text, language))
    return tuple(found)


def _beginnings(text: str, patterns: DatePatterns, language: Language) -> list[int]:
    """Return the offsets where a date may begin, in order: those of all numbers, and of the words that may begin it."""
    numbers = [one.start() for one in _NUMBER.finditer(text)]
    words = [one.start() for word in patterns.starters.intersection(_WORD.findall(text)) for one in _found(word, text)]
    if language.roman_ordinal_ends:
        words += [one.start() for one in _ROMAN.finditer(text)]
    return sorted({*numbers, *words}) if words else numbers


def _found(word: str, text: str) -> Iterator[re.Match[str]]:
    return _whole(word).finditer(text)


@lru_cache(maxsize=1024)
def _whole(word: str) -> re.Pattern[str]:
    """Return a pattern of a whole word. It begins with its letters, so that the regex engine can look for these."""
    return re.compile(rf"{re.escape(word)}(?<![^\W\d_]{re.escape(word)})(?![^\W\d_])")


_NUMBER = LazyPattern(r"\d+")
_WORD = LazyPattern(r"[^\W\d_]+")
_ROMAN = LazyPattern(r"[IVX](?<![^\W\d_].)")
"""The first letter of a word that may be a Roman numeral."""


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


_OTHER_DIGIT = LazyPattern(r"[^\D0-9]")
