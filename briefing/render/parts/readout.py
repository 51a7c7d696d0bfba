"""The readout: all that is known of the item under the cursor, in one line, so that nothing moves with the cursor.

It repeats what items say, and adds what compact items leave out. What is longer than the row is whole at `s` and `i`.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.evidence import Evidence
from briefing.format.model import Brief
from briefing.render.lines import Line, Role, Run, Target, TargetKind
from briefing.render.parts.claims import as_of_runs, attribution, date_runs, dotted, other_runs, stated_runs
from briefing.render.parts.derived import Formulas, derived_numbers, number_runs
from briefing.render.parts.source_facts import (
    day_runs,
    dependents_of,
    grade_runs,
    has_text_trouble,
    kind_run,
    text_runs,
    via_runs,
    withdrawn_words,
)
from briefing.render.parts.verdict_words import resting_words, verdict_facts
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, tidy

Readout = Callable[[Brief, Target, Look, Evidence | None], list[list[Run]]]
"""Returns the facts of an item, the most useful ones first."""


def readout_line(brief: Brief, target: Target | None, look: Look, evidence: Evidence | None) -> Line:
    """Return the readout of an item, of any width. Empty: nothing is chosen."""
    readout = _READOUTS.get(target.kind) if target is not None else None
    runs = dotted(readout(brief, target, look, evidence), look) if readout and target else ()
    return tuple(run.like(tidy(run.text).replace(NO_BREAK, " ")) for run in runs)


def _point(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    del evidence
    point = brief.summary[target.number]
    return [attribution(point, brief), date_runs(point, look)]


def _figure(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    figure = brief.figures[target.number]
    computed = derived_numbers(brief) if figure.derived else {}
    formula = Formulas(brief, computed, look).numbers(figure) if figure.derived else ""
    return [
        [*number_runs(figure, computed.get(target.number), look), Run(" "), Run(figure.text.strip())],
        [Run(f"= {formula}", Role.META)] if formula else [],
        attribution(figure, brief),
        verdict_facts(brief, target, look, evidence) if figure.cites or not figure.derived else [],
        [Run(f"a {figure.kind}", Role.META)] if figure.kind else [],
        as_of_runs(figure, look),
        stated_runs(figure, look) if figure.amount is not None or figure.derived else [],
        [Run(f"compared as {figure.measure}", Role.META)] if figure.measure else [],
        *other_runs(figure.others, look),
        [Run(figure.note.strip(), Role.META)] if figure.note else [],
    ]


def _event(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    del evidence
    event = brief.timeline[target.number]
    return [date_runs(event, look), [Run(event.text)], attribution(event, brief)]


def _source(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    source = brief.sources[target.number]
    names = dict.fromkeys((source.name, source.role, source.publisher, source.author))
    withdrawn = withdrawn_words(source, look)
    text = text_runs(source, evidence)
    return [
        [Run(source.heading, Role.STRONG)],
        [Run(f"{look.signs.warning} {withdrawn}", Role.ERROR)] if withdrawn else [],
        text if has_text_trouble(text) else [],
        *([Run(name, Role.META)] for name in names if name and name != source.heading),
        [kind_run(source)],
        grade_runs(source, look),
        via_runs(source.via, brief) if source.via else [],
        [Run(resting_words(dependents_of(brief, evidence).get(source.id)), Role.META)],
        day_runs("published", source.published, look),
        [] if has_text_trouble(text) else text,
        [Run(source.url, Role.LINK, link=source.url)] if source.url else [],
        *other_runs(source.others, look),
        [Run(source.note.strip(), Role.META)] if source.note else [],
    ]


_READOUTS: dict[TargetKind, Readout] = {
    TargetKind.POINT: _point,
    TargetKind.FIGURE: _figure,
    TargetKind.EVENT: _event,
    TargetKind.SOURCE: _source,
}
