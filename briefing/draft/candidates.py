"""What is found in a text as candidates for a brief, each in several forms, from the fullest to the simplest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.draft.certainty import is_age, is_converted, is_supposed
from briefing.draft.checking import Candidate
from briefing.draft.dating import dates_its_sentence
from briefing.draft.draft_text import DraftError, DraftText
from briefing.draft.items import UNCONFIRMED, event_item, figure_item, point_item, source_item
from briefing.draft.labels import with_own_labels
from briefing.draft.page import without
from briefing.draft.quotes import Width, cite_of, shortest_quote
from briefing.draft.ranking import best_sentences, event_worth, figure_worth, is_minor
from briefing.draft.same_fact import Told, told_dates, told_numbers
from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact
from briefing.evidence.result import Span
from briefing.format.write import PlainItem

_SHOWN = 80
"""Characters of an item that are shown where it is left out."""


def figures(held: DraftText, most: int, *, every: bool) -> list[Candidate]:
    """Return the figures that a reader would call key, at most so many; with `every` those in passing as well."""
    told = told_numbers(_told_as_facts(held), held)
    told = [one for one in told if every or not (one.fact.is_passing or is_minor(one, held))]
    ranked = sorted(((figure_worth(one, held), one) for one in told), key=lambda pair: -pair[0])
    worths = {one.fact.place.span: worth for worth, one in ranked}
    own = with_own_labels([one for _, one in ranked], held)
    return list(_made(((worths[one.fact.place.span], _figure(one, held)) for one in own), most))


def _told_as_facts(held: DraftText) -> Iterator[NumberFact]:
    """Yield the numbers that the text tells as facts, each in one unit."""
    before: NumberFact | None = None
    for fact in held.facts.numbers:
        if not (is_supposed(fact, held) or is_age(fact, held) or is_converted(fact, before, held)):
            yield fact
        before = fact


def events(held: DraftText, most: int, *, every: bool) -> list[Candidate]:
    """Return the events that a reader would call key, at most so many; without `every`, one for each text."""
    dates = [one for one in held.facts.dates if one.is_event and not one.is_date_line and dates_its_sentence(one, held)]
    ranked = sorted(((event_worth(one), one) for one in told_dates(dates, held)), key=lambda pair: -pair[0])
    found: dict[object, Candidate] = {}
    for candidate in _made(((worth, _event(one, held)) for worth, one in ranked), len(ranked)):
        found.setdefault(candidate.start if every else candidate.item["text"], candidate)
        if len(found) == most:
            break
    return list(found.values())


def points(held: DraftText, most: int) -> list[Candidate]:
    """Return the sentences that carry most, at most so many."""
    return list(_made(((one.worth, _point(one.sentence, held)) for one in best_sentences(held, most)), most))


def leads(held: DraftText) -> list[Candidate]:
    """Return the beginning of a text as points, for a brief that has too little else: they say what the text says."""
    blocks = held.saved.blocks[:3]
    whole = Span(0, len(held.text))
    places = [Place(number, block, block) for number, block in enumerate(blocks)]
    places += held.facts.sentences[:3]
    places += [Place(number, whole, block) for number, block in enumerate(blocks)]
    return list(_made(((-float(number), _lead(one, held)) for number, one in enumerate(places)), len(places)))


def source_forms(speaker: SpeakerFact, held: DraftText) -> list[PlainItem]:
    """Return the forms of a speaker as a source, from the fullest to the simplest."""
    forms = list(_forms(lambda width: source_item(speaker, held, width)[1], tuple(Width)))
    return [*forms, *(without(form, "role") for form in forms[-1:] if "name" in form)]


def _made(ranked: Iterable[tuple[float, Callable[[float], Candidate]]], most: int) -> Iterator[Candidate]:
    """Yield the first candidates that can be made: not everything that is found can be quoted."""
    for worth, make in ranked:
        if most == 0:
            return
        try:
            candidate = make(worth)
        except DraftError:
            continue
        most -= 1
        yield candidate


def _figure(told: Told[NumberFact], held: DraftText) -> Callable[[float], Candidate]:
    def others() -> Sequence[PlainItem]:
        wider = list(_forms(lambda width: figure_item(told.fact, held, (), width), tuple(Width)))
        if held.is_quoted(told.fact.place):
            return wider
        return [*wider, *_simpler(wider[-1:], ("kind",), ("when", "basis"), ("by",), ("kind", "when", "basis", "by"))]

    def make(worth: float) -> Candidate:
        item = figure_item(told.fact, held, told.also)
        return Candidate("figures", item, others, told.fact.place.span.start, worth, _shown(told.fact.place, held))

    return make


def _event(told: Told[DateFact], held: DraftText) -> Callable[[float], Candidate]:
    def others() -> Sequence[PlainItem]:
        wider = list(_forms(lambda width: event_item(told.fact, held, (), width), tuple(Width)))
        if held.is_quoted(told.fact.place):
            return wider
        return [*wider, *_simpler(wider[-1:], ("stated",), ("by",), ("standing",), ("by", "standing", "stated"))]

    def make(worth: float) -> Candidate:
        forms = _forms(lambda width: event_item(told.fact, held, told.also, width), tuple(Width))
        item = next(forms, None)
        if item is None:
            raise DraftError("no quote carries this date")
        return Candidate("timeline", item, others, told.fact.place.span.start, worth, _shown(told.fact.place, held))

    return make


def _point(sentence: Place, held: DraftText) -> Callable[[float], Candidate]:
    def others() -> Sequence[PlainItem]:
        if held.is_quoted(sentence):
            return ()
        whole = list(_forms(lambda _: point_item(sentence, held, whole=True), (Width.SENTENCE,)))
        return [*whole, *_simpler(whole, ("by",), ("standing",), ("by", "standing"))]

    def make(worth: float) -> Candidate:
        item = point_item(sentence, held)
        return Candidate("summary", item, others, sentence.span.start, worth, _shown(sentence, held))

    return make


def _lead(place: Place, held: DraftText) -> Callable[[float], Candidate]:
    def make(worth: float) -> Candidate:
        quote = shortest_quote([_beginning(place.span, held.text)], place.sentence, held)
        item: PlainItem = {"text": quote.words, **UNCONFIRMED, "cites": cite_of(quote, held)}
        return Candidate("summary", item, list, place.span.start, worth, quote.words[:_SHOWN])

    return make


_LEAD = 300
"""Characters of a lead."""


def _beginning(span: Span, text: str) -> Span:
    if span.end - span.start <= _LEAD:
        return span
    cut = text.rfind(" ", span.start, span.start + _LEAD)
    return Span(span.start, cut if cut > span.start else span.start + _LEAD)


def _forms(make: Callable[[Width], PlainItem], widths: Sequence[Width]) -> Iterator[PlainItem]:
    """Yield an item with longer and longer quotes, as far as there are any."""
    for width in widths:
        try:
            yield make(width)
        except DraftError:
            continue


def _simpler(forms: Sequence[PlainItem], *left_out: tuple[str, ...]) -> list[PlainItem]:
    """Return an item without some of its fields, for each of some choices of them."""
    return [without(form, *keys) for form in forms for keys in left_out if not form.keys().isdisjoint(keys)]


def _shown(place: Place, held: DraftText) -> str:
    return " ".join(held.text[place.span.start : place.span.end][:_SHOWN].split())
