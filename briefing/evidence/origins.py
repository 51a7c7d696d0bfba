"""What rests on what: the origins behind a claim, the claims that rest on a source, and what falls with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefing.format.arithmetic import DerivationError, figure_ids
from briefing.format.model import Brief, Claim, Figure

LONGEST_CHAIN = 50
"""Links of `via` that are followed."""

Vias = Mapping[str, str | None]
"""For each source of a brief the one that reports it."""


class Dependents(NamedTuple):
    """What rests on one source. Claims are counted from 0 in the order of `Brief.claims()`."""

    claims: tuple[int, ...]
    """Those that cite it, name it as `by`, or cite a source that is known only through it."""
    alone: tuple[int, ...]
    """Those of them that rest on nothing else."""


def vias(brief: Brief) -> Vias:
    """Return the `via` of every source."""
    return {source.id: source.via for source in brief.sources}


def chain(source_id: str, links: Vias) -> tuple[str, ...]:
    """Return a source and all that it is known through, nearest first, each once."""
    found: dict[str, None] = {}
    following: str | None = source_id
    while following is not None and following not in found and len(found) < LONGEST_CHAIN:
        found[following] = None
        following = links.get(following)
    return tuple(found)


def circle(source_id: str, links: Vias) -> tuple[str, ...]:
    """Return the sources that `via` goes round in, from here on. Empty: it comes to an end."""
    found = chain(source_id, links)
    back = links.get(found[-1])
    return found[found.index(back) :] if back is not None and back in found else ()


def origins(claim: Claim, links: Vias) -> frozenset[str]:
    """Return the independent origins of a claim: who says so, or else what it cites, each followed to its root."""
    named = {claim.by} if claim.by is not None else {cite.source for cite in claim.cites}
    return frozenset(chain(name, links)[-1] for name in named if name is not None and not circle(name, links))


def dependents(brief: Brief) -> Mapping[str, Dependents]:
    """Return, for every source of a brief, what rests on it. Derived figures rest on figures, and are not counted."""
    links = vias(brief)
    chains = {source.id: chain(source.id, links) for source in brief.sources}
    using: dict[str, list[int]] = {source.id: [] for source in brief.sources}
    alone: dict[str, list[int]] = {source.id: [] for source in brief.sources}
    for index, claim in enumerate(brief.claims()):
        used, needed = _used_and_needed(claim, chains)
        for source_id in used & using.keys():
            using[source_id].append(index)
        for source_id in needed & alone.keys():
            alone[source_id].append(index)
    return {source_id: Dependents(tuple(using[source_id]), tuple(alone[source_id])) for source_id in using}


def fallen_claims(source_id: str, brief: Brief) -> tuple[int, ...]:
    """Return the claims that have nothing left to rest on when a source falls, derived figures included."""
    links = vias(brief)
    claims = tuple(brief.claims())
    chains = {source.id: chain(source.id, links) for source in brief.sources}
    fallen = {index for index, claim in enumerate(claims) if source_id in _used_and_needed(claim, chains)[1]}
    lost = {claims[index].id for index in fallen} - {None}
    derived = {index: _derives(claim) for index, claim in enumerate(claims)}
    for _ in range(LONGEST_CHAIN):
        more = {index for index, rests_on in derived.items() if index not in fallen and rests_on & lost}
        if not more:
            break
        fallen |= more
        lost |= {claims[index].id for index in more} - {None}
    return tuple(sorted(fallen))


def _used_and_needed(claim: Claim, chains: Mapping[str, tuple[str, ...]]) -> tuple[set[str], set[str]]:
    """Return the sources that a claim rests on in any way, and those without which it rests on nothing."""
    by = set(chains.get(claim.by, (claim.by,))) if claim.by is not None else set[str]()
    cited = [set(chains.get(cite.source, (cite.source,))) for cite in claim.cites]
    needed = set[str].intersection(*cited) if cited else set[str]()
    return by.union(*cited), by | needed


def _derives(claim: Claim) -> set[str | None]:
    if not isinstance(claim, Figure) or claim.derived is None:
        return set()
    try:
        return set(figure_ids(claim.derived))
    except DerivationError:
        return set()
