"""The bar at the head of what lies over the screen. Pure."""

from __future__ import annotations

from briefing.render.lines import Line, Role, Run
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop


def heading_bar(title: str, note: str, width: int, look: Look) -> Line:
    """Return the heading of a dialog or a menu: a bar across it, with a note at its end."""
    end = f" {look.say(note)} "
    start = f" {crop(look.say(title), max(1, width - cells(end) - 1), look.signs.ellipsis)}"
    return (Run(start + " " * max(0, width - cells(start) - cells(end)) + end, Role.FOCUS),)
