"""Answers of a text to a claimed interval: both its ends, or one where the other is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence.codes import Code
from briefing.evidence.dates.answers import RELATION_WORDS, Answer, Asked, Level, Said, held, said_in
from briefing.evidence.dates.claimed import is_approximate, is_at_edge, is_part
from briefing.evidence.dates.mention import Mention
from briefing.evidence.dates.statements import EARLIER, LATER, Kind, Relation, Statement
from briefing.format.dates.forms import Interval, Limit, Point


def of_interval(
    form: Interval, asked: Asked, statements: Sequence[Statement], others: Sequence[Mention]
) -> Iterator[Answer]:
    """Yield what the statements say of an interval. `others` are all dates around."""
    start, end = form.start, form.end
    if isinstance(start, Limit) and not isinstance(end, Limit):
        for statement in statements:
            yield from of_open(end, asked, statement, others, earlier=True)
    elif isinstance(end, Limit) and not isinstance(start, Limit):
        for statement in statements:
            yield from of_open(start, asked, statement, others, earlier=False)
    elif not isinstance(start, Limit) and not isinstance(end, Limit):
        yield from of_stretch(start, end, statements, others)


def of_open(
    point: Point, asked: Asked, statement: Statement, others: Sequence[Mention], *, earlier: bool
) -> Iterator[Answer]:
    """Answer for an interval with one open end."""
    right, wrong = (EARLIER, LATER) if earlier else (LATER, EARLIER)
    said = said_in(point, statement, others)
    if said is None:
        if (next_to := _next_to(point, statement, earlier=earlier)) is not None:
            yield Answer(Level.HOLDS, said=(next_to,))
        return
    if statement.denied or (statement.relation in wrong and statement.kind is not Kind.RANGE):
        words = "denies this date" if statement.denied else f"says '{RELATION_WORDS[statement.relation]}' of this date"
        yield Answer(Level.FINDING, f"the quote {words}", code=Code.DATE_NOT_IN_QUOTE)
    elif statement.kind is Kind.RANGE and len(said.places) < len(statement.places):
        at_last = said.places[-1] == len(statement.places) - 1
        if at_last is earlier:
            yield Answer(Level.UNSURE, "the quote gives both ends of the stretch", said.mentions)
        else:
            sentence = "the quote gives this date as the other end of a stretch"
            yield Answer(Level.FINDING, sentence, code=Code.DATE_NOT_IN_QUOTE)
    elif statement.relation in right and statement.kind is not Kind.EITHER:
        yield held(said)
    elif earlier and not asked.closes and statement.kind is Kind.ONE:
        sentence = "the quote says neither 'until' nor 'before' of this date"
        yield Answer(Level.FINDING, sentence, code=Code.DATE_HEDGE_NOT_IN_QUOTE)
    else:
        yield Answer(Level.UNSURE, "the quote does not say that the end is open", said.mentions)


def _next_to(point: Point, statement: Statement, *, earlier: bool) -> Mention | None:
    """Return the date behind "before" or "after" that begins or ends just beyond a point: ../1944, "before 1945"."""
    day = point.latest if earlier else point.earliest
    if statement.relation is not (Relation.BEFORE if earlier else Relation.AFTER) or day is None:
        return None
    for one in (one for readings in statement.places for one in readings):
        if one.days is not None:
            gap = one.days[0].ordinal - day.ordinal if earlier else day.ordinal - one.days[1].ordinal
            if gap == 1:
                return one
    return None


def of_stretch(
    start: Point, end: Point, statements: Sequence[Statement], others: Sequence[Mention]
) -> Iterator[Answer]:
    """Answer for an interval with two dates as its ends."""
    starts: list[tuple[Statement, Said]] = []
    ends: list[tuple[Statement, Said]] = []
    for statement in statements:
        if (whole := _as_a_whole(start, end, statement)) is not None:
            yield whole
        if (first := said_in(start, statement, others)) is not None:
            starts.append((statement, first))
        if (last := said_in(end, statement, others)) is not None:
            ends.append((statement, last))
    for begun, first in starts:
        for ended, last in ends:
            yield _from_to(begun, first, ended, last)


def _as_a_whole(start: Point, end: Point, statement: Statement) -> Answer | None:
    """Answer where a single date of the text is the whole interval: "the third quarter of 2024", "the mid-1990s"."""
    if statement.kind is not Kind.ONE or start.earliest is None or end.latest is None:
        return None
    for one in statement.places[0]:
        if one.days == (start.earliest, end.latest):
            return _whole(statement, one)
        if is_part(start.earliest, end.latest, one):
            exact = is_at_edge(start.earliest, end.latest, one)
            if exact or (is_approximate(start) and is_approximate(end)):
                return _whole(statement, one)
    return None


def _whole(statement: Statement, mention: Mention) -> Answer:
    if statement.denied or statement.relation in {Relation.BEFORE, Relation.AFTER, Relation.EARLIEST}:
        return Answer(Level.FINDING, "the quote says that it was not then", code=Code.DATE_NOT_IN_QUOTE)
    return held(Said((0,), (mention,)))


def _from_to(begun: Statement, first: Said, ended: Statement, last: Said) -> Answer:
    mentions = (*first.mentions, *last.mentions)
    if begun.denied or ended.denied:
        return Answer(Level.FINDING, "the quote says that it was not then", code=Code.DATE_NOT_IN_QUOTE)
    if begun is ended:
        return _within_one(begun, first, last, mentions)
    if begun.relation in EARLIER or ended.relation in LATER - {Relation.FROM}:
        sentence = "the quote puts these dates the other way round"
        return Answer(Level.FINDING, sentence, code=Code.DATE_NOT_IN_QUOTE)
    halves = [one for one, said in ((begun, first), (ended, last)) if one.kind is Kind.RANGE and len(said.places) == 1]
    if halves or Kind.EITHER in (begun.kind, ended.kind):
        return Answer(Level.UNSURE, "the ends stand in two stretches of the quote", mentions)
    return held(Said((0,), mentions))


def _within_one(statement: Statement, first: Said, last: Said, mentions: tuple[Mention, ...]) -> Answer:
    if first.places == last.places and len(statement.places) > 1:
        return Answer(Level.UNSURE, "one date of several in the quote", mentions)
    match statement.kind:
        case Kind.EITHER:
            return Answer(Level.FINDING, "the quote says 'or' of these dates: write them in brackets, [a,b]", mentions)
        case Kind.EVERY if not _adjoin(first.mentions, last.mentions):
            return Answer(Level.UNSURE, "the quote lists single dates", mentions)
        case _:
            return held(Said((0,), mentions))


def _adjoin(first: Sequence[Mention], last: Sequence[Mention]) -> bool:
    """Whether the one date follows at once on the other: "in January and February"; so do dates without a year."""
    for one in first:
        for other in last:
            if one.days is None or other.days is None:
                return (other.month or 0) - (one.month or 0) == 1 or (other.day or 0) - (one.day or 0) == 1
            if other.days[0].ordinal - one.days[1].ordinal == 1:
                return True
    return False
