"""How the rows of the list are set, for its size, the form that the reader chose and a number of briefs. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.frozen import replace
from briefing.base.named_tuple import NamedTuple
from briefing.format.model import Marking
from briefing.render.lines import Line
from briefing.render.parts.list_row import (
    RowForm,
    RowSetting,
    has_whole_label,
    list_row_lines,
    row_date,
    table_heads,
    title_room,
)
from briefing.render.parts.listed_brief import ListRow
from briefing.render.parts.telling_apart import Naming, distinct_cuts, told_apart
from briefing.render.symbols import Look
from briefing.tui.drawing.list_form import ListForm, is_dense

TABLE_FROM = 96
"""Columns of the list from which on its rows are a table: only a list that stands alone is as wide."""
_FLAT = 12
"""Up to this height of the list each brief takes one line."""
_AIRY = 40
"""From this height of the list on, an empty row separates the briefs that do not all fit."""


class ListSize(NamedTuple):
    """What the form of a list depends on, besides the choice of the reader."""

    columns: int
    rows: int
    """Of the screen, without those that do not scroll."""
    lead: int
    """Lines above the first brief, which scroll with the list."""
    total: int
    """Briefs of the library, however many the filter lets through."""


class Telling(NamedTuple):
    """How a row is told from the others in sight."""

    apart: str = ""
    """What it needs beside its title. Empty: no other row has that title."""
    title: str = ""
    """Its title, cut where the reader can tell it from the others. Empty: it is cut at its end if it is too long."""


class ListShape(NamedTuple):
    """How the rows of a list are set."""

    setting: RowSetting
    each: int
    """Rows of the screen that each brief takes, if `heights` is empty."""
    heights: tuple[int, ...] = ()
    """Rows of the screen of each brief, if all of them fit."""
    marking: Marking | None = None
    """What the heading of the list says for all of its rows. None: each row says its own."""

    @property
    def margin(self) -> int:
        """Cells before the text: the cursor, the marks, a blank."""
        return 3 if self.setting.form is RowForm.LINES else 4


def text_width(columns: int, shape: ListShape) -> int:
    """Return the cells of the text of a row in a list of so many columns; the last column stays empty."""
    return max(4, columns - shape.margin - 1)


def row_form(choice: ListForm, size: ListSize) -> RowForm:
    """Return the form of the rows."""
    if choice is ListForm.LINES:
        return RowForm.LINES
    if size.columns >= TABLE_FROM:
        return RowForm.TABLE
    if is_dense(choice, size.total) or size.rows <= _FLAT:
        return RowForm.LINE
    return RowForm.LINES


def next_form(choice: ListForm, size: ListSize) -> ListForm:
    """Return the choice after this one: first the form that looks different, then the other, then by the room again."""
    is_lines = row_form(ListForm.AUTO, size) is RowForm.LINES
    walk = [ListForm.AUTO, *((ListForm.LINE, ListForm.LINES) if is_lines else (ListForm.LINES, ListForm.LINE))]
    return walk[(walk.index(choice) + 1) % len(walk)]


def shape_for(choice: ListForm, size: ListSize) -> ListShape:
    """Return how rows are set in a list that may be longer than the screen."""
    form = row_form(choice, size)
    if form is not RowForm.LINES:
        return ListShape(RowSetting(form=form), 1)
    if size.rows <= _FLAT:
        return ListShape(RowSetting(form=form, title_lines=1), 2)
    return ListShape(RowSetting(form=form), 4 if size.rows >= _AIRY else 3)


def may_fit(shape: ListShape, size: ListSize, count: int) -> bool:
    """Tell whether so many briefs may all fit on the screen in several lines each: then they have to be known."""
    return shape.setting.form is RowForm.LINES and size.lead + 2 * count <= size.rows


def fitted_shape(shape: ListShape, size: ListSize, list_rows: Sequence[ListRow], look: Look) -> ListShape:
    """Return the roomiest shape in which all these briefs are on the screen; `shape` itself if there is none.

    Titles are whole where that fits. A marking that all have stands in the heading of the list.
    """
    markings = {row.marking for row in list_rows}
    marking = next(iter(markings)) if len(markings) == 1 else None
    aparts = apart_words([naming_of(row, look) for row in list_rows], shape)
    for most in (None, shape.setting.title_lines):
        setting = RowSetting(form=RowForm.LINES, title_lines=most, has_marking=marking is None)
        tried = setting if most else replace(setting, title_lines=size.rows)  # a title of more lines fits nowhere
        width = text_width(size.columns, shape)
        lines = [
            len(list_row_lines(row, width, look, tried, apart)) for row, apart in zip(list_rows, aparts, strict=True)
        ]
        for gap in (1, 0):
            if size.lead + sum(lines) + gap * (len(lines) - 1) <= size.rows:
                return ListShape(setting, 1, tuple(number + gap for number in lines), marking)
    return shape


def naming_of(row: ListRow, look: Look) -> Naming:
    """Return what may tell a row from others of its title."""
    return Naming(title=row.title, id=row.id, date=row_date(row, look))


def apart_words(namings: Sequence[Naming], shape: ListShape) -> tuple[str, ...]:
    """Return what tells each of these rows from others of its title; empty where nothing is needed."""
    return told_apart(namings, has_dates=shape.setting.form is not RowForm.LINE)


def tellings(rows: Sequence[tuple[ListRow, Naming]], columns: int, shape: ListShape, look: Look) -> tuple[Telling, ...]:
    """Return how each of these rows, which are in sight together, is told from the others."""
    aparts = apart_words([naming for _, naming in rows], shape)
    width = text_width(columns, shape)
    rooms = [title_room(row, width, look, shape.setting, apart) for (row, _), apart in zip(rows, aparts, strict=True)]
    cuts = distinct_cuts([row.title for row, _ in rows], rooms, look.signs.ellipsis)
    return tuple(map(Telling, aparts, cuts))


def told_lines(row: ListRow, telling: Telling, columns: int, shape: ListShape, look: Look) -> tuple[Line, ...]:
    """Return the lines of a row that is told from others."""
    shown = replace(row, title=telling.title) if telling.title else row
    return list_row_lines(shown, text_width(columns, shape), look, shape.setting, telling.apart)


def filter_end(shape: ListShape, columns: int) -> str:
    """Return what the filter keeps at its right end where the list has no heading.

    The marking that all rows have, or the heads of the columns.
    """
    return str(shape.marking) if shape.marking else heads(shape, columns).lstrip()


def heads(shape: ListShape, columns: int) -> str:
    """Return the heads of columns, for the right end of the heading of the list; its last cell is above the gutter."""
    match shape.setting.form:
        case RowForm.TABLE:
            return table_heads(text_width(columns, shape))
        case RowForm.LINE:
            return "" if has_whole_label(text_width(columns, shape)) else "TLP"
        case RowForm.LINES:
            return ""
