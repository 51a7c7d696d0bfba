"""The hedge of a number: "about 11,000", "3,000 or more", "exceeded 3 million"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.numeral import money
from briefing.evidence.patterns import GrowingPattern, LazyPattern, WordChoice, phrases
from briefing.evidence.words.prose import Prose
from briefing.format.model import Hedge

_REACH = 44
"""Characters before and after a number that are searched for its hedge."""
_LARGE = 1000
"""Before a number this large, "passed" is a hedge and not a verb: "passed 12 laws"."""


class NumberHedge(NamedTuple):
    """The hedge that a text gives to one number."""

    hedges: frozenset[Hedge] = frozenset()
    """The values of `approx` that express it. Empty: the number has no hedge."""
    start: int = -1
    """Offset of the hedge. -1: none."""
    words: str = ""
    """As written, in small letters."""
    estimated: bool = False
    """True: the hedge says "estimated", which the standing of a claim can express as well."""
    unsure: bool = False
    """True: the words before the number may be a hedge or a plain preposition; no rule can tell."""


def hedge_of(prose: Prose, number: NumberMention) -> NumberHedge:
    """Return the hedge of a number of some prose."""
    return prose.of_number(number, _hedging)


def _hedging(prose: Prose, number: NumberMention) -> NumberHedge:
    text, language = prose.text, prose.language
    patterns = _patterns(language)
    window = max(number.hedge_offset - _REACH, 0)
    before = text[window : number.hedge_offset]
    found = None
    if _may_be_hedged(before, patterns):
        found = patterns.before.search(before, _beginning(before, patterns.first_words))
    if found is not None:
        return _before(found, window, text, number, language)
    estimate = patterns.estimate.search(before) if patterns.may_estimate.search(before) is not None else None
    if estimate is not None:
        words = estimate["hedge"].lower()
        return NumberHedge(frozenset({Hedge.ABOUT}), window + estimate.start("hedge"), words, estimated=True)
    behind = text[number.behind : number.behind + _REACH]
    after = None
    if not patterns.words_after.isdisjoint(_TOKEN.findall(behind.lower())):
        after = patterns.after.match(behind)
    if after is not None:
        words = after["hedge"].lower()
        return NumberHedge(language.hedges_after[words], number.behind + after.start("hedge"), words)
    return NumberHedge()


def _may_be_hedged(before: str, patterns: _Patterns) -> bool:
    """Whether the words before a number may end with a hedge, perhaps followed by an article or a currency."""
    tokens = _TOKEN.findall(before.lower())
    if patterns.first_words.isdisjoint(tokens):
        return False
    for token in reversed(tokens):
        if token in patterns.last_words:
            return True
        if patterns.money.fullmatch(token) is None:
            return False
    return False


def _beginning(before: str, first_words: frozenset[str]) -> int:
    """Return the offset of the word before the first one that a hedge may begin with."""
    last = 0
    for token in _TOKEN.finditer(before):
        if token.group().lower() in first_words:
            return last
        last = token.start()
    return 0


_TOKEN = LazyPattern(r"[^\W\d_]+|[^\w\s]")
"""A word or a sign."""


def _before(found: re.Match[str], window: int, text: str, number: NumberMention, language: Language) -> NumberHedge:
    words = found["hedge"].lower()
    unsure = (found["word"] or "").lower() in language.no_hedge_after
    unsure = unsure or (words in language.quantities.not_over and _is_span(text, number, language))
    unsure = unsure or (words in language.quantities.unsure_hedges and not _is_large(found, number))
    hedges = frozenset[Hedge]() if unsure else language.hedges_before[words]
    return NumberHedge(hedges, window + found.start("hedge"), words, words in language.estimated, unsure)


def _is_span(text: str, number: NumberMention, language: Language) -> bool:
    """Whether a number counts a span of time: "over twelve months" may mean during them."""
    behind = _WORD.match(text, number.behind)
    return behind is not None and behind["word"].lower() in language.time_units


_WORD = LazyPattern(r"[ -](?P<word>[^\W\d_]+)")


def _is_large(found: re.Match[str], number: NumberMention) -> bool:
    numeral = number.numeral
    money = found.string[found.end("hedge") :].strip()
    return numeral.percent or abs(numeral.values[0]) >= _LARGE or any(not each.isalpha() for each in money)


class _Patterns(NamedTuple):
    before: GrowingPattern
    first_words: frozenset[str]
    """First words and signs of the hedges that stand before a number."""
    may_estimate: LazyPattern
    """The first letters of words for an estimate."""
    estimate: GrowingPattern
    last_words: frozenset[str]
    """Last words and signs of the hedges that stand before a number."""
    words_after: frozenset[str]
    """First words and signs of the hedges that stand after a number."""
    after: LazyPattern
    money: GrowingPattern
    """A word or a sign that may stand between a hedge and its number."""


def _first_words(hedges: Iterable[str]) -> frozenset[str]:
    return frozenset(found.group() for each in hedges if (found := _TOKEN.match(each)) is not None)


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    edge = r"(?<![^\W_])"
    estimates = "|".join(language.quantities.estimated_things) or "(?!)"
    after = rf"(?:\s[^\W\d_][\w-]*){{0,2}},?\s?(?P<hedge>{phrases(language.hedges_after)})(?=[.,;)!?]|$|\s(?!\w*\d))"

    def before(choice: WordChoice) -> str:
        hedges = choice.phrases(language.hedges_before)
        return rf"(?:(?P<word>[^\W\d_]+)\s)??{edge}(?P<hedge>{hedges})\s*{money(choice)}$"

    return _Patterns(
        GrowingPattern(before, re.IGNORECASE),
        _first_words(language.hedges_before),
        LazyPattern("|".join({each[:3] for each in language.quantities.estimated_things}) or "(?!)", re.IGNORECASE),
        GrowingPattern(lambda choice: rf"{edge}(?P<hedge>{estimates})\s{money(choice)}$", re.IGNORECASE),
        frozenset(_TOKEN.findall(each)[-1] for each in language.hedges_before),
        _first_words(language.hedges_after),
        LazyPattern(after, re.IGNORECASE),
        GrowingPattern(lambda choice: rf"{money(choice)}|[^\W\d_]{{1,3}}|[^\w\s]"),
    )
