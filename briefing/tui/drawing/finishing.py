"""The question before a brief becomes final: what is wrong with it, and what nobody has confirmed. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.plurals import counted
from briefing.base.problems import Problem, Severity
from briefing.format.model import Brief
from briefing.render.lines import Role, Run
from briefing.render.sheet_builder import SheetBuilder
from briefing.tui.drawing.dialogs import Question

_MOST = 12
"""Problems and items of each kind that are named at most."""


def finish_question(brief: Brief, found: Sequence[Problem], *, is_checked: bool) -> Question:
    """Return the question. `found` are the problems of the brief that are counted."""

    def about(page: SheetBuilder) -> None:
        said = [f"{counted(len(found), 'problem')}"] if found else []
        said += [f"{brief.unreviewed} of {sum(1 for _ in brief.claims())} not reviewed"] if brief.unreviewed else []
        said += [] if is_checked else ["not checked yet"]
        page.add_paragraph((Run("This brief has ", Role.BODY), Run(", ".join(said) or "no problems", Role.WARNING)))

    def more(page: SheetBuilder) -> None:
        for problem in found[:_MOST]:
            role = Role.ERROR if problem.severity is Severity.ERROR else Role.WARNING
            lead = (Run(f"{page.look.signs.warning} ", role),)
            place = Run(f"line {problem.place.line}: ", Role.META)
            page.add_paragraph((place, Run(problem.sentence)), lead, (Run("  "),))
        _add_rest(page, len(found))
        unreviewed = [claim for claim in brief.claims() if not claim.is_reviewed]
        for claim in unreviewed[:_MOST]:
            lead = (Run(f"{page.look.signs.unreviewed} ", Role.WARNING),)
            page.add_paragraph((Run(claim.text.strip()),), lead, (Run("  "),))
        _add_rest(page, len(unreviewed))

    return Question(
        title="Finish this brief?",
        asked_by="edit.finish",
        note="status: final tells every reader that the brief is done",
        about=about,
        yes="write status: final all the same",
        no="go on",
        more=more,
    )


def _add_rest(page: SheetBuilder, count: int) -> None:
    if count > _MOST:
        page.add_paragraph((Run(f"and {count - _MOST} more", Role.META),))
