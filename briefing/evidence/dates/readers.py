"""The readers of dates: each turns a match of one pattern of `date_patterns` into mentions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from briefing.evidence.dates.calendar_days import LAST_MONTH, week_days
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_patterns import as_written
from briefing.evidence.dates.years import is_surely_year, may_be_year
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import LazyPattern, phrases

_REACH = 40
"""Characters before a decade that are searched for "the"."""
_LAST_SHORT_YEAR = 60
"""The last year of two digits that rather lies in this century: "12.5.24"."""
_CENTURY, _LATEST_CENTURY = 100, 2000
_ROMAN = {"I": 1, "V": 5, "X": 10}
_DIGITS = LazyPattern(r"\d+")


def _iso(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    parts = [int(part) for part in match["iso"].split("-")]
    yield DateMention(*match.span(), parts[0], parts[1], parts[2] if len(parts) > 2 else None)  # noqa: PLR2004 (year, month and day)


def _iso_week(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield from _of_week(match, int(match.group()[:4]), int(match["iso_week_number"]))


def _week(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield from _of_week(match, int(match["week_year"]), int(match["week_number"]))


def _of_week(match: re.Match[str], year: int, number: int) -> Iterator[DateMention]:
    days = week_days(year, number)
    if days is not None:
        yield DateMention(*match.span(), stretch=days)


def _week_nth(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield from _of_week(match, int(match["week_nth_year"]), int(match["week_nth_number"]))


def _nth(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield from _of_day(match, int(match["nth_year"]), int(match["nth_day"]))


def _day_number(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield from _of_day(match, int(match["day_number_year"]), int(match["day_number_day"]))


def _of_day(match: re.Match[str], year: int, number: int) -> Iterator[DateMention]:
    from datetime import date, timedelta  # takes long to import, and few texts number the days of a year

    day = date(year, 1, 1) + timedelta(days=number - 1)
    if day.year == year and number > 0:
        yield DateMention(*match.span(), year, day.month, day.day)


def _split(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    """Read "2023-24" as two years. "2010-11" may also be a month."""
    first, last = int(match["split_first"]), int(match["split_last"])
    final = first - first % _CENTURY + last
    final += _CENTURY if final <= first and last == (first + 1) % _CENTURY else 0
    if 0 < last <= LAST_MONTH and match["split_mark"] == "-":
        yield DateMention(*match.span(), first, last, is_second=final == first + 1)
    if final > first:
        yield DateMention(*match.span("split_first"), first)
        yield DateMention(*match.span("split_last"), final)


def _fiscal(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    first = int(match["fiscal_first"])
    first += 2000 if first < _CENTURY else 0
    last = match["fiscal_last"]
    yield DateMention(match.start(), match.end("fiscal_first"), first)
    if last:
        final = int(last) if len(last) > 2 else first - first % _CENTURY + int(last)  # noqa: PLR2004 (two digits)
        yield DateMention(*match.span("fiscal_last"), final)


def _big_first(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    year, month, day = (int(part) for part in _DIGITS.findall(match.group()))
    yield DateMention(*match.span(), year, month, day)


def _dashed(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    day, month, year = (int(part) for part in _DIGITS.findall(match.group()))
    if 0 < month <= LAST_MONTH:
        yield DateMention(*match.span(), year, month, day)


def _numeric(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    """Read "3/4/2024" both ways, if the language does not say which is the month. In "3.4.2024" the day comes first."""
    first, second, written = (int(part) for part in _DIGITS.findall(match.group()))
    is_clear = match["mark"] == "." or language.day_first
    ways = {(first, second)} if is_clear else {(first, second), (second, first)}
    years = (written,) if written >= _CENTURY else (1900 + written, 2000 + written)
    for day, month in sorted(ways):
        for year in years if month <= LAST_MONTH else ():
            is_second = written < _CENTURY and (year >= _LATEST_CENTURY) is (written > _LAST_SHORT_YEAR)
            yield DateMention(*match.span(), year, month, day, is_second=is_second)


def _dotted(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    """Read "23.11." behind a weekday or a preposition; elsewhere it may be the number of a section."""
    before = match.string[max(match.start() - _REACH, 0) : match.start()]
    if _before_day(language).search(before):
        yield DateMention(*match.span(), None, int(match["dotted_month"]), int(match["dotted_day"]))


@lru_cache(maxsize=64)
def _before_day(language: Language) -> re.Pattern[str]:
    words = [*language.weekdays, *language.date_fillers, *language.date_bounds, *language.date_to]
    return re.compile(rf"(?<!\w)(?:{phrases(words)}),?\s\(?$", re.IGNORECASE)


def _signs(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    year, month, day = (_number(match[name]) for name in ("signs_year", "signs_month", "signs_day"))
    if match["signs_alone"]:
        month, day = int(match["signs_alone"]), int(match["signs_alone_day"])
    yield DateMention(*match.span(), year, month, day)


def _days(match: re.Match[str], language: Language, name: str, year: str) -> Iterator[DateMention]:
    """Read several days of one month: each is a date at its own digits, one of them together with the month."""
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
        yield DateMention(start, end, _year_of(match, year, language), month, int(one.group()))


def _day_month(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    yield from _days(match, language, "day_month", "year_dm")


def _month_day(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    yield from _days(match, language, "month_day", "year_md")


def _month(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    yield DateMention(*match.span(), _year_of(match, "year_m", language), language.months[match["month_month"].lower()])


def _part(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    written, year = match["part_name"].lower(), _number(match["year_p"])
    known = (language.seasons, language.first_months, language.holidays)
    name = written if any(written in names for names in known) else written.replace("-", " ")
    if name in language.holidays:
        yield DateMention(*match.span(), year, *language.holidays[name])
    elif name in language.first_months:
        months = language.first_months[name]
        yield DateMention(*match.span(), year, months, months=months)
    elif name in language.seasons and not (year is None and _is_change(match, name, language)):
        yield DateMention(*match.span(), year, language.seasons[name])


def _is_change(match: re.Match[str], name: str, language: Language) -> bool:
    """Whether the name of a season says that something fell: "Fall in sales", "a fall of 3 percent"."""
    counting = language.counting
    before, behind = match.string[: match.start()].split()[-1:], match.string[match.end() :].split(None, 1)[:1]
    links = {counting.change_nouns[name], *connectors().of} if name in counting.change_nouns else set()
    return not links.isdisjoint(behind) and all(one.lower() in language.indefinite_articles for one in before)


def _year_part(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    yield DateMention(*match.span(), int(match["year_part_year"]), language.seasons[match["year_part_name"].lower()])


def _shared(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield DateMention(*match.span(), _with_era(match["shared_year"], match["shared_before"]))


def _era(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield DateMention(*match.span(), _with_era(match["era_year"], match["era_before"]))


def _era_first(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield DateMention(*match.span(), _with_era(match["era_first_year"], match["era_first_before"]))


def _with_era(digits: str, before: str | None) -> int:
    return 1 - int(digits) if before else int(digits)


def _century_shared(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    yield from _of_century(match, _ordinal_number(match["century_first"], language), match["century_shared_before"])


def _century(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    yield from _of_century(match, _ordinal_number(match["century_nth"], language), match["century_own_before"])


_NUMERAL = LazyPattern(r"[IVX]+|\d+")


def _century_named(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    offset, before = match.start("century_numbers"), match["century_named_before"]
    every = list(_NUMERAL.finditer(match["century_numbers"]))
    for one in every:
        number = _ordinal_number(one.group(), language)
        start, end = (offset + one.start(), offset + one.end()) if len(every) > 1 else match.span()
        yield DateMention(start, end, century=-number if before else number)


def _of_century(match: re.Match[str], number: int, before: str | None) -> Iterator[DateMention]:
    if number:
        yield DateMention(*match.span(), century=-number if before else number)


def _decade(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    year = int(match["decade_year"])
    if year % _CENTURY == 0 and year < _LATEST_CENTURY:
        yield DateMention(*match.span(), century=year // _CENTURY + 1)  # "the 1600s"
        yield DateMention(*match.span(), year, decade=True, is_second=True)
    else:
        yield DateMention(*match.span(), year, decade=True)


def _decade_named(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield from _of_decade(match, int(match["decade_named_year"]))


def _decade_short(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    """Read "'90s" and "the 90s", but not an age, as in "in his 90s"."""
    before = match.string[max(match.start() - _REACH, 0) : match.start()]
    if match.group().startswith("'") or _names_decade(language).search(before):
        yield from _of_decade(match, int(match["decade_short_year"]))


@lru_cache(maxsize=64)
def _names_decade(language: Language) -> re.Pattern[str]:
    parts = phrases(language.date_parts)
    return re.compile(rf"(?<!\w)(?:{phrases(connectors().before_decade)})\s(?:(?:{parts})[\s-])?'?$", re.IGNORECASE)


def _decade_word(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    yield from _of_decade(match, language.decade_words[match["decade_name"].lower()])


def _of_decade(match: re.Match[str], year: int) -> Iterator[DateMention]:
    """Yield a decade. "'20s" is read as the 1920s and the 2020s."""
    recent = 30
    for first in (year,) if year >= _CENTURY else (1900 + year, 2000 + year) if year < recent else (1900 + year,):
        yield DateMention(*match.span(), first, decade=True)


def _year(match: re.Match[str], language: Language) -> Iterator[DateMention]:
    start, end = match.span()
    if may_be_year(match.string, start, end, language):
        yield DateMention(start, end, int(match["year"]), sure=is_surely_year(match.string, start, end, language))


def _low(match: re.Match[str], _: Language) -> Iterator[DateMention]:
    yield DateMention(match.end() - 3, match.end(), int(match["low_sure"] or match["low_year"]))


def _year_of(match: re.Match[str], name: str, language: Language) -> int | None:
    """Return the year beside a month; it may be before Christ: "15 March 44 BC"."""
    year = _number(match[name])
    if year is None or not language.eras_before:
        return year
    return 1 - year if _before_christ(language).match(match.string, match.end(name)) else year


@lru_cache(maxsize=64)
def _before_christ(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{as_written(language.eras_before)})(?!\w)")


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _ordinal_number(text: str, language: Language) -> int:
    """Return the number of an ordinal: "18th", "XVIIIe", "eighteenth". 0: it is none."""
    digits = _DIGITS.match(text)
    if digits:
        return int(digits.group())
    if text.lower() in language.ordinals:
        return language.ordinals[text.lower()]
    values = [_ROMAN[sign] for sign in text if sign in _ROMAN]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


READERS: Mapping[str, Callable[[re.Match[str], Language], Iterator[DateMention]]] = {
    "iso": _iso,
    "iso_week": _iso_week,
    "split": _split,
    "big_first": _big_first,
    "numeric": _numeric,
    "dashed": _dashed,
    "dotted": _dotted,
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
