"""A row of the list of briefs in its three forms: one line, a title over several lines with facts below, a table.

Titles are cut last, markings never. Columns of the table stand in one table; its heads are in the heading of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from briefing.base.frozen import frozen, frozen_kw_only
from briefing.format.dates.wording import short_date_words
from briefing.format.model import Marking, Status
from briefing.render.lines import Line, Role, Run
from briefing.render.parts.listed_brief import ListRow
from briefing.render.parts.marking import marking_label
from briefing.render.parts.review import NOT_REVIEWED
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, crop, tidy
from briefing.render.text.wrap import fill, first_lines, line_cells

_WIDE = 35
"""Width of a row of one line, in a list of 40 columns, from which on it has the whole label of its marking, and its
date where that takes nothing of the title. A narrower list has "TLP" in its heading."""
_ROOMY = 50
_LEAST_TITLE = 6
_DATE = 11
"""Width of a date: "28 Nov 2026"."""
_YEAR = 4
"""Digits of a year."""
_STATUS_FROM = 24
"""Width of a row of one line from which on it says that its brief is not final."""
_TO_REVIEW = "to review"
"""What a narrow row says of the number of claims that are not reviewed."""
_GAP = 2
_LEVEL = 5
"""Width of most levels of a marking."""


class RowForm(Enum):
    """How a brief is set in the list."""

    LINE = "one line"
    LINES = "a title over several lines, and its facts below"
    TABLE = "a row of a table"


@frozen_kw_only
class RowSetting:
    """How the rows of a list are set."""

    form: RowForm = RowForm.LINES
    title_lines: int | None = 2
    """Most lines of a title in the form LINES. None: as many as it takes."""
    has_marking: bool = True
    """False in the form LINES where the heading of the list says the marking of all its rows."""


def list_row_lines(row: ListRow, width: int, look: Look, setting: RowSetting, apart: str = "") -> tuple[Line, ...]:
    """Return the lines of a brief in the list, at least one. `apart` tells it from another brief of the same title."""
    match setting.form:
        case RowForm.LINE:
            return (_one_line(row, width, look, apart),)
        case RowForm.TABLE:
            return (_table_line(row, width, look, apart),)
        case RowForm.LINES:
            facts = _facts_line(row, width, look, has_marking=setting.has_marking)
            return (*_title_lines(row, width, look, setting.title_lines, apart), facts)


def title_room(row: ListRow, width: int, look: Look, setting: RowSetting, apart: str = "") -> int | None:
    """Return the cells that the title has at most in a form of one line. None: it has several lines."""
    match setting.form:
        case RowForm.LINE:
            room = width - line_cells(tuple(_line_end(row, width, look, apart)))
        case RowForm.TABLE:
            room = _table_room(width, _table_end(row, width, look))
        case RowForm.LINES:
            return None
    return _title_cells(apart, room, look)


def list_row_marks(row: ListRow, look: Look) -> tuple[Run, ...]:
    """Return the marks of a brief: unread or changed, then starred. They stand below one another, or side by side."""
    signs = look.signs
    marks = ((row.unread, signs.unread), (row.changed and not row.unread, signs.changed), (row.starred, signs.starred))
    return tuple(Run(sign, Role.ACCENT) for holds, sign in marks if holds)


def row_date(row: ListRow, look: Look) -> str:
    """Return the date of a brief as its row shows it. Empty: it has none."""
    return "" if row.date is None else look.say(short_date_words(row.date)).replace(NO_BREAK, " ")


def problems_run(row: ListRow, look: Look) -> Run:
    """Return the number of problems, an empty run if there are none; an ellipsis if they are not known yet."""
    if row.is_partial and not row.errors + row.warnings:
        return Run(look.signs.ellipsis, Role.META)
    return count_run(row.errors, row.warnings, look)


def count_run(errors: int, warnings: int, look: Look) -> Run:
    """Return a number of problems with its sign, an empty run if there are none."""
    count = errors + warnings
    return Run(f"{look.signs.problem} {count:,}" if count else "", Role.ERROR if errors else Role.WARNING)


def has_whole_label(width: int) -> bool:
    """Tell whether a row of one line has the whole label of its marking, not the level alone."""
    return width >= _WIDE


# the parts of a row


def _label_run(marking: Marking | None, *, whole: bool) -> Run:
    """Return a marking without the blanks of its label, or its level alone; that of CLEAR is plain."""
    if marking is None:
        return Run("")
    role = Role.META if marking is Marking.CLEAR else marking_label(marking).role
    return Run(str(marking) if whole else marking.level, role)


def _spread(left: Line, right: Sequence[Run], width: int) -> Line:
    """Return a line with `right` at its right end, which stays whole: `left` is cut to the rest by its maker."""
    free = width - line_cells(left) - sum(cells(run.text) for run in right)
    return (*left, Run(" " * max(0, free)), *right)


def _joined(runs: Sequence[Run], gap: int = _GAP) -> list[Run]:
    """Return the runs that are not empty, with a gap before each."""
    return [part for run in runs if run.text for part in (Run(" " * gap), run)]


def _named(title: str, apart: str, room: int, look: Look) -> Line:
    """Return a title on one line with what tells it apart, which is whole or left out: a part of it tells nothing."""
    after = _whole_apart(apart, max(0, room - _LEAST_TITLE), look)
    name = Run(crop(title, max(0, room - cells(after)), look.signs.ellipsis), Role.STRONG)
    return (name, Run(after, Role.META)) if after else (name,)


def _title_cells(apart: str, room: int, look: Look) -> int:
    """Return the cells of a title that has what tells it apart behind it."""
    return max(0, room - cells(_whole_apart(apart, max(0, room - _LEAST_TITLE), look)))


def _whole_apart(apart: str, room: int, look: Look) -> str:
    """Return what tells a title apart, with a dot before it; a date gives up its year first. Empty: no room."""
    words = tidy(apart)
    day, _, year = words.rpartition(" ")
    is_date = bool(day) and len(year) == _YEAR and year.isdecimal()
    shown = (f" {look.signs.dot} {each}" for each in ((words, day) if is_date else (words,)) if words)
    return next((each for each in shown if cells(each) <= room), "")


def _width_of(title: str, apart: str) -> int:
    return cells(tidy(title)) + (cells(tidy(apart)) + 3 if apart else 0)


def _one_line(row: ListRow, width: int, look: Look, apart: str) -> Line:
    right = _line_end(row, width, look, apart)
    return _spread(_named(row.title, apart, width - line_cells(tuple(right)), look), right, width)


def _line_end(row: ListRow, width: int, look: Look, apart: str) -> list[Run]:
    """Return what stands right of the title in a row of one line."""
    is_whole = has_whole_label(width)
    label = _label_run(row.marking, whole=is_whole)
    before = Run(" " * (_LEVEL - len(label.text)) if label.text and not is_whole else "")
    status = _status(row, look) if width >= _STATUS_FROM else Run("")
    end, date = (status, problems_run(row, look), label), Run(row_date(row, look), Role.DATE)
    gap = _GAP if width >= _ROOMY else 1
    right = _joined((date, *end), gap)
    room = width - line_cells(tuple(right))
    if not is_whole or room < _width_of(row.title, apart):
        right = _joined(end, gap)
    if before.text:
        right.insert(-1, before)
    return right


def _title_lines(row: ListRow, width: int, look: Look, most: int | None, apart: str) -> list[Line]:
    title = row.title if most is None else first_lines(row.title, most + 2, max(1, width))
    lines = fill((Run(title, Role.STRONG),), max(1, width))
    after = Run(crop(f" {look.signs.dot} {tidy(apart)}", width // 2, look.signs.ellipsis) if apart else "", Role.META)
    needs = cells(after.text)
    is_cut = most is not None and len(lines) > most
    if most is not None and is_cut:
        rest = " ".join("".join(run.text for run in line) for line in lines[most - 1 : most + 1])
        lines[most - 1 :] = [(Run(_cut(rest, width - needs, look), Role.STRONG),)]
    if not after.text:
        return lines
    if is_cut or line_cells(lines[-1]) + needs <= width:
        lines[-1] = (*lines[-1], after)
    elif most is None or len(lines) < most:
        lines.append((Run(after.text.lstrip(), Role.META),))
    else:
        last = "".join(run.text for run in lines[-1])
        lines[-1] = (Run(crop(last, width - needs, look.signs.ellipsis), Role.STRONG), after)
    return lines


def _cut(text: str, width: int, look: Look) -> str:
    """Return a text cropped with an ellipsis even if it would just fit: more text follows it."""
    cut = crop(text, width, look.signs.ellipsis)
    return cut if cut != tidy(text) else crop(text + " x" * width, width, look.signs.ellipsis)


def _facts_line(row: ListRow, width: int, look: Look, *, has_marking: bool) -> Line:
    right = _joined((problems_run(row, look), _label_run(row.marking if has_marking else None, whole=True)))
    room = max(0, width - line_cells(tuple(right)))
    date = row_date(row, look)
    date = date if cells(date) <= room else ""  # a part of it would say less than the readout, and mislead
    left = [Run(date, Role.DATE)] if date else []
    free = room - cells(date) - bool(date)
    status = next((each for each in _standings(row) if cells(each) <= free), "")
    if not status and 0 < cells(_status(row, look).text) <= room:
        left, date, status = [], "", _status(row, look).text  # that it is a draft matters more than its date
    if status:
        left.append(Run(f" {status}" if date else status, Role.HEDGE))
    return _spread(tuple(left), right, width)


def _standings(row: ListRow) -> list[str]:
    """Return where a brief stands if it is not final, with how much of it is not reviewed: the longest form first."""
    status = "" if row.status is Status.FINAL else str(row.status)
    if not row.unreviewed:
        return [status] if status else []
    said = (f"{row.unreviewed:,} {NOT_REVIEWED}", f"{row.unreviewed:,} {_TO_REVIEW}")
    return [*(f"{status}, {each}" if status else each for each in said), *([status] if status else [])]


# the table


@frozen
class _Column:
    head: str
    width: int
    cell: Callable[[ListRow, Look], Run]
    least: int = 0
    """Width of the row from which on the column is shown."""
    is_left: bool = False
    """Whether its cells begin at its left end."""


def _number(count: int, role: Role = Role.META) -> Run:
    return Run(f"{count:,}" if count else "", role)


def _status(row: ListRow, _look: Look) -> Run:
    return Run("" if row.status is Status.FINAL else str(row.status), Role.HEDGE)


_COLUMNS = (
    _Column("TLP", _LEVEL, lambda row, _: _label_run(row.marking, whole=False)),
    _Column("status", 10, _status, 80, is_left=True),
    _Column("to review", 9, lambda row, _: _number(row.unreviewed, Role.HEDGE), 104),
    _Column("figs", 4, lambda row, _: _number(row.figures), 90),
    _Column("events", 6, lambda row, _: _number(row.events), 90),
    _Column("sources", 7, lambda row, _: _number(row.sources), 90),
    _Column("changed", 7, lambda row, _: Run("changed" if row.changed else "", Role.ACCENT), 130, is_left=True),
    _Column("problems", 8, problems_run),
)
"""The columns right of the title, from left to right."""


def table_heads(width: int) -> str:
    """Return the heads of the columns right of the title, for rows of this width: they stand at the right end."""
    return "".join(f"{'':{_GAP}}{_aligned(column, column.head)}" for column in _columns(width))


def _columns(width: int) -> list[_Column]:
    return [column for column in _COLUMNS if width >= column.least]


def _cell(column: _Column, run: Run) -> tuple[Run, ...]:
    """Return a cell with the gap before it; the blanks that align it have no role."""
    blanks = Run(" " * max(0, column.width - cells(run.text)))
    gap = Run(" " * _GAP)
    return (gap, run, blanks) if column.is_left else (gap, blanks, run)


def _aligned(column: _Column, text: str) -> str:
    free = " " * max(0, column.width - cells(text))
    return text + free if column.is_left else free + text


def _table_line(row: ListRow, width: int, look: Look, apart: str) -> Line:
    right = _table_end(row, width, look)
    date = crop(row_date(row, look), _DATE, look.signs.ellipsis)
    left = Run(date + " " * (_DATE - cells(date) + _GAP), Role.DATE)
    return _spread((left, *_named(row.title, apart, _table_room(width, right), look)), right, width)


def _table_end(row: ListRow, width: int, look: Look) -> list[Run]:
    """Return the cells right of the title."""
    found = ((column, column.cell(row, look)) for column in _columns(width))
    return [part for column, run in found for part in _cell(column, run)]


def _table_room(width: int, right: Sequence[Run]) -> int:
    """Return the cells of a title with what tells it apart: a long marking takes of it."""
    return max(0, width - _DATE - _GAP - line_cells(tuple(right)))
