"""What rests on what: the origins of a claim, the claims that rest on a source, and those that fall with it."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.base.named_tuple import NamedTuple
from briefing.format.arithmetic import DerivationError, figure_ids
from briefing.format.model import Brief, Claim, Figure

LONGEST_CHAIN = 50
"""Links of `via`, or of derived figures, that are followed at most."""

Vias = Mapping[str, str | None]
"""By source id, the id of the source that reports it (`via`). None: it speaks for itself."""


class Dependents(NamedTuple):
    """The claims that rest on one source, numbered from 0 in the order of `Brief.claims()`."""

    claims: tuple[int, ...]
    """Those that cite it, name it in `by`, or cite a source that is known only through it."""
    alone: tuple[int, ...]
    """Of these, those that rest on nothing else."""


def vias(brief: Brief) -> Vias:
    """Return the `via` of every source."""
    return {source.id: source.via for source in brief.sources}


def via_chain(source_id: str, links: Vias) -> tuple[str, ...]:
    """Return a source and every source that it is known through, the nearest first, each once."""
    found: dict[str, None] = {}
    following: str | None = source_id
    while following is not None and following not in found and len(found) < LONGEST_CHAIN:
        found[following] = None
        following = links.get(following)
    return tuple(found)


def via_loop(source_id: str, links: Vias) -> tuple[str, ...]:
    """Return the sources of the loop that `via` leads into from a source. Empty: there is no loop."""
    found = via_chain(source_id, links)
    back = links.get(found[-1])
    return found[found.index(back) :] if back is not None and back in found else ()


def origins(claim: Claim, links: Vias) -> frozenset[str]:
    """Return the independent origins of a claim: its `by`, or else the sources it cites, each followed to its root."""
    named = {claim.by} if claim.by is not None else {cite.source for cite in claim.cites}
    return frozenset(via_chain(name, links)[-1] for name in named if name is not None and not via_loop(name, links))


def dependents(brief: Brief) -> Mapping[str, Dependents]:
    """Return what rests on every source of a brief, by its id. Derived figures rest on figures and are not counted."""
    links = vias(brief)
    chains = {source.id: via_chain(source.id, links) for source in brief.sources}
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
    """Return the numbers of the claims that rest on nothing once a source is gone, derived figures included."""
    links = vias(brief)
    claims = tuple(brief.claims())
    chains = {source.id: via_chain(source.id, links) for source in brief.sources}
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
    """Return the sources that a claim rests on in any way, and those that it cannot do without."""
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
