"""What refers to a source, and what becomes of that when a key drops the source or an item. Pure."""

from __future__ import annotations

from briefing.edit.changes import BriefText, ItemPath
from briefing.format.model import Brief, Claim, Source, SourceKind


def is_only_said(referring: ItemPath, source: ItemPath, brief: Brief) -> bool:
    """Whether an item refers to a source only as the one who says it, or through which it is known."""
    block, step = referring
    if source[0] != "sources" or brief.source(str(source[1])) is None:
        return False
    if block == "sources":
        other = brief.source(str(step))
        return other is not None and all(cite.source != source[1] for cite in other.cites)
    claim = claim_of(referring, brief)
    return claim is not None and all(cite.source != source[1] for cite in claim.cites)


def without_speaker(text: BriefText, referring: ItemPath, dropped: Source) -> BriefText:
    """Return a text in which an item no longer refers to a source: it is known through what that was known through."""
    if referring[0] != "sources":
        return text.without([(*referring, "by")])
    if dropped.via is not None and dropped.via != referring[1]:
        return text.with_key(referring, "via", dropped.via)
    return text.without([(*referring, "via")])


def lonely_sources(text: BriefText, path: ItemPath, item: Claim, brief: Brief) -> list[str]:
    """Return the sources, not articles, that only one item refers to."""
    found = []
    for source in map(brief.source, item.source_ids):
        is_said = source is not None and source.kind is not SourceKind.ARTICLE and source.file is None
        if source is not None and is_said and set(text.references(("sources", source.id))) == {path}:
            found.append(source.id)
    return found


def claim_of(path: ItemPath, brief: Brief) -> Claim | None:
    """Return the point, figure or event at a place of the file. None: it is another item."""
    block, step = path
    claims: dict[str, tuple[Claim, ...]] = {
        "summary": brief.summary,
        "figures": brief.figures,
        "timeline": brief.timeline,
    }
    held = claims.get(block, ())
    return held[step] if isinstance(step, int) and step < len(held) else None
