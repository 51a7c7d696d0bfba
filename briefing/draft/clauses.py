"""The clauses of a sentence: where a stretch that can stand alone begins and ends."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.patterns import phrases
from briefing.evidence.result import Span


@lru_cache(maxsize=8)
def _ends(language: Language) -> re.Pattern[str]:
    """Return a pattern of what stands between two clauses: a mark, or a comma and a word that begins a clause."""
    words = phrases((*language.clause_breaks, *language.relatives, *language.joiners))
    return re.compile(rf";\s+|:\s+|\s[–—]\s|—|,\s+(?=(?:{words})\s)|(?<=\w)\s+(?=[(])|(?<=[)])\s+", re.IGNORECASE)


def clause_around(text: str, words: Span, sentence: Span, language: Language) -> Span:
    """Return the clause or clauses of a sentence that hold some words."""
    start, end = min(sentence.start, words.start), max(sentence.end, words.end)
    for found in _ends(language).finditer(text, start, end):
        if found.end() <= words.start:
            start = found.end()
        elif found.start() >= words.end:
            end = found.start()
            break
    return Span(start, end)
