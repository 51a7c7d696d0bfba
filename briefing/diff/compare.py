"""The comparison of two briefs.

The order of keys and items, line ends, comments, ids and positions have no meaning. If an id and the references to it
are renamed, nothing has changed: references are compared by the item that they refer to.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, TypeVar

from briefing.base.named_tuple import NamedTuple
from briefing.diff.brief import member_changes, metadata_changes, phrased_change, related_changes
from briefing.diff.cites import SOURCE_PHRASES, CiteList, cite_changes
from briefing.diff.claims import claim_keys, claim_words, event_facts, figure_facts, point_facts
from briefing.diff.facts import ChangedItem, Fact, field_changes, field_phrases, meanings, prose_fact
from briefing.diff.meaning import NO_RENAMES, IdMeanings, id_meanings, prose_meaning
from briefing.diff.pairing import Identity, Pairs, pair_items
from briefing.diff.sources import source_facts, source_keys, source_words
from briefing.diff.values import ITEM, TEXT, Change, Section
from briefing.format.model import Brief, Claim, Event, Marking, Source

C = TypeVar("C", bound=Claim)
_Facts = Callable[[C, IdMeanings], tuple[Fact, ...]]


class _BothIds(NamedTuple):
    """What the ids refer to in each of the briefs."""

    before: IdMeanings
    after: IdMeanings
    same: bool
    """Whether no id was renamed, so that equal items have the same meaning."""


class _Claims(NamedTuple, Generic[C]):
    """The claims of one section in both briefs."""

    section: Section
    before: Sequence[C]
    after: Sequence[C]
    facts: _Facts[C]
    pairs: Pairs


def changes(before: Brief, after: Brief) -> tuple[Change, ...]:
    """Return what changed, section by section, in the order of the later brief; items that are gone come last."""
    return tuple(_changes(before, after))


def same_meaning(before: Brief, after: Brief) -> bool:
    """Tell whether nothing changed; faster than `changes`."""
    return next(_changes(before, after), None) is None


def strictest_marking(before: Brief, after: Brief) -> Marking | None:
    """Return the stricter marking of two briefs, which a text with words of both must carry. None: neither has one."""
    given = {before.marking, after.marking}
    return next((marking for marking in Marking if marking in given), None)


def _changes(before: Brief, after: Brief) -> Iterator[Change]:
    if before == after:
        return
    yield from metadata_changes(before, after)
    sources = pair_items(before.sources, after.sources, _SOURCE)
    figures = _paired(Section.FIGURES, before.figures, after.figures, figure_facts)
    both_ids = _both_ids(before, after, sources, figures.pairs)
    yield from _claims(_paired(Section.SUMMARY, before.summary, after.summary, point_facts), both_ids)
    yield from _claims(figures, both_ids)
    yield from _claims(_paired(Section.TIMELINE, before.timeline, after.timeline, event_facts), both_ids)
    yield from _sources(before.sources, after.sources, sources, both_ids)
    yield from _open(before.open, after.open)
    yield from related_changes(before.related, after.related)


_SOURCE = Identity[Source](
    keys=source_keys, whole=lambda source: meanings(source_facts(source, NO_RENAMES)), words=source_words
)
_QUESTION = field_phrases("one question reworded:")
_OPEN = Identity[str](keys=lambda text: (prose_meaning(text),), whole=prose_meaning, words=str)


def _paired(section: Section, before: Sequence[C], after: Sequence[C], facts: _Facts[C]) -> _Claims[C]:
    def whole(claim: C) -> Hashable:
        cites = frozenset(map(CiteList((), NO_RENAMES).meaning, claim.cites))
        return (meanings(facts(claim, NO_RENAMES)), cites, frozenset(_figures(claim, NO_RENAMES)))

    identity = Identity[C](keys=claim_keys, whole=whole, words=lambda claim: claim.text)
    return _Claims(section, before, after, facts, pair_items(before, after, identity))


def _both_ids(before: Brief, after: Brief, sources: Pairs, figures: Pairs) -> _BothIds:
    later_sources = {before.sources[old].id: after.sources[new].id for old, new in sources.same}
    named = ((before.figures[old].id, after.figures[new].id) for old, new in figures.same)
    later_figures = {old: new for old, new in named if old and new}
    same = all(old == new for ids in (later_sources, later_figures) for old, new in ids.items())
    return _BothIds(id_meanings(before, later_sources, later_figures), id_meanings(after), same)


def _claims(both: _Claims[C], both_ids: _BothIds) -> Iterator[Change]:
    word = both.section.item_kind
    known = {new: old for old, new in both.pairs.same}
    for number, claim in enumerate(both.after):
        about = ChangedItem(both.section, number, claim.text)
        if number not in known:
            yield phrased_change(about, ITEM, f"one {word} added:", after=claim_words(claim))
        elif not both_ids.same or claim != both.before[known[number]]:
            yield from _claim(both.before[known[number]], claim, both.facts, both_ids, about)
    for old in both.pairs.gone:
        gone = both.before[old]
        yield phrased_change(
            ChangedItem(both.section, None, gone.text), ITEM, f"one {word} removed:", before=claim_words(gone)
        )


def _claim(before: C, after: C, facts: _Facts[C], both_ids: _BothIds, about: ChangedItem) -> Iterator[Change]:
    yield from field_changes(facts(before, both_ids.before), facts(after, both_ids.after), about)
    figures = _figures(before, both_ids.before), _figures(after, both_ids.after)
    yield from member_changes(*figures, about, "figures", ("now with the figure", "no longer with the figure"))
    if not both_ids.same or before.cites != after.cites:
        yield from cite_changes(CiteList(before.cites, both_ids.before), CiteList(after.cites, both_ids.after), about)


def _figures(claim: Claim, ids: IdMeanings) -> dict[Hashable, str]:
    """Return the labels of the figures of an event, by what their ids refer to."""
    named = claim.figures if isinstance(claim, Event) else ()
    return {ids.figure(one): ids.figures.get(one, one) for one in named}


def _sources(before: Sequence[Source], after: Sequence[Source], pairs: Pairs, both_ids: _BothIds) -> Iterator[Change]:
    known = {new: old for old, new in pairs.same}
    for number, new in enumerate(after):
        about = ChangedItem(Section.SOURCES, number, new.heading)
        if number not in known:
            yield phrased_change(about, ITEM, "one source added:", after=source_words(new))
            continue
        old = before[known[number]]
        yield from field_changes(source_facts(old, both_ids.before), source_facts(new, both_ids.after), about)
        yield from cite_changes(
            CiteList(old.cites, both_ids.before), CiteList(new.cites, both_ids.after), about, SOURCE_PHRASES
        )
    for gone in (before[number] for number in pairs.gone):
        about = ChangedItem(Section.SOURCES, None, gone.heading)
        yield phrased_change(about, ITEM, "one source removed:", before=source_words(gone))


def _open(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    pairs = pair_items(before, after, _OPEN)
    known = {new: old for old, new in pairs.same}
    for number, text in enumerate(after):
        about = ChangedItem(Section.OPEN, number, text)
        if number not in known:
            yield phrased_change(about, ITEM, "now left open:", after=text)
        else:
            old, new = (prose_fact(TEXT, _QUESTION, one) for one in (before[known[number]], text))
            yield from field_changes((old,), (new,), about)
    for gone in (before[number] for number in pairs.gone):
        yield phrased_change(ChangedItem(Section.OPEN, None, gone), ITEM, "no longer open:", before=gone)
