"""What a target points at in a brief: its claim, its sources, its line in the file. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Spot
from briefing.evidence.origins import via_chain, vias
from briefing.format.model import Brief, Claim, Source
from briefing.render.lines import Target, TargetKind

CITING = frozenset({TargetKind.POINT, TargetKind.FIGURE, TargetKind.EVENT, TargetKind.SOURCE})
"""Kinds of items that rest on words of a source."""
_FILE_START = Spot(1, 1)


def claim_at(brief: Brief, target: Target) -> Claim | None:
    """Return the point, figure or event that a target points at, or None."""
    block = {TargetKind.POINT: brief.summary, TargetKind.FIGURE: brief.figures, TargetKind.EVENT: brief.timeline}.get(
        target.kind, ()
    )
    return block[target.number] if target.number < len(block) else None


def sources_at(brief: Brief, target: Target) -> list[Source]:
    """Return the sources that a target cites, each once, in the order of its cites; for a single cite, its source."""
    if target.kind is TargetKind.SOURCE:
        return list(brief.sources[target.number : target.number + 1])
    claim = claim_at(brief, target)
    if claim is None:
        return []
    cites = claim.cites if target.cite is None else claim.cites[target.cite : target.cite + 1]
    names = [cite.source for cite in cites] or ([claim.by] if claim.by else [])
    found = [brief.source(name) for name in dict.fromkeys(names)]
    return [source for source in found if source is not None]


def asked_sources(brief: Brief, target: Target) -> list[Source]:
    """Return the sources of which the reader asks what falls with them, each once.

    Of a claim first the one who says it, then those that it cites, then the articles through which these are known. Of
    a source only itself.
    """
    claim = claim_at(brief, target)
    if claim is None:
        return sources_at(brief, target)
    by = brief.source(claim.by) if claim.by else None
    found = [*([by] if by is not None else []), *sources_at(brief, target)]
    links = vias(brief)
    behind = [brief.source(name) for source in found for name in via_chain(source.id, links)]
    return list(dict.fromkeys([*found, *(source for source in behind if source is not None)]))


def spot_of(brief: Brief, target: Target | None) -> Spot:
    """Return the line and column of an item in its file; the start of the file if that is not known."""
    if target is None:
        return _FILE_START
    if target.kind in {TargetKind.OPEN, TargetKind.RELATED}:
        return brief.spots.get(f"{target.kind}.{target.number}", _FILE_START)
    if target.kind is TargetKind.SOURCE:
        sources = brief.sources[target.number : target.number + 1]
        return sources[0].spots.get("", _FILE_START) if sources else _FILE_START
    claim = claim_at(brief, target)
    if claim is None:
        return _FILE_START
    cites = () if target.cite is None else claim.cites[target.cite : target.cite + 1]
    found = (cite.spots.get("quote") or cite.spots.get("") for cite in cites)
    return next(found, None) or claim.spots.get("", _FILE_START)


def address_of(brief: Brief, source: Source) -> str | None:
    """Return the web address of a source, else that of the article that reports it, else None."""
    via = brief.source(source.via) if source.via else None
    return source.url or (via.url if via else None)


def no_address(sources: Sequence[Source]) -> str:
    """Return a sentence that says why none of an item's sources has an address to open."""
    if not sources:
        return "this item names no source"
    if any("url" in source.spots for source in sources):  # the file has one that the format does not allow
        return "its address cannot be opened; ! says why"
    return "no address is given for this source"


def target_of(source: Source) -> Target:
    """Return the target that points at a source."""
    return Target(TargetKind.SOURCE, source.number - 1)


class NextSource(NamedTuple):
    """Where the key `S` leads."""

    source: Source | None
    """None: there is none to go to."""
    sentence: str
    """A sentence for the last row."""


class SourceCycle:
    """Steps through the sources of an item: the first one, and the next each time it is asked again for that item."""

    def __init__(self) -> None:
        self._last: tuple[Brief, Target] | None = None
        self._at = 0

    def next(self, brief: Brief, target: Target, *, in_sources: bool) -> NextSource:
        """Return the next source of an item; in the Sources pane, the article that reports a source."""
        sources = sources_at(brief, target)
        if in_sources and target.kind is TargetKind.SOURCE:
            return _behind(brief, sources)
        if not sources:
            return NextSource(None, "this item names no source")
        again = self._last is not None and self._last[0] is brief and self._last[1] == target
        self._at = (self._at + 1) % len(sources) if again else 0
        self._last = (brief, target)
        count = f"source {self._at + 1} of {len(sources)} of this item" if len(sources) > 1 else "its source"
        return NextSource(sources[self._at], f"{count}; [ goes back")


def _behind(brief: Brief, sources: list[Source]) -> NextSource:
    """Return the article that reports a source."""
    via = brief.source(sources[0].via) if sources and sources[0].via else None
    return NextSource(
        via, "the article that reports this source; [ goes back" if via else "o opens its address; [ goes back"
    )
