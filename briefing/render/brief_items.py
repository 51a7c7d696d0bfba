"""The claims, sources and cites of a brief by their targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.format.model import Brief, Cite, Claim, Source
from briefing.render.lines import Target, TargetKind


def every_cite(brief: Brief) -> Iterator[tuple[Target, Cite]]:
    """Yield every cite of a brief with its target."""
    for kind in (TargetKind.POINT, TargetKind.FIGURE, TargetKind.EVENT, TargetKind.SOURCE):
        for number, item in enumerate(_block(brief, kind)):
            for index, cite in enumerate(item.cites):
                yield Target(kind, number, index), cite


def placed_claims(brief: Brief) -> tuple[tuple[Target, Claim], ...]:
    """Return every claim with its target, in the order of `Brief.claims()`."""
    blocks: tuple[tuple[TargetKind, Sequence[Claim]], ...] = (
        (TargetKind.POINT, brief.summary),
        (TargetKind.FIGURE, brief.figures),
        (TargetKind.EVENT, brief.timeline),
    )
    return tuple((Target(kind, number), claim) for kind, items in blocks for number, claim in enumerate(items))


def item_at(brief: Brief, target: Target) -> Claim | Source | None:
    """Return the point, figure, event or source that a target names. None: there is no such item."""
    block = _block(brief, target.kind)
    return block[target.number] if 0 <= target.number < len(block) else None


def _block(brief: Brief, kind: TargetKind) -> Sequence[Claim | Source]:
    blocks: Mapping[TargetKind, Sequence[Claim | Source]] = {
        TargetKind.POINT: brief.summary,
        TargetKind.FIGURE: brief.figures,
        TargetKind.EVENT: brief.timeline,
        TargetKind.SOURCE: brief.sources,
    }
    return blocks.get(kind, ())
