"""Answers of a text to a claimed date: whether its statements say it, leave it open, or say otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from briefing.dates import Edtf
from briefing.dates.forms import Choice, Edge, Interval, Limit, Member, Point, Stretch
from briefing.evidence.claimed import is_about_the_middle, is_approximate, is_at_edge, is_part, is_said
from briefing.evidence.codes import Code
from briefing.evidence.mentions import Mention
from briefing.evidence.statements import EARLIER, LATER, Kind, Readings, Relation, Statement
from briefing.frozen import frozen


class Level(IntEnum):
    """How good an answer is; the best of all statements counts."""

    FINDING = 1
    UNSURE = 2
    HOLDS = 3


class Answer(NamedTuple):
    """What one statement, or several, say of a claimed date."""

    level: Level
    words: str = ""
    """For a finding its sentence, for what is unsure the reason; empty where it holds."""
    said: tuple[Mention, ...] = ()
    """The dates that say it."""
    code: Code = Code.DATE_HEDGE_DROPPED


@frozen
class Asked:
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
    relations: frozenset[Relation]
    """How the writer's own words lie to the date: "by 2030"."""


def best(answers: Iterable[Answer]) -> Answer | None:
    """Return the best answer, the first of equals. None: there is none."""
    return max(answers, key=lambda answer: answer.level, default=None)


def answers(asked: Asked, statements: Sequence[Statement]) -> Iterator[Answer]:
    """Yield what the statements say of a claimed date; none of them: they do not say it."""
    form = asked.when.form
    others = [one for statement in statements for readings in statement.places for one in readings]
    match form:
        case Interval():
            yield from _of_interval(form, asked, statements, others)
        case Choice():
            yield from _of_choice(form, asked, statements, others)
        case _:
            for statement in statements:
                yield from _of_point(form, asked, statement, others)


class _Said(NamedTuple):
    """Where a statement says a point."""

    places: tuple[int, ...]
    mentions: tuple[Mention, ...]
    part: bool = False
    """The point lies in the part of a date that the text means: "mid-1990s"."""


def _said(point: Point, statement: Statement, others: Sequence[Mention]) -> _Said | None:
    found = [(place, one) for place, readings in _quoted(statement) for one in readings if is_said(point, one, others)]
    if found:
        return _Said(tuple(dict.fromkeys(place for place, _ in found)), tuple(one for _, one in found))
    for place, readings in _quoted(statement):
        for one in readings:
            if is_part(point.earliest, point.latest, one) and (
                is_approximate(point)
                or is_at_edge(point.earliest, point.latest, one)
                or is_about_the_middle(point, one)
            ):
                return _Said((place,), (one,), part=True)
    return None


def _quoted(statement: Statement) -> Iterator[tuple[int, Readings]]:
    """Yield the places of a statement that the quote holds, with their numbers."""
    return (one for one in enumerate(statement.places) if one[0] not in statement.unquoted)


def _of_point(point: Point, asked: Asked, statement: Statement, others: Sequence[Mention]) -> Iterator[Answer]:
    said = _said(point, statement, others)
    if said is None:
        return
    if statement.denied:
        yield Answer(Level.FINDING, f"the quote says that it was not {asked.when.text}", code=Code.DATE_NOT_IN_QUOTE)
    elif len(said.places) < len(statement.places) and statement.kind is not Kind.EVERY:
        yield _one_of(said, asked, statement)
    else:
        yield _related(said, asked, statement)


def _one_of(said: _Said, asked: Asked, statement: Statement) -> Answer:
    """Answer for a claim that has one of the dates that a text leaves open, or one end of a stretch."""
    text = asked.when.text
    if statement.kind is Kind.EITHER:
        return Answer(Level.FINDING, f"the quote leaves open which date it is: write [{text},…] with every one of them")
    first = said.places[0] == 0
    if not asked.is_figure and (asked.begins if first else asked.ends):
        return _held(said)
    form = f"{text}/…" if first else f"…/{text}"
    return Answer(Level.FINDING, f"the quote gives a stretch of time, and this is one end of it: write {form}")


def _held(said: _Said) -> Answer:
    if not any(one.sure for one in said.mentions):
        reason = (
            "digits that may be no year" if said.mentions[0].month is None else "a date that may be of another year"
        )
        return Answer(Level.UNSURE, reason, said.mentions)
    return Answer(Level.HOLDS, said=said.mentions)


def _related(said: _Said, asked: Asked, statement: Statement) -> Answer:
    """Answer for a claim that has a date to which the text may say "before" or "after"."""
    relation = statement.relation
    if relation in {Relation.ON, Relation.FROM} or _is_meant(relation, asked):
        return _held(said)
    text = asked.when.text
    form = f"../{text}" if relation in EARLIER else f"{text}/.."
    if relation is Relation.SINCE and not (asked.is_figure or asked.is_vague):
        return Answer(Level.UNSURE, f"the quote says since {text}", said.mentions)
    return Answer(Level.FINDING, f"the quote says '{_WORDS[relation]}' of this date: write {form}", said.mentions)


_WORDS = {
    Relation.BEFORE: "before",
    Relation.UNTIL: "until",
    Relation.BY: "by",
    Relation.LATEST: "no later than",
    Relation.AFTER: "after",
    Relation.SINCE: "since",
    Relation.FROM: "from",
    Relation.EARLIEST: "no earlier than",
}


def _is_meant(relation: Relation, asked: Asked) -> bool:
    """Whether a date is rightly claimed to which the text has such a relation."""
    match relation:
        case Relation.SINCE:
            return not asked.is_figure and (asked.begins or bool(asked.relations & LATER))
        case Relation.UNTIL:
            return not asked.is_figure and (asked.ends or bool(asked.relations & EARLIER))
        case Relation.BY:
            return asked.is_figure or bool(asked.relations & EARLIER)
        case _:
            return False


def _of_interval(
    form: Interval, asked: Asked, statements: Sequence[Statement], others: Sequence[Mention]
) -> Iterator[Answer]:
    start, end = form.start, form.end
    if isinstance(start, Limit) and not isinstance(end, Limit):
        for statement in statements:
            yield from _of_open(end, asked, statement, others, earlier=True)
    elif isinstance(end, Limit) and not isinstance(start, Limit):
        for statement in statements:
            yield from _of_open(start, asked, statement, others, earlier=False)
    elif not isinstance(start, Limit) and not isinstance(end, Limit):
        yield from _of_stretch(start, end, statements, others)


def _of_open(
    point: Point, asked: Asked, statement: Statement, others: Sequence[Mention], *, earlier: bool
) -> Iterator[Answer]:
    """Answer for an interval with one open end."""
    right, wrong = (EARLIER, LATER) if earlier else (LATER, EARLIER)
    said = _said(point, statement, others)
    if said is None:
        if (next_to := _next_to(point, statement, earlier=earlier)) is not None:
            yield Answer(Level.HOLDS, said=(next_to,))
        return
    if statement.denied or (statement.relation in wrong and statement.kind is not Kind.RANGE):
        words = "denies this date" if statement.denied else f"says '{_WORDS[statement.relation]}' of this date"
        yield Answer(Level.FINDING, f"the quote {words}", code=Code.DATE_NOT_IN_QUOTE)
    elif statement.kind is Kind.RANGE and len(said.places) < len(statement.places):
        at_last = said.places[-1] == len(statement.places) - 1
        if at_last is earlier:
            yield Answer(Level.UNSURE, "the quote gives both ends of the stretch", said.mentions)
        else:
            sentence = "the quote gives this date as the other end of a stretch"
            yield Answer(Level.FINDING, sentence, code=Code.DATE_NOT_IN_QUOTE)
    elif statement.relation in right and statement.kind is not Kind.EITHER:
        yield _held(said)
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


def _of_stretch(
    start: Point, end: Point, statements: Sequence[Statement], others: Sequence[Mention]
) -> Iterator[Answer]:
    """Answer for an interval with two dates as its ends."""
    starts: list[tuple[Statement, _Said]] = []
    ends: list[tuple[Statement, _Said]] = []
    for statement in statements:
        if (whole := _as_a_whole(start, end, statement)) is not None:
            yield whole
        if (first := _said(start, statement, others)) is not None:
            starts.append((statement, first))
        if (last := _said(end, statement, others)) is not None:
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
    return _held(_Said((0,), (mention,)))


def _from_to(begun: Statement, first: _Said, ended: Statement, last: _Said) -> Answer:
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
    return _held(_Said((0,), mentions))


def _within_one(statement: Statement, first: _Said, last: _Said, mentions: tuple[Mention, ...]) -> Answer:
    if first.places == last.places and len(statement.places) > 1:
        return Answer(Level.UNSURE, "one date of several in the quote", mentions)
    match statement.kind:
        case Kind.EITHER:
            return Answer(Level.FINDING, "the quote says 'or' of these dates: write them in brackets, [a,b]", mentions)
        case Kind.EVERY if not _adjoin(first.mentions, last.mentions):
            return Answer(Level.UNSURE, "the quote lists single dates", mentions)
        case _:
            return _held(_Said((0,), mentions))


def _adjoin(first: Sequence[Mention], last: Sequence[Mention]) -> bool:
    """Whether the one date follows at once on the other: "in January and February"; so do dates without a year."""
    for one in first:
        for other in last:
            if one.days is None or other.days is None:
                return (other.month or 0) - (one.month or 0) == 1 or (other.day or 0) - (one.day or 0) == 1
            if other.days[0].ordinal - one.days[1].ordinal == 1:
                return True
    return False


def _of_choice(
    form: Choice, asked: Asked, statements: Sequence[Statement], others: Sequence[Mention]
) -> Iterator[Answer]:
    """Answer for a set: one of several dates, or every one of them."""
    members = form.members
    if len(members) == 1 and isinstance(members[0], Edge):
        for statement in statements:
            yield from _of_open(members[0].point, asked, statement, others, earlier=members[0].is_last)
    elif len(members) == 1 and isinstance(members[0], Stretch):
        yield from _of_stretch(members[0].start, members[0].end, statements, others)
    else:
        yield from _of_members(form, statements, others)


def _of_members(form: Choice, statements: Sequence[Statement], others: Sequence[Mention]) -> Iterator[Answer]:
    points = [end for member in form.members for end in _ends(member)]
    scattered: list[Mention] = []
    together, missing = False, False
    for statement in statements:
        found = [_said(point, statement, others) for point in points]
        said = [one for one in found if one is not None]
        if len(said) == len(points) and not statement.denied:
            together = True
            yield _of_every(form, statement, said)
    for point in points:
        anywhere = [one for each in statements if not each.denied and (one := _said(point, each, others)) is not None]
        missing = missing or not anywhere
        scattered += [mention for one in anywhere for mention in one.mentions]
    if not missing and not together:
        yield Answer(Level.HOLDS if form.every else Level.UNSURE, "dates that the quote names apart", tuple(scattered))


def _of_every(form: Choice, statement: Statement, said: Sequence[_Said]) -> Answer:
    mentions = tuple(mention for one in said for mention in one.mentions)
    places = {place for one in said for place in one.places}
    right = Kind.EVERY if form.every else Kind.EITHER
    if statement.kind is Kind.EITHER and (form.every or len(places) < len(statement.places)):
        return Answer(Level.FINDING, "the quote leaves open which date it is: write all of them in brackets, [a,b]")
    if statement.kind is Kind.EVERY and not form.every:
        return Answer(Level.FINDING, "the quote names all of these dates: write them in braces, {a,b}")
    if statement.kind is right or statement.kind is Kind.RANGE:
        return Answer(Level.HOLDS, said=mentions)
    return Answer(Level.UNSURE, "dates that the quote names apart", mentions)


def _ends(member: Member) -> tuple[Point, ...]:
    if isinstance(member, Stretch):
        return member.start, member.end
    return (member.point if isinstance(member, Edge) else member,)
