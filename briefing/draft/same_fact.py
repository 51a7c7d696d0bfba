"""The same fact told twice: numbers and dates of a text that are one item, with a cite for each place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from briefing.base.named_tuple import NamedTuple
from briefing.draft.draft_text import DraftText
from briefing.draft.measures import is_measured
from briefing.evidence.facts.values import DateFact, NumberFact
from briefing.evidence.languages import Language
from briefing.evidence.result import Span
from briefing.evidence.words.prose import prose_of
from briefing.evidence.words.stems import content_stems

Fact = TypeVar("Fact", NumberFact, DateFact)

_LOOKED_AT = 20
"""Groups of one number or date that another place is compared with, the latest ones."""
_SMALL = 12
"""Up to this, two whole numbers may be equal by chance."""
_SHARED = 0.5
"""Share of the words of the shorter sentence that two events of one day have in common."""


class Told(NamedTuple, Generic[Fact]):
    """A fact with the places that tell it."""

    fact: Fact
    """The fullest."""
    also: tuple[Fact, ...]
    """Further places that say the same, with the same hedge, in the order of the text."""
    times: int
    """How often the text tells it."""
    first: int
    """Paragraph of the first place; 0 is the title."""


def told_numbers(facts: Iterable[NumberFact], held: DraftText) -> list[Told[NumberFact]]:
    """Return the numbers of a text, each fact once, in the order of the text."""
    every = list(facts)
    retold = _retold(every, held)

    def key(fact: NumberFact) -> Hashable:
        return (fact.amount.low, fact.amount.high)

    def is_same(one: NumberFact, other: NumberFact) -> bool:
        if retold.get(one.place.span) == other.place.span:
            return True
        if (one.unit or "").lower() != (other.unit or "").lower():
            return False
        if one.when is not None and other.when is not None and one.when.when != other.when.when:
            return False
        return (one.kind is None or other.kind is None or one.kind is other.kind) and _counts_same(one, other, held)

    def fullness(fact: NumberFact) -> tuple[object, ...]:
        return (
            fact.place.paragraph > 0,
            bool(fact.label),
            fact.approx is not None,
            (fact.when is not None) + (fact.speaker is not None) + (fact.unit is not None),
        )

    found = []
    for group in _grouped(every, key, is_same):
        best = max(group, key=fullness)
        also = tuple(one for one in group if one is not best and one.approx is best.approx and one.place.paragraph)
        found.append(Told(best, also[:2], len(group), group[0].place.paragraph))
    return found


def _counts_same(one: NumberFact, other: NumberFact, held: DraftText) -> bool:
    """Whether the labels of two numbers in one unit name the same; without a label, whether its unit is what counts."""
    mine, yours = _stems(one.label, held), _stems(other.label, held)
    small = min(len(mine), len(yours))
    if small == 0:
        unit = one.unit or ""
        return bool(unit) and abs(one.amount.high) > _SMALL and not is_measured(unit, held.saved.language)
    return 2 * len(mine & yours) >= small


def _may_be_one_unit(one: NumberFact, other: NumberFact, language: Language) -> bool:
    """Whether two numbers may be in one unit: a thing that is counted has several names, a measure one."""
    mine, yours = (fact.unit or "" for fact in (one, other))
    return mine.lower() == yours.lower() or not (is_measured(mine, language) or is_measured(yours, language))


def _retold(facts: Sequence[NumberFact], held: DraftText) -> dict[Span, Span]:
    """Return where the text tells a number of the title again, in whatever words.

    Small numbers may be equal by chance, and are left out.
    """
    found: dict[Span, Span] = {}
    body = [one for one in facts if one.place.paragraph]
    for fact in facts:
        if fact.place.paragraph:
            break
        if abs(fact.amount.high) <= _SMALL and fact.amount.high % 1 == 0:
            continue
        again = [one for one in body if one.amount == fact.amount and _may_be_one_unit(one, fact, held.saved.language)]
        own = _stems(f"{fact.label} {fact.unit or ''}", held)
        best = max(again, key=lambda one: len(own & _stems(f"{one.label} {one.unit or ''}", held)), default=None)
        if best is not None:
            found[fact.place.span] = best.place.span
    return found


def told_dates(facts: Iterable[DateFact], held: DraftText) -> list[Told[DateFact]]:
    """Return the dates of a text that are events, each event once, in the order of the text."""

    def key(fact: DateFact) -> Hashable:
        return fact.when.text if fact.when is not None else (fact.stated or "").lower()

    def is_same(one: DateFact, other: DateFact) -> bool:
        if one.place.sentence == other.place.sentence:
            return True
        mine, yours = (
            held.saved.sentence(each.place.span, each.place.paragraph)[0].once(content_stems) for each in (one, other)
        )
        return len(mine & yours) >= _SHARED * max(min(len(mine), len(yours)), 1)

    found = []
    for group in _grouped(facts, key, is_same):
        best = max(group, key=lambda fact: (fact.place.paragraph > 0, fact.when is not None))
        also = tuple(
            one
            for one in group
            if one is not best
            and one.basis is best.basis
            and one.place.paragraph
            and one.place.sentence != best.place.sentence
        )
        found.append(Told(best, also[:2], len(group), group[0].place.paragraph))
    return found


def _grouped(
    facts: Iterable[Fact], key: Callable[[Fact], Hashable], is_same: Callable[[Fact, Fact], bool]
) -> Sequence[list[Fact]]:
    groups: list[list[Fact]] = []
    by_key: dict[Hashable, list[list[Fact]]] = {}
    for fact in facts:
        known = by_key.setdefault(key(fact), [])
        group = next((one for one in known[-_LOOKED_AT:] if is_same(one[0], fact)), None)
        if group is None:
            group = []
            known.append(group)
            groups.append(group)
        group.append(fact)
    return groups


def _stems(label: str, held: DraftText) -> frozenset[str]:
    return prose_of(label, held.saved.language).once(content_stems) if label else frozenset()
