"""A date as a text gives it: its parts, its first and last day, and how the text puts it."""

from __future__ import annotations

from typing import NamedTuple

from briefing.evidence.dates.calendar_days import LAST_MONTH, Days, month_days, quarter_days
from briefing.format.dates import Day

_CENTURY = 100


class DateMention(NamedTuple):
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
