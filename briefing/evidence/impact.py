"""What would fall with a source: the claims that rest on it in every brief, and those that rest on nothing else.

Within one brief the id identifies a source. Sources of two briefs are the same if they have the same url, the same
saved text, or the same id together with the same title. The same id alone, such as "article", says nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from briefing.base.frozen import frozen
from briefing.base.problems import Spot
from briefing.evidence.origins import dependents, fallen_claims, via_chain, vias
from briefing.format.model import Brief, Claim, Source


@frozen
class DependentClaim:
    """One claim that rests on a source."""

    claim: Claim
    also: tuple[str, ...]
    """Ids of the other sources that it rests on."""
    falls: bool
    """True: without this source it rests on nothing."""

    @property
    def spot(self) -> Spot:
        """Line and column of the claim in its file."""
        return self.claim.spots.get("", Spot(1, 1))


@frozen
class InBrief:
    """What rests on a source in one brief."""

    brief: Brief
    source: Source
    hits: tuple[DependentClaim, ...]


@frozen
class Impact:
    """What rests on one source in all briefs. The same source may have another id in each."""

    briefs: tuple[InBrief, ...]

    @property
    def source(self) -> Source:
        """The source as the first brief describes it."""
        return self.briefs[0].source

    @property
    def hits(self) -> int:
        """How many claims rest on it."""
        return sum(len(one.hits) for one in self.briefs)

    @property
    def falling(self) -> int:
        """How many of them rest on nothing else."""
        return sum(hit.falls for one in self.briefs for hit in one.hits)


def impacts(briefs: Sequence[Brief], wanted: str) -> tuple[Impact, ...]:
    """Return what rests, in all briefs, on each source whose id, url, file or title is `wanted`."""
    named = [(brief, source) for brief in briefs for source in brief.sources]
    groups = _Groups()
    for brief, source in named:
        groups.join([(brief.id, source.id), *_keys(source)])
    found: dict[Hashable, list[InBrief]] = {}
    asked = {groups.of((brief.id, source.id)) for brief, source in named if wanted in _names(source)}
    for brief, source in named:
        group = groups.of((brief.id, source.id))
        if group in asked:
            found.setdefault(group, []).append(InBrief(brief, source, tuple(_hits(brief, source))))
    return tuple(Impact(tuple(rows)) for rows in found.values())


def _names(source: Source) -> set[str | None]:
    return {source.id, source.url, source.file, source.title}


def _keys(source: Source) -> Iterator[Hashable]:
    if source.url is not None:
        yield ("url", source.url.rstrip("/"))
    if source.file is not None:
        yield ("file", source.file)
    if source.title is not None:
        yield ("title", source.id, source.title.casefold())


def _hits(brief: Brief, source: Source) -> Iterator[DependentClaim]:
    falling = set(fallen_claims(source.id, brief))
    rests = falling.union(dependents(brief)[source.id].claims)
    links = vias(brief)
    for index, claim in enumerate(brief.claims()):
        if index in rests:
            cited = dict.fromkeys(cite.source for cite in claim.cites)
            also = tuple(name for name in cited if source.id not in via_chain(name, links))
            yield DependentClaim(claim, also, index in falling)


class _Groups:
    """Groups of keys that identify the same source; a source joins the groups of its keys (a union-find)."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def of(self, key: Hashable) -> Hashable:
        """Return the key that represents the group of a key."""
        while (above := self._above.setdefault(key, key)) != key:
            self._above[key] = self._above.setdefault(above, above)
            key = above
        return key

    def join(self, keys: Sequence[Hashable]) -> None:
        """Join the groups of these keys into one."""
        first = self.of(keys[0])
        for key in keys[1:]:
            self._above[self.of(key)] = first
