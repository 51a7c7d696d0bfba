"""Who speaks in a quotation of which only a part is added: without a speaker, an opinion would become a fact."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.draft.draft_text import DraftError, DraftText
from briefing.draft.items import source_item
from briefing.draft.sentences import is_balanced
from briefing.evidence.facts.quotations import quotations
from briefing.evidence.facts.values import Place, SpeakerFact
from briefing.evidence.quotes.paragraphs import paragraph_at
from briefing.evidence.result import Span
from briefing.format.write import PlainItem, PlainValue

_MARKS = "\"'“”„‟‘’‚‛«»‹›"
_EDGES = f"{_MARKS} \t\n,;:"
_BEHIND = frozenset({"standing", "note", "reviewed", "cites"})
"""Keys that stand behind `by`."""


def with_speaker(item: PlainItem, words: Span, held: DraftText) -> PlainItem:
    """Return an item about some words with the speaker whose quotation holds them, as `by`; without marks left open.

    Raises:
        DraftError: they are a part of a quotation, and the text does not say whose.
    """
    quotation = quotation_around(words, held)
    if quotation is not None:
        speaker = _speaker_in(quotation, held)
        if speaker is not None and item.get("by", held.id_of(speaker)) == held.id_of(speaker):
            item = _with_by(item, speaker, words, held)
        elif "by" not in item:
            raise DraftError("this is a part of a quotation, and the text does not say here whose")
    text = item.get("text")
    if "by" not in item or not isinstance(text, str) or is_balanced(text):
        return item
    if is_balanced(text.strip(_MARKS)):
        return {**item, "text": _ended(text.strip(_MARKS))}
    shared = (_shared(words, one) for one in _quotations_at(words, held))
    inside = max(shared, key=lambda one: one.end - one.start, default=Span(0, 0))
    bare = " ".join(held.text[inside.start : inside.end].strip(_EDGES).split())
    if not bare or not is_balanced(bare):
        raise DraftError("this is a part of a quotation that begins or ends inside it")
    return {**item, "text": _ended(bare[0].upper() + bare[1:])}


def _shared(one: Span, other: Span) -> Span:
    start = max(one.start, other.start)
    return Span(start, max(start, min(one.end, other.end)))


def _ended(text: str) -> str:
    return text if text[-1:] in ".!?…" else f"{text}."


def quotation_around(words: Span, held: DraftText) -> Span | None:
    """Return the quotation that holds some words, their own marks aside. None: they are not inside one."""
    start, end = words
    while start < end and not held.text[start].isalnum():
        start += 1
    while end > start and not held.text[end - 1].isalnum():
        end -= 1
    every = _quotations_at(Span(start, end), held)
    return next((one for one in every if one.start < start and end < one.end), None)


def _quotations_at(words: Span, held: DraftText) -> list[Span]:
    """Return the quotations of the paragraph in which some words begin."""
    return _quotations(paragraph_at(held.saved.blocks, words.start), held)


def _quotations(paragraph: int, held: DraftText) -> list[Span]:
    folded, within = held.saved.folded, held.saved.within(paragraph)
    found = quotations(folded, within)
    return [Span(folded.origin(within.start + one.start), folded.origin_end(within.start + one.end)) for one in found]


def _speaker_in(quotation: Span, held: DraftText) -> SpeakerFact | None:
    """Return who speaks in a quotation. None: nobody is named, or it may be one of several.

    It is who is said to say a part of it; else the only one who speaks in its paragraph. A quotation that goes on from
    the paragraph before has the speaker of that.
    """
    place = _place_of(quotation, held)
    while True:
        here = [one for one in held.facts.speakers if one.place.paragraph == place.paragraph]
        said = [one for one in here if one.covers.start < quotation.end and quotation.start < one.covers.end]
        named = {held.id_of(one): one for one in said or here}
        if named or place.paragraph < 1:
            return next(iter(named.values())) if len(named) == 1 and None not in named else None
        before = _quotations(place.paragraph - 1, held)
        block = held.saved.blocks[place.paragraph - 1]
        goes_on = before and before[-1].end >= len(held.text[: block.end].rstrip()) and not _is_closed(before[-1], held)
        if not goes_on:
            return None
        quotation = before[-1]
        place = _place_of(quotation, held)


def _is_closed(quotation: Span, held: DraftText) -> bool:
    return held.text[quotation.start : quotation.end].rstrip()[-1:] in _MARKS


def _place_of(words: Span, held: DraftText) -> Place:
    return Place(paragraph_at(held.saved.blocks, words.start), words, words)


def _with_by(item: PlainItem, speaker: SpeakerFact, words: Span, held: DraftText) -> PlainItem:
    """Return an item with a speaker, and with a second cite of the words that name them if its sentence does not."""
    if "by" in item and speaker.place.sentence.holds(*words):
        return item
    source_id, source = source_item(speaker, held)
    before = {key: value for key, value in item.items() if key not in {*_BEHIND, "by"}}
    behind = {key: value for key, value in item.items() if key in _BEHIND and key != "cites"}
    cites = [*_listed(item["cites"]), *_listed(source["cites"])]
    return {**before, "by": source_id, **behind, "cites": cites}


def _listed(cites: PlainValue) -> list[PlainValue]:
    return [*cites] if isinstance(cites, Sequence) and not isinstance(cites, str) else [cites]
