"""The rule for dates in words of the writer's own: "until 2003" does not agree with "since 2003" in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, Unchecked
from briefing.evidence.dates.compare import RELATION_WORDS
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import (
    BEGINNINGS,
    EARLIER,
    LATER,
    Combination,
    DateRelation,
    DateStatement,
    date_statements,
)
from briefing.evidence.dates.mention_match import numbers_of_date

_STRICT = frozenset({DateRelation.BEFORE, DateRelation.AFTER, DateRelation.EARLIEST, DateRelation.LATEST})
"""Relations that exclude the date itself, or leave it open whether it is the date."""


_OPPOSED = ((EARLIER, LATER - BEGINNINGS), (LATER - BEGINNINGS, EARLIER))


def own_date_findings(case: Case) -> Iterator[Outcome]:
    """Yield the dates in the writer's words to which every quote gives another relation, or that no sentence has."""
    yield from _put_otherwise(case)
    said = [one for context in case.contexts for one in context.prose.dates]
    numbers = set(numbers_of_date(case.claim.when)) if case.claim.when is not None else set()
    for mention in case.own.dates:
        # A bare year is a number, and another rule compares numbers.
        if (
            mention.month is not None
            and mention.stretch is None
            and not any(_is_part(mention, one) for one in said)
            and not _is_when(mention, numbers)
        ):
            yield Unchecked(f"'{case.own.text[mention.start : mention.end]}' is not in the sentence of a quote")
            return


def _is_part(mention: DateMention, other: DateMention) -> bool:
    """Whether a date of the writer is a date of the source, or the same one less exactly."""
    if (mention.decade, mention.century) != (other.decade, other.century):
        return False
    year = None if mention.month is not None and other.year is None else mention.year
    pairs = ((year, other.year), (mention.month, other.month), (mention.day, other.day))
    return all(mine is None or mine == theirs for mine, theirs in pairs)


def _is_when(mention: DateMention, numbers: set[int]) -> bool:
    """Whether a date has the numbers of `when`, which another rule compares."""
    parts = [part for part in (mention.year, mention.month, mention.day) if part is not None]
    return bool(parts) and numbers.issuperset(parts)


def _put_otherwise(case: Case) -> Iterator[Problem]:
    own = case.own.once(date_statements)
    if not own:
        return
    quoted = [
        statement
        for context in case.contexts
        for statement in context.prose.once(date_statements)
        if context.quote.holds(statement.start, statement.end)
    ]
    for statement in own:
        same = [one for one in quoted if _is_same(statement, one)]
        if statement.kind is not Combination.ONE or not same:
            continue
        words = case.own.text[statement.start : statement.end]
        if any(statement.relation in side and _all_in(same, other) for side, other in _OPPOSED):
            sentence = f"the quote says '{RELATION_WORDS[same[0].relation]}' {words}"
            yield case.problem(EvidenceCode.DATE_NOT_IN_QUOTE, case.field, sentence)
        elif statement.relation is DateRelation.ON and _all_in(same, _STRICT):
            sentence = f"the quote says '{RELATION_WORDS[same[0].relation]}' {words}"
            yield case.problem(EvidenceCode.DATE_HEDGE_DROPPED, case.field, sentence)


def _all_in(statements: Sequence[DateStatement], relations: frozenset[DateRelation]) -> bool:
    return all(statement.kind is Combination.ONE and statement.relation in relations for statement in statements)


def _is_same(statement: DateStatement, other: DateStatement) -> bool:
    return any(_agree(one, another) for one in statement.places[0] for place in other.places for another in place)


def _agree(one: DateMention, other: DateMention) -> bool:
    """Whether two mentions are the same date; only one of them needs to have the year."""
    if (one.month, one.day, one.decade, one.century) != (other.month, other.day, other.decade, other.century):
        return False
    return one.year == other.year or (one.month is not None and None in (one.year, other.year))
