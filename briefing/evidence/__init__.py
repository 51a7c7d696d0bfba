"""Owns whether a brief is in the words it cites. Pure: values in, findings out; reads and writes nothing."""

from __future__ import annotations

from briefing.evidence.checking import Counts, Evidence, check_brief
from briefing.evidence.codes import Code
from briefing.evidence.coverage import Uncovered, coverage
from briefing.evidence.dossier import keeper, text_of
from briefing.evidence.origins import Resting, falls
from briefing.evidence.passages import Span, paragraphs
from briefing.evidence.verdicts import State, Tier, Verdict, locate, nearest

__all__ = [
    "Code",
    "Counts",
    "Evidence",
    "Resting",
    "Span",
    "State",
    "Tier",
    "Uncovered",
    "Verdict",
    "check_brief",
    "coverage",
    "falls",
    "keeper",
    "locate",
    "nearest",
    "paragraphs",
    "text_of",
]
