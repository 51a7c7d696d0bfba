"""Sentences of the last row that name keys. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.tui.keys.bindings import first_key


def end_of_pane(step: int, items: int, keymap: Mapping[str, str]) -> str:
    """Say that the reader is at the last of the items of a pane (1) or at the first (-1), and which keys lead on."""
    end, way = ("last", "next") if step > 0 else ("first", "previous")
    brief, pane = (first_key(f"{part}.{way}", keymap) for part in ("brief", "pane"))
    return f"the {end} of {items:,}: {brief} {way} brief, {pane} {way} pane"


def zoomed(part: str, keymap: Mapping[str, str]) -> str:
    """Say that a part is shown alone, and which keys show all of them again."""
    keys = (first_key(name, keymap) for name in ("pane.zoom", f"pane.{part}", "screen.leave"))
    return "zoomed: {} or {} or {} goes back".format(*keys)
