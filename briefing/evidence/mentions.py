"""Mentions of dates in a text: "21 October 2024", "January and February", "the 20th century", "44 BC", "mid-1990s"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from briefing.dates import Day
from briefing.evidence.calendar_days import LAST_MONTH, Days, month_days, quarter_days, week_days
from briefing.evidence.languages import Language
from briefing.evidence.lead_ins import lead_in
from briefing.evidence.numerals import phrases
from briefing.evidence.year_words import is_surely_year, is_year

_REACH = 40
"""Characters before a date in which its hedge is looked for."""
_CENTURY = 100
_ROMAN = {"I": 1, "V": 5, "X": 10}
_DIGITS = re.compile(r"\d+")


class Mention(NamedTuple):
    """One date in a text, as far as the text gives it."""

    start: int
    end: int
    year: int | None = None
    """As in EDTF: 0 is 1 BC, -43 is 44 BC."""
    month: int | None = None
    """1 to 12; 21 to 24 a season, 33 to 36 a quarter, 40 and 41 a half year, as in EDTF."""
    day: int | None = None
    decade: bool = False
    """`year` is the first of a decade or century: "the 1900s"."""
    century: int | None = None
    """20 for the 20th century, -5 for the 5th century BC."""
    about: bool = False
    """The text says "about" or the like."""
    part: str = ""
    """Which part of it the text means: "early", "mid", "late", "start", "end"; empty: the whole."""
    months: int = 0
    """How many months it is long, the named one being the last; 0: as long as what is named."""
    stretch: Days | None = None
    """Its days, where no year, month or day gives them: a calendar week, or a day that was reckoned."""
    sure: bool = True
    """False: the digits may count something, and be no year."""

    @property
    def days(self) -> Days | None:
        """Its first and its last day. None: it has no year, or is a season, whose days differ from place to place."""
        if self.stretch is not None:
            return self.stretch
        if self.century is not None:
            return _century_days(self.century)
        if self.year is None:
            return None
        if self.month is None:
            return Day(self.year, 1, 1), Day(self.year + 9 * self.decade, LAST_MONTH, 31)
        days = quarter_days(self.year, self.month) or month_days(self.year, self.month, self.day)
        if days is None or not self.months:
            return days
        first = self.year * LAST_MONTH + self.month - self.months
        return Day(first // LAST_MONTH, first % LAST_MONTH + 1, 1), days[1]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that the text has for it."""
        year = self.year if self.year is None or self.year > 0 else 1 - self.year
        known = (year, self.day, None if self.century is None else abs(self.century))
        return tuple(number for number in known if number is not None)

    @property
    def lacks_year(self) -> bool:
        """Whether it is a day, month or season of a year that stands elsewhere."""
        return self.year is None and self.century is None and self.stretch is None


def _century_days(century: int) -> Days:
    # The format counts 1900 to 1999 as 19XX; before Christ, -04XX is 500 to 401 BC.
    first = (century - 1) * _CENTURY if century > 0 else (century + 1) * _CENTURY - _CENTURY + 1
    return Day(first, 1, 1), Day(first + _CENTURY - 1, LAST_MONTH, 31)


@lru_cache(maxsize=512)
def mentions(text: str, language: Language) -> tuple[Mention, ...]:
    """Return the dates in a folded text, in order. Two readings of one date stand at the same place."""
    text = _ascii_digits(text)
    patterns = _patterns(language)
    found: list[Mention] = []
    done = 0
    for token in _beginnings(text, patterns, language):
        start = token.start()
        if start < done:
            continue
        word = token.group()
        if word[0].isdecimal():
            match = patterns.digits.match(text, start - (text[start - 1 : start] == "'"))
        elif word in patterns.starters or (word[0] in _ROMAN and "e" in language.ordinal_ends):
            match = patterns.words.match(text, start)
        else:
            continue
        if match is not None:
            done = match.end()
            found.extend(_put(match, text, language))
    return tuple(found)


def _beginnings(text: str, patterns: _Patterns, language: Language) -> Iterator[re.Match[str]]:
    """Yield the numbers, and the words where any is one that a date may begin with."""
    if "e" in language.ordinal_ends or not patterns.starters.isdisjoint(_TOKEN.findall(text)):
        return _TOKEN.finditer(text)
    return _NUMBER.finditer(text)


_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


def _put(match: re.Match[str], text: str, language: Language) -> Iterator[Mention]:
    readings = _READERS[match.lastgroup or ""](match, language)
    before = lead_in(text, match.start(), language)
    for one in readings:
        yield one._replace(about=before.about, part=before.part) if before.about or before.part else one


def _ascii_digits(text: str) -> str:
    """Return a text with the digits of every script as those of ASCII."""
    if text.isascii() or _OTHER_DIGIT.search(text) is None:
        return text
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


_OTHER_DIGIT = re.compile(r"[^\D0-9]")


class _Patterns(NamedTuple):
    digits: re.Pattern[str]
    """Dates that begin with a digit."""
    words: re.Pattern[str]
    """Dates that begin with a word."""
    starters: frozenset[str]
    """These words, in small letters."""


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    plain = rf"(?<![\dA-Za-z_])(?<!\d[.,])(?:{_FIXED})"
    digits, words = "|".join(_from_digits(language)), "|".join(_from_words(language))
    return _Patterns(
        re.compile(rf"{plain}|(?<!\w)(?<!\d[.,])(?:{digits})"),
        re.compile(rf"(?<!\w)(?:{words})"),
        _starters(language),
    )


def _starters(language: Language) -> frozenset[str]:
    """Return the words that a date may begin with, as they may be written."""
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
        "day",
        "nineteen",
    )
    first = {found.group().lower() for one in small if (found := _TOKEN.match(one)) is not None}
    exact = (*language.fiscal, *language.eras_before, *language.eras_after, "FY", "fy")
    written = {found.group() for one in exact if (found := _TOKEN.match(one)) is not None}
    written |= {word.capitalize() for word in written if word.islower()}
    return frozenset([*first, *(word.capitalize() for word in first), *(word.upper() for word in first), *written])


_YEAR = r"[12]\d{3}(?![\d%]|[.,]\d|-\d\d-\d\d)"
_SHORT_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_SHORT_MONTH = r"(?:1[0-2]|0?[1-9])"
_FIXED = (
    r"(?P<iso_week>\d{4}-?W(?P<iso_week_number>[0-5]\d)(?:-[1-7])?(?![\w-]))"
    r"|(?P<split>(?P<split_first>[12]\d{3})(?P<split_mark>[-/\u2013])(?P<split_last>\d\d)(?![\w-]|[.,/]\d))"
    r"|(?P<iso>\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-]|[A-SU-Z_a-z]|T(?!\d)))"
    rf"|(?P<big_first>[12]\d{{3}}(?P<big_mark>[./]){_SHORT_MONTH}(?P=big_mark){_SHORT_DAY}(?![\dA-Za-z_]|[./]\d))"
    rf"|(?P<numeric>{_SHORT_DAY}(?P<mark>[./]){_SHORT_DAY}(?P=mark)(?:[12]\d{{3}}|\d\d)(?![\dA-Za-z_]|[./]\d))"
    rf"|(?P<signs>(?P<signs_year>\d{{4}})\s?[年년](?:\s?(?P<signs_month>{_SHORT_MONTH})\s?[月월]"
    rf"(?:\s?(?P<signs_day>{_SHORT_DAY})\s?[日일])?)?"
    rf"|(?P<signs_alone>{_SHORT_MONTH})\s?[月월]\s?(?P<signs_alone_day>{_SHORT_DAY})\s?[日일])"
)
"""What needs no words."""


def _from_digits(language: Language) -> Iterator[str]:
    """Yield the patterns of dates that begin with a digit, each a group that `_READERS` has a reader for."""
    ordinal, eras = _ordinal(language), _eras(language)
    before = _exact(language.eras_before)
    gap = rf"(?:\s?[-\u2013]\s?|\s(?i:{_joins(language)})\s)"
    if language.eras_before:
        yield (
            rf"(?P<shared>(?P<shared_year>\d{{1,4}})(?={gap}\d{{1,4}}\s?(?:(?P<shared_before>{before})|(?:{eras}))))"
        )
        yield rf"(?P<era>(?P<era_year>\d{{1,4}})\s?(?:(?P<era_before>{before})|(?:{eras})))"
    if language.week_words:
        week = rf"(?i:{phrases(language.week_words)})"
        yield rf"(?P<week_nth>(?P<week_nth_number>[1-5]?\d){ordinal}\s{week}{_OF_YEAR}(?P<week_nth_year>{_YEAR}))"
        nth = rf"(?i:{phrases(language.day_of_year)})"
        yield rf"(?P<nth>(?P<nth_day>[1-3]?\d?\d){ordinal}?\s{nth}{_OF_YEAR}(?P<nth_year>{_YEAR}))"
    month = _months(language)
    yield (
        rf"(?P<day_month>(?P<day_month_days>{_days_in_one_month(language)})\s(?:of\s|de\s)?"
        rf"(?P<day_month_month>{month}){_with(_low_year(language), 'dm')})"
    )
    parts = [word for word in (*language.seasons, *language.first_months, *language.holidays) if word[0].isdecimal()]
    yield rf"(?P<part>(?P<part_name>(?i:{_hyphened(parts)})){_with(_YEAR, 'p')})"
    yield rf"(?P<year_part>(?P<year_part_year>{_YEAR})\s(?P<year_part_name>(?i:{phrases(language.seasons)})))"
    yield from _centuries(rf"\d{{1,2}}{ordinal}", language)
    ends = _alternatives(language.decade_ends)
    yield rf"(?P<decade>(?P<decade_year>[12]\d{{2}}0)(?:{ends})(?!\w))"
    yield rf"(?P<year>(?P<year_year>{_YEAR})(?!\w))"
    yield rf"(?P<decade_short>'?(?P<decade_short_year>[1-9]0)(?:{ends})(?!\w))"


_OF_YEAR = r"(?:/|,?\s(?:(?:of|in|of the year|des jahres|des Jahres|de|de l'année|del)\s)?)"


def _from_words(language: Language) -> Iterator[str]:
    """Yield the patterns of dates that begin with a word."""
    month = _months(language)
    yield (
        rf"(?P<month_day>(?P<month_day_month>{month})\.?\s(?P<month_day_days>{_days_in_one_month(language)})(?!\d)"
        rf"(?:,?\s(?P<year_md>{_low_year(language)}))?)"
    )
    yield rf"(?P<month>(?P<month_month>{month}){_with(_YEAR, 'm')})"
    parts = [word for word in (*language.seasons, *language.first_months, *language.holidays) if word[0].isalpha()]
    yield rf"(?P<part>(?P<part_name>(?i:{_hyphened(parts)})){_with(_YEAR, 'p')})"
    yield from _centuries(rf"(?:[IVX]+(?:e|er|ème)|(?i:{phrases(language.ordinals)}))", language)
    yield from _named(language)
    yield rf"(?P<decade_word>(?:(?i:nineteen)[\s-])?(?P<decade_name>(?i:{phrases(language.decade_words)})))"
    if language.in_year:
        sure, any_in = phrases(language.year_words), phrases(language.in_year)
        low = rf"[1-9]\d\d(?![\w%-]|[.,:]\d)(?!\s?(?:{_eras(language)}))"
        yield rf"(?P<low>(?i:{sure})\s(?P<low_sure>{low})|(?i:{any_in})\s(?P<low_year>{low})(?={_after_low(language)}))"


def _named(language: Language) -> Iterator[str]:
    """Yield the patterns of what begins with a name: "AD 79", "FY24", "week 23 of 2024", "années 90", "siglo XX"."""
    before, after = _exact(language.eras_before), _exact(language.eras_after)
    yield rf"(?P<era_first>(?:{after}|(?P<era_first_before>{before}))\s?(?P<era_first_year>\d{{1,4}})(?![\w%]|[.,]\d))"
    if language.fiscal:
        yield (
            rf"(?P<fiscal>(?:(?:{_exact(language.fiscal)})\s|FY\s?)'?(?P<fiscal_first>\d{{4}}|\d\d(?!\d))"
            r"(?:[-/\u2013](?P<fiscal_last>\d{4}|\d\d))?(?![\w%]|[.,]\d))"
        )
    if language.week_words:
        week = rf"(?i:{phrases(language.week_words)})"
        yield rf"(?P<week>{week}\s(?P<week_number>[1-5]?\d){_OF_YEAR}(?P<week_year>{_YEAR}))"
        yield rf"(?P<day_number>(?i:day)\s(?P<day_number_day>[1-3]?\d?\d){_OF_YEAR}(?P<day_number_year>{_YEAR}))"
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
    """Return a pattern of names whose words a hyphen may join: "fourth-quarter 2024"."""
    return phrases(names).replace(r"\ ", r"[\ -]")


def _joins(language: Language) -> str:
    return phrases([*language.date_to, *language.date_or, *language.date_and])


def _days_in_one_month(language: Language) -> str:
    joins = _joins(language)
    day = rf"{_SHORT_DAY}{_ordinal(language)}?"
    return rf"{day}(?:(?:\s?[-\u2013/]\s?|,\s(?:(?:{joins})\s)?|\s(?:{joins})\s(?:the\s)?){day}(?!\w)){{0,6}}"


def _low_year(language: Language) -> str:
    """Return the pattern of a year beside a month, which may have three digits, or fewer and an era."""
    low = rf"\d{{3}}(?![\w%]|[.,]\d)(?={_after_low(language)})"
    return rf"(?:{_YEAR}|{low}|\d{{1,4}}(?=\s?(?:{_eras(language)})))"


def _centuries(nth: str, language: Language) -> Iterator[str]:
    """Yield the patterns of centuries by number; the first of two shares the word with the second."""
    word, before = rf"[\s-](?i:{phrases(language.century)})", _exact(language.eras_before)
    era = rf"(?:\s?(?P<century_{{}}_before>{before})|\s?(?:{_exact(language.eras_after)}))?"
    gap = rf"(?:\s?[-\u2013/]\s?|,\s|\s(?:{_joins(language)})\s(?:(?:the|early|mid|late)[\s-])*)"
    yield rf"(?P<century_shared>(?P<century_first>{nth})(?={gap}{nth}(?:{gap}{nth})?{word}{era.format('shared')}))"
    yield rf"(?P<century>(?P<century_nth>{nth}){word}{era.format('own')})"


def _with(year: str, name: str) -> str:
    return rf"(?:\.?,?\s(?:(?:of|de|del|des jahres)\s)?(?P<year_{name}>{year}))?"


def _after_low(language: Language) -> str:
    """Return a pattern of what may follow a year of three digits, so that it is no count."""
    return rf"[.,;:!?)'\]]|$|\s(?i:{phrases(language.after_year)})"


def _eras(language: Language) -> str:
    return rf"(?:{_exact([*language.eras_before, *language.eras_after])})(?!\w)"


def _exact(words: tuple[str, ...] | list[str]) -> str:
    """Return a pattern of words as they are written, capitals and all; what is written small may have a capital."""
    return phrases([*words, *(word.capitalize() for word in words if word.islower())])


def _ordinal(language: Language) -> str:
    return f"(?:{_alternatives(language.ordinal_ends)})"


def _months(language: Language) -> str:
    words = [word for name in language.months for word in _spellings(name, language)]
    return phrases(words)


def _spellings(name: str, language: Language) -> tuple[str, ...]:
    """Return how a month may be spelled. Where months have capitals, "may" and "march" are no months."""
    capital = (name.capitalize(), name.upper())
    return capital if language.capital_months else (name, *capital)


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _iso(match: re.Match[str], _: Language) -> Iterator[Mention]:
    parts = [int(part) for part in match["iso"].split("-")]
    yield Mention(*match.span(), parts[0], parts[1], parts[2] if len(parts) > 2 else None)  # noqa: PLR2004 (a day is there)


def _iso_week(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield from _of_week(match, int(match.group()[:4]), int(match["iso_week_number"]))


def _week(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield from _of_week(match, int(match["week_year"]), int(match["week_number"]))


def _of_week(match: re.Match[str], year: int, number: int) -> Iterator[Mention]:
    days = week_days(year, number)
    if days is not None:
        yield Mention(*match.span(), stretch=days)


def _week_nth(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield from _of_week(match, int(match["week_nth_year"]), int(match["week_nth_number"]))


def _nth(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield from _of_day(match, int(match["nth_year"]), int(match["nth_day"]))


def _day_number(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield from _of_day(match, int(match["day_number_year"]), int(match["day_number_day"]))


def _of_day(match: re.Match[str], year: int, number: int) -> Iterator[Mention]:
    day = date(year, 1, 1) + timedelta(days=number - 1)
    if day.year == year and number > 0:
        yield Mention(*match.span(), year, day.month, day.day)


def _split(match: re.Match[str], _: Language) -> Iterator[Mention]:
    """Read "2023-24" as two years; "2010-11" may be a month as well."""
    first, last = int(match["split_first"]), int(match["split_last"])
    if 0 < last <= LAST_MONTH and match["split_mark"] == "-":
        yield Mention(*match.span(), first, last)
    final = first - first % _CENTURY + last
    final += _CENTURY if final <= first and last == (first + 1) % _CENTURY else 0
    if final > first:
        yield Mention(*match.span("split_first"), first)
        yield Mention(*match.span("split_last"), final)


def _fiscal(match: re.Match[str], _: Language) -> Iterator[Mention]:
    first = int(match["fiscal_first"])
    first += 2000 if first < _CENTURY else 0
    last = match["fiscal_last"]
    yield Mention(match.start(), match.end("fiscal_first"), first)
    if last:
        final = int(last) if len(last) > 2 else first - first % _CENTURY + int(last)  # noqa: PLR2004 (two digits)
        yield Mention(*match.span("fiscal_last"), final)


def _big_first(match: re.Match[str], _: Language) -> Iterator[Mention]:
    year, month, day = (int(part) for part in _DIGITS.findall(match.group()))
    yield Mention(*match.span(), year, month, day)


def _numeric(match: re.Match[str], _: Language) -> Iterator[Mention]:
    """Read "3/4/2024" both ways, since nothing in it says which is the month; a point stands behind the day first."""
    first, second, written = (int(part) for part in _DIGITS.findall(match.group()))
    ways = {(first, second)} if match["mark"] == "." else {(first, second), (second, first)}
    years = (written,) if written >= _CENTURY else (1900 + written, 2000 + written)
    for day, month in sorted(ways):
        for year in years if month <= LAST_MONTH else ():
            yield Mention(*match.span(), year, month, day)


def _signs(match: re.Match[str], _: Language) -> Iterator[Mention]:
    year, month, day = (_number(match[name]) for name in ("signs_year", "signs_month", "signs_day"))
    if match["signs_alone"]:
        month, day = int(match["signs_alone"]), int(match["signs_alone_day"])
    yield Mention(*match.span(), year, month, day)


def _days(match: re.Match[str], language: Language, name: str, year: str) -> Iterator[Mention]:
    """Read the days that one month is named for: each is a date at its own digits, the last with the month."""
    offset = match.start(f"{name}_days")
    every = list(_DIGITS.finditer(match[f"{name}_days"]))
    month = language.months[match[f"{name}_month"].lower()]
    held = every[-1] if name == "day_month" else every[0]
    for one in every:
        start, end = one.start() + offset, one.end() + offset
        if one is held:
            start, end = (start, match.end()) if name == "day_month" else (match.start(), end)
        if one is every[-1]:
            end = match.end()
        yield Mention(start, end, _year_of(match, year, language), month, int(one.group()))


def _day_month(match: re.Match[str], language: Language) -> Iterator[Mention]:
    yield from _days(match, language, "day_month", "year_dm")


def _month_day(match: re.Match[str], language: Language) -> Iterator[Mention]:
    yield from _days(match, language, "month_day", "year_md")


def _month(match: re.Match[str], language: Language) -> Iterator[Mention]:
    yield Mention(*match.span(), _year_of(match, "year_m", language), language.months[match["month_month"].lower()])


def _part(match: re.Match[str], language: Language) -> Iterator[Mention]:
    written, year = match["part_name"].lower(), _number(match["year_p"])
    known = (language.seasons, language.first_months, language.holidays)
    name = written if any(written in names for names in known) else written.replace("-", " ")
    if name in language.holidays:
        yield Mention(*match.span(), year, *language.holidays[name])
    elif name in language.first_months:
        months = language.first_months[name]
        yield Mention(*match.span(), year, months, months=months)
    elif name in language.seasons:
        yield Mention(*match.span(), year, language.seasons[name])


def _year_part(match: re.Match[str], language: Language) -> Iterator[Mention]:
    yield Mention(*match.span(), int(match["year_part_year"]), language.seasons[match["year_part_name"].lower()])


def _shared(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield Mention(*match.span(), _with_era(match["shared_year"], match["shared_before"]))


def _era(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield Mention(*match.span(), _with_era(match["era_year"], match["era_before"]))


def _era_first(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield Mention(*match.span(), _with_era(match["era_first_year"], match["era_first_before"]))


def _with_era(digits: str, before: str | None) -> int:
    return 1 - int(digits) if before else int(digits)


def _century_shared(match: re.Match[str], language: Language) -> Iterator[Mention]:
    yield from _of_century(match, _ordinal_number(match["century_first"], language), match["century_shared_before"])


def _century(match: re.Match[str], language: Language) -> Iterator[Mention]:
    yield from _of_century(match, _ordinal_number(match["century_nth"], language), match["century_own_before"])


_NUMERAL = re.compile(r"[IVX]+|\d+")


def _century_named(match: re.Match[str], language: Language) -> Iterator[Mention]:
    offset, before = match.start("century_numbers"), match["century_named_before"]
    for one in _NUMERAL.finditer(match["century_numbers"]):
        number = _ordinal_number(one.group(), language)
        yield Mention(offset + one.start(), offset + one.end(), century=-number if before else number)


def _of_century(match: re.Match[str], number: int, before: str | None) -> Iterator[Mention]:
    if number:
        yield Mention(*match.span(), century=-number if before else number)


def _decade(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield Mention(*match.span(), int(match["decade_year"]), decade=True)


def _decade_named(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield from _of_decade(match, int(match["decade_named_year"]))


def _decade_short(match: re.Match[str], language: Language) -> Iterator[Mention]:
    """Read "'90s" and "the 90s", but not the age of a person in "in his 90s"."""
    before = match.string[max(match.start() - _REACH, 0) : match.start()]
    if match.group().startswith("'") or _names_decade(language).search(before):
        yield from _of_decade(match, int(match["decade_short_year"]))


@lru_cache(maxsize=64)
def _names_decade(language: Language) -> re.Pattern[str]:
    parts = phrases(language.date_parts)
    return re.compile(rf"(?<!\w)(?:the|der|den|die|los|las|of)\s(?:(?:{parts})[\s-])?'?$", re.IGNORECASE)


def _decade_word(match: re.Match[str], language: Language) -> Iterator[Mention]:
    yield from _of_decade(match, language.decade_words[match["decade_name"].lower()])


def _of_decade(match: re.Match[str], year: int) -> Iterator[Mention]:
    """Yield a decade; of "'20s" both readings."""
    recent = 30
    for first in (year,) if year >= _CENTURY else (1900 + year, 2000 + year) if year < recent else (1900 + year,):
        yield Mention(*match.span(), first, decade=True)


def _year(match: re.Match[str], language: Language) -> Iterator[Mention]:
    start, end = match.span()
    if is_year(match.string, start, end, language):
        yield Mention(start, end, int(match["year"]), sure=is_surely_year(match.string, start, end, language))


def _low(match: re.Match[str], _: Language) -> Iterator[Mention]:
    yield Mention(match.end() - 3, match.end(), int(match["low_sure"] or match["low_year"]))


def _year_of(match: re.Match[str], name: str, language: Language) -> int | None:
    """Return the year beside a month, which may be of another era: "15 March 44 BC"."""
    year = _number(match[name])
    if year is None or not language.eras_before:
        return year
    return 1 - year if _before_christ(language).match(match.string, match.end(name)) else year


@lru_cache(maxsize=64)
def _before_christ(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{_exact(language.eras_before)})(?!\w)")


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _ordinal_number(text: str, language: Language) -> int:
    """Return what an ordinal counts: "18th", "XVIIIe", "eighteenth"; 0 for one that is none."""
    digits = _DIGITS.match(text)
    if digits:
        return int(digits.group())
    if text.lower() in language.ordinals:
        return language.ordinals[text.lower()]
    values = [_ROMAN[sign] for sign in text if sign in _ROMAN]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


_READERS: Mapping[str, Callable[[re.Match[str], Language], Iterator[Mention]]] = {
    "iso": _iso,
    "iso_week": _iso_week,
    "split": _split,
    "big_first": _big_first,
    "numeric": _numeric,
    "signs": _signs,
    "shared": _shared,
    "era": _era,
    "era_first": _era_first,
    "fiscal": _fiscal,
    "week": _week,
    "week_nth": _week_nth,
    "nth": _nth,
    "day_number": _day_number,
    "day_month": _day_month,
    "month_day": _month_day,
    "month": _month,
    "part": _part,
    "year_part": _year_part,
    "century_shared": _century_shared,
    "century": _century,
    "century_named": _century_named,
    "decade": _decade,
    "decade_named": _decade_named,
    "decade_short": _decade_short,
    "decade_word": _decade_word,
    "year": _year,
    "low": _low,
}
