"""Answers of a text to a claimed date: whether its statements say it, leave it open, or say otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.dates.date_statements import EARLIER, LATER, Combination, DateRelation, DateStatement, Readings
from briefing.evidence.dates.find import DateMention
from briefing.evidence.dates.mention_match import (
    is_about_the_middle,
    is_approximate,
    is_at_edge,
    is_said,
    lies_in_meant_part,
)
from briefing.format.dates import Edtf
from briefing.format.dates.forms import SingleDate


class ResultLevel(IntEnum):
    """How good an answer is; the best of all statements counts."""

    FINDING = 1
    UNSURE = 2
    HOLDS = 3


class DateResult(NamedTuple):
    """What one statement, or several, say of a claimed date."""

    level: ResultLevel
    words: str = ""
    """For a finding its sentence, for what is unsure the reason; empty where it holds."""
    said: tuple[DateMention, ...] = ()
    """The dates that say it."""
    code: EvidenceCode = EvidenceCode.DATE_HEDGE_DROPPED


@frozen
class ClaimedDate:
    """A claimed date, and what the writer's own words say of how it lies."""

    when: Edtf
    is_figure: bool
    """A value holds at a time; an event happens then."""
    begins: bool
    """The writer's words are of a beginning: what is so since then happened on that day."""
    ends: bool
    """The same of an end."""
    closes: bool
    """The sentence of a quote has a word for an end: "expired in 2020"."""
    is_vague: bool
    """The writer's words say what the sentence says of the whole stretch, or only that something happened."""
    relations: frozenset[DateRelation]
    """How the writer's own words lie to the date: "by 2030"."""


def best_result(answers: Iterable[DateResult]) -> DateResult | None:
    """Return the best answer, the first of equals. None: there is none."""
    return max(answers, key=lambda answer: answer.level, default=None)


class PointMatch(NamedTuple):
    """Where a statement says a point."""

    places: tuple[int, ...]
    mentions: tuple[DateMention, ...]
    part: bool = False
    """The point lies in the part of a date that the text means: "mid-1990s"."""


def match_point(point: SingleDate, statement: DateStatement, others: Sequence[DateMention]) -> PointMatch | None:
    """Return where a statement says a point, among what is quoted of it. None: it does not."""
    found = [(place, one) for place, readings in _quoted(statement) for one in readings if is_said(point, one, others)]
    if found:
        return PointMatch(tuple(dict.fromkeys(place for place, _ in found)), tuple(one for _, one in found))
    for place, readings in _quoted(statement):
        for one in readings:
            if lies_in_meant_part(point.earliest, point.latest, one) and (
                is_approximate(point)
                or is_at_edge(point.earliest, point.latest, one)
                or is_about_the_middle(point, one)
            ):
                return PointMatch((place,), (one,), part=True)
    return None


def _quoted(statement: DateStatement) -> Iterator[tuple[int, Readings]]:
    """Yield the places of a statement that the quote holds, with their numbers."""
    return (one for one in enumerate(statement.places) if one[0] not in statement.unquoted)


def compare_point(
    point: SingleDate, asked: ClaimedDate, statement: DateStatement, others: Sequence[DateMention]
) -> Iterator[DateResult]:
    """Yield what a statement says of a single date, if it says it."""
    said = match_point(point, statement, others)
    if said is None:
        yield from _last_day(point, asked, statement)
        return
    if statement.denied:
        yield DateResult(
            ResultLevel.FINDING,
            f"the quote says that it was not {asked.when.text}",
            code=EvidenceCode.DATE_NOT_IN_QUOTE,
        )
    elif len(said.places) < len(statement.places) and statement.kind is not Combination.EVERY:
        yield _one_of(said, asked, statement)
    else:
        yield _related(said, asked, statement)


def _last_day(point: SingleDate, asked: ClaimedDate, statement: DateStatement) -> Iterator[DateResult]:
    """Yield that a date is the last day of a stretch that is named for it: "the six months ended June 30, 2024"."""
    named = [one for _, readings in _quoted(statement) for one in readings if one.months and one.day is not None]
    ending = [one for one in named if is_said(point, one._replace(months=0))]
    if ending and not statement.denied:
        sure = asked.ends and not asked.is_figure
        said = PointMatch((0,), tuple(ending))
        yield (
            result_of_match(said)
            if sure
            else DateResult(ResultLevel.UNSURE, "the last day of a stretch of time", said.mentions)
        )


def _one_of(said: PointMatch, asked: ClaimedDate, statement: DateStatement) -> DateResult:
    """Answer for a claim that has one of the dates that a text leaves open, or one end of a stretch."""
    text = asked.when.text
    if statement.kind is Combination.EITHER:
        return DateResult(
            ResultLevel.FINDING, f"the quote leaves open which date it is: write [{text},…] with every one of them"
        )
    first = said.places[0] == 0
    if not asked.is_figure and (asked.begins if first else asked.ends):
        return result_of_match(said)
    form = f"{text}/…" if first else f"…/{text}"
    return DateResult(
        ResultLevel.FINDING, f"the quote gives a stretch of time, and this is one end of it: write {form}"
    )


def result_of_match(said: PointMatch) -> DateResult:
    """Return the answer that a date is said, or that it may be no date or of another year."""
    if not any(one.sure for one in said.mentions):
        reason = (
            "digits that may be no year" if said.mentions[0].month is None else "a date that may be of another year"
        )
        return DateResult(ResultLevel.UNSURE, reason, said.mentions)
    return DateResult(ResultLevel.HOLDS, said=said.mentions)


def _related(said: PointMatch, asked: ClaimedDate, statement: DateStatement) -> DateResult:
    """Answer for a claim that has a date to which the text may say "before" or "after"."""
    relation = statement.relation
    if relation in {DateRelation.ON, DateRelation.FROM} or _is_meant(relation, asked):
        return result_of_match(said)
    text = asked.when.text
    form = f"../{text}" if relation in EARLIER else f"{text}/.."
    if relation is DateRelation.SINCE and not (asked.is_figure or asked.is_vague):
        return DateResult(ResultLevel.UNSURE, f"the quote says since {text}", said.mentions)
    return DateResult(
        ResultLevel.FINDING, f"the quote says '{RELATION_WORDS[relation]}' of this date: write {form}", said.mentions
    )


RELATION_WORDS = {
    DateRelation.BEFORE: "before",
    DateRelation.UNTIL: "until",
    DateRelation.BY: "by",
    DateRelation.LATEST: "no later than",
    DateRelation.AFTER: "after",
    DateRelation.SINCE: "since",
    DateRelation.FROM: "from",
    DateRelation.EARLIEST: "no earlier than",
}


def _is_meant(relation: DateRelation, asked: ClaimedDate) -> bool:
    """Whether a date is rightly claimed to which the text has such a relation."""
    match relation:
        case DateRelation.SINCE:
            return not asked.is_figure and (asked.begins or bool(asked.relations & LATER))
        case DateRelation.UNTIL:
            return not asked.is_figure and (asked.ends or bool(asked.relations & EARLIER))
        case DateRelation.BY:
            return asked.is_figure or bool(asked.relations & EARLIER)
        case _:
            return False
