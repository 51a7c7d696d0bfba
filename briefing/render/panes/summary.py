"""The Summary pane: head, points, judgements, what the article leaves open, related briefs, and further fields."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evidence import Counts, Evidence
from briefing.evidence.classes import CLASSES
from briefing.format.dates import date_words
from briefing.format.model import Brief, Point, Relation, Status
from briefing.format.model.brief import Untyped
from briefing.render.form import FULL, PaneForm
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.claims import (
    add_details,
    attribution,
    cite_marks,
    date_runs,
    dotted,
    stated_runs,
    with_cite_marks,
)
from briefing.render.parts.verdict_marks import class_role, sign_text, verdict_marks
from briefing.render.parts.verdict_words import CountPart, count_parts, unchecked_count_parts
from briefing.render.sheet_builder import SheetBuilder, spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK
from briefing.render.text.wrap import line_cells

_SCALE = 25
"""Cells of the likelihood scale: four percent each."""
_RELATIONS = {
    Relation.BACKGROUND: "as background",
    Relation.UPDATES: "updates",
    Relation.CONTRADICTS: "contradicts",
    Relation.SEE_ALSO: "see also",
}


def summary_pane(
    brief: Brief, width: int, look: Look, evidence: Evidence | None = None, form: PaneForm = FULL
) -> Sheet:
    """Typeset the Summary pane."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence), form)
    verdicts = _verdict_counts(evidence.counts, builder.measure, look) if evidence else ()
    return _sheet(builder, brief, verdicts)


def unchecked_summary_pane(brief: Brief, width: int, look: Look, form: PaneForm = FULL) -> Sheet:
    """Typeset the Summary pane while the claims are being checked, with a line in the place of their verdicts."""
    said = unchecked_count_parts(sum(1 for _ in brief.claims()))
    return _sheet(SheetBuilder(width, look, form=form), brief, [[Run(part, Role.META)] for part in said])


def _sheet(builder: SheetBuilder, brief: Brief, verdicts: Sequence[Sequence[Run]]) -> Sheet:
    _head(builder, brief, verdicts)
    points = [(number, point) for number, point in enumerate(brief.summary) if not point.is_judgement]
    judgements = [(number, point) for number, point in enumerate(brief.summary) if point.is_judgement]
    builder.add_gap()
    for number, point in points:
        _point(builder, brief, number, point)
    if judgements:
        builder.add_heading("Judgements")
        for position, (number, point) in enumerate(judgements):
            if position:
                builder.add_gap()
            _judgement(builder, brief, number, point)
    _left_open(builder, brief)
    _related(builder, brief)
    if brief.note:
        builder.add_heading("Note")
        builder.add_text(brief.note)
    _entities(builder, brief)
    _extras(builder, brief)
    return builder.sheet()


def _head(builder: SheetBuilder, brief: Brief, verdicts: Sequence[Sequence[Run]]) -> None:
    """Add marking, status, date and author, the headline and lede, and further facts."""
    dateline = [
        [Run(str(brief.marking), Role.MARKING)] if brief.marking else [],
        [Run(str(brief.status).upper(), Role.WARNING)] if brief.status is not Status.FINAL else [],
        [Run(builder.look.say(date_words(brief.date)), Role.DATE)] if brief.date else [],
        [Run(brief.author, Role.META)] if brief.author else [],
    ]
    if any(dateline):
        builder.add_paragraph(dotted(dateline, builder.look), hyphens=False)
    builder.add_title(brief.title)
    if brief.lede:
        builder.add_text(brief.lede, Role.LEDE)
    facts = [
        [Run(", ".join(brief.tags), Role.META)] if brief.tags else [],
        [Run("replaces ", Role.META), Run(brief.supersedes, Role.LINK)] if brief.supersedes else [],
        [Run(f"language {brief.language}", Role.META)] if brief.language != "en" else [],
    ]
    if any(facts):
        builder.add_paragraph(dotted(facts, builder.look), hyphens=False)
    if verdicts and any(brief.claims()):
        builder.add_paragraph(dotted(verdicts, builder.look))


def _verdict_counts(counts: Counts, measure: int, look: Look) -> list[list[Run]]:
    """Return the number of claims in each class, in the longest form that fits on one line."""
    parts = count_parts(counts)
    whole = [[_count_run(part, part.text)] for part in parts]
    forms = [whole, _short_counts(parts)]
    forms += [] if look.ascii or look.plain else [[[_count_run(part, _count_with_sign(part, look))] for part in parts]]
    return next((form for form in forms if line_cells(tuple(dotted(form, look))) <= measure), forms[-1])


def _short_counts(parts: Sequence[CountPart]) -> list[list[Run]]:
    """Return the parts with the number of all claims included in that of the verified ones: "8 of 12 verified"."""
    claims, *others = parts
    said = ((part, f"{part.number} of {claims.number} {part.words}") for part in others[:1])
    return [[_count_run(part, text)] for part, text in (*said, *((part, part.text) for part in others[1:]))]


def _count_with_sign(part: CountPart, look: Look) -> str:
    sign = sign_text(CLASSES[part.support], look) if part.support is not None else ""
    return f"{part.number} {sign}" if sign else part.text


def _count_run(part: CountPart, text: str) -> Run:
    """Return one part of that line; "0 verified" is not green."""
    role = class_role(part.support) if part.support is not None and part.number else Role.META
    return Run(text.replace(" ", NO_BREAK), role)


def _point(builder: SheetBuilder, brief: Brief, number: int, point: Point) -> None:
    target = Target(TargetKind.POINT, number)
    indent = (Run("  "),)
    with builder.item(target):
        marks = cite_marks(builder, point.cites, target, brief)
        builder.add_paragraph(
            with_cite_marks(point.text, marks), (Run(f"{builder.look.signs.bullet} ", Role.ACCENT),), indent
        )
        add_details(builder, point, brief, _facts(builder, brief, point), indent)


def _facts(builder: SheetBuilder, brief: Brief, point: Point) -> list[list[Run]]:
    return [attribution(point, brief), date_runs(point, builder.look), stated_runs(point, builder.look)]


def _judgement(builder: SheetBuilder, brief: Brief, number: int, point: Point) -> None:
    target = Target(TargetKind.POINT, number)
    with builder.item(target):
        for line in _judged(builder, point):
            builder.add_line(*line) if line_cells(line) <= builder.measure else builder.add_paragraph(line)
        marks = cite_marks(builder, point.cites, target, brief)
        builder.add_paragraph(with_cite_marks(point.text, marks))
        add_details(builder, point, brief, _facts(builder, brief, point), ())


def _judged(builder: SheetBuilder, point: Point) -> list[Line]:
    """Return the likelihood with its range and scale, and the confidence."""
    confidence = (Run(f"{point.confidence} confidence", Role.META),) if point.confidence else ()
    if point.likelihood is None:
        return [confidence]
    low, high = point.likelihood.percent
    said = str(point.likelihood)
    signs = builder.look.signs
    head = (
        Run(said[0].upper() + said[1:], Role.STRONG),
        Run(f"  {low}{signs.dash}{high} %", Role.META),
    )
    scale = () if builder.look.plain else _scale(low, high, min(_SCALE, builder.measure), builder.look)
    if scale and line_cells(head) + _SCALE + 2 <= builder.measure:
        return [line for line in (spread_line(head, scale, builder.measure), confidence) if line]
    return [line for line in (head, scale, confidence) if line]


def _scale(low: int, high: int, width: int, look: Look) -> Line:
    """Return a rule from 0 to 100 percent whose heavy part is the range."""
    start = min(width - 1, low * width // 100)
    end = max(start + 1, -(-high * width // 100))
    light, heavy = look.signs.rule, look.signs.heavy
    parts = ((light * start, Role.RULE), (heavy * (end - start), Role.ACCENT), (light * (width - end), Role.RULE))
    return tuple(Run(text, role) for text, role in parts if text)


def _left_open(builder: SheetBuilder, brief: Brief) -> None:
    if not brief.open:
        return
    builder.add_heading("What the article leaves open")
    for number, text in enumerate(brief.open):
        with builder.item(Target(TargetKind.OPEN, number)):
            builder.add_paragraph((Run(text.strip()),), (Run(f"{builder.look.signs.open} ", Role.HEDGE),), (Run("  "),))


def _related(builder: SheetBuilder, brief: Brief) -> None:
    if not brief.related:
        return
    builder.add_heading("Related")
    for number, related in enumerate(brief.related):
        target = Target(TargetKind.RELATED, number)
        name = [Run(related.brief, Role.LINK, target)]
        relation = [Run(_RELATIONS[related.relation], Role.META)] if related.relation else []
        with builder.item(target):
            sign = Run(f"{builder.look.signs.related} ", Role.ACCENT)
            builder.add_paragraph(dotted([name, relation], builder.look), (sign,), (Run("  "),), hyphens=False)


def _entities(builder: SheetBuilder, brief: Brief) -> None:
    if not brief.entities:
        return
    builder.add_heading("Names")
    for entity in brief.entities:
        also = [Run(f"also {', '.join(entity.aliases)}", Role.META)] if entity.aliases else []
        kind = [Run(entity.kind, Role.META)] if entity.kind else []
        builder.add_paragraph(dotted([[Run(entity.name)], kind, also], builder.look), (), (Run("  "),))


def _extras(builder: SheetBuilder, brief: Brief) -> None:
    """Add the fields of other tools ("x-…"), as they were written."""
    if not brief.extras:
        return
    builder.add_heading("For other tools")
    for key, value in brief.extras.items():
        for path, text in _leaves(value, (key,)):
            builder.add_paragraph((Run(f"{'.'.join(path)}: ", Role.FAINT), Run(text, Role.META)), (), (Run("  "),))


def _leaves(value: Untyped, path: Sequence[str]) -> list[tuple[tuple[str, ...], str]]:
    """Return each text of an untyped value with its path."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in _leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for number, inner in enumerate(value, 1) for leaf in _leaves(inner, (*path, str(number)))]
    return [(tuple(path), value or "")]
