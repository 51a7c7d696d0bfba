"""Owns finding the hedge of a number: "about 11,000", "3,000 or more"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.languages import Language
from briefing.evidence.numbers import Number
from briefing.evidence.numerals import MONEY, phrases
from briefing.model import Hedge

_REACH = 44
"""Characters before and behind a number in which its hedge is looked for."""


class Hedging(NamedTuple):
    """How a text hedges one number."""

    hedges: frozenset[Hedge] = frozenset()
    """Every hedge of the format that puts it rightly. Empty: the text has none."""
    start: int = -1
    """Offset of the hedge. -1: none."""
    words: str = ""
    estimated: bool = False
    """The hedge is "estimated", which the standing of a claim can say as well."""
    unsure: bool = False
    """What stands before the number may be a hedge or a plain preposition: no rule decides."""


@lru_cache(maxsize=512)
def hedging(text: str, number: Number, language: Language) -> Hedging:
    """Return how a folded text hedges a number of its own."""
    before_pattern, after_pattern = _patterns(language)
    window = max(number.anchor - _REACH, 0)
    before = before_pattern.search(text[window : number.anchor])
    if before is not None:
        words = before["hedge"].lower()
        unsure = before["word"].lower() in language.no_hedge_after
        hedges = frozenset[Hedge]() if unsure else language.before[words]
        return Hedging(hedges, window + before.start("hedge"), words, words in language.estimated, unsure)
    after = after_pattern.match(text[number.end : number.end + _REACH])
    if after is not None:
        words = after["hedge"].lower()
        return Hedging(language.after[words], number.end + after.start("hedge"), words)
    return Hedging()


@lru_cache(maxsize=8)
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    edge = r"(?<![^\W_])"
    before = rf"(?P<word>[^\W\d_]*)\s?{edge}(?P<hedge>{phrases(language.before)})\s*{MONEY}$"
    after = rf"(?:\s[^\W\d_][\w-]*){{0,2}}\s?(?P<hedge>{phrases(language.after)})(?=[.,;)!?]|$|\s(?!\w*\d))"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)
