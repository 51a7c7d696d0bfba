"""The lines of the list of briefs: a mistake in the filter, the kept searches, each brief, the chosen one. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Line, Role, Run
from briefing.render.parts.chrome import HeadingState, heading
from briefing.render.parts.list_row import RowForm, list_row_marks
from briefing.render.parts.listed_brief import ListRow
from briefing.render.parts.query_lines import new_briefs_line, query_error_lines, saved_search_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.layout import MARGIN
from briefing.tui.drawing.row_settings import ListShape, heads
from briefing.tui.panes import LIBRARY, TITLES

INDENT = Run("  ")
"""The margin of lines that belong to no brief: searches, mistakes."""

NEW = "new and changed"
"""Name of the search for briefs that are unread or have changed, which stands before those of the settings."""
_CELL = Run(" ")
_QUIET = {Role.STRONG: Role.BODY, Role.DATE: Role.META}
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
    order: str = ""
    """The order of the list, in the words of `SORT_ORDERS`."""
    shape: ListShape | None = None
    """How its rows are set. None: not known yet."""
    zoomed: str = ""
    """Which key shows all parts again, in words. Empty: the list is not shown alone."""
    focused: bool = False


def list_heading_line(columns: int, look: Look, state: ListHeadingState) -> Line:
    """Return the heading of the list: how many briefs there are, in which order, and what the rows rely on.

    That is the marking of all of them, or the heads of columns; it never gives way: rows leave out what the heading
    has. Then what gives way is the end of the words of the order, the order, and the number of briefs.
    """
    width = max(1, columns - MARGIN - 1)  # rows of the list end one cell further than lines of a pane
    name = f"0 {TITLES[LIBRARY]}"
    relied = _relied_on(state.shape, columns)
    notes = ((name, note) for note in _heading_notes(state, relied, width - cells(name) - 2, look))
    title, note = next(notes, ("0", relied))
    line = heading(title, width, look, HeadingState(state.focused, note=note))
    return (Run(" " * MARGIN, Role.FOCUS), *line, Run(" ", Role.FOCUS)) if state.focused else (Run(" " * MARGIN), *line)


def _relied_on(shape: ListShape | None, columns: int) -> str:
    return "" if shape is None else str(shape.marking) if shape.marking else heads(shape, columns).strip()


def _heading_notes(state: ListHeadingState, relied: str, room: int, look: Look) -> Iterator[str]:
    """Yield what may stand right of the title, the fullest first, each in `room` cells; none if there is no room."""
    dot = f" {look.signs.dot} "
    total, zoomed, short = state.total, state.zoomed, state.order.partition(",")[0]
    for said in ((total, state.order, zoomed), (total, short, zoomed), (total, zoomed), (zoomed,), (total,), ()):
        facts = dot.join(filter(None, said))
        if state.shape and state.shape.setting.form is RowForm.TABLE:
            note = f"{facts:{max(0, room - cells(relied))}}{relied}" if cells(facts) + 2 <= room - cells(relied) else ""
        elif state.shape and state.shape.marking:
            note = dot.join(filter(None, (relied, facts)))
        else:
            note = "   ".join(filter(None, (facts, relied)))
        if note and cells(note) <= room:
            yield note


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
        return query_error_lines(self.error, width, look)

    def line(self, number: int, columns: int, look: Look, cursor: Run | None = None) -> Line:
        """Return the line of a search with its margin, counted from 0; `cursor` is the sign of the chosen one."""
        margin = cursor or _CELL
        if number >= len(self.names):
            return (margin,)
        name = self.names[number]
        if name == NEW:
            return (margin, *new_briefs_line(name, self._new, _search_width(columns), look))
        return (margin, *saved_search_line(name, self._counts.get(name), _search_width(columns), look))
