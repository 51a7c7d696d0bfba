"""The brief beside the text that is briefed: how much of that is in it, its items, and what is still in the text."""

from __future__ import annotations

from briefing.base.frozen import frozen
from briefing.draft.briefed_text import BriefedText, Progress, ThingKind, thing_words
from briefing.evidence import Evidence
from briefing.format.model import Brief
from briefing.render.form import Density, PaneForm
from briefing.render.lines import ItemLines, Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.panes.figures import figures_pane
from briefing.render.panes.sources import sources_pane
from briefing.render.panes.timeline import timeline_pane
from briefing.render.parts.claim_line import ClaimLines
from briefing.render.parts.claims import dotted
from briefing.render.parts.verdict_marks import verdict_marks
from briefing.render.sheet_builder import SheetBuilder, crop_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop, tidy
from briefing.render.text.wrap import line_cells

_FORM = PaneForm(Density.TIGHT, has_title=False)
_NAMES = {ThingKind.NUMBER: "numbers", ThingKind.DATE: "dates", ThingKind.SPEAKER: "speakers"}
_METER = 14
"""Cells of a meter."""
_NAME = 10
"""Cells of the name of a meter, with the gap after it."""
_FEWEST = 2
"""Rows that what is left takes at least, with its heading."""
_SHARE = 3
"""What is left in the text takes a third of the rows at most."""
_WORDS = 16
"""Cells of the words of a thing that is left, at least."""


@frozen
class BriefInWork:
    """A brief, what is known of it, and how much of a text is in it."""

    brief: Brief
    evidence: Evidence | None
    """None: not known yet; then nothing of the text counts as quoted."""
    briefed: BriefedText
    progress: Progress


@frozen
class BriefBeside:
    """The parts of the page: only the items scroll."""

    above: tuple[Line, ...]
    items: Sheet
    below: tuple[Line, ...]


def brief_beside(shown: BriefInWork, width: int, rows: int, look: Look) -> BriefBeside:
    """Typeset the brief beside its text, at a width in cells, in so many rows."""
    above = (*meters(shown.progress, width, look), ())
    items = _items(shown.brief, shown.evidence, width, look)
    free = rows - len(above) - len(items.lines) - 1
    below = _left(shown, width, max(free, rows // _SHARE), look)
    return BriefBeside(above, items, below)


def meters(progress: Progress, width: int, look: Look) -> tuple[Line, ...]:
    """Return one line for each kind of things: how many are in the brief, and of how many."""
    lines: list[Line] = []
    for kind, (inside, every) in progress.found.items():
        done = inside * _METER // every if every else 0
        bar = (Run(look.signs.heavy * done, Role.ACCENT), Run(look.signs.rule * (_METER - done), Role.RULE))
        said = Run(f"  {inside} of {every}")
        lines.append(
            crop_line(
                (Run(f"{_NAMES[kind]:<{_NAME}}"), *(bar if look.signs.rule else ()), said), width, look.signs.ellipsis
            )
        )
    return tuple(lines)


def meter_line(progress: Progress, look: Look) -> Line:
    """Return all of them in one line, for where there is no room for the brief."""
    parts = [[Run(f"{_NAMES[kind]} {inside} of {every}")] for kind, (inside, every) in progress.found.items()]
    return tuple(dotted(parts, look))


def _items(brief: Brief, evidence: Evidence | None, width: int, look: Look) -> Sheet:
    """Return the items of the brief, each in as few rows as it needs, by kind."""
    panes = {
        "Points": _points(brief, evidence, width, look),
        "Figures": figures_pane(brief, width, look, evidence, _FORM),
        "Timeline": timeline_pane(brief, width, look, evidence, _FORM),
        "Sources": sources_pane(brief, width, look, evidence, _FORM),
        "Open": _open(brief, width, look),
    }
    lines: list[Line] = []
    items: list[ItemLines] = []
    for name, sheet in panes.items():
        if not sheet.lines:
            continue
        if lines:
            lines.append(())
        lines.append((Run(name.upper(), Role.HEADING),))
        items += [ItemLines(one.first + len(lines), one.last + len(lines), one.target) for one in sheet.items]
        lines += sheet.lines
    return Sheet(tuple(lines), tuple(items))


def _points(brief: Brief, evidence: Evidence | None, width: int, look: Look) -> Sheet:
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence), _FORM)
    lines = ClaimLines(builder, brief)
    for number, point in enumerate(brief.summary):
        target = Target(TargetKind.POINT, number)
        with builder.item(target):
            builder.add_paragraph(lines.words(point, target), *lines.lead(target), hyphens=lines.breaks_hyphens(point))
    return builder.sheet()


def _open(brief: Brief, width: int, look: Look) -> Sheet:
    builder = SheetBuilder(width, look)
    for number, text in enumerate(brief.open):
        with builder.item(Target(TargetKind.OPEN, number)):
            builder.add_paragraph((Run(text.strip()),), (Run(f"{look.signs.open} ", Role.HEDGE),), (Run("  "),))
    return builder.sheet()


def _left(work: BriefInWork, width: int, rows: int, look: Look) -> tuple[Line, ...]:
    """Return what no item quotes, one thing a line, in so many rows; the last says how many more there are."""
    left, text = work.progress.left, work.briefed.text
    if not left or rows < _FEWEST:
        return ()
    shown = left if len(left) < rows else left[: rows - 2]
    words = [tidy(text[slice(*one.span)]).strip() for one in shown]
    column = min(max(map(cells, words), default=0), max(_WORDS, width // 3))
    lines: list[Line] = [(Run("STILL IN THE TEXT, IN NO ITEM", Role.HEADING),)]
    for thing, said in zip(shown, words, strict=True):
        name = crop(said, column, look.signs.ellipsis)
        gap = Run(" " * (column - cells(name) + 1))
        about = crop(tidy(thing_words(thing)), max(0, width - column - 3), look.signs.ellipsis)
        lines.append((Run("  "), Run(name, Role.FOUND), gap, Run(about, Role.META)))
    if len(shown) < len(left):
        lines.append((Run(f"  and {len(left) - len(shown):,} more", Role.META),))
    return tuple(line if line_cells(line) <= width else crop_line(line, width, look.signs.ellipsis) for line in lines)
