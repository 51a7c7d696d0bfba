"""A date statement of a text as EDTF: "before 1945" is ../1944, "in 1998 or 1999" is [1998,1999]."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evidence.dates.calendar_days import LAST_MONTH, next_day
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import BEGINNINGS, EARLIER, LATER, DateRelation
from briefing.format.dates import DateError, Day, Edtf, parse_date
from briefing.format.dates.calendar import length_of

_OPEN = ".."


def edtf_of_mention(mention: DateMention, relation: DateRelation, *, open_from: bool) -> Edtf | None:
    """Return one date with its relation. None: it has no EDTF form.

    `open_from`: "from" begins a time without an end.
    """
    if relation in EARLIER:
        whole = mention.part in {"end", "late", "mid"}
        last = _day_before(mention) if relation is DateRelation.BEFORE and not whole else None
        return _parsed(f"{_OPEN}/{last or _ends(mention, 'end')[1]}")
    if relation in LATER - BEGINNINGS or (relation is DateRelation.FROM and open_from):
        whole = mention.part in {"start", "early", "mid"}
        first = _day_after(mention) if relation is DateRelation.AFTER and not whole else None
        return _parsed(f"{first or _ends(mention, 'start')[0]}/{_OPEN}")
    start, end = _ends(mention)
    return _parsed(start if start == end else f"{start}/{end}")


def edtf_of_range(first: DateMention, last: DateMention) -> Edtf | None:
    """Return the time from one date to another. None: it has no EDTF form, as when the last one is before the first."""
    return _parsed(f"{_ends(first)[0]}/{_ends(last)[1]}")


def edtf_of_choice(mentions: Sequence[DateMention]) -> Edtf | None:
    """Return one of several dates, not known which. None: one of them is no single date."""
    points = [_ends(one) for one in mentions]
    return _parsed(f"[{','.join(start for start, _ in points)}]") if all(a == b for a, b in points) else None


def _parsed(text: str) -> Edtf | None:
    try:
        return parse_date(text)
    except DateError:
        return None


def _ends(mention: DateMention, edge: str = "") -> tuple[str, str]:
    """Return where a date begins and ends; the same text twice if one date says it all.

    `edge`: the part of the date at which a time begins or ends exactly: "by the end of 2025".
    """
    start, end = _exact(mention)
    hedge = "~" if mention.about or mention.part not in {"", edge} else ""
    return start + hedge, end + hedge


def _exact(mention: DateMention) -> tuple[str, str]:
    days = mention.days
    if (mention.stretch is not None or mention.months) and days is not None:
        return _stretch(*days)
    if mention.century is not None and days is not None:
        text = _year(days[0].year if days[0].year > 0 else days[1].year)[:-2] + "XX"
    elif mention.decade and mention.year is not None:
        text = _year(mention.year)[:-1] + "X"
    else:
        text = _year(mention.year)
    if mention.month is not None:
        text += f"-{mention.month:02d}" + (f"-{mention.day:02d}" if mention.day else "")
    return text, text


def _year(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _stretch(first: Day, last: Day) -> tuple[str, str]:
    """Return the ends of some days as years, months or days, whichever says it shortest."""
    if first.day == 1 and last.day == length_of(last.year, last.month):
        if first.month == 1 and last.month == LAST_MONTH:
            return _year(first.year), _year(last.year)
        return _month(first), _month(last)
    return str(first), str(last)


def _month(day: Day) -> str:
    return f"{_year(day.year)}-{day.month:02d}"


def _day_before(mention: DateMention) -> str | None:
    """Return the day, month or year before a date, as exact as the date. None: its first day is not known."""
    days = mention.days
    if days is None or (day := next_day(days[0], -1)) is None or mention.about:
        return None
    return _as_exact(day, mention)


def _day_after(mention: DateMention) -> str | None:
    days = mention.days
    if days is None or (day := next_day(days[1])) is None or mention.about:
        return None
    return _as_exact(day, mention)


def _as_exact(day: Day, mention: DateMention) -> str:
    start, end = _exact(mention)
    if start != end:
        return str(day)
    match start.count("-", 1):
        case 0:
            return _year(day.year)
        case 1 if (mention.month or LAST_MONTH) <= LAST_MONTH:
            return _month(day)
        case _:
            return str(day)
