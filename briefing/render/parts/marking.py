"""The label of a marking: its words, in the colours of the Traffic Light Protocol where the theme has colours."""

from __future__ import annotations

from briefing.format.model import Marking
from briefing.render.lines import Role, Run

_ROLES = {
    Marking.RED: Role.TLP_RED,
    Marking.AMBER_STRICT: Role.TLP_AMBER,
    Marking.AMBER: Role.TLP_AMBER,
    Marking.GREEN: Role.TLP_GREEN,
    Marking.CLEAR: Role.TLP_CLEAR,
}


def marking_label(marking: Marking) -> Run:
    """Return the whole label with a blank at either side. It is never cropped: what stands beside it gives way."""
    return Run(f" {marking} ", _ROLES[marking])
