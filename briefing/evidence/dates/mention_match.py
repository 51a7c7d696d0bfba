"""Whether one date that a text mentions agrees with a claimed date in EDTF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence.dates.calendar_days import Days
from briefing.evidence.dates.date_mention import DateMention
from briefing.format.dates import Day, Edtf
from briefing.format.dates.bounds import NO_YEAR, UNSPECIFIED, year_range
from briefing.format.dates.forms import CalendarDate, SingleDate, Year, single_dates
from briefing.format.dates.groupings import GROUPINGS, GroupingKind

_SEASON, _SEASONS = 21, 4
_PARTS = {"early": (0.0, 0.5), "mid": (0.2, 0.8), "late": (0.5, 1.0), "start": (0.0, 0.34), "end": (0.66, 1.0)}
"""Where the parts of a period lie, as widely as they may be understood: 0 is its start, 1 its end."""
_ABOUT = 0.02


def numbers_of_date(when: Edtf) -> Iterator[int]:
    """Yield the numbers in which the writer's own words may give a claimed date."""
    for point in single_dates(when.form):
        if isinstance(point, Year):
            yield abs(point.value)
            continue
        yield from (int(part) for part in (point.month, point.day) if part.isdecimal())
        yield from _numbers_of_year(point.year)


def _numbers_of_year(pattern: str) -> Iterator[int]:
    if pattern == NO_YEAR:
        return
    low, high = year_range(pattern)
    yield from (low if low > 0 else 1 - high, abs(low))
    if pattern.endswith("XX"):
        yield int(pattern.strip("-")[:2].replace(UNSPECIFIED, "0")) + 1


def mention_gives(point: SingleDate, mention: DateMention, others: Sequence[DateMention] = ()) -> bool:
    """Whether a mention gives a claimed date, or gives it more exactly.

    `others` are the other dates of the text: a mention without a year may take its year from them.
    """
    if mention.lacks_year and _needs_year(point):
        return any(mention_gives(point, mention._replace(year=year)) for year in _years(others)) or (
            isinstance(point, CalendarDate) and _is_masked(point) and _is_within(point, mention, others)
        )
    if isinstance(point, Year):
        return mention.year == point.value and not mention.decade and mention.month is None
    grouping = GROUPINGS.get(point.month)
    if grouping is not None and grouping.kind is GroupingKind.SEASON:
        same = mention.month == _SEASON + (int(point.month) - _SEASON) % _SEASONS
        return same and _admits(point.year, mention.year)
    if _is_masked(point) or not _needs_year(point):
        return _admits_fields(point, mention)
    days, first, last = mention.days, point.earliest, point.latest
    return days is not None and first is not None and last is not None and first <= days[0] and days[1] <= last


def _needs_year(point: SingleDate) -> bool:
    return isinstance(point, Year) or NO_YEAR not in point.year


def _years(mentions: Sequence[DateMention]) -> set[int]:
    return {one.year for one in mentions if one.year is not None and not one.decade}


def _is_masked(point: CalendarDate) -> bool:
    """Whether an unspecified digit comes before a given one, as in 19XX-05: then its days are no single period."""
    digits = "".join((point.year.strip("-"), point.month, point.day))
    return UNSPECIFIED in digits.rstrip(UNSPECIFIED)


def _is_within(point: CalendarDate, mention: DateMention, others: Sequence[DateMention]) -> bool:
    """Whether the text gives the day or month, and elsewhere the decade or century of the year."""
    low, high = year_range(point.year)
    around = any(one.days is not None and low <= one.days[0].year and one.days[1].year <= high for one in others)
    return around and _admits_fields(point._replace(year=NO_YEAR), mention)


def _admits_fields(point: CalendarDate, mention: DateMention) -> bool:
    if mention.decade or mention.century is not None or mention.stretch is not None:
        return False
    month = _two(mention.month)
    if point.month and point.month.strip(UNSPECIFIED) and not _fits(point.month, month):
        return False
    if point.day and point.day.strip(UNSPECIFIED) and not _fits(point.day, _two(mention.day)):
        return False
    return _admits(point.year, mention.year)


def _two(number: int | None) -> str:
    return f"{number or 0:02d}"


def _admits(pattern: str, year: int | None) -> bool:
    if NO_YEAR in pattern:
        return True
    if year is None:
        return False
    return _fits(pattern, f"{year:04d}" if year >= 0 else f"-{-year:04d}")


def _fits(pattern: str, written: str) -> bool:
    pairs = zip(pattern, written, strict=False)
    return len(pattern) == len(written) and all(sign in (UNSPECIFIED, digit) for sign, digit in pairs)


def lies_in_meant_part(first: Day | None, last: Day | None, mention: DateMention) -> bool:
    """Whether days lie in the part of a period that the text means: 1994 to 1996 in "the mid-1990s"."""
    days = mention.days
    if not mention.part or days is None or first is None or last is None:
        return False
    start, length = days[0].ordinal, days[1].ordinal - days[0].ordinal + 1
    low, high = _PARTS[mention.part]
    begin, end = (first.ordinal - start) / length, (last.ordinal + 1 - start) / length
    return low - _ABOUT <= begin and end <= high + _ABOUT


def lies_at_meant_edge(first: Day | None, last: Day | None, mention: DateMention) -> bool:
    """Whether days begin with the first day of a period or end with its last, as the text means: "the end of 2024"."""
    days: Days | None = mention.days
    if days is None or mention.part not in {"start", "end"}:
        return False
    return first == days[0] if mention.part == "start" else last == days[1]


def is_about_the_middle(point: SingleDate, mention: DateMention) -> bool:
    """Whether a month or day is at the middle of a year that the text means: 2026-06 for "by mid-2026"."""
    days = mention.days
    if mention.part != "mid" or mention.month is not None or mention.decade or mention.century or days is None:
        return False
    edges = (Day(days[0].year, 6, 30), Day(days[0].year, 7, 1))
    return point.latest == edges[0] or point.earliest == edges[1]


def is_approximate(point: SingleDate) -> bool:
    """Whether a claimed date is marked approximate, or is an estimate."""
    if isinstance(point, Year):
        return point.estimated or point.doubt in {"~", "%"}
    return any(doubt in {"~", "%"} for doubt in point.doubts)
