"""The Timeline pane: a proportional time axis, then the events in order of time.

Where there is room it is a table. An event without a place in time is never put in order: it stays where the author put
it, and in full it stands below all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.base.frozen import frozen
from briefing.evidence import Evidence
from briefing.format.dates import sort_key
from briefing.format.dates.wording import date_words, short_date_words
from briefing.format.model import Basis, Brief, Event
from briefing.render.form import FULL, Density, PaneForm
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.amounts import amount_text
from briefing.render.parts.claim_line import ClaimLines, lead_cells, said_by
from briefing.render.parts.claims import add_details, add_withdrawn, basis_runs, dotted, stated_runs
from briefing.render.parts.time_axis import TABLE, AxisEvent, axis, axis_events, has_axis_place
from briefing.render.parts.verdict_marks import verdict_marks
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from briefing.render.text.wrap import fill, line_cells

_BESIDE = 40
"""Width in cells from which dates have a column of their own."""
_WIDEST_DATE = 20
_LEAST_TEXT = 12
"""Least width in cells of the words beside a date that is too wide for its column."""
_WIDEST_TEXT = 76
"""Greatest width in cells of what happened, in a table."""
_LEAST_COLUMN, _WIDEST_COLUMN = 12, 24
"""Width in cells of the columns of who says it and of how the date is known."""
_GAP = 2
"""Cells between the columns of a table."""


def timeline_pane(
    brief: Brief, width: int, look: Look, evidence: Evidence | None = None, form: PaneForm = FULL
) -> Sheet:
    """Typeset the Timeline pane."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence), form)
    if not brief.timeline:
        return builder.sheet()
    order = in_time_order(brief.timeline)
    for line in axis(axis_events(brief), builder.width, look, form.density):
        builder.add_line(*line)
    if form.density <= Density.ROOMY:
        builder.add_gap()
    rows = _Rows(builder, brief, order)
    if form.density is Density.FULL:
        _grouped(builder, rows, order)
    else:
        for number, _ in order:
            rows.add(number)
    return builder.sheet()


def in_time_order(events: Sequence[Event]) -> list[tuple[int, Event]]:
    """Return the events with their indexes in order of time; those without a place in time keep their positions."""
    entries = list(enumerate(events))
    placed = iter(
        sorted((entry for entry in entries if has_axis_place(entry[1].when)), key=lambda entry: _key(entry[1]))
    )
    return [next(placed) if has_axis_place(event.when) else (number, event) for number, event in entries]


def _key(event: Event) -> tuple[object, ...]:
    return sort_key(event.when) if event.when is not None else ()


def _grouped(builder: SheetBuilder, rows: _Rows, order: Sequence[tuple[int, Event]]) -> None:
    """Add the events in order, then those without a year, then those dated in words: neither is ever put in order."""
    placed = [number for number, event in order if has_axis_place(event.when)]
    without_year = [number for number, event in order if event.when is not None and not has_axis_place(event.when)]
    in_words = [number for number, event in order if event.when is None]
    if placed and rows.table is not None:
        rows.add_headings()
    for number in placed:
        rows.add(number)
    for name, numbers in (("Year not stated", without_year), ("Dated in words only", in_words)):
        if numbers:
            builder.add_gap()
            apart = "set apart, never put in order"
            builder.add_paragraph(dotted([[Run(name, Role.HEADING)], [Run(apart, Role.META)]], builder.look))
            for number in numbers:
                rows.add(number)
    _add_legend(builder, [event for _, event in order])


def _add_legend(builder: SheetBuilder, events: Sequence[Event]) -> None:
    """Add a line with what the signs mean, if there are any."""
    look = builder.look
    if look.plain:
        return
    signs = look.signs
    used = {_sign(event, look).text for event in events}
    bases = {event.basis for event in events if event.when is not None}
    meanings = [(signs.day, "to the day"), (signs.inexact, "to the month or year"), (signs.span, "a span")]
    shown = [(f"{sign} {meaning}", Role.META) for sign, meaning in meanings if sign in used]
    known = _bases(look).items()
    shown += [(f"{sign.strip()} {meaning}", Role.HEDGE) for basis, (sign, meaning) in known if basis in bases]
    runs = [Run(text.replace(" ", NO_BREAK), role) for text, role in shown]
    gap = Run(f"{NO_BREAK} {NO_BREAK}")
    builder.add_gap()
    builder.add_paragraph([run for each in runs for run in (gap, each)][1:])


def _bases(look: Look) -> dict[Basis, tuple[str, str]]:
    """Return the signs of dates that are not in the quote, and what they mean."""
    return {
        Basis.RECKONED: (look.signs.reckoned, look.say("from the article’s date")),
        Basis.EDITOR: (look.signs.editor, look.say("the editor’s reading")),
    }


def _sign(event: Event, look: Look) -> Run:
    """Return the sign of how exactly a date is known: to the day, less, a span; or that it has no place in time."""
    if event.when is None or not has_axis_place(event.when):
        return Run(look.signs.open, Role.HEDGE)
    placed = AxisEvent(0, event.when)
    if placed.is_day:
        return Run(look.signs.day, Role.MARK)
    return Run(look.signs.span if placed.is_span else look.signs.inexact, Role.MARK)


def _date(event: Event, look: Look) -> str:
    """Return the date of an event with its year, in short where signs are used. Empty: it has no exact form."""
    if event.when is None:
        return ""
    return tidy(look.say(date_words(event.when) if look.plain else short_date_words(event.when)))


def _without_year(event: Event, year: int | None, look: Look) -> str:
    """Return its date in short, without the year if that is the year of the event above."""
    date = _date(event, look)
    own = _only_year(event)
    ending = f" {own}"
    return date.removesuffix(ending) if own is not None and own == year and date.endswith(ending) else date


def _only_year(event: Event) -> int | None:
    """Return the year in which a date certainly lies. None: there is doubt, or it has several years or none."""
    when = event.when
    if when is None or when.earliest is None or when.latest is None or when.approximate or when.uncertain:
        return None
    return when.earliest.year if when.earliest.year == when.latest.year else None


@frozen
class _Table:
    """The widths of the columns of a table, in cells."""

    text: int
    who: int
    how: int


class _Rows:
    """Typesets the events of a brief one below the other, their dates in a column of their own where there is room."""

    def __init__(self, builder: SheetBuilder, brief: Brief, order: Sequence[tuple[int, Event]]) -> None:
        self.builder, self.brief = builder, brief
        self.lines = ClaimLines(builder, brief)
        self.is_brief = builder.form.density > Density.ROOMY
        look = builder.look
        self.dates = {number: _date(event, look) for number, event in order}
        self.basis = max((cells(_basis_sign(event, look)) for _, event in order), default=0)
        """Cells of the column of signs that say how a date is known."""
        self.column = self._date_column()
        if builder.form.density is not Density.FULL:
            above = None
            for number, event in order:
                self.dates[number] = _without_year(event, above, look)
                above = _only_year(event)
            self.column = min(self.column, self._date_column())
        self.sign_at = lead_cells(brief, look) + (self.column + self.basis + 1 if self.column else 0)
        """Cell of the sign of how exactly a date is known."""
        self.table = self._table([event for _, event in order]) if builder.width >= TABLE and self.column else None

    def _date_column(self) -> int:
        """Return the width of the column of dates: 0 if there is no room for one."""
        builder = self.builder
        if builder.measure < _BESIDE or builder.look.plain:
            return 0
        widths = [cells(date) for date in self.dates.values()]
        return max((width for width in widths if width <= min(_WIDEST_DATE, builder.measure // 3)), default=0)

    def _table(self, events: Sequence[Event]) -> _Table:
        who = _column_width(line_cells(tuple(self._who(event))) for event in events)
        how = _column_width(line_cells(tuple(_how(event, self.builder.look))) for event in events)
        return _Table(min(_WIDEST_TEXT, self.builder.width - self.sign_at - 2 - who - how - 2 * _GAP), who, how)

    def add_headings(self) -> None:
        """Add the headings of the columns of a table."""
        if self.table is None:
            return
        room = self.sign_at - lead_cells(self.brief, self.builder.look) - self.basis - 1
        named = (("what happened", self.table.text), ("who says it", self.table.who), ("how dated", self.table.how))
        columns = (" " * _GAP).join(name.ljust(width) for name, width in named).rstrip()
        said = f"{' ' * lead_cells(self.brief, self.builder.look)}{'date':>{room}}".ljust(self.sign_at + 2) + columns
        self.builder.add_line(Run(said, Role.META))

    def add(self, number: int) -> None:
        """Add one event."""
        target = Target(TargetKind.EVENT, number)
        with self.builder.item(target):
            if self.table is not None:
                self._add_to_table(target, self.table)
            else:
                self._add_paragraph(target)

    def _add_to_table(self, target: Target, table: _Table) -> None:
        builder, event = self.builder, self.brief.timeline[target.number]
        first, rest = self._indents(target, event)
        said = [*_words_of_date(event, builder.look), Run(event.text.strip()), *self.lines.marks(event, target)]
        if line_cells(first) > self.sign_at + 2:
            builder.add_paragraph(self._date_runs(event, target.number), self._sign_alone(target, event), rest)
            first = rest
        columns = (
            fill(said, table.text),
            fill(self._who(event), table.who),
            fill(_how(event, builder.look), table.how),
        )
        for at in range(max(map(len, columns))):
            cut = [column[at] if at < len(column) else () for column in columns]
            builder.add_line(*(rest if at else first), *_beside(cut, (table.text, table.who, table.how)))
        self._add_details(event, rest)

    def _who(self, event: Event) -> list[Run]:
        """Return who says it, for its column."""
        return said_by(event, self.brief, self.builder.look)[2:] or [Run("the article", Role.META)]

    def _add_paragraph(self, target: Target) -> None:
        builder, event = self.builder, self.brief.timeline[target.number]
        first, rest = self._indents(target, event)
        said = self.lines.words(event, target, is_named=not self.is_brief or builder.look.plain)
        before = _words_of_date(event, builder.look)
        if not self.column:
            date = self._date_runs(event, target.number)
            before = [*date, Run(": ")] if date else before
        elif builder.measure - line_cells(first) < _LEAST_TEXT:
            builder.add_paragraph(self._date_runs(event, target.number), self._sign_alone(target, event), rest)
            first = rest
        builder.add_paragraph([*before, *said], first, rest, hyphens=self.lines.breaks_hyphens(event))
        self._add_details(event, rest)

    def _indents(self, target: Target, event: Event) -> tuple[Line, Line]:
        """Return what stands before the words of an event: verdict, date and sign; below them the stem."""
        look = self.builder.look
        verdict, indent = self.lines.lead(target)
        if look.plain:
            return verdict, indent
        sign, stem = _sign(event, look), Run(f"{look.signs.stem} ", Role.RULE)
        if not self.column:
            return (*verdict, sign, Run(" ")), (*indent, stem)
        date = self._date_runs(event, target.number)
        after = self.basis - cells(_basis_sign(event, look)) + 1
        free = self.sign_at - after - line_cells(verdict) - line_cells(tuple(date))
        after, free = max(1, after + min(0, free)), max(0, free)
        whole = (*verdict, Run(" " * free), *date, Run(" " * after), sign, Run(" "))
        return tuple(run for run in whole if run.text), (Run(" " * self.sign_at), stem)

    def _sign_alone(self, target: Target, event: Event) -> Line:
        """Return what begins the line of a date that is too wide to stand beside the words."""
        return (*self.lines.lead(target)[0], _sign(event, self.builder.look), Run(" "))

    def _date_runs(self, event: Event, number: int) -> list[Run]:
        """Return the date of an event with the sign of how it is known; that its year is not stated is never faint."""
        date, look = self.dates[number], self.builder.look
        if not date:
            return []
        sign = _basis_sign(event, look) if not look.plain or self.is_brief else ""
        stated, comma, rest = date.partition(", ")
        open_part = [Run(comma + rest, Role.HEDGE)] if comma else []
        return [Run(stated, Role.DATE), *open_part, *([Run(sign, Role.HEDGE)] if sign else [])]

    def _add_details(self, event: Event, indent: Line) -> None:
        """Add what is below the words: all of it, or only what weakens the event."""
        builder, look = self.builder, self.builder.look
        if self.is_brief:
            add_withdrawn(builder, event, self.brief, indent)
            return
        in_full = builder.form.density is Density.FULL
        known = basis_runs(event, look) if in_full else _basis_words(event, look)
        parts = [
            [Run(event.place, Role.META)] if event.place else [],
            stated_runs(event, look) if event.when is not None and self.table is None else [],
            known if event.when is not None and self.table is None else [],
            *(_figure(self.brief, figure_id, look) for figure_id in event.figures),
        ]
        add_details(builder, event, self.brief, parts, indent)


def _column_width(widths: Iterable[int]) -> int:
    return min(_WIDEST_COLUMN, max(_LEAST_COLUMN, *widths))


def _beside(lines: Sequence[Line], widths: Sequence[int]) -> Line:
    """Return lines of several columns as one, without spaces at its end."""
    found: list[Run] = []
    gap = 0
    for line, width in zip(lines, widths, strict=True):
        if line:
            found += [Run(" " * gap)] if gap else []
            found += line
            gap = 0
        gap += width + _GAP - line_cells(line)
    return tuple(found)


def _basis_sign(event: Event, look: Look) -> str:
    return _bases(look)[event.basis][0] if event.when is not None and event.basis is not Basis.STATED else ""


def _basis_words(event: Event, look: Look) -> list[Run]:
    return [Run(_bases(look)[event.basis][1], Role.HEDGE)] if _basis_sign(event, look) else []


def _words_of_date(event: Event, look: Look) -> list[Run]:
    """Return the source's words for a date without an exact form, before the words of the event."""
    if event.when is not None:
        return []
    said = stated_runs(event, look)
    return [*(Run(run.text, Role.DATE) for run in said), Run(" ")] if said else [Run("no date: ", Role.HEDGE)]


def _how(event: Event, look: Look) -> list[Run]:
    """Return how the date of an event is known, for its column."""
    if event.when is None:
        return [Run("in words", Role.HEDGE)]
    sign = _basis_sign(event, look).strip()
    words = {Basis.RECKONED: "reckoned", Basis.EDITOR: look.say("the editor’s reading")}
    parts = [
        stated_runs(event, look),
        [Run(f"{sign} {words[event.basis]}", Role.HEDGE)] if sign else [],
        [] if has_axis_place(event.when) else [Run("year not stated", Role.HEDGE)],
    ]
    return dotted(parts, look) or [Run("stated", Role.META)]


def _figure(brief: Brief, figure_id: str, look: Look) -> list[Run]:
    """Return the number of a figure that belongs to an event, leading to the figure."""
    for number, figure in enumerate(brief.figures):
        if figure.id == figure_id:
            target = Target(TargetKind.FIGURE, number)
            return [Run(amount_text(figure, look) or figure.text, Role.NUMBER, target)]
    return [Run(figure_id, Role.META)]
