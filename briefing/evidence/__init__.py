"""Evidence: whether a brief is in the words it cites. Pure: values in, findings out; reads and writes nothing.

What is found is imported from here; what finds it, from its module: to show a brief none of that is needed.
"""

from __future__ import annotations

from briefing.evidence.codes import Code
from briefing.evidence.origins import Resting
from briefing.evidence.result import Assessment, Counts, Evidence, Span, State, Support, Tier, Verdict

__all__ = [
    "Assessment",
    "Code",
    "Counts",
    "Evidence",
    "Resting",
    "Span",
    "State",
    "Support",
    "Tier",
    "Verdict",
]
