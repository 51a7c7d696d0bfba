"""Dates in English words, with their doubt, in full (`date_words`) and in short (`short_date_words`)."""

from __future__ import annotations

from briefing.format.dates.bounds import NO_YEAR, UNSPECIFIED
from briefing.format.dates.forms import (
    CalendarDate,
    DateRange,
    DateSet,
    Interval,
    MissingEnd,
    OpenRange,
    SetMember,
    SingleDate,
    Year,
)
from briefing.format.dates.groupings import GROUPINGS
from briefing.format.dates.phrases import (
    Century,
    Phrase,
    century,
    estimate,
    named_doubts,
    phrase,
    short_phrase,
    short_year,
    with_doubt,
)
from briefing.format.dates.values import Edtf


def date_words(date: Edtf) -> str:
    """Return a date in words, with its doubt: "about 1900 to about 1930", "January to February, year not stated"."""
    match date.form:
        case Interval():
            return _interval(date.form)
        case DateSet():
            return _choice(date.form)
        case _:
            return _point(date.form)


def short_date_words(date: Edtf) -> str:
    """Return a date in about 12 characters: "21 Oct 2024", "≈1900–≈1930", "Jan–Feb, no year". Doubt is ≈ or ?."""
    match date.form:
        case Interval():
            return _short_interval(date.form)
        case DateSet():
            return _short_choice(date.form)
        case _:
            return _short_point(date.form)


def _point(date: SingleDate) -> str:
    if isinstance(date, Year):
        doubt = {"": "~", "?": "%"}.get(date.doubt, date.doubt) if date.estimated else date.doubt
        return with_doubt(estimate(date), (("year", doubt),))
    return with_doubt(str(phrase(date)) + _time(date.time), named_doubts(date))


def _time(time: str) -> str:
    if not time:
        return ""
    clock, shift = time[:8], time[8:]
    return f", {clock}" + (" UTC" if shift else "") + shift.removeprefix("Z")


def _interval(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if start is MissingEnd.OPEN:
        return f"until {_limit(end)}"
    if end is MissingEnd.OPEN:
        return f"since {_limit(start)}"
    if isinstance(start, MissingEnd):
        return f"from {_limit(start)} to {_limit(end)}"
    if isinstance(end, MissingEnd):
        return f"{_limit(start)} to {_limit(end)}"
    return _from_to(start, end)


def _limit(limit: SingleDate | MissingEnd) -> str:
    return "an unknown date" if isinstance(limit, MissingEnd) else _end(limit)


def _end(point: SingleDate) -> str:
    """Return an end of an interval in words; it may be a century."""
    if isinstance(point, CalendarDate) and (hundred := century(point)):
        named = f"the {hundred.ordinal} century{hundred.era} ({hundred.years})"
        return with_doubt(named, named_doubts(point))
    return _point(point)


def _centuries(start: SingleDate, end: SingleDate) -> tuple[Century, Century] | None:
    """Return the centuries at the ends of an interval. None: they are not two certain centuries of one era."""
    if not isinstance(start, CalendarDate) or not isinstance(end, CalendarDate) or any((*start.doubts, *end.doubts)):
        return None
    first, last = century(start), century(end)
    return (first, last) if first and last and first.era == last.era else None


def _from_to(start: SingleDate, end: SingleDate) -> str:
    if isinstance(start, CalendarDate) and isinstance(end, CalendarDate) and _share_a_year(start, end):
        return with_doubt(_shared(phrase(start), phrase(end), " to "), named_doubts(start))
    if both := _centuries(start, end):
        span = f"{short_year(both[0].low)} to {short_year(both[1].high)}"
        return f"the {both[0].ordinal} to the {both[1].ordinal} century{both[0].era} ({span})"
    first = _end(start)
    return f"{first}{',' if ', ' in first else ''} to {_end(end)}"


def _share_a_year(start: CalendarDate, end: CalendarDate) -> bool:
    """Tell whether the year need be said only once: it is the same, and so are precision and doubt of the dates."""
    year = start.year
    return (
        year == end.year
        and (UNSPECIFIED not in year or year == NO_YEAR)
        and start.doubts == end.doubts
        and not _is_doubted_whole(start)
        and bool(start.month and end.month)
        and bool(start.day) == bool(end.day)
        and UNSPECIFIED not in start.month + start.day + end.month + end.day
    )


def _is_doubted_whole(date: CalendarDate) -> bool:
    """Tell whether the doubt applies to the whole date, so that each end of an interval is marked by itself."""
    return all(doubt for _, doubt in named_doubts(date))


def _shared(start: Phrase, end: Phrase, to: str) -> str:
    if start.rest != end.rest:
        return f"{start}{to}{end}"
    first = start.day if start.day and start.month == end.month else start.core
    return f"{first}{to}{end.core}{end.rest}"


def _choice(choice: DateSet) -> str:
    *others, final = (_member(member, every=choice.every) for member in choice.members)
    # The comma separates it from a last member such as "December 1760 or a later month".
    comma = "," if others and isinstance(choice.members[-1], (DateRange, OpenRange)) else ""
    joint = "and" if choice.every else "or"
    return f"{', '.join(others)}{comma} {joint} {final}" if others else final


def _member(member: SetMember, *, every: bool) -> str:
    match member:
        case DateRange():
            return f"{'all' if every else 'any'} of {_from_to(member.start, member.end)}"
        case OpenRange():
            joint, article = ("and every", "") if every else ("or", "an " if member.is_last else "a ")
            beyond = f"{joint} {article}{'earlier' if member.is_last else 'later'}"
            return f"{_point(member.point)} {beyond} {_unit(member.point)}"
        case _:
            return _point(member)


def _unit(point: SingleDate) -> str:
    """Return the unit of a set's members: "year", "month", "day" (specification: Set representation)."""
    if isinstance(point, Year) or not point.month:
        return "year"
    if point.day:
        return "day"
    grouping = GROUPINGS.get(point.month)
    return grouping.kind.value if grouping else "month"


def _short_point(date: SingleDate) -> str:
    if isinstance(date, Year):
        return _marked(short_year(date.value), date.doubt + ("~" if date.estimated else ""))
    return _marked(str(short_phrase(date)), "".join(date.doubts))


def _marked(text: str, signs: str) -> str:
    about = "≈" if "~" in signs or "%" in signs else ""
    return about + text + ("?" if "?" in signs or "%" in signs else "")


def _short_interval(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if start is MissingEnd.OPEN:
        return f"until {_short_limit(end)}"
    if end is MissingEnd.OPEN:
        return f"since {_short_limit(start)}"
    return _short_from_to(start, end)


def _short_from_to(start: SingleDate | MissingEnd, end: SingleDate | MissingEnd) -> str:
    if isinstance(start, CalendarDate) and isinstance(end, CalendarDate) and _share_a_year(start, end):
        return _marked(_shared(short_phrase(start), short_phrase(end), "–"), "".join(start.doubts))
    if not isinstance(start, MissingEnd) and not isinstance(end, MissingEnd) and (both := _centuries(start, end)):
        return f"{both[0].ordinal}–{both[1].ordinal} c.{both[0].era}"
    first, last = _short_limit(start), _short_limit(end)
    return f"{first}{' to ' if '–' in first + last else '–'}{last}"


def _short_limit(limit: SingleDate | MissingEnd) -> str:
    if isinstance(limit, CalendarDate) and (hundred := century(limit)):
        return _marked(f"{hundred.ordinal} c.{hundred.era}", "".join(limit.doubts))
    return "?" if isinstance(limit, MissingEnd) else _short_point(limit)


def _short_choice(choice: DateSet) -> str:
    """Return a set in short: one or two members; of more, the first and the last."""
    joint = "and" if choice.every else "or"
    first, *others = (_short_member(member, every=choice.every) for member in choice.members)
    if not others:
        return first
    between = f" {joint} " if len(others) == 1 else f" … {joint} "
    return first + between + others[-1]


def _short_member(member: SetMember, *, every: bool) -> str:
    match member:
        case DateRange():
            return _short_from_to(member.start, member.end)
        case OpenRange() if every:
            return f"{'until' if member.is_last else 'since'} {_short_point(member.point)}"
        case OpenRange():
            return f"{_short_point(member.point)} or {'earlier' if member.is_last else 'later'}"
        case _:
            return _short_point(member)
