"""The item of a brief that is about some words of its text: what a change acts on, and what need not be added again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from briefing.draft.briefed_text import BLOCKS, BriefedText, NewItem, Progress, Thing
from briefing.edit.references import ItemPath
from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact
from briefing.evidence.result import Span
from briefing.format.model import Brief, Claim

_MOST_OF = 0.5
"""Share of a sentence that the quote of a point has at least, so that the point is that of the sentence."""


class ItemsThere:
    """The items of a brief, by the words of its text that they are about."""

    def __init__(self, brief: Brief, briefed: BriefedText, progress: Progress) -> None:
        self._brief, self._briefed, self._progress = brief, briefed, progress

    def about_thing(self, thing: Thing) -> ItemPath | None:
        """Return the item that a number, date or speaker has become. None: there is none.

        It quotes the words, and has the same value; or the words are the only number or date that it quotes.
        """
        if isinstance(thing.fact, SpeakerFact):
            source = self._brief.source(self._briefed.held.id_of(thing.fact) or "")
            return None if source is None else ("sources", source.id)
        quoting = [
            (span, path)
            for span, path in self._progress.quotes
            if path[0] == BLOCKS[thing.kind] and span.holds(*thing.span)
        ]
        same = next((path for _, path in quoting if _has_value(self._claim(path), thing.fact)), None)
        return same or next((path for span, path in quoting if self._is_only(thing, span)), None)

    def about_sentence(self, sentence: Place) -> ItemPath | None:
        """Return the point that quotes a sentence, or most of it. None: there is none."""
        start, end = sentence.span
        shared = [
            (min(end, span.end) - max(start, span.start), path)
            for span, path in self._progress.quotes
            if path[0] == "summary" and (span.holds(start, end) or sentence.span.holds(*span))
        ]
        most = max(shared, default=(0, None), key=lambda one: one[0])
        return most[1] if most[0] >= _MOST_OF * (end - start) else None

    def about_words(self, words: Span) -> ItemPath | None:
        """Return the first item whose quote is just these words. None: there is none."""
        return next((path for span, path in self._progress.quotes if span == words), None)

    def same_as(self, new: NewItem) -> ItemPath | None:
        """Return the item of the same block that has the same quote and the same number, date or words."""
        for path in dict.fromkeys(path for _, path in self._progress.quotes if path[0] == new.block):
            claim = self._claim(path)
            cites = new.item.get("cites")
            first = cites[0] if isinstance(cites, list) else cites
            quote = first.get("quote") if isinstance(first, dict) else None
            if claim is None or quote not in {cite.quote for cite in claim.cites}:
                continue
            if new.fact is None or _has_value(claim, new.fact):
                return path
        return None

    def _is_only(self, thing: Thing, quote: Span) -> bool:
        things = self._briefed.things
        first = bisect_left(things, quote.start, key=lambda one: one.span.start)
        last = bisect_left(things, quote.end, key=lambda one: one.span.start)
        return [one for one in things[first:last] if one.kind is thing.kind and quote.holds(*one.span)] == [thing]

    def _claim(self, path: ItemPath) -> Claim | None:
        blocks: Mapping[str, Sequence[Claim]] = {
            "summary": self._brief.summary,
            "figures": self._brief.figures,
            "timeline": self._brief.timeline,
        }
        block, number = blocks.get(path[0], ()), path[1]
        return block[number] if isinstance(number, int) and number < len(block) else None


def _has_value(claim: Claim | None, fact: NumberFact | DateFact) -> bool:
    """Whether a figure has a number, or an event a date."""
    if isinstance(fact, NumberFact):
        amount = getattr(claim, "amount", None)
        return amount is not None and (amount.low, amount.high) == (fact.amount.low, fact.amount.high)
    if claim is None:
        return False
    return claim.when == fact.when if fact.when is not None else claim.stated == fact.stated
