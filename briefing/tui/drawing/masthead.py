"""Owns what the masthead tells: which brief it is, who may be given it, what is wrong, and where in the list. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefing.base.problems import Problem, Severity
from briefing.base.safe_text import visible
from briefing.format.model import Brief
from briefing.library.entries import Entry
from briefing.render.lines import Role, Run
from briefing.tui.drawing.edge_lines import Head
from briefing.tui.drawing.sheets import counted


class Facts(NamedTuple):
    """What there is to tell besides which brief it is and where in the list."""

    reading_on: str = ""
    """How far a large library is read. Empty: nothing is being read."""
    is_gone: bool = False
    """Whether the file of the brief has vanished."""
    found: Sequence[Problem] = ()
    """What is wrong with the brief, and notes, which are not counted."""
    wrong: Mapping[str, Sequence[Problem]] = MappingProxyType({})
    """What is wrong besides, by what it is wrong with."""
    is_sample: bool = False
    """Whether the brief is one of the samples, shown since there is no other library."""


def head_of(entry: Entry, brief: Brief | None, place: str, facts: Facts) -> Head:
    """Return what the masthead says at its left and at its right; the brief is None where it cannot be read."""
    left = (Run("Briefing", Role.STRONG), Run("  "), Run(visible(entry.id), Role.META))
    right = [Run(f"{facts.reading_on}   ", Role.META)] if facts.reading_on else []
    if brief and brief.marking:
        right.append(Run(f"{brief.marking}   ", Role.MARKING))
    if facts.is_gone:
        right.append(Run("! its file is gone   ", Role.ERROR))
    found = [problem for problem in facts.found if problem.severity is not Severity.NOTE]
    if found:
        is_error = any(problem.severity is Severity.ERROR for problem in found)
        right.append(Run(f"! {counted(found)}   ", Role.ERROR if is_error else Role.WARNING))
    for what, problems in facts.wrong.items():
        if problems:
            right.append(Run(f"! {what}: {counted(problems)}   ", Role.ERROR))
    if facts.is_sample:
        right.append(Run("a sample   ", Role.STRONG))
    return left, (*right, Run(place, Role.ACCENT))
