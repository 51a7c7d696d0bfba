"""Two pages about a source: the claims that rest on it, and the claims that fall without it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.frozen import frozen
from briefing.evidence import Evidence
from briefing.evidence.origins import Vias, fallen_claims, via_chain, vias
from briefing.format.model import Brief, Claim, Figure, Source
from briefing.render.brief_items import item_at, placed_claims
from briefing.render.lines import Role, Run, Sheet, Target, TargetKind
from briefing.render.parts.amounts import amount_text
from briefing.render.parts.claim_line import ClaimLines, said_by
from briefing.render.parts.claims import dotted, source_name
from briefing.render.parts.counts_in_words import resting_words
from briefing.render.parts.source_facts import kind_run, withdrawn_words
from briefing.render.parts.verdict_marks import verdict_marks
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, tidy

_NAMES = {TargetKind.POINT: "Points", TargetKind.FIGURE: "Figures", TargetKind.EVENT: "Events"} | {
    TargetKind.SOURCE: "Sources"
}


@frozen
class _Page:
    """What each claim of a page needs to be added."""

    builder: SheetBuilder
    brief: Brief
    lines: ClaimLines


def resting_page(brief: Brief, evidence: Evidence, source_id: str, width: int, look: Look) -> Sheet:
    """Typeset the claims that rest on a source, block by block; each is an item that leads to the claim."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence))
    source = brief.source(source_id)
    rest = evidence.dependents.get(source_id)
    if source is None or rest is None:
        return builder.sheet()
    _name(builder, brief, source)
    builder.add_paragraph((Run(resting_words(rest), Role.META),))
    placed, links, alone = placed_claims(brief), vias(brief), set(rest.alone)
    page = _Page(builder, brief, ClaimLines(builder, brief))
    above: TargetKind | None = None
    for index in rest.claims:
        target, claim = placed[index]
        if target.kind is not above:
            builder.add_heading(_NAMES[target.kind])
        above = target.kind
        others = [] if index in alone else _other_sources(claim, source_id, brief, links)
        _claim(page, placed[index], _named_sources("and on ", others, look), asked=source_id)
    return builder.sheet()


def falling_page(brief: Brief, evidence: Evidence, asked: Sequence[str], width: int, look: Look) -> Sheet:
    """Typeset the claims that fall without a source, and those that rest on it but also on other sources.

    `asked` has the id of the source, and of the one that the key `i` asks about next, if there is one.
    """
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence))
    source_id = asked[0]
    source, following = brief.source(source_id), brief.source(asked[1]) if len(asked) > 1 else None
    if source is None:
        return builder.sheet()
    placed, links = placed_claims(brief), vias(brief)
    page = _Page(builder, brief, ClaimLines(builder, brief))
    fallen = fallen_claims(source_id, brief)
    rest = evidence.dependents.get(source_id)
    left = sorted(set(rest.claims if rest is not None else ()) - set(fallen))
    _name(builder, brief, source, following)
    _add_reported_sources(builder, brief, source_id, links)
    builder.add_paragraph((Run(_fall_counts(len(fallen), evidence.counts.claims, len(left)), Role.META),))
    if following is not None:
        name = tidy(source_name(following, brief)).strip()
        builder.add_paragraph((Run("i", Role.KEY), Run(f" asks about {name}", Role.META)))
    if fallen:
        builder.add_heading("Falls with it")
    for index in fallen:
        _claim(page, placed[index], _reason_to_fall(placed[index][1], source_id, links), asked=source_id)
    if left:
        builder.add_heading("Left standing")
    for index in left:
        others = _other_sources(placed[index][1], source_id, brief, links)
        _claim(page, placed[index], _named_sources("stands on ", others, look), asked=source_id)
    return builder.sheet()


def quoting_page(brief: Brief, evidence: Evidence, targets: Sequence[Target], width: int, look: Look) -> Sheet:
    """Typeset items of a brief whole, each of them an item that leads to itself."""
    builder = SheetBuilder(width, look, verdict_marks(brief, evidence))
    page = _Page(builder, brief, ClaimLines(builder, brief))
    kinds = list(_NAMES)
    above: TargetKind | None = None
    for target in sorted(targets, key=lambda target: (kinds.index(target.kind), target.number)):
        item = item_at(brief, target)
        if item is None:
            continue
        if target.kind is not above:
            builder.add_heading(_NAMES[target.kind])
        above = target.kind
        if isinstance(item, Source):
            with builder.item(target):
                _name(builder, brief, item)
        else:
            _claim(page, (target, item), ())
    return builder.sheet()


def _name(builder: SheetBuilder, brief: Brief, source: Source, following: Source | None = None) -> None:
    """Add the name of a source, and what it is; through what it is known, unless that is named as `following`."""
    number = f"{source.number} "
    indent = (Run(" " * len(number)),)
    heading = Run(source.heading, Role.STRONG, Target(TargetKind.SOURCE, source.number - 1))
    builder.add_paragraph((heading,), (Run(number, Role.CITE),), indent)
    via = brief.source(source.via) if source.via else None
    publisher = source.publisher if source.publisher != source.heading else None
    facts = [[kind_run(source)], *([Run(words, Role.META)] for words in (source.role, publisher) if words)]
    if withdrawn := withdrawn_words(source, builder.look):
        facts.insert(0, [Run(withdrawn, Role.WARNING)])
    if via is not None and via is not following:
        facts.append([Run("known through ", Role.META), Run(via.heading, Role.META)])
    builder.add_paragraph(dotted(facts, builder.look), indent, indent)


def _add_reported_sources(builder: SheetBuilder, brief: Brief, source_id: str, links: Vias) -> None:
    """Name the sources whose words are known only through this one."""
    names = [source for source in brief.sources if source.id != source_id and source_id in via_chain(source.id, links)]
    if names:
        builder.add_paragraph(_named_sources(f"with it the sources it reports:{NO_BREAK}", names, builder.look))


def _fall_counts(fallen: int, claims: int, left: int) -> str:
    if not fallen and not left:
        return "no claim rests on it"
    falls = (
        f"{fallen or 'none'} of {claims} {'claim' if claims == 1 else 'claims'} {'falls' if fallen == 1 else 'fall'}"
    )
    return f"{falls}, {left} {'is' if left == 1 else 'are'} left standing on others" if left else falls


def _claim(page: _Page, placed: tuple[Target, Claim], aside: Sequence[Run], asked: str = "") -> None:
    """Add a claim below its verdict, with who says it unless that is the source which is asked about."""
    target, claim = placed
    builder, lines, look = page.builder, page.lines, page.builder.look
    number = amount_text(claim, look) if isinstance(claim, Figure) else ""
    begins = [Run(number, Role.NUMBER), Run(f"{NO_BREAK} ")] if number else []
    said = said_by(claim, page.brief, look, is_named=claim.by != asked)
    word = lines.marks(claim, target) if look.plain else []  # the others have the sign of its verdict at the left
    first, rest = lines.lead(target)
    with builder.item(target):
        builder.add_paragraph([*begins, Run(claim.text.strip()), *word, *said], first, rest)
        if aside:
            builder.add_paragraph(aside, rest, rest)


def _reason_to_fall(claim: Claim, source_id: str, links: Vias) -> list[Run]:
    """Say why a claim falls if its cites do not show it."""
    if any(source_id in via_chain(cite.source, links) for cite in claim.cites) or claim.by is not None:
        return []
    return [Run("computed from figures that fall", Role.META)]


def _other_sources(claim: Claim, source_id: str, brief: Brief, links: Vias) -> list[Source]:
    """Return the sources that a claim rests on, without one source and those that it reports."""
    left = (brief.source(name) for name in claim.source_ids if source_id not in via_chain(name, links))
    return [source for source in left if source is not None]


def _named_sources(words: str, named: Sequence[Source], look: Look) -> list[Run]:
    """Return names of sources after words of our own, each leading to its source. Empty: there are none."""
    runs = [[Run(source.heading, Role.META, Target(TargetKind.SOURCE, source.number - 1))] for source in named]
    return [Run(words, Role.META), *dotted(runs, look)] if runs else []
