"""Owns what a check looks like on paper: problems as lines, as JSON, as GitHub annotations, as SARIF.

Pure. A brief's text and a file's name stay text in each of them: nothing in them is a command, a link or an escape.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.report.tally import Tally
from briefing.report.text import ALL, Report, as_json, as_text, summary_line


def _github(report: Report) -> str:
    from briefing.report.github import as_github

    return as_github(report)


def _sarif(report: Report) -> str:
    from briefing.report.sarif import as_sarif  # with every passage

    return as_sarif(report)


FORMATS: dict[str, Callable[[Report], str]] = {"text": as_text, "json": as_json, "github": _github, "sarif": _sarif}
"""By the name that `--format` takes."""

__all__ = ["ALL", "FORMATS", "Report", "Tally", "summary_line"]
