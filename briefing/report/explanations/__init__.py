"""The explanations of all codes: what each means, with a bad and a good example."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.report.explanations import evidence, files
from briefing.report.explanations import format as format_rules
from briefing.report.explanations.explanation import CodeExplanation

_ALL = (*files.CODE_EXPLANATIONS, *format_rules.CODE_EXPLANATIONS, *evidence.CODE_EXPLANATIONS)

CODE_EXPLANATIONS: Mapping[str, CodeExplanation] = MappingProxyType({str(one.code): one for one in _ALL})
"""By code: first files, then rules of the format, then evidence."""

__all__ = ["CODE_EXPLANATIONS", "CodeExplanation"]
