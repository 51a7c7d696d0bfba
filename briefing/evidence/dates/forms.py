"""Answers of a text to a claimed date, by its form: a point, an interval, or a set of dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence.dates.answers import Answer, Asked, Level, Said, of_point, said_in
from briefing.evidence.dates.intervals import of_interval, of_open, of_stretch
from briefing.evidence.dates.mention import Mention
from briefing.evidence.dates.statements import Kind, Statement
from briefing.format.dates.forms import Choice, Edge, Interval, Member, Point, Stretch


def answers(asked: Asked, statements: Sequence[Statement]) -> Iterator[Answer]:
    """Yield what the statements say of a claimed date; none of them: they do not say it."""
    form = asked.when.form
    others = [one for statement in statements for readings in statement.places for one in readings]
    match form:
        case Interval():
            yield from of_interval(form, asked, statements, others)
        case Choice():
            yield from _of_choice(form, asked, statements, others)
        case _:
            for statement in statements:
                yield from of_point(form, asked, statement, others)


def _of_choice(
    form: Choice, asked: Asked, statements: Sequence[Statement], others: Sequence[Mention]
) -> Iterator[Answer]:
    """Answer for a set: one of several dates, or every one of them."""
    members = form.members
    if len(members) == 1 and isinstance(members[0], Edge):
        for statement in statements:
            yield from of_open(members[0].point, asked, statement, others, earlier=members[0].is_last)
    elif len(members) == 1 and isinstance(members[0], Stretch):
        yield from of_stretch(members[0].start, members[0].end, statements, others)
    else:
        yield from _of_members(form, statements, others)


def _of_members(form: Choice, statements: Sequence[Statement], others: Sequence[Mention]) -> Iterator[Answer]:
    points = [end for member in form.members for end in _ends(member)]
    scattered: list[Mention] = []
    together, missing = False, False
    for statement in statements:
        found = [said_in(point, statement, others) for point in points]
        said = [one for one in found if one is not None]
        if len(said) == len(points) and not statement.denied:
            together = True
            yield _of_every(form, statement, said)
    for point in points:
        anywhere = [one for each in statements if not each.denied and (one := said_in(point, each, others)) is not None]
        missing = missing or not anywhere
        scattered += [mention for one in anywhere for mention in one.mentions]
    if not missing and not together:
        yield Answer(Level.HOLDS if form.every else Level.UNSURE, "dates that the quote names apart", tuple(scattered))


def _of_every(form: Choice, statement: Statement, said: Sequence[Said]) -> Answer:
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
