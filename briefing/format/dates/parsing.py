"""Parsing a text into an `Edtf`: its form, its bounds, its doubt; or an error with a hint."""

from __future__ import annotations

from briefing.format.dates.calendar import Day
from briefing.format.dates.forms import (
    CalendarDate,
    DateForm,
    DateRange,
    DateSet,
    Interval,
    MissingEnd,
    OpenRange,
    SetMember,
    SingleDate,
    Year,
    single_dates,
)
from briefing.format.dates.grammar import read_form
from briefing.format.dates.values import DateError, Edtf


def parse_date(text: str) -> Edtf:
    """Parse a date of the Extended Date/Time Format, levels 0 to 2.

    Raises:
        DateError: the text is not a date, or the day does not exist; with a hint if there is one.
    """
    try:
        form = read_form(text)
    except DateError as error:
        # Its many patterns are compiled only when something is wrong.
        from briefing.format.dates.hints import with_hint

        raise with_hint(text, error) from error
    if isinstance(form, CalendarDate) and not any(form.doubts):
        return Edtf(text, form, form.earliest, form.latest)
    earliest, latest = _bounds(form)
    open_start, open_end = _openings(form)
    approximate, uncertain = _doubts(form)
    return Edtf(text, form, earliest, latest, open_start, open_end, approximate, uncertain)


def _bounds(form: DateForm) -> tuple[Day | None, Day | None]:
    match form:
        case Interval():
            start, end = form.start, form.end
            earliest = None if isinstance(start, MissingEnd) else start.earliest
            return earliest, None if isinstance(end, MissingEnd) else end.latest
        case DateSet():
            starts, ends = zip(*map(_member_bounds, form.members), strict=True)
            known_starts = [start for start in starts if start is not None]
            known_ends = [end for end in ends if end is not None]
            return (
                min(known_starts) if len(known_starts) == len(starts) else None,
                max(known_ends) if len(known_ends) == len(ends) else None,
            )
        case _:
            return form.earliest, form.latest


def _member_bounds(member: SetMember) -> tuple[Day | None, Day | None]:
    match member:
        case DateRange():
            return member.start.earliest, member.end.latest
        case OpenRange():
            return (None, member.point.latest) if member.is_last else (member.point.earliest, None)
        case _:
            return member.earliest, member.latest


def _openings(form: DateForm) -> tuple[bool, bool]:
    match form:
        case Interval():
            return form.start is MissingEnd.OPEN, form.end is MissingEnd.OPEN
        case DateSet():
            edges = [member for member in form.members if isinstance(member, OpenRange)]
            return any(edge.is_last for edge in edges), any(not edge.is_last for edge in edges)
        case _:
            return False, False


def _doubts(form: DateForm) -> tuple[bool, bool]:
    """Return whether any part is approximate, and whether any part is uncertain."""
    signs = "".join(_signs(point) for point in single_dates(form))
    return "~" in signs or "%" in signs, "?" in signs or "%" in signs


def _signs(point: SingleDate) -> str:
    if isinstance(point, Year):
        return point.doubt + ("~" if point.estimated else "")
    return "".join(point.doubts)
