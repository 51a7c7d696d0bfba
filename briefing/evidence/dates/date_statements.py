"""Date statements: what a text says about its dates ("after 1945", "in 1998 or 1999", "not in 1998")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.dates.calendar_days import LAST_MONTH, Days, next_day
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.modifiers import ModifierKind, modifiers_before
from briefing.evidence.languages import Language
from briefing.evidence.numbers.numerals import numerals
from briefing.evidence.patterns import GrowingPattern, LazyPattern, alternatives, phrases
from briefing.evidence.words.prose import Prose

_NOT_UNTIL = 110
"""Characters before "until" in which a denial of what comes before it stands."""
_REACH = 56
"""Characters before a date that are searched for its modifiers."""
_WEEK = 7


class DateRelation(StrEnum):
    """The relation of something to a date."""

    ON = "on"
    BEFORE = "before"
    UNTIL = "until"
    BY = "by"
    """At that date or earlier: a state is reached by then."""
    LATEST = "latest"
    """No later than that date."""
    AFTER = "after"
    SINCE = "since"
    FROM = "from"
    """Beginning at that date."""
    START = "start"
    """As of that date, or for the first time then: "effective", "not until"."""
    EARLIEST = "earliest"
    """No earlier than that date."""


EARLIER = frozenset({DateRelation.BEFORE, DateRelation.UNTIL, DateRelation.BY, DateRelation.LATEST})
"""Relations that leave the start open."""
LATER = frozenset(
    {DateRelation.AFTER, DateRelation.SINCE, DateRelation.FROM, DateRelation.START, DateRelation.EARLIEST}
)
"""Relations that leave the end open."""


BEGINNINGS = frozenset({DateRelation.FROM, DateRelation.START})
"""Those of them that also give the date itself, at which something begins."""


class Combination(StrEnum):
    """How the dates of one statement are combined."""

    ONE = "one"
    RANGE = "range"
    """They are the first and last date of a range."""
    EITHER = "either"
    """One of them, and the text does not say which."""
    EVERY = "every"


Readings = tuple[DateMention, ...]
"""The mentions at one place of a text: more than one if it can be read in several ways ("3/4/2024")."""


class DateStatement(NamedTuple):
    """What a text says about one date, or about several that belong together."""

    places: tuple[Readings, ...]
    """The dates, in order."""
    kind: Combination = Combination.ONE
    relation: DateRelation = DateRelation.ON
    """The relation to the date, or to the first of several."""
    denied: bool = False
    """True: the text says that it is not this date."""
    unquoted: frozenset[int] = frozenset()
    """Positions in `places` of dates outside the quote. They only show that a quoted date is one of several."""

    @property
    def start(self) -> int:
        """Offset where the first date begins."""
        return self.places[0][0].start

    @property
    def end(self) -> int:
        """Offset where the last date ends."""
        return self.places[-1][0].end


class _Patterns:
    """The expressions of one language around dates, apart from modifiers."""

    def __init__(self, language: Language) -> None:
        self.language = language
        small = re.IGNORECASE
        self.to = frozenset(language.date_to)
        self.either = frozenset(language.date_or)
        self.every = frozenset([*language.date_and, "&", ""])
        ends, parts = alternatives(language.ordinal_ends), phrases(language.day_parts)
        self.nth = re.compile(rf"(?:{ends})?(?:\s(?:{parts}))?(?P<comma>,?)\s?")
        self.behind = GrowingPattern(
            lambda choice: rf",?\s(?P<bound>{choice.phrases(language.date_bounds_behind)})", small
        )
        self.not_but = tuple(
            (
                re.compile(rf"{re.escape(no)}\s(?:[^\s,;.]+\s){{0,4}}$", small),
                re.compile(rf",?\s{re.escape(but)}\s", small),
            )
            for no, but in language.not_but
        )
        contracted = alternatives(language.discourse.negative_endings)
        joins = (*language.joiners, *language.clause_breaks)
        self.not_until = GrowingPattern(
            lambda choice: (
                rf"(?:(?<!\w)(?:{choice.phrases(language.negation)})|{contracted})\s"
                rf"(?:(?!(?:{choice.phrases(joins)})\s)[^\s,;.]+\s){{0,12}}$"
            ),
            small,
        )


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


def date_statements(prose: Prose) -> tuple[DateStatement, ...]:
    """Return the date statements of some prose, in order. Meant for `Prose.once`."""
    return statements_of(prose.text, prose.language, prose.dates) if prose.dates else ()


def statements_of(text: str, language: Language, found: Iterable[DateMention]) -> tuple[DateStatement, ...]:
    """Return the date statements of a folded text, in which some dates were found; these may come in any order."""
    patterns = _patterns(language)
    places = list(_places(text, language, found))
    links = [_link(text, left, right, patterns) for left, right in pairwise(places)]
    return tuple(_statement(text, group, patterns) for group in _groups(text, places, links, patterns))


def _places(text: str, language: Language, found: Iterable[DateMention]) -> Iterator[Readings]:
    """Yield the readings at each place. A place inside another one is a place of its own."""
    by_span: dict[tuple[int, int], list[DateMention]] = {}
    for one in sorted(found, key=lambda mention: (mention.start, mention.end)):
        by_span.setdefault((one.start, one.end), []).append(one)
    for readings in by_span.values():
        yield tuple(stretched for one in readings for stretched in _stretched(text, one, language))


def _stretched(text: str, mention: DateMention, language: Language) -> Readings:
    """Extend a mention to its whole period: "three months to September", "the week of 3 June"."""
    if mention.month is None or mention.month > LAST_MONTH or mention.months:
        return (mention,)
    if mention.day is None and (quarter := _quarter(language).match(text, mention.end)) is not None:
        return (mention._replace(months=3, end=quarter.end()),)  # "the December quarter"
    kinds = modifiers_before(text, mention.start, language).kinds
    if mention.day and mention.days and not kinds.keys().isdisjoint(_WEEKS):
        return tuple(mention._replace(stretch=days) for days in _weeks(mention, holds=ModifierKind.WEEK_OF in kinds))
    if ModifierKind.MONTHS_BEFORE in kinds:
        return (mention._replace(months=int(kinds[ModifierKind.MONTHS_BEFORE]), part=""),)
    length = _length(text, mention.start, language) if ModifierKind.MONTHS_TO in kinds else 0
    return (mention._replace(months=length, part="") if length else mention,)


@lru_cache(maxsize=64)
def _quarter(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{phrases(language.quarter_words)})", re.IGNORECASE)


_WEEKS = frozenset({ModifierKind.WEEK_OF, ModifierKind.WEEK_TO})


def _weeks(mention: DateMention, *, holds: bool) -> Iterator[Days]:
    """Yield the weeks that a day may stand for.

    `holds`: the seven days that begin on it, and its calendar week. Otherwise: the seven days that end on it.
    """
    day = mention.days[0] if mention.days else None
    if day is None:
        return
    back = (day.ordinal - 1) % _WEEK
    for first in (0, -back) if holds else (1 - _WEEK,):
        start, end = next_day(day, first), next_day(day, first + _WEEK - 1)
        if start is not None and end is not None:
            yield start, end


def _length(text: str, start: int, language: Language) -> int:
    """Return the number of months that is given before a date: "in the three months to". 0: none is."""
    end = modifiers_before(text, start, language).start
    before = text[max(end - _REACH, 0) : end].rstrip(" -")
    count = [one.bare for one in numerals(before, language) if one.end == len(before)]
    return int(count[-1]) if count and 0 < count[-1] < LAST_MONTH * 3 else 0


def _link(text: str, left: Readings, right: Readings, patterns: _Patterns) -> Combination | None:
    """Return how the words between two dates combine them. None: they do not."""
    end, start = left[0].end, right[0].start
    if end > start or start - end > _REACH:
        return None
    filled = max(modifiers_before(text, start, patterns.language).filled, end)
    nth = patterns.nth.match(text, end, filled)
    comma, begin = ("", end) if nth is None else (nth["comma"], nth.end())
    word = text[begin:filled].strip(" ").lower()
    if any(dash in text[end:start] for dash in _DASHES) and _is_date_line(text, left, right, patterns):
        return None
    if not word and text[begin:start].strip(" ").lower() in patterns.to:
        return Combination.RANGE  # "au" and "al" are also words before a single date
    if word in _DASHES or word in patterns.to:
        return None if _is_one_date(left, right) else Combination.RANGE
    if word in patterns.either:
        return Combination.EITHER
    return Combination.EVERY if word in patterns.every and (word or comma) else None


def _is_one_date(left: Readings, right: Readings) -> bool:
    """Whether the second date is the first one again, or only its year: "today - 6 May", "6 February - this year"."""
    year, days = right[0].stretch, left[0].days
    if days is None:
        return False
    return days == right[0].days or (year is not None and year[0] <= days[0] and days[1] <= year[1])


def _is_date_line(text: str, left: Readings, right: Readings, patterns: _Patterns) -> bool:
    """Whether a dash ends the date line of a report whose first words give another date: "6 May 2018 - In April"."""
    if not left[0].day:
        return False
    begins = _CAPITAL_BEHIND.search(text, left[0].end, right[0].start)
    if begins is not None and begins["word"].lower() in patterns.language.function_words:
        return True
    return left[0].year is not None and not right[0].day and not _DIGIT.search(text, right[0].start, right[0].end)


_DIGIT = LazyPattern(r"\d")
_CAPITAL_BEHIND = LazyPattern(r"[-\u2013]\s?(?P<word>[^\W\d_a-z]\w*)\s")
_DASHES = frozenset("-/\u2013")


class _Group(NamedTuple):
    places: tuple[Readings, ...]
    """The dates, in order."""
    kind: Combination


def _groups(
    text: str, places: Sequence[Readings], links: Sequence[Combination | None], patterns: _Patterns
) -> Iterator[_Group]:
    index = 0
    while index < len(places):
        last = index
        if last < len(links) and (
            links[last] is Combination.RANGE or _is_between(text, places[last], links[last], patterns)
        ):
            yield _group(places[index : index + 2], Combination.RANGE)
            index += 2
            continue
        while (
            last < len(links)
            and links[last] in {Combination.EITHER, Combination.EVERY}
            and Combination.RANGE not in links[last + 1 : last + 2]
        ):
            last += 1
        kinds = set(links[index:last])
        kind = (
            Combination.ONE if not kinds else Combination.EITHER if Combination.EITHER in kinds else Combination.EVERY
        )
        yield _group(places[index : last + 1], kind)
        index = last + 1


def _is_between(text: str, left: Readings, link: Combination | None, patterns: _Patterns) -> bool:
    return (
        link is Combination.EVERY
        and ModifierKind.BETWEEN in modifiers_before(text, left[0].start, patterns.language).kinds
    )


def _group(places: Sequence[Readings], kind: Combination) -> _Group:
    """Return dates as a group, giving those without a year the year of the last one, or of the first."""
    years = {one.year for readings in (places[-1], places[0]) for one in readings if one.year is not None}
    if kind is Combination.ONE or not any(one.lacks_year for readings in places for one in readings) or not years:
        return _Group(tuple(places), kind)
    last = next((one for one in places[-1] if one.year is not None), None)
    first = next((one for one in places[0] if one.year is not None), None)
    shared = [tuple(_with_year(one, last, first, kind) for one in readings) for readings in places]
    return _Group(tuple(shared), kind)


def _with_year(one: DateMention, last: DateMention | None, first: DateMention | None, kind: Combination) -> DateMention:
    if not one.lacks_year or one.month is None:
        return one
    if last is not None and last.month is not None and last.year is not None:
        back = kind is Combination.RANGE and one.month <= LAST_MONTH and one.month > last.month
        return one._replace(year=last.year - back)
    if first is not None and first.month is not None and first.year is not None:
        on = kind is Combination.RANGE and one.month <= LAST_MONTH and one.month < first.month
        return one._replace(year=first.year + on)
    return one


def _statement(text: str, group: _Group, patterns: _Patterns) -> DateStatement:
    start, end = group.places[0][0].start, group.places[-1][0].end
    before = modifiers_before(text, start, patterns.language)
    behind = patterns.behind.match(text, end)
    relation = DateRelation(before.kinds.get(ModifierKind.BOUND, "on"))
    if relation is not DateRelation.ON and _names(text, start, end, patterns):
        relation = DateRelation.ON  # "ahead of the 5 November election"
    elif behind is not None:
        relation = DateRelation(patterns.language.date_bounds_behind[behind["bound"].lower()])
    elif relation is DateRelation.UNTIL and patterns.not_until.search(
        text, max(before.start - _NOT_UNTIL, 0), before.start
    ):
        relation = DateRelation.START  # "did not open until 1998"
    denied = ModifierKind.INSTEAD in before.kinds or _is_corrected(text, before.filled, end, patterns)
    return DateStatement(group.places, group.kind, relation, denied)


def end_of_bound(text: str, end: int, language: Language) -> int:
    """Return where the words for a relation end that follow a date: "or later". `end` if there are none."""
    behind = _patterns(language).behind.match(text, end)
    return end if behind is None else behind.end()


def _names(text: str, start: int, end: int, patterns: _Patterns) -> bool:
    """Whether a date with an article before it is part of the name of something: "the 5 November election"."""
    article = _WORD_BEFORE.search(text, max(start - _REACH, 0), start)
    noun = _WORD_BEHIND.match(text, end)
    if article is None or noun is None or article.group().lower() not in patterns.language.name_articles:
        return False
    return noun["word"].lower() not in patterns.language.after_year


_WORD_BEFORE = LazyPattern(r"[^\W\d_]+(?=\s\Z)")
_WORD_BEHIND = LazyPattern(r"\s(?P<word>[^\W\d_]+)")


def _is_corrected(text: str, start: int, end: int, patterns: _Patterns) -> bool:
    """Whether the text denies a date and goes on with the right one: "not built in 1998 but in 1999"."""
    return any(but.match(text, end) and no.search(text, max(start - _REACH, 0), start) for no, but in patterns.not_but)
