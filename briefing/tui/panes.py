"""The parts of the reading screen: the list, and the panes of `briefing.render.panes`; their names, keys and titles."""

from __future__ import annotations

from briefing.render.panes import PANES as PANE_TYPES

LIBRARY = "library"
PANES = tuple((pane.name, str(digit), pane.title) for digit, pane in enumerate(PANE_TYPES, 1))
"""Name, key and title of each pane, in the order of the screen."""
NAMES = (LIBRARY, *(name for name, _, _ in PANES))
TITLES = {LIBRARY: "Library", **{name: title for name, _, title in PANES}}
PANE_OF = {kind: pane.name for pane in PANE_TYPES for kind in pane.kinds}
"""Which pane shows the items of a kind."""
