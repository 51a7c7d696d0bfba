"""Dates in languages without a table of words: what the digits of a quote can tell."""

from __future__ import annotations

import re

from briefing.evidence.context import QuoteContext, Unchecked
from briefing.evidence.patterns import LazyPattern
from briefing.format.dates import Edtf
from briefing.format.dates.bounds import UNSPECIFIED
from briefing.format.dates.forms import CalendarDate, single_dates

_DIGITS = LazyPattern(r"(?<![\d.,])\d+(?![\d]|[.,]\d)")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def unknown_language_outcome(when: Edtf, context: QuoteContext) -> Unchecked | None:
    """Return why a quote may give a date although its digits do not. None: it surely gives another date."""
    reason = Unchecked(f"no words for dates in {context.language.tag}")
    points = [point for point in single_dates(when.form) if isinstance(point, CalendarDate)]
    if not points:
        return reason
    digits = {int(found.group()) for found in _DIGITS.finditer(context.words)}
    years = {number for number in digits if _FIRST_YEAR <= number <= _LAST_YEAR}
    years |= {one.year for one in context.dates() if one.year is not None}
    for point in points:
        if UNSPECIFIED in point.year:
            continue
        if years and int(point.year) not in years and not context.language.other_calendar:
            return None
        if _names_another_day(point, context):
            return None
    return reason


def _names_another_day(point: CalendarDate, context: QuoteContext) -> bool:
    """Whether a quote gives another day of the claimed year in digits: "13 мая 2024" for 12 May."""
    full = [one for one in context.dates() if one.year == int(point.year) and one.month is not None]
    if full:
        return True
    if not point.day.isdecimal():
        return False
    behind = re.findall(rf"(?<!\d)([0-3]?\d)\.?\s(?:[^\W\d_]+\.?\s){{1,3}}{int(point.year)}(?!\d)", context.words)
    return bool(behind) and int(point.day) not in map(int, behind)
