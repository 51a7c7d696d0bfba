"""The interval of a figure: whether a quote gives its low and high as the two ends of one range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Language
from briefing.evidence.numbers.figure_match import FigureMatch, FigureMatcher
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.hedges import hedge_of
from briefing.evidence.numbers.numeral import money
from briefing.evidence.patterns import GrowingPattern, LazyPattern, phrases
from briefing.format.model import Amount, Hedge

_REACH = 40


class IntervalMatch(NamedTuple):
    """The ranges in the quotes that match the interval of a figure."""

    matches: list[FigureMatch]
    """The lower end of each matching range. Empty: no quote gives the interval as one range."""
    reason: str | None = None
    """Why it cannot be decided. None: it is decided."""
    bounded: bool = False
    """True: the ends are given apart, each by a hedge: "at least 3, but no more than 12"."""


def match_interval(case: Case, matcher: FigureMatcher, amount: Amount) -> IntervalMatch:
    """Return the ranges in the quotes that match the interval of a figure."""
    loose: list[FigureMatch] = []
    for context in case.contexts:
        for left, right, sure in _pairs(context):
            if not matcher.is_match(context, left, amount.low) or not matcher.is_match(context, right, amount.high):
                continue
            if (left.numeral.values[0] < 0) is not (amount.low < 0) and not _is_fallen(matcher, context, left, amount):
                continue
            if sure:
                return IntervalMatch([(context, left)])
            loose.append((context, left))
        if (spread := _spread(context, matcher, amount)) is not None:
            return IntervalMatch([(context, spread)])
    if loose:
        return IntervalMatch(loose, "'from … to' may be a change")
    return _apart(matcher, amount)


def _is_fallen(matcher: FigureMatcher, context: QuoteContext, left: NumberMention, amount: Amount) -> bool:
    """Whether an interval below zero is told as a fall: "fell by 3 to 4 %"."""
    return amount.low < 0 and bool(matcher.with_right_sign([(context, left)], amount.low))


def _pairs(context: QuoteContext) -> Iterator[tuple[NumberMention, NumberMention, bool]]:
    """Yield the ranges of a quote as lower end, upper end, and whether it is surely a range."""
    found = context.numbers()
    for left, right in pairwise(found):
        if left.loose == right.start:
            yield left, right, False
        elif (
            left.other_end is not None and right.other_end is not None and left.hedge_offset == right.hedge_offset
        ) or (_LISTED.fullmatch(context.text[left.end : right.start]) and _is_interval(context, left, right)):
            yield left, right, True


_LISTED = LazyPattern(r"[,;] ?-?")
_BEFORE_INTERVAL = LazyPattern(r"(?:\bC\.?I\.?\b[:=,]? ?[(\[]?|[\[(])-?$")


def _is_interval(context: QuoteContext, left: NumberMention, right: NumberMention) -> bool:
    """Whether two numbers separated by a comma are an interval: "(95% CI 61, 74)", "[61; 74]"."""
    before = context.text[max(left.start - _REACH, 0) : left.start]
    closed = context.text[right.end : right.end + 1]
    return _BEFORE_INTERVAL.search(before) is not None and (closed in {")", "]"} or "CI" in before)


def _spread(context: QuoteContext, matcher: FigureMatcher, amount: Amount) -> NumberMention | None:
    """Return the middle of "68 ± 4" if the interval of the figure is what this means. None: there is none such."""
    found = context.numbers()
    for value, off in pairwise(found):
        if _tolerance(context.language).fullmatch(context.text[value.end : off.start]) is None:
            continue
        middle, by = value.numeral.bare, off.numeral.bare
        scale = value.numeral.scale if value.numeral.scale != 1 else off.numeral.scale
        ends = (middle - by, middle + by)
        if ends == (amount.low, amount.high) or all(
            each * scale in set(matcher.possible_values(one, context))
            for each, one in zip(ends, (amount.low, amount.high), strict=True)
        ):
            return value
    return None


@lru_cache(maxsize=64)
def _tolerance(language: Language) -> GrowingPattern:
    tolerance = language.quantities.tolerance
    return GrowingPattern(lambda choice: rf"[ ]?\w*,?\s?\(?(?:{phrases(tolerance)})\s?{money(choice)}", re.IGNORECASE)


def _apart(matcher: FigureMatcher, amount: Amount) -> IntervalMatch:
    """Decide about ends given apart: "at least 3, but no more than 12" is a range, "12 boats, 3 weeks" is not."""
    low, high = matcher.matches(amount.low), matcher.matches(amount.high)
    if not low or not high:
        return IntervalMatch([])
    bounded_below = any(_hedged(match, Hedge.AT_LEAST, Hedge.OVER) for match in low)
    bounded_above = any(_hedged(match, Hedge.AT_MOST, Hedge.UNDER) for match in high)
    if bounded_below and bounded_above:
        return IntervalMatch(low, bounded=True)
    if bounded_above:
        return IntervalMatch([], "the ends are not given as one range")
    if {id(context) for context, _ in low}.isdisjoint({id(context) for context, _ in high}):
        return IntervalMatch([], "the ends are in two quotes")
    return IntervalMatch([])


def _hedged(match: FigureMatch, *hedges: Hedge) -> bool:
    context, number = match
    return not hedge_of(context.prose, number).hedges.isdisjoint(hedges)
