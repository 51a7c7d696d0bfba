"""Statements of dates: how a text puts the dates that it mentions ("after 1945", "in 1998 or 1999", "not in 1998")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefing.evidence.calendar_days import Days, next_day
from briefing.evidence.languages import Language
from briefing.evidence.mentions import Mention
from briefing.evidence.numerals import numerals, phrases
from briefing.evidence.prose import Prose

_REACH = 56
"""Characters before a date in which is looked for how the text puts it."""
_LAST_MONTH = 12
_WEEK = 7


class Relation(StrEnum):
    """How something lies to a date."""

    ON = "on"
    BEFORE = "before"
    UNTIL = "until"
    BY = "by"
    """At the latest then; of a state that it is reached then."""
    LATEST = "latest"
    """No later than."""
    AFTER = "after"
    SINCE = "since"
    FROM = "from"
    """From then on."""
    EARLIEST = "earliest"
    """No earlier than."""


EARLIER = frozenset({Relation.BEFORE, Relation.UNTIL, Relation.BY, Relation.LATEST})
"""What leaves the start open."""
LATER = frozenset({Relation.AFTER, Relation.SINCE, Relation.FROM, Relation.EARLIEST})
"""What leaves the end open."""


class Kind(StrEnum):
    """How the dates of a statement belong together."""

    ONE = "one"
    RANGE = "range"
    """The first and the last of a stretch."""
    EITHER = "either"
    """One of them."""
    EVERY = "every"


Readings = tuple[Mention, ...]
"""What stands in one place, which may be read in more than one way."""


class Statement(NamedTuple):
    """One date of a text, or several that belong together."""

    places: tuple[Readings, ...]
    kind: Kind = Kind.ONE
    relation: Relation = Relation.ON
    """How something lies to the date, or to the first of them."""
    denied: bool = False
    """The text says that it is not this date."""
    unquoted: frozenset[int] = frozenset()
    """The places that stand outside the quote: they show that a date is one of several, and are not quoted."""

    @property
    def start(self) -> int:
        """Where the first of its dates begins."""
        return self.places[0][0].start

    @property
    def end(self) -> int:
        """Where the last of its dates ends."""
        return self.places[-1][0].end


class _Patterns:
    """The expressions of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        small = re.IGNORECASE
        to, either = phrases(language.date_to), phrases(language.date_or)
        every, fillers = phrases(language.date_and), phrases(language.date_fillers)
        parts, days = phrases(language.date_parts), phrases(language.weekdays)
        between = "|".join(phrases([word]) for word in (*language.fiscal, *language.about_dates)) or "(?!)"
        fill = rf"(?:(?:{fillers}|{parts}|{between}|(?:{days}),?|(?:{days})\sden)[\s-])*"
        nth = rf"(?:{'|'.join(re.escape(end) for end in language.ordinal_ends) or '(?!)'})?"
        self.range = re.compile(rf"{nth}(?:\s?[-/\u2013]\s?|,?\s(?:{to})\s){fill}", small)
        self.either = re.compile(rf"{nth},?\s(?:{either})\s{fill}", small)
        self.every = re.compile(rf"{nth}(?:,?\s(?:{every})\s|,\s|\s&\s){fill}", small)
        self.comma = re.compile(rf"{nth},\s{fill}", small)
        self.between = re.compile(rf"(?<!\w)(?:{phrases(language.date_between)})\s{fill}$", small)
        self.bound = re.compile(rf"(?<![^\W_])(?P<bound>{phrases(language.date_bounds)})[\s-]{fill}$", small)
        self.behind = re.compile(rf",?\s(?P<bound>{phrases(language.date_bounds_behind)})", small)
        self.instead = re.compile(rf"(?<!\w)(?:{phrases(language.instead_of)})\s{fill}$", small)
        self.not_but = tuple(
            (
                re.compile(rf"{re.escape(no)}\s(?:[^\s,;.]+\s){{0,4}}$", small),
                re.compile(rf",?\s{re.escape(but)}\s", small),
            )
            for no, but in language.not_but
        )
        self.not_until = re.compile(rf"(?:(?<!\w)(?:{phrases(language.negation)})|n't)\s(?:[^\s,;.]+\s){{0,4}}$", small)
        self.months = re.compile(rf"\s?-?(?:{phrases(language.months_to)})\s{fill}$", small)
        self.year = re.compile(rf"(?<!\w)(?:{phrases(language.year_to)})\s{fill}$", small)
        self.week = re.compile(
            rf"(?<!\w)(?:(?P<of>{phrases(language.week_of)})|{phrases(language.week_to)})\s{fill}$", small
        )


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


def stated(prose: Prose) -> tuple[Statement, ...]:
    """Return the statements of dates in a stretch of words, in order; to be called with `Prose.once`."""
    return statements(prose.text, prose.language, prose.mentions) if prose.mentions else ()


def statements(text: str, language: Language, found: Iterable[Mention]) -> tuple[Statement, ...]:
    """Return how a folded text puts the dates that are found in it, by place and in any order."""
    patterns = _patterns(language)
    places = list(_places(text, language, found))
    links = [_link(text, left, right, patterns) for left, right in pairwise(places)]
    return tuple(_put(text, group, patterns) for group in _groups(text, places, links, patterns))


def _places(text: str, language: Language, found: Iterable[Mention]) -> Iterator[Readings]:
    """Yield the readings by place; a place inside another is its own."""
    by_span: dict[tuple[int, int], list[Mention]] = {}
    for one in sorted(found, key=lambda mention: (mention.start, mention.end)):
        by_span.setdefault((one.start, one.end), []).append(one)
    for readings in by_span.values():
        yield tuple(stretched for one in readings for stretched in _stretched(text, one, language))


def _stretched(text: str, mention: Mention, language: Language) -> Readings:
    """Give the last month of "three months to September" its length, and a day of "the week of 3 June" its week."""
    if mention.month is None or mention.month > _LAST_MONTH or mention.months:
        return (mention,)
    before = text[max(mention.start - _REACH, 0) : mention.start]
    patterns = _patterns(language)
    week = patterns.week.search(before) if language.week_of and mention.day and mention.days else None
    if week is not None:
        return tuple(mention._replace(stretch=days) for days in _weeks(mention, holds=bool(week["of"])))
    if language.year_to and patterns.year.search(before):
        return (mention._replace(months=_LAST_MONTH, part=""),)
    months = patterns.months.search(before) if language.months_to else None
    length = _length(before, months.start(), language) if months is not None else 0
    return (mention._replace(months=length, part="") if length else mention,)


def _weeks(mention: Mention, *, holds: bool) -> Iterator[Days]:
    """Yield the week that a day ends, or else the one that begins on it, and the calendar week that it is in."""
    day = mention.days[0] if mention.days else None
    if day is None:
        return
    back = (day.ordinal - 1) % _WEEK
    for first in (0, -back) if holds else (1 - _WEEK,):
        start, end = next_day(day, first), next_day(day, first + _WEEK - 1)
        if start is not None and end is not None:
            yield start, end


def _length(before: str, end: int, language: Language) -> int:
    """Return how many months stand at the end of some words: "in the three"; 0: none."""
    count = [one.bare for one in numerals(before[:end], language) if one.end >= end - 1]
    return int(count[-1]) if count and 0 < count[-1] < _LAST_MONTH * 3 else 0


def _link(text: str, left: Readings, right: Readings, patterns: _Patterns) -> Kind | None:
    gap = text[left[0].end : right[0].start]
    if left[0].end > right[0].start or len(gap) > _REACH:
        return None
    if patterns.range.fullmatch(gap):
        return Kind.RANGE
    if patterns.either.fullmatch(gap):
        return Kind.EITHER
    return Kind.EVERY if patterns.every.fullmatch(gap) else None


class _Group(NamedTuple):
    places: tuple[Readings, ...]
    kind: Kind


def _groups(
    text: str, places: Sequence[Readings], links: Sequence[Kind | None], patterns: _Patterns
) -> Iterator[_Group]:
    index = 0
    while index < len(places):
        last = index
        if last < len(links) and (links[last] is Kind.RANGE or _is_between(text, places[last], links[last], patterns)):
            yield _group(places[index : index + 2], Kind.RANGE)
            index += 2
            continue
        while (
            last < len(links)
            and links[last] in {Kind.EITHER, Kind.EVERY}
            and Kind.RANGE not in links[last + 1 : last + 2]
        ):
            last += 1
        kinds = set(links[index:last])
        kind = Kind.ONE if not kinds else Kind.EITHER if Kind.EITHER in kinds else Kind.EVERY
        yield _group(places[index : last + 1], kind)
        index = last + 1


def _is_between(text: str, left: Readings, link: Kind | None, patterns: _Patterns) -> bool:
    before = text[max(left[0].start - _REACH, 0) : left[0].start]
    return link is Kind.EVERY and patterns.between.search(before) is not None


def _group(places: Sequence[Readings], kind: Kind) -> _Group:
    """Let the dates of a group share the year that stands with the last of them, or with the first."""
    years = {one.year for readings in (places[-1], places[0]) for one in readings if one.year is not None}
    if kind is Kind.ONE or not any(one.lacks_year for readings in places for one in readings) or not years:
        return _Group(tuple(places), kind)
    last = next((one for one in places[-1] if one.year is not None), None)
    first = next((one for one in places[0] if one.year is not None), None)
    shared = [tuple(_with_year(one, last, first, kind) for one in readings) for readings in places]
    return _Group(tuple(shared), kind)


def _with_year(one: Mention, last: Mention | None, first: Mention | None, kind: Kind) -> Mention:
    if not one.lacks_year or one.month is None:
        return one
    if last is not None and last.month is not None and last.year is not None:
        back = kind is Kind.RANGE and one.month <= _LAST_MONTH and one.month > last.month
        return one._replace(year=last.year - back)
    if first is not None and first.month is not None and first.year is not None:
        on = kind is Kind.RANGE and one.month <= _LAST_MONTH and one.month < first.month
        return one._replace(year=first.year + on)
    return one


def _put(text: str, group: _Group, patterns: _Patterns) -> Statement:
    start, end = group.places[0][0].start, group.places[-1][0].end
    before = text[max(start - _REACH, 0) : start]
    bound, behind = patterns.bound.search(before), patterns.behind.match(text, end)
    relation = Relation.ON
    if behind is not None:
        relation = Relation(patterns.language.date_bounds_behind[behind["bound"].lower()])
    elif bound is not None:
        relation = Relation(patterns.language.date_bounds[bound["bound"].lower()])
        if relation is Relation.UNTIL and patterns.not_until.search(before, 0, bound.start()):
            relation = Relation.FROM  # "did not open until 1998"
    return Statement(group.places, group.kind, relation, _is_denied(text, before, end, patterns))


def _is_denied(text: str, before: str, end: int, patterns: _Patterns) -> bool:
    """Whether a text says that it was not this date: "not in 1998", "not built in 1998 but in 1999"."""
    if patterns.instead.search(before):
        return True
    return any(no.search(before) and but.match(text, end) for no, but in patterns.not_but)
