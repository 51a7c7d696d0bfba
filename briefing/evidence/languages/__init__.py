"""What the checker knows of languages: one table each, found by tag."""

from __future__ import annotations

from briefing.evidence.languages.english import ENGLISH
from briefing.evidence.languages.french import FRENCH
from briefing.evidence.languages.german import GERMAN
from briefing.evidence.languages.plain import plain
from briefing.evidence.languages.spanish import SPANISH
from briefing.evidence.languages.table import Language

_TABLES = {language.tag: language for language in (ENGLISH, FRENCH, GERMAN, SPANISH)}


def table(tag: str | None) -> Language:
    """Return the table for a BCP 47 tag, by its primary part; None stands for English, as in a brief.

    A language without a table of its own gets one that knows its digits only, and is not `complete`.
    """
    primary = (tag or "en").split("-", 1)[0].lower()
    return _TABLES.get(primary) or plain(primary)


__all__ = ["Language", "table"]
