"""A saved text while it is briefed: the things in it that can be added to a brief, and which of them a brief has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from functools import cached_property

from briefing.base.named_tuple import NamedTuple
from briefing.draft.draft_text import DraftError, DraftText
from briefing.draft.items import event_item, figure_item, point_item, source_item
from briefing.draft.quotes import cite_of, shortest_quote
from briefing.draft.spoken_words import with_speaker
from briefing.edit.references import ItemPath
from briefing.evidence.dossier import text_source_of
from briefing.evidence.facts.marks import marked
from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact
from briefing.evidence.quotes.paragraphs import paragraph_at
from briefing.evidence.result import Evidence, QuoteState, Span
from briefing.format.dates.wording import date_words
from briefing.format.model import Brief
from briefing.format.write import PlainItem


class ThingKind(StrEnum):
    """What can be added."""

    NUMBER = "number"
    DATE = "date"
    SPEAKER = "speaker"


BLOCKS = {ThingKind.NUMBER: "figures", ThingKind.DATE: "timeline", ThingKind.SPEAKER: "sources"}
"""The block of the brief that a thing belongs to; a sentence belongs to `summary`."""


class Thing(NamedTuple):
    """A number, a date or a speaker in the text."""

    span: Span
    """Its words; of a speaker the name, where the sentence has it."""
    kind: ThingKind
    place: Place
    fact: NumberFact | DateFact | SpeakerFact
    is_key: bool
    """False: it is no figure or event of its own, such as an age, the date line, a speaker who was named before."""


class NewItem(NamedTuple):
    """An item to be added to a brief."""

    block: str
    item: PlainItem
    key: str | None = None
    """The id of a source."""
    span: Span = Span(0, 0)
    """The words of the text that it is about."""
    fact: NumberFact | DateFact | None = None
    """The number or date that it is. None: it is a point or a source."""


class Progress(NamedTuple):
    """How much of a text is in a brief."""

    found: Mapping[ThingKind, tuple[int, int]]
    """By kind: how many are in the brief, and of how many."""
    left: tuple[Thing, ...]
    """Those that no item quotes, in the order of the text."""
    quoted: tuple[Span, ...]
    """The stretches that items quote, in order, without overlaps."""
    quotes: tuple[tuple[Span, ItemPath], ...] = ()
    """Each stretch with the item that quotes it, in the order of the brief."""

    @property
    def totals(self) -> tuple[int, int]:
        """How many things are in the brief, and of how many."""
        return sum(one for one, _ in self.found.values()), sum(of for _, of in self.found.values())

    def items_at(self, span: Span) -> list[ItemPath]:
        """Return the items that quote a stretch, or the beginning of it, those with the shortest quotes first."""
        found = [(one.end - one.start, path) for one, path in self.quotes if one.has(span.start)]
        return list(dict.fromkeys(path for _, path in sorted(found, key=lambda pair: pair[0])))

    def first_of(self, path: ItemPath) -> Span | None:
        """Return the first stretch that an item quotes. None: none is found."""
        return min((span for span, one in self.quotes if one == path), default=None)

    def has(self, span: Span) -> bool:
        """Tell whether items quote a whole stretch."""
        at = bisect_right(self.quoted, span.start, key=lambda one: one.start) - 1
        return at >= 0 and self.quoted[at].holds(*span)


class BriefedText:
    """What can be added of one text."""

    def __init__(self, held: DraftText) -> None:
        self.held = held

    @property
    def text(self) -> str:
        """The text as it is saved."""
        return self.held.text

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Every number, date and speaker outside the title, in the order of the text."""
        facts = self.held.facts
        found = [Thing(one.place.span, ThingKind.NUMBER, one.place, one, not one.is_passing) for one in facts.numbers]
        for date in facts.dates:
            is_key = date.is_event and not date.is_date_line
            found.append(Thing(date.place.span, ThingKind.DATE, date.place, date, is_key))
        found += self._speakers()
        return tuple(sorted((one for one in found if one.place.paragraph), key=lambda one: (one.span, one.kind)))

    def _speakers(self) -> Iterator[Thing]:
        seen: set[str] = set()
        for one in self.held.facts.speakers:
            source_id = self.held.id_of(one)
            if source_id is None or one.introduced is None:
                continue
            is_here = one.place.sentence.holds(*one.introduced.span)
            place = one.introduced if is_here else one.place
            yield Thing(place.span, ThingKind.SPEAKER, place, one, source_id not in seen)
            seen.add(source_id)

    @cached_property
    def sentences(self) -> tuple[Place, ...]:
        """Every sentence outside the title, in the order of the text."""
        return self.held.facts.sentences

    @cached_property
    def marked(self) -> tuple[Span, ...]:
        """Every stretch that is underlined unless items quote it: the things, and other names and hedges."""
        return tuple(
            sorted(
                {
                    *(one.span for one in self.things),
                    *(one.place.span for one in marked(self.held.saved)),
                }
            )
        )

    def things_of(self, sentence: Place) -> tuple[Thing, ...]:
        """Return the things that begin in a sentence."""
        return tuple(one for one in self.things if sentence.span.has(one.span.start))

    def progress(self, brief: Brief, evidence: Evidence | None) -> Progress:
        """Return how much of the text is in a brief; with no evidence, nothing is known to be quoted."""
        quotes = tuple(_quoted(brief, evidence, self.held.article)) if evidence is not None else ()
        quoted = tuple(_merged(span for span, _ in quotes))
        nothing = Progress({}, (), quoted)
        sources = {source.id for source in brief.sources}
        key = [one for one in self.things if one.is_key]
        left = tuple(one for one in key if not self._is_in(one, nothing, sources))
        found = {
            kind: (
                sum(one.kind is kind for one in key) - sum(one.kind is kind for one in left),
                sum(one.kind is kind for one in key),
            )
            for kind in ThingKind
        }
        return Progress(found, left, quoted, quotes)

    def _is_in(self, thing: Thing, progress: Progress, sources: set[str]) -> bool:
        if isinstance(thing.fact, SpeakerFact):
            return self.held.id_of(thing.fact) in sources
        return progress.has(thing.span)

    def needs_label(self, thing: Thing) -> bool:
        """Tell whether nothing in the text says what a number counts."""
        return isinstance(thing.fact, NumberFact) and not thing.fact.label

    def new_item(self, thing: Thing, label: str = "") -> NewItem:
        """Return the item that a thing becomes. `label`: what a number counts, if the text does not say it.

        Raises:
            DraftError: no quote of the text carries it, or the text does not say whose words they are.
        """
        match thing.fact:
            case NumberFact():
                fact = replace(thing.fact, label=label or thing.fact.label)
                return self._said(NewItem("figures", figure_item(fact, self.held), None, thing.span, thing.fact))
            case DateFact():
                return self._said(NewItem("timeline", event_item(thing.fact, self.held), None, thing.span, thing.fact))
            case SpeakerFact():
                source_id, item = source_item(thing.fact, self.held)
                return NewItem("sources", _confirmed(item), source_id, thing.span)

    def new_point(self, sentence: Place) -> NewItem:
        """Return the point that a sentence becomes.

        Raises:
            DraftError: no quote of the text carries it, or the text does not say whose words they are.
        """
        return self._said(NewItem("summary", point_item(sentence, self.held), None, sentence.span))

    def new_point_of(self, words: Span) -> NewItem:
        """Return the point that the words of a selection become.

        Raises:
            DraftError: they are too long or too short for a quote, or stand in several places of one paragraph; or the
                text does not say whose words they are.
        """
        place = Place(paragraph_at(self.held.saved.blocks, words.start), words, words)
        return self._said(NewItem("summary", point_item(place, self.held, whole=True), None, words))

    def with_quote(self, new: NewItem, thing: Thing, point: NewItem) -> NewItem:
        """Return an item with the quote of a point of chosen words, which are the text of an event as well.

        A date that they do not have is left out of a figure.
        """
        if isinstance(thing.fact, DateFact):
            own = {key: value for key, value in new.item.items() if key in {"when", "basis", "stated"}}
            text = {"text": point.item["text"]}
            rest = {key: value for key, value in point.item.items() if key != "text"}
            return new._replace(item={**text, **own, **rest}, span=point.span)
        date = thing.fact.when if isinstance(thing.fact, NumberFact) else None
        is_dated = date is None or point.span.holds(*date.place.span)
        kept = {key: value for key, value in new.item.items() if is_dated or key not in {"when", "basis"}}
        return new._replace(item={**kept, "cites": point.item["cites"]}, span=point.span)

    def _said(self, new: NewItem) -> NewItem:
        """Return an item as a person adds it, with who says it where a quotation goes on."""
        return new._replace(item=_confirmed(with_speaker(new.item, new.span, self.held)))

    def cite(self, words: Span) -> PlainItem:
        """Return the words of a selection as a cite of an item.

        Raises:
            DraftError: they are too long or too short for a quote, or stand in several places of one paragraph.
        """
        return cite_of(shortest_quote([words], words, self.held), self.held)

    def speakers(self) -> Iterator[NewItem]:
        """Yield every source that the text names as saying something, each once, in the order of the text."""
        seen: set[str] = set()
        for thing in self.things:
            if isinstance(thing.fact, SpeakerFact) and (name := self.held.id_of(thing.fact)) and name not in seen:
                seen.add(name)
                with suppress(DraftError):
                    yield self.new_item(thing)

    def speakers_of(self, item: PlainItem) -> list[NewItem]:
        """Return the source that an item is said by, if the text names it; it may be in the brief already."""
        name = item.get("by")
        speaker = next((one for one in self.held.facts.speakers if name and self.held.id_of(one) == name), None)
        if speaker is None:
            return []
        source_id, source = source_item(speaker, self.held)
        return [NewItem("sources", _confirmed(source), source_id, speaker.place.span)]


def thing_words(thing: Thing) -> str:
    """Return what a thing is, in a few words, beside its own: what a number counts, what a date leaves open."""
    match thing.fact:
        case NumberFact():
            return thing.fact.label
        case DateFact():
            return "no exact date" if thing.fact.when is None else date_words(thing.fact.when)
        case SpeakerFact():
            return thing.fact.role or str(thing.fact.kind)


def _confirmed(item: PlainItem) -> PlainItem:
    """Return an item as a person adds it: it needs no review."""
    return {key: value for key, value in item.items() if key != "reviewed"}


def _quoted(brief: Brief, evidence: Evidence, article: str) -> Iterator[tuple[Span, ItemPath]]:
    """Yield where the words are that items quote from the saved text of a source, with the items."""
    paths: list[ItemPath] = [("summary", number) for number in range(len(brief.summary))]
    paths += [("figures", number) for number in range(len(brief.figures))]
    paths += [("timeline", number) for number in range(len(brief.timeline))]
    cited = [
        (path, claim.cites, evidence.cites.get(at, ()))
        for at, (path, claim) in enumerate(zip(paths, brief.claims(), strict=True))
    ]
    cited += [(("sources", one.id), one.cites, evidence.source_cites.get(one.id, ())) for one in brief.sources]
    sources = {one.id: text_source_of(one.id, brief) == article for one in brief.sources}
    for path, cites, verdicts in cited:
        for cite, verdict in zip(cites, verdicts, strict=False):
            if verdict.state is QuoteState.FOUND and verdict.span is not None and sources.get(cite.source):
                yield verdict.span, path


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches in order, those that touch as one."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


__all__ = [
    "BLOCKS",
    "BriefedText",
    "DraftError",
    "NewItem",
    "Progress",
    "Thing",
    "ThingKind",
    "thing_words",
]
