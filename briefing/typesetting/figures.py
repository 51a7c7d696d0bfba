"""Owns the pane of key figures: numbers under each other by their points, what they count, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Amount, Brief, Figure, FigureKind
from briefing.typesetting.bars import Scale, bar, scales
from briefing.typesetting.cells import cells, tidy
from briefing.typesetting.claims import attribution, beneath, cite_marks, dated, stated, worded
from briefing.typesetting.lines import Kind, Line, Role, Run, Sheet, Target
from briefing.typesetting.look import Look
from briefing.typesetting.numbers import Written, written
from briefing.typesetting.pages import Page

_BESIDE = 60
"""Width from which the label stands beside its number rather than under it."""
_WIDEST_NUMBER = 24
"""Cells of the column of numbers beyond which a number gets a line of its own."""
_WIDEST_UNIT = 14
_WIDEST_BAR = 40
_DETAILED = 60
"""Width from which the keys that tie figures to each other are said too."""
_KINDS = {FigureKind.LEVEL: "level", FigureKind.TOTAL: "total", FigureKind.CHANGE: "change"}


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of every figure stand, in cells."""

    whole: int
    """Width of hedge and number up to the point: their right end."""
    number: int
    """Width of the whole column of numbers."""
    unit: int
    """Width of the column of units when labels stand beside the numbers; 0 when under them."""

    @property
    def text(self) -> int:
        """Where labels begin."""
        return self.number + 1 + (self.unit + 2 if self.unit else 0)


def figures(brief: Brief, width: int, look: Look) -> Sheet:
    """Set the pane of key figures."""
    page = Page(width, look)
    numbers = [_number(figure, brief, look) for figure in brief.figures]
    columns = _columns(brief.figures, numbers, page.measure)
    drawn = scales(brief.figures)
    for index, figure in enumerate(brief.figures):
        with page.item(Target(Kind.FIGURE, index)):
            _figure(page, brief, index, numbers[index], columns)
            _bar(page, figure, drawn.get(index), columns)
        if columns.unit:
            page.gap()
    return page.sheet()


def _number(figure: Figure, brief: Brief, look: Look) -> Written | None:
    """Return the number of a figure, reckoned where it is derived. None: it has none."""
    amount = figure.amount if figure.amount is not None else reckoned(figure, brief)
    return written(amount, figure.approx, look) if amount is not None else None


def reckoned(figure: Figure, brief: Brief) -> Amount | None:
    """Return the number of a derived figure. None: it is not derived, or cannot be reckoned."""
    del brief
    return figure.amount


def _columns(all_figures: Sequence[Figure], numbers: Sequence[Written | None], measure: int) -> _Columns:
    given = [
        number for number in numbers if number is not None and cells(number.text) <= min(_WIDEST_NUMBER, measure // 2)
    ]
    whole = max((cells(number.hedge + number.whole) for number in given), default=0)
    fraction = max((cells(number.fraction) for number in given), default=0)
    units = [cells(tidy(figure.unit)) for figure in all_figures if figure.unit]
    unit = min(_WIDEST_UNIT, max(units, default=1)) if measure >= _BESIDE else 0
    return _Columns(whole, whole + fraction, unit)


def _figure(page: Page, brief: Brief, index: int, number: Written | None, columns: _Columns) -> None:
    figure = brief.figures[index]
    target = Target(Kind.FIGURE, index)
    label = worded(figure.text, cite_marks(figure.cites, target, brief, page.look))
    indent = (Run(" " * columns.text),)
    head = _head(figure, number, columns, page.look)
    if columns.unit and sum(cells(run.text) for run in head) < columns.text:
        free = columns.text - sum(cells(run.text) for run in head)
        page.fill(label, (*head, Run(" " * free)), indent)
    else:
        page.fill(head, (), indent)
        page.fill(label, indent, indent)
    parts = [
        [Run(_KINDS[figure.kind], Role.META)] if figure.kind else [],
        attribution(figure, brief),
        dated(figure),
        stated(figure, page.look) if number is not None else [],
        [Run("derived: ", Role.HEDGE), Run(figure.derived, Role.META)] if figure.derived else [],
    ]
    beneath(page, figure, brief, parts, indent)
    if figure.measure and page.measure >= _DETAILED:
        page.fill((Run(f"compared as {figure.measure}", Role.FAINT),), indent, indent)


def _head(figure: Figure, number: Written | None, columns: _Columns, look: Look) -> Line:
    """Return number and unit, the number ending at its column."""
    unit = (Run(" "), Run(tidy(figure.unit), Role.UNIT)) if figure.unit else ()
    if number is None:
        said = stated(figure, look) or [Run("no number", Role.HEDGE)]
        return (*said, *unit)
    before = " " * (columns.whole - cells(number.hedge + number.whole))
    after = " " * max(0, columns.number - columns.whole - cells(number.fraction))
    hedge = (Run(number.hedge, Role.HEDGE),) if number.hedge else ()
    return tuple(
        run
        for run in (Run(before), *hedge, Run(number.whole + number.fraction, Role.NUMBER), Run(after), *unit)
        if run.text
    )


def _bar(page: Page, figure: Figure, scale: Scale | None, columns: _Columns) -> None:
    if scale is None:
        return
    width = min(_WIDEST_BAR, page.measure - columns.text)
    drawn = bar(figure, scale, width, page.look)
    if drawn:
        page.line(Run(" " * columns.text), *drawn)
