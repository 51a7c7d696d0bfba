"""The first and the last day that match a date with unspecified digits (X)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import product

from briefing.format.dates.calendar import DECEMBER, FEBRUARY, Day, length_of
from briefing.format.dates.groupings import GROUPINGS

UNSPECIFIED = "X"
NO_YEAR = "XXXX"
"""A year without any digit: the date has no position in time."""

_LONGEST_MONTH = 31
_LEAP_DAY = 29
_UP, _DOWN = "0123456789", "9876543210"


@cache  # At most 121 patterns of two characters, times two lengths.
def matching_numbers(pattern: str, greatest: int) -> tuple[int, ...]:
    """Return the numbers from 1 to `greatest` that match a two-digit pattern. X is any digit; "" matches all."""
    return tuple(number for number in range(1, greatest + 1) if _allows(pattern or "XX", f"{number:02d}"))


def matching_months(pattern: str) -> tuple[int, ...]:
    """Return the months (1 to 12) that match a pattern."""
    return matching_numbers(pattern, DECEMBER)


def matching_days(pattern: str) -> tuple[int, ...]:
    """Return the days (1 to 31) that match a pattern."""
    return matching_numbers(pattern, _LONGEST_MONTH)


def year_range(pattern: str) -> tuple[int, int]:
    """Return the first and the last year that match a pattern."""
    return next(iter(_years(pattern, up=True))), next(iter(_years(pattern, up=False)))


def first_day(year: str, month: str, day: str) -> Day | None:
    """Return the first day that matches three patterns. None: there is no such day."""
    if grouping := GROUPINGS.get(month):
        return _month_edge(year_range(year)[0], grouping.first, last=False)
    months, days = matching_months(month), matching_days(day)
    if months == (FEBRUARY,) and days[:1] == (_LEAP_DAY,) and not _may_leap(year):
        return None
    for number in _years(year, up=True):
        for candidate in months:
            if days and days[0] <= length_of(number, candidate):
                return Day(number, candidate, days[0])
    return None


def last_day(year: str, month: str, day: str) -> Day | None:
    """Return the last day that matches three patterns. None: there is no such day."""
    if grouping := GROUPINGS.get(month):
        return _month_edge(year_range(year)[1], grouping.last, last=True)
    months, days = matching_months(month), matching_days(day)
    for number in _years(year, up=False):
        for candidate in reversed(months):
            length = length_of(number, candidate)
            if fitting := bisect_right(days, length):
                return Day(number, candidate, days[fitting - 1])
    return None


def _allows(pattern: str, written: str) -> bool:
    return all(allowed in (UNSPECIFIED, digit) for allowed, digit in zip(pattern, written, strict=True))


def _may_leap(year: str) -> bool:
    """Tell whether a leap year can match. Without this, the years of a pattern such as XXX1 would all be tried."""
    return any(_allows(year[-2:], f"{number:02d}") for number in range(0, 100, 4))


def _years(pattern: str, *, up: bool) -> Iterable[int]:
    """Return every year that matches, in rising order (`up`) or falling order."""
    if UNSPECIFIED not in pattern:
        return (int(pattern),)
    sign, digits = (-1, pattern[1:]) if pattern[0] == "-" else (1, pattern)
    any_digit = _UP if up == (sign > 0) else _DOWN
    choices = product(*(any_digit if digit == UNSPECIFIED else digit for digit in digits))
    return (sign * int("".join(choice)) for choice in choices)


def _month_edge(year: int, month: int, *, last: bool) -> Day:
    """Return the first or last day of a month; 0 is December of the year before, 13 January of the next year."""
    year, month = year + (month - 1) // DECEMBER, (month - 1) % DECEMBER + 1
    return Day(year, month, length_of(year, month) if last else 1)
