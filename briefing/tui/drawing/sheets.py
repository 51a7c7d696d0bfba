"""The sheet that each pane shows of a brief at a width, or a sentence in place of it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem, count_of_problems
from briefing.evidence import Evidence
from briefing.format.model import Brief, Claim, Reading
from briefing.render.form import FULL, Density, PaneForm
from briefing.render.lines import ItemLines, Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.panes import PANES
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from briefing.tui.panes import MAIN

_PANES = {pane.name: pane for pane in PANES}
_BLOCKS: dict[TargetKind, Callable[[Brief], Sequence[object]]] = {
    TargetKind.POINT: lambda brief: brief.summary,
    TargetKind.FIGURE: lambda brief: brief.figures,
    TargetKind.EVENT: lambda brief: brief.timeline,
    TargetKind.SOURCE: lambda brief: brief.sources,
    TargetKind.OPEN: lambda brief: brief.open,
    TargetKind.RELATED: lambda brief: brief.related,
}
"""By kind of item: the items that a brief has of it."""
_SHOWN_WHOLE: dict[str, Callable[[Brief], Sequence[object]]] = {
    pane.name: _BLOCKS[pane.kinds[0]] for pane in PANES if pane.kinds and pane.kinds[0] in _BLOCKS
}
"""By pane: its items that no form leaves out."""


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
    if name != MAIN or not reading.problems or form.density is not Density.FULL:  # else the bar of the title says it
        return sheet
    found = (*reading.problems, *(content.evidence.findings if content.evidence else ()))
    return _with_problems(sheet, found, width, look)


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


def item_count(name: str, brief: Brief | None) -> int:
    """Return how many items a brief has for the pane of that name: points, figures, events, sources."""
    return 0 if brief is None else sum(len(_BLOCKS[kind](brief)) for kind in _PANES[name].kinds if kind in _BLOCKS)


def least_lines(name: str, brief: Brief | None, width: int, enough: int) -> int:
    """Return how many lines the pane of that name has at least, in every form, at a width in cells.

    Each of its items has a line, and as many as its words fill. Counting ends at `enough`.
    """
    lines = 0
    for item in _SHOWN_WHOLE[name](brief) if brief is not None and name in _SHOWN_WHOLE else ():
        lines += 1
        if isinstance(item, Claim) and len(item.text) > width:
            words = tidy(item.text[: 2 * enough * width])
            # Blanks are not drawn at the ends of lines.
            lines += cells(words.replace(" ", "").replace(NO_BREAK, "")) // (width + 1)
        if lines >= enough:
            break
    return lines


def items_in_sheet(name: str, sheet: Sheet) -> list[ItemLines]:
    """Return the items that are counted in the heading of the pane of that name."""
    kinds = _PANES[name].kinds if name in _PANES else ()
    return [item for item in sheet.items if item.target.kind in kinds]


def brief_readout(content: BriefContent, look: Look, target: Target, width: int, form: PaneForm) -> Line:
    """Return what the readout says of an item of a brief, whose pane is typeset at a width and in a form."""
    from briefing.render.parts.readout import readout_line  # not needed until something is drawn below the panes

    brief = content.reading.brief
    if brief is None:
        return ()
    axis = 0
    if target.kind is TargetKind.EVENT:
        from briefing.render.parts.time_axis import axis_cells, axis_events  # only where there are events

        axis = axis_cells(axis_events(brief), width, look, form.density)
    return readout_line(brief, target, look, content.evidence, axis)


class PaneSheets:
    """What the panes show of one brief, each typeset once at a width and in a form."""

    def __init__(self, content: BriefContent) -> None:
        self.content = content
        self._kept: dict[tuple[str, int, PaneForm, Look], Sheet] = {}

    def sheet(self, name: str, width: int, form: PaneForm, look: Look) -> Sheet:
        """Return the sheet of the pane of that name."""
        key = (name, width, form, look)
        if key not in self._kept:
            self._kept[key] = pane_sheet(name, self.content, look, width, form)
        return self._kept[key]
