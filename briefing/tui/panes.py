"""Owns which parts the reading screen has: their names, their keys and their titles."""

from __future__ import annotations

from briefing.render.lines import TargetKind

LIBRARY = "library"
PANES = (
    ("summary", "1", "Summary"),
    ("figures", "2", "Key figures"),
    ("timeline", "3", "Timeline"),
    ("sources", "4", "Sources"),
)
"""Name, key and title of each pane, in the order of the screen."""
NAMES = (LIBRARY, *(name for name, _, _ in PANES))
TITLES = {LIBRARY: "Library", **{name: title for name, _, title in PANES}}
PART_OF = {
    TargetKind.POINT: "summary",
    TargetKind.FIGURE: "figures",
    TargetKind.EVENT: "timeline",
    TargetKind.SOURCE: "sources",
}
"""Which pane shows the items of a kind."""
