"""The clauses of a sentence: where a stretch that can stand alone begins and ends."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import phrases
from briefing.evidence.result import Span


@lru_cache(maxsize=8)
def _ends(language: Language) -> re.Pattern[str]:
    """Return a pattern of what stands between two clauses: a mark, or a comma and a word that begins a clause.

    A word that joins begins a clause only before a subject: "and" also stands in lists.
    """
    subject = rf"(?:{phrases(connectors().articles)})\s|[^\Wa-z_]|(?:{phrases(language.discourse.pronouns)})\s"
    joined = rf"(?:{phrases((*language.joiners, *language.clause_breaks))})\s(?:{subject})"
    behind = rf"(?:{phrases(language.relatives)})\s|(?-i:{joined})"
    return re.compile(rf"(?P<strong>;\s+|:\s+|(?P<dash>(?<!\d)\s[–—]\s|—))|,\s+(?={behind})", re.IGNORECASE)


def clause_around(text: str, words: Span, sentence: Span, language: Language) -> Span:
    """Return the clause or clauses of a sentence that hold some words.

    It begins only where the sentence does, or behind a mark: what follows a mere comma may lack its subject. An aside
    between two dashes is a part of the clause around it.
    """
    start, end = min(sentence.start, words.start), max(sentence.end, words.end)
    ends = list(_ends(language).finditer(text, start, end))
    dashes = [one.start() for one in ends if one["dash"]]
    is_around = len(dashes) > 1 and sum(dash < words.start for dash in dashes) % 2 == 0
    for found in ends:
        if is_around and (found["dash"] or sum(dash < found.start() for dash in dashes) % 2):
            continue
        if found.end() <= words.start:
            start = found.end() if found["strong"] else start
        elif found.start() >= words.end:
            end = found.start()
            break
    return Span(start, end)
