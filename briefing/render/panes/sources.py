"""The pane of sources: who says what the brief reports, how reliable they are, and what rests on them."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.base.frozen import frozen
from briefing.evidence import Evidence
from briefing.evidence.origins import Dependents
from briefing.format.dates import Edtf
from briefing.format.dates.wording import date_words
from briefing.format.model import Brief, Reliability, Source, SourceKind
from briefing.render.brief_items import every_cite
from briefing.render.form import FULL, Density, PaneForm
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.claims import dotted, has_several_origins, other_runs, source_name
from briefing.render.parts.counts_in_words import resting_words
from briefing.render.parts.source_facts import (
    credibility_run,
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
from briefing.render.parts.verdict_marks import quote_sign, verdict_marks, verdicts
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells
from briefing.render.text.wrap import fill, line_cells

_DETAILED = 60
"""Width in cells from which everything is shown about a source; below, only what a reader needs to judge it."""
_DIGITS = 12
"""Digits shown of a checksum: enough to tell two texts apart."""
_UNRELIABLE = frozenset({Reliability.D, Reliability.E, Reliability.F})
"""Grades that no density leaves out."""
_GAP = 2
"""Cells before the number of claims at the right."""


def sources_pane(
    brief: Brief, width: int, look: Look, evidence: Evidence | None = None, form: PaneForm = FULL
) -> Sheet:
    """Typeset the pane of sources: a row for each; in the whole pane a card for each, then the quotes."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence), form)
    pane = _Pane(builder, brief, evidence, dependents_of(brief, evidence), len(str(len(brief.sources))))
    is_full = form.density is Density.FULL
    for source in brief.sources:
        with builder.item(Target(TargetKind.SOURCE, source.number - 1)):
            if is_full:
                _card(pane, source)
            else:
                _row(pane, source)
        if is_full and builder.measure >= _DETAILED:
            builder.add_gap()
    if is_full:
        _quotes(builder, brief, evidence, pane.digits)
    return builder.sheet()


@frozen
class _Pane:
    """What each source needs to be added."""

    builder: SheetBuilder
    brief: Brief
    evidence: Evidence | None
    dependents: Mapping[str, Dependents]
    """What rests on each source, by its id."""
    digits: int
    """Width of the numbers of sources."""

    def lead(self, source: Source) -> Line:
        """Return the number of a source, before its name."""
        return (Run(f"{source.number:>{self.digits}} ", Role.CITE),)

    @property
    def indent(self) -> Line:
        """What stands before the other lines of a source."""
        return (Run(" " * (self.digits + 1)),)


def _row(pane: _Pane, source: Source) -> None:
    """Add a source in one line: its name, what it is, and at the right how many claims rest on it.

    What it is is left out if that saves a line, unless it weakens what the source says.
    """
    builder = pane.builder
    rests = pane.dependents.get(source.id)
    count = str(len(rests.claims) if rests is not None else 0)
    room = max(1, builder.measure - cells(count) - _GAP)
    name, what, warnings = _name(pane, source), _what(pane, source), _warnings(pane, source)
    forms = [(name, *what, *warnings), *([] if _is_needed(what) else [(name, *warnings)])]
    # The first form that takes the fewest lines, beside the number of claims or above it.
    lines = min((fill(runs, room, pane.lead(source), pane.indent) for runs in forms), key=len)
    wider = min((fill(runs, builder.measure, pane.lead(source), pane.indent) for runs in forms), key=len)
    at = 0
    if len(wider) < len(lines) and line_cells(wider[-1]) <= room:
        lines, at = wider, len(wider) - 1
    for number, line in enumerate(lines):
        free = builder.measure - line_cells(line) - cells(count)
        builder.add_line(*line, *((Run(" " * free), Run(count, Role.META)) if number == at else ()))
    if builder.form.density <= Density.ROOMY:
        facts = _roomy_facts(pane, source)
        if any(facts):
            builder.add_paragraph(dotted(facts, builder.look), pane.indent, pane.indent, hyphens=False)


def _name(pane: _Pane, source: Source) -> Run:
    """Return the name of a source; of the article whose title is on the screen already, that it is this one."""
    is_whole = pane.builder.form.density is Density.FULL
    name = source.heading if is_whole else source_name(source, pane.brief)
    return Run(name, Role.STRONG, Target(TargetKind.SOURCE, source.number - 1))


def _what(pane: _Pane, source: Source) -> list[Run]:
    """Return what a source is, in a word or two behind its name."""
    date = source.published if isinstance(source.published, Edtf) and source.kind is SourceKind.ARTICLE else None
    whose = next((each for each in (source.role, source.publisher) if each and each != source.heading), None)
    if date is not None:
        said = Run(pane.builder.look.say(date_words(date)), Role.DATE)
    else:
        said = Run(whose, Role.META) if whose else kind_run(source)
    is_nameless = source.kind is SourceKind.UNNAMED and said.role is not Role.HEDGE
    return [Run(", ", Role.META), said, *((Run(", ", Role.META), kind_run(source)) if is_nameless else ())]


def _is_needed(what: list[Run]) -> bool:
    """Tell whether what a source is weakens what it says: that it is unnamed."""
    return any(run.role is Role.HEDGE for run in what)


def _warnings(pane: _Pane, source: Source) -> list[Run]:
    """Return what weakens whatever rests on a source, which is never left out."""
    text = text_runs(source, pane.evidence)
    parts = [
        [Run("WITHDRAWN", Role.ERROR)] if source.withdrawn is not None else [],
        grade_runs(source, pane.builder.look) if source.reliability in _UNRELIABLE else [],
        text[:1] if has_text_trouble(text) else [],
    ]
    return dotted([[Run("")], *parts], pane.builder.look)[1:] if any(parts) else []


def _roomy_facts(pane: _Pane, source: Source) -> list[list[Run]]:
    """Return what a row of a source leaves out and a reader needs to judge it."""
    look = pane.builder.look
    is_via_said = source.via is not None and has_several_origins(pane.brief)
    return [
        withdrawn_runs(source, look),
        grade_runs(source, look) if source.reliability not in _UNRELIABLE else [],
        via_runs(source.via, pane.brief) if is_via_said and source.via else [],
    ]


def _card(pane: _Pane, source: Source) -> None:
    """Add everything that is known of a source."""
    builder, indent = pane.builder, pane.indent
    heading = [_name(pane, source)]
    if source.withdrawn is not None:
        heading.append(Run(f"{NO_BREAK}{NO_BREAK}WITHDRAWN", Role.ERROR))
    builder.add_paragraph(heading, pane.lead(source), indent)
    is_detailed = builder.measure >= _DETAILED
    facts = _facts(pane, source) if is_detailed else _short_facts(pane, source)
    builder.add_paragraph(dotted(facts, builder.look), indent, indent, hyphens=False)
    if source.url and is_detailed:
        builder.add_paragraph((Run(source.url, Role.LINK, link=source.url),), indent, indent)
    withdrawn = withdrawn_runs(source, builder.look)
    if withdrawn:
        builder.add_paragraph(withdrawn, indent, indent)
    if source.note and is_detailed:
        builder.add_text(source.note, Role.META, indent)
    if is_detailed:
        _checked(builder, source, indent)


def _short_facts(pane: _Pane, source: Source) -> list[list[Run]]:
    """Return what a reader needs to judge a source, and what is wrong with its saved text."""
    whose = next((each for each in (source.publisher, source.role) if each and each != source.heading), None)
    text = text_runs(source, pane.evidence)
    return [
        [kind_run(source)],
        [Run(whose, Role.META)] if whose else [],
        grade_runs(source, pane.builder.look),
        via_runs(source.via, pane.brief) if source.via else [],
        text if has_text_trouble(text) else [],
        [Run(resting_words(pane.dependents.get(source.id)), Role.META)],
    ]


def _facts(pane: _Pane, source: Source) -> list[list[Run]]:
    """Return all that is known of a source, the most useful facts first."""
    look = pane.builder.look
    return [
        [kind_run(source)],
        *name_runs(source),
        grade_runs(source, look),
        day_runs("published", source.published, look),
        day_runs("retrieved", source.retrieved, look),
        via_runs(source.via, pane.brief) if source.via else [],
        *other_runs(source.others, look),
        text_runs(source, pane.evidence),
        [Run(resting_words(pane.dependents.get(source.id)), Role.META)],
    ]


def _checked(builder: SheetBuilder, source: Source, indent: Line) -> None:
    for name, value in (("language", source.language), ("sha256", (source.sha256 or "")[:_DIGITS])):
        if value:
            builder.add_paragraph((Run(f"{name} {value}", Role.FAINT),), indent, indent)


def _quotes(builder: SheetBuilder, brief: Brief, evidence: Evidence | None, digits: int) -> None:
    """Add the quotes, source by source, each once."""
    found: dict[tuple[str, str, int | None, int | None], Target] = {}
    for target, cite in every_cite(brief):
        if cite.quote:
            found.setdefault((cite.source, cite.quote, cite.at, cite.credibility), target)
    if not found:
        return
    builder.add_heading("Words cited")
    order = {source.id: source.number for source in brief.sources}
    above = ""
    for (source, quote, at, credibility), target in sorted(found.items(), key=lambda entry: order.get(entry[0][0], 0)):
        signs = builder.look.signs
        runs = [Run(f"{signs.open_quote}{quote.strip()}{signs.close_quote}", Role.BODY, target)]
        runs += [] if evidence is None else _verdict(brief, evidence, target, builder.look)
        if at is not None:
            runs.append(Run(f"{NO_BREAK}{signs.paragraph}{at}".replace(" ", NO_BREAK), Role.META))
        if credibility is not None:
            runs += [Run(f" {signs.dot} ", Role.FAINT), credibility_run(credibility, builder.look)]
        with builder.item(target):
            number = "" if source == above else str(order.get(source, source))
            builder.add_paragraph(runs, (Run(f"{number:>{digits}} ", Role.CITE),), (Run(" " * (digits + 1)),))
        above = source


def _verdict(brief: Brief, evidence: Evidence, target: Target, look: Look) -> list[Run]:
    """Return the sign of the verdict on one quote, if it is known not to be found."""
    known = verdicts(brief, evidence, target)
    if target.cite is None or target.cite >= len(known):
        return []
    shown = quote_sign(known[target.cite], look, target)
    if shown is None:
        return []
    said = f"[{shown.text}]" if look.ascii or look.plain else shown.text
    return [Run(NO_BREAK), Run(said, shown.role, target)]
