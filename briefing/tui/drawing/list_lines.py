"""The lines of the list of briefs: a mistake in the filter, the kept searches, each brief, the chosen one. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.render.lines import Line, Role, Run
from briefing.render.parts.list_row import ROW_LINES, ListRow, list_row_lines, list_row_margin
from briefing.render.symbols import Look
from briefing.render.text.cell_width import crop, tidy

INDENT = Run("  ")
"""The margin of lines that belong to no brief: searches, mistakes."""

NEW = "new and changed"
"""Name of the search for briefs that are unread or have changed, which stands before those of the settings."""
_AIRY = 40
"""From this height of the list on, an empty row separates the briefs."""
_CROWDED = 12
"""Up to this height of the list, a title has one row."""
_CELL = Run(" ")
_QUIET = {Role.STRONG: Role.BODY, Role.DATE: Role.META, Role.MARKING: Role.META}
"""Roles in rows that are not chosen: only the chosen one stands out."""


def rows_each(rows: int) -> int:
    """Return how many rows of the screen a brief takes in a list that is so many rows high."""
    return 2 if rows <= _CROWDED else 4 if rows >= _AIRY else 3


def text_width(columns: int) -> int:
    """Return the cells of a line of text in a list of so many columns."""
    return max(4, columns - 3)


def brief_lines(list_row: ListRow, columns: int, each: int, look: Look) -> tuple[Line, ...]:
    """Return the text lines of a brief that takes `each` rows of the screen, without their margin."""
    width = text_width(columns)
    if each > ROW_LINES - 1:
        return list_row_lines(list_row, width, look)
    return list_row_lines(replace(list_row, title=crop(tidy(list_row.title), width, look.signs.ellipsis)), width, look)


def part_of(lines: Sequence[Line], part: int) -> Line:
    """Return the text line in row `part` of a brief, from 0; empty below its last one."""
    return lines[part] if part < len(lines) else ()


def cursor_run(look: Look, *, focused: bool) -> Run:
    """Return the sign at the left of the chosen row."""
    return Run(look.signs.cursor, Role.ACCENT if focused else Role.RULE)


def drawn_line(line: Line, list_row: ListRow, part: int, look: Look, cursor: Run | None) -> Line:
    """Return a text line of a brief with its margin.

    `cursor` is the sign of the chosen brief, and None for every other one, which is drawn in quieter roles. The
    margin of the first line has a sign where the brief is unread.
    """
    margin = list_row_margin(list_row, look) if part == 0 else _CELL
    if cursor is None:
        # One run: each costs some forty bytes on the terminal, whatever it holds.
        indent = Run(f" {margin.text}", margin.role)
        return (indent, *(Run(run.text, _QUIET.get(run.role, run.role)) for run in line)) if line else ()
    if not line:
        return (cursor,)
    return (_with_cell(cursor), *line) if margin == _CELL else (cursor, margin, *line)


def _with_cell(cursor: Run) -> Run:
    """Return a cursor with the empty cell between it and the text."""
    return Run(f"{cursor.text} ", cursor.role)


def is_text_row(part: int) -> bool:
    """Tell whether row `part` of a brief is text, and not the empty row below it."""
    return part < ROW_LINES


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

    def show_new(self, count: int) -> None:
        """Show how many briefs are unread or have changed, beside the search for these."""
        self._new = count

    @property
    def scrolling_lines(self) -> int:
        """How many lines above the first brief scroll with the list: the searches and an empty one."""
        return len(self.names) + 1 if self.names else 0

    def error_lines(self, width: int, look: Look) -> tuple[Line, ...]:
        """Return the lines that say what is wrong with the filter."""
        if not self.error:
            return ()
        from briefing.render.pages.search_results import query_error_lines  # not needed for the first frame

        return query_error_lines(self.error, width, look)

    def line(self, number: int, columns: int, look: Look, cursor: Run | None = None) -> Line:
        """Return the line of a search with its margin, counted from 0; `cursor` is the sign of the chosen one."""
        margin = INDENT if cursor is None else _with_cell(cursor)
        if number >= len(self.names):
            return (margin,)
        from briefing.render.pages.search_results import new_briefs_line, saved_search_line  # not for a single brief

        name = self.names[number]
        if name == NEW:
            return (margin, *new_briefs_line(name, self._new, text_width(columns), look))
        return (margin, *saved_search_line(name, self._counts.get(name), text_width(columns), look))
