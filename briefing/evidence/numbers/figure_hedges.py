"""The hedge of a figure against that of the words it cites: dropped, added, or another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, Unchecked
from briefing.evidence.numbers.hedges import NumberHedge, hedge_of
from briefing.evidence.numbers.units import FigureMatch
from briefing.format.model import Figure, Standing


def hedge_findings(case: Case, figure: Figure, matches: Sequence[FigureMatch]) -> Iterator[Outcome]:
    """Yield the hedge that the figure has and the source has not, or the other way round."""
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
        sentence = f"'{agreeing[0][1].words}' stands outside the quote: quote the hedge as well"
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
