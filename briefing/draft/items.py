"""What is found in a text as items of a brief, each with the shortest quote that carries it.

Every item has `reviewed: no` and cites the article. `by` may name a source that the brief does not have yet: its item
is `source_item` of the same speaker. All functions raise `DraftError` if no quote carries the item.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from briefing.draft.draft_text import DraftError, DraftText, without_article
from briefing.draft.label_places import label_places
from briefing.draft.quotes import Quote, Width, cite_of, shortest_quote
from briefing.draft.sentences import event_words, point_words
from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.result import Span
from briefing.format.model import Amount, Basis, SourceKind, Standing
from briefing.format.write import PlainItem, PlainValue

UNCONFIRMED: PlainItem = {"reviewed": "no"}
"""What every drafted item has: no person has confirmed it."""


def figure_item(
    fact: NumberFact, held: DraftText, also: Sequence[NumberFact] = (), width: Width = Width.WORDS
) -> PlainItem:
    """Return a number as a figure. `also`: other places that give the same number for the same thing."""
    quotes = _quotes([_of_number(one, held, width) for one in (fact, *also)])
    item: dict[str, PlainValue] = {"label": fact.label or _counted(fact, held)}
    item |= _amount(fact.amount)
    item |= _given(unit=fact.unit, approx=fact.approx, kind=fact.kind)
    if fact.when is not None:
        item |= _date(fact.when, is_event=False)
    speaker = held.speaker_for(fact)
    if held.is_quoted(fact.place) and held.id_of(speaker) is None:
        raise DraftError("this is a part of a quotation, and the text does not say here whose")
    standing = fact.standing if speaker is None or fact.standing is not Standing.REPORTED else speaker.standing
    item |= _said(speaker, standing, held)
    return {**item, **UNCONFIRMED, "cites": _cites(quotes, held)}


def event_item(fact: DateFact, held: DraftText, also: Sequence[DateFact] = (), width: Width = Width.WORDS) -> PlainItem:
    """Return a date as an event. `also`: other places that give the same date for the same event."""
    words = event_words(fact, held, with_before=width is Width.WORDS)
    around = Span(min(words.span.start, fact.place.sentence.start), max(words.span.end, fact.place.sentence.end))
    needed = [fact.place.span, words.span] if width is Width.WORDS else [fact.place.span]
    quotes = [shortest_quote(needed, around, held, width)]
    quotes += [shortest_quote([one.place.span], one.place.sentence, held, width) for one in also]
    standing = Standing.REPORTED if words.speaker is None else words.speaker.standing
    item = {"text": words.text, **_date(fact, is_event=True), **_said(words.speaker, standing, held)}
    return {**item, **UNCONFIRMED, "cites": _cites(_quotes(quotes), held)}


def point_item(sentence: Place, held: DraftText, *, whole: bool = False) -> PlainItem:
    """Return a sentence as a point, in the words of the article; with `whole` its attribution stays in any case."""
    words = point_words(sentence, held, whole=whole)
    quote = shortest_quote([words.span], sentence.sentence, held)
    standing = Standing.REPORTED if words.speaker is None else words.speaker.standing
    item: dict[str, PlainValue] = {"text": words.text, **_said(words.speaker, standing, held)}
    return {**item, **UNCONFIRMED, "cites": cite_of(quote, held)}


def source_item(fact: SpeakerFact, held: DraftText, width: Width = Width.WORDS) -> tuple[str, PlainItem]:
    """Return a speaker as a source that the article reports: its id and its item."""
    source_id, place = held.id_of(fact), fact.introduced
    if source_id is None or place is None:
        raise DraftError("the text does not name who says this")
    needed = [place.span]
    verb = fact.place.span
    if place.sentence.holds(*verb) and max(verb.start - place.span.end, place.span.start - verb.end) <= _NEAR:
        needed.append(verb)
    quote = shortest_quote(needed, place.sentence, held, width)
    item: dict[str, PlainValue] = {"kind": str(fact.kind)}
    if fact.name is not None:
        item |= _given(name=fact.name, role=fact.role if _says_role(fact, place.paragraph, held) else None)
    elif fact.role is not None:
        field = "role" if fact.kind is SourceKind.PERSON else "name" if fact.kind in _NAMED else "title"
        item |= _given(**{field: without_article(fact.role)})
    return source_id, {**item, "via": held.article, "cites": cite_of(quote, held)}


def _says_role(fact: SpeakerFact, paragraph: int, held: DraftText) -> bool:
    """Whether the paragraph that names a speaker gives the role as well, so that whoever reads it there finds both."""
    role = " ".join(fold_words(fact.role or "").casefold().split())
    return bool(role) and role in held.saved.paragraph(paragraph).text.casefold()


_NEAR = 30
"""Characters between a name and the verb of its attribution, up to which the quote of a source has both."""
_NAMED = frozenset({SourceKind.ORGANISATION, SourceKind.MEDIA})
"""Kinds whose description is their name: "the statistics office"."""


def _of_number(fact: NumberFact, held: DraftText, width: Width) -> Quote:
    needed = [fact.place.span]
    if fact.when is not None and fact.place.sentence.holds(*fact.when.place.span):
        needed.append(fact.when.place.span)
    if width is not Width.NUMBER:
        needed += label_places(fact, held)
    return shortest_quote(needed, fact.place.sentence, held, width)


def _counted(fact: NumberFact, held: DraftText) -> str:
    """Return a label where the text has no words for one: a unit that is what is counted, with a capital."""
    unit, language = fact.unit or "", held.saved.language
    is_measure = unit.lower() in language.scales or any(unit.lower() in words for words in language.measures.values())
    if not unit.isalpha() or is_measure:
        raise DraftError("no words of the text say what this number counts")
    return unit[0].upper() + unit[1:]


def _amount(amount: Amount) -> PlainItem:
    if not amount.is_interval:
        return {"value": _number(amount.high)}
    ends = {"low": _number(amount.low), "high": _number(amount.high)}
    return ends if amount.central is None else {"value": _number(amount.central), **ends}


def _number(value: Decimal) -> str:
    return f"{value:,f}"


def _date(fact: DateFact, *, is_event: bool) -> PlainItem:
    """Return the fields of a date. A figure has no `stated` beside its `when`: that would be its amount."""
    if fact.when is None:
        return _given(stated=fact.stated) if is_event else {}
    basis = fact.basis if fact.basis is not Basis.STATED else None
    return _given(when=fact.when.text, basis=basis, stated=fact.stated if is_event else None)


def _said(speaker: SpeakerFact | None, standing: Standing, held: DraftText) -> PlainItem:
    return _given(by=held.id_of(speaker), standing=standing if standing is not Standing.REPORTED else None)


def _given(**fields: str | None) -> PlainItem:
    """Return the fields that have a value."""
    return {name: str(value) for name, value in fields.items() if value}


def _quotes(found: Iterable[Quote]) -> list[Quote]:
    """Return quotes in the order of the text, each place once."""
    return list({one.span: one for one in sorted(found, key=lambda one: one.span)}.values())


def _cites(quotes: Sequence[Quote], held: DraftText) -> PlainValue:
    cites = [cite_of(one, held) for one in quotes]
    return cites[0] if len(cites) == 1 else cites
