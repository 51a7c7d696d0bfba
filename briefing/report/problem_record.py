"""A problem as a JSON object."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.base.json_text import Json
from briefing.base.paths import printed_path
from briefing.base.problems import Problem


def problem_record(problem: Problem) -> Mapping[str, Json]:
    """Return a problem for JSON: its path as printed, line and column from 1, severity, code and sentence."""
    return {
        "path": printed_path(problem.place.path),
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code,
        "sentence": problem.sentence,
    }
