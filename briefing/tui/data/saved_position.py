"""The position of a reader in a brief as text for the marks file: "figures:figure:3". Pure."""

from __future__ import annotations

import re

from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Target, TargetKind
from briefing.tui.panes import PANES

_WRITTEN = r"([a-z]+):([a-z]+):(0|[1-9][0-9]{0,5})"
_PANES = frozenset(name for name, _, _ in PANES)


class SavedPosition(NamedTuple):
    """The pane and the item that a reader was at."""

    pane: str
    """Name of the pane."""
    item: Target


def written(position: SavedPosition | None) -> str | None:
    """Return a position as text. None: the beginning of the brief."""
    return None if position is None else f"{position.pane}:{position.item.kind}:{position.item.number}"


def read(place: str | None) -> SavedPosition | None:
    """Return the position that a text gives. None, the beginning, if it is empty or cannot be understood."""
    found = re.fullmatch(_WRITTEN, place) if place else None
    if found is None or found[1] not in _PANES or found[2] not in set(TargetKind):
        return None
    return SavedPosition(found[1], Target(TargetKind(found[2]), int(found[3])))
