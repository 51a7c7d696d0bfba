"""The page of a brief's problems: place, severity, sentence and code of each."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.problem_limit import OmittedProblems, limited
from briefing.base.problems import Problem, Severity
from briefing.base.safe_text import visible
from briefing.render.lines import Role, Run, Sheet, Target, TargetKind
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look

_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.NOTE: Role.META}


def problems_page(found: Sequence[Problem], width: int, look: Look) -> Sheet:
    """Typeset the problems of a brief in the order given: the first ones of each file, and the number of the others."""
    builder = SheetBuilder(width, look)
    if not found:
        builder.add_text("No problems.", Role.META)
    following = 0
    for problem in limited(found):
        number, following = following, following + (problem.problems if isinstance(problem, OmittedProblems) else 1)
        if isinstance(problem, OmittedProblems):
            builder.add_paragraph((Run(visible(problem.sentence("briefing check --all says which")), Role.META),))
            builder.add_gap()
            continue
        target = Target(TargetKind.PROBLEM, number)
        role = _ROLES[problem.severity]
        sign = {Severity.ERROR: look.signs.error, Severity.WARNING: look.signs.warning}.get(problem.severity, "-")
        indent = (Run("  "),)
        with builder.item(target):
            builder.add_paragraph((Run(visible(problem.sentence)),), (Run(f"{sign} ", role),), indent)
            place = Run(visible(problem.place.written), Role.LINK, target)
            builder.add_paragraph(
                (place, Run(f" {problem.severity}", role), Run(f" [{problem.code}]", Role.FAINT)), indent, indent
            )
        builder.add_gap()
    return builder.sheet()
