"""Owns the list of all codes that a check can give, each with its passage: what it means, a bad and a good example."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.report.explanations import evidence as of_evidence
from briefing.report.explanations import files as of_files
from briefing.report.explanations import format as of_briefs
from briefing.report.explanations.explanation import CodeExplanation

CODE_EXPLANATIONS: Mapping[str, CodeExplanation] = MappingProxyType(
    {
        str(passage.code): passage
        for passage in (*of_files.CODE_EXPLANATIONS, *of_briefs.CODE_EXPLANATIONS, *of_evidence.CODE_EXPLANATIONS)
    }
)
"""By code, in the order in which a person meets them: files, rules of the format, evidence."""

__all__ = ["CODE_EXPLANATIONS", "CodeExplanation"]
