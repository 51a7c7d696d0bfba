"""Owns the grammar of dates: turns text into an `Edtf`, or says what is wrong with it."""

from __future__ import annotations

import re
from calendar import monthrange

from briefing.dates.values import DateError, Day, Edtf

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


def parse(text: str) -> Edtf:
    """Read one date.

    Raises:
        DateError: the text is not a date, or names a day that never was.
    """
    found = _DATE.fullmatch(text)
    if not found:
        raise DateError(f"not a date: {text!r}")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or not 1 <= (month or 1) <= 12:
        raise DateError(f"no such month: {text!r}")
    last = monthrange(year, month or 12)[1]
    if not 1 <= (day or 1) <= last:
        raise DateError(f"no such day: {text!r}")
    return Edtf(text, Day(year, month or 1, day or 1), Day(year, month or 12, day or last))
