"""Owns whether a query matches a thing: a brief, or one item of it. The index answers the same question in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from briefing.query.highlight import is_found
from briefing.query.nodes import (
    AllOf,
    Amount,
    AnyOf,
    Dates,
    Figures,
    Is,
    Marking,
    Measure,
    Node,
    Not,
    Since,
    Status,
    Unit,
    Until,
    Words,
)


class Reach(Protocol):
    """The reach of one date, in days as `fields.day_number` has them."""

    @property
    def earliest(self) -> int | None:
        """None: open or unknown."""

    @property
    def latest(self) -> int | None:
        """None: open or unknown."""

    @property
    def dated(self) -> bool:
        """False: it has no place in time."""


class Number(Protocol):
    """The amount of one figure."""

    @property
    def low(self) -> float:
        """Its least value."""

    @property
    def high(self) -> float:
        """Its greatest value."""

    @property
    def unit(self) -> str | None:
        """Folded."""

    @property
    def measure(self) -> str | None:
        """As written."""


class Thing(Protocol):
    """What a query may match."""

    def texts(self, place: str | None) -> Iterable[str]:
        """Return the texts in which words are looked for, in a field or anywhere."""

    def reaches(self) -> Iterable[Reach]:
        """Return its dates."""

    def numbers(self) -> Iterable[Number]:
        """Return its amounts."""

    def is_so(self, condition: Status | Marking | Is) -> bool:
        """Tell whether the brief as a whole is so."""


def matches(node: Node | None, thing: Thing) -> bool:
    """Tell whether a query, or a part of one, matches a thing."""
    match node:
        case None:
            return True
        case AllOf():
            return all(matches(each, thing) for each in node.nodes)
        case AnyOf():
            return any(matches(each, thing) for each in node.nodes)
        case Not():
            return not matches(node.node, thing)
        case Words() | Dates() | Figures():
            return meets(node, thing)
        case _:
            return thing.is_so(node)


def meets(condition: Words | Dates | Figures, thing: Thing) -> bool:
    """Tell whether a thing meets one condition."""
    match condition:
        case Words():
            return any(is_found(condition, text) for text in thing.texts(condition.place))
        case Dates():
            return any(all(_reaches(one, reach) for one in condition.conditions) for reach in thing.reaches())
        case Figures():
            return any(all(_is_of(one, number) for one in condition.conditions) for number in thing.numbers())


def wanted(node: Node | None) -> Iterator[Words | Dates | Figures]:
    """Yield the conditions that an item can meet by itself, without those that must not match."""
    match node:
        case AllOf() | AnyOf():
            for each in node.nodes:
                yield from wanted(each)
        case Words() | Dates() | Figures():
            yield node


def _reaches(condition: Since | Until, reach: Reach) -> bool:
    if not reach.dated:
        return condition.is_loose
    if isinstance(condition, Since):
        return reach.latest is None or reach.latest >= condition.day
    return reach.earliest is None or reach.earliest <= condition.day


def _is_of(condition: Amount | Unit | Measure, number: Number) -> bool:
    match condition:
        case Amount():
            return _lies(condition, number)
        case Unit():
            # A space before it: found at the beginning of a word; behind it as well: the whole word.
            end = "" if condition.is_begun else " "
            return number.unit is not None and f" {condition.text}{end}" in f" {number.unit} "
        case Measure():
            return number.measure is not None and f"/{condition.text}" in f"/{number.measure}"


def _lies(limits: Amount, number: Number) -> bool:
    least = float("-inf") if limits.least is None else float(limits.least)
    most = float("inf") if limits.most is None else float(limits.most)
    if limits.is_strict:
        return number.high > least and number.low < most
    return number.high >= least and number.low <= most
