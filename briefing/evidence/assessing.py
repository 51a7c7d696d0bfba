"""The one place that decides how far a claim is supported, and counts a brief's claims by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Outcome, Unchecked
from briefing.evidence.origins import origins, vias
from briefing.evidence.result import Assessment, Counts, State, Support, Verdict
from briefing.model import Brief
from briefing.problems import Problem

_OF_STATE = {
    State.NOT_FOUND: Support.NOT_FOUND,
    State.MISPLACED: Support.NOT_FOUND,
    State.AMBIGUOUS: Support.AMBIGUOUS,
    State.CHANGED: Support.CHANGED,
    State.NOT_HELD: Support.NOT_HELD,
    State.FOUND: Support.VERIFIED,
}
"""The best that a claim can be with a quote in this state. A cite without a quote takes nothing from the others."""


def assess(verdicts: Sequence[Verdict], outcomes: Iterable[Outcome]) -> Assessment:
    """Decide how far a claim is supported: by the worst of its quotes, its findings and what could not be checked."""
    said = tuple(outcomes)
    findings = tuple(sorted({one for one in said if isinstance(one, Problem)}))
    reasons = tuple(dict.fromkeys(one.reason for one in said if isinstance(one, Unchecked)))
    possible = [_OF_STATE[verdict.state] for verdict in verdicts if verdict.state in _OF_STATE] or [Support.NO_QUOTE]
    possible += [Code(finding.code).support for finding in findings]
    if reasons:
        possible.append(Support.WORDS_FOUND)
    return Assessment(min(possible, key=lambda support: support.rank), findings, reasons)


def counts(brief: Brief, assessed: Iterable[Assessment]) -> Counts:
    """Count the claims of a brief by their support, and the independent origins behind them."""
    claims, links = tuple(brief.claims()), vias(brief)
    number = Counter(one.support for one in assessed)
    return Counts(
        claims=len(claims),
        verified=number[Support.VERIFIED],
        doubtful=number[Support.DOUBTFUL],
        words_found=number[Support.WORDS_FOUND],
        not_found=number[Support.NOT_FOUND],
        ambiguous=number[Support.AMBIGUOUS],
        not_held=number[Support.NOT_HELD],
        changed=number[Support.CHANGED],
        origins=len(frozenset[str]().union(*(origins(claim, links) for claim in claims))),
    )
