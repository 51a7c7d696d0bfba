"""Hints: what to write instead of a date that cannot be parsed."""

from __future__ import annotations

import re

from briefing.format.dates.calendar import DECEMBER
from briefing.format.dates.english import to_edtf
from briefing.format.dates.forms import CalendarDate
from briefing.format.dates.grammar import UnreadableError, read_form
from briefing.format.dates.numeric_dates import Meanings, possible_meanings
from briefing.format.dates.phrases import phrase
from briefing.format.dates.values import DateError

_LONGEST = 60
"""Characters. A longer text gets no hint."""

_TWO_WAYS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_CENTURY_OR_DECADE = re.compile(r"(?:the )?([0-9]{2})00['’]?s")
_SWAPPED = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SHORT_YEAR = re.compile(
    r"(?:[0-9]{1,2}[-/. ])?[a-z]{3,9}-[0-9]{2}|[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}|['’]?[0-9]0['’]?s|[12][qh][0-9]{2}"
)
"""Jan-24, 5/6/24, the '90s: dates without a century."""
_DAYS_AT_MOST = 31

_RULES = (
    (r"^....-3[3-6]$", "quarters are 33 to 36"),
    (r"^....-4[01]$", "halves of a year are 40 and 41"),
    (r"^....-2[1-4]$", "seasons are 21 to 24"),
    (r"^XXXX", "a year that is not stated is XXXX"),
    (r"X", "a digit that is not stated is X"),
    (r"\.\.", "an open end is .."),
    (r"^/|/$", "an end that is not known is left empty"),
    (r"/", "from and to stand on both sides of a slash"),
    (r"~$", "about is ~ after the date"),
    (r"%", "uncertain and approximate together are %"),
    (r"^-|^0000", "1 BC is the year 0000, 2 BC is -0001"),
    (r"^Y", "a year of more than four digits starts with Y"),
)
"""A pattern of the rewritten date, and the rule of the format to tell. The first pattern that is found decides."""

_PART_OF = re.compile(r"(early|mid|late|(?:the )?(?:beginning|middle|end) of)(?: in)?[- ](.+)")
_RELATIVE = re.compile(
    r"(?:today|yesterday|tomorrow|now|(?:last|next|this) .+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_FALLBACK = "a date is written 2024-10-21, 2024-10 or 2024"


def with_hint(text: str, error: DateError) -> DateError:
    """Return the error with a hint, if there is one. If the day meant does not exist, return that error instead."""
    if len(text) > _LONGEST:
        return error
    try:
        hint = _ambiguous(text) or _told(possible_meanings(text)) or _without_form(text) or _rewriting(text)
    except DateError as impossible:
        return impossible if not isinstance(error, UnreadableError) else DateError(impossible.sentence)
    if hint is None and isinstance(error, UnreadableError):
        hint = _FALLBACK
    return DateError(error.sentence, hint, error.offset)


def _told(meant: Meanings) -> str | None:
    """Return a hint with the meanings of a numeric date. None: there are none."""
    if len(meant) > 1:
        return "write " + " or ".join(f"{written} for {name}" for written, name in meant.items())
    for written, name in meant.items():
        if "/" in written and not name.startswith("week"):
            return f"from and to stand on both sides of a slash: write {written}"
        return f"write {written} for {name}"
    return None


def _rewriting(text: str) -> str | None:
    """Return how to write the date in EDTF. None: it is not known what is meant.

    Raises:
        DateError: the day meant does not exist.
    """
    meant = to_edtf(text)
    try:
        read_form(meant)
    except UnreadableError:
        return None
    rule = next((rule for pattern, rule in _RULES if re.search(pattern, meant)), None)
    return f"{rule}: write {meant}" if rule else f"write {meant}"


def _ambiguous(text: str) -> str | None:
    """Return a hint for a notation with two meanings, or in which the order of day and month is not clear.

    Raises:
        DateError: no meaning is a day that exists.
    """
    if found := _CENTURY_OR_DECADE.fullmatch(text):
        return f"write {found[1]}0X for the ten years or {found[1]}XX for the hundred"
    if _SHORT_YEAR.fullmatch(text.casefold()):
        return "write the year with four digits"
    if found := _SWAPPED.fullmatch(text):
        year, day, month = found.groups()
        is_swapped = DECEMBER < int(day) <= _DAYS_AT_MOST and int(month) <= DECEMBER
        return _only(f"{year}-{month}-{day}") if is_swapped else None
    found = _TWO_WAYS.fullmatch(text.strip())
    return None if found is None else _ordered(*found.groups())


def _ordered(one: str, sign: str, other: str, year: str) -> str:
    """Return a hint for a day and a month in unknown order.

    Raises:
        DateError: no order gives a day that exists.
    """
    day_first, month_first = f"{year}-{other:0>2}-{one:0>2}", f"{year}-{one:0>2}-{other:0>2}"
    if int(other) > DECEMBER >= int(one):
        return _only(month_first)
    # Wherever dates are written with full stops, the day comes first.
    return (None if sign == "." else _choice(day_first, month_first)) or _only(day_first)


def _only(day: str) -> str:
    """Return a hint with the only day that can be meant.

    Raises:
        DateError: the day does not exist.
    """
    read_form(day)
    return f"write {day}"


def _choice(*candidates: str) -> str | None:
    """Return a hint with those candidates that are days, each once. None: none is."""
    found = {candidate: str(phrase(form)) for candidate in candidates if (form := _day(candidate))}
    if len(found) > 1:
        return "write " + " or ".join(f"{candidate} for {name}" for candidate, name in found.items())
    return f"write {next(iter(found))}" if found else None


def _day(candidate: str) -> CalendarDate | None:
    try:
        form = read_form(candidate)
    except DateError:
        return None
    return form if isinstance(form, CalendarDate) else None


def _without_form(text: str) -> str | None:
    """Return a hint for words that the format cannot express, such as "yesterday" or "early"."""
    plain = text.casefold().strip()
    if _RELATIVE.fullmatch(plain):
        return "write the day itself, as in 2024-10-21"
    if (found := _PART_OF.fullmatch(plain)) and (date := to_edtf(found[2])) and _day(date):
        return f"there is no sign for “{found[1]}”: write {date}"
    return None
