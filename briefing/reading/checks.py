"""Owns the rules between the items of a brief: ids are given once, and what is referred to is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from briefing import derivation
from briefing.model import Brief, Cite, Figure, Spots
from briefing.problems import Code, Spot
from briefing.reading.desk import Desk
from briefing.reading.wording import quoted
from briefing.spelling import did_you_mean

_NAMED = 6
"""Figures of a loop that a sentence names at most."""


def check(desk: Desk, brief: Brief) -> None:
    """Report ids that occur twice, ids that nothing has, and figures that are derived from themselves."""
    _check_ids(desk, brief)
    if desk.whole:
        _check_sources(desk, brief)
        _check_figures(desk, brief)


def _check_ids(desk: Desk, brief: Brief) -> None:
    first: dict[str, Spot] = {}
    for claim in brief.claims():
        if claim.id is None:
            continue
        spot = claim.spots["id"]
        if claim.id in first:
            line, column = first[claim.id]
            sentence = f"the id {quoted(claim.id)} is given twice: first in line {line}, column {column}"
            desk.report(Code.ID_TWICE, spot, sentence)
        else:
            first[claim.id] = spot


def _check_sources(desk: Desk, brief: Brief) -> None:
    known = {source.id for source in brief.sources}
    for named, spot in _named_sources(brief):
        if named not in known:
            desk.report(
                Code.REFERENCE, spot, f"the brief has no source {quoted(named)}{did_you_mean(desk.near(named, known))}"
            )


def _named_sources(brief: Brief) -> Iterator[tuple[str, Spot]]:
    for claim in brief.claims():
        if claim.by is not None:
            yield claim.by, claim.spots["by"]
        yield from _cited(claim.cites)
    for source in brief.sources:
        if source.via is not None:
            yield source.via, source.spots["via"]
        yield from _cited(source.cites)


def _cited(cites: Iterable[Cite]) -> Iterator[tuple[str, Spot]]:
    return ((cite.source, cite.spots["source"]) for cite in cites if "source" in cite.spots)


def _check_figures(desk: Desk, brief: Brief) -> None:
    known = {figure.id for figure in brief.figures if figure.id is not None}
    for named, spot in _named_figures(brief):
        if named not in known:
            hint = did_you_mean(desk.near(named, known))
            desk.report(Code.REFERENCE, spot, f"the brief has no figure with the id {quoted(named)}{hint}")
    _check_loops(desk, [figure for figure in brief.figures if figure.derived is not None])


def _named_figures(brief: Brief) -> Iterator[tuple[str, Spot]]:
    for figure in brief.figures:
        if figure.derived is not None:
            for name in dict.fromkeys(derivation.names(figure.derived)):
                yield name, figure.spots["derived"]
    for event in brief.timeline:
        for number, name in enumerate(event.figures):
            yield name, _item_spot(event.spots, number)


def _item_spot(spots: Spots, number: int) -> Spot:
    return spots[f"figures.{number}"]


def _check_loops(desk: Desk, derived: list[Figure]) -> None:
    """Report each loop once, at its first figure: a walk in depth with a stack of its own, linear in the file."""
    needs = {figure.id: figure for figure in derived if figure.id is not None}
    done: set[str] = set()
    for start in needs:
        path: dict[str, Iterator[str]] = {}
        _enter(path, start, needs, done)
        while path:
            name, waiting = next(reversed(path.items()))
            needed = next(waiting, None)
            if needed is None:
                del path[name]
                done.add(name)
            elif needed in path:
                _report_loop(desk, needs[needed], list(islice(reversed(path), _NAMED)))
            else:
                _enter(path, needed, needs, done)


def _enter(path: dict[str, Iterator[str]], name: str, needs: Mapping[str, Figure], done: set[str]) -> None:
    if name in needs and name not in done:
        path[name] = iter(dict.fromkeys(derivation.names(needs[name].derived or "")))


def _report_loop(desk: Desk, figure: Figure, last: list[str]) -> None:
    """Report a figure that the figures of `last`, the newest first, lead back to."""
    through = last[: last.index(figure.id)] if figure.id in last else []
    by_way = f" by way of {', '.join(quoted(name) for name in reversed(through))}" if through else ""
    desk.report(Code.DERIVATION_LOOP, figure.spots["derived"], f"this figure is derived from itself{by_way}")
