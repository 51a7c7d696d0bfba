"""The comparison of a claimed date with what a text says: held, left open, or said otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import EARLIER, LATER, Combination, DateRelation, DateStatement, Readings
from briefing.evidence.dates.mention_match import (
    is_about_the_middle,
    is_approximate,
    is_at_edge,
    is_said,
    lies_in_meant_part,
)
from briefing.format.dates import Edtf
from briefing.format.dates.forms import DateRange, DateSet, Interval, MissingEnd, OpenRange, SetMember, SingleDate


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


def compare_date(asked: ClaimedDate, statements: Sequence[DateStatement]) -> Iterator[DateResult]:
    """Yield what the statements say of a claimed date; none of them: they do not say it."""
    form = asked.when.form
    others = [one for statement in statements for readings in statement.places for one in readings]
    match form:
        case Interval():
            yield from compare_interval(form, asked, statements, others)
        case DateSet():
            yield from _of_choice(form, asked, statements, others)
        case _:
            for statement in statements:
                yield from compare_point(form, asked, statement, others)


def _of_choice(
    form: DateSet, asked: ClaimedDate, statements: Sequence[DateStatement], others: Sequence[DateMention]
) -> Iterator[DateResult]:
    """Answer for a set: one of several dates, or every one of them."""
    members = form.members
    if len(members) == 1 and isinstance(members[0], OpenRange):
        for statement in statements:
            yield from compare_half_open(members[0].point, asked, statement, others, earlier=members[0].is_last)
    elif len(members) == 1 and isinstance(members[0], DateRange):
        yield from compare_closed(members[0].start, members[0].end, statements, others)
    else:
        yield from _of_members(form, statements, others)


def _of_members(
    form: DateSet, statements: Sequence[DateStatement], others: Sequence[DateMention]
) -> Iterator[DateResult]:
    points = [end for member in form.members for end in _ends(member)]
    scattered: list[DateMention] = []
    together, missing = False, False
    for statement in statements:
        found = [match_point(point, statement, others) for point in points]
        said = [one for one in found if one is not None]
        if len(said) == len(points) and not statement.denied:
            together = True
            yield _of_every(form, statement, said)
    for point in points:
        anywhere = [
            one for each in statements if not each.denied and (one := match_point(point, each, others)) is not None
        ]
        missing = missing or not anywhere
        scattered += [mention for one in anywhere for mention in one.mentions]
    if not missing and not together:
        yield DateResult(
            ResultLevel.HOLDS if form.every else ResultLevel.UNSURE,
            "dates that the quote names apart",
            tuple(scattered),
        )


def _of_every(form: DateSet, statement: DateStatement, said: Sequence[PointMatch]) -> DateResult:
    mentions = tuple(mention for one in said for mention in one.mentions)
    places = {place for one in said for place in one.places}
    right = Combination.EVERY if form.every else Combination.EITHER
    if statement.kind is Combination.EITHER and (form.every or len(places) < len(statement.places)):
        return DateResult(
            ResultLevel.FINDING, "the quote leaves open which date it is: write all of them in brackets, [a,b]"
        )
    if statement.kind is Combination.EVERY and not form.every:
        return DateResult(ResultLevel.FINDING, "the quote names all of these dates: write them in braces, {a,b}")
    if statement.kind is right or statement.kind is Combination.RANGE:
        return DateResult(ResultLevel.HOLDS, said=mentions)
    return DateResult(ResultLevel.UNSURE, "dates that the quote names apart", mentions)


def _ends(member: SetMember) -> tuple[SingleDate, ...]:
    if isinstance(member, DateRange):
        return member.start, member.end
    return (member.point if isinstance(member, OpenRange) else member,)
