"""The time axis: days mapped to cells, a line with dots and thick spans, and labels of years or months below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.base.frozen import frozen
from briefing.format.dates import Day, Edtf
from briefing.format.dates.forms import Interval
from briefing.format.dates.month_names import SHORT_MONTHS
from briefing.format.model import Brief
from briefing.render.form import Density
from briefing.render.lines import Line, Role, Run, Target, TargetKind
from briefing.render.symbols import MEASURE, Look
from briefing.render.text.wrap import line_cells

_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000)
_MONTH_STEPS = (1, 2, 3, 6)
_NARROWEST = 12
"""Least width in cells of an axis."""
_MOST_COUNTED = 9
"""Greatest number of events in one cell that is shown as a digit."""
_CROWDED = 3
"""Least number of events in one cell that stand once more on an axis of their own."""
_BETWEEN = 3
"""Cells between two axes."""
_NARROWEST_SPAN = 2
"""Least distance in cells between the ends of a span."""
_INEXACT = 731
"""Days, two years. A date of one form that may be farther off is a span; a winter, of either end of a year, is none."""
_FEWEST = 2
"""Least number of events on an axis: with fewer there is nothing to compare."""
TABLE = 100
"""Width in cells from which the events are a table, and the axis is as wide as the pane."""
_SHORT = 2
"""Length in years below which the axis is labelled by month."""


@frozen
class AxisEvent:
    """One event with a place on the axis."""

    number: int
    """Index in the brief's timeline."""
    date: Edtf

    @property
    def is_day(self) -> bool:
        """True if it is known to the day, so that a dot is right."""
        date = self.date
        one_day = date.earliest is not None and date.earliest == date.latest
        return one_day and not date.approximate and not date.uncertain

    @property
    def is_span(self) -> bool:
        """True if it is a stretch of time: an interval, or a decade and more."""
        date = self.date
        if isinstance(date.form, Interval) or date.earliest is None or date.latest is None:
            return True
        return date.latest.ordinal - date.earliest.ordinal > _INEXACT


@frozen
class AxisScale:
    """The mapping of days to cells, in proportion: the first day at the left end, the last day at the right."""

    first: int
    """Ordinal of the first day."""
    last: int
    """Ordinal of the last day."""
    width: int
    """Cells."""

    def cell(self, day: Day) -> int:
        """Return the cell of a day."""
        if self.last == self.first:
            return 0
        return round((day.ordinal - self.first) * (self.width - 1) / (self.last - self.first))


def has_axis_place(date: Edtf | None) -> bool:
    """Tell whether a date has a place on an axis."""
    return date is not None and date.has_year and (date.earliest is not None or date.latest is not None)


def axis_events(brief: Brief) -> list[AxisEvent]:
    """Return the events of a brief that have a place on an axis, in the order of the file."""
    return [
        AxisEvent(number, event.when)
        for number, event in enumerate(brief.timeline)
        if event.when is not None and has_axis_place(event.when)
    ]


def axis_cells(events: Sequence[AxisEvent], pane_width: int, look: Look, density: Density) -> int:
    """Return the width of the axis of all events in a pane of that width, in cells. 0: it has none."""
    if density is Density.TIGHT or look.plain or _ends(events, pane_width) is None:
        return 0
    if density is Density.FULL and pane_width >= TABLE:
        beside = pane_width - pane_width // 3 - _BETWEEN
        return beside if _crowd(events, beside) else pane_width
    return pane_width if pane_width >= TABLE else max(1, min(pane_width, MEASURE))


def axis(events: Sequence[AxisEvent], pane_width: int, look: Look, density: Density) -> list[Line]:
    """Return the axis of events: the line with dots and spans, its labels. Empty: nothing to draw.

    In the full form of a wide pane the events of its most crowded cell stand once more beside it, by day, and a third
    line says so.
    """
    width = axis_cells(events, pane_width, look, density)
    ends = _ends(events, width)
    if ends is None:
        return []
    first, last = ends
    scale = AxisScale(first.ordinal, last.ordinal, width)
    ticks = list(_ticks(first, last, scale))
    lines = [_line(events, scale, ticks, look), _labels(first, ticks, scale)]
    crowd = _crowd(events, width) if density is Density.FULL and width < pane_width and pane_width >= TABLE else []
    return _with_crowd(lines, scale, crowd, pane_width - width - _BETWEEN, look) if crowd else lines


def _crowd(events: Sequence[AxisEvent], width: int) -> list[AxisEvent]:
    """Return the events of the most crowded cell. Empty: none is worth an axis of its own."""
    scale = _scale(events, width)
    if scale is None:
        return []
    found = max(_in_cells(events, scale).values(), key=len, default=[])
    own = _scale(found, width)
    return found if len(found) >= _CROWDED and own is not None and own.first < own.last else []


def _with_crowd(lines: list[Line], scale: AxisScale, crowd: Sequence[AxisEvent], width: int, look: Look) -> list[Line]:
    """Return the lines of an axis with an axis of the events of one cell beside it, and what both are below."""
    own = _scale(crowd, width)
    if own is None:
        return lines
    labels = ((own.cell(day), f"{day.day} {SHORT_MONTHS[day.month - 1]}") for day in _first_days(crowd))
    beside = [_line(crowd, own, (), look), _placed(labels, width)]
    all_of_it, part = (Run(text, Role.META) for text in ("all events", f"the {len(crowd)} events of one cell, by day"))
    rows = zip([*lines, (all_of_it,)], [*beside, (part,)], strict=True)
    return [(*left, Run(" " * (scale.width + _BETWEEN - line_cells(left))), *right) for left, right in rows]


def _first_days(events: Sequence[AxisEvent]) -> list[Day]:
    """Return the days on which events begin, each once, in order."""
    return sorted({event.date.earliest for event in events if event.date.earliest is not None})


def sharing(events: Sequence[AxisEvent], number: int, width: int) -> tuple[int, ...]:
    """Return the events that the axis shows by the same sign as one of them, that one included.

    Empty: it is not on the axis, or there is none at this width.
    """
    scale = _scale(events, width)
    if scale is None:
        return ()
    groups: dict[tuple[int, int], list[int]] = {}
    for event in events:
        start, end = _extent(event, scale)
        if start != end:
            groups.setdefault((start, end), []).append(event.number)
    in_cells = ([event.number for event in found] for found in _in_cells(events, scale).values())
    return next((tuple(group) for group in (*in_cells, *groups.values()) if number in group), ())


def _ends(events: Sequence[AxisEvent], width: int) -> tuple[Day, Day] | None:
    """Return the first and the last day of an axis. None: there are too few events, or there is no room."""
    days = [day for event in events for day in (event.date.earliest, event.date.latest) if day is not None]
    if len(events) < _FEWEST or not days or width < _NARROWEST:
        return None
    return min(days), max(days)


def _scale(events: Sequence[AxisEvent], width: int) -> AxisScale | None:
    """Return the scale of an axis from the first to the last day of its events. None: there is no axis."""
    ends = _ends(events, width)
    return None if ends is None else AxisScale(ends[0].ordinal, ends[1].ordinal, width)


def _extent(event: AxisEvent, scale: AxisScale) -> tuple[int, int]:
    """Return the first and last cell of an event; an open or unknown end extends to the end of the axis.

    A span of two cells is reduced to the first one: without a middle it would not look like a span.
    """
    date = event.date
    start = scale.cell(date.earliest) if date.earliest is not None else 0
    end = scale.cell(date.latest) if date.latest is not None else scale.width - 1
    is_narrow = date.earliest is not None and date.latest is not None and end - start < _NARROWEST_SPAN
    return start, start if is_narrow else max(start, end)


def _in_cells(events: Sequence[AxisEvent], scale: AxisScale) -> Mapping[int, list[AxisEvent]]:
    """Return the events that take one cell, by cell. Counts side by side are one: "22" would be twenty-two."""
    here: dict[int, list[AxisEvent]] = {}
    for event in events:
        start, end = _extent(event, scale)
        if start == end:
            here.setdefault(start, []).append(event)
    merged: dict[int, list[AxisEvent]] = {}
    for cell in sorted(here):
        before = merged.get(cell - 1, [])
        if len(before) > 1 and len(here[cell]) > 1:
            both = [*merged.pop(cell - 1), *here[cell]]
            merged[cell - 1 if len(before) >= len(here[cell]) else cell] = both
        else:
            merged[cell] = here[cell]
    return merged


def _line(events: Sequence[AxisEvent], scale: AxisScale, ticks: Sequence[tuple[int, str]], look: Look) -> Line:
    """Return the axis itself: spans as thick lines, and for events of one cell a sign, or the count of several."""
    signs = look.signs
    at_tick = {cell for cell, _ in ticks}
    drawn: list[tuple[str, Target | None]] = [
        (signs.tick if cell in at_tick else signs.rule, None) for cell in range(scale.width)
    ]
    for event in events:
        start, end = _extent(event, scale)
        target = Target(TargetKind.EVENT, event.number)
        for cell in range(start, end + 1) if start != end else ():
            drawn[cell] = (signs.heavy, drawn[cell][1] or target)
    for event in events:  # last, so that no other span covers an arrow
        start, end = _extent(event, scale)
        if start != end and event.date.earliest is None:
            drawn[start] = (signs.left, drawn[start][1])
        if start != end and event.date.latest is None:
            drawn[end] = (signs.right, drawn[end][1])
    for cell, found in _in_cells(events, scale).items():
        drawn[cell] = (_sign(found, look), Target(TargetKind.EVENT, found[0].number))
    return _runs(drawn, Role.RULE)


def _sign(found: Sequence[AxisEvent], look: Look) -> str:
    if len(found) > 1:
        return str(len(found)) if len(found) <= _MOST_COUNTED else "+"
    return look.signs.day if found[0].is_day else look.signs.inexact


def _runs(drawn: Sequence[tuple[str, Target | None]], empty: Role) -> Line:
    """Return cells as runs: those with a target are marks."""
    runs: list[Run] = []
    begins = 0
    for index in range(1, len(drawn) + 1):
        if index == len(drawn) or drawn[index][1] != drawn[begins][1]:
            target = drawn[begins][1]
            text = "".join(sign for sign, _ in drawn[begins:index])
            runs.append(Run(text, Role.MARK if target else empty, target))
            begins = index
    if runs and not runs[-1].text.strip():
        runs.pop()
    return tuple(runs)


def _labels(first: Day, ticks: Sequence[tuple[int, str]], scale: AxisScale) -> Line:
    """Return the labels below the ticks, without those that would touch another. The first one names its year."""
    wanted = list(ticks)
    opening = _year(first.year)
    if not wanted or wanted[0][0] > len(opening):
        wanted.insert(0, (0, opening))
    elif wanted[0][1] in SHORT_MONTHS:
        both = f"{wanted[0][1]} {opening}"
        next_cell = wanted[1][0] if len(wanted) > 1 else scale.width + 1
        wanted[0] = (wanted[0][0], both if wanted[0][0] + len(both) < next_cell else opening)
    return _placed(wanted, scale.width)


def _placed(labels: Iterable[tuple[int, str]], width: int) -> Line:
    """Return labels below their cells, without those that would touch the one before."""
    text = ""
    for cell, label in labels:
        begins = min(cell, width - len(label))  # the last one may end at the edge instead
        if begins >= len(text) + (1 if text else 0):
            text = text.ljust(begins) + label
    return (Run(text, Role.DATE),) if text else ()


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _ticks(first: Day, last: Day, scale: AxisScale) -> Iterator[tuple[int, str]]:
    """Yield cell and label of each tick: years, or months on a short axis; as many as there is room for."""
    years = last.year - first.year
    if years < _SHORT:
        yield from _month_ticks(first, last, scale)
        return
    room = max(1, scale.width // 8)
    step = next((step for step in _YEAR_STEPS if years / step <= room), _YEAR_STEPS[-1])
    for multiple in range(first.year // step, last.year // step + 1):
        year = multiple * step + (multiple <= 0)  # there is no year 0: 1 BC is before 1, 500 BC is -499
        day = Day(year, 1, 1)
        if first <= day <= last:
            yield scale.cell(day), _year(year)


def _month_ticks(first: Day, last: Day, scale: AxisScale) -> Iterator[tuple[int, str]]:
    months = (last.year - first.year) * 12 + last.month - first.month
    room = max(1, scale.width // 7)
    step = next((step for step in _MONTH_STEPS if months / step <= room), 12)
    for index in range(first.year * 12, last.year * 12 + 12, step):
        day = Day(index // 12, index % 12 + 1, 1)
        if first <= day <= last:
            yield scale.cell(day), _year(day.year) if day.month == 1 else SHORT_MONTHS[day.month - 1]
