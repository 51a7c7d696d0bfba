"""A date as a text gives it: year, month and day, as far as they are given, and its first and last day."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.dates.calendar_days import LAST_MONTH, Days, month_days, quarter_days
from briefing.format.dates import Day

_CENTURY = 100


class DateMention(NamedTuple):
    """One date in a text, with the parts that the text gives. None: the text does not give this part."""

    start: int
    end: int
    """Offsets in the folded text, `end` excluded."""
    year: int | None = None
    """As in EDTF: 0 is 1 BC, -43 is 44 BC."""
    month: int | None = None
    """1 to 12; 21 to 24 a season, 33 to 36 a quarter, 40 and 41 a half year, as in EDTF."""
    day: int | None = None
    decade: bool = False
    """True: `year` is the first year of a decade: "the 1990s"."""
    century: int | None = None
    """20 for the 20th century, -5 for the 5th century BC."""
    about: bool = False
    """True: the text says "about" or the like."""
    part: str = ""
    """The part of it that the text means: "early", "mid", "late", "start" or "end". Empty: the whole."""
    months: int = 0
    """Length in months, if it is a period that ends with the named month: "nine months to September". 0: it is not."""
    stretch: Days | None = None
    """Its first and last day, if year, month and day do not give them: a calendar week, or a relative date."""
    sure: bool = True
    """False: the digits may be a count instead of a year, or the year of a relative date is a guess."""
    is_second: bool = False
    """True: another reading of the same words is more likely: for "last year", the twelve months up to now."""

    @property
    def days(self) -> Days | None:
        """Its first and last day. None: it has no year, or is a season, whose days differ from place to place."""
        if self.stretch is not None:
            return self.stretch
        if self.century is not None:
            return _century_days(self.century)
        if self.year is None:
            return None
        if self.month is None:
            return Day(self.year, 1, 1), Day(self.year + 9 * self.decade, LAST_MONTH, 31)
        days = quarter_days(self.year, self.month) or month_days(self.year, self.month, self.day)
        return days if days is None or not self.months else (self._first_of_period(self.year, self.month), days[1])

    def _first_of_period(self, year: int, month: int) -> Day:
        """Return the first day of the months that end with a month, or with a day inside it."""
        first = year * LAST_MONTH + month - self.months
        if self.ends_inside_month and self.day is not None:
            before = month_days((first - 1) // LAST_MONTH, (first - 1) % LAST_MONTH + 1, None)
            if before is not None and self.day < before[1].day:
                return Day(before[1].year, before[1].month, self.day + 1)
        return Day(first // LAST_MONTH, first % LAST_MONTH + 1, 1)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers in which the text gives it: year, day, century."""
        year = self.year if self.year is None or self.year > 0 else 1 - self.year
        known = (year, self.day, None if self.century is None else abs(self.century))
        return tuple(number for number in known if number is not None)

    @property
    def ends_inside_month(self) -> bool:
        """Whether it is a period whose last day is not that of a month, so that its first may be one of several."""
        if not self.months or self.day is None or self.month is None:
            return False
        whole = month_days(2001 if self.year is None else self.year, self.month, None)
        return whole is not None and self.day < min(whole[1].day, 28)

    @property
    def lacks_year(self) -> bool:
        """Whether it is a day, month or season without its year."""
        return self.year is None and self.century is None and self.stretch is None


def _century_days(century: int) -> Days:
    # EDTF counts 1900 to 1999 as 19XX; before Christ, -04XX is 500 to 401 BC.
    first = (century - 1) * _CENTURY if century > 0 else (century + 1) * _CENTURY - _CENTURY + 1
    return Day(first, 1, 1), Day(first + _CENTURY - 1, LAST_MONTH, 31)
