"""The report of a check, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.base.json_text import Json, json_text
from briefing.base.plurals import counted
from briefing.base.problem_limit import OmittedProblems
from briefing.base.problems import Problem, Severity
from briefing.base.safe_text import safe_line, visible
from briefing.report.problem_record import problem_record
from briefing.report.report import ALL, Report


def as_text(report: Report) -> Iterator[str]:
    """Yield a line for each problem, file by file: path:line:column: severity: sentence [code]."""
    for problems in report.shown():
        yield "".join(f"{_line(one)}\n" for one in problems)


def _line(problem: Problem | OmittedProblems) -> str:
    if isinstance(problem, OmittedProblems):
        return problem.sentence(ALL)
    place = visible(problem.place.written)
    return f"{place}: {problem.severity}: {safe_line(problem.sentence)} [{problem.code}]"


def as_json(report: Report) -> Iterator[str]:
    """Yield a JSON object with the problems, file by file, and their numbers; texts are exact."""
    before = '{"problems": ['
    for problems in report.files():
        yield f"{before}{', '.join(json_text(problem_record(problem)) for problem in problems)}" if problems else ""
        before = ", " if problems else before
    numbers: dict[str, Json] = {f"{severity}s": report.count(severity) for severity in Severity}
    claims = report.claims.record() if report.claims is not None else {}
    counts = json_text({"briefs": report.briefs, **numbers, **claims})
    yield f"{'' if before == ', ' else before}], {counts.removeprefix('{')}\n"


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
