"""The names and hedges of a text, for underlining only: people, organisations, places; "about", "may", "suggests"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from briefing.evidence.facts.names_of_text import NamesOfText
from briefing.evidence.facts.quantities import quantities
from briefing.evidence.facts.values import Marked, Place
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.evidence.words.cues import find_cues
from briefing.evidence.words.prose import Prose

_MOST_SENTENCES = 40_000
"""Sentences that are read: about four times those of a megabyte of news."""


def marked(saved: SavedText) -> tuple[Marked, ...]:
    """Return the names and hedges of a text outside its title, in order. A language without a table has none."""
    return tuple(_marked(saved)) if saved.language.complete else ()


def _marked(saved: SavedText) -> Iterator[Marked]:
    names = NamesOfText(saved)
    every = ((number, *one) for number in range(1, len(saved.blocks)) for one in saved.sentences(number))
    for number, within, prose in islice(every, _MOST_SENTENCES):
        found = [
            *((span, True) for span in names.names_in(prose.text)),
            *((span, False) for span in _hedges(prose)),
        ]
        if not found:
            continue
        sentence = saved.original(*within)
        for span, is_name in sorted(set(found)):
            place = saved.original(within.start + span.start, within.start + span.end)
            yield Marked(Place(number, sentence, place), is_name)


def _hedges(prose: Prose) -> Iterator[Span]:
    """Yield the hedges of the numbers of a sentence, and its words of doubt."""
    for one in prose.once(quantities):
        if one.hedge.start >= 0:
            yield Span(one.hedge.start, one.hedge.start + len(one.hedge.words))
    for cue in find_cues(prose).doubt:
        yield Span(cue.start, cue.end)
