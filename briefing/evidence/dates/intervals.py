"""Answers of a text to a claimed interval: both its ends, or one where the other is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.dates.compare import (
    RELATION_WORDS,
    ClaimedDate,
    DateResult,
    PointMatch,
    ResultLevel,
    match_point,
    result_of_match,
)
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import EARLIER, LATER, Combination, DateRelation, DateStatement
from briefing.evidence.dates.mention_match import is_approximate, is_at_edge, lies_in_meant_part
from briefing.format.dates.forms import Interval, MissingEnd, SingleDate


def compare_interval(
    form: Interval, asked: ClaimedDate, statements: Sequence[DateStatement], others: Sequence[DateMention]
) -> Iterator[DateResult]:
    """Yield what the statements say of an interval. `others` are all dates around."""
    start, end = form.start, form.end
    if isinstance(start, MissingEnd) and not isinstance(end, MissingEnd):
        for statement in statements:
            yield from compare_half_open(end, asked, statement, others, earlier=True)
    elif isinstance(end, MissingEnd) and not isinstance(start, MissingEnd):
        for statement in statements:
            yield from compare_half_open(start, asked, statement, others, earlier=False)
    elif not isinstance(start, MissingEnd) and not isinstance(end, MissingEnd):
        yield from compare_closed(start, end, statements, others)


def compare_half_open(
    point: SingleDate, asked: ClaimedDate, statement: DateStatement, others: Sequence[DateMention], *, earlier: bool
) -> Iterator[DateResult]:
    """Answer for an interval with one open end."""
    right, wrong = (EARLIER, LATER) if earlier else (LATER, EARLIER)
    said = match_point(point, statement, others)
    if said is None:
        if (next_to := _next_to(point, statement, earlier=earlier)) is not None:
            yield DateResult(ResultLevel.HOLDS, said=(next_to,))
        return
    if statement.denied or (statement.relation in wrong and statement.kind is not Combination.RANGE):
        words = "denies this date" if statement.denied else f"says '{RELATION_WORDS[statement.relation]}' of this date"
        yield DateResult(ResultLevel.FINDING, f"the quote {words}", code=EvidenceCode.DATE_NOT_IN_QUOTE)
    elif statement.kind is Combination.RANGE and len(said.places) < len(statement.places):
        at_last = said.places[-1] == len(statement.places) - 1
        if at_last is earlier:
            yield DateResult(ResultLevel.UNSURE, "the quote gives both ends of the stretch", said.mentions)
        else:
            sentence = "the quote gives this date as the other end of a stretch"
            yield DateResult(ResultLevel.FINDING, sentence, code=EvidenceCode.DATE_NOT_IN_QUOTE)
    elif statement.relation in right and statement.kind is not Combination.EITHER:
        yield result_of_match(said)
    elif earlier and not asked.closes and statement.kind is Combination.ONE:
        sentence = "the quote says neither 'until' nor 'before' of this date"
        yield DateResult(ResultLevel.FINDING, sentence, code=EvidenceCode.DATE_HEDGE_NOT_IN_QUOTE)
    else:
        yield DateResult(ResultLevel.UNSURE, "the quote does not say that the end is open", said.mentions)


def _next_to(point: SingleDate, statement: DateStatement, *, earlier: bool) -> DateMention | None:
    """Return the date behind "before" or "after" that begins or ends just beyond a point: ../1944, "before 1945"."""
    day = point.latest if earlier else point.earliest
    if statement.relation is not (DateRelation.BEFORE if earlier else DateRelation.AFTER) or day is None:
        return None
    for one in (one for readings in statement.places for one in readings):
        if one.days is not None:
            gap = one.days[0].ordinal - day.ordinal if earlier else day.ordinal - one.days[1].ordinal
            if gap == 1:
                return one
    return None


def compare_closed(
    start: SingleDate, end: SingleDate, statements: Sequence[DateStatement], others: Sequence[DateMention]
) -> Iterator[DateResult]:
    """Answer for an interval with two dates as its ends."""
    starts: list[tuple[DateStatement, PointMatch]] = []
    ends: list[tuple[DateStatement, PointMatch]] = []
    for statement in statements:
        if (whole := _as_a_whole(start, end, statement)) is not None:
            yield whole
        if (first := match_point(start, statement, others)) is not None:
            starts.append((statement, first))
        if (last := match_point(end, statement, others)) is not None:
            ends.append((statement, last))
    for begun, first in starts:
        for ended, last in ends:
            yield _from_to(begun, first, ended, last)


def _as_a_whole(start: SingleDate, end: SingleDate, statement: DateStatement) -> DateResult | None:
    """Answer where a single date of the text is the whole interval: "the third quarter of 2024", "the mid-1990s"."""
    if statement.kind is not Combination.ONE or start.earliest is None or end.latest is None:
        return None
    for one in statement.places[0]:
        if one.days == (start.earliest, end.latest):
            return _whole(statement, one)
        if lies_in_meant_part(start.earliest, end.latest, one):
            exact = is_at_edge(start.earliest, end.latest, one)
            if exact or (is_approximate(start) and is_approximate(end)):
                return _whole(statement, one)
    return None


def _whole(statement: DateStatement, mention: DateMention) -> DateResult:
    if statement.denied or statement.relation in {DateRelation.BEFORE, DateRelation.AFTER, DateRelation.EARLIEST}:
        return DateResult(
            ResultLevel.FINDING, "the quote says that it was not then", code=EvidenceCode.DATE_NOT_IN_QUOTE
        )
    return result_of_match(PointMatch((0,), (mention,)))


def _from_to(begun: DateStatement, first: PointMatch, ended: DateStatement, last: PointMatch) -> DateResult:
    mentions = (*first.mentions, *last.mentions)
    if begun.denied or ended.denied:
        return DateResult(
            ResultLevel.FINDING, "the quote says that it was not then", code=EvidenceCode.DATE_NOT_IN_QUOTE
        )
    if begun is ended:
        return _within_one(begun, first, last, mentions)
    if begun.relation in EARLIER or ended.relation in LATER - {DateRelation.FROM}:
        sentence = "the quote puts these dates the other way round"
        return DateResult(ResultLevel.FINDING, sentence, code=EvidenceCode.DATE_NOT_IN_QUOTE)
    halves = [
        one for one, said in ((begun, first), (ended, last)) if one.kind is Combination.RANGE and len(said.places) == 1
    ]
    if halves or Combination.EITHER in (begun.kind, ended.kind):
        return DateResult(ResultLevel.UNSURE, "the ends stand in two stretches of the quote", mentions)
    return result_of_match(PointMatch((0,), mentions))


def _within_one(
    statement: DateStatement, first: PointMatch, last: PointMatch, mentions: tuple[DateMention, ...]
) -> DateResult:
    if first.places == last.places and len(statement.places) > 1:
        return DateResult(ResultLevel.UNSURE, "one date of several in the quote", mentions)
    match statement.kind:
        case Combination.EITHER:
            return DateResult(
                ResultLevel.FINDING, "the quote says 'or' of these dates: write them in brackets, [a,b]", mentions
            )
        case Combination.EVERY if not _adjoin(first.mentions, last.mentions):
            return DateResult(ResultLevel.UNSURE, "the quote lists single dates", mentions)
        case _:
            return result_of_match(PointMatch((0,), mentions))


def _adjoin(first: Sequence[DateMention], last: Sequence[DateMention]) -> bool:
    """Whether the one date follows at once on the other: "in January and February"; so do dates without a year."""
    for one in first:
        for other in last:
            if one.days is None or other.days is None:
                return (other.month or 0) - (one.month or 0) == 1 or (other.day or 0) - (one.day or 0) == 1
            if other.days[0].ordinal - one.days[1].ordinal == 1:
                return True
    return False
