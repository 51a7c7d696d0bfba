"""The comparison of a claimed date with the dates of a text: the text gives it, leaves it open, or gives another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import (
    BEGINNINGS,
    EARLIER,
    LATER,
    Combination,
    DateRelation,
    DateStatement,
    Readings,
)
from briefing.evidence.dates.mention_match import (
    is_about_the_middle,
    is_approximate,
    lies_at_meant_edge,
    lies_in_meant_part,
    mention_gives,
)
from briefing.format.dates import Edtf
from briefing.format.dates.forms import DateRange, DateSet, Interval, MissingEnd, OpenRange, SetMember, SingleDate


class ResultLevel(IntEnum):
    """What a comparison came to, from the worst to the best. Of several results the best one counts."""

    FINDING = 1
    UNSURE = 2
    HOLDS = 3


class DateResult(NamedTuple):
    """The result of comparing a claimed date with one statement, or with several."""

    level: ResultLevel
    words: str = ""
    """FINDING: the sentence of the finding. UNSURE: why it cannot be decided. HOLDS: empty."""
    mentions: tuple[DateMention, ...] = ()
    """The dates of the text that agree with the claimed one."""
    code: EvidenceCode = EvidenceCode.DATE_HEDGE_DROPPED


@frozen
class ClaimedDate:
    """The date of a claim, and what the writer's own words say about it."""

    when: Edtf
    is_figure: bool
    """True: a figure, whose value holds at the date. False: something happens at the date."""
    begins: bool
    """The writer's words tell of a beginning: "since 1998" in the text then means that it began in 1998."""
    ends: bool
    """The writer's words tell of an end, in the same way."""
    closes: bool
    """The sentence of a quote has a word for an end: "expired in 2020"."""
    is_vague: bool
    """The writer's words only say that something happens, without naming a beginning or an end."""
    relations: frozenset[DateRelation]
    """The relations to a date that the writer's own words state: "by 2030"."""


def best_result(results: Iterable[DateResult], *, hedged: bool = False) -> DateResult | None:
    """Return the best result, the first one if several are equal. None: there are no results.

    `hedged`: the claimed date is approximate, so a hedged date of the text is better than an exact one.
    """
    return max(results, key=lambda one: (one.level, _is_hedged(one) is hedged), default=None)


def _is_hedged(result: DateResult) -> bool:
    return any(one.about or one.part for one in result.mentions)


_NOT_THEN = DateResult(ResultLevel.FINDING, "the quote says that it was not then", code=EvidenceCode.DATE_NOT_IN_QUOTE)


class PointMatch(NamedTuple):
    """The dates of a statement that agree with one claimed date."""

    places: tuple[int, ...]
    """Their positions in `DateStatement.places`, from 0."""
    mentions: tuple[DateMention, ...]
    part: bool = False
    """True: the claimed date lies in the part of a date that the text means: "mid-1990s"."""


def match_point(point: SingleDate, statement: DateStatement, others: Sequence[DateMention]) -> PointMatch | None:
    """Return the quoted dates of a statement that agree with a claimed date. None: none does."""
    found = [
        (place, one) for place, readings in _quoted(statement) for one in readings if mention_gives(point, one, others)
    ]
    if found:
        return PointMatch(tuple(dict.fromkeys(place for place, _ in found)), tuple(one for _, one in found))
    for place, readings in _quoted(statement):
        for one in readings:
            if lies_in_meant_part(point.earliest, point.latest, one) and (
                is_approximate(point)
                or lies_at_meant_edge(point.earliest, point.latest, one)
                or is_about_the_middle(point, one)
            ):
                return PointMatch((place,), (one,), part=True)
    return None


def _quoted(statement: DateStatement) -> Iterator[tuple[int, Readings]]:
    """Yield the dates of a statement that are inside the quote, each with its position."""
    return (one for one in enumerate(statement.places) if one[0] not in statement.unquoted)


def compare_point(
    point: SingleDate, claimed: ClaimedDate, statement: DateStatement, others: Sequence[DateMention]
) -> Iterator[DateResult]:
    """Yield the result for a single date and one statement; nothing if the statement does not give the date."""
    matched = match_point(point, statement, others)
    if matched is None or all(one.months and one.day and one.lacks_year for one in matched.mentions):
        yield from _last_day(point, claimed, statement)
        return
    if statement.denied:
        yield DateResult(
            ResultLevel.FINDING,
            f"the quote says that it was not {claimed.when.text}",
            code=EvidenceCode.DATE_NOT_IN_QUOTE,
        )
    elif len(matched.places) < len(statement.places) and statement.kind is not Combination.EVERY:
        yield _one_of(matched, claimed, statement)
    else:
        yield _related(matched, claimed, statement)


def _last_day(point: SingleDate, claimed: ClaimedDate, statement: DateStatement) -> Iterator[DateResult]:
    """Yield a result if the date is the last day of a period named by it: "the six months ended June 30, 2024"."""
    named = [one for _, readings in _quoted(statement) for one in readings if one.months and one.day is not None]
    ending = [one for one in named if mention_gives(point, one._replace(months=0))]
    if ending and not statement.denied:
        sure = claimed.ends and not claimed.is_figure
        matched = PointMatch((0,), tuple(ending))
        yield (
            result_of_match(matched)
            if sure
            else DateResult(ResultLevel.UNSURE, "the last day of a period", matched.mentions)
        )


def _one_of(matched: PointMatch, claimed: ClaimedDate, statement: DateStatement) -> DateResult:
    """Return the result for a claim that gives one of several alternative dates, or one end of a range."""
    text = claimed.when.text
    if statement.kind is Combination.EITHER:
        return DateResult(
            ResultLevel.FINDING, f"the quote leaves open which date it is: write all of them in brackets, [{text},…]"
        )
    first = matched.places[0] == 0
    if not claimed.is_figure and (claimed.begins if first else claimed.ends):
        return result_of_match(matched)
    form = f"{text}/…" if first else f"…/{text}"
    return DateResult(ResultLevel.FINDING, f"the quote gives a period, and this is one end of it: write {form}")


def result_of_match(matched: PointMatch) -> DateResult:
    """Return HOLDS for matching dates, or UNSURE if they may be no dates, or dates of another year."""
    if not any(one.sure for one in matched.mentions):
        reason = (
            "digits that may be no year"
            if matched.mentions[0].month is None and matched.mentions[0].stretch is None
            else "a date that may be of another year"
        )
        return DateResult(ResultLevel.UNSURE, reason, matched.mentions)
    return DateResult(ResultLevel.HOLDS, mentions=matched.mentions)


def _related(matched: PointMatch, claimed: ClaimedDate, statement: DateStatement) -> DateResult:
    """Return the result for a date that the text may give with "before" or "after"."""
    relation = statement.relation
    if relation is DateRelation.ON or relation in BEGINNINGS or _is_meant(relation, claimed):
        return result_of_match(matched)
    text = claimed.when.text
    form = f"../{text}" if relation in EARLIER else f"{text}/.."
    if relation is DateRelation.SINCE and not (claimed.is_figure or claimed.is_vague):
        return DateResult(ResultLevel.UNSURE, f"the quote says since {text}", matched.mentions)
    return DateResult(
        ResultLevel.FINDING, f"the quote says '{RELATION_WORDS[relation]}' this date: write {form}", matched.mentions
    )


RELATION_WORDS = {
    DateRelation.BEFORE: "before",
    DateRelation.UNTIL: "until",
    DateRelation.BY: "by",
    DateRelation.LATEST: "no later than",
    DateRelation.AFTER: "after",
    DateRelation.SINCE: "since",
    DateRelation.FROM: "from",
    DateRelation.START: "from",
    DateRelation.EARLIEST: "no earlier than",
}


def _is_meant(relation: DateRelation, claimed: ClaimedDate) -> bool:
    """Whether the claim may give a date plainly that has this relation in the text."""
    match relation:
        case DateRelation.SINCE:
            return not claimed.is_figure and (claimed.begins or bool(claimed.relations & LATER))
        case DateRelation.UNTIL:
            return not claimed.is_figure and (claimed.ends or bool(claimed.relations & EARLIER))
        case DateRelation.BY:
            return claimed.is_figure or bool(claimed.relations & EARLIER)
        case _:
            return False


def compare_interval(
    form: Interval, claimed: ClaimedDate, statements: Sequence[DateStatement], others: Sequence[DateMention]
) -> Iterator[DateResult]:
    """Yield the results for an interval. `others` are all dates of the statements."""
    start, end = form.start, form.end
    if isinstance(start, MissingEnd) and not isinstance(end, MissingEnd):
        for statement in statements:
            yield from compare_half_open(end, claimed, statement, others, earlier=True)
    elif isinstance(end, MissingEnd) and not isinstance(start, MissingEnd):
        for statement in statements:
            yield from compare_half_open(start, claimed, statement, others, earlier=False)
    elif not isinstance(start, MissingEnd) and not isinstance(end, MissingEnd):
        yield from compare_closed(start, end, statements, others)


def compare_half_open(
    point: SingleDate, claimed: ClaimedDate, statement: DateStatement, others: Sequence[DateMention], *, earlier: bool
) -> Iterator[DateResult]:
    """Yield the result for an interval with one open end and one statement. `earlier`: the start is open."""
    right, wrong = (EARLIER, LATER) if earlier else (LATER, EARLIER)
    matched = match_point(point, statement, others)
    if matched is None:
        edge = _next_to(point, statement, earlier=earlier) or _edge_of(point, statement, earlier=earlier)
        if edge is not None:
            yield DateResult(ResultLevel.HOLDS, mentions=(edge,))
        return
    if statement.denied or (statement.relation in wrong and statement.kind is not Combination.RANGE):
        words = "denies this date" if statement.denied else f"says '{RELATION_WORDS[statement.relation]}' this date"
        yield DateResult(ResultLevel.FINDING, f"the quote {words}", code=EvidenceCode.DATE_NOT_IN_QUOTE)
    elif statement.kind is Combination.RANGE and len(matched.places) < len(statement.places):
        at_last = matched.places[-1] == len(statement.places) - 1
        if at_last is earlier:
            yield DateResult(ResultLevel.UNSURE, "the quote gives both ends of the period", matched.mentions)
        else:
            sentence = "the quote gives this date as the other end of a period"
            yield DateResult(ResultLevel.FINDING, sentence, code=EvidenceCode.DATE_NOT_IN_QUOTE)
    elif statement.relation in right and statement.kind is not Combination.EITHER:
        yield result_of_match(matched)
    elif earlier and not claimed.closes and statement.kind is Combination.ONE:
        sentence = "the quote says neither 'until' nor 'before' this date"
        yield DateResult(ResultLevel.FINDING, sentence, code=EvidenceCode.DATE_HEDGE_NOT_IN_QUOTE)
    else:
        yield DateResult(ResultLevel.UNSURE, "the quote does not say that the end is open", matched.mentions)


def _next_to(point: SingleDate, statement: DateStatement, *, earlier: bool) -> DateMention | None:
    """Return the date behind "before" or "after" that adjoins a claimed date: "before 1945" for ../1944."""
    day = point.latest if earlier else point.earliest
    if statement.relation is not (DateRelation.BEFORE if earlier else DateRelation.AFTER) or day is None:
        return None
    for one in (one for readings in statement.places for one in readings):
        if one.days is not None:
            gap = one.days[0].ordinal - day.ordinal if earlier else day.ordinal - one.days[1].ordinal
            if gap == 1:
                return one
    return None


def _edge_of(point: SingleDate, statement: DateStatement, *, earlier: bool) -> DateMention | None:
    """Return the time of which a claimed date is the last or first day: "until last week", a Sunday."""
    if statement.denied or statement.kind is not Combination.ONE:
        return None
    if statement.relation not in (EARLIER if earlier else LATER) or point.earliest != point.latest:
        return None
    found = (one for _, readings in _quoted(statement) for one in readings if one.stretch is not None)
    return next((one for one in found if one.days and one.days[earlier] == point.latest), None)


def compare_closed(
    start: SingleDate, end: SingleDate, statements: Sequence[DateStatement], others: Sequence[DateMention]
) -> Iterator[DateResult]:
    """Yield the results for an interval with a date at both ends."""
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
    """Return the result if one date of the text is the whole interval: "the third quarter of 2024", "the mid-1990s"."""
    if statement.kind not in {Combination.ONE, Combination.EVERY} or start.earliest is None or end.latest is None:
        return None
    for one in (one for _, readings in _quoted(statement) for one in readings):
        if one.days == (start.earliest, end.latest):
            return _whole(statement, one)
        if lies_in_meant_part(start.earliest, end.latest, one):
            exact = lies_at_meant_edge(start.earliest, end.latest, one)
            if exact or (is_approximate(start) and is_approximate(end)):
                return _whole(statement, one)
    return None


def _whole(statement: DateStatement, mention: DateMention) -> DateResult:
    if statement.denied or statement.relation in {DateRelation.BEFORE, DateRelation.AFTER, DateRelation.EARLIEST}:
        return _NOT_THEN
    return result_of_match(PointMatch((0,), (mention,)))


def _from_to(begun: DateStatement, first: PointMatch, ended: DateStatement, last: PointMatch) -> DateResult:
    mentions = (*first.mentions, *last.mentions)
    if begun.denied or ended.denied:
        return _NOT_THEN
    if begun is ended:
        return _within_one(begun, first, last, mentions)
    if begun.relation in EARLIER or ended.relation in LATER - BEGINNINGS:
        sentence = "the quote gives these dates the other way round"
        return DateResult(ResultLevel.FINDING, sentence, code=EvidenceCode.DATE_NOT_IN_QUOTE)
    halves = [
        one
        for one, matched in ((begun, first), (ended, last))
        if one.kind is Combination.RANGE and len(matched.places) == 1
    ]
    if halves or Combination.EITHER in (begun.kind, ended.kind):
        return DateResult(ResultLevel.UNSURE, "the ends are in two ranges of the quote", mentions)
    return result_of_match(PointMatch((0,), mentions))


def _within_one(
    statement: DateStatement, first: PointMatch, last: PointMatch, mentions: tuple[DateMention, ...]
) -> DateResult:
    if first.places == last.places and len(statement.places) > 1:
        return DateResult(ResultLevel.UNSURE, "one date of several in the quote", mentions)
    match statement.kind:
        case Combination.EITHER:
            return DateResult(
                ResultLevel.FINDING, "the quote joins these dates with 'or': write them in brackets, [a,b]", mentions
            )
        case Combination.EVERY if not _adjoin(first.mentions, last.mentions):
            return DateResult(ResultLevel.UNSURE, "the quote lists single dates", mentions)
        case _:
            return result_of_match(PointMatch((0,), mentions))


def _adjoin(first: Sequence[DateMention], last: Sequence[DateMention]) -> bool:
    """Whether one date directly follows the other: "in January and February". Dates without a year count as well."""
    for one in first:
        for other in last:
            if one.days is None or other.days is None:
                return (other.month or 0) - (one.month or 0) == 1 or (other.day or 0) - (one.day or 0) == 1
            if other.days[0].ordinal - one.days[1].ordinal == 1:
                return True
    return False


def compare_date(claimed: ClaimedDate, statements: Sequence[DateStatement]) -> Iterator[DateResult]:
    """Yield the results for a claimed date and all statements; nothing if no statement gives the date."""
    form = claimed.when.form
    others = [one for statement in statements for readings in statement.places for one in readings]
    match form:
        case Interval():
            yield from compare_interval(form, claimed, statements, others)
        case DateSet():
            yield from _of_choice(form, claimed, statements, others)
        case _:
            for statement in statements:
                yield from compare_point(form, claimed, statement, others)


def _of_choice(
    form: DateSet, claimed: ClaimedDate, statements: Sequence[DateStatement], others: Sequence[DateMention]
) -> Iterator[DateResult]:
    """Yield the results for a set: one of several dates, or all of them."""
    members = form.members
    if len(members) == 1 and isinstance(members[0], OpenRange):
        for statement in statements:
            yield from compare_half_open(members[0].point, claimed, statement, others, earlier=members[0].is_last)
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
        matched = [one for one in found if one is not None]
        if len(matched) == len(points) and not statement.denied:
            together = True
            yield _of_every(form, statement, matched)
    for point in points:
        anywhere = [
            one for each in statements if not each.denied and (one := match_point(point, each, others)) is not None
        ]
        missing = missing or not anywhere
        scattered += [mention for one in anywhere for mention in one.mentions]
    if not missing and not together:
        yield DateResult(
            ResultLevel.HOLDS if form.every else ResultLevel.UNSURE,
            "dates that the quote names separately",
            tuple(scattered),
        )


def _of_every(form: DateSet, statement: DateStatement, matched: Sequence[PointMatch]) -> DateResult:
    mentions = tuple(mention for one in matched for mention in one.mentions)
    places = {place for one in matched for place in one.places}
    right = Combination.EVERY if form.every else Combination.EITHER
    if statement.kind is Combination.EITHER and (form.every or len(places) < len(statement.places)):
        return DateResult(
            ResultLevel.FINDING, "the quote leaves open which date it is: write all of them in brackets, [a,b]"
        )
    if statement.kind is Combination.EVERY and not form.every:
        return DateResult(ResultLevel.FINDING, "the quote names all of these dates: write them in braces, {a,b}")
    if statement.kind is right or statement.kind is Combination.RANGE:
        return DateResult(ResultLevel.HOLDS, mentions=mentions)
    return DateResult(ResultLevel.UNSURE, "dates that the quote names separately", mentions)


def _ends(member: SetMember) -> tuple[SingleDate, ...]:
    if isinstance(member, DateRange):
        return member.start, member.end
    return (member.point if isinstance(member, OpenRange) else member,)
