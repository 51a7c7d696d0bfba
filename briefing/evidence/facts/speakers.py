"""Who says, shows or estimates something in a text."""

from __future__ import annotations

from briefing.evidence.facts.values import SpeakerFact
from briefing.evidence.saved_text import SavedText


def speaker_facts(saved: SavedText) -> tuple[SpeakerFact, ...]:
    """Return the attributions of a text, in order."""
    del saved
    return ()
