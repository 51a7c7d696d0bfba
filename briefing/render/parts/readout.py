"""The readout: all that is known of the item under the cursor, in one line, so that nothing moves with the cursor.

It repeats what items say, and adds what compact items leave out. What is longer than the row is whole at `s` and `i`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.base.plurals import counted
from briefing.evidence import Evidence
from briefing.evidence.origins import via_chain, vias
from briefing.format.dates import Edtf
from briefing.format.dates.wording import date_words, short_date_words
from briefing.format.model import Basis, Brief, Claim, Event, Point, Status
from briefing.render.lines import Line, Role, Run, Target, TargetKind
from briefing.render.parts.claims import (
    as_of_runs,
    attribution,
    confidence_runs,
    date_runs,
    dotted,
    doubtful_date_runs,
    other_runs,
    source_name,
    stated_runs,
    withdrawn_run,
    withdrawn_sources,
)
from briefing.render.parts.counts_in_words import resting_words
from briefing.render.parts.derived import Formulas, derived_numbers, kind_runs, measure_runs, number_runs, stated_beside
from briefing.render.parts.list_row import problems_run
from briefing.render.parts.listed_brief import ListRow
from briefing.render.parts.review import NOT_REVIEWED, review_words
from briefing.render.parts.source_facts import (
    day_runs,
    dependents_of,
    grade_runs,
    has_text_trouble,
    kind_run,
    name_runs,
    text_runs,
    via_runs,
    withdrawn_runs,
)
from briefing.render.parts.time_axis import axis_events, sharing
from briefing.render.parts.verdict_marks import claim_of
from briefing.render.parts.verdict_words import verdict_facts
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, tidy

_SEVERAL = 2
"""Least number of events in a cell of the axis that are named."""
_AFTER_VERDICT = 3
"""Where among the facts of an event those of its cell stand: after date, who says it, and verdict."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Readout = Callable[[Brief, Target, Look, Evidence | None], list[list[Run]]]
"""Returns the facts of an item, the most useful ones first."""


def readout_line(
    brief: Brief, target: Target | None, look: Look, evidence: Evidence | None, axis_cells: int = 0
) -> Line:
    """Return the readout of an item, of any width. Empty: nothing is chosen.

    `axis_cells` is the width of the time axis on the screen, of which a cell may stand for several events. 0: none.
    """
    readout = _READOUTS.get(target.kind) if target is not None else None
    if readout is None or target is None:
        return ()
    facts = readout(brief, target, look, evidence)
    if target.kind is TargetKind.EVENT and axis_cells:
        facts.insert(_AFTER_VERDICT, _sharing(brief, target.number, axis_cells))
    claim = claim_of(brief, target)
    if claim is not None:
        facts.insert(0, review_words(claim))
    return tuple(run.like(tidy(run.text).replace(NO_BREAK, " ")) for run in dotted(facts, look))


def _of(number: int, everything: Sequence[object], name: str) -> Run:
    """Return which one of several it is: "point 1 of 5"."""
    return Run(f"{name} {number + 1} of {len(everything)}", Role.META)


def row_readout(row: ListRow, look: Look) -> Line:
    """Return the readout of a brief in the list: its whole title, which its row may cut, and what a narrow row omits.

    Its marking is in the row and in the bar above: this line may be cut, and a marking never is.
    """
    date = [Run(look.say(short_date_words(row.date)), Role.DATE)] if row.date else []
    status = [Run(str(row.status), Role.HEDGE)] if row.status is not Status.FINAL else []
    numbers = ((row.figures, "figure"), (row.events, "event"), (row.sources, "source"))
    counts = ", ".join(counted(count, word) for count, word in numbers if count)
    review = [Run(f"{row.unreviewed:,} {NOT_REVIEWED}", Role.HEDGE)] if row.unreviewed else []
    problems = [problems_run(row, look)] if row.errors or row.warnings else []
    changed = [Run("changed since you read it", Role.ACCENT)] if row.changed else []
    title = [Run(tidy(row.title), Role.STRONG)]
    said = [title, problems, date, status, review, changed, [Run(counts, Role.META)] if counts else []]
    return tuple(dotted([each for each in said if each], look))


def _point(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    point = brief.summary[target.number]
    said = attribution(point, brief)
    place = _of(target.number, brief.summary, "point")
    return [
        verdict_facts(brief, target, look, evidence),
        [place, Run(", "), *said] if said else [place],
        _judgement(point, look),
        _withdrawn(point, brief, look),
        date_runs(point, look),
        *_rest(point, look),
    ]


def _judgement(point: Point, look: Look) -> list[Run]:
    """Return how likely the writer holds it, and how surely."""
    if not point.is_judgement:
        return []
    runs = [Run("a judgement", Role.META)]
    if point.likelihood is not None:
        low, high = point.likelihood.percent
        runs.append(Run(f": {point.likelihood}, {low}{look.signs.dash}{high} %"))
    confidence = confidence_runs(point)
    return [*runs, Run(", "), *confidence] if confidence else runs


def _withdrawn(claim: Claim, brief: Brief, look: Look) -> list[Run]:
    withdrawn = withdrawn_sources(claim, brief)
    return [withdrawn_run(withdrawn, look, Role.ERROR)] if withdrawn else []


def _rest(claim: Claim, look: Look) -> list[list[Run]]:
    """Return what most items say last: the source's words, further fields, the writer's note."""
    note = [Run(claim.note.strip(), Role.META)] if claim.note else []
    return [stated_runs(claim, look), *other_runs(claim.others, look), note]


def _figure(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    figure = brief.figures[target.number]
    computed = derived_numbers(brief) if figure.derived else {}
    return [
        [*number_runs(figure, computed.get(target.number), look), Run(" "), Run(figure.text.strip())],
        Formulas(brief, computed, look).runs(figure) if figure.derived else [],
        attribution(figure, brief),
        verdict_facts(brief, target, look, evidence) if figure.cites or not figure.derived else [],
        kind_runs(figure),
        as_of_runs(figure, look),
        stated_beside(figure, look),
        measure_runs(figure),
        *other_runs(figure.others, look),
        [Run(figure.note.strip(), Role.META)] if figure.note else [],
    ]


def _event(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    event = brief.timeline[target.number]
    return [
        _when(event, brief, look),
        attribution(event, brief),
        verdict_facts(brief, target, look, evidence),
        _withdrawn(event, brief, look),
        [Run(event.place, Role.META)] if event.place else [],
        *_rest(event, look),
        [_of(target.number, brief.timeline, "event")],
    ]


def _when(event: Event, brief: Brief, look: Look) -> list[Run]:
    """Return the date of an event in full, and what it was reckoned from."""
    if event.when is None:
        return [Run("dated in words only", Role.HEDGE)]
    runs = doubtful_date_runs(look.say(date_words(event.when)))
    if event.basis is Basis.EDITOR:
        return [*runs, Run(look.say(", the editor’s reading"), Role.HEDGE)]
    if event.basis is Basis.RECKONED:
        published = _day_of_article(event, brief)
        from_day = f", {look.say(published)}" if published else ""
        return [*runs, Run(look.say(" reckoned from the article’s own date") + from_day, Role.HEDGE)]
    return runs


def _day_of_article(event: Event, brief: Brief) -> str:
    """Return the day on which the article was published that a date was reckoned from: "Sunday 9 June".

    Its year is said if it is another one. Empty: the day is not known.
    """
    for cite in event.cites:
        source = brief.source(via_chain(cite.source, vias(brief))[-1])
        published = source.published if source is not None else None
        if not isinstance(published, Edtf) or published.earliest is None or published.earliest != published.latest:
            continue
        day, when = published.earliest, event.when.earliest if event.when is not None else None
        words = date_words(published)
        words = words.removesuffix(f" {day.year}") if when is not None and when.year == day.year else words
        return f"{_WEEKDAYS[(day.ordinal - 1) % len(_WEEKDAYS)]} {words}"
    return ""


def _sharing(brief: Brief, number: int, axis_cells: int) -> list[Run]:
    """Return which events the cell of the axis stands for that shows this one, if it is not alone there."""
    numbers = sharing(axis_events(brief), number, axis_cells)
    if len(numbers) < _SEVERAL:
        return []
    said = "; ".join(brief.timeline[each].text.strip().rstrip(".") for each in numbers)
    return [Run(f"{len(numbers)} events in this cell: {said}", Role.META)]


def _open(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    del look, evidence
    return [[_of(target.number, brief.open, "open question")], [Run("the article does not say", Role.HEDGE)]]


def _related(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    del look
    related = brief.related[target.number]
    titles = evidence.titles if evidence is not None else {}
    return [
        [_of(target.number, brief.related, "related brief")],
        [Run(titles.get(related.brief, related.brief), Role.LINK)],
        [Run(str(related.relation).replace("-", " "), Role.META)] if related.relation is not None else [],
    ]


def _source(brief: Brief, target: Target, look: Look, evidence: Evidence | None) -> list[list[Run]]:
    source = brief.sources[target.number]
    text = text_runs(source, evidence)
    return [
        [Run(source_name(source, brief), Role.STRONG)],
        withdrawn_runs(source, look),
        text if has_text_trouble(text) else [],
        *name_runs(source),
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
    TargetKind.OPEN: _open,
    TargetKind.RELATED: _related,
}
