"""Owns what can change in a point, a figure and an event, and how these are named."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from briefing.diff.facts import Fact, Noun, date_fact, noun, other_facts, prose_fact, word_fact
from briefing.diff.meaning import Scope, prose
from briefing.diff.values import TEXT
from briefing.format.amounts import amount_words
from briefing.format.dates import date_words
from briefing.format.model import Basis, Claim, Event, Figure, Point, Standing

_ARTICLE = "the article itself"
_BASIS = {
    Basis.STATED: "in the quote",
    Basis.RECKONED: "reckoned from the article’s own date",
    Basis.EDITOR: "the editor’s reading",
}
_POINT = noun("one point reworded:")
_LIKELIHOOD = noun("likelihood")
_CONFIDENCE = noun("confidence")
_FIGURE = noun("one figure renamed:")
_KIND = noun("kind")
_MEASURE = noun("compared as")
_EVENT = noun("one event reworded:")
_PLACE = noun("place")
_STANDING = noun("standing", Standing.REPORTED)
_BY = noun("according to")
_DATE = noun("date")
_BASIS_NOUN = noun("where the date is from:")
_STATED = noun("the source’s own words")
_NOTE = noun("note")
_AMOUNT = Noun("", "number added:", "number removed:")


def point_facts(point: Point, scope: Scope) -> tuple[Fact, ...]:
    """Return what a point says, its cites aside."""
    return (
        prose_fact(TEXT, _POINT, point.text),
        word_fact("likelihood", _LIKELIHOOD, point.likelihood),
        word_fact("confidence", _CONFIDENCE, point.confidence),
        *other_facts("point", point.others),
        *_claim_facts(point, scope),
    )


def figure_facts(figure: Figure, scope: Scope) -> tuple[Fact, ...]:
    """Return what a figure says, its cites aside. Number, hedge and unit are one thing."""
    meaning = (
        figure.amount,
        scope.derived(figure.derived),
        figure.approx,
        prose(figure.unit),
    )
    return (
        prose_fact(TEXT, _FIGURE, figure.text),
        Fact("amount", _AMOUNT, number_words(figure), meaning),
        word_fact("kind", _KIND, figure.kind),
        word_fact("measure", _MEASURE, figure.measure),
        *other_facts("figure", figure.others),
        *_claim_facts(figure, scope),
    )


def event_facts(event: Event, scope: Scope) -> tuple[Fact, ...]:
    """Return what an event says, its cites and its figures aside."""
    return (
        prose_fact(TEXT, _EVENT, event.text),
        prose_fact("place", _PLACE, event.place),
        *other_facts("event", event.others),
        *_claim_facts(event, scope),
    )


def _claim_facts(claim: Claim, scope: Scope) -> tuple[Fact, ...]:
    return (
        date_fact("when", _DATE, claim.when),
        Fact("basis", _BASIS_NOUN, _BASIS[claim.basis], claim.basis),
        prose_fact("stated", _STATED, claim.stated),
        word_fact("standing", _STANDING, claim.standing),
        _by(claim.by, scope),
        prose_fact("note", _NOTE, claim.note),
    )


def _by(source_id: str | None, scope: Scope) -> Fact:
    if source_id is None:
        return Fact("by", _BY, _ARTICLE, None)
    return Fact("by", _BY, scope.sources.get(source_id, source_id), scope.source(source_id), source_id)


def number_words(figure: Figure) -> str | None:
    """Return number, hedge and unit of a figure, or the arithmetic that it is derived by. None: it has neither."""
    if figure.amount is not None:
        return amount_words(figure.amount, figure.approx, figure.unit)
    if figure.derived is not None:
        parts = (figure.approx, f"derived: {figure.derived}", f"({figure.unit})" if figure.unit else None)
        return " ".join(part for part in parts if part)
    rest = " ".join(part for part in (figure.approx, figure.unit) if part)
    return f"no number ({rest})" if rest else None


def claim_words(claim: Claim) -> str:
    """Return the words by which a reader knows a claim that is new or gone."""
    match claim:
        case Figure():
            number = number_words(claim) or claim.stated
            return f"{claim.text}: {number}" if number else claim.text
        case Event():
            when = date_words(claim.when) if claim.when else claim.stated
            return f"{when}: {claim.text}" if when else claim.text
        case _:
            return claim.text


def claim_keys(claim: Claim) -> Iterator[Hashable | None]:
    """Yield what may tell that two claims are the same one, the surest first."""
    yield claim.id
    yield prose(claim.text)
    yield claim.measure if isinstance(claim, Figure) else None
