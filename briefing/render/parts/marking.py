"""Markings: the highest of several, and the label of one, in the colours of the Traffic Light Protocol."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.format.model import Marking
from briefing.render.lines import Role, Run

_ROLES = {
    Marking.RED: Role.TLP_RED,
    Marking.AMBER_STRICT: Role.TLP_AMBER,
    Marking.AMBER: Role.TLP_AMBER,
    Marking.GREEN: Role.TLP_GREEN,
    Marking.CLEAR: Role.TLP_CLEAR,
}


def highest(markings: Iterable[Marking | None]) -> Marking | None:
    """Return the highest of some markings. None: there is none among them."""
    found = set(markings)
    return next((marking for marking in Marking if marking in found), None)


def marking_label(marking: Marking) -> Run:
    """Return the whole label with a blank at either side. It is never cropped: what stands beside it gives way."""
    return Run(f" {marking} ", _ROLES[marking])
