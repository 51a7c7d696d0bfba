"""Owns what the checker knows of languages: one table each, found by tag."""

from __future__ import annotations

from briefing.evidence.languages.english import ENGLISH
from briefing.evidence.languages.french import FRENCH
from briefing.evidence.languages.german import GERMAN
from briefing.evidence.languages.table import Language

_TABLES = {language.tag: language for language in (ENGLISH, FRENCH, GERMAN)}


def table(tag: str | None) -> Language | None:
    """Return the table for a BCP 47 tag, by its primary part. None: the checker does not know the language."""
    return _TABLES.get((tag or "en").split("-", 1)[0].lower())


__all__ = ["Language", "table"]
