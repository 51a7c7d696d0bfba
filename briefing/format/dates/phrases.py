"""A single date in English, in pieces: day, month, year, and what is not stated."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.format.dates.bounds import NO_YEAR, UNSPECIFIED, matching_days, matching_months, year_range
from briefing.format.dates.calendar import GREATEST_PLAIN_YEAR, LEAP_YEAR, length_of
from briefing.format.dates.forms import CalendarDate, Doubt, Year
from briefing.format.dates.groupings import GROUPINGS, GroupingKind
from briefing.format.dates.month_names import MONTHS, SHORT_MONTHS

_MOST_LISTED = 4
"""Days or months that are listed one by one; of more, only the first and the last are named."""
_FIRST_BARE_YEAR = 1000
"""An earlier year is written with AD, as it could be mistaken for another number."""
_DECADE = 10
_CENTURY = 100


class Phrase(NamedTuple):
    """A date in words, in pieces, so that two dates can share what they have in common."""

    day: str
    """"21", "30 or 31". Empty: not stated."""
    month: str
    """"October", "spring", "some month". Empty: not stated."""
    link: str
    """Between month and year: " ", " of ", " in "."""
    year: str
    """"2024", "the 1990s". Empty: not stated."""
    missing: str
    """What is not stated: ", year not stated". May be empty."""

    @property
    def core(self) -> str:
        """The day and the month."""
        return " ".join(filter(None, (self.day, self.month)))

    @property
    def rest(self) -> str:
        """All that follows day and month."""
        return (self.link + self.year if self.core and self.year else self.year) + self.missing

    def __str__(self) -> str:
        return (self.core + self.rest).removeprefix(", ")


def phrase(date: CalendarDate) -> Phrase:
    """Return a date in words, without its doubt."""
    grouping = GROUPINGS.get(date.month)
    year, link = _year_phrase(date.year)
    if grouping and grouping.kind is not GroupingKind.SEASON and link == " ":
        link = " of "
    days, months = _that_exist(date)
    month = grouping.name if grouping else _month_phrase(date.month, MONTHS, months)
    day = _listed(days, "a day from {} to {}") if _is_partly_given(date.day) else ""
    if day and (not month or len(months) > 1):
        link = " in " if link == " " and not month else link
        day, month = f"day {day}", f"of {month or 'some month'}"
    missing = _missing(date)
    note = f" ({grouping.note})" if grouping and grouping.note else ""
    return Phrase(day, month, link, year, missing + note)


def short_phrase(date: CalendarDate) -> Phrase:
    """Return a date in few letters, without its doubt. Of what is not stated, it names only the year."""
    grouping = GROUPINGS.get(date.month)
    days, months = _that_exist(date)
    month = grouping.short if grouping else _month_phrase(date.month, SHORT_MONTHS, months, short=True)
    day = (str(days[0]) if len(days) == 1 else date.day.lstrip("0")) if _is_partly_given(date.day) else ""
    if day and not month:
        month = "?"
    return Phrase(day, month, " ", _short_year(date.year), ", no year" if NO_YEAR in date.year else "")


def year_words(year: int) -> str:
    """Return the name of a year: "1985", "AD 476", "44 BC", "the year 170,000,002"."""
    return f"the year {year:,}" if year > GREATEST_PLAIN_YEAR else short_year(year)


def short_year(year: int) -> str:
    """Return the name of a year in few letters: "1985", "AD 476", "44 BC", "170,000,002"."""
    if year > GREATEST_PLAIN_YEAR:
        return f"{year:,}"
    if year <= 0:
        # ISO 8601 has a year 0, history has none: year 0 is 1 BC.
        before = 1 - year
        return f"{before:,} BC" if before > GREATEST_PLAIN_YEAR else f"{before} BC"
    return str(year) if year >= _FIRST_BARE_YEAR else f"AD {year}"


def estimate(date: Year) -> str:
    """Return the name of a long or estimated year with its range, without its doubt."""
    if not date.estimated:
        return year_words(date.value)
    return f"{year_words(date.value)} (between {short_year(date.low)} and {short_year(date.high)})"


def with_doubt(text: str, doubts: tuple[tuple[str, Doubt], ...]) -> str:
    """Add the doubt of each named component: "about 1900", "January 2025 (year uncertain)"."""
    signs = {sign for _, sign in doubts}
    if signs == {""}:
        return text
    if len(signs) == 1:
        about = "about " if signs <= {"~", "%"} else ""
        return about + text + (" (uncertain)" if signs <= {"?", "%"} else "")
    notes = []
    for sign, meaning in (("?", "uncertain"), ("~", "approximate"), ("%", "approximate and uncertain")):
        if names := [name for name, own in doubts if own == sign]:
            notes.append(f"{' and '.join(names)} {meaning}")
    return f"{text} ({', '.join(notes)})"


def named_doubts(date: CalendarDate) -> tuple[tuple[str, Doubt], ...]:
    """Return the name and the doubt of each component that is written, the smallest first."""
    grouping = GROUPINGS.get(date.month)
    names = ("year", grouping.kind.value if grouping else "month", "day")
    written = (date.year, date.month, date.day)
    pairs = zip(names, date.doubts, written, strict=True)
    return tuple((name, doubt) for name, doubt, digits in pairs if digits)[::-1]


def _is_partly_given(pattern: str) -> bool:
    return bool(pattern.strip(UNSPECIFIED))


def _that_exist(date: CalendarDate) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the days and the months that match the patterns of a date and exist: without 31 April and the like."""
    days, months = matching_days(date.day), matching_months(date.month)
    if not _is_partly_given(date.day) or not months:
        return days, months
    year = int(date.year) if UNSPECIFIED not in date.year else LEAP_YEAR
    lengths = {month: length_of(year, month) for month in months}
    longest = max(lengths.values())
    first = min(days, default=0)
    return tuple(day for day in days if day <= longest), tuple(each for each in months if lengths[each] >= first)


def _month_phrase(pattern: str, names: tuple[str, ...], months: tuple[int, ...], *, short: bool = False) -> str:
    if not _is_partly_given(pattern):
        return ""
    if short and len(months) > _MOST_LISTED:
        return f"{names[months[0] - 1]}–{names[months[-1] - 1]}"
    if short:
        return "/".join(names[month - 1] for month in months)
    named = [names[month - 1] for month in months]
    if len(months) != months[-1] - months[0] + 1:
        return f"{', '.join(named[:-1])} or {named[-1]}"  # not all months from the first to the last
    return _listed(named, "a month from {} to {}")


def _listed(values: tuple[int, ...] | list[str], span: str) -> str:
    """List a few values one by one; of many, name the first and the last."""
    if len(values) > _MOST_LISTED:
        return span.format(values[0], values[-1])
    *others, final = map(str, values)
    return f"{', '.join(others)} or {final}" if others else final


def _missing(date: CalendarDate) -> str:
    names = [
        name
        for name, pattern in (("day", date.day), ("month", date.month), ("year", date.year.strip("-")))
        if pattern and not _is_partly_given(pattern) and not (name == "month" and _is_partly_given(date.day))
    ]
    if not names:
        return ""
    *others, final = names
    return f", {', '.join(others)} and {final} not stated" if others else f", {final} not stated"


def _year_phrase(pattern: str) -> tuple[str, str]:
    """Return the year in words and what links a month to it."""
    if UNSPECIFIED not in pattern:
        return year_words(int(pattern)), " "
    if NO_YEAR in pattern:
        return "", " "
    if UNSPECIFIED in pattern.rstrip(UNSPECIFIED):
        return f"a year like {pattern}", " in "
    low, high = year_range(pattern)
    if _is_decade(low, high):
        return f"the {low}s", " in "
    return f"between {short_year(low)} and {short_year(high)}", " of a year "


def _short_year(pattern: str) -> str:
    if UNSPECIFIED not in pattern:
        return short_year(int(pattern))
    if NO_YEAR in pattern:
        return ""
    if UNSPECIFIED in pattern.rstrip(UNSPECIFIED):
        return pattern
    low, high = year_range(pattern)
    return f"{low}s" if _is_decade(low, high) else f"{short_year(low)}–{short_year(high)}"


def _is_decade(low: int, high: int) -> bool:
    # "The 1900s" is the decade 190X. The century 19XX is written "1900 to 1999", so that they are not confused.
    return low >= _FIRST_BARE_YEAR and high - low < _DECADE


class Century(NamedTuple):
    """A century, as an end of an interval."""

    low: int
    """Its first year; 1 BC is 0."""
    high: int
    """Its last year."""

    @property
    def ordinal(self) -> str:
        """Its number in its era: "18th"."""
        number = self.low // _CENTURY + 1 if self.low > 0 else 1 + -self.high // _CENTURY
        ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    @property
    def era(self) -> str:
        """Follows the word "century": " BC", or nothing."""
        return " BC" if self.low <= 0 else ""

    @property
    def years(self) -> str:
        """Its years: "1700 to 1799"."""
        return f"{short_year(self.low)} to {short_year(self.high)}"


_TEENS = range(11, 14)


def century(point: CalendarDate) -> Century | None:
    """Return the century that a date means: 17XX. None: it is not a century."""
    if point.month or not point.year.endswith(UNSPECIFIED * 2) or not point.year.strip(UNSPECIFIED + "-"):
        return None
    if UNSPECIFIED in point.year.rstrip(UNSPECIFIED):
        return None
    low, high = year_range(point.year)
    is_whole = high - low == _CENTURY - 1 and (low > 0 or high < 0)
    return Century(low, high) if is_whole else None
