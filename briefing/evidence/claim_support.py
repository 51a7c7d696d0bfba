"""How far a claim is supported, decided from its verdicts and findings; and the counts of a brief's claims by that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.base.problems import Problem, problem_counts
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Outcome, Unchecked
from briefing.evidence.origins import origins, vias
from briefing.evidence.result import Assessment, Counts, Support, Verdict
from briefing.format.model import Brief


def assess(verdicts: Sequence[Verdict], outcomes: Iterable[Outcome]) -> Assessment:
    """Return how far a claim is supported: the worst that its quotes, findings and unchecked rules allow."""
    said = tuple(outcomes)
    findings = tuple(sorted({one for one in said if isinstance(one, Problem)}))
    reasons = tuple(dict.fromkeys(one.reason for one in said if isinstance(one, Unchecked)))
    supports = (verdict.state.support for verdict in verdicts)
    possible = [support for support in supports if support is not None] or [Support.NO_QUOTE]
    possible += [EvidenceCode(finding.code).support for finding in findings]
    if reasons:
        possible.append(Support.WORDS_FOUND)
    return Assessment(min(possible, key=lambda support: support.rank), findings, reasons)


def counts(brief: Brief, assessed: Iterable[Assessment], findings: Iterable[Problem] = ()) -> Counts:
    """Count the claims of a brief by their support, the independent origins behind them, and what was found."""
    claims, links, found = tuple(brief.claims()), vias(brief), problem_counts(findings)
    number = Counter(one.support for one in assessed)
    return Counts(
        claims=len(claims),
        not_found=number[Support.NOT_FOUND],
        ambiguous=number[Support.AMBIGUOUS],
        changed=number[Support.CHANGED],
        not_held=number[Support.NOT_HELD],
        no_quote=number[Support.NO_QUOTE],
        doubtful=number[Support.DOUBTFUL],
        words_found=number[Support.WORDS_FOUND],
        verified=number[Support.VERIFIED],
        origins=len(frozenset[str]().union(*(origins(claim, links) for claim in claims))),
        finding_errors=found.errors,
        finding_warnings=found.warnings,
    )
