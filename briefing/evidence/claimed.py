"""Owns taking a claimed date apart into what a text would have to say for it to be true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from briefing.dates import Edtf
from briefing.evidence.mentions import Mention

_DOUBT = re.compile("[~?%]")
_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?$")
_LISTED = re.compile(r"\.\.|[\[\]{},/]")
_LAST_MONTH = 12
_MONTHS_OF = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}


class Claimed(NamedTuple):
    """One end of an interval, one of a choice, or the whole of a date."""

    year: int | None
    month: int | None = None
    """1 to 12, or an EDTF season, quarter or half (21 to 41)."""
    day: int | None = None
    decade: int | None = None
    """1900 for 190X."""
    century: int | None = None
    """20 for 19XX."""

    def said_by(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return the mentions that say it; where day and month stand without a year, the year may stand elsewhere."""
        years = {mention.year for mention in mentions if not mention.decade}
        if self.decade is not None:
            return tuple(one for one in mentions if one.decade and one.year == self.decade)
        if self.century is not None:
            first = (self.century - 1) * 100
            return tuple(one for one in mentions if one.century == self.century or (one.decade and one.year == first))
        if self.year is not None and self.year not in years:
            return ()
        return tuple(one for one in mentions if self._agrees(one))

    def _agrees(self, mention: Mention) -> bool:
        if mention.decade or mention.century is not None:
            return False
        if self.month is None:
            return mention.year == self.year
        if self.year is not None and mention.year not in {self.year, None}:
            return False
        return mention.month == self.month and self.day in {None, mention.day}

    def days(self) -> tuple[date, date] | None:
        """Return its first and last day. None: it has no year, or a season's days cannot be told."""
        if self.year is None or not 1 <= self.year < date.max.year:
            return None
        if self.month is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.month in _MONTHS_OF:
            first, last = _MONTHS_OF[self.month]
            return date(self.year, first, 1), month_end(self.year, last)
        if self.month > _LAST_MONTH:
            return None
        if self.day is None:
            return date(self.year, self.month, 1), month_end(self.year, self.month)
        return date(self.year, self.month, self.day), date(self.year, self.month, self.day)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    after = date(year + month // _LAST_MONTH, month % _LAST_MONTH + 1, 1)
    return after - timedelta(days=1)


@lru_cache(maxsize=512)
def claimed(when: Edtf) -> tuple[Claimed, ...] | None:
    """Take a date apart. None: it has a form that texts do not use, and no rule can decide."""
    points = [part for part in _LISTED.split(_DOUBT.sub("", when.text)) if part.strip()]
    found = [_point(part.strip()) for part in points]
    known = tuple(point for point in found if point is not None)
    return known if known and len(known) == len(found) else None


def _point(text: str) -> Claimed | None:
    match = _POINT.match(text)
    if match is None:
        return None
    year = match["year"]
    if year.endswith("XX") and year != "XXXX":
        return Claimed(None, century=int(year[:2]) + 1)
    if year.endswith("X") and year != "XXXX":
        return Claimed(None, decade=int(year[:3]) * 10)
    month = _digits(match["month"])
    if year == "XXXX" and month is None:
        return None
    return Claimed(_digits(year), month, _digits(match["day"]))


def _digits(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
