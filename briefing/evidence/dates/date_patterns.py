"""Regular expressions for dates, by language: days, months, parts of a year, years, decades and centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import alternatives, phrases

TOKEN = re.compile(r"\d+|[^\W\d_]+")
"""Digits or a word: what a date may begin with."""


class DatePatterns(NamedTuple):
    """The patterns of one language. Each alternative is a named group with a reader in `readers.READERS`."""

    digits: re.Pattern[str]
    """Dates that begin with a digit."""
    words: re.Pattern[str]
    """Dates that begin with a word."""
    starters: frozenset[str]
    """The words that a date may begin with, in each spelling that is allowed."""


@lru_cache(maxsize=64)
def date_patterns(language: Language) -> DatePatterns:
    """Return the patterns of a language, compiled on the first call."""
    plain = rf"(?<![\dA-Za-z_])(?<!\d[.,])(?:{_FIXED})"
    digits, words = "|".join(_from_digits(language)), "|".join(_from_words(language))
    return DatePatterns(
        re.compile(rf"{plain}|(?<!\w)(?<!\d[.,])(?:{digits})"),
        re.compile(rf"(?<!\w)(?:{words})"),
        _starters(language),
    )


def _starters(language: Language) -> frozenset[str]:
    """Return the words that a date may begin with, in each spelling that is allowed."""
    small = (
        *language.months,
        *language.seasons,
        *language.first_months,
        *language.holidays,
        *language.ordinals,
        *language.century_before,
        *language.decade_before,
        *language.decade_words,
        *language.in_year,
        *language.year_words,
        *language.week_words,
        *connectors().day_number,
        *connectors().nineteen,
    )
    first = {found.group().lower() for one in small if (found := TOKEN.match(one)) is not None}
    exact = (*language.fiscal, *language.eras_before, *language.eras_after, "FY", "fy")
    written = {found.group() for one in exact if (found := TOKEN.match(one)) is not None}
    written |= {word.capitalize() for word in written if word.islower()}
    return frozenset([*first, *(word.capitalize() for word in first), *(word.upper() for word in first), *written])


_YEAR = r"[12]\d{3}(?![\d%]|[.,]\d|-\d\d-\d\d)"
_SHORT_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_SHORT_MONTH = r"(?:1[0-2]|0?[1-9])"
_FIXED = (
    r"(?P<iso_week>\d{4}-?W(?P<iso_week_number>[0-5]\d)(?:-[1-7])?(?![\w-]))"
    r"|(?P<split>(?<!\d:)(?<!\):)(?P<split_first>[12]\d{3})(?P<split_mark>[-/\u2013])(?P<split_last>\d\d)(?![\w-]|[.,/]\d))"
    r"|(?P<iso>\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-]|[A-SU-Z_a-z]|T(?!\d)))"
    rf"|(?P<big_first>[12]\d{{3}}(?P<big_mark>[./]){_SHORT_MONTH}(?P=big_mark){_SHORT_DAY}(?![\dA-Za-z_]|[./]\d))"
    rf"|(?P<numeric>{_SHORT_DAY}(?P<mark>[./]){_SHORT_DAY}(?P=mark)(?:[12]\d{{3}}|\d\d)(?![\dA-Za-z_]|[./]\d)"
    rf"|(?P<dashed>[0-3]\d-[01]\d-[12]\d{{3}})(?![\w-]))"
    rf"|(?P<signs>(?P<signs_year>\d{{4}})\s?[年년](?:\s?(?P<signs_month>{_SHORT_MONTH})\s?[月월]"
    rf"(?:\s?(?P<signs_day>{_SHORT_DAY})\s?[日일])?)?"
    rf"|(?P<signs_alone>{_SHORT_MONTH})\s?[月월]\s?(?P<signs_alone_day>{_SHORT_DAY})\s?[日일])"
)
"""Dates written without words."""


def _from_digits(language: Language) -> Iterator[str]:
    """Yield the patterns of dates that begin with a digit, each a named group with a reader."""
    ordinal, eras = _ordinal(language), _eras(language)
    before = as_written(language.eras_before)
    gap = rf"(?:\s?[-\u2013]\s?|\s(?i:{_joins(language)})\s)"
    if language.eras_before:
        yield (
            rf"(?P<shared>(?P<shared_year>\d{{1,4}})(?={gap}\d{{1,4}}\s?(?:(?P<shared_before>{before})|(?:{eras}))))"
        )
        yield rf"(?P<era>(?P<era_year>\d{{1,4}})\s?(?:(?P<era_before>{before})|(?:{eras})))"
    if language.week_words:
        week = rf"(?i:{phrases(language.week_words)})"
        yield rf"(?P<week_nth>(?P<week_nth_number>[1-5]?\d){ordinal}\s{week}{_of_year()}(?P<week_nth_year>{_YEAR}))"
        nth = rf"(?i:{phrases(language.day_of_year)})"
        yield rf"(?P<nth>(?P<nth_day>[1-3]?\d?\d){ordinal}?\s{nth}{_of_year()}(?P<nth_year>{_YEAR}))"
    month = _months(language)
    yield (
        rf"(?P<day_month>(?P<day_month_days>{_days_in_one_month(language)})\s(?:(?:{phrases(connectors().day_of_month)})\s)?"
        rf"(?P<day_month_month>{month}){_with(_low_year(language), 'dm')})"
    )
    if "." in language.ordinal_ends:
        yield rf"(?P<dotted>(?P<dotted_day>{_SHORT_DAY})\.\s?(?P<dotted_month>{_SHORT_MONTH})\.(?![\w]))"
    parts = [word for word in (*language.seasons, *language.first_months, *language.holidays) if word[0].isdecimal()]
    yield rf"(?P<part>(?P<part_name>(?i:{_hyphened(parts)})){_with(_YEAR, 'p')})"
    yield rf"(?P<year_part>(?P<year_part_year>{_YEAR})\s(?P<year_part_name>(?i:{phrases(language.seasons)})))"
    yield from _centuries(rf"\d{{1,2}}{ordinal}", language)
    ends = alternatives(language.decade_ends)
    yield rf"(?P<decade>(?P<decade_year>[12]\d{{2}}0)(?:{ends})(?!\w))"
    yield rf"(?P<year>(?<!\d:)(?<!\):)(?P<year_year>{_YEAR})(?!\w))"
    yield rf"(?P<decade_short>'?(?P<decade_short_year>[1-9]0)(?:{ends})(?!\w))"


def _of_year() -> str:
    return rf"(?:/|,?\s(?:(?:{phrases(connectors().week_of_year)})\s)?)"


def _from_words(language: Language) -> Iterator[str]:
    """Yield the patterns of dates that begin with a word."""
    month = _months(language)
    yield (
        rf"(?P<month_day>(?P<month_day_month>{month})\.?\s(?P<month_day_days>{_days_in_one_month(language)})(?!\d)"
        rf"(?:,?\s(?P<year_md>{_low_year(language)}))?)"
    )
    parts = [word for word in (*language.seasons, *language.first_months, *language.holidays) if word[0].isalpha()]
    yield rf"(?P<part>(?P<part_name>(?i:{_hyphened(parts)})){_with(_YEAR, 'p')})"
    yield rf"(?P<month>(?P<month_month>{month}){_with(_YEAR, 'm')})"
    yield from _centuries(
        rf"(?:[IVX]+(?:{alternatives(language.roman_ordinal_ends)})|(?i:{phrases(language.ordinals)}))", language
    )
    yield from _named(language)
    nineteen, names = phrases(connectors().nineteen), phrases(language.decade_words)
    yield rf"(?P<decade_word>(?:(?i:{nineteen})[\s-])?(?P<decade_name>(?i:{names})))"
    if language.in_year:
        sure, any_in = phrases(language.year_words), phrases(language.in_year)
        low = rf"[1-9]\d\d(?![\w%-]|[.,:]\d)(?!\s?(?:{_eras(language)}))"
        yield rf"(?P<low>(?i:{sure})\s(?P<low_sure>{low})|(?i:{any_in})\s(?P<low_year>{low})(?={_after_low(language)}))"


def _named(language: Language) -> Iterator[str]:
    """Yield the patterns of dates behind a name: "AD 79", "FY24", "week 23 of 2024", "années 90", "siglo XX"."""
    before, after = as_written(language.eras_before), as_written(language.eras_after)
    yield rf"(?P<era_first>(?:{after}|(?P<era_first_before>{before}))\s?(?P<era_first_year>\d{{1,4}})(?![\w%]|[.,]\d))"
    if language.fiscal:
        yield (
            rf"(?P<fiscal>(?:(?:{as_written(language.fiscal)})\s|FY\s?)'?(?P<fiscal_first>\d{{4}}|\d\d(?!\d))"
            r"(?:[-/\u2013](?P<fiscal_last>\d{4}|\d\d))?(?![\w%]|[.,]\d))"
        )
    if language.week_words:
        week = rf"(?i:{phrases(language.week_words)})"
        yield rf"(?P<week>{week}\s(?P<week_number>[1-5]?\d){_of_year()}(?P<week_year>{_YEAR}))"
        day = phrases(connectors().day_number)
        yield rf"(?P<day_number>(?i:{day})\s(?P<day_number_day>[1-3]?\d?\d){_of_year()}(?P<day_number_year>{_YEAR}))"
    if language.century_before:
        name = phrases(language.century_before)
        era = rf"(?:\s?(?P<century_named_before>{before})|\s?(?:{after}))?"
        gap = rf"(?:\s?[-\u2013/]\s?|,\s|\s(?:{_joins(language)})\s)"
        numbers = rf"(?:[IVX]+|\d{{1,2}})(?!\w)(?:{gap}(?:[IVX]+|\d{{1,2}})(?!\w)){{0,6}}"
        yield rf"(?P<century_named>(?i:{name})\s(?P<century_numbers>{numbers}){era})"
    if language.decade_before:
        name = phrases(language.decade_before)
        yield rf"(?P<decade_named>(?i:{name})\s(?P<decade_named_year>[12]\d{{2}}0|\d0)(?![\w%]|[.,]\d))"


def _hyphened(names: list[str]) -> str:
    """Return a pattern of names, of which a hyphen may join the words: "fourth-quarter 2024"."""
    return phrases(names).replace(" ", "[ -]")


def _joins(language: Language) -> str:
    return phrases([*language.date_to, *language.date_or, *language.date_and])


def _days_in_one_month(language: Language) -> str:
    joins, the = _joins(language), phrases(connectors().second_date)
    day = rf"{_SHORT_DAY}{_ordinal(language)}?"
    gap = rf"(?:\s?[-\u2013/]\s?|,\s(?:(?:{joins})\s)?|\s(?:{joins})\s(?:(?:{the})\s)?)"
    counted = rf"\s(?i:{phrases(language.time_units)})|\s?[%€$£]"  # "on Nov. 5 to 10 years in prison"
    return rf"{day}(?:{gap}{day}(?!\w)(?!{counted})){{0,6}}"


def _low_year(language: Language) -> str:
    """Return a pattern of a year beside a month; it may have three digits, or fewer with an era."""
    low = rf"\d{{3}}(?![\w%]|[.,]\d)(?={_after_low(language)})"
    return rf"(?:{_YEAR}|{low}|\d{{1,4}}(?=\s?(?:{_eras(language)})))"


def _centuries(nth: str, language: Language) -> Iterator[str]:
    """Yield the patterns of numbered centuries. In "18th and 19th century" both numbers share one word."""
    word, before = rf"[\s-](?i:{phrases(language.century)})", as_written(language.eras_before)
    era = rf"(?:\s?(?P<century_{{}}_before>{before})|\s?(?:{as_written(language.eras_after)}))?"
    gap = rf"(?:\s?[-\u2013/]\s?|,\s|\s(?:{_joins(language)})\s(?:(?:{phrases(connectors().second_century)})[\s-])*)"
    yield rf"(?P<century_shared>(?P<century_first>{nth})(?={gap}{nth}(?:{gap}{nth})?{word}{era.format('shared')}))"
    yield rf"(?P<century>(?P<century_nth>{nth}){word}{era.format('own')})"


def _with(year: str, name: str) -> str:
    return rf"(?:\.?,?\s(?:(?:{phrases(connectors().month_of_year)})\s)?(?P<year_{name}>{year}))?"


def _after_low(language: Language) -> str:
    """Return a pattern of what may follow a year of three digits and cannot follow a count."""
    return rf"[.,;:!?)'\]]|$|\s(?i:{phrases(language.after_year)})"


def _eras(language: Language) -> str:
    return rf"(?:{as_written([*language.eras_before, *language.eras_after])})(?!\w)"


def as_written(words: tuple[str, ...] | list[str]) -> str:
    """Return a pattern of words with their capitals; words in small letters may also have a capital."""
    return phrases([*words, *(word.capitalize() for word in words if word.islower())])


def _ordinal(language: Language) -> str:
    return f"(?:{alternatives(language.ordinal_ends)})"


def _months(language: Language) -> str:
    words = [word for name in language.months for word in _spellings(name, language)]
    return phrases(words)


def _spellings(name: str, language: Language) -> tuple[str, ...]:
    """Return the spellings of a month. In languages that capitalise months, "may" and "march" are no months."""
    capital = (name.capitalize(), name.upper())
    return capital if language.capital_months else (name, *capital)
