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
from briefing.model import Amount, Figure, FigureKind, Standing
from briefing.problems import Problem

_TOKEN = re.compile(r"%|[^\s/%]+")
_SKIPPED = frozenset({"of", "per", "the", "a", "in", "der", "des", "pro", "de", "du"})
_UNDECIDED = frozenset({Decimal(0), Decimal(1)})
"""Texts say "a bridge" and "no bridge": whether that carries the number is beyond a rule."""

Match = tuple[Context, Number]


def figure_findings(case: Case, figure: Figure) -> Iterator[Problem]:
    """Yield what the words that a figure cites do not carry."""
    amount = figure.amount
    if amount is None or not case.decidable:
        return
    low = _matches(case, figure, amount.low)
    high = low if not amount.is_interval else _matches(case, figure, amount.high)
    missing = list(_missing(case, amount, bool(low), bool(high)))
    yield from missing
    if missing or not low:
        return
    yield from _interval(case, amount, low)
    yield from _hedge(case, figure, low)
    yield from _unit(case, figure, low)


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
        if _carries(context, number, figure, wanted)
    ]


def _carries(context: Context, number: Number, figure: Figure, wanted: Decimal) -> bool:
    numeral = number.numeral
    unit = (figure.unit or "").lower()
    if numeral.fraction:
        share = numeral.values[0] * (100 if "%" in unit else 1)
        return round(share, _places(wanted)) == wanted
    signed = {wanted, -wanted} if figure.kind is FigureKind.CHANGE or wanted < 0 else {wanted}
    for scale, written in _scales(unit, context.language):
        if any(value in numeral.values for value in (each * scale for each in signed)):
            return True
        if scale != 1 and numeral.bare in signed and numeral.scale == 1 and written in context.text.lower():
            return True
    return False


def _places(number: Decimal) -> int:
    return max(-int(number.as_tuple().exponent), 0)


def _scales(unit: str, language: Language) -> list[tuple[Decimal, str]]:
    """Return what a unit may multiply by: "EUR million" a million, "m" (metres, or million) one or a million."""
    found: list[tuple[Decimal, str]] = []
    for token in _TOKEN.findall(unit):
        singular = token.removesuffix("s")
        if singular in language.scales:
            found.append((language.scales[singular], singular))
        elif token in language.short_scales:
            found.append((language.short_scales[token], token))
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


def _unit(case: Case, figure: Figure, matches: Sequence[Match]) -> Iterator[Problem]:
    unit = figure.unit
    if unit is None:
        return
    for part in _TOKEN.findall(unit):
        if part.lower() in _SKIPPED or any(_says(context, part, figure) for context in case.contexts):
            continue
        if part == "%" and any(number.numeral.fraction for _, number in matches):
            continue  # "two thirds" needs no percent sign
        sentence = f"'{part}' is neither in a quote of this figure nor in its sentence"
        yield case.problem(Code.UNIT_NOT_IN_SENTENCE, "unit", sentence)
        return


def _says(context: Context, token: str, figure: Figure) -> bool:
    """Whether a sentence holds a unit or, where the unit is a plain noun, what the label says is counted."""
    language = context.language
    text = context.text.lower()
    small = token.lower()
    if small.removesuffix("s") in language.scales or (
        small in language.short_scales and small not in language.measures
    ):
        return True
    measure = language.measures.get(token) or next(
        (words for words in language.measures.values() if small in words), None
    )
    if measure is not None:
        return re.search(rf"(?:(?<![^\W\d_])|(?<=\d))(?:{phrases(measure)})", text) is not None
    return any(_stem(word) in text for word in (small, *_nouns(figure.text)))


def _nouns(label: str) -> list[str]:
    return list(re.findall(r"[^\W\d_]{4,}", label.lower()))


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word  # noqa: PLR2004 ("us" is no plural)
