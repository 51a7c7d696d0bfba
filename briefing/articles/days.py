"""Dates in the metadata of articles, as EDTF days: the day as it is written, never moved to another time zone."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.format.dates.month_names import MONTHS, SHORT_MONTHS

_FIRST_YEAR = 1600
"""Newspapers are not older; an earlier year is an empty field or a fault."""
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_COMPACT = re.compile(r"\A\s*(\d{4})(\d{2})(\d{2})(?:T\d*Z?)?\s*\Z")
_SLASHED = re.compile(r"(?<![\d/.])(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_DAY_MONTH = re.compile(r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th)?\.?\s+([^\W\d]{3,9})\.?,?\s+(\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"(?<!\w)([^\W\d]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_CTIME = re.compile(r"[^\W\d]{3}\s+([^\W\d]{3})\s+(\d{1,2})\s+\d\d:\d\d:\d\d\s+(?:[^\W\d]{1,5}\s+)?(\d{4})")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})(?:/(\d{1,2}))?(?=/)")
_FAR = 45
"""Days between the date of an article and the month in its address from which on nothing tells which is right."""
_TO_MONTH = {name.casefold(): number for names in (MONTHS, SHORT_MONTHS) for number, name in enumerate(names, 1)}


def day_of(text: str | None, today: date) -> str | None:
    """Return the day that a date in metadata names, as EDTF. None: it names no day, or one after tomorrow."""
    day = _day(text[:100]) if text else None
    if day is None or day.year < _FIRST_YEAR or day > today + timedelta(days=1):
        return None
    return day.isoformat()


def agreed_day(day: str | None, address: str | None, today: date) -> str | None:
    """Return the day of publication, with what the address of the article says: ".../2024/10/21/harbour".

    The address is asked if there is no day; a day that lies far from the month in the address is no day.
    """
    found = _IN_ADDRESS.search(address or "")
    stated = _date(found[1], int(found[2]), found[3] or "15") if found else None
    if found is None or stated is None:
        return day
    if day is None:
        return day_of(stated.isoformat(), today) if found[3] else None
    return day if abs((date.fromisoformat(day) - stated).days) <= _FAR else None


def _day(text: str) -> date | None:
    for pattern in (_ISO, _COMPACT, _SLASHED):
        if found := pattern.search(text):
            return _date(found[1], int(found[2]), found[3])
    if found := _DAY_MONTH.search(text):
        return _date(found[3], _month(found[2]), found[1])
    if found := _MONTH_DAY.search(text) or _CTIME.search(text):
        return _date(found[3], _month(found[1]), found[2])
    return None


def _month(name: str) -> int:
    return _TO_MONTH.get(name.casefold(), _TO_MONTH.get(name.casefold()[:3], 0))


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
