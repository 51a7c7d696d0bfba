"""The rules for a figure: its number, interval, hedge and unit agree with the words that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.numbers.directions import Direction, direction_of, directions_in, is_negative, speaks_of_change
from briefing.evidence.numbers.figure_intervals import IntervalMatch, match_interval
from briefing.evidence.numbers.figure_match import FigureMatch, FigureMatcher, figure_matcher
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.hedges import NumberHedge, hedge_of
from briefing.evidence.numbers.units import unit_findings
from briefing.evidence.numbers.unknown_language import may_be_in_words
from briefing.evidence.patterns import phrases
from briefing.evidence.rules.labels import label_findings
from briefing.format.model import Amount, Figure, FigureKind, Standing


def figure_findings(case: Case) -> Iterator[Outcome]:
    """Yield what the quotes of a figure do not support, and what cannot be decided."""
    figure = case.claim
    if not isinstance(figure, Figure) or figure.amount is None:
        return
    amount, matcher, bounded = figure.amount, figure_matcher(case, figure), False
    if amount.is_interval:
        ends = match_interval(case, matcher, amount)
        bounded = ends.bounded
        outcomes, matches = list(_interval_findings(case, matcher, amount, ends)), ends.matches
        if amount.central is not None:
            matches = matcher.matches(amount.central)
            outcomes += _missing(case, matcher, "value", amount.central, matches)
    else:
        matches = matcher.matches(amount.low)
        field = "value" if "value" in figure.spots else "low"
        outcomes = list(_missing(case, matcher, field, amount.low, matches))
    yield from outcomes
    if not matches or any(not isinstance(one, Unchecked) for one in outcomes):
        return
    matches = matcher.with_right_sign(matches, amount.low if amount.central is None else amount.central)
    yield from _end_alone(case, amount, matches)
    yield from () if bounded else hedge_findings(case, figure, matches)
    units = list(unit_findings(case, figure, matches))
    yield from units
    if all(isinstance(one, Unchecked) for one in units):
        yield from label_findings(case, matches)


def _missing(
    case: Case, matcher: FigureMatcher, field: str, wanted: Decimal, matches: Sequence[FigureMatch]
) -> Iterator[Outcome]:
    """Yield that no quote has a number, or only with the opposite direction."""
    if matches:
        yield from _misdirected(case, matcher, field, wanted, matches)
        return
    from briefing.evidence.numbers.none_or_one import InWords, says_one_or_none  # most numbers are in a quote

    said = says_one_or_none(case, matcher.figure, wanted)
    if said is InWords.YES:
        return
    reason = (
        "'one' or 'none' may be said in other words" if said is InWords.PERHAPS else _undecided(case, matcher, wanted)
    )
    if reason is not None:
        yield Unchecked(reason)
        return
    sentence = f"no quote of this figure carries {wanted:,f}{_vague(case)}"
    yield case.problem(EvidenceCode.NUMBER_NOT_IN_QUOTE, field, sentence)


def _undecided(case: Case, matcher: FigureMatcher, wanted: Decimal) -> str | None:
    """Return why it cannot be decided whether a quote has a number. None: no quote has it."""
    if not case.all_quotes_read:
        return "a quote that may carry the number was not read"
    known = (context for context in case.contexts if context.language.complete)
    if any(number.is_amount for context in known for number in context.numbers()):
        return None
    for context in case.contexts:
        if not context.language.complete and may_be_in_words(
            matcher.possible_values(wanted, context), context.prose, context.numbers()
        ):
            return f"the number may be in words, in {context.language.tag}"
    return None


def _vague(case: Case) -> str:
    for context in case.contexts:
        found = re.search(rf"(?<!\w)(?:{phrases(context.language.vague)})", context.words, re.IGNORECASE)
        if found is not None:
            return f"; '{found.group()}' is no number: keep it in 'stated'"
    return ""


def _misdirected(
    case: Case, matcher: FigureMatcher, field: str, wanted: Decimal, matches: Sequence[FigureMatch]
) -> Iterator[Outcome]:
    """Yield that a number below zero is not so in the quotes, or that a rise was a fall."""
    right = matcher.with_right_sign(matches, wanted)
    if right:
        if (
            wanted < 0
            and matcher.figure.kind is not FigureKind.CHANGE
            and not any(is_negative(context.prose, number) for context, number in right)
        ):
            yield Unchecked("whether it is a change, or below zero, the figure does not say")
        return
    context, number = matches[0]
    written = context.text[number.start : number.end]
    if wanted < 0:
        sentence = f"the figure is below zero, and {written} in the quote is not"
        yield case.problem(EvidenceCode.NUMBER_NOT_IN_QUOTE, field, sentence)
        return
    way = direction_of(context.prose, number)
    said, own = ("fell", "falls") if way is Direction.DOWN else ("rose", "rises")
    sentence = f"the source says that it {said} by {written}: change the sign, or say in the label that it {own}"
    label = case.claim.text
    clear = (
        number.numeral.values[0] < 0
        or speaks_of_change(label, case.language)
        or bool(directions_in(label, case.language))
    )
    yield case.problem(EvidenceCode.NUMBER_NOT_IN_QUOTE if clear else EvidenceCode.SAYS_OTHERWISE, field, sentence)


def _interval_findings(case: Case, matcher: FigureMatcher, amount: Amount, ends: IntervalMatch) -> Iterator[Outcome]:
    if ends.matches:
        if ends.reason is not None:
            yield Unchecked(ends.reason)
        return
    low, high = matcher.matches(amount.low), matcher.matches(amount.high)
    for field, wanted, found in (("low", amount.low, low), ("high", amount.high, high)):
        if not found:
            yield from _missing(case, matcher, field, wanted, found)
    if not low or not high:
        return
    if ends.reason is not None:
        yield Unchecked(ends.reason)
        return
    sentence = f"the quote does not give {amount.low:,f} and {amount.high:,f} as the two ends of one range"
    yield case.problem(EvidenceCode.NUMBER_NOT_IN_QUOTE, "low", sentence)


def _end_alone(case: Case, amount: Amount, matches: Sequence[FigureMatch]) -> Iterator[Outcome]:
    """Yield that the figure gives only one end of a range."""
    if amount.is_interval or not matches:
        return
    if all(number.loose >= 0 or _is_upper_loose(context, number) for context, number in matches):
        yield Unchecked("'from … to' may be a range")
    if any(number.other_end is None for _, number in matches):
        return
    ends = sorted((matches[0][1].numeral.values[0], matches[0][1].other_end or amount.low))
    sentence = f"the quote gives a range, {ends[0]:,f} to {ends[1]:,f}: write low and high"
    yield case.problem(EvidenceCode.INTERVAL_DROPPED, "value" if "value" in case.claim.spots else "high", sentence)


def _is_upper_loose(context: QuoteContext, number: NumberMention) -> bool:
    return any(one.loose == number.start for one in context.numbers())


def hedge_findings(case: Case, figure: Figure, matches: Sequence[FigureMatch]) -> Iterator[Outcome]:
    """Yield that the hedge of a figure is not that of its source: one is missing, or they differ."""
    known = [(context, number) for context, number in matches if context.language.complete]
    found = [(context, hedge_of(context.prose, number)) for context, number in known]
    unsure = next((hedge for _, hedge in found if hedge.unsure), None)
    if unsure is not None:
        yield Unchecked(f"'{unsure.words}' may be a hedge of the number or not")
        return
    if not found:
        return
    if figure.approx is None:
        yield from _dropped(case, figure, [hedge for _, hedge in found])
        return
    agreeing = [(context, hedge) for context, hedge in found if figure.approx in hedge.hedges]
    hedged = [hedge for _, hedge in found if hedge.hedges]
    if any(hedge.start >= context.quote.start for context, hedge in agreeing):
        return
    if agreeing:
        sentence = f"'{agreeing[0][1].words}' is outside the quote: quote the hedge as well"
        yield case.problem(EvidenceCode.HEDGE_NOT_IN_QUOTE, "approx", sentence)
    elif hedged:
        sentence = f"the figure says '{figure.approx}', the source says '{hedged[0].words}'"
        yield case.problem(EvidenceCode.HEDGE_DIFFERS, "approx", sentence)
    else:
        sentence = f"the figure says '{figure.approx}', and the quote gives the number without a hedge"
        yield case.problem(EvidenceCode.HEDGE_NOT_IN_QUOTE, "approx", sentence)


def _dropped(case: Case, figure: Figure, found: Sequence[NumberHedge]) -> Iterator[Outcome]:
    if not all(hedge.hedges for hedge in found):
        return
    if figure.standing is Standing.ESTIMATED and all(hedge.estimated for hedge in found):
        return
    wanted = " or ".join(sorted(found[0].hedges))
    field = "value" if "value" in case.claim.spots else "low"
    sentence = f"the source says '{found[0].words}': approx: {wanted} is missing"
    yield case.problem(EvidenceCode.HEDGE_DROPPED, field, sentence)
