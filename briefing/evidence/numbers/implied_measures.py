"""Measures that a text implies without naming them: "11 m high" is a height, "a 15-week strike" has a length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.evidence.context import QuoteContext
from briefing.evidence.languages import Connectors, Language, connectors
from briefing.evidence.numbers.directions import Direction, direction_of, directions_in, speaks_of_change
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.measures import measure_families, units_beside
from briefing.evidence.numbers.number_role import NumberRole
from briefing.evidence.patterns import LazyPattern, phrases
from briefing.format.model import Amount, Figure, FigureKind

_TIME = "h"
_ATTRIBUTE = LazyPattern(r"-[^\W\d_]+-?\s[^\W\d_]")
"""What follows a number that is the length of the next word: "15-week strike"."""


@lru_cache(maxsize=8)
def _of(known: Connectors) -> re.Pattern[str]:
    """Return a pattern of what comes before a number that is the length of something: "a nap of 20 minutes"."""
    return re.compile(rf"[^\W\d_]\s(?:{phrases(known.of)})\s$")


def is_measured(word: str, figure: Figure, context: QuoteContext) -> bool:
    """Whether a word of a label, in small letters, names what the text measures by the number of the figure."""
    numbers = [one for one in context.prose.numbers if one.is_amount or one.role is NumberRole.AGE]
    mine = [one for one in numbers if context.quote.has(one.start) and _is_worth(one, figure)]
    if not mine:
        return False
    if figure.kind is FigureKind.CHANGE and any(_is_change(word, context, one) for one in mine):
        return True
    if word == context.language.counting.share.lower() and any(_is_share(one, context) for one in mine):
        return True
    return any(
        _is_said(beginnings, key, mine, numbers, context) for key, beginnings in _implied(word, context.language)
    )


def _is_worth(number: NumberMention, figure: Figure) -> bool:
    return isinstance(figure.amount, Amount) and any(
        abs(value) in {abs(figure.amount.low), abs(figure.amount.high)}
        for value in (*number.numeral.values, number.numeral.bare)
    )


def _is_change(word: str, context: QuoteContext, number: NumberMention) -> bool:
    """Whether a word for a change agrees with the direction of a number: "rise" where something rose."""
    way = direction_of(context.prose, number)
    if way is Direction.NONE:
        return False
    ways = directions_in(word, context.language)
    return way in ways or (not ways and speaks_of_change(word, context.language))


def _is_share(number: NumberMention, context: QuoteContext) -> bool:
    """Whether a number is a percentage of something: "12% of the vehicles"."""
    return number.numeral.percent and _of_something(connectors()).match(context.text, number.end) is not None


@lru_cache(maxsize=8)
def _of_something(known: Connectors) -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]*\s(?:{phrases(known.of)}|{phrases(known.of_the)})(?!\w)", re.IGNORECASE)


def _implied(word: str, language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the kinds of measure that a word of a label names, each with the words by which a text implies it."""
    for names, key, beginnings in language.quantities.implied:
        if word in names:
            yield key, beginnings


def _is_said(
    beginnings: tuple[str, ...],
    key: str,
    mine: Sequence[NumberMention],
    numbers: Sequence[NumberMention],
    context: QuoteContext,
) -> bool:
    text = context.text
    family = _family(key)
    measured = [one for one in mine if not family.isdisjoint(units_beside(context.prose, one).keys)]
    if not measured:
        return False
    if not beginnings:
        return True
    if key == _TIME and any(
        _ATTRIBUTE.match(text, one.end) or _of(connectors()).search(text[: one.hedge_offset]) for one in measured
    ):
        return True
    said = (word for word in context.prose.words if word.small.startswith(beginnings))
    return any(min(numbers, key=lambda one: one.distance(word.start, word.end)) in measured for word in said)


@lru_cache(maxsize=64)
def _family(key: str) -> frozenset[str]:
    return measure_families(frozenset({key}))
