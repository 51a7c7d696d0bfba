"""Owns the list of all codes that a check can give, each with its passage: what it means, a bad and a good example."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.report.explanations import evidence as of_evidence
from briefing.report.explanations import files as of_files
from briefing.report.explanations import format as of_briefs
from briefing.report.explanations.explanation import Passage

PASSAGES: Mapping[str, Passage] = MappingProxyType(
    {str(passage.code): passage for passage in (*of_files.PASSAGES, *of_briefs.PASSAGES, *of_evidence.PASSAGES)}
)
"""By code, in the order in which a person meets them: files, rules of the format, evidence."""

__all__ = ["PASSAGES", "Passage"]
