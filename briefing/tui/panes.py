"""The parts of the reading screen: the list, and the panes of `briefing.render.panes`; their names, keys and titles."""

from __future__ import annotations

from briefing.render.lines import TargetKind
from briefing.render.panes import PANES as PANE_TYPES

LIBRARY = "library"
PANES = tuple((pane.name, str(digit), pane.title) for digit, pane in enumerate(PANE_TYPES, 1))
"""Name, key and title of each pane, in the order of the screen."""
NAMES = (LIBRARY, *(name for name, _, _ in PANES))
TITLES = {LIBRARY: "Briefs", **{name: title for name, _, title in PANES}}
MAIN = PANE_TYPES[0].name
"""The main pane, in which the reader begins."""
_PANE_OF = {kind: pane.name for pane in PANE_TYPES for kind in pane.kinds}


def pane_of(kind: TargetKind) -> str:
    """Return the pane that shows the items of a kind: the main pane if none names the kind, as for the brief itself."""
    return _PANE_OF.get(kind, MAIN)
