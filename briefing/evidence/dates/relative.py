"""Dates relative to the day of publication: "last Friday", "in January", "three weeks ago", "this week"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from briefing.evidence.dates.calendar_days import LAST_MONTH, Days, month_days, year_days
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.modifiers import ModifierKind, modifiers_before
from briefing.evidence.languages import Language, connectors
from briefing.evidence.numbers.numerals import numerals
from briefing.evidence.patterns import alternatives, phrases
from briefing.evidence.words.prose import Prose, small_runs
from briefing.format.dates import Day, Edtf


class Tense(Enum):
    """Whether what a date belongs to lies before the publication of the text or after it."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"
    """The words do not say."""


class _TensePatterns:
    """The words of one language that show a tense."""

    def __init__(self, language: Language) -> None:
        small = re.IGNORECASE
        told = phrases([*language.future, *language.future_told])
        self.future = re.compile(rf"(?<!\w)(?:{told}|{_ending(language.future_endings)})", small)
        self.past = re.compile(rf"(?<![\w-])(?:{phrases(language.past)}|{_ending(language.past_endings)})", small)
        self.saying = re.compile(rf"(?<!\w)(?:{phrases(language.saying)})", small)
        self.with_object = re.compile(rf"\s(?:{phrases(language.indefinite_articles)})\s", small)
        owned = phrases([*language.discourse.possessives, "'s"])
        self.owned = re.compile(rf"(?<!\w)(?:{owned})\s(?:[^\W\d_]+\s){{1,2}}$", small)
        self.told = re.compile(phrases(language.future_told), small)
        self.was = re.compile(rf"(?<!\w)(?:{phrases(language.past)})\s(?:(?:{told})\s)*$", small)
        adverbs = "|".join(rf"[^\W\d_]+{re.escape(end)}(?!\w)" for end in language.discourse.adverb_endings) or "(?!)"
        passive = phrases(language.discourse.passive_auxiliaries)
        self.passive = re.compile(rf"\s(?:(?:{passive}|{adverbs})\s)*(?:(?:{passive})\s)?", small)


def _ending(ends: tuple[str, ...]) -> str:
    return "|".join(rf"[^\W\d_]{{2,}}{re.escape(end)}(?!\w)" for end in ends) or "(?!)"


@lru_cache(maxsize=64)
def _tense_patterns(language: Language) -> _TensePatterns:
    return _TensePatterns(language)


_NEAR = 3
"""Words that may stand between a verb of saying and the day on which it was said."""


class _TenseMarks:
    """The words of a text that show a tense, in order."""

    def __init__(self, prose: Prose) -> None:
        patterns = _tense_patterns(prose.language)
        self.future = [found.span() for found in patterns.future.finditer(prose.text)]
        self.past = [found.span() for found in patterns.past.finditer(prose.text)]
        self.future_ends = [end for _, end in self.future]
        self.past_ends = [end for _, end in self.past]


def tense(prose: Prose, start: int, end: int) -> Tense:
    """Return the tense of what a date belongs to: shown by the nearest word before it, or else after it."""
    marks, patterns = prose.once(_TenseMarks), _tense_patterns(prose.language)
    futures = bisect_right(marks.future_ends, start)
    future = marks.future_ends[futures - 1] if futures else -1
    first, last = bisect_right(marks.past_ends, future), bisect_right(marks.past_ends, start)
    if first < last and futures and patterns.passive.fullmatch(prose.text, future, marks.past[first][0]):
        first += 1  # "will be held", "is expected to be completed"
    if first < last:
        verb = patterns.saying.match(prose.text, marks.past[last - 1][0])
        between = prose.text[verb.end() : start] if verb is not None else ""
        return Tense.OPEN if len(between.split(None, _NEAR)) > _NEAR else Tense.PAST
    if futures:
        return Tense.FUTURE
    ahead = next((at for at, _ in marks.future[futures:] if at >= end), None)
    past = next((at for at, _ in marks.past[last:] if at >= end), None)
    if ahead is not None and (past is None or ahead < past):
        return Tense.FUTURE
    return Tense.OPEN if past is None else Tense.PAST


def has_tense(prose: Prose, start: int, end: int) -> bool:
    """Whether a word that shows a tense stands between two offsets."""
    marks = prose.once(_TenseMarks)
    return any(
        (first := bisect_right(ends, start)) < len(ends) and ends[first] <= end
        for ends in (marks.past_ends, marks.future_ends)
    )


def looks_back(prose: Prose, start: int, end: int) -> bool:
    """Whether a weekday whose tense is open rather is past: "announced an order on Monday", "their order Monday".

    It is not if any word of the text looks ahead.
    """
    marks, patterns = prose.once(_TenseMarks), _tense_patterns(prose.language)
    if marks.future:
        return False
    before = prose.text[max(start - _REACH, 0) : start]
    if patterns.owned.search(before):
        return True
    last = bisect_right(marks.past_ends, start)
    return last > 0 and patterns.with_object.match(prose.text, marks.past_ends[last - 1], end) is not None


def _was_ahead(prose: Prose, start: int) -> bool:
    """Whether the word that looks ahead before an offset looked ahead in the past: "was due to be released in"."""
    marks = prose.once(_TenseMarks)
    futures = bisect_right(marks.future_ends, start)
    if not futures:
        return False
    first, _ = marks.future[futures - 1]
    patterns = _tense_patterns(prose.language)
    if patterns.told.match(prose.text, first) and patterns.past.match(prose.text, first):
        return True  # "was to be released", "devait être libéré"
    return patterns.was.search(prose.text, max(first - _REACH, 0), first) is not None


_SATURDAY = 5
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_REACH = 24
"""Characters before and after a date that are searched for "last" and "this year"."""
_FAR = 230
"""A text would give the year of a day or month that is more days away."""
_ENDS = frozenset({"until", "by", "latest"})
"""Relations to a date that lies ahead, if nothing else tells."""
_YEAR_AWAY, _CLOSE = 300, 60
"""A day that the tense puts into another year, so many days away, is rather that of this year, if that is so near."""
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
"""The first month of seasons, quarters and half years, by their EDTF number."""


def relative_dates(prose: Prose, published: Edtf, *, ahead: bool = False) -> tuple[DateMention, ...]:
    """Return the dates that a text may mean, if it was written on the day of its publication.

    Dates that the text gives in full are included. `ahead`: what the text tells may still lie in the future.
    """
    found: dict[DateMention, None] = {}
    for said in dict.fromkeys((_as_date(published.earliest), _as_date(published.latest))):
        if said is not None:
            found.update(dict.fromkeys(_RelativeDates(prose, said, ahead=ahead).all()))
    return tuple(found)


def _days_of(first: date, last: date) -> Days:
    """Convert two dates of the standard library."""
    return Day(first.year, first.month, first.day), Day(last.year, last.month, last.day)


def _as_date(day: Day | None) -> date | None:
    return date(*day) if day is not None and 2 < day.year < MAXYEAR - 2 else None  # noqa: PLR2004 (room for a year)


class _Patterns:
    """The words of one language for relative dates."""

    def __init__(self, language: Language) -> None:
        small = re.IGNORECASE
        last, following, this = phrases(language.last), phrases(language.next), phrases(language.this)
        side = rf"(?P<last>{last})|(?P<next>{following})"
        behind = rf"(?P<last_behind>{phrases(language.last_behind)})|(?P<next_behind>{phrases(language.next_behind)})"
        weekday = phrases([*language.weekdays, *language.weekend])
        span = phrases([*language.time_units, *language.decades])
        self.weekday = re.compile(rf"(?<!\w)(?:(?:{side})\s)?(?P<day>{weekday})(?:\s(?:{behind}))?", small)
        self.span = re.compile(rf"(?<!\w)(?:{side}|(?P<this>{this}))\s(?P<span>{span})(?:\s(?:{behind}))?", small)
        self.span_behind = re.compile(rf"(?<!\w)(?P<span>{span})\s(?:{behind})", small)
        self.word = re.compile(rf"(?<!\w)(?P<word>{phrases(language.day_words)})", small)
        self.of_present = re.compile(rf"(?<!\w)(?P<present>{phrases(language.present_year)})(?!\s\d)", small)
        self.up_to_now = re.compile(rf"(?<!\w)(?:{phrases(language.up_to_now)})\s(?:{span})$", small)
        self.period = re.compile(phrases(language.period_to), small)
        self.night = re.compile(rf"(?<!\w)(?:{phrases(language.night_words)})", small)
        self.unit = re.compile(rf"[\s-](?:(?:{behind})\s)?(?P<span>{span})", small)
        after = phrases(word for word in language.ago if not word.endswith(" "))
        before = "|".join(re.escape(word.strip()) for word in language.ago if word.endswith(" ")) or "(?!)"
        self.ago_behind = re.compile(rf"\s(?:{after})", small)
        self.ago_before = re.compile(rf"(?<!\w)(?:{before})\s$", small)
        self.appointed = re.compile(rf"(?<!\w)(?:{phrases(language.appointed)})\s?$", small)
        self.within = re.compile(rf"(?<!\w)(?:{phrases(language.within)})\s$", small)
        self.counted_from = re.compile(rf"\s(?:{phrases(language.counted_from)})", small)
        self.one = re.compile(rf"(?<!\w)(?P<one>{phrases(language.indefinite_articles)})(?=\s(?:{span}))", small)
        self.side = re.compile(rf"(?<!\w)(?:{side}|(?P<this>{this}))\s$", small)
        small_words = connectors()
        self.of_year = re.compile(
            rf",?\s(?:(?:{alternatives(small_words.before_this_year)})\s?)*(?:{side}|(?P<this>{this}|{alternatives(small_words.this_year)}))"
            rf"\s?(?P<span>{span})(?:\s(?:{behind}))?",
            small,
        )
        self.behind = re.compile(rf"\s(?:{behind})", small)
        # A text without the last word of any of them has no such date, which is quickly seen.
        self.day_runs = _last_runs([*language.day_words, *language.present_year, *language.night_words])
        self.weekday_runs = _last_runs([*language.weekdays, *language.weekend])
        self.unit_runs = _last_runs([*language.time_units, *language.decades])


def _last_runs(every: Iterable[str]) -> frozenset[str]:
    return frozenset(runs[-1] for words in every if (runs := small_runs(words)))


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


class _RelativeDates:
    """The relative dates of a text, counted from one day."""

    def __init__(self, prose: Prose, said: date, *, ahead: bool) -> None:
        self._prose = prose
        self._said = said
        self._ahead = ahead
        self._patterns = _patterns(prose.language)

    def all(self) -> Iterator[DateMention]:
        """Yield every date that the text may mean, relative or given in full."""
        runs, known = self._prose.runs, self._patterns
        if not runs.isdisjoint(known.day_runs):
            yield from self._words()
        if not runs.isdisjoint(known.weekday_runs):
            yield from self._weekdays()
        if not runs.isdisjoint(known.unit_runs):
            yield from self._spans()
            yield from self._amounts()
        for mention in self._prose.dates:
            yield from self._absolute(mention) if mention.lacks_year else (mention,)

    def _mention(self, start: int, end: int, days: Days | None, *, second: bool = False) -> Iterator[DateMention]:
        if days is not None:
            before = modifiers_before(self._prose.text, start, self._prose.language)
            yield DateMention(start, end, about=before.about, part=before.part, stretch=days, is_second=second)

    def _tenses(self, start: int, end: int) -> frozenset[Tense]:
        """Return the tenses that a date may have: past, future or both."""
        found = tense(self._prose, start, end)
        bound = modifiers_before(self._prose.text, start, self._prose.language).kinds.get(ModifierKind.BOUND, "")
        if bound == "since":
            return frozenset({Tense.PAST})
        if found is Tense.OPEN and bound in _ENDS:
            return frozenset({Tense.FUTURE})
        if found is Tense.OPEN or (found is Tense.PAST and self._ahead):
            return frozenset({Tense.PAST, Tense.FUTURE})
        return frozenset({found})

    def _words(self) -> Iterator[DateMention]:
        for found in self._patterns.word.finditer(self._prose.text):
            day = self._said + _DAY * self._prose.language.day_words[found["word"].lower()]
            yield from self._mention(*found.span(), _days_of(day, day))
        for found in self._patterns.of_present.finditer(self._prose.text):
            part = self._prose.language.present_year[found["present"].lower()]
            for one in self._mention(*found.span("present"), year_days(self._said.year)):
                yield one._replace(part=part or one.part)
        for found in self._patterns.night.finditer(self._prose.text):
            tenses = self._tenses(*found.span())
            for known, day in ((Tense.PAST, self._said - _DAY), (Tense.FUTURE, self._said)):
                if known in tenses:
                    second = known is Tense.FUTURE and len(tenses) > 1
                    yield from self._mention(*found.span(), _days_of(day, day + _DAY), second=second)

    def _weekdays(self) -> Iterator[DateMention]:
        for found in self._patterns.weekday.finditer(self._prose.text):
            number = self._prose.language.weekdays.get(found["day"].lower(), _SATURDAY)
            more = _DAY * (found["day"].lower() not in self._prose.language.weekdays)
            for day, second in self._weekday(number, found):
                yield from self._mention(*found.span("day"), _days_of(day, day + more), second=second)

    def _weekday(self, number: int, found: re.Match[str]) -> Iterator[tuple[date, bool]]:
        """Yield the days that a weekday may mean, each with whether another one is more likely."""
        near = self._said - _DAY * ((self._said.weekday() - number) % 7)
        coming = self._said + _DAY * ((number - self._said.weekday()) % 7)
        step = _step(found)
        week = self._patterns.of_year.match(self._prose.text, found.end("day"))
        if week is not None and _unit(self._prose.language, week) == "week":
            yield self._said + _DAY * (number - self._said.weekday()) + _WEEK * _step(week), False  # "Friday last week"
            return
        if step:
            is_vague = (found["next"] or "").lower() in self._prose.language.next_week_too
            yield from self._named_weekday(near if step < 0 else coming, step, is_vague=is_vague)
            return
        tenses = self._tenses(*found.span())
        for tense_of_day, day, way in ((Tense.PAST, near, -1), (Tense.FUTURE, coming, 1)):
            if tense_of_day in tenses:
                yield day, False
                if day == self._said:
                    yield day + _WEEK * way, True

    def _named_weekday(self, day: date, step: int, *, is_vague: bool) -> Iterator[tuple[date, bool]]:
        """Yield the days that "last Friday" or "next Friday" may mean; `day` is the nearest one in that direction."""
        further = day + _WEEK * step
        if day == self._said:
            yield further, False
            return
        # On a Sunday, "last Friday" may be two days ago or nine; on a Monday, "next Friday" is this week's or not.
        same_week = day.isocalendar()[:2] == self._said.isocalendar()[:2]
        yield day, False
        yield further, not (is_vague and same_week)

    def _spans(self) -> Iterator[DateMention]:
        language = self._prose.language
        for pattern in (self._patterns.span, self._patterns.span_behind):
            for found in pattern.finditer(self._prose.text):
                unit, step = _unit(language, found), _step(found)
                if found.start() and self._prose.text[found.start() - 1 : found.start()] == "-":
                    continue
                if self._patterns.period.match(self._prose.text, found.start("span")):
                    continue  # "the year to April"
                up_to_now = (
                    self._patterns.up_to_now.search(self._prose.text[max(found.start() - _REACH, 0) : found.end()])
                    is not None
                )
                is_second = up_to_now or (unit == "decade" and step < 0)
                for one in self._mention(*found.span(), self._span(unit, step), second=is_second):
                    is_end = unit == "decade" and step > 0 and one.part
                    yield one._replace(stretch=_decade(self._said.year, step)) if is_end else one
                if step < 0 and unit != "day":
                    second = not up_to_now and unit != "decade"
                    yield from self._mention(*found.span(), self._back_to(unit, 1), second=second)

    def _span(self, unit: str, step: int) -> Days | None:
        said = self._said
        match unit:
            case "decade" if step > 0:
                last = self._moved("year", step * 10)
                return None if last is None else _days_of(said, last)
            case "decade":
                return _decade(said.year, step)
            case "day":
                return _days_of(said + _DAY * step, said + _DAY * step)
            case "week":
                monday = said - _DAY * said.weekday() + _WEEK * step
                return _days_of(monday, monday + _DAY * 6)
            case "month":
                return self._month_from(step)
            case _:
                return year_days(said.year + step)

    def _month_from(self, step: int) -> Days | None:
        index = self._said.year * LAST_MONTH + self._said.month - 1 + step
        return month_days(index // LAST_MONTH, index % LAST_MONTH + 1)

    def _back_to(self, unit: str, count: int) -> Days | None:
        """Return the days of a past period, such as "the past three weeks", up to the day of publication."""
        first = self._moved("year", -count * 10) if unit == "decade" else self._moved(unit, -count)
        return None if first is None else _days_of(first, self._said)

    def _moved(self, unit: str, count: int) -> date | None:
        """Return the day so many days, weeks, months or years after publication; before, if `count` is negative."""
        said = self._said
        if unit in {"day", "week"}:
            days = count * (1 if unit == "day" else 7)
            return said + _DAY * days if abs(days) < said.year * 300 else None
        index = said.year * LAST_MONTH + said.month - 1 + count * (LAST_MONTH if unit == "year" else 1)
        month = month_days(index // LAST_MONTH, index % LAST_MONTH + 1)
        if month is None or not 1 <= month[0].year < MAXYEAR:
            return None
        return date(month[0].year, month[0].month, min(said.day, month[1].day))

    def _amounts(self) -> Iterator[DateMention]:
        """Yield the dates given by an amount of time: "three weeks ago", "in two days", "the past three weeks"."""
        text, language = self._prose.text, self._prose.language
        every = [one for one in numerals(text, language) if one.scale == 1]
        counted = [(one.start, one.end, one.bare) for one in every if one.bare % 1 == 0]
        ones = [(found.start(), found.end(), Decimal(1)) for found in self._patterns.one.finditer(text)]
        for start, end, count in (*counted, *ones):
            unit = self._patterns.unit.match(text, end)
            if unit is not None and 0 < count < self._said.year - 1:
                yield from self._amount(start, int(count), unit)

    def _amount(self, start: int, count: int, unit: re.Match[str]) -> Iterator[DateMention]:
        text = self._prose.text
        before = text[max(start - _REACH, 0) : start]
        kind, end = _unit(self._prose.language, unit), unit.end()
        if kind == "decade":
            kind, count = "year", count * 10
        side, ago = self._side_of(before), self._patterns.ago_before.search(before)
        if ago is not None or self._patterns.ago_behind.match(text, end):
            start -= len(before) - ago.start() if ago is not None else 0
            for number, days in enumerate(self._counted(kind, -count)):
                yield from self._mention(start, end, days, second=number > 0)
        elif _step(unit) < 0 or (side is not None and side["last"]):
            yield from self._mention(start, end, self._back_to(kind, count))
        elif _step(unit) > 0 or (side is not None and side["next"]):
            last = self._moved(kind, count)
            yield from self._mention(start, end, None if last is None else _days_of(self._said, last))
        elif (within := self._within(before, end)) is not None and Tense.FUTURE in (tenses := self._tenses(start, end)):
            is_length = Tense.PAST in tenses  # "the illness goes within a week"
            start -= len(before) - within.start()
            for number, days in enumerate(self._counted(kind, count)):
                yield from self._mention(start, end, days, second=number > 0 or is_length)

    def _side_of(self, before: str) -> re.Match[str] | None:
        """Return the word such as "last" at the end of some words, unless it is a verb: "to last six weeks"."""
        side = self._patterns.side.search(before)
        others = self._prose.language.words_too.get(side.group().strip().lower(), ()) if side is not None else ()
        if side is not None and others and before[: side.start()].lower().split()[-1:] in [[word] for word in others]:
            return None
        return side

    def _within(self, before: str, end: int) -> re.Match[str] | None:
        """Return the word before an amount of time to come, unlike that of "within 14 days of the order"."""
        is_from_something = self._patterns.counted_from.match(self._prose.text, end) is not None
        return None if is_from_something else self._patterns.within.search(before)

    def _counted(self, unit: str, count: int) -> Iterator[Days | None]:
        """Yield the days that so many units from publication may mean: a whole week, month or year, or the very day."""
        day = self._moved(unit, count)
        if day is None:
            return
        match unit:
            case "month":
                yield self._month_from(count)
            case "year":
                yield year_days(self._said.year + count)
            case "week":
                monday = day - _DAY * day.weekday()
                yield _days_of(monday, monday + _DAY * 6)
        if unit != "year":
            yield _days_of(day, day)

    def _absolute(self, mention: DateMention) -> Iterator[DateMention]:
        """Yield a day or month without a year once for each year that it may belong to."""
        before = self._prose.text[max(mention.start - _REACH, 0) : mention.start]
        year = self._patterns.of_year.match(self._prose.text, mention.end)
        side = self._patterns.side.search(before)
        behind = self._patterns.behind.match(self._prose.text, mention.end)
        if year is not None and _unit(self._prose.language, year) == "year":
            yield mention._replace(year=self._said.year + _step(year))
            return
        past, future = self._years(mention)
        step = _step(behind) if behind is not None else _step(side) if side is not None else 0
        if step:
            # In May, "last May" is that of the year before.
            years = (past if step < 0 else future)[:2]
            during = bool(years) and years[0] in past and years[0] in future
            yield from (mention._replace(year=one, is_second=(one == years[0]) is during) for one in years)
            return
        tenses = self._tenses(mention.start, mention.end)
        is_foiled = not mention.day and tenses == {Tense.FUTURE} and _was_ahead(self._prose, mention.start)
        if is_foiled or (mention.day and self._is_appointed(mention)):
            tenses = frozenset({Tense.PAST, Tense.FUTURE})
        if mention.day and len(tenses) == 1 and (near := self._nearer(mention, past, future, tenses)) is not None:
            yield from near
            return
        # During a quarter, the text may mean that of the year before: "sales fell in the fourth quarter".
        begun = past[: 1 + ((mention.month or 0) > LAST_MONTH and bool(past) and past[0] in future)]
        for one, needed in ((begun, Tense.PAST), (future[:1], Tense.FUTURE)):
            for number in one if needed in tenses else ():
                dated = mention._replace(year=number)
                yield dated._replace(sure=len(tenses) == 1 or self._is_near(dated))

    def _is_appointed(self, mention: DateMention) -> bool:
        """Whether something may be set for a day, though a word before it shows the past."""
        start = modifiers_before(self._prose.text, mention.start, self._prose.language).filled
        return self._patterns.appointed.search(self._prose.text[max(start - _REACH, 0) : start]) is not None

    def _nearer(
        self, mention: DateMention, past: list[int], future: list[int], tenses: frozenset[Tense]
    ) -> tuple[DateMention, ...] | None:
        """Return both readings of a day that the tense puts a year away, while the other one is near."""
        ahead = Tense.FUTURE in tenses
        mine, other = (future, past) if ahead else (past, future)
        if (
            not mine
            or not other
            or mine[0] == self._said.year
            or self._away(mention, mine[0]) < _YEAR_AWAY
            or self._away(mention, other[0]) > _CLOSE
        ):
            return None
        near, further = mention._replace(year=other[0]), mention._replace(year=mine[0], is_second=True)
        return (near, further) if other[0] < mine[0] else (further, near)

    def _away(self, mention: DateMention, year: int) -> int:
        """Return how many days lie between publication and a day in some year."""
        days = mention._replace(year=year).days
        said = Day(self._said.year, self._said.month, self._said.day).ordinal
        return abs(days[0].ordinal - said) if days is not None else 0

    def _is_near(self, mention: DateMention) -> bool:
        """Whether a date without a year is so near that its year is clear, whatever the tense."""
        days = mention.days or month_days(mention.year or 0, _FIRST_MONTHS.get(mention.month or 0, mention.month or 1))
        said = Day(self._said.year, self._said.month, self._said.day).ordinal
        return days is None or (days[0].ordinal - _FAR <= said <= days[1].ordinal + _FAR)

    def _years(self, mention: DateMention) -> tuple[list[int], list[int]]:
        """Return the years in which a day or month had begun by publication, and those in which it was not over."""
        month = _FIRST_MONTHS.get(mention.month or 0, mention.month or 1)
        past: list[int] = []
        future: list[int] = []
        said = Day(self._said.year, self._said.month, self._said.day)
        for year in range(said.year - 2, said.year + 3):
            days = mention._replace(year=year).days or month_days(year, month)
            if days is None or (mention.day or 0) > days[1].day:
                continue
            if days[0] <= said:
                past.insert(0, year)
            if days[1] >= said:
                future.append(year)
        return past, future


def _decade(year: int, step: int) -> Days:
    """Return the decade so many steps from that of a year: the 2030s for 2024 and 1."""
    first = year - year % 10 + step * 10
    return Day(first, 1, 1), Day(first + 9, LAST_MONTH, 31)


def _unit(language: Language, found: re.Match[str]) -> str:
    """Return the unit of time of a match: "day", "week", "month", "year" or "decade"."""
    return language.time_units.get(found["span"].lower(), "decade")


def _step(found: re.Match[str]) -> int:
    """Return the direction of a match: -1 for "last", 1 for "next", 0 for "this"."""
    groups = found.groupdict()
    if groups.get("last") or groups.get("last_behind"):
        return -1
    return 1 if groups.get("next") or groups.get("next_behind") else 0
