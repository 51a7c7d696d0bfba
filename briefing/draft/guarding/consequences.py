"""What goes with the parts that are withheld: what rests on them, and the sources that nothing needs any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from briefing.draft.guarding.objections import GuardCode, Objection
from briefing.edit.brief_text import Path
from briefing.evidence.codes import EvidenceCode
from briefing.format.arithmetic import DerivationError, figure_ids
from briefing.format.model import Claim, Event, Figure, Source

_ITEM = 2
"""Steps of the path of an item."""


_Claims = Sequence[tuple[Path, Claim]]


def consequences(found: Iterable[Objection], claims: _Claims, sources: Iterable[Source]) -> Iterator[Objection]:
    """Yield the objections to what needs a withheld item, and to what only withheld items need."""
    needs = dict(_needs(claims, sources))
    gone = {one.path for one in found if len(one.path) <= _ITEM}
    fallen = _reached(gone, _reversed(needs)) - gone
    for path in needs:
        if path in fallen:
            yield Objection(path, GuardCode.RESTS_ON_WITHHELD, "it rests on something that is withheld")
    gone |= fallen
    yield from _figures_of_events(gone, claims)
    left = [path for path in needs if path not in gone and path[0] != "sources"]
    used = _reached(left, needs)
    for path in needs:
        if path[0] == "sources" and path not in used | gone:
            yield Objection(path, EvidenceCode.SOURCE_NEVER_CITED, "nothing that holds cites it")


def _needs(claims: _Claims, sources: Iterable[Source]) -> Iterator[tuple[Path, list[Path]]]:
    """Yield each claim and source with the sources and figures that it cannot be without."""
    figures = _figures(claims)
    for path, claim in claims:
        needed: list[Path] = [("sources", source_id) for source_id in claim.source_ids]
        if isinstance(claim, Figure) and claim.derived is not None:
            needed += [figures[name] for name in _names(claim.derived) if name in figures]
        yield path, needed
    for source in sources:
        named = [cite.source for cite in source.cites] + ([source.via] if source.via is not None else [])
        yield ("sources", source.id), [("sources", one) for one in named]


def _figures(claims: _Claims) -> dict[str, Path]:
    """Return the paths of the figures that have an id."""
    return {one.id: path for path, one in claims if isinstance(one, Figure) and one.id is not None}


def _names(expression: str) -> tuple[str, ...]:
    try:
        return figure_ids(expression)
    except DerivationError:
        return ()


def _figures_of_events(gone: Collection[Path], claims: _Claims) -> Iterator[Objection]:
    figures = _figures(claims)
    for path, claim in claims:
        if isinstance(claim, Event) and path not in gone:
            for number, name in enumerate(claim.figures):
                if figures.get(name) in gone:
                    sentence = f"the figure '{name}' is withheld"
                    yield Objection((*path, "figures", number), GuardCode.RESTS_ON_WITHHELD, sentence)


def _reversed(needs: Mapping[Path, Iterable[Path]]) -> dict[Path, list[Path]]:
    found: dict[Path, list[Path]] = {}
    for path, needed in needs.items():
        for one in needed:
            found.setdefault(one, []).append(path)
    return found


def _reached(start: Iterable[Path], links: Mapping[Path, Iterable[Path]]) -> set[Path]:
    """Return the paths that links lead to from some paths, these included."""
    reached = set(start)
    waiting = list(reached)
    while waiting:
        for one in links.get(waiting.pop(), ()):
            if one not in reached:
                reached.add(one)
                waiting.append(one)
    return reached
