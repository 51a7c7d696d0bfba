"""The syntax tree of a query: conditions, and how they are combined.

`str` of every node is a text that parses to an equal node.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from briefing.base.frozen import field, frozen
from briefing.base.problems import BriefingError


class QueryError(BriefingError):
    """A query is wrong. The message is a sentence without a full stop; it contains what was typed: not safe to show."""

    def __init__(self, sentence: str, column: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.column = column
        """Column of the mistake in the query, in characters from 1."""


class BriefState(StrEnum):
    """The values of `is:`."""

    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    CHANGED = "changed"
    """The brief has changed since it was last read."""
    NEW = "new"
    """The brief is unread, or has changed since it was last read."""
    BROKEN = "broken"
    """It has errors, or a claim whose quote is not found, is found more than once, or does not support it."""
    CHECKED = "checked"
    """Its claims have been checked since it was last read into the index."""
    VERIFIED = "verified"
    """It has been checked, and each of its claims is verified."""
    UNREVIEWED = "unreviewed"
    """A program drafted a claim of it that no person has confirmed."""


_KEYWORDS = frozenset({"and", "or", "not"})
"""Operators, in any case. In quotation marks or with a star after them they are words to be found."""


@frozen
class Words:
    """The condition that these words follow each other in a text."""

    tokens: tuple[str, ...]
    """Folded, see `briefing.base.words`. Empty: no letter or digit was typed, and nothing matches."""
    is_begun: bool
    """Whether the last word also matches the beginning of a word; a single word of an alphabet with trigrams also
    matches inside one."""
    field_name: str | None = None
    """Name in `word_fields.WORD_FIELDS`. None: anywhere."""
    text: str = field(default="", compare=False)
    """As typed, without quotation marks and stars."""

    def __str__(self) -> str:
        star = "*" if self.is_begun or not self.tokens else ""  # an empty phrase needs it: else it is still typed
        prefix = f"{self.field_name}:" if self.field_name else ""
        is_plain = self.is_begun and self.text.isascii() and self.text.isalnum() and self.text.lower() not in _KEYWORDS
        return f"{prefix}{self.text}" if is_plain else f'{prefix}"{self.text}{star}"'


@frozen
class Since:
    """The condition that a date is or may be on this day or later."""

    day: int
    """As `Day.number`: yyyymmdd."""
    is_loose: bool
    """Whether a date without a position in time, as a month without a year, matches as well."""
    text: str = field(default="", compare=False)
    """EDTF as typed."""

    def __str__(self) -> str:
        return f'since:"{self.text}{"~" if self.is_loose else ""}"'


@frozen
class Until:
    """The condition that a date is or may be on this day or earlier. Fields as in `Since`."""

    day: int
    is_loose: bool
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f'until:"{self.text}{"~" if self.is_loose else ""}"'


@frozen
class HasAmount:
    """The condition that the number of a figure is in a range. An interval matches if a part of it is."""

    least: Decimal | None
    """None: no limit."""
    most: Decimal | None
    """None: no limit."""
    is_strict: bool
    """Whether the limits themselves are excluded."""

    def __str__(self) -> str:
        if self.least is not None and self.most is not None:
            is_one = self.least == self.most
            return f'figure:"={self.least:f}"' if is_one else f'figure:"{self.least:f}..{self.most:f}"'
        sign = ">" if self.most is None else "<"
        limit = self.most if self.least is None else self.least
        return f'figure:"{sign}{"" if self.is_strict else "="}{limit or Decimal():f}"'


@frozen
class HasUnit:
    """The condition that the unit of a figure has these words."""

    text: str
    """Folded, with one space between words."""
    is_begun: bool
    """Whether the last word also matches the beginning of a word."""

    def __str__(self) -> str:
        return f'unit:"{self.text}{"*" if self.is_begun else ""}"'


@frozen
class HasMeasure:
    """The condition that the measure of a figure, or a part of it after a slash, is or begins with this text."""

    text: str
    """Folded."""
    is_begun: bool
    """Whether more may follow the text."""

    def __str__(self) -> str:
        return f'measure:"{self.text}{"*" if self.is_begun else ""}"'


@frozen
class DateConditions:
    """The condition that one date meets all of these conditions."""

    conditions: tuple[Since | Until, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.conditions))


@frozen
class FigureConditions:
    """The condition that one figure meets all of these conditions."""

    conditions: tuple[HasAmount | HasUnit | HasMeasure, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.conditions))


@frozen
class HasStatus:
    """The condition that a brief has this status."""

    value: str

    def __str__(self) -> str:
        return f"status:{self.value}"


@frozen
class HasMarking:
    """The condition that a brief has this marking."""

    value: str | None
    """As a brief spells it. None: the brief has no marking."""

    def __str__(self) -> str:
        return f"marking:{self.value or 'none'}"


@frozen
class HasState:
    """The condition that a brief is in this state."""

    state: BriefState

    def __str__(self) -> str:
        return f"is:{self.state}"


@frozen
class InTime:
    """The condition that words are found, or that a claim is of a time that they name. Made by `times.with_times`."""

    words: Words | AllOf
    """What was typed, to be found as words."""
    earliest: int
    """First day of the time, as `Day.number`: yyyymmdd."""
    latest: int
    """Last day of the time."""
    text: str = field(default="", compare=False)
    """The time as EDTF."""

    def __str__(self) -> str:
        return str(self.words)


@frozen
class Not:
    """Negation."""

    node: QueryNode

    def __str__(self) -> str:
        return f"-{_bracketed(self.node)}"


@frozen
class AllOf:
    """Conjunction: two or more nodes that must all match."""

    nodes: tuple[QueryNode, ...]

    def __str__(self) -> str:
        joined: list[str] = []
        seen: set[type] = set()
        for node in self.nodes:
            # Conditions outside brackets are merged by the parser: those of a second date or figure need brackets.
            again = isinstance(node, DateConditions | FigureConditions) and type(node) in seen
            seen.add(type(node))
            joined.append(f"({node})" if again or isinstance(node, AllOf | AnyOf) else str(node))
        return " ".join(joined)


@frozen
class AnyOf:
    """Disjunction: two or more nodes of which one must match."""

    nodes: tuple[QueryNode, ...]

    def __str__(self) -> str:
        return " or ".join(f"({node})" if isinstance(node, AnyOf) else str(node) for node in self.nodes)


QueryNode = Words | DateConditions | FigureConditions | InTime | HasStatus | HasMarking | HasState | Not | AllOf | AnyOf
ItemCondition = Words | DateConditions | FigureConditions | InTime
"""A condition that a single item can meet."""


@frozen
class Query:
    """A parsed query."""

    node: QueryNode | None
    """None: an empty query, which matches everything."""

    def __str__(self) -> str:
        return "" if self.node is None else str(self.node)


def conditions_of(node: QueryNode | None) -> Iterator[QueryNode]:
    """Yield all conditions in a node, also negated ones."""
    match node:
        case AllOf() | AnyOf():
            for each in node.nodes:
                yield from conditions_of(each)
        case Not():
            yield from conditions_of(node.node)
        case None:
            return
        case _:
            yield node


def _bracketed(node: QueryNode) -> str:
    return f"({node})" if isinstance(node, AllOf | AnyOf | DateConditions | FigureConditions) else str(node)
