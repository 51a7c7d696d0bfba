"""The sheet that each pane shows of a brief at a width, or a sentence in place of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.base.problems import Problem, counted_problems
from briefing.evidence import Evidence
from briefing.format.model import Brief
from briefing.format.parse import Reading
from briefing.render.form import FULL, PaneForm
from briefing.render.lines import ItemLines, Role, Run, Sheet
from briefing.render.panes import PANES
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.tui.panes import MAIN

_PANES = {pane.name: pane for pane in PANES}


class BriefContent(NamedTuple):
    """What panes show of a brief: what was read and what checking has found."""

    reading: Reading
    evidence: Evidence | None
    """None: not known yet, or the brief cannot be read."""


def pane_sheet(name: str, content: BriefContent, look: Look, width: int, form: PaneForm = FULL) -> Sheet:
    """Typeset what the pane of that name shows, in a form."""
    reading, brief = content.reading, content.reading.brief
    if brief is None:
        return _all_problems(reading.problems, width, look) if name == MAIN else Sheet(())
    pane = _PANES[name]
    typeset = _main if name == MAIN else pane.load()
    sheet = typeset(brief, width, look, content.evidence, form)
    if not sheet.lines:
        return _sentence(pane.empty, width, look)
    if name != MAIN or not reading.problems:
        return sheet
    found = (*reading.problems, *(content.evidence.findings if content.evidence else ()))
    return _with_problems(sheet, counted_problems(found), width, look)


def _with_problems(sheet: Sheet, found: Sequence[Problem], width: int, look: Look) -> Sheet:
    """Return the sheet with a line above it that says how many problems there are."""
    page = SheetBuilder(width, look)
    page.add_paragraph(
        (
            Run(f"{look.signs.warning} {count_of_problems(found)} in this file", Role.ERROR),
            Run("  ! tells where", Role.META),
        )
    )
    page.add_gap()
    down = len(page.lines)
    items = tuple(ItemLines(item.first + down, item.last + down, item.target) for item in sheet.items)
    return Sheet((*page.lines, *sheet.lines), items)


def _sentence(text: str, width: int, look: Look) -> Sheet:
    page = SheetBuilder(width, look)
    page.add_text(text, Role.META)
    return page.sheet()


def _main(brief: Brief, width: int, look: Look, evidence: Evidence | None, form: PaneForm) -> Sheet:
    """Typeset the main pane. Without evidence it says that the claims are being checked."""
    from briefing.render.panes.summary import unchecked_summary_pane

    if evidence is None:
        return unchecked_summary_pane(brief, width, look, form)
    return _PANES[MAIN].load()(brief, width, look, evidence, form)


def _all_problems(found: Sequence[Problem], width: int, look: Look) -> Sheet:
    from briefing.render.pages.problems import problems_page  # not needed where a brief can be shown

    return problems_page(found, width, look)


def count_of_problems(found: Sequence[Problem]) -> str:
    """Return a number of problems in words: "1 problem", "2 problems"."""
    return "1 problem" if len(found) == 1 else f"{len(found)} problems"
