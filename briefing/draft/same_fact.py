"""The same fact told twice: numbers and dates of a text that are one item, with a cite for each place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, NamedTuple, TypeVar

from briefing.draft.draft_text import DraftText
from briefing.evidence.facts.values import DateFact, NumberFact
from briefing.evidence.words.prose import prose_of
from briefing.evidence.words.stems import content_stems

Fact = TypeVar("Fact", NumberFact, DateFact)

_LOOKED_AT = 20
"""Groups of one number or date that another place is compared with, the latest ones."""
_SMALL = 12
"""A larger number of the title is the same as that of the text, whatever the title counts by it in its few words."""
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

    def key(fact: NumberFact) -> Hashable:
        return (fact.amount.low, fact.amount.high, (fact.unit or "").lower())

    def is_same(one: NumberFact, other: NumberFact) -> bool:
        if one.when is not None and other.when is not None and one.when.when != other.when.when:
            return False
        mine, yours = _stems(one.label, held), _stems(other.label, held)
        small = min(len(mine), len(yours))
        return (one.kind is None or other.kind is None or one.kind is other.kind) and (
            small == 0 or 2 * len(mine & yours) >= small
        )

    def fullness(fact: NumberFact) -> tuple[object, ...]:
        return (
            fact.place.paragraph > 0,
            bool(fact.label),
            fact.approx is not None,
            (fact.when is not None) + (fact.speaker is not None) + (fact.unit is not None),
        )

    found = []
    groups = _grouped(facts, key, is_same)
    _join_titles(groups)
    for group in groups:
        best = max(group, key=fullness)
        also = tuple(one for one in group if one is not best and one.approx is best.approx and one.place.paragraph)
        found.append(Told(best, also[:2], len(group), group[0].place.paragraph))
    return found


def _join_titles(groups: list[list[NumberFact]]) -> None:
    """Join a number of the title with the same one of the text, whatever the title counts by it in its few words."""
    for group in [one for one in groups if one[0].place.paragraph == 0 and len(one) == 1]:
        (title,) = group
        same = (one for one in groups if one[0].place.paragraph > 0 and one[0].amount == title.amount)
        echo = next(same, None) if abs(title.amount.high) > _SMALL else None
        if echo is not None:
            groups.remove(group)
            echo.insert(0, title)


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
) -> list[list[Fact]]:
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
