"""Explanations of the codes of evidence, from `evidence/explanations.py`."""

from __future__ import annotations

from briefing.evidence.explanations import EXPLANATIONS
from briefing.report.explanations.explanation import CodeExplanation

CODE_EXPLANATIONS = tuple(
    CodeExplanation(code, explanation.meaning, explanation.bad, explanation.good, text=explanation.text)
    for code, explanation in EXPLANATIONS.items()
)
