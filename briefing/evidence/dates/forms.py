"""Answers of a text to a claimed date, by its form: a point, an interval, or a set of dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence.dates.compare import ClaimedDate, DateResult, PointMatch, ResultLevel, compare_point, match_point
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import Combination, DateStatement
from briefing.evidence.dates.intervals import compare_closed, compare_half_open, compare_interval
from briefing.format.dates.forms import DateRange, DateSet, Interval, OpenRange, SetMember, SingleDate


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
