"""The nodes of a tree: Scalar, Sequence, Mapping, and Refused for what the format does not allow.

They are named tuples that keep the marks of the parser as they are: a brief has hundreds, and few are ever used.
"""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Spot
from briefing.base.static_types import Protocol

new_tuple = tuple.__new__
"""Makes a named tuple in half the time of its own constructor. Takes the class, and the fields as one tuple."""


class ParserMark(Protocol):
    """A position as the parser gives it: line and column count from 0, columns in characters."""

    @property
    def line(self) -> int:
        """Line, from 0."""

    @property
    def column(self) -> int:
        """Column, from 0."""


class MarkMissingError(TypeError):
    """An event of the parser has no mark. Only the types of PyYAML allow that; it does not happen."""


def spot_of_mark(mark: ParserMark | None) -> Spot:
    """Convert a position of the parser, from 0, into a spot, from 1. Nothing else converts them.

    Raises:
        MarkMissingError: there is no mark.

    """
    if mark is None:
        raise MarkMissingError
    return new_tuple(Spot, (mark.line + 1, mark.column + 1))


class Scalar(NamedTuple):
    """A text: also numbers and dates are texts here. Safe to show, apart from tabs and line ends."""

    text: str
    start: ParserMark | None
    end: ParserMark | None
    style: str | None
    """How it is written: "'", '"', '|', '>'; None or "" for plain."""

    @property
    def spot(self) -> Spot:
        """The first character, or the opening quote mark."""
        return spot_of_mark(self.start)

    @property
    def end_spot(self) -> Spot:
        """The position after the last character."""
        return spot_of_mark(self.end)

    def spot_at(self, offset: int) -> Spot:
        """Return the position of the character at `offset` in `text`, if it is certain; else that of the scalar."""
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
        """The first dash or the opening bracket."""
        return spot_of_mark(self.start)


class KeyEvent(Protocol):
    """The position and the style of a key, as the parser gives them."""

    @property
    def start_mark(self) -> ParserMark | None:
        """The first character."""

    @property
    def end_mark(self) -> ParserMark | None:
        """The position after the last character."""

    @property
    def style(self) -> str | None:
        """As `Scalar.style`."""


class Mapping(NamedTuple):
    """Keys with values, in the order of the file. Keys are unique."""

    start: ParserMark | None
    values: dict[str, Node]
    """By the text of the key."""
    key_events: dict[str, KeyEvent]
    """By the text of the key."""

    @property
    def spot(self) -> Spot:
        """The first key or the opening brace."""
        return spot_of_mark(self.start)

    @property
    def entries(self) -> dict[str, KeyValue]:
        """Keys with their values, by the text of the key. Computed at each call."""
        return {name: KeyValue(self.key(name), value) for name, value in self.values.items()}

    def key(self, name: str) -> Scalar:
        """Return a key that the mapping has."""
        event = self.key_events[name]
        return Scalar(name, event.start_mark, event.end_mark, event.style)


class Refused(NamedTuple):
    """Something that the format does not allow and that has been reported."""

    start: ParserMark | None

    @property
    def spot(self) -> Spot:
        """Where it starts."""
        return spot_of_mark(self.start)


Node = Scalar | Sequence | Mapping | Refused


class KeyValue(NamedTuple):
    """One key of a mapping with its value."""

    key: Scalar
    value: Node
