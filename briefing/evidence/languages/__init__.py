"""The languages that the checker knows: one table each, found by tag."""

from __future__ import annotations

from briefing.evidence.languages import (
    english_connectors,
    french_connectors,
    german_connectors,
    spanish_connectors,
)
from briefing.evidence.languages.connectors import Connectors
from briefing.evidence.languages.plain import WITH_SMALL_WORDS, plain_language
from briefing.evidence.languages.table import Language
from briefing.evidence.languages.tables import LanguageSource, LanguageTables


def _english() -> Language:
    from briefing.evidence.languages.english import ENGLISH

    return ENGLISH


def _french() -> Language:
    from briefing.evidence.languages.french import FRENCH

    return FRENCH


def _german() -> Language:
    from briefing.evidence.languages.german import GERMAN

    return GERMAN


def _spanish() -> Language:
    from briefing.evidence.languages.spanish import SPANISH

    return SPANISH


TABLES = LanguageTables(
    {
        "en": LanguageSource(english_connectors.CONNECTORS, _english),
        "fr": LanguageSource(french_connectors.CONNECTORS, _french),
        "de": LanguageSource(german_connectors.CONNECTORS, _german),
        "es": LanguageSource(spanish_connectors.CONNECTORS, _spanish),
    },
    lambda: tuple(plain_language(tag).connectors for tag in WITH_SMALL_WORDS),
)
"""The languages with a table of words, by their tag. Each is imported when a text needs it."""


def table(tag: str | None) -> Language:
    """Return the language of a BCP 47 tag, by its primary part. None stands for English, as in a brief.

    A language without a table of words gets one that only knows its digits and is not `complete`.
    """
    primary = (tag or "en").split("-", 1)[0].lower()
    return TABLES[primary] if primary in TABLES else plain_language(primary)


def connectors() -> Connectors:
    """Return the small words of all languages together: names, units and date lines mix them in one text."""
    return TABLES.connectors()


__all__ = ["TABLES", "Connectors", "Language", "connectors", "table"]
