"""Owns what a date is once it is read: its bounds, its doubt and its order. Reads no text."""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.format.dates.calendar import Day
from briefing.format.dates.forms import DateForm


class DateError(ValueError):
    """A text is not a date, or names a day that never was."""

    def __init__(self, sentence: str, hint: str | None = None, offset: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        """What is wrong, in plain words, no full stop. May quote the text: whoever prints it makes it safe."""
        self.hint = hint
        """What to write instead. None: nothing better is known."""
        self.offset = offset
        """Where in the text the mistake starts, in characters from 0. None: the whole text is meant."""


@frozen
class Edtf:
    """One date as it was written, with everything that follows from the text. Equal when text and bounds are."""

    text: str
    """As written."""
    form: DateForm = field(compare=False, repr=False)
    """The parts of the text, for those who put it in words."""
    earliest: Day | None
    """First day that the text allows, doubt aside. None: open, unknown, or no year is given."""
    latest: Day | None
    """Last day that the text allows, doubt aside. None: open, unknown, or no year is given."""
    open_start: bool = False
    """Starts at `..`: there is no start, or none is meant."""
    open_end: bool = False
    """Ends at `..`: there is no end, or none is meant."""
    approximate: bool = False
    """Something in it is approximate: `~`, `%`, or an estimate with significant digits."""
    uncertain: bool = False
    """Something in it is uncertain: `?` or `%`."""

    @property
    def has_year(self) -> bool:
        """Can it be placed on an axis of time? `XXXX-01` cannot."""
        return self.earliest is not None or self.latest is not None


class Order(Enum):
    """What can be said of the order of two dates."""

    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


def order(a: Edtf, b: Edtf) -> Order:
    """Say whether all of `a` is before all of `b`, after it, or neither can be told.

    Dates are taken as written: `~` and `?` have no width in the specification, and none is made up here.
    """
    if a.latest is not None and b.earliest is not None and a.latest < b.earliest:
        return Order.BEFORE
    if a.earliest is not None and b.latest is not None and b.latest < a.earliest:
        return Order.AFTER
    return Order.UNKNOWN


class SortKey(NamedTuple):
    """Compares as dates are listed."""

    without_year: bool
    start: Day
    endless: bool
    end: Day
    text: str


_NO_DAY = Day(0, 1, 1)


def sort_key(date: Edtf) -> SortKey:
    """Return a key that lists dates by start, then by end, then as written.

    A date without a start stands at its end (until 1945), one without a year behind all others.
    """
    start = date.earliest or date.latest or _NO_DAY
    return SortKey(not date.has_year, start, date.latest is None, date.latest or start, date.text)
