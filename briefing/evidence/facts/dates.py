"""The dates of a text as EDTF, stated by it or reckoned from its date of publication."""

from __future__ import annotations

from briefing.evidence.facts.values import DateFact
from briefing.evidence.saved_text import SavedText
from briefing.format.dates import Edtf


def date_facts(saved: SavedText, published: Edtf | None) -> tuple[DateFact, ...]:
    """Return the dates of a text, in order. `published` None: nothing is reckoned."""
    del saved, published
    return ()
