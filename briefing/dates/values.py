"""Owns what a date is once it is read: its bounds, its doubt and its order. Reads no text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class DateError(ValueError):
    """A text is not a date, or names a day that never was."""

    def __init__(self, sentence: str, hint: str | None = None, offset: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.offset = offset


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar, in any year. Year 0 is 1 BC."""

    year: int
    month: int
    day: int

    @property
    def ordinal(self) -> int:
        """Days since 31 December of year 0: 0001-01-01 is 1, as in `datetime.date`."""
        year, month = (self.year, self.month) if self.month > 2 else (self.year - 1, self.month + 12)
        return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + self.day - 306

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Edtf:
    """One date as it was written, with everything that follows from the text."""

    text: str
    """As written."""
    earliest: Day | None
    """First day that the text allows. None: open or unknown, or no year is given."""
    latest: Day | None
    """Last day that the text allows. None: open or unknown, or no year is given."""
    open_start: bool = False
    """Starts at `..`: no start, or none that is meant."""
    open_end: bool = False
    """Ends at `..`: no end, or none that is meant."""
    approximate: bool = False
    """Anything in it is approximate (`~` or `%`)."""
    uncertain: bool = False
    """Anything in it is uncertain (`?` or `%`)."""
    has_year: bool = True
    """It has a year that can be placed on an axis; `XXXX-01` has none."""


class Order(Enum):
    """What can be said of the order of two dates."""

    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


def order(a: Edtf, b: Edtf) -> Order:
    """Say whether all of `a` is before all of `b`, after it, or neither can be told."""
    if a.latest is not None and b.earliest is not None and a.latest < b.earliest:
        return Order.BEFORE
    if a.earliest is not None and b.latest is not None and b.latest < a.earliest:
        return Order.AFTER
    return Order.UNKNOWN


def sort_key(date: Edtf) -> tuple[Day, Day, str]:
    """Return a key that puts dates with a year in a stable order: by start, then by end, then as written."""
    start = date.earliest or date.latest or Day(0, 1, 1)
    return start, date.latest or start, date.text
