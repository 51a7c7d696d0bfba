"""Days of the proleptic Gregorian calendar in any year, as `datetime.date` has only the years 1 to 9999."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple

FEBRUARY = 2
DECEMBER = 12
GREATEST_PLAIN_YEAR = 9999
"""The last year that is written with four digits."""

LEAP_YEAR = 2000
"""Used in place of an unspecified year, as in it every month has its greatest number of days."""
_FARTHEST = 2**62
"""Limit of `Day.number`: an integer of SQLite has 64 bits, but a year may have any length."""
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar, in any year. Year 0 is 1 BC. Compares in order of time."""

    year: int
    month: int
    day: int

    @property
    def ordinal(self) -> int:
        """The number of the day: 1 is 1 January of year 1, as in `datetime.date.toordinal`."""
        # Counted in years that start in March, so that the leap day is their last day.
        late = self.month > FEBRUARY
        year, month = (self.year, self.month) if late else (self.year - 1, self.month + DECEMBER)
        return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + self.day - 306

    @property
    def number(self) -> int:
        """The day as yyyymmdd, which sorts as days do; years that are too far off count as -2**62 or 2**62."""
        return max(-_FARTHEST, min(_FARTHEST, self.year * 10_000 + self.month * 100 + self.day))

    def __str__(self) -> str:
        return f"{_iso_year(self.year)}-{self.month:02d}-{self.day:02d}"


def length_of(year: int, month: int) -> int:
    """Return the number of days in a month."""
    return 29 if month == FEBRUARY and _is_leap(year) else _LENGTHS[month]


def _is_leap(year: int) -> bool:
    # `calendar.isleap` is the same, but the import of `calendar` takes 10 ms.
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _iso_year(year: int) -> str:
    # ISO 8601-1, expanded representation: more than four digits need their sign.
    plus = "+" if year > GREATEST_PLAIN_YEAR else ""
    return f"{plus}{year:04d}" if year >= 0 else f"-{-year:04d}"
