"""Codes of problems on the command line: validation, with suggestions, and the filter of --select and --ignore."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.base.problems import Code
from briefing.base.safe_text import visible
from briefing.base.suggestions import did_you_mean
from briefing.cli.exits import UsageError
from briefing.evidence.codes import EvidenceCode

CodeFilter = Callable[[str], bool]
"""Tells whether problems with a code are reported."""

ALL_CODES: tuple[str, ...] = (*map(str, Code), *map(str, EvidenceCode))
"""Every code of a problem."""
COVERAGE = "coverage"
"""The code of the notes of `--coverage`. They are not problems, and cannot be ignored by code."""


def known_code(code: str) -> str:
    """Return the code if it exists.

    Raises:
        UsageError: there is no such code.

    """
    if code in ALL_CODES:
        return code
    hint = did_you_mean(code, ALL_CODES) or " (briefing check --explain all lists them)"
    raise UsageError(f"there is no code {visible(code)}{hint}")


def code_filter(select: Sequence[str], ignore: Sequence[str]) -> CodeFilter:
    """Return the filter for --select and --ignore, whose values are codes separated by commas.

    Raises:
        UsageError: one of them is not a code.

    """
    selected, ignored = _split(select), _split(ignore)
    return lambda code: code == COVERAGE or ((not selected or code in selected) and code not in ignored)


def _split(lists: Sequence[str]) -> frozenset[str]:
    return frozenset(known_code(code.strip()) for codes in lists for code in codes.split(",") if code.strip())
