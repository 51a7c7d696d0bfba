"""The list of search hits, under their briefs or as a table. Only what is visible is typeset, however much there is."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.base.named_tuple import NamedTuple
from briefing.format.model import Marking
from briefing.render.lines import Role, Run
from briefing.render.pages.search_results import PlacedLine
from briefing.tui.data.hit_target import HitTarget
from briefing.tui.data.search_results import ResultsView
from briefing.tui.theme.colours import Ground
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget

_AIRY = 16
"""From this height on, an empty row separates the briefs."""
_TITLED = 3
"""From this height on, the first row has the title of a brief of which only later lines are in sight."""
_KEPT = 300
"""Briefs whose lines are cached."""
_WHEEL = 3


class ResultLine(NamedTuple):
    """A line of the list."""

    group: int
    """Index of the brief."""
    line: int
    """Line of the brief, from 0."""


class ResultsList(LineWidget):
    """The hits of a search under their briefs or as a table, with one hit chosen. A group is a brief or a table row."""

    class Chosen(Message):
        """The reader wants to go to the chosen hit."""

    def __init__(self, role_styles: RoleStyles, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(role_styles, id=id)
        self._found: ResultsView | None = None
        self._lines: dict[int, tuple[PlacedLine, ...]] = {}
        self._typeset_for = (0, 0)
        self._at = ResultLine(0, 0)
        """The chosen hit."""
        self._first_visible = ResultLine(0, 0)
        self._shown: list[ResultLine] = []
        """The visible lines."""

    # what is shown

    @property
    def found(self) -> ResultsView | None:
        """The results that are shown. None: nothing was searched for."""
        return self._found

    @property
    def marking(self) -> Marking | None:
        """The highest marking of the briefs, if rows do not say their own."""
        return self._found.marking if self._found else None

    def show(self, found: ResultsView | None, *, again: bool = False) -> None:
        """Show results from the start. `again`: they are those of the same search, and the chosen hit stays."""
        before, self._found = self._found, found
        self._lines.clear()
        if not again or before is None or found is None:
            self._at = self._first_visible = ResultLine(0, 0)
        elif before is not found and before.rows:
            self._at = self._in_present_results(self._at, before.rows)
            self._first_visible = self._in_present_results(self._first_visible, before.rows)
        self.refresh()

    def complete(self, found: ResultsView) -> None:
        """Replace the first page by all results; the visible lines stay the same."""
        self._found = found

    def _in_present_results(self, result_line: ResultLine, rows: Sequence[int]) -> ResultLine:
        """Return the same line of the same brief in the present results; `rows` are those of the results before."""
        row = rows[min(result_line.group, len(rows) - 1)]
        found = self._found.rows if self._found else ()
        return ResultLine(found.index(row), result_line.line) if row in found else ResultLine(0, 0)

    def restyle(self) -> None:
        """Drop every line, since the styles have changed."""
        self._lines.clear()

    @property
    def hit_target(self) -> HitTarget | None:
        """Where the chosen hit leads. None: there are no hits."""
        if not self._count or self._found is None:
            return None
        self.fit_to_size()
        hit = self._lines_of(self._at.group)[self._at.line].hit
        hit_targets = self._found.shown(self._found.rows[self._at.group]).hit_targets
        return hit_targets[min(hit or 0, len(hit_targets) - 1)]

    @property
    def _count(self) -> int:
        return len(self._found.rows) if self._found else 0

    def _lines_of(self, group: int) -> tuple[PlacedLine, ...]:
        """Return the lines of a brief by its index."""
        lines = self._lines.get(group)
        if lines is None and self._found is not None:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            shown = self._found.shown(self._found.rows[group])
            lines = shown.lines(max(8, self.columns - 3), self.role_styles.look)
            if self.rows >= _AIRY and self._found.is_grouped:
                lines = (*lines, PlacedLine((), None))
            self._lines[group] = lines
        return lines or ()

    # drawing

    def fit_to_size(self) -> None:
        """Note the size, and scroll to the chosen hit."""
        super().fit_to_size()
        if self._typeset_for != (self.columns, self.rows >= _AIRY):
            self._typeset_for = (self.columns, self.rows >= _AIRY)
            self._lines.clear()
        self._shown = []
        if not self._count:
            return
        self._at, self._first_visible = self._nearest_hit(self._clamped(self._at)), self._clamped(self._first_visible)
        if self._at not in self._visible_from(self._first_visible):
            self._first_visible = self._top_that_shows_hit()
        self._shown = self._visible_from(self._first_visible)

    def _clamped(self, result_line: ResultLine) -> ResultLine:
        group = max(0, min(self._count - 1, result_line.group))
        return ResultLine(group, max(0, min(len(self._lines_of(group)) - 1, result_line.line)))

    def _nearest_hit(self, result_line: ResultLine) -> ResultLine:
        """Return a line that can be chosen: this one if it is a hit, else the first hit of its brief."""
        if not self._lines_of(result_line.group) or self._is_hit(result_line):
            return result_line
        return self._hits_of(result_line.group)[0]

    def _is_hit(self, result_line: ResultLine) -> bool:
        return self._lines_of(result_line.group)[result_line.line].hit is not None

    def _hits_of(self, group: int) -> list[ResultLine]:
        """Return the lines of a brief that can be chosen."""
        lines = enumerate(self._lines_of(group))
        return [ResultLine(group, number) for number, placed in lines if placed.hit is not None]

    @property
    def _keeps_title(self) -> bool:
        """Whether the first row has the title of the brief to which the hits below it belong."""
        return self.rows >= _TITLED and self._found is not None and self._found.is_grouped

    def _visible_from(self, top: ResultLine) -> list[ResultLine]:
        """Return the lines that are visible when the screen begins with `top`.

        The first row has the title of the brief whose hits follow, which is out of sight else: with it go its marking
        and the number of its problems.
        """
        result_lines: list[ResultLine] = []
        group, line = top
        while len(result_lines) < max(1, self.rows) and group < self._count:
            result_lines += [ResultLine(group, each) for each in range(line, len(self._lines_of(group)))]
            group, line = group + 1, 0
        rest = (each for each in result_lines[1:] if each.group == top.group)
        if self._keeps_title and top.line and any(map(self._is_hit, rest)):
            result_lines[0] = ResultLine(top.group, 0)
        return result_lines[: max(1, self.rows)]

    def _top_that_shows_hit(self) -> ResultLine:
        """Return the first visible line that shows the chosen hit with the least scrolling."""
        group, line = self._at
        if self._at <= self._first_visible:
            return ResultLine(group, 0 if line < self.rows else line - self._keeps_title)
        missing = self.rows - 1 - line
        while missing > 0 and group:
            group -= 1
            missing -= len(self._lines_of(group))
        return ResultLine(group, -missing if missing <= 0 else 0)

    def strip_at(self, y: int) -> Strip:
        """Return one line of one brief."""
        if y >= len(self._shown):
            return self.blank()
        result_line = self._shown[y]
        line = self._lines_of(result_line.group)[result_line.line].line
        if result_line != self._at:
            return self.strip((Run("  "), *line))
        return self.strip((Run(f"{self.role_styles.look.signs.cursor} ", Role.ACCENT), *line), Ground.CHOSEN)

    # moving

    def step(self, step: int) -> None:
        """Go to the next hit (1) or the previous one (-1), if there is one."""
        self.fit_to_size()
        result_line: ResultLine | None = self._at if self._count else None
        while result_line is not None:
            result_line = self._next(result_line, step)
            if result_line is not None and self._is_hit(result_line):
                self._at = result_line
                self.refresh()
                return

    def pass_over(self, row: int) -> None:
        """Go on to the first hit in another brief than that of a row, if there is one."""
        begun = self._at
        while (hit_target := self.hit_target) is not None and hit_target.row == row:
            before = self._at
            self.step(1)
            if self._at == before:
                self._at = begun
                return

    def _next(self, result_line: ResultLine, step: int) -> ResultLine | None:
        """Return the line below (1) or above (-1), or None at the ends."""
        group, line = result_line.group, result_line.line + step
        if 0 <= line < len(self._lines_of(group)):
            return ResultLine(group, line)
        group += step
        if not 0 <= group < self._count:
            return None
        return ResultLine(group, 0 if step > 0 else len(self._lines_of(group)) - 1)

    def page(self, pages: int) -> None:
        """Go pages down, or up if negative."""
        step, wanted = (1, -1)[pages < 0], max(1, self.rows - 1)
        result_line: ResultLine | None = self._at if self._count else None
        for _ in range(wanted):
            result_line = self._next(result_line, step) if result_line else None
            if result_line is not None and self._is_hit(result_line):
                self._at = result_line
        self.refresh()

    def go_to_end(self, end: int) -> None:
        """Go to the last hit (1) or to the first (-1)."""
        if self._count:
            if end > 0:
                self._at = self._hits_of(self._count - 1)[-1]
            else:
                self._at, self._first_visible = self._hits_of(0)[0], ResultLine(0, 0)
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the hit under the mouse; a second click goes there."""
        result_line = self._shown[event.y] if event.y < len(self._shown) else None
        if result_line is not None and self._is_hit(result_line):
            self._at = result_line
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
