"""Evidence: whether a brief is in the words it cites. Pure: values in, findings out; reads and writes nothing.

What is found is imported from here; what finds it, from its module: to show a brief none of that is needed.
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
