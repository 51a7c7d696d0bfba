"""The tense of a date: whether what it belongs to lies behind the day on which it was said, or ahead of it."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.numbers.numerals import phrases
from briefing.evidence.words.prose import Prose


class Tense(Enum):
    """Whether what a date belongs to lies behind the article or ahead of it."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class _Patterns:
    """The expressions of one language."""

    def __init__(self, language: Language) -> None:
        small = re.IGNORECASE
        self.future = re.compile(rf"(?<!\w)(?:{phrases([*language.future, *language.future_told])})", small)
        ends = "|".join(rf"[^\W\d_]{{2,}}{re.escape(end)}(?!\w)" for end in language.past_endings) or "(?!)"
        self.past = re.compile(rf"(?<![\w-])(?:{phrases(language.past)}|{ends})", small)
        self.saying = re.compile(rf"(?<!\w)(?:{phrases(language.saying)})(?P<rest>.*)$", small | re.DOTALL)


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


_NEAR = 3
"""Words between a verb of saying and the day on which it was said."""


def tense(prose: Prose, start: int, end: int) -> Tense:
    """Return the tense of what a date belongs to: that of the nearest word before it that shows one, or else behind."""
    patterns = _patterns(prose.language)
    before, after = prose.text[:start], prose.text[end:]
    future = max((found.end() for found in patterns.future.finditer(before)), default=-1)
    verbs = [found for found in patterns.past.finditer(before) if found.end() > future]
    if verbs:
        saying = patterns.saying.match(before, verbs[-1].start())
        if saying is None or len(saying["rest"].split()) <= _NEAR:
            return Tense.PAST
        return Tense.OPEN
    if future >= 0:
        return Tense.FUTURE
    ahead, past = patterns.future.search(after), patterns.past.search(after)
    if ahead is not None and (past is None or ahead.start() < past.start()):
        return Tense.FUTURE
    return Tense.OPEN if past is None else Tense.PAST
