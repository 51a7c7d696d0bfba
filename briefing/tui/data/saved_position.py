"""Owns how the place where a reader stands in a brief is written down: "figures:figure:3". Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.render.lines import Target, TargetKind
from briefing.tui.panes import PANES

_WRITTEN = re.compile(r"([a-z]+):([a-z]+):(0|[1-9][0-9]{0,5})")
_PANES = frozenset(name for name, _, _ in PANES)


class SavedPosition(NamedTuple):
    """Where a reader stands in a brief."""

    pane: str
    """Its name."""
    item: Target


def written(standing: SavedPosition | None) -> str | None:
    """Return the place as the marks keep it. None: at the beginning."""
    return None if standing is None else f"{standing.pane}:{standing.item.kind}:{standing.item.number}"


def read(place: str | None) -> SavedPosition | None:
    """Return the place that was kept; what cannot be understood is the beginning."""
    found = _WRITTEN.fullmatch(place or "")
    if found is None or found[1] not in _PANES or found[2] not in set(TargetKind):
        return None
    return SavedPosition(found[1], Target(TargetKind(found[2]), int(found[3])))
