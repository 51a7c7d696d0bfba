"""The Timeline pane: a proportional time axis, then the events in order of time.

An event without a place in time stays where the author put it, and is marked as such.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evidence import Evidence
from briefing.format.dates import date_words, short_date_words, sort_key
from briefing.format.model import Brief, Event
from briefing.render.form import FULL, PaneForm
from briefing.render.lines import Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.amounts import amount_text
from briefing.render.parts.claims import (
    add_details,
    attribution,
    basis_runs,
    cite_marks,
    dotted,
    stated_runs,
    with_cite_marks,
)
from briefing.render.parts.time_axis import AxisEvent, axis, has_axis_place
from briefing.render.parts.verdict_marks import verdict_marks
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, tidy
from briefing.render.text.wrap import line_cells

_BESIDE = 46
"""Width in cells from which dates have a column of their own."""
_WIDEST_DATE = 20


def timeline_pane(
    brief: Brief, width: int, look: Look, evidence: Evidence | None = None, form: PaneForm = FULL
) -> Sheet:
    """Typeset the Timeline pane."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence), form)
    order = in_time_order(brief.timeline)
    on_axis = [
        AxisEvent(number, event.when)
        for number, event in order
        if event.when is not None and has_axis_place(event.when)
    ]
    for line in axis(on_axis, builder.measure, look):
        builder.add_line(*line)
    _add_undated_lane(builder, [event for _, event in order if not has_axis_place(event.when)])
    builder.add_gap()
    column = _date_column([event for _, event in order], builder)
    for position, (number, _) in enumerate(order):
        with builder.item(Target(TargetKind.EVENT, number)):
            _event(builder, brief, number, column, is_last=position == len(order) - 1)
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


def _add_undated_lane(builder: SheetBuilder, events: Sequence[Event]) -> None:
    """Add a line for the events that no axis can show: their dates if they fit, else their number."""
    if not events:
        return
    look = builder.look
    dates = [
        [Run(look.say(short_date_words(event.when)), Role.DATE)] if event.when is not None else stated_runs(event, look)
        for event in events
    ]
    sign = Run(f"{look.signs.open} ", Role.HEDGE)
    full = [sign, Run("no place in time: ", Role.META), *dotted(dates, look)]
    if any(dates) and line_cells(tuple(full)) <= builder.measure:
        builder.add_paragraph(full)
    else:
        builder.add_paragraph([sign, Run(f"{len(events)} without a place in time", Role.META)], (), (Run("  "),))


def _date_text(event: Event, look: Look) -> str:
    """Return the date of an event for its column."""
    if event.when is not None:
        return tidy(look.say(short_date_words(event.when)))
    return "".join(run.text for run in stated_runs(event, look)) or "no date"


def _full_date(event: Event, room: int, look: Look) -> list[Run]:
    """Return the date of an event for a line of its own; the short form if the full one does not fit."""
    if event.when is not None:
        full = tidy(look.say(date_words(event.when)))
        return [Run(full if cells(full) <= room else look.say(short_date_words(event.when)), Role.DATE)]
    return stated_runs(event, look) or [Run("no date", Role.META)]


def _date_column(events: Sequence[Event], builder: SheetBuilder) -> int:
    """Return the width of the column of dates: 0 if there is no room for one."""
    if builder.measure < _BESIDE:
        return 0
    found = [cells(_date_text(event, builder.look)) for event in events if event.when is not None]
    return max((width for width in found if width <= min(_WIDEST_DATE, builder.measure // 3)), default=8)


def _mark(event: Event, look: Look) -> Run:
    if event.when is None or not has_axis_place(event.when):
        return Run(look.signs.open, Role.HEDGE)
    return Run(look.signs.day if AxisEvent(0, event.when).is_day else look.signs.inexact, Role.MARK)


def _event(builder: SheetBuilder, brief: Brief, number: int, column: int, *, is_last: bool) -> None:
    event = brief.timeline[number]
    target = Target(TargetKind.EVENT, number)
    stem = " " if is_last else builder.look.signs.stem
    indent = (Run(" " * (column + 1)), Run(f"{stem} ", Role.RULE)) if column else (Run(f"{stem} ", Role.RULE),)
    text = with_cite_marks(event.text, cite_marks(builder, event.cites, target, brief))
    date = _date_text(event, builder.look)
    mark = _mark(event, builder.look)
    if column and cells(date) <= column:
        builder.add_paragraph(text, (Run(f"{date:>{column}}" + " ", Role.DATE), mark, Run(" ")), indent)
    else:
        first = (Run(" " * (column + 1)), mark, Run(" ")) if column else (mark, Run(" "))
        builder.add_paragraph(_full_date(event, builder.measure - line_cells(first), builder.look), first, indent)
        builder.add_paragraph(text, indent, indent)
    parts = [
        [Run(event.place, Role.META)] if event.place else [],
        attribution(event, brief),
        stated_runs(event, builder.look) if event.when is not None else [],
        basis_runs(event, builder.look),
        *(_figure(brief, figure_id, builder.look) for figure_id in event.figures),
    ]
    add_details(builder, event, brief, parts, indent)


def _figure(brief: Brief, figure_id: str, look: Look) -> list[Run]:
    """Return the number of a figure that belongs to an event, leading to the figure."""
    for number, figure in enumerate(brief.figures):
        if figure.id == figure_id:
            target = Target(TargetKind.FIGURE, number)
            return [Run(amount_text(figure, look) or figure.text, Role.NUMBER, target)]
    return [Run(figure_id, Role.META)]
