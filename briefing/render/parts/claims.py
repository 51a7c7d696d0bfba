"""What is shown beside the words of a claim: cite marks, who says it, how surely, when, and in whose words."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.format.dates import Edtf, date_words
from briefing.format.model import Basis, Brief, Cite, Claim, Other, Source, Standing
from briefing.render.lines import Line, Role, Run, Target, TargetKind
from briefing.render.parts.verdict_marks import mark_with_sign, sign_apart
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK
from briefing.render.text.wrap import separator

_SAID_BY = {
    Standing.ANNOUNCED: Run("announced", Role.META),
    Standing.SUGGESTED: Run("suggested", Role.HEDGE),
    Standing.ESTIMATED: Run("estimated", Role.HEDGE),
}
"""Standings whose agent is whoever says the claim; of the others the agent is not known."""
_BASIS = {
    Basis.RECKONED: "date reckoned from the article’s own date",
    Basis.EDITOR: "date is the editor’s reading",
}


def cite_marks(builder: SheetBuilder, cites: Sequence[Cite], target: Target, brief: Brief) -> list[Run]:
    """Return the marks of the sources that a claim rests on, one for each source, without spaces.

    Each leads to the first cite of its source. If verdicts are known, the sign of the claim's class follows. With
    several sources, those whose quotes are not found have signs of their own.
    """
    places: dict[str, list[int]] = {}
    for index, cite in enumerate(cites):
        places.setdefault(cite.source, []).append(index)
    look, known = builder.look, builder.verdict_marks
    whole = known.of_claim(target, look) if known is not None else None
    marks: list[Run] = []
    for source_id, indexes in places.items():
        source = brief.source(source_id)
        mark = look.cite(source.number) if source else f"[{source_id}]"
        cited = Run(mark, Role.CITE, target._replace(cite=indexes[0]))
        own = known.of_quotes(target, indexes, look) if known is not None and len(places) > 1 else None
        marks += [Run(NO_BREAK)] if marks else []
        marks += mark_with_sign(cited, own if len(places) > 1 else whole, look)
    return [*marks, *sign_apart(whole, look)] if len(places) > 1 else marks


def with_cite_marks(text: str, marks: Sequence[Run]) -> list[Run]:
    """Return a text followed by its cite marks, ready for a paragraph."""
    gap = [Run(NO_BREAK)] if marks and marks[0].text.startswith("[") else []
    return [Run(text.strip()), *gap, *marks]


def _card(source: Source) -> Target:
    return Target(TargetKind.SOURCE, source.number - 1)


def _source_run(source_id: str, brief: Brief) -> Run:
    """Return the name of a source, leading to the source."""
    source = brief.source(source_id)
    return Run(source_id, Role.META) if source is None else Run(source.heading, Role.META, _card(source))


def attribution(claim: Claim, brief: Brief) -> list[Run]:
    """Return how surely the source puts it and who says so: "announced by …", "planned", "according to …"."""
    standing = "" if claim.standing is Standing.REPORTED else str(claim.standing)
    if claim.by is None:
        return [_SAID_BY.get(claim.standing, Run(standing, Role.HEDGE))] if standing else []
    by = _source_run(claim.by, brief)
    if claim.standing in _SAID_BY:
        return [_SAID_BY[claim.standing], Run(" by ", Role.META), by]
    hedge = [Run(standing, Role.HEDGE), Run(", ", Role.META)] if standing else []
    return [*hedge, Run("according to ", Role.META), by]


def date_runs(claim: Claim, look: Look) -> list[Run]:
    """Return the date of a claim, and how it is known."""
    if claim.when is None:
        return []
    runs = [Run(look.say(date_words(claim.when)), Role.DATE)]
    return [*runs, Run(" ("), *basis_runs(claim, look), Run(")")] if claim.basis in _BASIS else runs


def basis_runs(claim: Claim, look: Look) -> list[Run]:
    """Return how the date is known, unless it is in the quote."""
    return [Run(look.say(_BASIS[claim.basis]), Role.META)] if claim.basis in _BASIS else []


def stated_runs(claim: Claim, look: Look) -> list[Run]:
    """Return the source's own words for what has no exact form."""
    if not claim.stated:
        return []
    return [Run(f"{look.signs.open_quote}{claim.stated.strip()}{look.signs.close_quote}", Role.META)]


def withdrawn_sources(claim: Claim, brief: Brief) -> list[Source]:
    """Return the withdrawn sources that a claim rests on."""
    found = map(brief.source, claim.source_ids)
    return [source for source in found if source is not None and source.withdrawn is not None]


def other_runs(others: Sequence[Other], look: Look) -> list[list[Run]]:
    """Return the fields that need no code of their own, each as one small fact."""
    return [[Run(f"{other.says} ", Role.META), _other_run(other, look)] for other in others]


def _other_run(other: Other, look: Look) -> Run:
    if isinstance(other.value, Edtf):
        return Run(look.say(other.words), Role.DATE)
    return Run(other.words.strip(), Role.META)


def dotted(parts: Sequence[Sequence[Run]], look: Look) -> list[Run]:
    """Return the parts that are not empty as one line of short facts, separated by dots."""
    runs: list[Run] = []
    for part in parts:
        if part:
            if runs:
                runs.append(Run(separator(look.signs.dot), Role.FAINT))
            runs.extend(part)
    return runs


def add_details(
    builder: SheetBuilder, claim: Claim, brief: Brief, parts: Sequence[Sequence[Run]], indent: Line
) -> None:
    """Add what is below a claim: a line of short facts, a warning about withdrawn sources, its note."""
    facts = dotted([*parts, *other_runs(claim.others, builder.look)], builder.look)
    if facts:
        builder.add_paragraph(facts, indent, indent)
    withdrawn = withdrawn_sources(claim, brief)
    if withdrawn:
        said = "a withdrawn source" if len(withdrawn) == 1 else "withdrawn sources"
        marks = [Run(f"{NO_BREAK}{builder.look.cite(source.number)}", Role.CITE, _card(source)) for source in withdrawn]
        builder.add_paragraph(
            [Run(f"{builder.look.signs.warning} rests on {said}", Role.WARNING), *marks], indent, indent
        )
    if claim.note:
        builder.add_text(claim.note, Role.FAINT, indent)
