"""The lines of the list of briefs: a mistake in the filter, the kept searches, each brief, the chosen one. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefing.render.lines import Line, Role, Run
from briefing.render.parts.chrome import HeadingState, heading
from briefing.render.parts.list_row import ListRow, RowForm, list_row_marks
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.layout import MARGIN
from briefing.tui.drawing.list_forms import ListShape, heads
from briefing.tui.panes import LIBRARY, TITLES

INDENT = Run("  ")
"""The margin of lines that belong to no brief: searches, mistakes."""

NEW = "new and changed"
"""Name of the search for briefs that are unread or have changed, which stands before those of the settings."""
_CELL = Run(" ")
_QUIET = {Role.STRONG: Role.BODY, Role.DATE: Role.META, Role.MARKING: Role.META}
"""Roles in rows that are not chosen: only the chosen one stands out."""


def cursor_run(look: Look, *, focused: bool) -> Run:
    """Return the cell at the left of the chosen row: a bar in the list that has the focus, else nothing."""
    return Run(look.signs.cursor, Role.ACCENT) if focused else _CELL


def row_margin(list_row: ListRow, part: int, shape: ListShape, look: Look, cursor: Run | None) -> Line:
    """Return what stands before line `part` of a brief, from 0: `cursor` in the chosen one, marks, a blank.

    Marks stand below one another before a title of several lines, else side by side, those of all rows in one column.
    """
    marks = list_row_marks(list_row, look)
    if shape.setting.form is RowForm.LINES:
        signs = [marks[part] if part < len(marks) else _CELL]
    else:
        is_new = list_row.unread or list_row.changed
        signs = [marks[0] if is_new else _CELL, marks[-1] if list_row.starred else _CELL]
    return (cursor or _CELL, *signs, _CELL)


def drawn_line(margin: Line, line: Line, *, is_chosen: bool) -> Line:
    """Return a line of a brief with its margin; the text of those that are not chosen is quieter."""
    if is_chosen:
        return (*margin, *line)
    return (*margin, *(Run(run.text, _QUIET.get(run.role, run.role)) for run in line))


def _search_width(columns: int) -> int:
    return max(4, columns - 2)


class ListHeadingState(NamedTuple):
    """What the heading of the list says."""

    total: str
    """Number of briefs in the list."""
    shape: ListShape | None = None
    """How its rows are set. None: not known yet."""
    zoomed: str = ""
    """Which key shows all parts again, in words. Empty: the list is not shown alone."""
    focused: bool = False


def list_heading_line(columns: int, y: int, look: Look, state: ListHeadingState) -> Line:
    """Return row `y` of the heading of the list: how many briefs there are, the marking of all, the heads of columns.

    The marking never gives way: rows leave it out where the heading has it.
    """
    width = max(1, columns - MARGIN - 1)  # rows of the list end one cell further than lines of a pane
    table = state.shape is not None and state.shape.setting.form is RowForm.TABLE
    head = heads(state.shape, columns) if state.shape else ""
    if y > 0:
        return (Run(f"{head if table else '':>{columns - 1}}", Role.META),)
    marking, count = state.shape and state.shape.marking, state.total
    said = str(marking) if marking else ""
    facts = f" {look.signs.dot} ".join(filter(None, (said, count, state.zoomed)))
    notes = (f"{facts}   {head}" if head and not table else facts, head if said == "" and not table else said, said)
    name = f"0 {TITLES[LIBRARY]}"
    for title, note in (*((name, note) for note in notes), ("0", said)):
        if cells(title) + cells(note) + 1 < width:
            break
    line = heading(title, width, look, HeadingState(state.focused, note=note))
    return (Run(" " * MARGIN, Role.FOCUS if state.focused else Role.BODY), *line)


class ListHeader:
    """The lines above the briefs. A mistake in the filter stays in sight; the kept searches scroll with the list."""

    def __init__(self, names: tuple[str, ...] = ()) -> None:
        self.error = ""
        """What is wrong with the filter, a sentence. Empty: nothing."""
        self.names = names
        """Of the kept searches, in their order."""
        self.chosen: int | None = None
        """Index of the search that is chosen. None: a brief is."""
        self._counts: Mapping[str, int] = {}
        self._new: int | None = None

    def show_error(self, error: str) -> None:
        """Say what is wrong with the filter; an empty text says that nothing is."""
        self.error = error

    def show_searches(self, names: tuple[str, ...], counts: Mapping[str, int]) -> None:
        """Show these searches, with the number of briefs that each finds, where it is known."""
        self.names, self._counts = names, counts
        if self.chosen is not None and self.chosen >= len(names):
            self.chosen = None

    def show_new(self, count: int | None) -> None:
        """Show how many briefs are unread or have changed, beside the search for these. None: not known yet."""
        self._new = count

    @property
    def scrolling_lines(self) -> int:
        """How many lines above the first brief scroll with the list: the searches."""
        return len(self.names)

    def error_lines(self, width: int, look: Look) -> tuple[Line, ...]:
        """Return the lines that say what is wrong with the filter."""
        if not self.error:
            return ()
        from briefing.render.pages.search_results import query_error_lines  # not needed for the first frame

        return query_error_lines(self.error, width, look)

    def line(self, number: int, columns: int, look: Look, cursor: Run | None = None) -> Line:
        """Return the line of a search with its margin, counted from 0; `cursor` is the sign of the chosen one."""
        margin = cursor or _CELL
        if number >= len(self.names):
            return (margin,)
        from briefing.render.pages.search_results import new_briefs_line, saved_search_line  # not for a single brief

        name = self.names[number]
        if name == NEW:
            return (margin, *new_briefs_line(name, self._new, _search_width(columns), look))
        return (margin, *saved_search_line(name, self._counts.get(name), _search_width(columns), look))
