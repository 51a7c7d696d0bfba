"""Owns what rests on what: the origins behind a claim, the claims that rest on a source, and what falls with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.derivation import DerivationError, names
from briefing.model import Brief, Claim, Figure


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on one source. Claims are counted from 0 in the order of `Brief.claims()`."""

    claims: tuple[int, ...]
    """Those that cite it, name it as `by`, or cite a source that is known only through it."""
    alone: tuple[int, ...]
    """Those of them that rest on nothing else."""


def root(source_id: str, brief: Brief) -> str | None:
    """Return the source that stands at the end of the `via` of a source. None: it goes in a circle."""
    seen: set[str] = set()
    while source_id not in seen:
        seen.add(source_id)
        source = brief.source(source_id)
        if source is None or source.via is None:
            return source_id
        source_id = source.via
    return None


def origins(claim: Claim, brief: Brief) -> frozenset[str]:
    """Return the independent origins of a claim: who says so, or else what it cites, each followed to its root."""
    named = [claim.by] if claim.by is not None else [cite.source for cite in claim.cites]
    return frozenset(end for name in named if (end := root(name, brief)) is not None)


def chain(source_id: str, brief: Brief) -> tuple[str, ...]:
    """Return a source and all that it is known through, nearest first."""
    found: list[str] = []
    while source_id not in found:
        found.append(source_id)
        source = brief.source(source_id)
        if source is None or source.via is None:
            break
        source_id = source.via
    return tuple(found)


def resting(brief: Brief) -> Mapping[str, Resting]:
    """Return, for every source of a brief, what rests on it."""
    claims = tuple(brief.claims())
    using = [_using(claim, brief) for claim in claims]
    falling = {source.id: falls(source.id, brief) for source in brief.sources}
    return {
        source.id: Resting(
            tuple(index for index, used in enumerate(using) if source.id in used),
            tuple(index for index in falling[source.id] if source.id in using[index]),
        )
        for source in brief.sources
    }


def falls(source_id: str, brief: Brief) -> tuple[int, ...]:
    """Return the claims that have nothing left to rest on when a source falls, derived figures included."""
    claims = tuple(brief.claims())
    fallen = {index for index, claim in enumerate(claims) if _falls(claim, source_id, brief)}
    lost = {claims[index].id for index in fallen} - {None}
    for _ in brief.figures:
        more = {index for index, claim in enumerate(claims) if index not in fallen and _derives(claim) & lost}
        if not more:
            break
        fallen |= more
        lost |= {claims[index].id for index in more} - {None}
    return tuple(sorted(fallen))


def _falls(claim: Claim, source_id: str, brief: Brief) -> bool:
    if claim.by is not None and source_id in chain(claim.by, brief):
        return True
    return bool(claim.cites) and all(source_id in chain(cite.source, brief) for cite in claim.cites)


def _using(claim: Claim, brief: Brief) -> frozenset[str]:
    named = [cite.source for cite in claim.cites] + ([claim.by] if claim.by is not None else [])
    return frozenset(link for name in named for link in chain(name, brief))


def _derives(claim: Claim) -> set[str | None]:
    if not isinstance(claim, Figure) or claim.derived is None:
        return set()
    try:
        return set(names(claim.derived))
    except DerivationError:
        return set()
