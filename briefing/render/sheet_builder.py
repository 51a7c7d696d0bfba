"""Owns putting a sheet together: lines one after the other, and which of them belong to an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from briefing.render.lines import ItemLines, Line, Role, Run, Sheet, Target
from briefing.render.parts.verdict_marks import VerdictMarks
from briefing.render.symbols import MEASURE, Look
from briefing.render.text.cell_width import cells, crop
from briefing.render.text.wrap import balanced, fill, line_cells


class SheetBuilder:
    """A sheet while it is being set, at one width in one look."""

    def __init__(self, width: int, look: Look, marks: VerdictMarks | None = None) -> None:
        self.width = max(1, width)
        self.measure = min(self.width, MEASURE)
        """Width of running text, in cells."""
        self.look = look
        self.marks = marks
        """The verdicts to show beside cite marks. None: they are not known yet."""
        self.lines: list[Line] = []
        self.items: list[ItemLines] = []

    def add_line(self, *runs: Run) -> None:
        """Add one line that is known to fit."""
        self.lines.append(runs)

    def add_paragraph(self, runs: Sequence[Run], first: Line = (), rest: Line = (), *, hyphens: bool = True) -> None:
        """Add a paragraph of the measure, broken after hyphens too unless told otherwise."""
        self.lines.extend(fill(runs, self.measure, first, rest, hyphens=hyphens))

    def add_title(self, text: str) -> None:
        """Add the headline."""
        self.lines.extend(balanced((Run(text.strip(), Role.TITLE),), self.measure))

    def add_text(self, text: str, role: Role = Role.BODY, indent: Line = ()) -> None:
        """Add the paragraphs of a text of one role; blank lines in it part them."""
        for number, paragraph in enumerate(filter(str.strip, text.split("\n\n"))):
            if number:
                self.add_line(*indent)
            self.add_paragraph((Run(paragraph.strip(), role),), indent, indent)

    def add_gap(self) -> None:
        """Add an empty line, unless the sheet is empty or ends in one."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def add_heading(self, text: str) -> None:
        """Add a heading inside the pane, with air above it."""
        self.add_gap()
        self.add_paragraph((Run(text.upper(), Role.HEADING),))

    @contextmanager
    def item(self, target: Target) -> Iterator[None]:
        """Count the lines that are added inside as one item."""
        first = len(self.lines)
        yield
        if len(self.lines) > first:
            self.items.append(ItemLines(first, len(self.lines) - 1, target))

    def sheet(self) -> Sheet:
        """Return what was set, without empty lines at its end."""
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return Sheet(tuple(self.lines), tuple(self.items))


def spread_line(left: Line, right: Line, width: int, ellipsis: str = "…") -> Line:
    """Return one line with `right` at its right end, or `left` alone, cropped, where both do not fit."""
    free = width - line_cells(left) - line_cells(right)
    if free < 1:
        return crop_line(left, width, ellipsis)
    return (*left, Run(" " * free), *right)


def crop_line(line: Line, width: int, ellipsis: str = "…") -> Line:
    """Return a line cut to `width` cells."""
    found: list[Run] = []
    for run in line:
        room = width - line_cells(tuple(found))
        if room <= 0:
            break
        fits = cells(run.text) <= room
        found.append(run if fits else Run(crop(run.text, room, ellipsis), run.role, run.target))
    return tuple(found)
