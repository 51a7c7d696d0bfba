"""The pane of key figures, a table: verdict, numbers aligned at their decimal points, unit, label, who says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from briefing.base.frozen import frozen, frozen_kw_only, replace
from briefing.base.named_tuple import NamedTuple
from briefing.evidence import Evidence
from briefing.evidence.classes import CLASSES
from briefing.format.dates.wording import date_words
from briefing.format.model import Brief, Figure, Hedge, SourceKind
from briefing.render.form import FULL, Density, PaneForm
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.amounts import hedge_sign
from briefing.render.parts.bars import BarScale, bar_scales, figure_bar
from briefing.render.parts.claims import (
    SourceMarks,
    add_details,
    add_withdrawn,
    as_of_runs,
    basis_runs,
    dotted,
    doubtful_date_runs,
    has_several_origins,
    speaker_run,
    standing_run,
    withdrawn_sources,
)
from briefing.render.parts.derived import (
    DerivedNumber,
    Formulas,
    derived_numbers,
    doubt_runs,
    figure_parts,
    hedge_run,
    kind_runs,
    measure_runs,
    no_number_runs,
    stated_beside,
)
from briefing.render.parts.review import review_cells, review_sign
from briefing.render.parts.units import label_says, short_unit
from briefing.render.parts.verdict_marks import assessment, class_role, sign_text, verdict_bullet, verdict_marks
from briefing.render.parts.verdict_words import short_reason
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from briefing.render.text.wrap import fill, line_cells

_WIDEST = 112
"""Greatest width of the table, in cells."""
_WIDEST_NUMBER = 24
"""Greatest width in cells of hedge and number up to the decimal point; a wider number pushes its unit and label on."""
_WIDEST_FRACTION = 7
"""The same for what is behind the decimal point, which is part of it."""
_LONG_UNIT = 11
"""Width in cells from which one unit makes the pane write all units in their short forms."""
_ROOM_FOR_UNITS = 54
"""Width of the pane from which units need no short forms."""
_ROOM_FOR_NAMES = 77
"""Width of the pane from which the name of who says it stands at the right."""
_NARROWEST_LABEL = 22
"""Cells that labels need; with less, there is no column of units."""
_NARROWEST_TEXT = 18
"""Cells that unit and label need; with less, there is no column of numbers either."""
_NARROWEST_OF_SEVERAL = 28
"""Cells that labels need beside the columns at their right."""
_WIDEST_NAME = 28
_WIDEST_DATE = 16
_MINIMUM_NAME = 11
"""Width of the head of the column of names."""
_UNIT = 4
"""The same of units."""
_HEADED = 2
"""Figures from which the table has heads."""
_GAP = 2
"""Cells between the columns at the right."""
_DETAILED = 60
"""Width in cells from which the whole pane has empty lines between its figures, if they are no table."""
_WIDEST_BAR = 32


def figures_pane(
    brief: Brief, width: int, look: Look, evidence: Evidence | None = None, form: PaneForm = FULL
) -> Sheet:
    """Typeset the pane of key figures."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence), form)
    builder.measure = min(builder.width, _WIDEST)
    computed = derived_numbers(brief)
    rows = [_row(builder, brief, index, computed) for index in range(len(brief.figures))]
    columns, marks = _columns(builder, brief, rows), SourceMarks(builder, brief)
    formulas, indent = Formulas(brief, computed, look), (Run(" " * columns.label),)
    scales = bar_scales(brief.figures) if form.density is Density.FULL else {}
    table = _Table(builder, brief, evidence, computed, columns, scales, marks, formulas, indent)
    _head(table, rows)
    for row in rows:
        with builder.item(row.target):
            _add_row(table, row)
            _add_below(table, row)
        if form.density is Density.FULL and not table.columns.name and builder.measure >= _DETAILED:
            builder.add_gap()
    _legend(table)
    return builder.sheet()


class _Row(NamedTuple):
    """One figure in pieces, before anything is placed."""

    target: Target
    figure: Figure
    review: Run
    """The sign that nobody has reviewed it; empty if somebody has."""
    mark: Run
    """The verdict, or a sign in its place."""
    number: Line
    """Hedge and number, or what stands in the place of a number."""
    before_point: int
    """Cells of the number up to the decimal point."""
    behind_point: int
    """Cells of the number from the decimal point on."""
    is_number: bool
    """Whether it is one; else other words stand in its place."""
    unit: str
    """As the brief writes it; may be empty."""
    is_unit_said: bool
    """Whether the label has its words, so that it is said again in the whole pane only."""
    name: Run | None
    """Who says it. None: the article."""


@frozen_kw_only
class _Columns:
    """The columns of the figures, in cells."""

    review: int
    """Width of the signs of review; 0 if all claims of the brief are reviewed."""
    mark: int
    """Width of these and of the verdicts, with a space."""
    whole: int
    """Width of hedges and numbers up to the decimal point; 0 if numbers are not aligned."""
    fraction: int
    unit: int = 0
    """Width of the units; 0: they have no column, and stand before the labels."""
    date: int = 0
    name: int = 0
    """Widths of the columns at the right of the whole table; 0: there is none."""
    is_short: bool = False
    """Whether units are written in their short forms, and not again where the label says them."""
    has_names: bool = False
    """Whether the names of who says it stand at the right, without a column."""

    @property
    def tail(self) -> int:
        """Where units begin."""
        return self.mark + (self.whole + self.fraction + 1 if self.whole else 0)

    @property
    def label(self) -> int:
        """Where labels begin."""
        return self.tail + (self.unit + 1 if self.unit else 0)

    @property
    def right(self) -> int:
        """Width of the columns at the right with the gaps before them."""
        return sum(width + _GAP for width in (self.date, self.name) if width)


@frozen
class _Table:
    """What each row needs to be added."""

    builder: SheetBuilder
    brief: Brief
    evidence: Evidence | None
    computed: Mapping[int, DerivedNumber]
    columns: _Columns
    scales: Mapping[int, BarScale]
    marks: SourceMarks
    formulas: Formulas
    indent: Line
    """What stands before the lines below a label."""


def _row(builder: SheetBuilder, brief: Brief, index: int, computed: Mapping[int, DerivedNumber]) -> _Row:
    figure, look = brief.figures[index], builder.look
    target = Target(TargetKind.FIGURE, index)
    parts = figure_parts(figure, computed.get(index), look)
    unit = tidy((parts.unit if parts else "") or figure.unit or "")
    if parts is None:
        number = tuple(no_number_runs(figure, computed.get(index), look))
        before, behind = line_cells(number), 0
    else:
        before, behind = cells(parts.hedge + parts.whole), cells(parts.fraction)
        number = tuple(run for run in (hedge_run(parts), Run(parts.whole + parts.fraction, Role.NUMBER)) if run.text)
    return _Row(
        target=target,
        figure=figure,
        review=review_sign(figure, look),
        mark=_mark(builder, figure, target),
        number=number,
        before_point=before,
        behind_point=behind,
        is_number=parts is not None,
        unit=unit,
        is_unit_said=label_says(figure.text, unit),
        name=speaker_run(figure, brief),
    )


def _mark(builder: SheetBuilder, figure: Figure, target: Target) -> Run:
    """Return the verdict; for a computed figure that quotes nothing, that it is computed. It leads to the words."""
    bullet = verdict_bullet(builder.verdict_marks, target, builder.look)
    if bullet.target is not None:
        return bullet
    if figure.derived and not figure.cites and not builder.look.plain:
        return Run("=", Role.BODY)
    return replace(bullet, target=target._replace(cite=0)) if figure.cites else bullet


def _columns(builder: SheetBuilder, brief: Brief, rows: Sequence[_Row]) -> _Columns:
    """Return the widest columns that leave room for labels. Those of numbers are the same at every density."""
    measure, look = builder.measure, builder.look
    is_full = builder.form.density is Density.FULL
    is_short = measure < _ROOM_FOR_UNITS or any(cells(row.unit) > _LONG_UNIT for row in rows if not row.is_unit_said)
    widest = min(_WIDEST_NUMBER, measure // 3)
    numbers = [row for row in rows if row.is_number]
    aligned = [row for row in numbers if row.before_point <= widest and row.behind_point <= _WIDEST_FRACTION]
    review = review_cells(brief, look)
    columns = _Columns(
        review=review,
        mark=review + max((cells(row.mark.text) for row in rows), default=0) + 1,
        whole=max((row.before_point for row in aligned), default=0),
        fraction=max((row.behind_point for row in aligned), default=0),
        is_short=is_short and not is_full,
        has_names=not is_full and measure >= _ROOM_FOR_NAMES and not look.plain,
    )
    room = measure - columns.tail
    if room < _NARROWEST_TEXT:
        return replace(columns, whole=0, fraction=0)
    shown = ["" if row.is_unit_said else short_unit(row.unit, look) if is_short else row.unit for row in rows]
    unit = _unit_column([(cells(unit), _label_cells(row)) for unit, row in zip(shown, rows, strict=True)], room)
    narrow = replace(columns, unit=unit)
    if not is_full:
        return narrow
    forms = [narrow]
    if unit or not any(shown):
        # Never narrower than in the other forms, and only as wide as labels keep their room.
        most = room - _NARROWEST_OF_SEVERAL - 1
        whole = max((cells(row.unit) for row in rows), default=0)
        short = max((cells(short_unit(row.unit, look)) for row in rows if not row.is_unit_said), default=0)
        forms = [replace(narrow, unit=max(unit, min(whole, most)))]
        forms.append(replace(narrow, unit=max(unit, min(short, most)), is_short=True))
    tables = (_with_columns_at_right(form, builder, brief, rows) for form in forms)
    return next((table for table in tables if table.name), forms[0])


def _label_cells(row: _Row) -> int:
    """Return about how many cells the text of a figure takes, with the mark of who says it."""
    standing = standing_run(row.figure)
    return cells(row.figure.text) + (cells(standing.text) + 2 if standing else 0) + 2


def _unit_column(texts: Sequence[tuple[int, int]], room: int) -> int:
    """Return the width of a column that holds most of the units, with which the figures take the fewest lines.

    A unit that is wider stands before its label. 0: no column leaves labels their room. `texts` are the cells of units
    and labels, `room` those of both together.
    """
    units = [unit for unit, _ in texts if unit]
    limit = max(0, room - _NARROWEST_LABEL - 1)
    held = {width: sum(unit <= width for unit in units) for width in set(units) if width <= limit}

    def lines(column: int) -> int:
        free = room - column - 1
        taken = (label + max(0, unit - column) for unit, label in texts)
        return sum(max(1, -(-each // free)) for each in taken)

    fitting = (width for width, count in held.items() if count * 2 >= len(units))
    return min(fitting, key=lambda width: (lines(width), -width), default=0)


def _with_columns_at_right(columns: _Columns, builder: SheetBuilder, brief: Brief, rows: Sequence[_Row]) -> _Columns:
    """Return the columns with those of the whole table at its right, as far as they leave room for labels."""
    is_table = builder.form.density is Density.FULL and builder.measure >= _ROOM_FOR_NAMES and not builder.look.plain
    if not is_table:
        return columns
    names = (cells(who[0].text) if (who := _who(brief, row)) else 0 for row in rows)
    named = replace(columns, name=min(_WIDEST_NAME, max(_MINIMUM_NAME, *names)) if rows else 0)
    dates = [cells(date_words(row.figure.when)) for row in rows if row.figure.when is not None]
    dated = replace(named, date=min(_WIDEST_DATE, max(dates))) if dates else named
    fitting = (each for each in (dated, named) if builder.measure - each.label - each.right >= _NARROWEST_OF_SEVERAL)
    return next(fitting, columns)


def _head(table: _Table, rows: Sequence[_Row]) -> None:
    """Add the heads of the columns of the whole table."""
    columns, builder = table.columns, table.builder
    if not columns.name or len(rows) < _HEADED:
        return
    number = f"{'number':>{columns.mark + columns.whole}}"
    head = [Run(f"{number:<{columns.tail}}" if cells(number) < columns.tail else " " * columns.tail, Role.META)]
    head.append(Run(f"{'unit' if columns.unit >= _UNIT else '':<{columns.label - columns.tail}}", Role.META))
    label = builder.measure - columns.label - columns.right
    head.append(Run(f"{'what is counted':<{label}}", Role.META))
    if columns.date:
        head.append(Run(f"{'':{_GAP}}{'as of':<{columns.date}}", Role.META))
    head.append(Run(f"{'':{_GAP}}who says it", Role.META))
    builder.add_line(*head)
    if builder.look.signs.rule:
        builder.add_line(Run(builder.look.signs.rule * builder.measure, Role.RULE))


def _legend(table: _Table) -> None:
    """Add what the signs of the hedges in the whole table mean."""
    builder = table.builder
    used = {row.approx for row in table.brief.figures if row.approx is not None}
    signs = [(hedge_sign(hedge, builder.look), str(hedge)) for hedge in Hedge if hedge in used]
    said = [
        [Run(sign, Role.HEDGE), Run(f"{NO_BREAK}{words}", Role.META)] for sign, words in signs if not sign[0].isalpha()
    ]
    if table.columns.name and said:
        builder.add_gap()
        builder.add_paragraph(
            dotted(said, builder.look), (Run(" " * table.columns.mark),), (Run(" " * table.columns.mark),)
        )


def _add_row(table: _Table, row: _Row) -> None:
    """Add the figure itself: one line if its label is short, and what hangs below its label."""
    builder, columns = table.builder, table.columns
    first, runs = _begun(table, row)
    room = builder.measure - columns.right
    lines = fill((*runs, *_label(table, row)), room, first, table.indent)
    if columns.right:
        _add_beside(table, row, lines, room)
    elif columns.has_names and row.name is not None:
        _add_with_name(table, row.name, lines)
    else:
        builder.lines.extend(lines)


def _begun(table: _Table, row: _Row) -> tuple[Line, Line]:
    """Return what stands before the text of a row, and the part of number and unit that has no column of its own."""
    columns, look = table.columns, table.builder.look
    unit = short_unit(row.unit, look) if columns.is_short else row.unit
    is_terse = columns.is_short or table.builder.form.density is not Density.FULL
    unit = "" if row.is_unit_said and is_terse else unit
    review = row.review if row.review.text else Run(" " * columns.review)
    gap_before = Run(" " * (columns.mark - columns.review - cells(row.mark.text)))
    mark = (*((review,) if review.text else ()), row.mark, gap_before)
    behind = (Run(unit, Role.UNIT), Run(" ")) if unit else ()
    is_aligned = row.before_point <= columns.whole and row.behind_point <= columns.fraction
    if not is_aligned:
        return mark, (*_with_spaces(row.number, " ", NO_BREAK), Run(" "), *behind)
    drawn = _with_spaces(row.number, NO_BREAK, " ")
    before, after = columns.whole - row.before_point, columns.fraction - row.behind_point + 1
    first = (*mark, *((Run(" " * before),) if before else ()), *drawn, Run(" " * after))
    if cells(unit) > columns.unit:
        return first, behind
    gap = columns.label - columns.tail - cells(unit)
    shown = (Run(unit, Role.UNIT), Run(" " * gap)) if unit else (Run(" " * gap),)
    return (*first, *shown) if gap else first, ()


def _with_spaces(line: Line, old: str, new: str) -> Line:
    """Return a line with other spaces, which break or do not."""
    if not any(old in run.text for run in line):
        return line
    return tuple(Run(run.text.replace(old, new), run.role, run.target) for run in line)


def _label(table: _Table, row: _Row) -> list[Run]:
    """Return what is counted, how surely the source puts it, and the marks of who says it."""
    builder, columns, figure = table.builder, table.columns, row.figure
    runs = [Run(figure.text.strip())]
    standing = standing_run(figure)
    if standing is not None:
        runs += [Run(", "), standing]
    if builder.form.density > Density.ROOMY and withdrawn_sources(figure, table.brief):
        runs += [Run(", "), Run("source withdrawn", Role.WARNING)]
    has_mark = builder.form.density > Density.ROOMY and not columns.has_names
    return runs + table.marks.of(figure, row.target, speaker=has_mark)


def _who(brief: Brief, row: _Row) -> list[Run]:
    """Return who says a figure, for a column of names: if nobody is named, the one source that it quotes."""
    if row.name is not None:
        return [row.name]
    cited = [source for source_id in row.figure.source_ids if (source := brief.source(source_id)) is not None]
    if len(cited) != 1:
        return [Run("several sources", Role.META)] if cited else []
    is_only = cited[0].kind is SourceKind.ARTICLE and not has_several_origins(brief)
    return [
        Run("the article" if is_only else cited[0].heading, Role.META, Target(TargetKind.SOURCE, cited[0].number - 1))
    ]


def _add_beside(table: _Table, row: _Row, lines: Sequence[Line], room: int) -> None:
    """Add the lines of a row with its cells in the columns at the right."""
    builder, columns = table.builder, table.columns
    look, when = builder.look, row.figure.when
    date = fill(doubtful_date_runs(look.say(date_words(when))), columns.date) if columns.date and when else []
    formula = table.formulas.runs(row.figure) if row.name is None else []
    name = formula or _who(table.brief, row)
    who = fill(name, columns.name) if name else []
    for text, dated, named in zip_longest(lines, date, who, fillvalue=()):
        line = text
        if dated:
            line = (*_padded(line, room + _GAP), *dated)
        if named:
            line = (*_padded(line, builder.measure - columns.name), *named)
        builder.add_line(*line)


def _padded(line: Line, width: int) -> Line:
    free = width - line_cells(line)
    return (*line, Run(" " * free)) if free > 0 else line


def _add_with_name(table: _Table, name: Run, lines: Sequence[Line]) -> None:
    """Add the lines of a row with a name at the right end of the last one, or of a line of its own."""
    builder = table.builder
    *most, last = lines
    builder.lines.extend(most)
    width, free = cells(tidy(name.text)), builder.measure - line_cells(last)
    if width + _GAP <= free:
        builder.add_line(*last, Run(" " * (free - width)), Run(tidy(name.text), name.role, name.target))
        return
    builder.add_line(*last)
    for line in fill((name,), builder.measure, table.indent, table.indent):
        free = builder.measure - line_cells(line)
        builder.add_line(*((Run(" " * free),) if free else ()), *line)


def _add_below(table: _Table, row: _Row) -> None:
    """Add what stands below a figure: everything else in the whole pane, who says it in a roomy one."""
    builder, columns = table.builder, table.columns
    if builder.form.density is Density.FULL:
        _bar(table, row)
        add_details(builder, row.figure, table.brief, _details(table, row), table.indent)
        if row.figure.measure:
            facts = dotted([kind_runs(row.figure), measure_runs(row.figure)], builder.look)
            builder.add_paragraph(facts, table.indent, table.indent, hyphens=False)
        _add_reason(table, row)
        return
    if builder.form.density > Density.ROOMY:
        return
    if row.name is not None and not columns.has_names:
        said = "according to " if builder.look.plain else builder.look.say("— ")
        builder.add_paragraph((Run(said, Role.META), row.name), table.indent, table.indent)
    formula = table.formulas.runs(row.figure)
    if formula:
        builder.add_paragraph(formula, table.indent, table.indent, hyphens=False)
    if builder.form.density is Density.EXPLAINED:
        _add_reason(table, row)
    add_withdrawn(builder, row.figure, table.brief, table.indent)


def _details(table: _Table, row: _Row) -> list[list[Run]]:
    """Return further facts about a figure, each in a few words."""
    figure, look, columns = row.figure, table.builder.look, table.columns
    number = row.target.number
    named = [Run("according to ", Role.META), row.name] if row.name is not None and not columns.name else []
    formula = table.formulas.runs(figure)
    words = table.formulas.labels(figure)
    return [
        named,
        basis_runs(figure, look) if columns.date else as_of_runs(figure, look),
        stated_beside(figure, look),
        [] if columns.name and row.name is None else formula,
        [Run(f"computed: {words}", Role.META)] if words and [f"= {words}"] != [run.text for run in formula] else [],
        *doubt_runs(table.computed.get(number), look),
        [] if figure.measure else kind_runs(figure),
    ]


def _add_reason(table: _Table, row: _Row) -> None:
    """Add what is wrong with a figure, in a few words, if its writer has to correct it."""
    builder = table.builder
    assessed = assessment(table.brief, table.evidence, row.target) if table.evidence is not None else None
    if assessed is None or not assessed.support.is_broken:
        return
    sign = builder.look.signs.warning if builder.look.plain else sign_text(CLASSES[assessed.support], builder.look)
    reason = (Run(f"{sign} {short_reason(assessed)}", class_role(assessed.support)),)
    builder.add_paragraph(reason, table.indent, table.indent)


def _bar(table: _Table, row: _Row) -> None:
    scale, builder = table.scales.get(row.target.number), table.builder
    if scale is None:
        return
    width = min(_WIDEST_BAR, builder.measure - table.columns.label)
    drawn = figure_bar(row.figure, scale, width, builder.look)
    if drawn:
        builder.add_line(*table.indent, *drawn)
