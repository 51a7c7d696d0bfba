"""The report of a check, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.base.json_text import Json, json_text
from briefing.base.paths import printed_path
from briefing.base.plurals import counted
from briefing.base.problem_limit import OmittedProblems, limited
from briefing.base.problems import Problem, Severity
from briefing.base.safe_text import safe_line, visible
from briefing.report.tally import Tally

ALL = "--all prints all"
"""How to see the problems that are not shown."""


class Report(NamedTuple):
    """The result of a check."""

    problems: Sequence[Problem]
    """In the order in which they are shown."""
    briefs: int
    """Number of briefs that were checked."""
    library: str | None = None
    """Name of the library, if the program chose it. None: the user named the briefs."""
    claims: Tally | None = None
    """The claims of these briefs. None: they were not counted."""
    is_whole: bool = True
    """Whether all problems are shown. False: the first of each file, and the number of those left out."""

    @property
    def shown(self) -> Iterable[Problem | OmittedProblems]:
        """The problems to show to people."""
        return self.problems if self.is_whole else limited(self.problems)

    def count(self, severity: Severity) -> int:
        """Return the number of problems of this severity."""
        return sum(problem.severity is severity for problem in self.problems)


def as_text(report: Report) -> str:
    """Return a line for each problem: path:line:column: severity: sentence [code]."""
    return "".join(f"{_line(one)}\n" for one in report.shown)


def _line(problem: Problem | OmittedProblems) -> str:
    if isinstance(problem, OmittedProblems):
        return problem.sentence(ALL)
    place = visible(problem.place.written)
    return f"{place}: {problem.severity}: {safe_line(problem.sentence)} [{problem.code}]"


def as_json(report: Report) -> str:
    """Return a JSON object with the problems and their numbers; texts are exact."""
    problems: list[Json] = [
        {
            "path": printed_path(problem.place.path),
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "sentence": problem.sentence,
        }
        for problem in report.problems
    ]
    numbers: dict[str, Json] = {f"{severity}s": report.count(severity) for severity in Severity}
    claims = report.claims.record() if report.claims is not None else {}
    return json_text({"problems": problems, "briefs": report.briefs, **numbers, **claims}) + "\n"


def summary_line(report: Report) -> str:
    """Return the summary in one line: "1 error in 2 briefs of ./briefs · 31 of 40 claims verified"."""
    claims = f" · {report.claims.words}" if report.claims is not None and report.claims.total else ""
    return f"{_problems(report)}{claims}"


def _problems(report: Report) -> str:
    briefs = counted(report.briefs, "brief") + (f" of {visible(report.library)}" if report.library else "")
    numbers = [counted(number, severity) for severity in Severity if (number := report.count(severity))]
    if not numbers:
        return f"no problems in {briefs}"
    return f"{', '.join(numbers[:-1])}{' and ' if numbers[1:] else ''}{numbers[-1]} in {briefs}"
