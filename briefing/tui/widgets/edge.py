"""The rows at the edge of the screen below a page: drawn as they are there, not dimmed as the rest of that screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip

from briefing.tui.widgets.bars import Bar
from briefing.tui.widgets.line_widget import LineWidget


class Edge(LineWidget):
    """One bar or several of another screen, from top to bottom."""

    def __init__(self, bars: Sequence[Bar], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(bars[0].role_styles, id=id)
        self._bars = bars

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of rows of the bars."""
        del container, viewport, width
        return sum(bar.size.height for bar in self._bars)

    def strip_at(self, y: int) -> Strip:
        """Return a row of the bars."""
        for bar in self._bars:
            bar.fit_to_size()
            if y < bar.rows:
                return bar.strip_at(y)
            y -= bar.rows
        return self.blank()
