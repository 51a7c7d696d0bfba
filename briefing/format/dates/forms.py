"""Owns the parts of a date as written: what the grammar finds, the bounds follow and the words say.

They are named tuples because each frozen dataclass costs every command a millisecond at its start.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from briefing.format.dates.calendar import Day

Doubt = str
"""How sure a component is, in the specification's signs: "" sure, "?" uncertain, "~" approximate, "%" both."""


class CalendarDate(NamedTuple):
    """A year, a month or a day; each digit may be X, unspecified (specification: Date, Unspecified Digit)."""

    year: str
    """Four digits, with a sign before Christ: "1985", "-0043", "156X", "XXXX"."""
    month: str
    """Two digits, 21 to 41 for parts of a year; empty: none is written."""
    day: str
    """Two digits; empty: none is written."""
    doubts: tuple[Doubt, Doubt, Doubt]
    """Of year, month and day."""
    earliest: Day | None
    """None: no digit of the year is given."""
    latest: Day | None
    time: str = ""
    """Time of day with its shift from UTC, as written: "23:20:30", "23:20:30Z", "23:20:30+04:30"."""


class Year(NamedTuple):
    """A year beyond four digits or an estimate (specification: Letter-prefixed, Exponential, Significant digits)."""

    value: int
    low: int
    """First year that the significant digits allow; `value` when none are given."""
    high: int
    doubt: Doubt
    estimated: bool
    """Written with significant digits: `value` is the best guess between `low` and `high`."""

    @property
    def earliest(self) -> Day:
        """First day that it allows."""
        return Day(self.low, 1, 1)

    @property
    def latest(self) -> Day:
        """Last day that it allows."""
        return Day(self.high, 12, 31)


SingleDate = CalendarDate | Year
"""One date that is neither an interval nor a set."""


class MissingEnd(Enum):
    """An end of an interval that is not a date (specification: Extended Interval)."""

    OPEN = ".."
    """There is none, or none is meant."""
    UNKNOWN = ""
    """There is one that is not known."""


class Interval(NamedTuple):
    """From one date to another (specification: Time Interval). At least one of the two is a date."""

    start: SingleDate | MissingEnd
    end: SingleDate | MissingEnd


class DateRange(NamedTuple):
    """All the values from one to another, both included, inside a set."""

    start: SingleDate
    end: SingleDate


class OpenRange(NamedTuple):
    """A value and all before it, or all after it, at an end of a set."""

    point: SingleDate
    is_last: bool
    """True: it and all before it. False: it and all after it."""


SetMember = CalendarDate | Year | DateRange | OpenRange


class DateSet(NamedTuple):
    """Several dates (specification: Set representation)."""

    every: bool
    """True: all of them, in braces. False: one of them, in brackets."""
    members: tuple[SetMember, ...]
    """At least one."""


DateForm = CalendarDate | Year | Interval | DateSet


def single_dates(form: DateForm) -> tuple[SingleDate, ...]:
    """Return every date in the form, in the order in which they are written."""
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
