"""Owns reckoning dates from an article's own date: "last Friday", "in January", "three weeks ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from briefing.dates import Day, Edtf
from briefing.evidence.claimed import Claimed, month_end
from briefing.evidence.languages import Language
from briefing.evidence.mentions import Mention, mentions
from briefing.evidence.numerals import numerals, phrases

Days = tuple[date, date]
"""A first and a last day."""

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_LAST_MONTH = 12


def reckoned(text: str, language: Language, published: Edtf, *, ahead: bool = False) -> tuple[Days, ...]:
    """Return every stretch of days that the words of a text may mean, said on the day an article was published.

    `ahead`: what they speak of is known to be yet to come.
    """
    found: set[Days] = set()
    for said in {_as_date(published.earliest), _as_date(published.latest)}:
        if said is not None:
            ahead = ahead or _patterns(language).future.search(text) is not None
            found.update(_from_words(text, language, said, ahead=ahead))
            for mention in mentions(text, language):
                found.update(_from_mention(mention, said, ahead=ahead))
    return tuple(sorted(found))


def follows(points: Sequence[Claimed], found: Sequence[Days]) -> bool:
    """Whether every point of a claimed date is one of the stretches, holds it, or is one of its ends."""
    for point in points:
        days = point.days()
        if days is None:
            continue
        first, last = days
        if not any(
            (first <= start and end <= last) or (first == last and first in (start, end)) for start, end in found
        ):
            return False
    return True


def _as_date(day: Day | None) -> date | None:
    if day is None or not 1 < day.year < date.max.year:
        return None
    return date(day.year, day.month, day.day)


class _Patterns:
    """The expressions of one language."""

    def __init__(self, language: Language) -> None:
        side = "|".join((f"(?P<last>{phrases(language.last)})", f"(?P<next>{phrases(language.next)})"))
        weekday = phrases(language.weekdays)
        span = phrases(language.spans)
        self.weekday = re.compile(rf"(?<!\w)(?:(?:{side})\s)?(?P<day>{weekday})", re.IGNORECASE)
        ranges = phrases([*language.ranges, *language.until])
        self.from_weekday = re.compile(rf"(?<!\w)(?:{weekday})\s?(?:[-\u2013]|(?:{ranges}))\s?$", re.IGNORECASE)
        self.span = re.compile(
            rf"(?<!\w)(?:{side}|(?P<this>{phrases(language.this)}))\s(?P<span>{span})", re.IGNORECASE
        )
        self.word = re.compile(rf"(?<!\w)(?P<word>{phrases(language.day_words)})", re.IGNORECASE)
        self.unit = re.compile(rf"\s(?P<span>{span})", re.IGNORECASE)
        behind = phrases(word for word in language.ago if not word.endswith(" "))
        before = "|".join(re.escape(word.strip()) for word in language.ago if word.endswith(" ")) or "(?!)"
        self.ago_behind = re.compile(rf"\s(?:{behind})", re.IGNORECASE)
        self.ago_before = re.compile(rf"(?<!\w)(?:{before})\s$", re.IGNORECASE)
        self.future = re.compile(rf"(?<!\w)(?:{phrases(language.future)})", re.IGNORECASE)


@lru_cache(maxsize=8)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


def _from_words(text: str, language: Language, said: date, *, ahead: bool) -> Iterator[Days]:
    patterns = _patterns(language)
    for found in patterns.word.finditer(text):
        day = said + _DAY * language.day_words[found["word"].lower()]
        yield day, day
    for found in patterns.weekday.finditer(text):
        number = language.weekdays[found["day"].lower()]
        if not found["next"]:
            yield from _weekday_before(number, said, last=bool(found["last"]))
        if found["next"] or ahead or patterns.from_weekday.search(text[: found.start()]):
            yield from _weekday_after(number, said)
    for found in patterns.span.finditer(text):
        step = -1 if found["last"] else 1 if found["next"] else 0
        yield from _span(language.spans[found["span"].lower()], step, said)
    yield from _ago(text, language, said)


def _weekday_before(number: int, said: date, *, last: bool) -> Iterator[Days]:
    back = (said.weekday() - number) % 7
    near = said - _DAY * back
    if back or not last:
        yield near, near
    if last or not back:
        # "Last Friday", said on a Sunday, may be two days ago or nine; "on Friday", said on a Friday, today or not.
        yield near - _WEEK, near - _WEEK


def _weekday_after(number: int, said: date) -> Iterator[Days]:
    forward = said + _DAY * ((number - said.weekday()) % 7)
    yield forward, forward
    yield forward + _WEEK, forward + _WEEK


def _span(unit: str, step: int, said: date) -> Iterator[Days]:
    match unit:
        case "day":
            yield said + _DAY * step, said + _DAY * step
        case "week":
            monday = said - _DAY * said.weekday() + _WEEK * step
            yield monday, monday + _DAY * 6
        case "month":
            yield _month_from(said, step)
        case _:
            yield date(said.year + step, 1, 1), date(said.year + step, 12, 31)


def _month_from(said: date, step: int) -> Days:
    index = said.year * _LAST_MONTH + said.month - 1 + step
    year, month = index // _LAST_MONTH, index % _LAST_MONTH + 1
    return date(year, month, 1), month_end(year, month)


def _ago(text: str, language: Language, said: date) -> Iterator[Days]:
    patterns = _patterns(language)
    for numeral in numerals(text, language):
        unit = patterns.unit.match(text, numeral.end)
        if unit is None or numeral.bare % 1 or not 0 < numeral.bare < said.year:
            continue
        behind = patterns.ago_behind.match(text, unit.end())
        before = patterns.ago_before.search(text[max(numeral.start - 12, 0) : numeral.start])
        if behind or before:
            yield from _back(language.spans[unit["span"].lower()], int(numeral.bare), said)


def _back(unit: str, count: int, said: date) -> Iterator[Days]:
    match unit:
        case "day" | "week":
            day = said - (_DAY if unit == "day" else _WEEK) * count
            yield day, day
        case "month":
            yield _month_from(said, -count)
        case _:
            yield date(said.year - count, 1, 1), date(said.year - count, 12, 31)


def _from_mention(mention: Mention, said: date, *, ahead: bool) -> Iterator[Days]:
    if mention.decade or mention.century is not None:
        return
    years = [said.year - 1, said.year, said.year + 1] if mention.year is None else [mention.year]
    stretches = [days for year in years if (days := _days(year, mention)) is not None]
    if mention.year is not None:
        yield from stretches
        return
    past = [days for days in stretches if days[0] <= said]
    yield from past[-1:]
    if ahead:
        yield from [days for days in stretches if days[1] >= said][:1]


def _days(year: int, mention: Mention) -> Days | None:
    try:
        return Claimed(year, mention.month, mention.day).days()
    except ValueError:  # the text names a day that this year does not have
        return None
