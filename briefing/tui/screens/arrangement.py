"""Places the widgets of a screen in computed rectangles, where Textual would ask the stylesheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region
from textual.geometry import Size as TextualSize
from textual.layout import DockArrangeResult, WidgetPlacement
from textual.widget import Widget

from briefing.tui.drawing.layout import Rectangle, Size, foot_rectangle
from briefing.tui.textual_compat import PlacedScreen

_Result = TypeVar("_Result")


def _arranged(widgets: Iterable[Widget], rectangles: Mapping[str, Rectangle]) -> DockArrangeResult:
    """Return the result of `Screen.arrange`: each widget in the rectangle of its id; those without one are hidden."""
    placed = {widget: Region(*place) for widget in widgets if (place := rectangles.get(widget.id or "")) is not None}
    placements = [WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, widget) for widget, region in placed.items()]
    return DockArrangeResult(placements, set(placed), NULL_SPACING)


class Arrangement:
    """Where the widgets of a screen stand: in computed rectangles, which change only when it is laid out."""

    def __init__(self, screen: PlacedScreen[_Result], place: Callable[[Size], Mapping[str, Rectangle]]) -> None:
        """Make it for a screen. `place` returns where the visible widgets stand at a size, by their ids."""
        self._screen, self._place = screen, place
        self._last: tuple[TextualSize, DockArrangeResult] | None = None

    def at(self, size: TextualSize) -> DockArrangeResult:
        """Return the places at a size: those of the last layout, unless the screen is laid out now."""
        if self._screen.is_laying_out or self._last is None or self._last[0] != size:
            self._last = size, _arranged(self._screen.children, self._place(Size(*size)))
        return self._last[1]


def covered(names: Iterable[str], size: Size) -> dict[str, Rectangle]:
    """Return a place under the last row for widgets that may have no other: a hidden one would lose the focus."""
    return dict.fromkeys(names, foot_rectangle(size, 1))
