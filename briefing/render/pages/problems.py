"""Owns the page of what is wrong in a brief: place, severity, sentence and code of each problem."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.problems import Problem, Severity
from briefing.base.safe_text import visible
from briefing.base.shortening import More, shortened
from briefing.render.lines import Kind, Role, Run, Sheet, Target
from briefing.render.sheet_builder import Page
from briefing.render.symbols import Look

_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.NOTE: Role.META}


def problems(found: Sequence[Problem], width: int, look: Look) -> Sheet:
    """Set the problems of one brief, in the order given: the first of each file, and how many more there are."""
    page = Page(width, look)
    if not found:
        page.text("No problems.", Role.META)
    following = 0
    for problem in shortened(found):
        number, following = following, following + (problem.problems if isinstance(problem, More) else 1)
        if isinstance(problem, More):
            page.fill((Run(visible(problem.sentence("briefing check --all says which")), Role.META),))
            page.gap()
            continue
        target = Target(Kind.PROBLEM, number)
        role = _ROLES[problem.severity]
        sign = {Severity.ERROR: look.signs.error, Severity.WARNING: look.signs.warning}.get(problem.severity, "-")
        indent = (Run("  "),)
        with page.item(target):
            page.fill((Run(visible(problem.sentence)),), (Run(f"{sign} ", role),), indent)
            place = Run(visible(problem.place.written), Role.LINK, target)
            page.fill((place, Run(f" {problem.severity}", role), Run(f" [{problem.code}]", Role.FAINT)), indent, indent)
        page.gap()
    return page.sheet()
