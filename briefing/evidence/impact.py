"""What would fall with a source: the claims that rest on it in every brief, and those that rest on nothing else.

Within one brief the id identifies a source. Sources of two briefs are the same if they have the same url, the same
saved text, or the same id together with the same title. The same id alone, such as "article", says nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from briefing.base.frozen import frozen
from briefing.base.problems import Spot
from briefing.base.words import fold_letters
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
    """Return what rests, in all briefs, on each source that is called `wanted`.

    That is its id, url, file or title; if no source has it, one of the names that readers see, in small letters or
    large; if none has that, a part of one, if it belongs to sources of one id and heading only.
    """
    groups = _groups(briefs)
    asked = {group for group, sources in groups.items() if any(wanted in _names(each) for _, each in sources)}
    whole = fold_letters(wanted.strip())
    asked = asked or {
        group
        for group, sources in groups.items()
        if any(whole in (*_seen_names(each), _with_kind(each)) for _, each in sources)
    }
    if not asked and len(set(map(_called, (parts := _with_part(groups, wanted)).values()))) == 1:
        asked = set(parts)
    return tuple(
        Impact(tuple(InBrief(brief, source, tuple(_hits(brief, source))) for brief, source in sources))
        for group, sources in groups.items()
        if group in asked
    )


def sources_like(briefs: Sequence[Brief], wanted: str) -> tuple[Source, ...]:
    """Return the sources of whose names `wanted` is a part, each id and heading once."""
    return tuple({_called(source): source for source in _with_part(_groups(briefs), wanted).values()}.values())


_Sources = Mapping[Hashable, Sequence[tuple[Brief, Source]]]
"""What each brief says of each source. The same source of several briefs is together."""


def _groups(briefs: Sequence[Brief]) -> _Sources:
    named = [(brief, source) for brief in briefs for source in brief.sources]
    groups = _Groups()
    for brief, source in named:
        groups.join([(brief.id, source.id), *_keys(source)])
    found: dict[Hashable, list[tuple[Brief, Source]]] = {}
    for brief, source in named:
        found.setdefault(groups.of((brief.id, source.id)), []).append((brief, source))
    return found


def _with_part(groups: _Sources, wanted: str) -> dict[Hashable, Source]:
    """Return the groups of whose names `wanted` is a part, each with the source as the first brief describes it."""
    part = fold_letters(wanted.strip())
    if not part:
        return {}
    return {
        group: sources[0][1]
        for group, sources in groups.items()
        if any(part in name for _, source in sources for name in (fold_letters(source.id), *_seen_names(source)))
    }


def _called(source: Source) -> tuple[str, str]:
    return source.id, source.heading


def _names(source: Source) -> set[str | None]:
    return {source.id, source.url, source.file, source.title}


def _seen_names(source: Source) -> tuple[str, ...]:
    """Return the names by which readers see a source, for comparison: publisher, name, title, author, role."""
    named = f"{source.name}, {source.role}" if source.name and source.role else None
    seen = (source.title, source.name, source.publisher, source.author, source.role, named)
    return tuple(fold_letters(name) for name in seen if name)


def _with_kind(source: Source) -> str:
    """Return a source as the screen names it where it says its kind, for comparison: "critics, unnamed"."""
    return fold_letters(f"{source.heading}, {source.kind}")


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
