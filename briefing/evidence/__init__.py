"""Evidence: whether the saved texts hold the words that a brief quotes, and whether these say what the brief says.

Pure functions from values to findings; nothing here reads or writes a file. The results of a check are imported from
this package. What produces them is imported from its own module, so that showing a brief loads no rules.
"""

from __future__ import annotations

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.origins import Dependents
from briefing.evidence.result import Assessment, Counts, Evidence, Exactness, QuoteState, Span, Support, Verdict

__all__ = [
    "Assessment",
    "Counts",
    "Dependents",
    "Evidence",
    "EvidenceCode",
    "Exactness",
    "QuoteState",
    "Span",
    "Support",
    "Verdict",
]
