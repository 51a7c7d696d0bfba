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
from briefing.evidence.dates.relative import Tense, relative_dates, tense
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import alternatives, phrases
from briefing.evidence.words.prose import Prose
from briefing.format.dates import Day, Edtf, parse_date

_ANY_DAY = parse_date("2001-02-03")
"""Stands for the date of publication where it is not known, only to find the places of relative dates."""
_REACH = 32
"""Characters before and after a date that are read."""
_QUARTERS = 33
"""EDTF numbers of quarters and half years begin here."""
_WEEK = 7
_NO_DAY = Day(0, 0, 0)
_SHORT = 12
"""Characters of a word."""
_MONEY = re.compile(r"[%$€£¥]")


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
    return tuple(_joined(prose, _outermost(_Choice(prose, published).all())))


class _Choice:
    """Chooses one reading for each place of a sentence that may be a date."""

    def __init__(self, prose: Prose, published: Edtf | None) -> None:
        self._prose = prose
        self._patterns = _patterns(prose.language)
        self._published = published if published is not None and published.earliest is not None else None
        self._written = frozenset(prose.dates)
        self._given = self._dates_with_shared_year()

    def all(self) -> Iterator[Reading]:
        """Yield the readings, in any order; some may lie inside others."""
        by_place: dict[tuple[int, int], dict[DateMention, None]] = {}
        for one in (*relative_dates(self._prose, self._published or _ANY_DAY), *self._prose.dates):
            by_place.setdefault((one.start, one.end), {})[one] = None
        for place, readings in by_place.items():
            if place in self._given:
                yield Reading(self._given[place], *place)
            else:
                yield from self._of_place(place, tuple(readings))

    def _dates_with_shared_year(self) -> dict[tuple[int, int], DateMention]:
        """Return the dates of which the sentence gives the year once: the "12 May" of "12 May and 14 June 2024"."""
        prose = self._prose
        every = [readings[0] for one in prose.once(date_statements) for readings in one.places if len(readings) == 1]
        whole = {(one.start, one.end): one for one in every if not one.lacks_year}
        places = [(one.start, one.end) for one in prose.dates if one.lacks_year]
        return {place: whole[place] for place in places if place in whole}

    def _of_place(self, place: tuple[int, int], readings: Sequence[DateMention]) -> Iterator[Reading]:
        """Yield the reading of one place; nothing if the words are no date after all."""
        full = [one for one in readings if not one.lacks_year and one in self._written]
        bare = [one for one in readings if one.lacks_year]
        if full:
            yield Reading(full[0], *place, is_known=len(full) == 1)
        elif bare:
            yield from self._without_year(place, bare[0], readings)
        elif not _is_idle(self._prose, *place) and not all(one.is_second for one in readings):
            yield from self._relative(place, readings)

    def _without_year(
        self, place: tuple[int, int], bare: DateMention, readings: Sequence[DateMention]
    ) -> Iterator[Reading]:
        """Yield a day, month or part of a year to which the text gives no year."""
        if not _is_meant(self._prose, bare):
            return
        start, end = _with_side(self._prose, *place)
        if bare.month is not None and bare.month >= _QUARTERS and _is_fiscal(self._prose, start):
            yield Reading(bare, start, end, is_known=False)
            return
        likely = None if _counts_from_told(self._prose, start, end) else self._likely(readings)
        yield Reading(likely or bare, start, end, is_reckoned=likely is not None)

    def _relative(self, place: tuple[int, int], readings: Sequence[DateMention]) -> Iterator[Reading]:
        start, end = _with_side(self._prose, *place)
        told = _counts_from_told(self._prose, start, end)
        if told and self._patterns.before.search(self._prose.text[:end], max(end - _SHORT, 0)):
            return  # "ten days before the vote"
        likely = None if told else self._likely(readings)
        yield Reading(
            likely or readings[0],
            start,
            end,
            is_reckoned=likely is not None,
            is_known=likely is not None,
            counts_from_told=told,
        )

    def _likely(self, readings: Sequence[DateMention]) -> DateMention | None:
        """Return the reading that is meant: the only one, or else one that is much nearer to the day of publication."""
        if self._published is None:
            return None
        by_days = {one.days or one: one for one in readings if not (one.lacks_year or one.is_second)}
        if len(by_days) == 1:
            return next(iter(by_days.values()))
        said = self._published.earliest
        if not by_days or said is None or said != self._published.latest:
            return None
        ordered = sorted((_distance(one, said), number, one) for number, one in enumerate(by_days.values()))
        (near, _, one), (further, _, _) = ordered[:2]
        is_clear = one.month is not None and near * 3 <= further * 2 and further > _LONG
        return one if is_clear else None


_LONG = 90
"""Days. Dates that are nearer than this, before and after publication, may both be meant."""


def _distance(mention: DateMention, said: Day) -> int:
    days = mention.days
    if days is None:
        return _LONG * 100
    return max(days[0].ordinal - said.ordinal, said.ordinal - days[1].ordinal, 0)


def _is_fiscal(prose: Prose, start: int) -> bool:
    return _patterns(prose.language).fiscal_before.search(prose.text[max(start - _REACH, 0) : start]) is not None


def _is_meant(prose: Prose, mention: DateMention) -> bool:
    """Whether a part of a year without its year is surely one: "in the spring", no match's "second half"."""
    patterns = _patterns(prose.language)
    if mention.month is None or (mention.month <= LAST_MONTH and not patterns.holiday.match(prose.text, mention.start)):
        return True
    if mention.month >= _QUARTERS:
        return not prose.language.reports.isdisjoint(prose.runs) or _MONEY.search(prose.text) is not None
    return _is_placed(prose, mention.start, mention.end)


def _is_placed(prose: Prose, start: int, end: int) -> bool:
    """Whether a preposition, or a word such as "last", shows that a season or holiday is meant as a date."""
    if _with_side(prose, start, end) != (start, end):
        return True
    before = modifiers_before(prose.text, start, prose.language)
    idle = (*prose.language.name_articles, *connectors().of)
    return bool(before.kinds) or not set(prose.text[before.filled : start].lower().split()) <= set(idle)


class _Patterns:
    """The words of one language around relative dates."""

    def __init__(self, language: Language) -> None:
        small = re.IGNORECASE
        small_words = connectors()
        weak = frozenset(language.date_fillers)
        sides = [*language.last, *language.next, *(word for word in language.this if word not in weak)]
        self.side = re.compile(rf"(?<!\w)(?:{phrases(sides)})\s$", small)
        behind = phrases([*language.last_behind, *language.next_behind])
        ago = phrases(word for word in language.ago if not word.endswith(" "))
        self.behind = re.compile(rf"\s(?:{behind}|{ago})", small)
        self.holiday = re.compile(phrases(language.holidays), small)
        self.recurring = re.compile(rf"(?<!\w)(?:{phrases(language.recurring)})\s$", small)
        self.told_year = re.compile(rf",?\s(?:{phrases(language.told_years)})", small)
        self.of_this = re.compile(rf"\s(?:{phrases(small_words.of)})\s", small)
        self.following = re.compile(rf"(?:{phrases(language.next)})\s", small)
        self.idle = re.compile(rf"(?:{phrases(word for word in language.this if word in weak)})\s", small)
        many = phrases(language.many_units)
        self.many = re.compile(rf"(?:{phrases([*sides, *language.this])})\s(?:{many})|(?:{many})\s(?:{behind})", small)
        before = [word for word in language.told_then if word in language.date_bounds]
        self.before = re.compile(rf"\s(?:{phrases(before)})$", small)
        self.told = re.compile(rf"(?<!\w)(?:{phrases(language.told_then)})", small)
        days = phrases([*language.weekdays, *language.day_words])
        self.weekday = re.compile(rf"(?:{days})", small)
        the = phrases([*language.date_fillers])
        self.to_day = re.compile(rf",?\s\(?(?:(?:{the})\s)?", small)
        self.fiscal = re.compile(rf"(?:{phrases(language.fiscal)}|FY\d)", small)
        self.of = re.compile(rf",?\s(?:(?:{phrases([*small_words.of, *small_words.of_articles])})\s)*", small)
        self.fiscal_before = re.compile(rf"(?<!\w)(?:{phrases(language.fiscal)})[\s-]$", small)
        self.to_year = re.compile(
            rf"(?:,?\s|\s?[-\u2013]\s?)(?:(?:{alternatives(small_words.before_this_year)})\s?)*", small
        )


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
    """Whether a unit of time is no date: "last years"; "the year", unless it is "the end of the year"."""
    patterns, language = _patterns(prose.language), prose.language
    if patterns.many.fullmatch(prose.text, start, end) is not None or _recurs(prose, start, end):
        return True
    *first, last = prose.text[start:end].lower().split()
    if first and last in language.time_units and " ".join(first) in language.last:
        # "the last day", "the last week of May"
        return language.time_units[last] == "day" or patterns.of_this.match(prose.text, end) is not None
    if patterns.idle.match(prose.text, start, end) is None:
        return False
    return not modifiers_before(prose.text, start, prose.language).part or prose.text[end : end + 2].strip().isdigit()


def _recurs(prose: Prose, start: int, end: int) -> bool:
    """Whether a weekday is no day in particular: "every Monday"."""
    patterns, before = _patterns(prose.language), prose.text[max(start - _REACH, 0) : start]
    return (
        patterns.weekday.fullmatch(prose.text, start, end) is not None and patterns.recurring.search(before) is not None
    )


def _counts_from_told(prose: Prose, start: int, end: int) -> bool:
    """Whether a date counts from the time that is told of: "the previous year", "the next day", "in May that year"."""
    patterns, language = _patterns(prose.language), prose.language
    if patterns.told.search(prose.text[start:end]) is not None or patterns.told_year.match(prose.text, end) is not None:
        return True
    unit = language.time_units.get(prose.text[start:end].lower().split()[-1])
    if unit is None or patterns.following.match(prose.text, start) is None:
        return False
    return unit == "day" or tense(prose, start, end) is Tense.PAST


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
    month = left.mention.month or 0
    if month >= _QUARTERS and patterns.fiscal.match(text, right.start) and patterns.of.fullmatch(gap):
        return right._replace(start=left.start, is_known=False)
    is_weekday = patterns.weekday.fullmatch(text, left.mention.start, left.mention.end) is not None
    if is_weekday and right.mention.day and patterns.to_day.fullmatch(gap):
        return right._replace(start=left.start)
    if right.mention.day and left.mention.stretch and patterns.of.fullmatch(gap):
        return right._replace(start=left.start)  # "the weekend of 9 and 10 November"
    if right.mention.stretch is None or patterns.to_year.fullmatch(gap) is None:
        return None
    return _within(left, right, is_weekday=is_weekday)


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
