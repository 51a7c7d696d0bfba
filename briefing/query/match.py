"""Matches conditions of a query with one item of a brief. The index does the same for whole briefs in SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
    InTime,
    ItemCondition,
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

    def claimed(self) -> Iterable[DateSpan]:
        """Return its dates without that of the brief itself."""

    def numbers(self) -> Iterable[FigureRange]:
        """Return its amounts."""


def meets(condition: ItemCondition, thing: Matchable) -> bool:
    """Tell whether one condition is met."""
    match condition:
        case Words():
            return any(is_in_text(condition, text) for text in thing.texts(condition.field_name))
        case DateConditions():
            return any(all(_reaches(one, reach) for one in condition.conditions) for reach in thing.reaches())
        case FigureConditions():
            return any(all(_is_of(one, number) for one in condition.conditions) for number in thing.numbers())
        case InTime():
            return all(meets(one, thing) for one in words_of(condition)) or touches(condition, thing.claimed())


def item_conditions(node: QueryNode | None) -> Iterator[ItemCondition]:
    """Yield the conditions that a single item can meet, without negated ones."""
    match node:
        case AllOf() | AnyOf():
            for each in node.nodes:
                yield from item_conditions(each)
        case Words() | DateConditions() | FigureConditions() | InTime():
            yield node


def words_of(condition: ItemCondition) -> tuple[Words, ...]:
    """Return the words of a condition, to be highlighted."""
    match condition:
        case Words():
            return (condition,)
        case InTime(words=Words() as words):
            return (words,)
        case InTime(words=AllOf() as both):
            return tuple(one for one in both.nodes if isinstance(one, Words))
        case _:
            return ()


def touches(time: InTime, spans: Iterable[DateSpan]) -> bool:
    """Tell whether one of these dates is in a time, or reaches into it."""
    return any(
        span.dated
        and (span.latest is None or span.latest >= time.earliest)
        and (span.earliest is None or span.earliest <= time.latest)
        for span in spans
    )


def lies_in(time: InTime, span: DateSpan | None) -> bool:
    """Tell whether a date is in a time from its first to its last day."""
    if span is None or not span.dated or span.earliest is None or span.latest is None:
        return False
    return time.earliest <= span.earliest and span.latest <= time.latest


def verdict(
    node: QueryNode | None, met: Callable[[ItemCondition], bool], applies: Callable[[ItemCondition], bool]
) -> bool | None:
    """Tell whether one item meets a query as far as an item can. None: no condition of it is about the item.

    `met` tells whether it meets a condition, `applies` whether the condition is about it: a title, for instance, has
    only the brief itself. What is negated, and what is asked of briefs, was asked of the brief already.
    """
    match node:
        case AllOf():
            votes = [verdict(each, met, applies) for each in node.nodes]
            return False if False in votes else True if True in votes else None
        case AnyOf():
            votes = [verdict(each, met, applies) for each in node.nodes]
            return True if True in votes else False if False in votes else None
        case Words() | DateConditions() | FigureConditions() | InTime():
            return met(node) if applies(node) else None
        case _:
            return None


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
            # A line end after the measure, which has none: it closes a whole measure.
            end = "" if condition.is_begun else "\n"
            return number.measure is not None and f"/{condition.text}{end}" in f"/{number.measure}\n"


def _lies(limits: HasAmount, number: FigureRange) -> bool:
    least = float("-inf") if limits.least is None else float(limits.least)
    most = float("inf") if limits.most is None else float(limits.most)
    if limits.is_strict:
        return number.high > least and number.low < most
    return number.high >= least and number.low <= most
