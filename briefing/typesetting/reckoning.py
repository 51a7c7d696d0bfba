"""Owns how derived figures are shown: recomputed with their doubt, rounded, and always said to be derived."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing.derivation import DerivationError, Derived, compute
from briefing.model import Amount, Brief, Figure
from briefing.typesetting.cells import NO_BREAK
from briefing.typesetting.lines import Role, Run
from briefing.typesetting.look import Look
from briefing.typesetting.numbers import Written, about, grouped, rounded, written


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What became of recomputing a derived figure."""

    derived: Derived | None
    """None: it could not be computed."""
    reason: str = ""
    """Why not, as a sentence. Empty when it was computed."""


def reckon(brief: Brief) -> dict[int, Reckoning]:
    """Recompute the derived figures of a brief that give no number of their own, by index."""
    known = {figure.id: figure for figure in brief.figures if figure.id}
    found: dict[int, Reckoning] = {}
    for index, figure in enumerate(brief.figures):
        if figure.derived and figure.amount is None:
            try:
                found[index] = Reckoning(compute(figure.derived, known))
            except DerivationError as error:
                found[index] = Reckoning(None, str(error))
    return found


def number_of(figure: Figure, reckoning: Reckoning | None, look: Look) -> Written | None:
    """Return the number of a figure as it is written, reckoned where it is derived. None: it has none."""
    if figure.amount is not None:
        return written(figure.amount, figure.approx, look)
    if reckoning is None or reckoning.derived is None:
        return None
    central = rounded(reckoning.derived.central)
    number = written(Amount(central, central), figure.approx, look)
    return about(number, look) if reckoning.derived.doubtful and figure.approx is None else number


def derivation_words(figure: Figure, reckoning: Reckoning | None, look: Look) -> list[list[Run]]:
    """Return that a figure is derived, by what formula, and how far its doubt reaches."""
    if not figure.derived:
        return []
    parts = [[Run("derived: ", Role.META), Run(figure.derived.replace(" ", NO_BREAK), Role.META)]]
    if reckoning is not None and reckoning.derived is None:
        parts.append([Run(f"not computed: {reckoning.reason}", Role.WARNING)])
    if reckoning is not None and reckoning.derived is not None and reckoning.derived.doubtful:
        parts.append([Run(_reach(reckoning.derived, look), Role.META)])
    return parts


def _reach(derived: Derived, look: Look) -> str:
    """Return between what bounds the true number may lie, as far as they are known."""
    low, high = _bound(derived.low, look), _bound(derived.high, look)
    if low and high:
        return f"between {low} and {high}"
    return f"at least {low}" if low else f"at most {high}" if high else "no bounds known"


def _bound(value: Decimal, look: Look) -> str:
    return grouped(rounded(value), look) if value.is_finite() else ""
