"""Hedges of a number: "about 11,000", "3,000 or more", "exceeded 3 million"."""

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
_LARGE = 1000
"""A number from here on is hardly one of things that are passed one by one: "passed 12 laws"."""


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


@lru_cache(maxsize=1024)
def hedging(text: str, number: Number, language: Language) -> Hedging:
    """Return how a folded text hedges a number of its own."""
    patterns = _patterns(language)
    window = max(number.anchor - _REACH, 0)
    before = text[window : number.anchor]
    found = patterns.before.search(before)
    if found is not None:
        return _before(found, window, text, number, language)
    estimate = patterns.estimate.search(before)
    if estimate is not None:
        words = estimate["hedge"].lower()
        return Hedging(frozenset({Hedge.ABOUT}), window + estimate.start("hedge"), words, estimated=True)
    after = patterns.after.match(text[number.behind : number.behind + _REACH])
    if after is not None:
        words = after["hedge"].lower()
        return Hedging(language.after[words], number.behind + after.start("hedge"), words)
    return Hedging()


def _before(found: re.Match[str], window: int, text: str, number: Number, language: Language) -> Hedging:
    words = found["hedge"].lower()
    unsure = (found["word"] or "").lower() in language.no_hedge_after
    unsure = unsure or (words in language.quantities.not_over and _is_span(text, number, language))
    unsure = unsure or (words in language.quantities.unsure_hedges and not _is_large(found, number))
    hedges = frozenset[Hedge]() if unsure else language.before[words]
    return Hedging(hedges, window + found.start("hedge"), words, words in language.estimated, unsure)


def _is_span(text: str, number: Number, language: Language) -> bool:
    """Whether a number counts a span of time: in "over twelve months" it may be the whole of it."""
    behind = _WORD.match(text, number.behind)
    return behind is not None and behind["word"].lower() in language.spans


_WORD = re.compile(r"[ -](?P<word>[^\W\d_]+)")


def _is_large(found: re.Match[str], number: Number) -> bool:
    numeral = number.numeral
    money = found.string[found.end("hedge") :].strip()
    return numeral.percent or abs(numeral.values[0]) >= _LARGE or any(not each.isalpha() for each in money)


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    estimate: re.Pattern[str]
    after: re.Pattern[str]


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    edge = r"(?<![^\W_])"
    before = rf"(?:(?P<word>[^\W\d_]+)\s)??{edge}(?P<hedge>{phrases(language.before)})\s*{MONEY}$"
    estimate = rf"{edge}(?P<hedge>{'|'.join(language.quantities.estimated_things) or '(?!)'})\s{MONEY}$"
    after = rf"(?:\s[^\W\d_][\w-]*){{0,2}},?\s?(?P<hedge>{phrases(language.after)})(?=[.,;)!?]|$|\s(?!\w*\d))"
    return _Patterns(*(re.compile(each, re.IGNORECASE) for each in (before, estimate, after)))
