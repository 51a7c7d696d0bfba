"""Owns the lines of the list: what is said of a brief at a width, and how a row that is chosen stands out. Pure."""

from __future__ import annotations

from dataclasses import replace

from briefing.render.lines import Line, Role, Run
from briefing.render.parts.chrome import ROW_LINES, ListRow, list_row, list_row_margin
from briefing.render.symbols import Look
from briefing.render.text.cell_width import crop, tidy

INDENT = Run("  ")
"""Before what is not said of a brief: searches, mistakes."""

_AIRY = 40
"""From this height on, an empty row parts the briefs."""
_CROWDED = 12
"""Up to this height, a title has one row."""
_CELL = Run(" ")
_QUIET = {Role.STRONG: Role.BODY, Role.DATE: Role.META, Role.MARKING: Role.META}
"""Only the chosen row speaks up."""


def rows_each(rows: int) -> int:
    """Return how many rows of the screen a brief takes in a list of so many."""
    return 2 if rows <= _CROWDED else 4 if rows >= _AIRY else 3


def text_width(columns: int) -> int:
    """Return the cells of a line of text in a list of so many columns."""
    return max(4, columns - 3)


def brief_lines(said: ListRow, columns: int, each: int, look: Look) -> tuple[Line, ...]:
    """Return what is said of a brief that takes so many rows of the screen, without the margin."""
    width = text_width(columns)
    if each > ROW_LINES - 1:
        return list_row(said, width, look)
    return list_row(replace(said, title=crop(tidy(said.title), width, look.signs.ellipsis)), width, look)


def bar(look: Look, *, focused: bool) -> Run:
    """Return the bar at the left of the row that is chosen."""
    return Run(look.signs.cursor, Role.ACCENT if focused else Role.RULE)


def margin_of(said: ListRow, part: int, look: Look) -> Run:
    """Return the cell before a line of a brief: at the first one a sign where it was not read."""
    return list_row_margin(said, look) if part == 0 else _CELL


def set_line(line: Line, margin: Run, beside: Run | None) -> Line:
    """Return a line of a brief as it is drawn: with its bar `beside` it where the brief is chosen, else quietly."""
    if beside is None:
        # One run: each costs some forty bytes on the terminal, whatever it holds.
        indent = Run(f" {margin.text}", margin.role)
        return (indent, *(Run(run.text, _QUIET.get(run.role, run.role)) for run in line)) if line else ()
    if not line:
        return (beside,)
    return (beyond(beside), *line) if margin == _CELL else (beside, margin, *line)


def beyond(beside: Run) -> Run:
    """Return a bar with the empty cell that parts it from what it stands beside."""
    return Run(f"{beside.text} ", beside.role)


def belongs(part: int) -> bool:
    """Tell whether a row of the screen, counted from the first one of a brief, is the brief's: not the air below it."""
    return part < ROW_LINES
