"""Places the widgets of a screen in computed rectangles, where Textual would ask the stylesheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region
from textual.layout import DockArrangeResult, WidgetPlacement
from textual.widget import Widget

from briefing.tui.drawing.layout import Rectangle


def arranged(widgets: Iterable[Widget], rectangles: Mapping[str, Rectangle]) -> DockArrangeResult:
    """Return the result of `Screen.arrange`: each widget in the rectangle of its id; those without one are hidden."""
    placed = {widget: Region(*place) for widget in widgets if (place := rectangles.get(widget.id or "")) is not None}
    placements = [WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, widget) for widget, region in placed.items()]
    return DockArrangeResult(placements, set(placed), NULL_SPACING)
