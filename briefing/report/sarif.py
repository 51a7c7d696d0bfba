"""A report as SARIF 2.1.0 (OASIS standard, 2020), for code scanning and editors. Its rules are the explained codes."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from urllib.parse import quote

from briefing import __version__
from briefing.base.json_text import Json, json_text
from briefing.base.problems import Problem, Severity
from briefing.base.safe_text import safe_line
from briefing.report.explanations import CODE_EXPLANATIONS, CodeExplanation
from briefing.report.report import Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_RESULTS, _RESULT = " " * 6, " " * 8
"""Indentation of the list of results, and of each result."""
_SPECIAL = re.compile(r"[\\\[\]{}]")


def as_sarif(report: Report) -> Iterator[str]:
    """Yield, in parts, the report as a SARIF log with one run.

    The rules stand before the results and are known only after them, so that the results wait in a temporary file.
    """
    with TemporaryFile("w+", encoding="ascii") as waiting:
        codes: set[str] = set()
        for problems in report.files():
            for problem in problems:
                codes.add(problem.code)
                waiting.write(f"{json_text(_result(problem))}\n")
            yield ""
        ranks = {code: rank for rank, code in enumerate(sorted(codes))}
        before, after = _around_results(ranks)
        yield before
        waiting.seek(0)
        for number, line in enumerate(waiting):
            yield f"{',' if number else ''}{_indented(json.loads(line), ranks)}"
        yield f"\n{_RESULTS}{after}" if ranks else after


def _around_results(codes: Iterable[str]) -> tuple[str, str]:
    """Return what stands before and after the results, up to and from the brackets around them."""
    driver: Json = {"name": "briefing", "version": __version__, "rules": [_rule(code) for code in codes]}
    run: Json = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": []}
    whole = json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"
    before, bracket, after = whole.rpartition("[]")
    return before + bracket[0], bracket[1] + after


def _indented(result: dict[str, Json], ranks: Mapping[str, int]) -> str:
    """Return one of the results, with the place of its rule among the rules."""
    ranked = {"ruleId": result["ruleId"], "ruleIndex": ranks[str(result["ruleId"])], **result}
    text = json_text(ranked, indent=2).replace("\n", f"\n{_RESULT}")  # within texts JSON has no newline
    return f"\n{_RESULT}{text}"


def _rule(code: str) -> Json:
    explanation = CODE_EXPLANATIONS.get(code)
    if explanation is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": message_text(explanation.meaning.partition(". ")[0].rstrip("."))},
        "fullDescription": {"text": message_text(explanation.meaning)},
        "help": {"text": message_text(_help(explanation))},
    }


def _help(explanation: CodeExplanation) -> str:
    return f"{explanation.meaning}\n\nBad:\n{explanation.bad}\n\nGood:\n{explanation.good}"


def _result(problem: Problem) -> Json:
    place = problem.place
    return {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": message_text(safe_line(problem.sentence))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": path_uri(place.path)},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }


def message_text(text: str) -> str:
    """Escape a text for a SARIF message: it contains no placeholder (section 3.11.5) and no link (3.11.6)."""
    return _SPECIAL.sub(lambda found: found.group() * 2 if found.group() in "{}" else f"\\{found.group()}", text)


def path_uri(path: Path) -> str:
    """Return a path as a URI reference; a relative path stays relative, to the root of the repository."""
    escaped = quote(os.fsencode(path))  # also colons, which could begin with a scheme (RFC 3986, section 4.2)
    return f"file://{escaped}" if path.is_absolute() else escaped
