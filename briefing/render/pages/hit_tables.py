"""Hits of one kind as a table: a row each, with the brief that has it in the last column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.format.dates import sort_key
from briefing.format.model import Marking
from briefing.render.lines import Line, Role, Run
from briefing.render.pages.search_results import (
    HitLine,
    PlacedLine,
    date_runs,
    more_line,
    snippet_line,
    who_runs,
)
from briefing.render.parts.amounts import hedge_sign
from briefing.render.parts.marking import marking_label
from briefing.render.sheet_builder import crop_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop, tidy
from briefing.render.text.wrap import line_cells

_ROOMY = 60
"""Width in cells from which who says it and the brief stand beside the text; else in a second line."""
_GAP = 2
_WIDEST_NUMBER, _WIDEST_UNIT, _WIDEST_DATE = 18, 14, 16
"""Cells of a column at most."""
_FEW = 24
"""Cells for the chosen kind of hits: where there are fewer, the number of all hits gives way."""
_WHO, _BRIEF = 5, 4
"""Who says it has a fifth of the width, the brief a quarter."""


class TableRow(NamedTuple):
    """One hit with the brief that has it."""

    hit: HitLine
    title: str
    """Title of the brief."""
    name: str = ""
    """Its id, if another brief has the same title. Empty: none has."""


class TableColumns(NamedTuple):
    """The widths in cells of the columns before the text, for all rows of a table."""

    date: int = 0
    whole: int = 0
    """Hedge and number up to the decimal point."""
    fraction: int = 0
    unit: int = 0


@frozen
class HitKind:
    """A kind of hits that a search can show alone."""

    name: str
    """Its plural, as the line of kinds says it."""
    kind: str
    """`HitLine.word` of its hits."""
    columns: Callable[[HitLine, Look], tuple[Line, ...]]
    """Returns the runs of a hit before its text, one line for each of `TableColumns`."""
    is_by_date: bool = False
    """Whether the hits are sorted by their dates; else they stand in the order of the briefs."""


def table_columns(rows: Iterable[TableRow], kind: HitKind, look: Look) -> TableColumns:
    """Return the widths of the columns that fit these rows."""
    widths = [0, 0, 0, 0]
    for row in rows:
        for column, runs in enumerate(kind.columns(row.hit, look)):
            widths[column] = max(widths[column], line_cells(runs))
    most = (_WIDEST_DATE, _WIDEST_NUMBER, _WIDEST_NUMBER // 2, _WIDEST_UNIT)
    return TableColumns(*map(min, widths, most))


def sorted_rows(rows: Sequence[TableRow], kind: HitKind) -> Sequence[int]:
    """Return the indexes of rows in their order: those that meet the query only in part come last."""
    order: list[int] = list(range(len(rows)))
    if kind.is_by_date:
        dates = {index: sort_key(date) for index, row in enumerate(rows) if (date := row.hit.date) is not None}
        order = [*sorted(dates, key=dates.__getitem__), *(index for index in order if index not in dates)]
    return sorted(order, key=lambda index: (rows[index].hit.is_apart, rows[index].hit.is_beyond))


def row_lines(row: TableRow, kind: HitKind, columns: TableColumns, width: int, look: Look) -> tuple[PlacedLine, ...]:
    """Return the lines of a row: one, or two where the width is small; dates of numbers then stand in the second."""
    parts = kind.columns(row.hit, look)
    if width < _ROOMY:
        date, columns = (parts[0], columns._replace(date=0)) if columns.whole else ((), columns)
        lead = _lead(parts, columns, look)
        between = (Run(f" {look.signs.dot} ", Role.RULE),)
        facts = (date, who_runs(row.hit, max(1, width // 2), look))
        told: Line = (Run(" " * _GAP), *(run for fact in facts if fact for run in (*fact, *between)))
        told = (*told, *_title(row, max(1, width - line_cells(told)), look))
        text = _text(row.hit, max(1, width - line_cells(lead)), look)
        first, second = (crop_line(line, width, look.signs.ellipsis) for line in ((*lead, *text), told))
        return (PlacedLine(first, 0), PlacedLine(second, None))
    lead = _lead(parts, columns, look)
    who_width, brief_width = width // _WHO, width // _BRIEF
    room = max(1, width - line_cells(lead) - who_width - brief_width - 2 * _GAP)
    text = _filled(_text(row.hit, room, look), room + _GAP, look)
    who = _filled(who_runs(row.hit, who_width, look), who_width + _GAP, look)
    line = (*lead, *text, *who, *_title(row, brief_width, look))
    return (PlacedLine(crop_line(line, width, look.signs.ellipsis), 0),)


def _title(row: TableRow, width: int, look: Look) -> Line:
    """Return the title of the brief, with its id behind it if it needs one, for which the title is cropped."""
    title, ellipsis = tidy(row.title), look.signs.ellipsis
    if not row.name:
        return (Run(crop(title, width, ellipsis), Role.META),)
    dot = f" {look.signs.dot} "
    room = max(1, width - cells(dot))
    name = crop(tidy(row.name), max(1, room - min(cells(title), room // 2)), ellipsis)
    left = crop(title, max(0, room - cells(name)), ellipsis)
    return crop_line((Run(left, Role.META), Run(dot, Role.RULE), Run(name, Role.META)), width, ellipsis)


def _text(hit: HitLine, room: int, look: Look) -> Line:
    """Return the text of a hit, or the words that were found in its quotes and notes."""
    if hit.label:
        lit = [(start, min(end, len(hit.label))) for start, end in hit.highlights if start < len(hit.label)]
        return snippet_line(hit.label, lit, room, look)
    if hit.highlights or not hit.more:
        return snippet_line(hit.text, hit.highlights, room, look)
    return more_line(hit, room, look)


def _lead(parts: Sequence[Line], columns: TableColumns, look: Look) -> Line:
    """Return the columns before the text; numbers are aligned at their decimal points."""
    date, whole, fraction, unit = [*parts, (), (), (), ()][: len(columns)]
    gap = Run(" " * _GAP)
    dated = (*_filled(date, columns.date, look, right=True), gap) if columns.date else ()
    if not columns.whole:
        return dated
    number = (*_filled(whole, columns.whole, look, right=True), *_filled(fraction, columns.fraction, look))
    return (*dated, *number, Run(" "), *_filled(unit, columns.unit, look), gap)


def _filled(line: Line, width: int, look: Look, *, right: bool = False) -> Line:
    """Return a line of exactly `width` cells, at the left or at the right of them."""
    line = crop_line(line, width, look.signs.ellipsis)
    blank = Run(" " * (width - line_cells(line)))
    return (blank, *line) if right else (*line, blank)


def _dated(hit: HitLine, look: Look) -> tuple[Line, ...]:
    return (date_runs(hit, look),)


def _figure(hit: HitLine, look: Look) -> tuple[Line, ...]:
    whole, point, fraction = hit.number.partition(".")
    if not hit.number:
        whole = "derived"
    hedge = Run(hedge_sign(hit.hedge, look), Role.HEDGE)
    number = Run(look.say(whole), Role.NUMBER if hit.number else Role.META)
    return (
        date_runs(hit, look),
        tuple(run for run in (hedge, number) if run.text),
        (Run(look.say(point + fraction), Role.NUMBER),) if fraction else (),
        (Run(crop(tidy(hit.unit), _WIDEST_UNIT, look.signs.ellipsis), Role.UNIT),) if hit.unit else (),
    )


def _nothing(hit: HitLine, look: Look) -> tuple[Line, ...]:
    del hit, look
    return ()


HIT_KINDS = (
    HitKind("briefs", "brief", _dated),
    HitKind("points", "point", _dated),
    HitKind("figures", "figure", _figure),
    HitKind("events", "event", _dated, is_by_date=True),
    HitKind("sources", "source", _nothing),
    HitKind("open questions", "open", _nothing),
    HitKind("saved texts", "saved text", _nothing),
)
"""The kinds of hits, in the order in which tab goes through them."""


class ResultsHead(NamedTuple):
    """What is said above the results of a search."""

    found: str
    """How much was found."""
    counts: Mapping[HitKind | None, int] = MappingProxyType({})
    """Number of hits of each kind; None: of all kinds together. Empty: they are not counted yet."""
    chosen: HitKind | None = None
    """The kind that is shown alone. None: all kinds."""
    marking: Marking | None = None
    """Never cropped. None: nothing is said of it."""
    progress: str = ""
    """How much of the library is read, if that is not all: what is not read is not found. Empty: all is."""


def results_head(head: ResultsHead, width: int, look: Look) -> Line:
    """Return the line above results: how much was found, the hits of each kind with the chosen one, and the marking."""
    label: Line = () if head.marking is None else (marking_label(head.marking),)
    gap, found = Run(" " * _GAP), Run(head.found, Role.ACCENT)
    progress: Line = (Run(head.progress, Role.META), gap) if head.progress else ()
    said: Line = (found, gap, *progress)
    width -= line_cells(label)
    if head.chosen is not None and width - line_cells(said) < _FEW:
        said = progress
    kinds = _kinds(head, max(0, width - line_cells(said) - 1), look)
    left = crop_line((*said, *kinds), max(0, width - 1), look.signs.ellipsis)
    return (*left, Run(" " * max(0, width - line_cells(left))), *label) if label else left


def results_head_in_two_rows(head: ResultsHead, width: int, look: Look) -> list[Line]:
    """Return the same in two rows, for a narrow screen: how much was found and the marking, then the kinds."""
    above = ResultsHead(head.found, marking=head.marking, progress=head.progress)
    return [results_head(above, width, look), _kinds(head, max(0, width - 1), look)]


def _kinds(head: ResultsHead, width: int, look: Look) -> Line:
    """Return the names of kinds with their numbers of hits, the chosen one in brackets and in sight."""
    if not head.counts:
        return ()
    runs: list[Run] = []
    shown = 1
    for kind, count in {**head.counts, head.chosen: head.counts.get(head.chosen, 0)}.items():
        words = f"{kind.name if kind else 'all'} {count:,}"
        runs += [Run(" ")] if runs else []
        runs.append(Run(f"[{words}]", Role.ACCENT) if kind is head.chosen else Run(f" {words} ", Role.META))
        shown = len(runs) if kind is head.chosen else shown
    while line_cells(tuple(runs[:shown])) > width and shown > 1:
        runs, shown = runs[2:], shown - 2
    return crop_line(tuple(runs), width, look.signs.ellipsis)
