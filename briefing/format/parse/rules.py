"""Rules between the items of a brief: ids are unique, references exist, no figure is derived from itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from briefing.base.problems import Code
from briefing.base.suggestions import suggestion
from briefing.format import arithmetic as derivation
from briefing.format.model import Brief, Figure, Spots
from briefing.format.parse.state import ParseState, quoted

_NAMED = 6
"""Figures of a cycle that a sentence names at most."""


def check_references(state: ParseState, brief: Brief) -> None:
    """Report ids that occur twice, references to ids that do not exist, and figures derived from themselves."""
    _check_ids(state, brief)
    if state.whole:
        _check_sources(state, brief)
        _check_figures(state, brief)


def _check_ids(state: ParseState, brief: Brief) -> None:
    first: dict[str, Spots] = {}
    for claim in brief.claims():
        if claim.id is None:
            continue
        if claim.id in first:
            line, column = first[claim.id]["id"]
            sentence = f"the id {quoted(claim.id)} is given twice: first in line {line}, column {column}"
            state.report(Code.ID_TWICE, claim.spots["id"], sentence)
        else:
            first[claim.id] = claim.spots


def _check_sources(state: ParseState, brief: Brief) -> None:
    known = {source.id for source in brief.sources}
    for named, spots, field in _named_sources(brief):
        # A cite without `source` has no spot for it. It means the only article, which exists.
        if named not in known and field in spots:
            hint = suggestion(state.suggest(named, known))
            state.report(Code.REFERENCE, spots[field], f"the brief has no source {quoted(named)}{hint}")


_Named = tuple[str, Spots, str]
"""A referenced id; the spots of the item that refers to it; and the field in which it does."""


def _named_sources(brief: Brief) -> Iterator[_Named]:
    for claim in brief.claims():
        if claim.by is not None:
            yield claim.by, claim.spots, "by"
        for cite in claim.cites:
            yield cite.source, cite.spots, "source"
    for source in brief.sources:
        if source.via is not None:
            yield source.via, source.spots, "via"
        for cite in source.cites:
            yield cite.source, cite.spots, "source"


def _check_figures(state: ParseState, brief: Brief) -> None:
    known = {figure.id for figure in brief.figures if figure.id is not None}
    for named, spots, field in _named_figures(brief):
        if named not in known:
            hint = suggestion(state.suggest(named, known))
            state.report(Code.REFERENCE, spots[field], f"the brief has no figure with the id {quoted(named)}{hint}")
    _check_loops(state, [figure for figure in brief.figures if figure.derived is not None])


def _named_figures(brief: Brief) -> Iterator[_Named]:
    for figure in brief.figures:
        if figure.derived is not None:
            for name in dict.fromkeys(derivation.figure_ids(figure.derived)):
                yield name, figure.spots, "derived"
    for event in brief.timeline:
        for number, name in enumerate(event.figures):
            yield name, event.spots, f"figures.{number}"


def _check_loops(state: ParseState, derived: list[Figure]) -> None:
    """Report each cycle once, at its first figure: a depth-first search without recursion."""
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
                _report_loop(state, needs[needed], list(islice(reversed(path), _NAMED)))
            else:
                _enter(path, needed, needs, done)


def _enter(path: dict[str, Iterator[str]], name: str, needs: Mapping[str, Figure], done: set[str]) -> None:
    if name in needs and name not in done:
        path[name] = iter(dict.fromkeys(derivation.figure_ids(needs[name].derived or "")))


def _report_loop(state: ParseState, figure: Figure, last: list[str]) -> None:
    """Report a figure that is derived from itself by way of the figures `last`, the latest first."""
    through = last[: last.index(figure.id)] if figure.id in last else []
    by_way = f" by way of {', '.join(quoted(name) for name in reversed(through))}" if through else ""
    state.report(Code.DERIVATION_LOOP, figure.spots["derived"], f"this figure is derived from itself{by_way}")
