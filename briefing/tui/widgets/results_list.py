"""The list of search hits under their briefs. Only visible briefs are typeset, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.render.lines import Role, Run
from briefing.render.pages.search_results import PlacedLine, group_lines
from briefing.tui.data.hit_target import HitTarget
from briefing.tui.data.search_results import SearchResults
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget

_AIRY = 16
"""From this height on, an empty row separates the briefs."""
_KEPT = 300
"""Briefs whose lines are cached."""
_WHEEL = 3


class Spot(NamedTuple):
    """A line of the list."""

    group: int
    """Index of the brief."""
    line: int
    """Line of the brief, from 0."""


class ResultsList(LineWidget):
    """The hits of a search under their briefs, with one hit chosen."""

    class Chosen(Message):
        """The reader wants to go to the chosen hit."""

    def __init__(self, role_styles: RoleStyles, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(role_styles, id=id)
        self._found: SearchResults | None = None
        self._lines: dict[int, tuple[PlacedLine, ...]] = {}
        self._set_for = (0, 0)
        self._at = Spot(0, 0)
        """The chosen hit."""
        self._top = Spot(0, 0)
        self._shown: list[Spot] = []
        """The visible lines."""

    # what is shown

    @property
    def found(self) -> SearchResults | None:
        """The results that are shown. None: nothing was searched for."""
        return self._found

    def show(self, found: SearchResults | None, *, again: bool = False) -> None:
        """Show results from the start. `again`: they are those of the same search, and the chosen hit stays."""
        before, self._found = self._found, found
        self._lines.clear()
        if not again or before is None or found is None:
            self._at = self._top = Spot(0, 0)
        elif before is not found and before.rows:
            self._at, self._top = (self._carried(spot, before.rows) for spot in (self._at, self._top))
        self.refresh()

    def complete(self, found: SearchResults) -> None:
        """Replace the first page by all results; the visible lines stay the same."""
        self._found = found

    def _carried(self, spot: Spot, rows: Sequence[int]) -> Spot:
        """Return the same line of the same brief in the present results; `rows` are those of the results before."""
        row = rows[min(spot.group, len(rows) - 1)]
        found = self._found.rows if self._found else ()
        return Spot(found.index(row), spot.line) if row in found else Spot(0, 0)

    def restyle(self) -> None:
        """Drop every line, since the styles have changed."""
        self._lines.clear()

    @property
    def hit_target(self) -> HitTarget | None:
        """Where the chosen hit leads. None: there are no hits."""
        if not self._count or self._found is None:
            return None
        self.measure()
        hit = self._of(self._at.group)[self._at.line].hit
        hit_targets = self._found.shown(self._found.rows[self._at.group]).hit_targets
        return hit_targets[min(hit or 0, len(hit_targets) - 1)]

    @property
    def _count(self) -> int:
        return len(self._found.rows) if self._found else 0

    def _of(self, group: int) -> tuple[PlacedLine, ...]:
        """Return the lines of a brief by its index."""
        lines = self._lines.get(group)
        if lines is None and self._found is not None:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            shown = self._found.shown(self._found.rows[group]).group
            lines = group_lines(shown, max(8, self.columns - 3), self.role_styles.look)
            if self.rows >= _AIRY:
                lines = (*lines, PlacedLine((), None))
            self._lines[group] = lines
        return lines or ()

    # drawing

    def measure(self) -> None:
        """Note the size, and scroll to the chosen hit."""
        super().measure()
        if self._set_for != (self.columns, self.rows >= _AIRY):
            self._set_for = (self.columns, self.rows >= _AIRY)
            self._lines.clear()
        self._shown = []
        if not self._count:
            return
        self._at, self._top = self._standing(self._fitted(self._at)), self._fitted(self._top)
        if self._at not in self._from(self._top):
            self._top = self._above()
        self._shown = self._from(self._top)

    def _fitted(self, spot: Spot) -> Spot:
        group = max(0, min(self._count - 1, spot.group))
        return Spot(group, max(0, min(len(self._of(group)) - 1, spot.line)))

    def _standing(self, spot: Spot) -> Spot:
        """Return a line that can be chosen: this one if it is a hit, else the first hit of its brief."""
        lines = self._of(spot.group)
        if not lines or lines[spot.line].hit is not None:
            return spot
        return Spot(spot.group, next(number for number, placed in enumerate(lines) if placed.hit is not None))

    def _from(self, top: Spot) -> list[Spot]:
        """Return the lines that are visible when the screen begins with `top`."""
        spots: list[Spot] = []
        group, line = top
        while len(spots) < max(1, self.rows) and group < self._count:
            spots += [Spot(group, each) for each in range(line, len(self._of(group)))]
            group, line = group + 1, 0
        return spots[: max(1, self.rows)]

    def _above(self) -> Spot:
        """Return the first visible line that shows the chosen hit with the least scrolling."""
        group, line = self._at
        if self._at < self._top:
            return Spot(group, 0 if line < self.rows else line)
        missing = self.rows - 1 - line
        while missing > 0 and group:
            group -= 1
            missing -= len(self._of(group))
        return Spot(group, -missing if missing <= 0 else 0)

    def row(self, y: int) -> Strip:
        """Return one line of one brief."""
        if y >= len(self._shown):
            return self.blank()
        spot = self._shown[y]
        line = self._of(spot.group)[spot.line].line
        if spot != self._at:
            return self.strip((Run("  "), *line))
        return self.strip((Run(f"{self.role_styles.look.signs.cursor} ", Role.ACCENT), *line), chosen=True)

    # moving

    def step(self, step: int) -> bool:
        """Go to the next hit (1) or the previous one (-1); tell whether there is one."""
        self.measure()
        spot: Spot | None = self._at if self._count else None
        while spot is not None:
            spot = self._next(spot, step)
            if spot is not None and self._of(spot.group)[spot.line].hit is not None:
                self._at = spot
                self.refresh()
                return True
        return False

    def _next(self, spot: Spot, step: int) -> Spot | None:
        """Return the line below (1) or above (-1), or None at the ends."""
        group, line = spot.group, spot.line + step
        if 0 <= line < len(self._of(group)):
            return Spot(group, line)
        group += step
        if not 0 <= group < self._count:
            return None
        return Spot(group, 0 if step > 0 else len(self._of(group)) - 1)

    def page(self, pages: int) -> None:
        """Go pages down, or up if negative."""
        step, wanted = (1, -1)[pages < 0], max(1, self.rows - 1)
        spot: Spot | None = self._at if self._count else None
        for _ in range(wanted):
            spot = self._next(spot, step) if spot else None
            if spot is not None and self._of(spot.group)[spot.line].hit is not None:
                self._at = spot
        self.refresh()

    def go_to_end(self, end: int) -> None:
        """Go to the last hit (1) or to the first (-1)."""
        if self._count:
            group = self._count - 1 if end > 0 else 0
            hits = [number for number, placed in enumerate(self._of(group)) if placed.hit is not None]
            self._at = Spot(group, hits[-1 if end > 0 else 0])
            self._top = self._top if end > 0 else Spot(0, 0)
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the hit under the mouse; a second click goes there."""
        spot = self._shown[event.y] if event.y < len(self._shown) else None
        if spot is not None and self._of(spot.group)[spot.line].hit is not None:
            self._at = spot
            self.refresh()
            if event.chain > 1:
                self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go some hits down."""
        event.stop()
        for _ in range(_WHEEL):
            self.step(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go some hits up."""
        event.stop()
        for _ in range(_WHEEL):
            self.step(-1)
