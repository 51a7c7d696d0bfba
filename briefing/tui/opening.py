"""Owns the first frame: the summary of the first brief stands on the screen before Textual is imported.

Importing Textual takes several times as long as reading a brief and setting it. So the summary is set here, as the
reading screen will set it and where, for a start that no frame was kept for. Textual takes the terminal over as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.entries import Entry
from briefing.reading import Reading
from briefing.safetext import visible
from briefing.tui.inks import INK, OWN, Ink, Inks, roles
from briefing.tui.places import MARGIN, ROOMY, Size, summary_place
from briefing.tui.position import Position, begun
from briefing.tui.standing import Standing
from briefing.typesetting.flow import line_cells
from briefing.typesetting.frames import Scroll, heading, masthead
from briefing.typesetting.lines import Line, Role, Run
from briefing.typesetting.look import Look
from briefing.typesetting.pages import crop_line
from briefing.typesetting.summary import summary

_BROAD = 120
"""From so many columns on, the summary stands where it stands, whichever pane is begun in."""
_TRUE_COLOUR = ("truecolor", "24bit")


class First(NamedTuple):
    """The brief that a start shows."""

    entry: Entry
    reading: Reading
    standing: Standing | None = None
    """Where the reader stood when they left it. None: at its beginning."""
    place: str = ""
    """Which brief of how many it is, as the masthead says it. Empty: that is not known yet."""


class Setting(NamedTuple):
    """What a frame is set for."""

    size: Size
    look: Look
    inks: Inks | None
    """None: the terminal's own colours."""


def first_frame(first: First, setting: Setting) -> str:
    """Return what draws the masthead and the summary of a brief on an otherwise empty screen."""
    size, look, inks = setting
    return frame(first_rows(first, size, look), size, roles(inks, inks.ground) if inks else {})


def first_rows(first: First, size: Size, look: Look) -> dict[int, Line]:
    """Set the masthead and the summary of a brief; each line by the row of the screen that it stands in.

    Nothing where it is not known where the summary will be: another pane than the summary is begun in, and takes room.
    """
    entry, reading, standing = first.entry, first.reading, first.standing
    begins_here = standing is None or standing.pane == "summary"
    if reading.brief is None or (not begins_here and size.columns < _BROAD):
        return {}
    place = summary_place(size)
    width = max(8, place.width - MARGIN - 1)
    sheet = summary(reading.brief, width, look)
    head = 2 if place.height >= ROOMY else 1
    view = place.height - head
    at = begun(sheet, view, Position(), standing.item if standing and begins_here else None)
    scroll = Scroll(at.top, view, len(sheet.lines))
    title = heading("1 Summary", place.width - MARGIN - 1, look, focused=begins_here, scroll=scroll)
    indent = Run(" " * (place.left + MARGIN))
    rows = {place.top: (indent, *title)}
    rows |= {
        place.top + head + number: (indent, *line) for number, line in enumerate(sheet.lines[at.top : at.top + view])
    }
    if place.left or size.columns >= 80:  # noqa: PLR2004 - narrower, the masthead has no room for all it says
        left = (Run("Briefing", Role.STRONG), Run("  "), Run(visible(entry.id), Role.META))
        right = (Run(first.place, Role.ACCENT),) if first.place else ()
        rows[0] = (Run("  "), *masthead(left, right, size.columns - 4))
        if place.top > 1:
            rows[1] = (Run(look.signs.rule * size.columns, Role.RULE),)
    return rows


def frame(rows: Mapping[int, Line], size: Size, inks: Mapping[Role, Ink]) -> str:
    """Return what draws the rows on an otherwise empty screen. Without inks: in the terminal's own colours."""
    codes = {role: _code(ink) for role, ink in inks.items()}
    parts: list[str] = []
    for row in range(size.rows):
        line = crop_line(rows.get(row, ()), size.columns)
        filled: Sequence[Run] = (*line, Run(" " * (size.columns - line_cells(line))))
        parts.append(f"\x1b[{row + 1};1H")
        parts += [f"\x1b[0{codes.get(run.role, '')}m{run.text}" for run in filled if run.text]
    return "".join(parts) + "\x1b[0m"


def _code(ink: Ink) -> str:
    weight = ";1" * ink.bold + ";3" * ink.italic + ";4" * ink.underline
    return f"{weight};38;2;{_rgb(ink.colour)};48;2;{_rgb(ink.ground)}"


def _rgb(colour: str) -> str:
    return ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


def inks_of(theme: str | None, environment: Mapping[str, str]) -> Inks | None:
    """Return the colours of the first frame; None: the terminal's own, where another theme or no colour is wanted."""
    if environment.get("NO_COLOR") or environment.get("COLORTERM") not in _TRUE_COLOUR:
        return None
    return OWN.get(theme) if theme else INK
