"""Owns what a query is once it is read: conditions, and how they are joined. Reads no text.

Every value prints itself as a text that reads back as the same value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from briefing.base.problems import BriefingError


class QueryError(BriefingError):
    """A query is wrong. Its text is a sentence without a full stop, made of what was typed: it is not safe to show."""

    def __init__(self, sentence: str, column: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.column = column
        """Where the mistake is in the query, in characters from 1."""


class State(StrEnum):
    """What a brief can be: `is:`."""

    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    CHANGED = "changed"
    """Since it was last read."""
    BROKEN = "broken"
    """It has errors, or a claim whose words are not found, are found more than once, or do not carry it."""
    CHECKED = "checked"
    """Its claims were checked since it was last read in."""
    VERIFIED = "verified"
    """It was checked, and each of its claims is verified."""


_KEYWORDS = frozenset({"and", "or", "not"})
"""Words that join, in any case; in quotation marks, or with a star behind them, they are words to be found."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand one after the other."""

    tokens: tuple[str, ...]
    """Folded, see `briefing.base.words`. Empty: nothing that was typed is a letter or a digit, and nothing matches."""
    is_begun: bool
    """Whether the last of them is found at the beginning of a word; by itself and in the alphabets that have trigrams
    also inside one."""
    place: str | None = None
    """Name in `word_fields.WORD_FIELDS`. None: anywhere."""
    text: str = field(default="", compare=False)
    """As typed, without quotation marks and stars."""

    def __str__(self) -> str:
        star = "*" if self.is_begun or not self.tokens else ""  # without one, nothing would seem to be typed yet
        prefix = f"{self.place}:" if self.place else ""
        is_plain = self.is_begun and self.text.isascii() and self.text.isalnum() and self.text.lower() not in _KEYWORDS
        return f"{prefix}{self.text}" if is_plain else f'{prefix}"{self.text}{star}"'


@dataclass(frozen=True, slots=True)
class Since:
    """A date reaches to that day, or may do so."""

    day: int
    """As yyyymmdd, see `day_number`."""
    is_loose: bool
    """Whether a date without a place in time, as a month without a year, matches as well."""
    text: str = field(default="", compare=False)
    """EDTF as typed."""

    def __str__(self) -> str:
        return f'since:"{self.text}{"~" if self.is_loose else ""}"'


@dataclass(frozen=True, slots=True)
class Until:
    """A date begins on that day or before, or may do so."""

    day: int
    is_loose: bool
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f'until:"{self.text}{"~" if self.is_loose else ""}"'


@dataclass(frozen=True, slots=True)
class Amount:
    """The number of a figure lies between two others, or may do so where it is an interval itself."""

    least: Decimal | None
    """None: no limit."""
    most: Decimal | None
    is_strict: bool
    """Whether the limits themselves are left out."""

    def __str__(self) -> str:
        if self.least is not None and self.most is not None:
            is_one = self.least == self.most
            return f'figure:"={self.least:f}"' if is_one else f'figure:"{self.least:f}..{self.most:f}"'
        sign = ">" if self.most is None else "<"
        limit = self.most if self.least is None else self.least
        return f'figure:"{sign}{"" if self.is_strict else "="}{limit or Decimal():f}"'


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a figure has these words."""

    text: str
    """Folded, with one space between words."""
    is_begun: bool
    """Whether the last word is found at the beginning of a word."""

    def __str__(self) -> str:
        return f'unit:"{self.text}{"*" if self.is_begun else ""}"'


@dataclass(frozen=True, slots=True)
class Measure:
    """The measure of a figure, or a part of it behind a slash, begins so."""

    text: str
    """Folded."""

    def __str__(self) -> str:
        return f'measure:"{self.text}"'


@dataclass(frozen=True, slots=True)
class Dates:
    """One date of a brief meets all of these."""

    conditions: tuple[Since | Until, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.conditions))


@dataclass(frozen=True, slots=True)
class Figures:
    """One figure of a brief meets all of these."""

    conditions: tuple[Amount | Unit | Measure, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.conditions))


@dataclass(frozen=True, slots=True)
class Status:
    """A brief has this status."""

    value: str

    def __str__(self) -> str:
        return f"status:{self.value}"


@dataclass(frozen=True, slots=True)
class Marking:
    """A brief has this marking."""

    value: str | None
    """As a brief spells it. None: it has none."""

    def __str__(self) -> str:
        return f"marking:{self.value or 'none'}"


@dataclass(frozen=True, slots=True)
class Is:
    """A brief is in this state."""

    state: State

    def __str__(self) -> str:
        return f"is:{self.state}"


@dataclass(frozen=True, slots=True)
class Not:
    """What does not match."""

    node: Node

    def __str__(self) -> str:
        return f"-{_bracketed(self.node)}"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Two nodes or more that must match together."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        joined: list[str] = []
        seen: set[type] = set()
        for node in self.nodes:
            # The conditions of one date or figure stand by themselves once; those of another are set in brackets.
            again = isinstance(node, Dates | Figures) and type(node) in seen
            seen.add(type(node))
            joined.append(f"({node})" if again or isinstance(node, AllOf | AnyOf) else str(node))
        return " ".join(joined)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Two nodes or more of which one must match."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        return " or ".join(f"({node})" if isinstance(node, AnyOf) else str(node) for node in self.nodes)


Node = Words | Dates | Figures | Status | Marking | Is | Not | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for."""

    node: Node | None
    """None: nothing was typed, and everything matches."""

    def __str__(self) -> str:
        return "" if self.node is None else str(self.node)


def leaves(node: Node | None) -> Iterator[Node]:
    """Yield the conditions of a query, or of a part of one, however they are joined."""
    match node:
        case AllOf() | AnyOf():
            for each in node.nodes:
                yield from leaves(each)
        case Not():
            yield from leaves(node.node)
        case None:
            return
        case _:
            yield node


def _bracketed(node: Node) -> str:
    return f"({node})" if isinstance(node, AllOf | AnyOf | Dates | Figures) else str(node)
