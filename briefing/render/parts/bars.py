"""Bars of figures: which figures can be compared by eye, and how long their bars are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.base.frozen import frozen
from briefing.format.model import Amount, Figure, FigureKind
from briefing.render.lines import Role, Run
from briefing.render.symbols import Look


@frozen
class BarScale:
    """The common scale of figures of the same kind and unit. It always includes zero."""

    low: Decimal
    """Zero, or the least value if that is negative."""
    high: Decimal
    """Zero, or the greatest value if that is positive."""


def bar_scales(figures: Sequence[Figure]) -> dict[int, BarScale]:
    """Return the scale of each figure that has a bar, by index: only if another one has the same kind and unit."""
    alike: dict[tuple[FigureKind, str | None], dict[int, Amount]] = {}
    for index, figure in enumerate(figures):
        if figure.kind and figure.amount:
            alike.setdefault((figure.kind, figure.unit), {})[index] = figure.amount
    found: dict[int, BarScale] = {}
    for amounts in alike.values():
        low = min(Decimal(0), *(min(amount.low, amount.high) for amount in amounts.values()))
        high = max(Decimal(0), *(max(amount.low, amount.high) for amount in amounts.values()))
        if len(amounts) > 1 and low != high:
            found |= dict.fromkeys(amounts, BarScale(low, high))
    return found


def figure_bar(figure: Figure, scale: BarScale, width: int, look: Look) -> tuple[Run, ...]:
    """Return the bar of a figure from zero, at most `width` cells; the range of an interval is drawn lighter."""
    if figure.amount is None or not look.signs.eighths or width < 1:
        return ()
    near, far = sorted((figure.amount.low, figure.amount.high), key=abs)
    unit = Decimal(width) / (scale.high - scale.low)
    zero = int(-scale.low * unit)
    if far < 0:
        return _leftward(int(-far * unit), int(-near * unit) if near < 0 else 0, zero, look)
    return _rightward(near, far, unit, zero, look)


def _rightward(near: Decimal, far: Decimal, unit: Decimal, zero: int, look: Look) -> tuple[Run, ...]:
    steps = look.signs.eighths
    full, part = divmod(int(max(near, Decimal(0)) * unit * (len(steps) - 1)), len(steps) - 1)
    solid = steps[-1] * full + (steps[part] if part else "")
    reach = int(far * unit)
    doubt = look.signs.doubt * max(0, reach - len(solid)) if near != far else ""
    if not solid and not doubt and far > 0:
        solid = steps[1]  # a number other than zero always has a bar
    runs = (Run(" " * zero, Role.BAR), Run(solid, Role.BAR), Run(doubt, Role.FAINT))
    return tuple(run for run in runs if run.text)


def _leftward(far: int, near: int, zero: int, look: Look) -> tuple[Run, ...]:
    solid = max(near, 0) if near != far else far
    runs = (
        Run(" " * max(0, zero - max(far, solid, 1)), Role.BAR),
        Run(look.signs.doubt * max(0, far - solid), Role.FAINT),
        Run(look.signs.eighths[-1] * solid or look.signs.right_half, Role.BAR),
    )
    return tuple(run for run in runs if run.text)
