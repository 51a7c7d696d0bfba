"""Builds a sheet: lines one after the other, and which of them belong to an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from briefing.render.form import FULL, PaneForm
from briefing.render.lines import ItemLines, Line, Role, Run, Sheet, Target
from briefing.render.parts.verdict_marks import VerdictMarks
from briefing.render.symbols import MEASURE, Look
from briefing.render.text.cell_width import cells, crop
from briefing.render.text.wrap import balanced, fill, line_cells


class SheetBuilder:
    """A sheet under construction, at one width and with one look."""

    def __init__(self, width: int, look: Look, marks: VerdictMarks | None = None, form: PaneForm = FULL) -> None:
        self.width = max(1, width)
        self.measure = min(self.width, MEASURE)
        """Width of running text, in cells."""
        self.look = look
        self.verdict_marks = marks
        """The verdicts shown beside cite marks. None: not known yet."""
        self.form = form
        self.lines: list[Line] = []
        self.items: list[ItemLines] = []

    def add_line(self, *runs: Run) -> None:
        """Add one line, which must fit."""
        self.lines.append(runs)

    def add_paragraph(self, runs: Sequence[Run], first: Line = (), rest: Line = (), *, hyphens: bool = True) -> None:
        """Add a paragraph in lines of at most `measure` cells.

        `first` begins the first line, `rest` every other one. Without `hyphens`, words with a hyphen stay whole.
        """
        self.lines.extend(fill(runs, self.measure, first, rest, hyphens=hyphens))

    def add_title(self, text: str) -> None:
        """Add the headline."""
        self.lines.extend(balanced((Run(text.strip(), Role.TITLE),), self.measure))

    def add_text(self, text: str, role: Role = Role.BODY, indent: Line = ()) -> None:
        """Add the paragraphs of a text, which are separated by blank lines, in one role."""
        for number, paragraph in enumerate(filter(str.strip, text.split("\n\n"))):
            if number:
                self.add_line(*indent)
            self.add_paragraph((Run(paragraph.strip(), role),), indent, indent)

    def add_gap(self) -> None:
        """Add an empty line, unless the sheet is empty or ends with one."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def add_heading(self, text: str) -> None:
        """Add a heading within the pane, with an empty line above it."""
        self.add_gap()
        self.add_paragraph((Run(text.upper(), Role.HEADING),))

    @contextmanager
    def item(self, target: Target) -> Iterator[None]:
        """Record the lines that are added inside the `with` block as one item."""
        first = len(self.lines)
        yield
        if len(self.lines) > first:
            self.items.append(ItemLines(first, len(self.lines) - 1, target))

    def sheet(self) -> Sheet:
        """Return the sheet, without empty lines at its end."""
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return Sheet(tuple(self.lines), tuple(self.items))


def spread_line(left: Line, right: Line, width: int, ellipsis: str = "…") -> Line:
    """Return one line with `right` at its right end; only `left`, cropped, if both do not fit."""
    free = width - line_cells(left) - line_cells(right)
    if free < 1:
        return crop_line(left, width, ellipsis)
    return (*left, Run(" " * free), *right)


def crop_line(line: Line, width: int, ellipsis: str = "…") -> Line:
    """Return a line cropped to `width` cells."""
    found: list[Run] = []
    for run in line:
        room = width - line_cells(tuple(found))
        if room <= 0:
            break
        if cells(run.text) > room:
            return (*found, run.like(crop(run.text, room, ellipsis)))
        found.append(run)
    return tuple(found)
