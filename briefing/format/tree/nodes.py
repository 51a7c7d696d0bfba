"""Owns the nodes of a tree: Scalar, Sequence, Mapping, and Refused for what may not stand in a brief.

Named tuples over the parser's own marks: a brief has hundreds, and most marks are never looked at.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from briefing.base.problems import Spot

new_tuple = tuple.__new__
"""Makes a named tuple in half the time that its own constructor takes: a brief has hundreds of nodes."""


class ParserMark(Protocol):
    """A position as the parser gives it: both numbers count from 0, columns in characters."""

    @property
    def line(self) -> int:
        """Lines before this one."""

    @property
    def column(self) -> int:
        """Characters before this one in its line."""


class MarkMissingError(TypeError):
    """A parser gave an event without a mark, which none does."""


def spot_of(mark: ParserMark | None) -> Spot:
    """Count from 1 what the parser counts from 0: the one place where that is done."""
    if mark is None:
        raise MarkMissingError
    return new_tuple(Spot, (mark.line + 1, mark.column + 1))


class Scalar(NamedTuple):
    """A text, whatever it looks like. Safe to show, apart from tabs and line ends."""

    text: str
    start: ParserMark | None
    end: ParserMark | None
    style: str | None
    """As it is written: "'", '"', '|', '>'; None or "" for plain."""

    @property
    def spot(self) -> Spot:
        """Its first character, or its opening quote mark."""
        return spot_of(self.start)

    @property
    def end_spot(self) -> Spot:
        """Just behind its last character."""
        return spot_of(self.end)

    def spot_at(self, offset: int) -> Spot:
        """Return the place of the character at `offset` in `text` where it is certain, else the place of the scalar."""
        first, last = self.spot, self.end_spot
        marks = 2 if self.style in {"'", '"'} else 0
        if first.line != last.line or last.column - first.column != len(self.text) + marks:
            return first
        return Spot(first.line, first.column + marks // 2 + offset)


class Sequence(NamedTuple):
    """A list."""

    start: ParserMark | None
    items: list[Node]

    @property
    def spot(self) -> Spot:
        """Its first dash or its opening bracket."""
        return spot_of(self.start)


class KeyEvent(Protocol):
    """What the parser says about a key besides its text."""

    @property
    def start_mark(self) -> ParserMark | None:
        """Its first character."""

    @property
    def end_mark(self) -> ParserMark | None:
        """Behind its last character."""

    @property
    def style(self) -> str | None:
        """As `Scalar.style`."""


class Mapping(NamedTuple):
    """Keys with values, in the order of the file. Each key occurs once."""

    start: ParserMark | None
    values: dict[str, Node]
    """By the text of the key."""
    key_events: dict[str, KeyEvent]
    """By the text of the key; most are never looked at."""

    @property
    def spot(self) -> Spot:
        """Its first key or its opening brace."""
        return spot_of(self.start)

    @property
    def entries(self) -> dict[str, KeyValue]:
        """Keys with their values, by the text of the key: made at each call."""
        return {name: KeyValue(self.key(name), value) for name, value in self.values.items()}

    def key(self, name: str) -> Scalar:
        """Return a key that the mapping has."""
        event = self.key_events[name]
        return Scalar(name, event.start_mark, event.end_mark, event.style)


class Refused(NamedTuple):
    """What stood here has been reported; nothing more is to be said about it."""

    start: ParserMark | None

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return spot_of(self.start)


Node = Scalar | Sequence | Mapping | Refused


class KeyValue(NamedTuple):
    """One key of a mapping with its value."""

    key: Scalar
    value: Node
