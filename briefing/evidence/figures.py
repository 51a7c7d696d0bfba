"""Owns the rules for a figure: its number, its interval, its hedge and its unit against the words it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context
from briefing.evidence.hedging import Hedging, hedging
from briefing.evidence.languages import Language
from briefing.evidence.numbers import Number
from briefing.evidence.numerals import phrases
from briefing.evidence.units import TOKEN, Match, unit_findings
from briefing.model import Amount, Figure, FigureKind, Standing
from briefing.problems import Problem

_UNDECIDED = frozenset({Decimal(0), Decimal(1)})
"""Texts say "a bridge" and "no bridge": whether that carries the number is beyond a rule."""

_PREFIXED = re.compile(r"(?<!\w)(?P<by>[tkm])(?:€|(?:eur|usd|gbp|chf)(?!\w))")
_PREFIXES = {"t": Decimal(1000), "k": Decimal(1000), "m": Decimal(10**6)}
"""What a letter before a currency multiplies by: "TEUR"."""


def figure_findings(case: Case) -> Iterator[Problem]:
    """Yield what the words that a figure cites do not carry."""
    figure = case.claim
    if not isinstance(figure, Figure) or figure.amount is None:
        return
    amount = figure.amount
    low = _matches(case, figure, amount.low)
    high = low if not amount.is_interval else _matches(case, figure, amount.high)
    missing = list(_missing(case, amount, bool(low), bool(high)))
    yield from missing
    if missing or not low:
        return
    yield from _interval(case, amount, low)
    yield from _hedge(case, figure, low)
    yield from unit_findings(case, figure, low)


def _missing(case: Case, amount: Amount, low: bool, high: bool) -> Iterator[Problem]:
    ends = [("value", amount.low, low)]
    if amount.is_interval:
        ends = [("low", amount.low, low), ("high", amount.high, high)]
    for field, number, found in ends:
        if not found and number not in _UNDECIDED:
            yield case.problem(
                Code.NUMBER_NOT_IN_QUOTE, field, f"no quote of this figure carries {number:,f}{_vague(case)}"
            )


def _vague(case: Case) -> str:
    for context in case.contexts:
        found = re.search(rf"(?<!\w)(?:{phrases(context.language.vague)})", context.words, re.IGNORECASE)
        if found is not None:
            return f"; '{found.group()}' is no number: keep it in 'stated'"
    return ""


def _matches(case: Case, figure: Figure, wanted: Decimal) -> list[Match]:
    return [
        (context, number)
        for context in case.contexts
        for number in context.numbers()
        if _carries(context, number, figure, wanted, case.language)
    ]


def _carries(context: Context, number: Number, figure: Figure, wanted: Decimal, own: Language) -> bool:
    """Whether a number is what a figure says, whose unit is in the language of the brief."""
    numeral = number.numeral
    unit = (figure.unit or "").lower()
    if numeral.fraction:
        share = numeral.values[0] * (100 if "%" in unit else 1)
        return round(share, _places(wanted)) == wanted
    signed = {wanted, -wanted} if figure.kind is FigureKind.CHANGE or wanted < 0 else {wanted}
    for scale, written in _scales(unit, (own, context.language)):
        if any(value in numeral.values for value in (each * scale for each in signed)):
            return True
        if scale != 1 and numeral.bare in signed and numeral.scale == 1 and _is_in_table(context, scale, written):
            return True
    return False


def _places(number: Decimal) -> int:
    return max(-int(number.as_tuple().exponent), 0)


def _is_in_table(context: Context, scale: Decimal, written: str) -> bool:
    """Whether a sentence says beside its numbers what they are multiplied by: "in EUR million", "TEUR"."""
    text = context.text.lower()
    if written in text:
        return True
    return any(_PREFIXES[found["by"]] == scale for found in _PREFIXED.finditer(text))


def _scales(unit: str, languages: tuple[Language, ...]) -> list[tuple[Decimal, str]]:
    """Return what a unit may multiply by: "EUR million" a million, "m" (metres, or million) one or a million."""
    found: list[tuple[Decimal, str]] = []
    for token in TOKEN.findall(unit):
        singular = token.removesuffix("s")
        scale = next(
            (each.scales[word] for each in languages for word in (singular, token) if word in each.scales), None
        )
        short = next((each.short_scales[token] for each in languages if token in each.short_scales), None)
        if scale is not None:
            found.append((scale, singular))
        elif short is not None:
            found.append((short, token))
            found.append((Decimal(1), ""))
    return found or [(Decimal(1), "")]


def _interval(case: Case, amount: Amount, matches: Sequence[Match]) -> Iterator[Problem]:
    if amount.is_interval or any(number.partner is None for _, number in matches):
        return
    ends = sorted((matches[0][1].numeral.values[0], matches[0][1].partner or amount.low))
    sentence = f"the quote gives a range, {ends[0]:,f} to {ends[1]:,f}: write low and high"
    yield case.problem(Code.INTERVAL_DROPPED, "value" if "value" in case.claim.spots else "high", sentence)


def _hedge(case: Case, figure: Figure, matches: Sequence[Match]) -> Iterator[Problem]:
    found = [(context, hedging(context.text, number, context.language)) for context, number in matches]
    if any(hedge.unsure for _, hedge in found):
        return
    if figure.approx is None:
        yield from _dropped(case, figure, [hedge for _, hedge in found])
        return
    agreeing = [(context, hedge) for context, hedge in found if figure.approx in hedge.hedges]
    hedged = [hedge for _, hedge in found if hedge.hedges]
    if any(hedge.start >= context.quote.start for context, hedge in agreeing):
        return
    if agreeing:
        sentence = f"'{agreeing[0][1].words}' stands outside the quote: quote the hedge as well"
        yield case.problem(Code.HEDGE_NOT_IN_QUOTE, "approx", sentence)
    elif hedged:
        sentence = f"the figure says '{figure.approx}', the source says '{hedged[0].words}'"
        yield case.problem(Code.HEDGE_DIFFERS, "approx", sentence)
    else:
        sentence = f"the figure says '{figure.approx}', and the quote gives the number without a hedge"
        yield case.problem(Code.HEDGE_NOT_IN_QUOTE, "approx", sentence)


def _dropped(case: Case, figure: Figure, found: Sequence[Hedging]) -> Iterator[Problem]:
    if not all(hedge.hedges for hedge in found):
        return
    if figure.standing is Standing.ESTIMATED and all(hedge.estimated for hedge in found):
        return
    wanted = " or ".join(sorted(found[0].hedges))
    field = "value" if "value" in case.claim.spots else "low"
    sentence = f"the source says '{found[0].words}': approx: {wanted} is missing"
    yield case.problem(Code.HEDGE_DROPPED, field, sentence)
