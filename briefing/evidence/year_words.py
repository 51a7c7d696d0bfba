"""Years and counts: whether four digits are a year ("in 1998") or count or number something ("2000 people")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.languages import Language
from briefing.evidence.numerals import phrases

_REACH = 24
"""Characters on either side of the digits that are looked at."""
_CURRENCY = r"[€$£¥₽₩₹₺₴#§@&+*=<>≈]|(?<![^\W_])(?:USD|EUR|GBP|CHF|JPY|CNY|RUB|US\$|A\$|Rs\.?|CO|H|Mt|MP)"


class _Patterns(NamedTuple):
    numbered: re.Pattern[str]
    hedged: re.Pattern[str]
    joined: re.Pattern[str]
    counted: re.Pattern[str]
    persons: re.Pattern[str]
    plural: re.Pattern[str]
    in_year: re.Pattern[str]
    placed: re.Pattern[str]


def is_year(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the digits of a folded text from `start` to `end` may be a year: nothing shows that they are none."""
    patterns = _patterns(language)
    before, after = text[max(start - _REACH, 0) : start], text[end : end + _REACH]
    if patterns.numbered.search(before) or patterns.hedged.search(before):
        return False
    if before.endswith("-") and not patterns.joined.search(before):
        return False
    if patterns.counted.match(after):
        return False
    return not patterns.persons.match(after) or patterns.in_year.search(before) is not None


def is_surely_year(text: str, start: int, end: int, language: Language) -> bool:
    """Whether such digits cannot be the count of what the next word names: "1914 votes were cast"."""
    patterns = _patterns(language)
    if not language.plural or patterns.plural.match(text[end : end + _REACH]) is None:
        return True
    return patterns.placed.search(text[max(start - _REACH, 0) : start]) is not None


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    bounds = [*language.date_bounds, *language.date_parts, *language.date_to, *language.about_dates]
    hedges = [
        word
        for word in language.before
        if word not in language.about_dates and word not in language.date_bounds and word not in language.date_fillers
    ]
    units = [word for every in language.measures.values() for word in every if len(word) > 1 or not word.isalpha()]
    units += [*language.spans, *language.percent, *language.points, *language.counted, *language.scales, "m", "h"]
    persons = [*language.people, *language.persons]
    placed = [*language.in_year, *bounds, *language.date_and, *language.date_or, *language.date_fillers, "of", "for"]
    small = re.IGNORECASE
    return _Patterns(
        re.compile(rf"(?:{_CURRENCY}|(?<!\w)(?:{phrases(language.numbered)}))\s?$", small),
        re.compile(rf"(?<!\w)(?:{phrases(hedges)})\s$", small),
        re.compile(rf"(?:\d(?:\s?(?:{_exact(language)}))?|(?<!\w)(?:{phrases(bounds)}))\s?-$", small),
        re.compile(rf"\s?[\u20ac$£¥%‰°²³]|[\s-](?:{phrases(units)})", small),
        re.compile(rf"\s(?:{phrases(persons)})", small),
        re.compile(rf"\s(?:{language.plural or '(?!)'})(?![\w'])"),
        re.compile(rf"(?<!\w)(?:{phrases(language.in_year)})\s$", small),
        re.compile(rf"(?:[(\[,;:/\u2013-]|(?<!\w)(?:{phrases(placed)}))\s?$", small),
    )


def _exact(language: Language) -> str:
    return phrases([*language.eras_before, *language.eras_after])
