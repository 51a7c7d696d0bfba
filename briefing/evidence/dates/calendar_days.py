"""The first and last day of a year, month, quarter, half year or calendar week."""

from __future__ import annotations

from briefing.format.dates import Day
from briefing.format.dates.calendar import length_of

Days = tuple[Day, Day]
"""A first and a last day."""

LAST_MONTH = 12
_MONTHS_OF = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
"""Quarters and halves by their EDTF number."""


def year_days(year: int) -> Days:
    """Return the first and the last day of a year."""
    return Day(year, 1, 1), Day(year, LAST_MONTH, 31)


def month_days(year: int, month: int, day: int | None = None) -> Days | None:
    """Return the first and last day of a month; with `day`, that day twice. None: there is no such month or day."""
    if not 1 <= month <= LAST_MONTH:
        return None
    length = length_of(year, month)
    if day is None:
        return Day(year, month, 1), Day(year, month, length)
    return (Day(year, month, day), Day(year, month, day)) if 1 <= day <= length else None


def quarter_days(year: int, part: int) -> Days | None:
    """Return the first and last day of a quarter or half year, by its EDTF number. None: for any other number."""
    if part not in _MONTHS_OF:
        return None
    first, last = _MONTHS_OF[part]
    return Day(year, first, 1), Day(year, last, length_of(year, last))


def week_days(year: int, number: int) -> Days | None:
    """Return the Monday and Sunday of a calendar week (ISO 8601). None: the year has no such week."""
    from datetime import date, timedelta  # takes long to import, and few texts name weeks

    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:  # most years have no week 53
        return None
    sunday = monday + timedelta(days=6)
    return Day(monday.year, monday.month, monday.day), Day(sunday.year, sunday.month, sunday.day)


def next_day(day: Day, step: int = 1) -> Day | None:
    """Return the day `step` days after another. None: it may lie outside the years that `datetime` knows."""
    from datetime import MAXYEAR, date, timedelta  # takes long to import, and few texts name the day after another

    if not 1 < day.year < MAXYEAR:
        return None
    moved = date(*day) + timedelta(days=step)
    return Day(moved.year, moved.month, moved.day)
