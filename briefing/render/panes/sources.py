"""The pane of sources: who says what the brief reports, how reliable they are, and what rests on them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from briefing.evidence import Evidence
from briefing.format.dates import Edtf, date_words
from briefing.format.model import Brief, Published, Source, SourceKind, TextState, Unknown
from briefing.format.model.vocabulary import CREDIBILITY
from briefing.render.cited import every_cite, placed_claims
from briefing.render.form import FULL, PaneForm
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.claims import dotted, other_runs
from briefing.render.parts.verdict_marks import quote_sign, verdict_marks, verdicts
from briefing.render.parts.verdict_words import resting_words
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK

_DETAILED = 60
"""Width in cells from which everything is shown about a source; below, only what a reader needs to judge it."""
_DIGITS = 12
"""Digits shown of a checksum: enough to tell two texts apart."""
_WRITTEN = frozenset({SourceKind.ARTICLE, SourceKind.DOCUMENT, SourceKind.DATA})
"""Kinds of sources that have a text which could be saved."""


def sources_pane(
    brief: Brief, width: int, look: Look, evidence: Evidence | None = None, form: PaneForm = FULL
) -> Sheet:
    """Typeset the pane of sources: a card for each, then the quotes."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence), form)
    digits = len(str(len(brief.sources)))
    rests = _resting_by_source(brief, evidence)
    for source in brief.sources:
        with builder.item(Target(TargetKind.SOURCE, source.number - 1)):
            _card(builder, _Described(source, brief, rests.get(source.id, "not cited"), evidence), digits)
        if builder.measure >= _DETAILED:
            builder.add_gap()
    _quotes(builder, brief, evidence, digits)
    return builder.sheet()


class _Described(NamedTuple):
    """A source with what else the brief says about it."""

    source: Source
    brief: Brief
    rests: str
    """How much rests on it, in words."""
    evidence: Evidence | None


def _card(builder: SheetBuilder, described: _Described, digits: int) -> None:
    source = described.source
    indent = (Run(" " * (digits + 1)),)
    heading = [Run(source.heading, Role.STRONG, Target(TargetKind.SOURCE, source.number - 1))]
    if source.withdrawn is not None:
        heading.append(Run(f"{NO_BREAK}{NO_BREAK}WITHDRAWN", Role.ERROR))
    builder.add_paragraph(heading, (Run(f"{source.number:>{digits}} ", Role.CITE),), indent)
    is_detailed = builder.measure >= _DETAILED
    facts = _facts(described, builder.look) if is_detailed else _short_facts(described, builder.look)
    builder.add_paragraph(dotted(facts, builder.look), indent, indent, hyphens=False)
    if source.url and is_detailed:
        builder.add_paragraph((Run(source.url, Role.LINK),), indent, indent)
    if source.withdrawn is not None:
        why = builder.look.say(date_words(source.withdrawn)) if isinstance(source.withdrawn, Edtf) else source.withdrawn
        builder.add_paragraph((Run(f"{builder.look.signs.warning} withdrawn: {why}", Role.ERROR),), indent, indent)
    if source.note and is_detailed:
        builder.add_text(source.note, Role.FAINT, indent)
    if is_detailed:
        _checked(builder, source, indent)


def _short_facts(described: _Described, look: Look) -> list[list[Run]]:
    """Return what a reader needs to judge a source, and what is wrong with its saved text."""
    source, brief, rests, evidence = described
    whose = source.publisher if source.publisher != source.heading else None
    whose = whose or (source.role if source.role != source.heading else None)
    text = _text(source, evidence)
    return [
        [Run(str(source.kind), Role.META)],
        [Run(whose, Role.META)] if whose else [],
        _grade(source, look),
        _via(source.via, brief) if source.via else [],
        text if text and text[0].role is Role.WARNING else [],
        [Run(rests, Role.META)],
    ]


def _facts(described: _Described, look: Look) -> list[list[Run]]:
    """Return all that is known of a source, the most useful facts first."""
    source, brief, rests, evidence = described
    names = [source.name, source.role, source.publisher, source.author]
    facts = [[Run(str(source.kind), Role.META)]]
    facts += [[Run(name, Role.META)] for name in names if name and name != source.heading]
    facts.append(_grade(source, look))
    facts += [_day("published", source.published, look), _day("retrieved", source.retrieved, look)]
    if source.via:
        facts.append(_via(source.via, brief))
    return [*facts, *other_runs(source.others, look), _text(source, evidence), [Run(rests, Role.META)]]


def _grade(source: Source, look: Look) -> list[Run]:
    if source.reliability is None:
        return []
    grade = f"{source.reliability} {look.signs.dash} {source.reliability.words}"
    return [Run(grade.replace(" ", NO_BREAK, 2), Role.GRADE)]


def _resting_by_source(brief: Brief, evidence: Evidence | None) -> dict[str, str]:
    """Return how much rests on each source, in words, by its id; without evidence, how often it is cited."""
    if evidence is not None:
        return {source.id: resting_words(evidence, source.id) for source in brief.sources}
    return {source_id: _cited_for(counts) for source_id, counts in _citing(brief).items()}


def _text(source: Source, evidence: Evidence | None) -> list[Run]:
    """Return whether the text of a source is saved, and in what state if known. Empty: it has no text of its own.

    The words of a source that another one reports are in the text of the latter.
    """
    if not source.file:
        return [Run("text not held", Role.WARNING)] if source.kind in _WRITTEN and not source.via else []
    state = evidence.texts.get(source.id) if evidence is not None else None
    if evidence is None or state is None:
        return [Run(f"text in {source.file}", Role.META)]
    if state is TextState.HELD and source.id not in evidence.changed:
        return [Run(f"text held in {source.file}", Role.META)]
    said = "changed since it was pinned" if state is TextState.HELD else str(state)
    return [Run(f"text {said}", Role.WARNING), Run(f": {source.file}", Role.META)]


def _via(via: str, brief: Brief) -> list[Run]:
    """Return in which source the words of this one are: by its number, since its card is near."""
    source = brief.source(via)
    if source is None:
        return [Run(f"reported in {via}", Role.META)]
    number = Run(str(source.number), Role.CITE, Target(TargetKind.SOURCE, source.number - 1))
    return [Run(f"reported in source{NO_BREAK}", Role.META), number]


def _day(said: str, date: Published, look: Look) -> list[Run]:
    if isinstance(date, Unknown):
        what = "publication" if said == "published" else "retrieval"
        return [Run(f"date of {what} unknown", Role.META)]
    return [Run(f"{said} {look.say(date_words(date))}", Role.DATE)] if date is not None else []


def _citing(brief: Brief) -> dict[str, Counter[str]]:
    """Return how many points, figures and events cite each source or name it as the speaker, by its id."""
    counts: dict[str, Counter[str]] = {}
    for target, claim in placed_claims(brief):
        for source_id in claim.source_ids:
            counts.setdefault(source_id, Counter())[target.kind] += 1
    return counts


def _cited_for(counts: Counter[str]) -> str:
    said = [f"{count}{NO_BREAK}{word}{'' if count == 1 else 's'}" for word, count in counts.items()]
    return f"cited for {', '.join(said)}"


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
            runs.append(Run(f" {signs.dot} {credibility}{NO_BREAK}{signs.dash} {CREDIBILITY[credibility]}", Role.GRADE))
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
