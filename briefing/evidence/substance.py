"""The rule for claims that carry nothing a rule can compare: their words are found, and no more can be said."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.evidence.contexts import Case, Outcome, Unchecked
from briefing.model import Figure


def substance_findings(case: Case) -> Iterator[Outcome]:
    """Say so when a claim has no number, date, name, speaker, hedge or negation to hold it to."""
    claim = case.claim
    if isinstance(claim, Figure) or claim.when is not None or claim.stated is not None or claim.by is not None:
        return
    if not case.own.numbers and not case.own.mentions:
        yield Unchecked("no number or date to hold it to")
