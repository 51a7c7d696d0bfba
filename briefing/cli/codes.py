"""Owns the codes as they are typed: which are wanted, and what a mistyped one may have meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.base.problems import Code
from briefing.base.safe_text import visible
from briefing.base.spelling import did_you_mean, nearest_word
from briefing.cli.exits import UsageError
from briefing.evidence import EvidenceCode

Wanted = Callable[[str], bool]
"""Whether problems of a code are to be reported."""

CODES: tuple[str, ...] = (*map(str, Code), *map(str, EvidenceCode))
"""Every code that a check can give."""
COVERAGE = "coverage"
"""What `--coverage` lists. Not a problem, so that it has no code to ignore."""


def known(code: str) -> str:
    """Return a code as it is.

    Raises:
        UsageError: there is none of this name.

    """
    if code in CODES:
        return code
    near = nearest_word(code, CODES)
    hint = did_you_mean(near) or " (briefing check --explain all lists them)"
    raise UsageError(f"there is no code {visible(code)}{hint}")


def wanted(select: Sequence[str], ignore: Sequence[str]) -> Wanted:
    """Return which codes are wanted, of lists with commas between the codes.

    Raises:
        UsageError: one of them is no code.

    """
    selected, ignored = _split(select), _split(ignore)
    return lambda code: code == COVERAGE or ((not selected or code in selected) and code not in ignored)


def _split(lists: Sequence[str]) -> frozenset[str]:
    return frozenset(known(code.strip()) for codes in lists for code in codes.split(",") if code.strip())
