"""The readout: all that is known of the item under the cursor, in one line, so that nothing moves with the cursor.

It repeats what items say, and adds what compact items leave out. What is longer than the row is whole at `s` and `i`.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.evidence import Evidence
from briefing.format.model import Brief
from briefing.render.lines import Line, Role, Run, Target, TargetKind
from briefing.render.parts.claims import attribution, date_runs, dotted
from briefing.render.symbols import Look

Readout = Callable[[Brief, Target, Look, Evidence | None], list[list[Run]]]
"""Returns the facts of an item, the most useful ones first."""


def readout_line(brief: Brief, target: Target | None, look: Look, evidence: Evidence | None) -> Line:
    """Return the readout of an item, of any width. Empty: nothing is chosen."""
    readout = _READOUTS.get(target.kind) if target is not None else None
    return tuple(dotted(readout(brief, target, look, evidence), look)) if readout and target else ()


def _point(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    del evidence
    point = brief.summary[target.number]
    return [attribution(point, brief), date_runs(point, look)]


def _figure(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    del evidence
    figure = brief.figures[target.number]
    return [[Run(figure.text, Role.STRONG)], attribution(figure, brief), date_runs(figure, look)]


def _event(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    del evidence
    event = brief.timeline[target.number]
    return [date_runs(event, look), [Run(event.text)], attribution(event, brief)]


def _source(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    del look, evidence
    source = brief.sources[target.number]
    return [[Run(source.heading, Role.STRONG)], [Run(str(source.kind), Role.META)]]


_READOUTS: dict[TargetKind, Readout] = {
    TargetKind.POINT: _point,
    TargetKind.FIGURE: _figure,
    TargetKind.EVENT: _event,
    TargetKind.SOURCE: _source,
}
