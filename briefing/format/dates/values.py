"""A parsed date, `Edtf`: its bounds, its doubt, and the order of dates."""

from __future__ import annotations

from enum import Enum

from briefing.base.frozen import field, frozen
from briefing.base.named_tuple import NamedTuple
from briefing.format.dates.calendar import Day
from briefing.format.dates.forms import DateForm


class DateError(ValueError):
    """A text is not a date, or the day does not exist."""

    def __init__(self, sentence: str, hint: str | None = None, offset: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        """What is wrong, without a full stop. May quote the text: the caller makes it safe to print."""
        self.hint = hint
        """What to write instead. None: not known."""
        self.offset = offset
        """Offset of the mistake in the text, in characters from 0. None: the whole text is meant."""


@frozen
class Edtf:
    """A date as it was written, with its bounds and its doubt."""

    text: str
    """As written."""
    form: DateForm = field(compare=False, repr=False)
    """The parts of the text."""
    earliest: Day | None
    """The first day that the text allows, regardless of doubt. None: open, unknown, or no year is given."""
    latest: Day | None
    """The last day that the text allows, regardless of doubt. None: open, unknown, or no year is given."""
    open_start: bool = False
    """Whether it starts with `..`: there is no start, or none is meant."""
    open_end: bool = False
    """Whether it ends with `..`: there is no end, or none is meant."""
    approximate: bool = False
    """Whether a part is approximate: `~`, `%`, or an estimate with significant digits."""
    uncertain: bool = False
    """Whether a part is uncertain: `?` or `%`."""

    @property
    def has_year(self) -> bool:
        """Whether it can be placed on a time axis: `XXXX-01` cannot."""
        return self.earliest is not None or self.latest is not None


class Order(Enum):
    """The order of two dates."""

    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


def order(a: Edtf, b: Edtf) -> Order:
    """Tell whether all of `a` is before all of `b` or after it. UNKNOWN: they overlap, or a bound is missing.

    `~` and `?` are ignored, as the specification gives them no width.
    """
    if a.latest is not None and b.earliest is not None and a.latest < b.earliest:
        return Order.BEFORE
    if a.earliest is not None and b.latest is not None and b.latest < a.earliest:
        return Order.AFTER
    return Order.UNKNOWN


class SortKey(NamedTuple):
    """Sorts dates for a list, see `sort_key`."""

    without_year: bool
    start: Day
    endless: bool
    end: Day
    text: str


_NO_DAY = Day(0, 1, 1)


def sort_key(date: Edtf) -> SortKey:
    """Return a key that sorts dates by start, then by end, then by text.

    A date without a start ("until 1945") is sorted by its end; dates without a year come last.
    """
    start = date.earliest or date.latest or _NO_DAY
    return SortKey(not date.has_year, start, date.latest is None, date.latest or start, date.text)
