"""The comparable fields of points, figures and events, and the words that name such an item."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from briefing.diff.facts import Fact, FieldPhrases, date_fact, field_phrases, other_facts, prose_fact, word_fact
from briefing.diff.meaning import IdMeanings, prose_meaning
from briefing.diff.values import TEXT
from briefing.format.amounts import amount_words
from briefing.format.dates.wording import date_words
from briefing.format.model import Basis, Claim, Event, Figure, Point, Reviewed, Standing

_ARTICLE = "the article itself"
_BASIS = {
    Basis.STATED: "in the quote",
    Basis.RECKONED: "reckoned from the article’s own date",
    Basis.EDITOR: "the editor’s reading",
}
_POINT = field_phrases("one point reworded:")
_LIKELIHOOD = field_phrases("likelihood")
_CONFIDENCE = field_phrases("confidence")
_FIGURE = field_phrases("one figure renamed:")
_KIND = field_phrases("kind")
_MEASURE = field_phrases("compared as")
_EVENT = field_phrases("one event reworded:")
_PLACE = field_phrases("place")
_STANDING = field_phrases("standing", Standing.REPORTED)
_BY = field_phrases("according to")
_DATE = field_phrases("date")
_BASIS_PHRASES = field_phrases("where the date is from:")
_STATED = field_phrases("the source’s own words")
_NOTE = field_phrases("note")
_REVIEWED = field_phrases("reviewed", Reviewed.YES)
_AMOUNT = FieldPhrases("", "number added:", "number removed:")


def point_facts(point: Point, ids: IdMeanings) -> tuple[Fact, ...]:
    """Return the fields of a point, without its cites."""
    return (
        prose_fact(TEXT, _POINT, point.text),
        word_fact("likelihood", _LIKELIHOOD, point.likelihood),
        word_fact("confidence", _CONFIDENCE, point.confidence),
        *other_facts("point", point.others),
        *_claim_facts(point, ids),
    )


def figure_facts(figure: Figure, ids: IdMeanings) -> tuple[Fact, ...]:
    """Return the fields of a figure, without its cites. Number, hedge and unit are one field."""
    meaning = (
        figure.amount,
        ids.derived(figure.derived),
        figure.approx,
        prose_meaning(figure.unit),
    )
    return (
        prose_fact(TEXT, _FIGURE, figure.text),
        Fact("amount", _AMOUNT, number_words(figure), meaning),
        word_fact("kind", _KIND, figure.kind),
        word_fact("measure", _MEASURE, figure.measure),
        *other_facts("figure", figure.others),
        *_claim_facts(figure, ids),
    )


def event_facts(event: Event, ids: IdMeanings) -> tuple[Fact, ...]:
    """Return the fields of an event, without its cites and its figures."""
    return (
        prose_fact(TEXT, _EVENT, event.text),
        prose_fact("place", _PLACE, event.place),
        *other_facts("event", event.others),
        *_claim_facts(event, ids),
    )


def _claim_facts(claim: Claim, ids: IdMeanings) -> tuple[Fact, ...]:
    return (
        date_fact("when", _DATE, claim.when),
        Fact("basis", _BASIS_PHRASES, _BASIS[claim.basis], claim.basis),
        prose_fact("stated", _STATED, claim.stated),
        word_fact("standing", _STANDING, claim.standing),
        _by(claim.by, ids),
        prose_fact("note", _NOTE, claim.note),
        word_fact("reviewed", _REVIEWED, claim.reviewed),
    )


def _by(source_id: str | None, ids: IdMeanings) -> Fact:
    if source_id is None:
        return Fact("by", _BY, _ARTICLE, None)
    return Fact("by", _BY, ids.sources.get(source_id, source_id), ids.source(source_id), source_id)


def number_words(figure: Figure) -> str | None:
    """Return number, hedge and unit of a figure, or its arithmetic. None: it has neither."""
    if figure.amount is not None:
        return amount_words(figure.amount, figure.approx, figure.unit)
    if figure.derived is not None:
        parts = (figure.approx, f"derived: {figure.derived}", f"({figure.unit})" if figure.unit else None)
        return " ".join(part for part in parts if part)
    rest = " ".join(part for part in (figure.approx, figure.unit) if part)
    return f"no number ({rest})" if rest else None


def claim_words(claim: Claim) -> str:
    """Return the words for a claim that is new or gone: its text, with number or date."""
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
    """Yield the values by which two claims are recognised as the same, the most reliable first."""
    yield claim.id
    yield prose_meaning(claim.text)
    yield claim.measure if isinstance(claim, Figure) else None
