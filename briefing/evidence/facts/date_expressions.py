"""The date expressions of a sentence: its dates with "before", "until", "or", "to" around them, as EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.dates.calendar_days import LAST_MONTH
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import (
    EARLIER,
    Combination,
    DateRelation,
    DateStatement,
    end_of_bound,
    statements_of,
)
from briefing.evidence.dates.modifiers import ModifierKind, modifiers_before
from briefing.evidence.dates.relative import Tense, tense
from briefing.evidence.dates.write_edtf import edtf_of_choice, edtf_of_mention, edtf_of_range
from briefing.evidence.facts.date_joins import Reading
from briefing.evidence.facts.date_roles import dates_an_event
from briefing.evidence.languages import Language
from briefing.evidence.numbers.numerals import numerals
from briefing.evidence.patterns import phrases
from briefing.evidence.words.prose import Prose
from briefing.format.dates import Edtf

_REACH = 56
"""Characters before a date that are read."""


class DateExpression(NamedTuple):
    """One date expression of a sentence."""

    start: int
    end: int
    when: Edtf | None
    is_reckoned: bool = False
    is_partial: bool = False
    """True: `when` does not say all that the words say: "early 2024"."""
    is_event: bool = True


def date_expressions(prose: Prose, readings: Sequence[Reading]) -> Iterator[DateExpression]:
    """Yield the expressions of a sentence, of the dates that were read in it; in no order."""
    by_place = {one.mention.start: one for one in readings if one.is_known}
    for one in readings:
        if not one.is_known:
            start = _start(prose, one.mention, one.start)
            yield DateExpression(start, one.end, None, is_event=not one.counts_from_told)
    known = [one.mention for one in by_place.values()]
    for statement in statements_of(prose.text, prose.language, known):
        yield from _of_statement(prose, statement, by_place)


def _of_statement(prose: Prose, statement: DateStatement, by_place: dict[int, Reading]) -> Iterator[DateExpression]:
    members = [readings[0] for readings in statement.places]
    of = [_as_long(by_place[one.start], one) for one in members]
    if statement.denied:
        for one, reading in zip(members, of, strict=True):
            yield DateExpression(_start(prose, one, reading.start), reading.end, None, is_event=False)
        return
    if statement.kind is Combination.ONE and not members[0].sure:
        return
    whole = _as_one(statement, members)
    if whole is not None or statement.kind is Combination.RANGE:
        start = _start(prose, members[0], of[0].start)
        is_event = dates_an_event(prose, start, of[-1].end, DateRelation.ON)
        reckoned = any(reading.is_reckoned for reading in of)
        partial = any(one.part for one in members)
        yield DateExpression(start, of[-1].end, whole, reckoned and whole is not None, partial, is_event)
        return
    reckoned = any(reading.is_reckoned for reading in of)
    for place, (one, reading) in enumerate(zip(members, of, strict=True)):
        relation = statement.relation if statement.kind is Combination.ONE or place == 0 else DateRelation.ON
        shares_year = reckoned and reading.mention.lacks_year and not one.lacks_year  # "in March and June"
        yield _of_one(prose, one, reading._replace(is_reckoned=True) if shares_year else reading, relation)


def _as_long(reading: Reading, mention: DateMention) -> Reading:
    """Return a reading with the words that its statement adds: the "quarter" of "the December quarter"."""
    return reading if reading.end >= mention.end else reading._replace(end=mention.end)


def _as_one(statement: DateStatement, members: Sequence[DateMention]) -> Edtf | None:
    """Return several dates that are one expression. None: each is an expression of its own."""
    match statement.kind:
        case Combination.RANGE:
            return edtf_of_range(members[0], members[-1])
        case Combination.EITHER:
            return edtf_of_choice(members)
        case Combination.EVERY if _run_on(members):
            return edtf_of_range(members[0], members[-1])
        case _:
            return None


def _run_on(members: Sequence[DateMention]) -> bool:
    """Whether dates are months or days each right after the one before: "January and February"."""
    return all(_adjoin(one, other) for one, other in pairwise(members))


def _adjoin(one: DateMention, other: DateMention) -> bool:
    if one.stretch is not None and other.stretch is not None:
        return one.stretch[0] == one.stretch[1] and other.stretch[0].ordinal - one.stretch[1].ordinal == 1
    if one.month is None or other.month is None or one.part or other.part or (one.day is None) != (other.day is None):
        return False
    if one.days is not None and other.days is not None:
        return other.days[0].ordinal - one.days[1].ordinal == 1
    if one.month > LAST_MONTH or other.month > LAST_MONTH or (one.year is None) != (other.year is None):
        return False
    if one.day is not None and other.day is not None:
        return one.month == other.month and other.day - one.day == 1
    return other.month - one.month == 1


def _of_one(prose: Prose, mention: DateMention, reading: Reading, relation: DateRelation) -> DateExpression:
    begins = _start(prose, mention, reading.start, relation)
    if mention.months and relation in EARLIER:
        relation = DateRelation.ON  # "through the first nine months of 2014"
    open_from = relation is DateRelation.FROM and _begins(prose, begins, reading.end)
    when = edtf_of_mention(mention, relation, open_from=open_from)
    if mention.months and (mention.ends_inside_month or (mention.lacks_year and mention.day is not None)):
        when = None  # "the year ending 25 February": no first day is told, and its last is not all of it
    end = end_of_bound(prose.text, reading.end, prose.language) if relation is not DateRelation.ON else reading.end
    is_event = dates_an_event(prose, begins, end, relation)
    is_event = is_event and not (mention.months and when is None)
    return DateExpression(begins, end, when, reading.is_reckoned and when is not None, bool(mention.part), is_event)


def _begins(prose: Prose, start: int, end: int) -> bool:
    """Whether "from" begins a time ("from May on, fees rise"), not the date of a thing ("a letter from May")."""
    if end_of_bound(prose.text, end, prose.language) != end:
        return True
    before = prose.text[:start].rstrip()
    return not before or before[-1] in ",;:(" or tense(prose, start, end) is Tense.FUTURE


_MEANT = frozenset(
    {
        ModifierKind.BOUND,
        ModifierKind.BETWEEN,
        ModifierKind.WEEK_OF,
        ModifierKind.WEEK_TO,
        ModifierKind.MONTHS_TO,
        ModifierKind.MONTHS_BEFORE,
    }
)
"""Modifiers that belong to the words of a date."""


def _start(prose: Prose, mention: DateMention, start: int, relation: DateRelation | None = None) -> int:
    """Return where the words of a date begin: with its modifiers, if these say something about it.

    `relation`: that of the statement, which is ON for a name, as in "since the 1994 earthquake". None: it is not known.
    """
    before = modifiers_before(prose.text, mention.start, prose.language)
    is_name = relation is DateRelation.ON and before.kinds.keys() <= {ModifierKind.BOUND}
    if not is_name and not _MEANT.isdisjoint(before.kinds):
        first = min(start, before.start)
        return _count_start(prose, first) if ModifierKind.MONTHS_TO in before.kinds else first
    if before.part or before.about:
        return min(start, _without_fillers(prose, before.filled, mention.start))
    return start


def _count_start(prose: Prose, start: int) -> int:
    """Return where the number of months begins that stands before "months to"."""
    before = prose.text[max(start - _REACH, 0) : start].rstrip(" -")
    count = [one for one in numerals(before, prose.language) if one.end == len(before)]
    return max(start - _REACH, 0) + count[-1].start if count else start


def _without_fillers(prose: Prose, start: int, end: int) -> int:
    """Return where the first word after an offset begins that is no filler: "early" in "in early 2024"."""
    pattern, about = _filler(prose.language), _about(prose.language)
    while about.match(prose.text, start, end) is None and (filler := pattern.match(prose.text, start, end)) is not None:
        start = filler.end()
    return start


@lru_cache(maxsize=64)
def _about(language: Language) -> re.Pattern[str]:
    return re.compile(phrases(language.about_dates), re.IGNORECASE)


@lru_cache(maxsize=64)
def _filler(language: Language) -> re.Pattern[str]:
    words: Iterable[str] = (word for word in language.date_fillers if word not in language.about_dates)
    return re.compile(
        rf"\s*(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True)) or '(?!)'})\s", re.IGNORECASE
    )
