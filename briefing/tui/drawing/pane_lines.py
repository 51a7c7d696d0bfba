"""The lines of a pane: its heading, its margin, and the cursor beside the chosen item. Pure."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Line, Role, Run, Sheet, Target
from briefing.render.parts.chrome import HeadingState, ScrollPosition, heading
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.layout import GUTTER, MARGIN
from briefing.tui.drawing.position import Position
from briefing.tui.drawing.sheets import items_in_sheet

_MARGIN = Run(" " * MARGIN)


def head_rows(*, has_heading: bool = True) -> int:
    """Return how many rows a pane has above its text: its heading, unless a tab is its heading."""
    return 1 if has_heading else 0


def text_rows(rows: int, *, has_heading: bool = True) -> int:
    """Return how many rows a pane of this height has for its text, at least 1."""
    return max(1, rows - head_rows(has_heading=has_heading))


class InView(NamedTuple):
    """The part of a sheet that a pane shows."""

    sheet: Sheet
    top: int
    """The first visible line."""
    rows: int
    """Rows for the text."""


def target_in_view(view: InView, item: int) -> Target | None:
    """Return what the chosen item is, by its index; None if no line of it is visible, so that nothing is said of it."""
    sheet, top, rows = view
    if not sheet.items:
        return None
    lines = sheet.items[item]
    return lines.target if lines.first < top + rows and lines.last >= top else None


def count_note(name: str, view: InView, look: Look) -> str:
    """Return how many items the pane of that name has; if it does not show all of its sheet, how many it shows whole.

    "15", or "7 of 10 ▾" where there is more below.
    """
    sheet, top, rows = view
    items = items_in_sheet(name, sheet)
    total = f"{len(items)}" if items else ""
    if len(sheet.lines) <= rows:
        return total
    seen = sum(top <= item.first and item.last < top + rows for item in items)
    sign = look.signs.below if top + rows < len(sheet.lines) else look.signs.above
    return f"{seen} of {total} {sign}" if seen < len(items) else f"{total} {sign}".strip()


def zoomed_note(count: str, key: str, room: int, look: Look) -> str:
    """Return the end of the heading of a part shown alone: what it has, and the key that shows all parts again.

    In `room` cells the key gives way last.
    """
    dot, back = f" {look.signs.dot} ", f"{key} goes back"
    forms = (dot.join(filter(None, said)) for said in ((count, f"zoomed: {back}"), (count, back), (back,)))
    return next((form for form in forms if cells(form) <= room), key)


def scroll_of(view: InView) -> ScrollPosition:
    """Return which part of its sheet a pane shows, in lines."""
    return ScrollPosition(view.top, view.rows, len(view.sheet.lines))


def note_room(title: str, columns: int) -> int:
    """Return how many cells the heading of a pane of so many columns has for its note."""
    return columns - MARGIN - GUTTER - cells(title) - 2


def heading_line(title: str, columns: int, look: Look, state: HeadingState) -> Line:
    """Return the heading of a pane or of the list; that of the part with the focus is a bar.

    The rule of the others shows which part of the sheet is in view.
    """
    line = heading(title, max(1, columns - MARGIN - GUTTER), look, state)
    return (Run(" " * MARGIN, Role.FOCUS), *line, Run(" ", Role.FOCUS)) if state.focused else (_MARGIN, *line)


def plain_line(text: Line) -> Line:
    """Return a line of the sheet with its margin."""
    return (_MARGIN, *text)


def cursor_line(text: Line, look: Look) -> Line:
    """Return a line of the chosen item, with the cursor in its margin."""
    return (Run(look.signs.cursor, Role.ACCENT), *text)


def is_at(sheet: Sheet, at: Position, line: int) -> bool:
    """Tell whether a line belongs to the chosen item."""
    here = sheet.items[at.item] if sheet.items else None
    return here is not None and here.first <= line <= here.last
