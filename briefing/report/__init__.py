"""The report of a check: as lines of text, as JSON, as GitHub annotations, as SARIF.

Texts of briefs and names of files are escaped in each format, so that nothing in them is taken for a command, a link or
an escape sequence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.report.report import ALL, Report
from briefing.report.tally import ClaimNumbers, Tally
from briefing.report.text import as_json, as_text, summary_line


def _github(report: Report) -> Iterator[str]:
    from briefing.report.github import as_github

    return as_github(report)


def _sarif(report: Report) -> Iterator[str]:
    from briefing.report.sarif import as_sarif  # loads all explanations

    return as_sarif(report)


FORMATS: dict[str, Callable[[Report], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": _github,
    "sarif": _sarif,
}
"""The formats, by the name for `--format`. Each yields its text in parts, as the problems come."""

__all__ = ["ALL", "FORMATS", "ClaimNumbers", "Report", "Tally", "summary_line"]
