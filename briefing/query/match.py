"""Matches conditions of a query with one item of a brief. The index does the same for whole briefs in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from briefing.query.highlight import is_in_text
from briefing.query.nodes import (
    AllOf,
    AnyOf,
    DateConditions,
    FigureConditions,
    HasAmount,
    HasMeasure,
    HasUnit,
    QueryNode,
    Since,
    Until,
    Words,
)


class DateSpan(Protocol):
    """The first and the last day of a date, each as `Day.number`."""

    @property
    def earliest(self) -> int | None:
        """First day. None: open or unknown."""

    @property
    def latest(self) -> int | None:
        """Last day. None: open or unknown."""

    @property
    def dated(self) -> bool:
        """False: the date has no position in time, as a month without a year."""


class FigureRange(Protocol):
    """The amount of a figure."""

    @property
    def low(self) -> float:
        """Its lowest value."""

    @property
    def high(self) -> float:
        """Its highest value."""

    @property
    def unit(self) -> str | None:
        """Its unit, folded. None: a bare count."""

    @property
    def measure(self) -> str | None:
        """Its measure, as written. None: not given."""


class Matchable(Protocol):
    """An item, or a brief, that may meet a condition."""

    def texts(self, field_name: str | None) -> Iterable[str]:
        """Return the texts in which words are searched: of one field, or all (None)."""

    def reaches(self) -> Iterable[DateSpan]:
        """Return its dates."""

    def numbers(self) -> Iterable[FigureRange]:
        """Return its amounts."""


def meets(condition: Words | DateConditions | FigureConditions, thing: Matchable) -> bool:
    """Tell whether one condition is met."""
    match condition:
        case Words():
            return any(is_in_text(condition, text) for text in thing.texts(condition.field_name))
        case DateConditions():
            return any(all(_reaches(one, reach) for one in condition.conditions) for reach in thing.reaches())
        case FigureConditions():
            return any(all(_is_of(one, number) for one in condition.conditions) for number in thing.numbers())


def item_conditions(node: QueryNode | None) -> Iterator[Words | DateConditions | FigureConditions]:
    """Yield the conditions that a single item can meet, without negated ones."""
    match node:
        case AllOf() | AnyOf():
            for each in node.nodes:
                yield from item_conditions(each)
        case Words() | DateConditions() | FigureConditions():
            yield node


def _reaches(condition: Since | Until, reach: DateSpan) -> bool:
    if not reach.dated:
        return condition.is_loose
    if isinstance(condition, Since):
        return reach.latest is None or reach.latest >= condition.day
    return reach.earliest is None or reach.earliest <= condition.day


def _is_of(condition: HasAmount | HasUnit | HasMeasure, number: FigureRange) -> bool:
    match condition:
        case HasAmount():
            return _lies(condition, number)
        case HasUnit():
            # A space before the text: it matches at the beginning of a word; also after it: only the whole word.
            end = "" if condition.is_begun else " "
            return number.unit is not None and f" {condition.text}{end}" in f" {number.unit} "
        case HasMeasure():
            return number.measure is not None and f"/{condition.text}" in f"/{number.measure}"


def _lies(limits: HasAmount, number: FigureRange) -> bool:
    least = float("-inf") if limits.least is None else float(limits.least)
    most = float("inf") if limits.most is None else float(limits.most)
    if limits.is_strict:
        return number.high > least and number.low < most
    return number.high >= least and number.low <= most
