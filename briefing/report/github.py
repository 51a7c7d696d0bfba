"""A report as workflow commands of GitHub Actions, which show each problem beside its line.

A workflow command is a line that begins with `::`. Escaping is that of GitHub's toolkit (actions/toolkit,
packages/core/src/command.ts): without it a newline in a title could begin another command.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.base.problem_limit import OmittedProblems
from briefing.base.problems import Problem, Severity
from briefing.base.safe_text import safe_line, visible
from briefing.report.report import ALL, Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_github(report: Report) -> Iterator[str]:
    """Yield a line with a workflow command for each problem, file by file."""
    for problems in report.shown():
        yield "".join(f"{_command(one)}\n" for one in problems)


def _command(problem: Problem | OmittedProblems) -> str:
    if isinstance(problem, OmittedProblems):
        return f"::notice title=more::{problem.sentence(ALL).translate(_MESSAGE)}"
    place = problem.place
    properties = {
        "file": visible(str(place.path)),
        "line": str(place.line),
        "col": str(place.column),
        "title": problem.code,
    }
    said = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {said}::{safe_line(problem.sentence).translate(_MESSAGE)}"
