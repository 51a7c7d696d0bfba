"""The syntax tree of a date: the parts as they are written.

Named tuples, as defining them takes less time at the start of each command than frozen dataclasses.
"""

from __future__ import annotations

from enum import Enum

from briefing.base.named_tuple import NamedTuple
from briefing.format.dates.calendar import Day

Doubt = str
"""A sign of the specification on a component: "" certain, "?" uncertain, "~" approximate, "%" both."""


class CalendarDate(NamedTuple):
    """A year, a month or a day; any digit may be X, unspecified (specification: Date, Unspecified Digit)."""

    year: str
    """Four digits, with a minus sign before year 0: "1985", "-0043", "156X", "XXXX"."""
    month: str
    """Two digits; 21 to 41 are parts of a year (see `groupings`). Empty: not given."""
    day: str
    """Two digits. Empty: not given."""
    doubts: tuple[Doubt, Doubt, Doubt]
    """Of year, month and day."""
    earliest: Day | None
    """The first day that matches. None: no digit of the year is given."""
    latest: Day | None
    """The last day that matches. None: no digit of the year is given."""
    time: str = ""
    """Time of day with its offset from UTC, as written: "23:20:30", "23:20:30Z", "23:20:30+04:30"."""


class Year(NamedTuple):
    """A year of more than four digits, or an estimate (specification: Letter-prefixed, Exponential, Significant)."""

    value: int
    low: int
    """The first year that the significant digits allow; `value` if none are given."""
    high: int
    """The last year that the significant digits allow; `value` if none are given."""
    doubt: Doubt
    estimated: bool
    """Whether it is written with significant digits: `value` is the best guess between `low` and `high`."""

    @property
    def earliest(self) -> Day:
        """The first day of the first year."""
        return Day(self.low, 1, 1)

    @property
    def latest(self) -> Day:
        """The last day of the last year."""
        return Day(self.high, 12, 31)


SingleDate = CalendarDate | Year
"""A date that is neither an interval nor a set."""


class MissingEnd(Enum):
    """An end of an interval that is not a date (specification: Extended Interval)."""

    OPEN = ".."
    """The interval has no end on this side, or none is meant."""
    UNKNOWN = ""
    """The interval has an end on this side, which is unknown."""


class Interval(NamedTuple):
    """An interval (specification: Time Interval). At least one of the ends is a date."""

    start: SingleDate | MissingEnd
    end: SingleDate | MissingEnd


class DateRange(NamedTuple):
    """A member of a set: all values from one to another, both included ("1670..1673")."""

    start: SingleDate
    end: SingleDate


class OpenRange(NamedTuple):
    """A first or last member of a set: a value and all before it ("..1672"), or all after it ("1672..")."""

    point: SingleDate
    is_last: bool
    """True: it and all before it. False: it and all after it."""


SetMember = CalendarDate | Year | DateRange | OpenRange


class DateSet(NamedTuple):
    """A set of dates (specification: Set representation)."""

    every: bool
    """True: all members, in braces. False: one of the members, in brackets."""
    members: tuple[SetMember, ...]
    """At least one."""


DateForm = CalendarDate | Year | Interval | DateSet


def single_dates(form: DateForm) -> tuple[SingleDate, ...]:
    """Return every single date in a form, in the order in which they are written."""
    match form:
        case Interval():
            return tuple(end for end in (form.start, form.end) if not isinstance(end, MissingEnd))
        case DateSet():
            return tuple(point for member in form.members for point in _ends(member))
        case _:
            return (form,)


def _ends(member: SetMember) -> tuple[SingleDate, ...]:
    if isinstance(member, DateRange):
        return (member.start, member.end)
    return (member.point if isinstance(member, OpenRange) else member,)
