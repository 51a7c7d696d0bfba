"""The dates of a sentence as they were read: those inside others left out, those that are one date joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.dates.calendar_days import LAST_MONTH
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.facts.date_words import QUARTERS
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import alternatives, phrases
from briefing.evidence.words.prose import Prose
from briefing.format.dates import Day

_REACH = 32
"""Characters between two dates that may be one."""
_WEEK = 7
_NO_DAY = Day(0, 0, 0)


class Reading(NamedTuple):
    """One date of a sentence, as it is read."""

    mention: DateMention
    start: int
    end: int
    """The words that give it, "last" before a weekday and the weekday before a day included."""
    is_reckoned: bool = False
    """True: the words do not give it without the date of publication."""
    is_known: bool = True
    """False: the words do not tell which day or time it is."""
    counts_from_told: bool = False
    """True: it counts from the time that is told of: "a year earlier", "the previous month"."""


def joined(prose: Prose, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the readings in order; "Friday, Oct. 3" and "in May of last year" are one."""
    left: Reading | None = None
    for one in _outermost(readings):
        both = _both(prose, left, one) if left is not None else None
        if both is None and left is not None:
            yield left
        left = both or one
    if left is not None:
        yield left


def _outermost(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the readings in order, without those that lie in another one or begin in the one before."""
    done = 0
    for one in sorted(readings, key=lambda reading: (reading.start, -reading.end)):
        if one.start >= done:
            done = one.end
            yield one


def _both(prose: Prose, left: Reading, right: Reading) -> Reading | None:
    """Return two neighbours that are one date as one. None: they are two."""
    patterns, text = _patterns(prose.language), prose.text
    gap = text[left.end : right.start]
    if len(gap) > _REACH:
        return None
    if (
        (left.mention.month or 0) >= QUARTERS
        and patterns.fiscal.match(text, right.start)
        and patterns.of.fullmatch(gap)
    ):
        return right._replace(start=left.start, is_known=False)
    is_weekday = patterns.weekday.fullmatch(text, left.mention.start, left.mention.end) is not None
    if (day := _one_day(left, right, gap, patterns, is_weekday=is_weekday)) is not None:
        return day
    if right.mention.stretch is None or patterns.to_year.fullmatch(gap) is None:
        return None
    return _within(left, right, is_weekday=is_weekday)


def _one_day(left: Reading, right: Reading, gap: str, patterns: _Patterns, *, is_weekday: bool) -> Reading | None:
    """Return a day with its weekday or weekend: "Friday, Oct. 3", "yesterday, Monday". None: they are two dates."""
    if right.mention.day:
        is_weekend = left.mention.stretch is not None and patterns.of.fullmatch(gap) is not None
        is_one = is_weekend or (is_weekday and patterns.to_day.fullmatch(gap) is not None)
        return right._replace(start=left.start) if is_one else None
    days = left.mention.stretch
    is_same = is_weekday and left.is_known and days is not None and days == right.mention.stretch
    return left._replace(end=right.end) if is_same and patterns.to_day.fullmatch(gap) is not None else None


def _within(left: Reading, right: Reading, *, is_weekday: bool) -> Reading | None:
    """Return a weekday of a relative week, or a day or month of a relative year. None: they are two dates."""
    first, last = right.mention.stretch or (_NO_DAY, _NO_DAY)
    if is_weekday and last.ordinal - first.ordinal == _WEEK - 1:
        return left._replace(end=right.end)
    if not left.mention.month or (first.month, last.month) != (1, LAST_MONTH):
        return None
    if not right.is_known:
        return right._replace(start=left.start)
    mention = left.mention._replace(year=first.year, end=right.mention.end)
    return Reading(mention, left.start, right.end, is_reckoned=True)


class _Patterns:
    """What may lie between two dates that are one, in one language."""

    def __init__(self, language: Language) -> None:
        small, words = re.IGNORECASE, connectors()
        self.weekday = re.compile(rf"(?:{phrases([*language.weekdays, *language.day_words])})", small)
        self.to_day = re.compile(rf"(?:,?\s\(?|\s?[-\u2013]\s?)(?:(?:{phrases(language.date_fillers)})\s)?", small)
        self.fiscal = re.compile(rf"(?:{phrases(language.fiscal)}|FY\d)", small)
        self.of = re.compile(rf",?\s(?:(?:{phrases([*words.of, *words.of_articles])})\s)*", small)
        self.to_year = re.compile(rf"(?:,?\s|\s?[-\u2013]\s?)(?:(?:{alternatives(words.before_this_year)})\s?)*", small)


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)
