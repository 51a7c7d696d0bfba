"""What each date of a sentence means: of the readings that the checker allows, the one that a reader would choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import date_statements
from briefing.evidence.dates.relative import relative_dates
from briefing.evidence.facts.date_joins import Reading, joined
from briefing.evidence.facts.date_words import QUARTERS, DateWords
from briefing.evidence.facts.story_years import StoryYears
from briefing.evidence.words.prose import Prose
from briefing.format.dates import Day, Edtf, parse_date

_ANY_DAY = parse_date("2001-02-03")
"""Stands for the date of publication where it is not known, only to find the places of relative dates."""
_LONG = 90
"""Days. Dates that are nearer than this, before and after publication, may both be meant."""


def read_dates(prose: Prose, published: Edtf | None, years: StoryYears) -> tuple[Reading, ...]:
    """Return the dates of a sentence in order, none inside another. `published` None: nothing is reckoned."""
    return tuple(joined(prose, _Choice(prose, published, years).all()))


class _Choice:
    """Chooses one reading for each place of a sentence that may be a date."""

    def __init__(self, prose: Prose, published: Edtf | None, years: StoryYears) -> None:
        self._prose = prose
        self._years = years
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
        if all(one.lacks_year for one in prose.dates) or not any(one.lacks_year for one in prose.dates):
            return {}
        every = [readings[0] for one in prose.once(date_statements) for readings in one.places if len(readings) == 1]
        whole = {(one.start, one.end): one for one in every if not one.lacks_year}
        places = [(one.start, one.end) for one in prose.dates if one.lacks_year]
        return {place: whole[place] for place in places if place in whole}

    def _of_place(self, place: tuple[int, int], readings: Sequence[DateMention]) -> Iterator[Reading]:
        """Yield the reading of one place; nothing if the words are no date after all."""
        full = [one for one in readings if one in self._written and not (one.lacks_year or one.is_second)]
        bare = [one for one in readings if one.lacks_year]
        if full:
            yield Reading(full[0], *place, is_known=len(full) == 1)
        elif bare:
            yield from self._without_year(place, bare[0], readings)
        elif not all(one.is_second for one in readings):
            yield from self._relative(place, readings)

    def _without_year(
        self, place: tuple[int, int], bare: DateMention, readings: Sequence[DateMention]
    ) -> Iterator[Reading]:
        """Yield a day, month or part of a year to which the text gives no year."""
        words = DateWords(self._prose, *place)
        if not words.is_meant(bare):
            return
        start, end = words.with_side()
        is_fiscal = (bare.month or 0) >= QUARTERS and words.is_fiscal()
        told = DateWords(self._prose, start, end).counts_from_told()
        likely = None if is_fiscal or told else self._of_this_story(self._likely(readings))
        yield Reading(likely or bare, start, end, is_reckoned=likely is not None, is_known=not is_fiscal)

    def _relative(self, place: tuple[int, int], readings: Sequence[DateMention]) -> Iterator[Reading]:
        """Yield a date that counts from some day, usually that of publication."""
        words = DateWords(self._prose, *place)
        if words.is_idle():
            return
        start, end = words.with_side()
        whole = DateWords(self._prose, start, end)
        told = whole.counts_from_told()
        if told and whole.is_before_something():
            return
        is_feast = words.names_a_feast()
        likely = None if told or is_feast or whole.has_half_more() else self._likely(readings)
        if likely is None and not (told or is_feast) and words.is_weekday() and words.looks_back():
            likely = self._latest(readings)
        if likely is not None and words.is_weekday():
            likely = self._of_this_story(likely)
        known = likely is not None
        yield Reading(likely or readings[0], start, end, is_reckoned=known, is_known=known, counts_from_told=told)

    def _of_this_story(self, reading: DateMention | None) -> DateMention | None:
        """Return a reckoned reading. None: the text tells of another year before it, so its year is not known."""
        if reading is None or self._years.of_another(reading) is not None:
            return None
        return reading

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

    def _latest(self, readings: Sequence[DateMention]) -> DateMention | None:
        """Return the last of the readings that lie before the day of publication or on it. None: none does."""
        said = self._published.earliest if self._published is not None else None
        past = [
            (days[0].ordinal, number, one)
            for number, one in enumerate(readings)
            if not one.is_second and (days := one.days) is not None and said is not None and days[0] <= said
        ]
        return max(past)[2] if past else None


def _distance(mention: DateMention, said: Day) -> int:
    days = mention.days
    if days is None:
        return _LONG * 100
    return max(days[0].ordinal - said.ordinal, said.ordinal - days[1].ordinal, 0)
