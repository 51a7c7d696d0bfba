"""The lines of a pane: its heading, its margin, and the cursor beside the chosen item. Pure."""

from __future__ import annotations

from briefing.render.lines import Line, Role, Run, Sheet
from briefing.render.parts.chrome import ScrollPosition, heading
from briefing.render.symbols import Look
from briefing.tui.drawing.layout import MARGIN, ROOMY
from briefing.tui.drawing.position import Position

_MARGIN = Run(" " * MARGIN)


def head_rows(rows: int) -> int:
    """Return how many rows a pane of this height has above its text: the heading, and in a high pane an empty one."""
    return 2 if rows >= ROOMY else 1


def text_rows(rows: int) -> int:
    """Return how many rows a pane of this height has for its text, at least 1."""
    return max(1, rows - head_rows(rows))


def text_width(columns: int) -> int:
    """Return the width of a line of text in a pane of so many columns, in cells."""
    return max(8, columns - MARGIN - 1)


def heading_line(title: str, columns: int, look: Look, scroll: ScrollPosition, *, focused: bool) -> Line:
    """Return the heading of a pane. Its rule shows which part of the sheet is in view."""
    return (_MARGIN, *heading(title, max(1, columns - MARGIN - 1), look, focused=focused, scroll=scroll))


def plain_line(text: Line) -> Line:
    """Return a line of the sheet with its margin."""
    return (_MARGIN, *text)


def cursor_line(text: Line, look: Look) -> Line:
    """Return a line of the chosen item, with the cursor in its margin."""
    return (Run(look.signs.cursor, Role.ACCENT), Run(" " * (MARGIN - 1)), *text)


def is_at(sheet: Sheet, at: Position, line: int) -> bool:
    """Tell whether a line belongs to the chosen item."""
    here = sheet.items[at.item] if sheet.items else None
    return here is not None and here.first <= line <= here.last
