"""Owns the comparison of two briefs: what is in the later one that means something else than in the earlier one.

The order of keys and of items, line ends, comments, ids and places in the file mean nothing. Ids are names for the
file's own use: what refers to an item still does when both are renamed, and only what it refers to is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from briefing.diff.brief import change, head_changes, member_changes, related_changes
from briefing.diff.cites import SOURCE, Cited, cite_changes
from briefing.diff.claims import claim_keys, claim_words, event_facts, figure_facts, point_facts
from briefing.diff.facts import About, Fact, differing, meanings, noun, prose_fact
from briefing.diff.meaning import NOTHING, Scope, prose, scope
from briefing.diff.pairing import Pairs, View, pair
from briefing.diff.sources import source_facts, source_keys, source_words
from briefing.diff.values import ITEM, TEXT, Block, Change
from briefing.format.model import Brief, Claim, Event, Marking, Source

C = TypeVar("C", bound=Claim)
_Facts = Callable[[C, Scope], tuple[Fact, ...]]


class _Scopes(NamedTuple):
    """What ids stand for in each brief."""

    before: Scope
    after: Scope
    same: bool
    """Whether every id that is left stands for what it stood for, so that equal items mean the same."""


class _Claims(NamedTuple, Generic[C]):
    """One block of claims in both briefs."""

    block: Block
    before: Sequence[C]
    after: Sequence[C]
    facts: _Facts[C]
    pairs: Pairs


def changes(before: Brief, after: Brief) -> tuple[Change, ...]:
    """Return what changed by meaning, block by block, in the order of the later brief; what is gone comes last."""
    return tuple(_changes(before, after))


def same_meaning(before: Brief, after: Brief) -> bool:
    """Return whether nothing changed by meaning; quicker than looking for every change."""
    return next(_changes(before, after), None) is None


def strictest(before: Brief, after: Brief) -> Marking | None:
    """Return the marking that words of both briefs together must carry."""
    given = {before.marking, after.marking}
    return next((marking for marking in Marking if marking in given), None)


def _changes(before: Brief, after: Brief) -> Iterator[Change]:
    if before == after:
        return
    yield from head_changes(before, after)
    sources = pair(before.sources, after.sources, _SOURCE)
    figures = _paired(Block.FIGURES, before.figures, after.figures, figure_facts)
    scopes = _scopes(before, after, sources, figures.pairs)
    yield from _claims(_paired(Block.SUMMARY, before.summary, after.summary, point_facts), scopes)
    yield from _claims(figures, scopes)
    yield from _claims(_paired(Block.TIMELINE, before.timeline, after.timeline, event_facts), scopes)
    yield from _sources(before.sources, after.sources, sources, scopes)
    yield from _open(before.open, after.open)
    yield from related_changes(before.related, after.related)


_SOURCE = View[Source](
    keys=source_keys, whole=lambda source: meanings(source_facts(source, NOTHING)), words=source_words
)
_QUESTION = noun("one question reworded:")
_OPEN = View[str](keys=lambda text: (prose(text),), whole=prose, words=str)


def _paired(block: Block, before: Sequence[C], after: Sequence[C], facts: _Facts[C]) -> _Claims[C]:
    def whole(claim: C) -> Hashable:
        cites = frozenset(map(Cited((), NOTHING).meaning, claim.cites))
        return (meanings(facts(claim, NOTHING)), cites, frozenset(_figures(claim, NOTHING)))

    view = View[C](keys=claim_keys, whole=whole, words=lambda claim: claim.text)
    return _Claims(block, before, after, facts, pair(before, after, view))


def _scopes(before: Brief, after: Brief, sources: Pairs, figures: Pairs) -> _Scopes:
    later_sources = {before.sources[old].id: after.sources[new].id for old, new in sources.same}
    named = ((before.figures[old].id, after.figures[new].id) for old, new in figures.same)
    later_figures = {old: new for old, new in named if old and new}
    same = all(old == new for ids in (later_sources, later_figures) for old, new in ids.items())
    return _Scopes(scope(before, later_sources, later_figures), scope(after), same)


def _claims(both: _Claims[C], scopes: _Scopes) -> Iterator[Change]:
    word = _NOUNS[both.block]
    known = {new: old for old, new in both.pairs.same}
    for number, claim in enumerate(both.after):
        about = About(both.block, number, claim.text)
        if number not in known:
            yield change(about, ITEM, f"one {word} added:", after=claim_words(claim))
        elif not scopes.same or claim != both.before[known[number]]:
            yield from _claim(both.before[known[number]], claim, both.facts, scopes, about)
    for old in both.pairs.gone:
        gone = both.before[old]
        yield change(About(both.block, None, gone.text), ITEM, f"one {word} removed:", before=claim_words(gone))


_NOUNS = {Block.SUMMARY: "point", Block.FIGURES: "figure", Block.TIMELINE: "event"}


def _claim(before: C, after: C, facts: _Facts[C], scopes: _Scopes, about: About) -> Iterator[Change]:
    yield from differing(facts(before, scopes.before), facts(after, scopes.after), about)
    figures = _figures(before, scopes.before), _figures(after, scopes.after)
    yield from member_changes(*figures, about, "figures", ("now with the figure", "no longer with the figure"))
    if not scopes.same or before.cites != after.cites:
        yield from cite_changes(Cited(before.cites, scopes.before), Cited(after.cites, scopes.after), about)


def _figures(claim: Claim, scope: Scope) -> dict[Hashable, str]:
    """Return the labels of the figures that belong to an event, by what their ids mean."""
    ids = claim.figures if isinstance(claim, Event) else ()
    return {scope.figure(one): scope.figures.get(one, one) for one in ids}


def _sources(before: Sequence[Source], after: Sequence[Source], pairs: Pairs, scopes: _Scopes) -> Iterator[Change]:
    known = {new: old for old, new in pairs.same}
    for number, new in enumerate(after):
        about = About(Block.SOURCES, number, new.heading)
        if number not in known:
            yield change(about, ITEM, "one source added:", after=source_words(new))
            continue
        old = before[known[number]]
        yield from differing(source_facts(old, scopes.before), source_facts(new, scopes.after), about)
        yield from cite_changes(Cited(old.cites, scopes.before), Cited(new.cites, scopes.after), about, SOURCE)
    for gone in (before[number] for number in pairs.gone):
        about = About(Block.SOURCES, None, gone.heading)
        yield change(about, ITEM, "one source removed:", before=source_words(gone))


def _open(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    pairs = pair(before, after, _OPEN)
    known = {new: old for old, new in pairs.same}
    for number, text in enumerate(after):
        about = About(Block.OPEN, number, text)
        if number not in known:
            yield change(about, ITEM, "now left open:", after=text)
        else:
            old, new = (prose_fact(TEXT, _QUESTION, one) for one in (before[known[number]], text))
            yield from differing((old,), (new,), about)
    for gone in (before[number] for number in pairs.gone):
        yield change(About(Block.OPEN, None, gone), ITEM, "no longer open:", before=gone)
