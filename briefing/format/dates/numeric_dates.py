"""Numeric notations with a special meaning: 2023-24, 2024-05/06, days of the year, weeks.

Each meaning is a date in EDTF with its name in words. If a notation has two meanings, both are returned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from briefing.format.dates.calendar import DECEMBER, length_of
from briefing.format.dates.english import plain_words
from briefing.format.dates.grammar import read_form
from briefing.format.dates.month_names import MONTHS
from briefing.format.dates.values import DateError

Meanings = Mapping[str, str]
"""The name of each meaning, by the date in EDTF."""
_FIRST_LIKELY, _LAST_LIKELY = 1000, 2999
"""The years for which six digits (202405) are taken as a month."""


def possible_meanings(text: str) -> Meanings:
    """Return what a numeric date may mean. Empty: it is not one of these notations.

    Raises:
        DateError: the day meant does not exist.
    """
    plain = plain_words(text).strip(".,;")
    for pattern, meant in _FORMS:
        if found := pattern.fullmatch(plain):
            return dict(meant(found))
    return {}


def _years_or_month(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Read 2023-24, usually two years, and 2010-11, two years or a month."""
    year, second = found["year"], found["second"]
    number, place = int(second), 10 ** len(second)
    own = int(year) % place
    last = int(year) - own + number + (place if number < own else 0)
    follows = last == int(year) + 1
    is_month = 1 <= number <= DECEMBER and not found["season"]
    if number < own and not follows:
        return  # a month, a season or a mistake
    if len(second) == 1 and not follows:
        return
    if is_month:
        yield f"{year}-{number:02d}", f"{MONTHS[number - 1]} {year}"
    if last > int(year):
        yield f"{year}/{last:04d}", f"{year} to {last}"


def _months_or_day(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Read 2024-05/06: two months, or a day."""
    year, first, second = found["year"], int(found["first"]), int(found["second"])
    if not 1 <= first <= DECEMBER:
        return
    if 1 <= second <= DECEMBER and second != first:
        until = int(year) + (second < first)
        yield f"{year}-{first:02d}/{until:04d}-{second:02d}", f"{MONTHS[first - 1]} to {MONTHS[second - 1]}"
    if 1 <= second <= length_of(int(year), first):
        yield f"{year}-{first:02d}-{second:02d}", f"{second} {MONTHS[first - 1]} {year}"


def _days(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Read 2024-05-01/03.

    Raises:
        DateError: one of the two days does not exist.
    """
    month, first, last = found["month"], found["first"], found["last"]
    written = f"{month}-{first}/{month}-{last}"
    read_form(written)
    yield written, f"the days from {int(first)} to {int(last)}"


def _whole_days(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    written = f"{found['first']}/{found['last']}"
    read_form(written)
    yield written, "from the one day to the other"


def _day_of_year(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Read 2024-123 (ISO 8601: ordinal date).

    Raises:
        DateError: the year has fewer days.
    """
    year, number = int(found["year"]), int(found["day"])
    days = sum(length_of(year, month) for month in range(1, 13))
    if not 1 <= number <= days:
        raise DateError(f"no such day: day {number} of {year} (the year has {days} days)")
    month = 1
    while number > length_of(year, month):
        number -= length_of(year, month)
        month += 1
    yield f"{year:04d}-{month:02d}-{number:02d}", f"day {int(found['day'])} of {year}"


def _week(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Read 2024-W05 (ISO 8601: week date).

    Raises:
        DateError: the year has fewer weeks.
    """
    year, number = int(found["year"]), int(found["week"])
    try:
        monday = date.fromisocalendar(year, number, 1)
        sunday = monday + timedelta(days=6)
    except (ValueError, OverflowError) as error:
        raise DateError(f"no such week: week {number} of {year}") from error
    yield f"{monday}/{sunday}", f"week {number} of {year}"


def _month_or_year(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Read 202405."""
    if _FIRST_LIKELY <= int(found["year"]) <= _LAST_LIKELY:
        yield from _month_of_year(found)
        yield f"Y{found.group()}", f"the year {int(found.group()):,}"


def _month_of_year(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    yield f"{found['year']}-{found['month']}", f"{MONTHS[int(found['month']) - 1]} {found['year']}"


_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[tuple[str, str]]]], ...] = (
    (
        re.compile(rf"{_YEAR} ?[-/] ?(?P<second>[0-9]{{1,2}})(?P<season> season| (?:school|academic) year)?"),
        _years_or_month,
    ),
    (re.compile(rf"{_YEAR}-(?P<first>[0-9]{{2}})/(?P<second>[0-9]{{1,2}})"), _months_or_day),
    (re.compile(r"(?P<month>[0-9]{4}-[0-9]{2})-(?P<first>[0-9]{2}) ?[-/] ?(?P<last>[0-9]{2})"), _days),
    (re.compile(rf"(?P<first>{_DAY}) ?- ?(?P<last>{_DAY})"), _whole_days),
    (re.compile(rf"{_YEAR}-?(?P<day>[0-9]{{3}})"), _day_of_year),
    (re.compile(rf"{_YEAR}-?w(?P<week>[0-9]{{1,2}})"), _week),
    (re.compile(rf"(?:w|week )(?P<week>[0-9]{{1,2}})(?: of|,)?[ /-]{_YEAR}"), _week),
    (re.compile(rf"{_YEAR}(?P<month>0[1-9]|1[0-2])"), _month_or_year),
    (re.compile(r"(?P<month>0[1-9]|1[0-2])(?P<year>[12][0-9]{3})"), _month_of_year),
)
