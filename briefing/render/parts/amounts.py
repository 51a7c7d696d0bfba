"""Numbers in writing: grouped, with the digits that the author wrote, after the hedge of the source."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from briefing.base.frozen import frozen
from briefing.format import amounts
from briefing.format.model import Amount, Figure, Hedge
from briefing.render.symbols import Look

_SIGNS = {
    Hedge.ABOUT: "≈",
    Hedge.OVER: ">",
    Hedge.UNDER: "<",
    Hedge.AT_LEAST: "≥",
    Hedge.AT_MOST: "≤",
    Hedge.NEARLY: "nearly ",
}
_MOST_DIGITS = 25
"""Numbers with more digits are not rounded: decimals have 28 digits of precision, and rounding would lose some."""
_SIGNIFICANT = 3
"""Least number of significant digits of a calculated number."""
_ASCII_SIGNS = {Hedge.ABOUT: "~", Hedge.AT_LEAST: ">=", Hedge.AT_MOST: "<="}


@frozen
class AmountParts:
    """A number in parts, so that numbers can be aligned at their decimal points."""

    hedge: str
    """Sign or word before the number, followed by a space if it needs one."""
    whole: str
    """Up to the decimal point; for an interval, up to the point of its high end, or of its central value."""
    fraction: str
    """From the decimal point on, including the point, and the interval around a central value; may be empty."""
    unit: str = ""
    """Unit that results from the calculation: "%" for a share. Empty: the number has only the unit of its figure."""

    @property
    def text(self) -> str:
        """The number as one text."""
        return f"{self.hedge}{self.whole}{self.fraction}{' ' if self.unit else ''}{self.unit}"


def grouped(value: Decimal, look: Look) -> str:
    """Return a number with its thousands grouped and every digit that was written."""
    return amounts.grouped_number(value).replace(amounts.MINUS, look.signs.minus)


def hedge_sign(hedge: Hedge | None, look: Look) -> str:
    """Return the sign or word before a number for its hedge; empty without one."""
    if hedge is None:
        return ""
    if look.plain:
        return f"{hedge} "
    return _ASCII_SIGNS.get(hedge, _SIGNS[hedge]) if look.ascii else _SIGNS[hedge]


def amount_parts(amount: Amount, hedge: Hedge | None, look: Look) -> AmountParts:
    """Return a number or an interval in parts."""
    sign = hedge_sign(hedge, look)
    high, point, fraction = grouped(amount.high, look).partition(".")
    if not amount.is_interval:
        return AmountParts(sign, high, point + fraction)
    dashed = amount.low >= 0 and not look.ascii and not look.plain
    low = f"{grouped(amount.low, look)}{look.signs.dash if dashed else ' to '}"
    if amount.central is None:
        return AmountParts(sign, low + high, point + fraction)
    whole, dot, rest = grouped(amount.central, look).partition(".")
    return AmountParts(sign, whole, f"{dot}{rest} ({low}{high}{point}{fraction})")


def amount_text(figure: Figure, look: Look) -> str:
    """Return number, hedge and unit as running text: "≈3,000 people". Empty if the figure has no number."""
    if figure.amount is None:
        return ""
    number = amount_parts(figure.amount, figure.approx, look).text
    return f"{number} {figure.unit}" if figure.unit else number


def rounded(value: Decimal) -> Decimal:
    """Return a calculated number rounded to its whole part, or to three significant digits if these are more."""
    if value.adjusted() > _MOST_DIGITS:
        return value
    places = max(0, _SIGNIFICANT - 1 - value.adjusted()) if value else 0
    shown = value.quantize(Decimal(1).scaleb(-places)) if places < _SIGNIFICANT + 6 else value.normalize()
    return shown.normalize() if shown == value else shown


def rounded_to(value: Decimal, place: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Return a number rounded to 10 to the power of `place`: 2 gives whole hundreds."""
    if value.adjusted() - place > _MOST_DIGITS:
        return value
    whole = value.scaleb(-place).to_integral_value(rounding)
    return whole.scaleb(place)
