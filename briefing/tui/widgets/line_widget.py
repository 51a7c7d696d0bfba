"""The base of all widgets here: it draws rows from lines and has no children, layout or scroll bars."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefing.render.lines import Line, Role, Run
from briefing.render.text.cell_width import drawn
from briefing.tui.drawing.blanks import with_fewer_styles
from briefing.tui.theme.colours import Ground
from briefing.tui.theme.styles import RoleStyles, blanks_look_alike, linked


class LineWidget(Widget):
    """A widget that draws whole rows itself. A subclass gives `strip_at`.

    Textual builds a new strip for every row of an ordinary widget, which throws away every cache that follows; giving
    the same strips back keeps a key at a few milliseconds. So there is no border, padding or opacity in CSS here.
    """

    ALLOW_SELECT = False
    auto_links = False

    def __init__(self, role_styles: RoleStyles, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._role_styles = role_styles
        self._blank: Strip | None = None
        self.columns = 0
        """Width at the last paint, in cells. Reading `size` walks the tree, so it is read once a paint."""
        self.rows = 0

    @property
    def role_styles(self) -> RoleStyles:
        """The style of each role."""
        return self._role_styles

    @role_styles.setter
    def role_styles(self, role_styles: RoleStyles) -> None:
        self._role_styles = role_styles
        self._blank = None
        self.restyle()
        self.refresh()

    def restyle(self) -> None:
        """Drop every strip, since the styles have changed."""

    def fit_to_size(self) -> None:
        """Note the size, and prepare what depends on it. Called at each paint before any row is drawn."""
        self.columns, self.rows = self.size

    def prepare_paint(self) -> None:
        """Fetch what the rows need that are about to be drawn. Called at each paint, after `fit_to_size`."""

    def strip_at(self, y: int) -> Strip:
        """Return row `y` of the widget, exactly as wide as the widget. Empty unless a subclass draws something."""
        del y
        return self.blank()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that Textual asks for."""
        self.fit_to_size()
        self.prepare_paint()
        rows = [self.strip_at(y) for y in crop.line_range]
        if crop.x or crop.width != self.columns:
            rows = [row.crop(crop.x, crop.right) for row in rows]
        return rows

    def render_line(self, y: int) -> Strip:
        """Draw one row: Textual asks for it to find the character under the mouse."""
        self.fit_to_size()
        return self.strip_at(y)

    def strip(self, line: Line, ground: Ground = Ground.SCREEN) -> Strip:
        """Make a row of the widget's width from a line."""
        styles = self._role_styles.on[ground]
        parts = [(drawn(run.text), self._style(run, styles)) for run in line]
        missing = self.columns - sum(cell_len(text) for text, _ in parts)
        if missing > 0:
            parts.append((" " * missing, styles[Role.BODY]))
        strip = Strip([Segment(*part) for part in with_fewer_styles(parts, blanks_look_alike)])
        return strip.crop(0, self.columns) if missing < 0 else strip

    def _style(self, run: Run, styles: Mapping[Role, Style]) -> Style:
        style = styles[run.role]
        return linked(style, run.link) if run.link and self._role_styles.has_links else style

    def blank(self) -> Strip:
        """Return an empty row."""
        if self._blank is None or self._blank.cell_length != self.columns:
            self._blank = self.strip(())
        return self._blank
