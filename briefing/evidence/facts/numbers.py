"""The numbers of a text that say how many or how much, each with its unit, hedge and kind, and what it counts."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evidence.facts.values import DateFact, NumberFact, SpeakerFact
from briefing.evidence.saved_text import SavedText


def number_facts(
    saved: SavedText, dates: Sequence[DateFact], speakers: Sequence[SpeakerFact]
) -> tuple[NumberFact, ...]:
    """Return the numbers of a text, in order; those inside dates are left out."""
    del saved, dates, speakers
    return ()
