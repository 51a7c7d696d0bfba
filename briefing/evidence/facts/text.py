"""What a whole text says: its numbers, dates and speakers, and its sentences."""

from __future__ import annotations

from briefing.evidence.facts.dates import date_facts
from briefing.evidence.facts.numbers import number_facts
from briefing.evidence.facts.speakers import speaker_facts
from briefing.evidence.facts.values import Place, TextFacts
from briefing.evidence.saved_text import SavedText
from briefing.format.dates import Edtf


def text_facts(saved: SavedText, published: Edtf | None) -> TextFacts:
    """Return what a text says. `published`: its date of publication. None: not known, so nothing is reckoned."""
    dates = date_facts(saved, published)
    speakers = speaker_facts(saved)
    numbers = number_facts(saved, dates, speakers)
    return TextFacts(numbers, dates, speakers, tuple(_sentences(saved)))


def _sentences(saved: SavedText) -> list[Place]:
    found: list[Place] = []
    for number in range(1, len(saved.blocks)):
        for one in saved.sentence_spans(number):
            span = saved.original(*one)
            found.append(Place(number, span, span))
    return found
