"""Places the widgets of a screen in computed rectangles, where Textual would ask the stylesheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import DockArrangeResult, WidgetPlacement
from textual.widget import Widget

from briefing.tui.drawing.layout import Rectangle


def arranged(widgets: Iterable[Widget], rectangles: Mapping[str, Rectangle]) -> DockArrangeResult:
    """Return the result of `Screen.arrange`: each widget in the rectangle of its id; those without one are hidden."""
    placed = {widget: Region(*place) for widget in widgets if (place := rectangles.get(widget.id or "")) is not None}
    placements = [WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, widget) for widget, region in placed.items()]
    return DockArrangeResult(placements, set(placed), NULL_SPACING)


class Arrangement:
    """Where the widgets of a screen stand since it was laid out last."""

    def __init__(self) -> None:
        self._last: tuple[Size, DockArrangeResult] | None = None

    def at(self, size: Size, place: Callable[[], DockArrangeResult], *, anew: bool) -> DockArrangeResult:
        """Return the places at a size: those of the last layout, unless the screen is laid out `anew`."""
        if anew or self._last is None or self._last[0] != size:
            self._last = size, place()
        return self._last[1]
