"""The languages that the checker knows: one table each, found by tag."""

from __future__ import annotations

from functools import lru_cache

from briefing.evidence.languages.connectors import Connectors, united
from briefing.evidence.languages.english import ENGLISH
from briefing.evidence.languages.french import FRENCH
from briefing.evidence.languages.german import GERMAN
from briefing.evidence.languages.plain import WITH_SMALL_WORDS, plain_language
from briefing.evidence.languages.spanish import SPANISH
from briefing.evidence.languages.table import Language

TABLES = {language.tag: language for language in (ENGLISH, FRENCH, GERMAN, SPANISH)}
"""The languages with a table of words, by their tag."""


def table(tag: str | None) -> Language:
    """Return the language of a BCP 47 tag, by its primary part. None stands for English, as in a brief.

    A language without a table of words gets one that only knows its digits and is not `complete`.
    """
    primary = (tag or "en").split("-", 1)[0].lower()
    return TABLES.get(primary) or plain_language(primary)


def connectors() -> Connectors:
    """Return the small words of all languages together: names, units and date lines mix them in one text."""
    return _connectors(tuple(TABLES.values()))


@lru_cache(maxsize=8)
def _connectors(tables: tuple[Language, ...]) -> Connectors:
    return united(language.connectors for language in (*tables, *map(plain_language, WITH_SMALL_WORDS)))


__all__ = ["TABLES", "Connectors", "Language", "connectors", "table"]
