"""Whether a date is that of another verb than a number: "employs 345,000 people and was founded in 1919"."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern, phrases
from briefing.evidence.result import Span


def is_of_other_verb(text: str, begin: int, date: Span, number: Span, language: Language) -> bool:
    """Whether an "and" with a verb of its own stands between a date and a number of one sentence.

    `begin` is where the sentence begins: a date at its head is that of every verb behind it, and so is one behind all
    of them, unless it is an auxiliary that has no number: "sold 40 cars and hired 12 people in 2019".
    """
    patterns = _patterns(language)
    if number.end <= date.start:
        found = patterns.auxiliary.search(text, number.end, date.start)
        return found is not None and _DIGIT.search(text, found.end(), date.start) is None
    found = patterns.verb.search(text, date.end, number.start)
    is_ahead = patterns.own.search(text, begin, date.start) is not None
    return found is not None and is_ahead and _DIGIT.search(text, date.end, found.start()) is None


_DIGIT = LazyPattern(r"\d")


class _Patterns:
    """The words of one language around a second verb."""

    def __init__(self, language: Language) -> None:
        auxiliaries = language.discourse.auxiliaries - {language.counting.to_do} - frozenset(language.counting.links)
        joined = rf"(?<!\w)(?:{phrases(language.joiners)})\s(?:[^\W\d_]+\s)?"
        verbs = auxiliaries | frozenset(language.counting.level_verbs) | language.counting.state_verbs
        self.auxiliary = re.compile(rf"{joined}(?:{phrases(auxiliaries)})", re.IGNORECASE)
        self.verb = re.compile(rf"{joined}(?:{phrases(verbs)})", re.IGNORECASE)
        self.own = re.compile(rf"(?<!\w)(?:{phrases(auxiliaries)})", re.IGNORECASE)


@lru_cache(maxsize=8)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)
