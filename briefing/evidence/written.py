"""Owns the rule for how the writer puts a number that a quote carries: with its hedge, and in the same unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context
from briefing.evidence.folding import folded_dashes
from briefing.evidence.hedging import hedging
from briefing.evidence.languages import Language
from briefing.evidence.mentions import mentions
from briefing.evidence.numbers import Number, numbers
from briefing.evidence.units import Match, differs
from briefing.model import Figure, Standing
from briefing.problems import Problem


def written_findings(case: Case) -> Iterator[Problem]:
    """Yield the numbers in the words of a point or an event that its quotes put otherwise."""
    language = case.language
    if isinstance(case.claim, Figure):
        return
    settled = case.claim.standing is Standing.ESTIMATED
    for code, sentence in put_otherwise(case.claim.text, language, case.contexts):
        if not (settled and code is Code.HEDGE_DROPPED):
            yield case.problem(code, "text", sentence)


def put_otherwise(text: str, language: Language, contexts: Sequence[Context]) -> Iterator[tuple[Code, str]]:
    """Yield what is said of each number of a text by every quote that carries it, and not by the text."""
    folded = folded_dashes(text)
    found = numbers(folded, language)
    dates = mentions(folded, language) if found else ()
    for number in found:
        if any(date.start <= number.start < date.end for date in dates):
            continue
        matches = [(context, one) for context in contexts for one in context.numbers() if _is_same(number, one)]
        if not matches:
            continue
        words = folded[number.start : number.end]
        hedge = _dropped(folded, number, language, matches)
        if hedge is not None:
            yield Code.HEDGE_DROPPED, f"the source says '{hedge}' of {words}"
        unit = differs(folded, number, language, matches)
        if unit is not None:
            yield Code.NUMBER_NOT_CITED, f"the source says '{unit}' beside {words}"


def _is_same(number: Number, other: Number) -> bool:
    return number.numeral.values[0] in other.numeral.values and number.numeral.fraction == other.numeral.fraction


def _dropped(text: str, number: Number, language: Language, matches: Sequence[Match]) -> str | None:
    """Return the hedge that every quote has and the text has not."""
    own = hedging(text, number, language)
    if own.hedges or own.unsure or not number.numeral.digits:
        return None
    found = [hedging(context.text, one, context.language) for context, one in matches]
    return found[0].words if all(hedge.hedges and not hedge.unsure for hedge in found) else None
