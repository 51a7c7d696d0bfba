"""Derived figures: recomputed with their range, rounded, and always labelled as derived."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from briefing.base.frozen import frozen
from briefing.format.arithmetic import Calculation, DerivationError, Derived, parse_expression
from briefing.format.model import Amount, Brief, Figure, Hedge
from briefing.render.lines import Role, Run
from briefing.render.parts.amounts import AmountParts, amount_parts, grouped, rounded, rounded_to
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK

_OPERATORS = frozenset("+-*/")
_PERCENT = frozenset({None, "%", "per cent", "percent"})
"""Units with which a part of a whole is shown in percent."""
_LEAST_SHARE = Decimal("0.001")
"""Smaller parts are clearer as they are than in percent."""
_MIXED = "*"
"""In place of a unit: several units, or a power of one."""


@frozen
class DerivedNumber:
    """Result of recomputing a derived figure."""

    derived: Derived | None
    """The value with its range; of a share, in percent. None: it could not be computed."""
    share: bool = False
    """True if it is a part of a whole of the same unit."""
    reason: str = ""
    """Why it could not be computed, as a sentence. Empty: it was computed."""


def derived_numbers(brief: Brief) -> dict[int, DerivedNumber]:
    """Recompute the derived figures of a brief that give no number of their own, by index."""
    known = {figure.id: figure for figure in brief.figures if figure.id}
    calculation = Calculation(known)
    found: dict[int, DerivedNumber] = {}
    for index, figure in enumerate(brief.figures):
        if figure.derived and figure.amount is None:
            try:
                found[index] = _derived_number(figure, calculation.result(figure.derived), known)
            except DerivationError as error:
                found[index] = DerivedNumber(None, reason=str(error))
    return found


def _derived_number(figure: Figure, derived: Derived, known: Mapping[str, Figure]) -> DerivedNumber:
    """Return the result of a derived figure, in percent for a part of a whole."""
    is_part = figure.unit in _PERCENT and _LEAST_SHARE <= derived.central <= 1
    if not is_part or not is_share(figure.derived or "", known):
        return DerivedNumber(derived)
    percent = Derived(derived.low * 100, derived.high * 100, derived.central * 100, derived.doubtful)
    return DerivedNumber(percent, share=True)


def figure_parts(figure: Figure, computed: DerivedNumber | None, look: Look) -> AmountParts | None:
    """Return the number of a figure in parts, computed if it is derived. None: it has none."""
    if figure.amount is not None:
        return amount_parts(figure.amount, figure.approx, look)
    if computed is None or computed.derived is None:
        return None
    hedge, value = _hedged_value(computed.derived)
    number = amount_parts(Amount(value, value), figure.approx or hedge, look)
    is_percent = computed.share and not figure.unit
    return AmountParts(number.hedge, number.whole, number.fraction, "%") if is_percent else number


def derivation_runs(
    figure: Figure, computed: DerivedNumber | None, look: Look, *, formula: bool = True
) -> list[list[Run]]:
    """Return that a figure is derived, with `formula` also how, and the range of the result."""
    if not figure.derived:
        return []
    how = f"derived: {figure.derived.replace(' ', NO_BREAK)}" if formula else "derived"
    parts = [[Run(how, Role.META)]]
    if computed is not None and computed.derived is None:
        parts.append([Run(f"not computed: {computed.reason}", Role.WARNING)])
    if computed is not None and computed.derived is not None and computed.derived.doubtful:
        unit = "%" if computed.share else ""
        parts.append([Run(_range_words(computed.derived, unit, look), Role.META)])
    return parts


def _hedged_value(derived: Derived) -> tuple[Hedge | None, Decimal]:
    """Return the number that represents a derived one, and its hedge. If only one end is known, that end."""
    low, high = _rounded_ends(derived)
    if low is not None and high is None:
        return Hedge.AT_LEAST, low
    if high is not None and low is None:
        return Hedge.AT_MOST, high
    if not derived.doubtful:
        return None, rounded(derived.central)
    return Hedge.ABOUT, rounded_to(derived.central, _place(derived))


def _range_words(derived: Derived, unit: str, look: Look) -> str:
    """Return the range of the true number in words, as far as it is known."""
    low, high = (f"{grouped(end, look)} {unit}".strip() if end is not None else "" for end in _rounded_ends(derived))
    if low and high:
        return f"between {low} and {high}".replace(" %", f"{NO_BREAK}%")
    if low or high:
        return f"at least {low}, how much more is not known" if low else f"at most {high}, how much less is not known"
    return "how much more or less is not known"


def _rounded_ends(derived: Derived) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends of the range, rounded outward. None: no bound there.

    A lower end of zero is left out if the operands only have upper bounds: it says nothing.
    """
    place = _place(derived)
    low = rounded_to(derived.low, place, ROUND_FLOOR) if derived.low.is_finite() else None
    high = rounded_to(derived.high, place, ROUND_CEILING) if derived.high.is_finite() else None
    is_below = derived.low == 0 and (high is None or derived.high <= derived.central)
    return None if is_below else low, high


def _place(derived: Derived) -> int:
    """Return the power of ten to which an uncertain number is rounded: the range is about five such steps."""
    ends = [end for end in (derived.low, derived.high) if end.is_finite()]
    width = derived.high - derived.low if len(ends) > 1 else Decimal(0)
    leading = max((end.adjusted() for end in (*ends, derived.central) if end), default=0)
    if not width:
        return leading - 1
    return min((width / 5).adjusted(), leading)


def is_share(expression: str, known: Mapping[str, Figure]) -> bool:
    """Tell whether an expression divides figures of one unit by figures of the same unit.

    The result then has no unit.

    Raises:
        DerivationError: the expression cannot be read.

    """
    steps = parse_expression(expression).steps
    units: list[str] = []
    same = False
    for step in steps:
        if step not in _OPERATORS:
            units.append(_unit(known.get(step)))
            continue
        right, left = units.pop(), units.pop()
        same = left == right != _MIXED
        units.append(left if same and step in "+-" else _MIXED)
    return same and steps[-1:] == ("/",)


def _unit(figure: Figure | None) -> str:
    """Return the unit of an operand; `_MIXED` for a derived number without one, which may be a count or a share."""
    if figure is None or (figure.derived and not figure.unit):
        return _MIXED
    return figure.unit or ""
