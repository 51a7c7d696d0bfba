"""The parser of EDTF: turns a text into a `DateForm`, or says what is wrong and where. `hints` adds what to write."""

from __future__ import annotations

import re

from briefing.format.dates.bounds import NO_YEAR, UNSPECIFIED, first_day, last_day, matching_days, matching_months
from briefing.format.dates.calendar import FEBRUARY, GREATEST_PLAIN_YEAR, LEAP_YEAR, Day, length_of
from briefing.format.dates.forms import (
    CalendarDate,
    DateForm,
    DateRange,
    DateSet,
    Doubt,
    Interval,
    MissingEnd,
    OpenRange,
    SetMember,
    SingleDate,
    Year,
)
from briefing.format.dates.groupings import GROUPINGS
from briefing.format.dates.month_names import MONTHS
from briefing.format.dates.values import DateError

LONGEST = 1000
"""Characters. A longer text is not parsed."""
_LONGEST_YEAR = 18
"""Digits of a year, after its power of ten is written out."""
_MOST_QUOTED = 60
_SURE: tuple[Doubt, Doubt, Doubt] = ("", "", "")

_DAY = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-3][0-9])")
"""A plain day, as nearly all dates are. The other patterns are compiled when there is another date."""
_CALENDAR = (
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?"
_MOMENT = r"([-0-9X?~%]+)T([0-9].*)"
_YEAR = r"([?~%]?)(Y?)(-?)([0-9]+)(?:E([1-9][0-9]*))?(?:S([1-9][0-9]*))?([?~%]?)"


class UnreadableError(DateError):
    """A text does not have the form of a date."""


def read_form(text: str) -> DateForm:
    """Parse a text.

    Raises:
        DateError: it is not a date, or the day does not exist. The error has no hint.
    """
    if found := _DAY.fullmatch(text):
        return _day(found)
    if len(text) > LONGEST:
        raise DateError(f"a date of {len(text)} characters; at most {LONGEST} are read")
    if text[:1] in ("[", "{"):
        return _choice(text)
    if "/" in text:
        return _interval(text)
    if found := re.fullmatch(_MOMENT, text):
        return _moment(found)
    return _point(text, 0)


def _day(found: re.Match[str]) -> CalendarDate:
    year, month, day = found.groups()
    date = Day(int(year), int(month), int(day))
    if 1 <= date.day <= length_of(date.year, date.month):
        return CalendarDate(year, month, day, _SURE, date, date)
    raise _no_such_day(year, month, day, found.start(3))


def _unreadable(text: str, offset: int | None = None) -> UnreadableError:
    if not text:
        return UnreadableError("nothing is written where a date should be", offset=offset)
    shown = text if len(text) <= _MOST_QUOTED else text[:_MOST_QUOTED] + "…"
    return UnreadableError(f"“{shown}” is not a date that can be read", offset=offset)


def _point(text: str, offset: int) -> SingleDate:
    """Parse a single date; `offset` is where it starts in the whole text."""
    if found := re.fullmatch(_CALENDAR, text):
        return _calendar(found, offset)
    if found := re.fullmatch(_YEAR, text):
        return _year(found, offset)
    raise _unreadable(text, offset)


def _calendar(found: re.Match[str], offset: int) -> CalendarDate:
    left_of_year, year, after_year, left_of_month, month, after_month, left_of_day, day, after_day = found.groups("")
    _require_month(month, day, offset + found.start(5))
    earliest = first_day(year, month, day)
    if earliest is None:
        raise _no_such_day(year, month, day, offset + found.start(8))
    latest = last_day(year, month, day)
    if NO_YEAR in year:
        earliest = latest = None
    signs = (left_of_year, after_year, left_of_month, after_month, left_of_day, after_day)
    return CalendarDate(year, month, day, _doubts(*signs) if any(signs) else _SURE, earliest, latest)


def _doubts(*signs: Doubt) -> tuple[Doubt, Doubt, Doubt]:
    """Return the doubt of year, month and day from the signs to the left and right of each."""
    left_of_year, after_year, left_of_month, after_month, left_of_day, after_day = signs
    # A sign on the right applies to all components to its left (specification: Group Qualification).
    until_month = _both(after_month, after_day)
    return (
        _both(left_of_year, _both(after_year, until_month)),
        _both(left_of_month, until_month),
        _both(left_of_day, after_day),
    )


def _both(one: Doubt, other: Doubt) -> Doubt:
    """Combine two signs of doubt on one component."""
    if not one or one == other:
        return other
    return "%" if other else one


def _require_month(month: str, day: str, offset: int) -> None:
    if month in GROUPINGS:
        if day:
            raise DateError(f"{month} is a {GROUPINGS[month].kind.value}, not a month: it has no days", offset=offset)
    elif month and not matching_months(month):
        sentence = f"no such month: {month} (months are 01 to 12, seasons 21 to 24, quarters 33 to 36)"
        raise DateError(sentence, offset=offset)


def _no_such_day(year: str, month: str, day: str, offset: int) -> DateError:
    if not matching_days(day):
        return DateError(f"no such day: {day} (days are 01 to 31)", offset=offset)
    if UNSPECIFIED in month + day:
        return DateError(f"no such day: no date is like {year}-{month}-{day}", offset=offset)
    name = MONTHS[int(month) - 1]
    any_year = UNSPECIFIED in year
    if int(month) == FEBRUARY and day == "29":
        reason = f"no year like {year} is a leap year" if any_year else f"{year} is not a leap year"
    else:
        reason = f"{name} has {length_of(LEAP_YEAR if any_year else int(year), int(month))} days"
    named = f"{int(day)} {name}" if any_year else f"{int(day)} {name} {year}"
    return DateError(f"no such day: {named} ({reason})", offset=offset)


def _year(found: re.Match[str], offset: int) -> Year:
    """Parse a year with Y, E or S, of level 1 and 2. Years of four digits are parsed by `_calendar`."""
    before, letter, sign, digits, power, significant, after = found.groups("")
    zeros = int(power[:3] or 0)
    if len(digits) + zeros > _LONGEST_YEAR:
        raise DateError(f"a year of more than {_LONGEST_YEAR} digits", offset=offset)
    value = int(sign + digits) * 10**zeros
    _require_letter(found.group(), letter, value, offset)
    step = 1
    if significant:
        known = len(str(abs(value)))
        if int(significant) > known:
            raise DateError(f"{significant} significant digits of {abs(value)}, which has {known}", offset=offset)
        step = 10 ** (known - int(significant))
    low = abs(value) // step * step
    low, high = (low, low + step - 1) if value >= 0 else (1 - low - step, -low)
    return Year(value, low, high, _both(before, after), estimated=bool(significant))


def _require_letter(text: str, letter: str, value: int, offset: int) -> None:
    """Require Y before a year of more than four digits, and only there (specification: Letter-prefixed year).

    Raises:
        DateError: Y is missing or must not be there.
    """
    beyond = abs(value) > GREATEST_PLAIN_YEAR
    if letter and not beyond:
        raise DateError("Y is only for years of more than four digits", offset=offset)
    if not letter and (beyond or not re.search(r"^[?~%]?-?[0-9]{4}S", text)):
        raise _unreadable(text, offset)


def _moment(found: re.Match[str]) -> CalendarDate:
    """Parse a day with a time of day (specification: Date and Time)."""
    date, time = found.groups()
    point = _point(date, 0)
    if not isinstance(point, CalendarDate) or not point.day or UNSPECIFIED in date or any(point.doubts):
        raise DateError("a time of day needs a whole date without X, ?, ~ or % before it", offset=0)
    if not re.fullmatch(_TIME, time):
        sentence = "no such time of day (it is written 23:20:30, 23:20:30Z or 23:20:30+04:30)"
        raise DateError(sentence, offset=found.start(2))
    return CalendarDate(point.year, point.month, point.day, point.doubts, point.earliest, point.latest, time)


def _interval(text: str) -> Interval:
    """Parse two dates with a slash between them (specification: Time Interval, Extended Interval)."""
    first, _, second = text.partition("/")
    if "/" in second:
        raise _unreadable(text)
    start, end = _limit(first, 0), _limit(second, len(first) + 1)
    if isinstance(start, MissingEnd) and isinstance(end, MissingEnd):
        raise DateError("an interval with neither a start nor an end says nothing")
    if not isinstance(start, MissingEnd) and not isinstance(end, MissingEnd):
        _require_order(start, end, len(first) + 1)
    return Interval(start, end)


def _limit(text: str, offset: int) -> SingleDate | MissingEnd:
    if text in ("", ".."):
        return MissingEnd(text)
    if re.fullmatch(_MOMENT, text):
        raise DateError("an interval goes from day to day, without times of day", offset=offset)
    return _point(text, offset)


def _require_order(start: SingleDate, end: SingleDate, offset: int) -> None:
    if start.earliest is not None and end.latest is not None and end.latest < start.earliest:
        raise DateError("the end is before the start", offset=offset)


def _choice(text: str) -> DateSet:
    """Parse a set (specification: Set representation)."""
    every = text[0] == "{"
    if not text.endswith("}" if every else "]"):
        raise _unreadable(text)
    parts = text[1:-1].split(",")
    members: list[SetMember] = []
    offset = 1
    for number, part in enumerate(parts):
        members.append(_member(part, offset, first=number == 0, last=number == len(parts) - 1))
        offset += len(part) + 1
    return DateSet(every, tuple(members))


def _member(text: str, offset: int, *, first: bool, last: bool) -> SetMember:
    before, dots, after = text.partition("..")
    if not dots:
        return _point(text, offset)
    if not (before or after) or not (before or first) or not (after or last):
        raise DateError(".. stands between two dates, before the first or after the last", offset=offset)
    after_offset = offset + len(before) + len(dots)
    if not (before and after):
        return OpenRange(_point(before or after, offset if before else after_offset), is_last=not before)
    start, end = _point(before, offset), _point(after, after_offset)
    _require_order(start, end, after_offset)
    if _precision(start) != _precision(end):
        raise DateError("both sides of .. are years, or both months, or both days", offset=offset)
    return DateRange(start, end)


def _precision(point: SingleDate) -> tuple[bool, bool]:
    return (False, False) if isinstance(point, Year) else (bool(point.month), bool(point.day))
