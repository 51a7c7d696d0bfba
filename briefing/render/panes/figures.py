"""The pane of key figures: numbers aligned at their decimal points, what they count, and who says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.base.frozen import frozen
from briefing.evidence import Evidence
from briefing.format.model import Brief, Figure, FigureKind
from briefing.render.form import FULL, PaneForm
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.amounts import AmountParts
from briefing.render.parts.bars import BarScale, bar_scales, figure_bar
from briefing.render.parts.claims import (
    add_details,
    attribution,
    cite_marks,
    date_runs,
    dotted,
    stated_runs,
    with_cite_marks,
)
from briefing.render.parts.derived import DerivedNumber, derivation_runs, derived_numbers, figure_parts
from briefing.render.parts.verdict_marks import verdict_marks
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from briefing.render.text.wrap import line_cells

_BESIDE = 60
"""Width in cells from which the label is beside its number rather than below it."""
_WIDEST_NUMBER = 24
"""Greatest width in cells of the column of numbers; a wider number gets a line of its own."""
_WIDEST_TAIL = 18
"""Greatest width in cells of fraction and unit; otherwise the label goes below the number."""
_WIDEST_BAR = 32
_WIDEST_ABOVE = 9
"""`_WIDEST_NUMBER` for narrow panes, where labels are below the numbers."""
_DETAILED = 60
"""Width in cells from which the pane also says what kind of number it is, and how it relates to others."""

_ID = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")


@frozen
class _Columns:
    """Columns of the figures, in cells."""

    whole: int
    """Width of hedge and number up to the decimal point."""
    tail: int
    """Width of fraction and unit if labels are beside the numbers; 0 if they are below."""

    @property
    def text(self) -> int:
        """Where labels begin."""
        return self.whole + (self.tail + 2 if self.tail else 1)


def figures_pane(
    brief: Brief, width: int, look: Look, evidence: Evidence | None = None, form: PaneForm = FULL
) -> Sheet:
    """Typeset the pane of key figures."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence), form)
    computed = derived_numbers(brief)
    numbers = [figure_parts(figure, computed.get(index), look) for index, figure in enumerate(brief.figures)]
    columns = _columns(brief.figures, numbers, builder.measure)
    drawn = bar_scales(brief.figures)
    named = _ids_in_formulas(brief)
    for index, figure in enumerate(brief.figures):
        with builder.item(Target(TargetKind.FIGURE, index)):
            _head(builder, brief, index, numbers[index], columns)
            _bar(builder, figure, drawn.get(index), columns)
            keys = _keys(figure, is_named=figure.id in named)
            _add_details(builder, brief, index, _Details(computed.get(index), keys), (Run(" " * columns.text),))
        if builder.measure >= _BESIDE:
            builder.add_gap()
    return builder.sheet()


def _columns(all_figures: Sequence[Figure], numbers: Sequence[AmountParts | None], measure: int) -> _Columns:
    widest = min(_WIDEST_NUMBER, measure // 3) if measure >= _BESIDE else min(_WIDEST_ABOVE, measure // 3)
    given = [
        (number, figure)
        for number, figure in zip(numbers, all_figures, strict=True)
        if number is not None and cells(number.hedge + number.whole) <= widest
    ]
    whole = max((cells(number.hedge + number.whole) for number, _ in given), default=0)
    if measure < _BESIDE:
        return _Columns(min(whole, measure // 3), 0)
    tails = [cells(number.fraction) + 1 + cells(_unit(figure, number)) for number, figure in given]
    tail = max((tail for tail in tails if tail <= _WIDEST_TAIL), default=8)
    return _Columns(whole, tail) if whole + tail <= measure * 2 // 5 else _Columns(min(whole, measure // 3), 0)


def _head(builder: SheetBuilder, brief: Brief, index: int, number: AmountParts | None, columns: _Columns) -> None:
    """Add the number and what it counts: side by side, or one below the other."""
    figure = brief.figures[index]
    target = Target(TargetKind.FIGURE, index)
    label = with_cite_marks(figure.text, cite_marks(builder, figure.cites, target, brief))
    indent = (Run(" " * columns.text),)
    before, head = _amount(figure, number, columns, builder.look)
    free = columns.text - line_cells((*before, *head))
    if columns.tail and free > 0:
        drawn = (Run(run.text.replace(NO_BREAK, " "), run.role, run.target) for run in head)
        builder.add_paragraph(label, (*before, *drawn, Run(" " * free)), indent)
    else:
        builder.add_paragraph(head, before, indent)
        builder.add_paragraph(label, indent, indent)


def _amount(figure: Figure, number: AmountParts | None, columns: _Columns, look: Look) -> tuple[Line, Line]:
    """Return the space before a number, so that it ends at its column, and the number with its unit."""
    if number is None:
        said = stated_runs(figure, look) or [Run("no number", Role.META)]
        return (), (*said, *((Run(f" ({figure.unit})", Role.UNIT),) if figure.unit else ()))
    before = " " * (columns.whole - cells(number.hedge + number.whole))
    name = _unit(figure, number)
    unit = (Run(" "), Run(name, Role.UNIT)) if name else ()
    in_words = any(map(str.isalpha, number.hedge))
    hedge = Run(number.hedge.replace(" ", NO_BREAK), Role.HEDGE if in_words else Role.ACCENT)
    runs = (hedge, Run(number.whole + number.fraction, Role.NUMBER), *unit)
    return ((Run(before),) if before else ()), tuple(run for run in runs if run.text)


def _unit(figure: Figure, number: AmountParts) -> str:
    return tidy(number.unit or figure.unit or "")


@frozen
class _Details:
    """Further facts about a figure."""

    computed: DerivedNumber | None
    keys: Sequence[str]
    """What kind of number it is, and how it relates to others, in a few words each."""


def _keys(figure: Figure, *, is_named: bool) -> list[str]:
    keys = [f"a {figure.kind}"] if figure.kind and figure.kind is not FigureKind.CHANGE else []
    keys += [f"id: {figure.id}"] if is_named else []
    keys += [f"compared as: {figure.measure}"] if figure.measure else []
    return keys


def _add_details(builder: SheetBuilder, brief: Brief, index: int, details: _Details, indent: Line) -> None:
    figure, is_detailed = brief.figures[index], builder.measure >= _DETAILED
    parts = [
        [Run("a change", Role.META)] if figure.kind is FigureKind.CHANGE else [],
        attribution(figure, brief),
        date_runs(figure, builder.look),
        stated_runs(figure, builder.look) if figure.amount is not None or figure.derived else [],
        *derivation_runs(figure, details.computed, builder.look, formula=is_detailed),
    ]
    add_details(builder, figure, brief, parts, indent)
    if is_detailed and details.keys:
        builder.add_paragraph(
            dotted([[Run(key, Role.FAINT)] for key in details.keys], builder.look), indent, indent, hyphens=False
        )


def _ids_in_formulas(brief: Brief) -> set[str]:
    """Return the ids used in formulas: only these are shown to the reader."""
    return {word for figure in brief.figures if figure.derived for word in _ID.findall(figure.derived)}


def _bar(builder: SheetBuilder, figure: Figure, scale: BarScale | None, columns: _Columns) -> None:
    if scale is None:
        return
    width = min(_WIDEST_BAR, builder.measure - columns.text)
    drawn = figure_bar(figure, scale, width, builder.look)
    if drawn:
        builder.add_line(Run(" " * columns.text), *drawn)
