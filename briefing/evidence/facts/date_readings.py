"""What each date of a sentence means: of the readings that the checker allows, the one that a reader would choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.dates.calendar_days import LAST_MONTH
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import date_statements
from briefing.evidence.dates.modifiers import modifiers_before
from briefing.evidence.dates.relative import relative_dates
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import alternatives, phrases
from briefing.evidence.words.prose import Prose
from briefing.format.dates import Edtf, parse_date

_ANY_DAY = parse_date("2001-02-03")
"""Stands for the date of publication where it is not known, only to find the places of relative dates."""
_REACH = 32
"""Characters before and after a date that are read."""
_HALVES = 40
"""EDTF numbers of half years begin here."""


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


def read_dates(prose: Prose, published: Edtf | None) -> tuple[Reading, ...]:
    """Return the dates of a sentence in order, none inside another. `published` None: nothing is reckoned."""
    is_dated = published is not None and published.earliest is not None
    found = relative_dates(prose, published if published is not None and is_dated else _ANY_DAY)
    given = _given(prose)
    chosen: list[Reading] = []
    for readings in _by_place((*found, *prose.dates)):
        chosen += _chosen(prose, readings, given, is_dated=is_dated)
    return tuple(_joined(prose, _outermost(chosen)))


def _given(prose: Prose) -> dict[tuple[int, int], DateMention]:
    """Return the dates of which the sentence gives the year elsewhere: the "12 May" of "12 May and 14 June 2024"."""
    every = [readings[0] for one in prose.once(date_statements) for readings in one.places if len(readings) == 1]
    whole = {(one.start, one.end): one for one in every}
    return {
        (one.start, one.end): known
        for one in prose.dates
        if one.lacks_year and (known := whole.get((one.start, one.end))) is not None and not known.lacks_year
    }


def _by_place(found: Iterable[DateMention]) -> Iterator[tuple[DateMention, ...]]:
    by_span: dict[tuple[int, int], dict[DateMention, None]] = {}
    for one in found:
        by_span.setdefault((one.start, one.end), {})[one] = None
    for readings in by_span.values():
        yield tuple(readings)


def _chosen(
    prose: Prose, readings: Sequence[DateMention], given: dict[tuple[int, int], DateMention], *, is_dated: bool
) -> Iterator[Reading]:
    """Yield the reading of one place; nothing if the words are no date after all."""
    place = (readings[0].start, readings[0].end)
    if place in given:
        yield Reading(given[place], *place)
        return
    bare = [one for one in readings if one.lacks_year]
    full = [one for one in readings if not one.lacks_year and one in prose.dates]
    if full:
        yield from _of_full(full, place)
        return
    if bare and not _is_meant(prose, bare[0]):
        return
    likely = {one.days or one: one for one in readings if not (one.lacks_year or one.is_second)}
    start, end = _with_side(prose, *place)
    if not bare and _is_idle(prose, *place):
        return
    told = _counts_from_told(prose, start, end)
    if is_dated and len(likely) == 1 and not told:
        yield Reading(next(iter(likely.values())), start, end, is_reckoned=True)
    elif bare:
        yield Reading(bare[0], start, end)
    else:
        yield Reading(readings[0], start, end, is_known=False, counts_from_told=told)


def _of_full(readings: Sequence[DateMention], place: tuple[int, int]) -> Iterator[Reading]:
    sure = [one for one in readings if one.sure]
    if len(sure) == 1:
        yield Reading(sure[0], *place)
    elif sure:
        yield Reading(sure[0], *place, is_known=False)


def _is_meant(prose: Prose, mention: DateMention) -> bool:
    """Whether a part of a year without its year is surely one: "in the spring", no match's "second half"."""
    if mention.month is None or mention.month <= LAST_MONTH:
        return True
    if mention.month >= _HALVES:
        return False
    return modifiers_before(prose.text, mention.start, prose.language).start < mention.start or _with_side(
        prose, mention.start, mention.end
    ) != (mention.start, mention.end)


class _Patterns:
    """The words of one language around relative dates."""

    def __init__(self, language: Language) -> None:
        small = re.IGNORECASE
        weak = frozenset(language.date_fillers)
        sides = [*language.last, *language.next, *(word for word in language.this if word not in weak)]
        self.side = re.compile(rf"(?<!\w)(?:{phrases(sides)})\s$", small)
        behind = phrases([*language.last_behind, *language.next_behind])
        ago = phrases(word for word in language.ago if not word.endswith(" "))
        self.behind = re.compile(rf"\s(?:{behind}|{ago})", small)
        self.idle = re.compile(rf"(?:{phrases(word for word in language.this if word in weak)})\s", small)
        self.told = re.compile(rf"(?<!\w)(?:{phrases(language.told_then)})", small)
        days = phrases([*language.weekdays, *language.day_words])
        self.weekday = re.compile(rf"(?:{days})", small)
        the = phrases([*language.date_fillers])
        self.to_day = re.compile(rf",?\s\(?(?:(?:{the})\s)?", small)
        small_words = connectors()
        self.to_year = re.compile(rf",?\s(?:(?:{alternatives(small_words.before_this_year)})\s?)*", small)


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


def _with_side(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """Return where the words of a relative date begin and end, with "last", "next", "this" and "ago" beside it."""
    patterns, text = _patterns(prose.language), prose.text
    before = text[max(start - _REACH, 0) : start]
    side = patterns.side.search(before)
    behind = patterns.behind.match(text, end)
    first = start if side is None else start - len(before) + side.start()
    return first, end if behind is None else behind.end()


def _is_idle(prose: Prose, start: int, end: int) -> bool:
    """Whether an article before a unit of time makes no date of it: "the year" is one only after "the end of"."""
    if _patterns(prose.language).idle.match(prose.text, start, end) is None:
        return False
    return not modifiers_before(prose.text, start, prose.language).part or prose.text[end : end + 2].strip().isdigit()


def _counts_from_told(prose: Prose, start: int, end: int) -> bool:
    return _patterns(prose.language).told.search(prose.text, start, end) is not None


def _outermost(chosen: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the readings in order, without those that lie in another one or begin in the one before."""
    done = 0
    for one in sorted(chosen, key=lambda reading: (reading.start, -reading.end)):
        if one.start >= done:
            done = one.end
            yield one


def _joined(prose: Prose, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the readings, those that are one date joined: "Friday, Oct. 3", "in May of last year"."""
    left: Reading | None = None
    for one in readings:
        if left is not None and (both := _both(prose, left, one)) is not None:
            left = both
            continue
        if left is not None:
            yield left
        left = one
    if left is not None:
        yield left


def _both(prose: Prose, left: Reading, right: Reading) -> Reading | None:
    """Return two neighbours that are one date as one. None: they are two."""
    patterns, text = _patterns(prose.language), prose.text
    gap = text[left.end : right.start]
    if len(gap) > _REACH:
        return None
    one, other = left.mention, right.mention
    if other.day and patterns.weekday.fullmatch(text, one.start, one.end) and patterns.to_day.fullmatch(gap):
        return right._replace(start=left.start)
    days = other.stretch
    is_year = days is not None and days[0].month == 1 and days[1].month == LAST_MONTH
    if one.month and not one.day and is_year and days is not None and patterns.to_year.fullmatch(gap):
        if not right.is_reckoned:
            return left._replace(end=right.end)
        mention = one._replace(year=days[0].year, end=other.end)
        return Reading(mention, left.start, right.end, is_reckoned=True)
    return None
