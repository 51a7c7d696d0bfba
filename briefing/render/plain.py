"""A brief as plain text, for output without a screen, made from the same lines as the panes."""

from __future__ import annotations

from briefing.evidence import Evidence
from briefing.format.model import Brief
from briefing.render.form import FULL
from briefing.render.lines import Line, Role, Run, Sheet
from briefing.render.panes import PANES
from briefing.render.parts.unverified import unverified
from briefing.render.symbols import Look


def panes(brief: Brief, width: int, look: Look, evidence: Evidence | None = None) -> tuple[Sheet, ...]:
    """Return the panes of a brief, in the order of `PANES`."""
    return tuple(pane.load()(brief, width, look, evidence, FULL) for pane in PANES)


def document(brief: Brief, width: int, look: Look, evidence: Evidence | None = None) -> tuple[Line, ...]:
    """Return the whole brief as lines in reading order, the marking first. Empty panes are left out.

    With `evidence`, the last part says which claims are not verified, and why.
    """
    lines: list[Line] = [(Run(str(brief.marking), Role.MARKING),), ()] if brief.marking else []
    sheets = panes(brief, width, look, evidence)
    parts = [(pane.title, sheet) for pane, sheet in zip(PANES, sheets, strict=True)]
    if evidence is not None:
        parts.append(("Why not verified", unverified(brief, evidence, width, look)))
    for number, (title, sheet) in enumerate(parts):
        if sheet.lines:
            if number:
                lines += [(), (Run(title.upper(), Role.HEADING),), ()]
            lines += sheet.lines
    return tuple(lines)
