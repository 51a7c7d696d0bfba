"""Owns finding the dates that a text mentions: "21 October 2024", "January and February", "the 20th century"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.languages import Language
from briefing.evidence.numerals import phrases

_REACH = 24
"""Characters before a date in which its hedge is looked for."""
_LAST_MONTH = 12


class Mention(NamedTuple):
    """One date in a text, as far as the text gives it."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    """1 to 12; 21 to 24 a season, 33 to 36 a quarter, 40 and 41 a half year, as in EDTF."""
    day: int | None = None
    decade: bool = False
    """`year` is the first of a decade or century: "the 1900s"."""
    century: int | None = None
    """20 for the 20th century."""
    about: bool = False
    """The text says "about" or the like."""


@lru_cache(maxsize=512)
def mentions(text: str, language: Language) -> tuple[Mention, ...]:
    """Return the dates in a folded text, in order. A day and a month that share a year each come by themselves."""
    found: list[Mention] = []
    for match in _pattern(language).finditer(text):
        about = _about(language).search(text[max(match.start() - _REACH, 0) : match.start()]) is not None
        found.extend(_read(match, language, about=about))
    return tuple(found)


@lru_cache(maxsize=8)
def _about(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{phrases(language.about_dates)})\s?(?:the\s)?$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _pattern(language: Language) -> re.Pattern[str]:
    month = _months(language)
    ordinal = _alternatives(language.ordinal_ends)
    day = rf"(?:3[01]|[12]\d|0?[1-9])(?:{ordinal})?"
    days = rf"{day}(?:(?:\s?[-\u2013]\s?|, | and | to | or | und | bis | et | au ){day})*"
    year = r"[12]\d{3}(?![\d%]|[.,]\d|-\d\d-\d\d)"
    season = phrases(language.seasons)
    century = rf"(?P<century>\d{{1,2}}(?:{ordinal})|{phrases(language.ordinals)})[ -](?:{phrases(language.century)})"
    return re.compile(
        r"(?<![\w])(?<!\d[.,])(?:"
        r"(?P<iso>\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\w-]))"
        r"|(?P<numeric>(?:0?[1-9]|[12]\d|3[01])(?P<sep>[./])(?:0?[1-9]|[12]\d|3[01])(?P=sep)[12]\d{3}(?!\w))"
        rf"|(?P<days_before>{days})\s(?:of\s|de\s)?(?P<month_after>{month})(?:\.?,?\s(?:of\s)?(?P<year_a>{year}))?"
        rf"|(?P<month_before>{month})\.?\s(?P<days_after>{days})(?!\d)(?:,?\s(?P<year_b>{year}))?"
        rf"|(?P<month>{month})(?:\.?,?\s(?:of\s|de\s)?(?P<year_c>{year}))?"
        rf"|(?P<season>(?i:{season}))(?:,?\s(?:of\s)?(?P<year_d>{year}))?"
        rf"|(?i:{century})"
        rf"|(?P<decade>[12]\d{{2}}0)(?:{_alternatives(language.decade_ends)})(?!\w)"
        rf"|(?P<year>{year})(?!\w)"
        r")"
    )


def _months(language: Language) -> str:
    words = [word for name in language.months for word in _spellings(name, language)]
    return phrases(words)


def _spellings(name: str, language: Language) -> tuple[str, ...]:
    """Return how a month may be spelled. Where months have capitals, "may" and "march" are no months."""
    capital = (name.capitalize(), name.upper())
    return capital if language.capital_months else (name, *capital)


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in words) or "(?!)"


def _read(match: re.Match[str], language: Language, *, about: bool) -> list[Mention]:
    start, end = match.span()
    if match["iso"]:
        return [_iso(match["iso"], start, end)]
    if match["numeric"]:
        return _numeric(match["numeric"], start, end)
    if match["century"]:
        return [Mention(start, end, century=_ordinal(match["century"], language), about=about)]
    if match["decade"]:
        return [Mention(start, end, year=int(match["decade"]), decade=True, about=about)]
    year = _number(match["year_a"] or match["year_b"] or match["year_c"] or match["year_d"] or match["year"])
    days = match["days_before"] or match["days_after"]
    name = match["month_before"] or match["month_after"] or match["month"]
    month = language.months[name.lower()] if name else language.seasons.get((match["season"] or "").lower())
    every = [int(day) for day in re.findall(r"\d+", days)] if days else [None]
    return [Mention(start, end, year, month, day, about=about) for day in every]


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _iso(text: str, start: int, end: int) -> Mention:
    parts = [int(part) for part in text.split("-")]
    return Mention(start, end, parts[0], parts[1], parts[2] if len(parts) > 2 else None)  # noqa: PLR2004 (a day is there)


def _numeric(text: str, start: int, end: int) -> list[Mention]:
    """Read "3/4/2024" both ways: nothing in it says which is the month."""
    first, second, year = (int(part) for part in re.split("[./]", text))
    ways = {(first, second), (second, first)}
    return [Mention(start, end, year, month, day) for day, month in sorted(ways) if month <= _LAST_MONTH]


def _ordinal(text: str, language: Language) -> int:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else language.ordinals[text.lower()]
