"""Owns the lines that every pane, command and first frame draws: Run, Line, Sheet, and where they lead."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.base.safe_text import safe_same_length


class Role(StrEnum):
    """What a run is, never how it looks: a theme decides that."""

    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    LEDE = "lede"
    META = "meta"
    """Date, author, publisher: said quietly."""
    FAINT = "faint"
    HEADING = "heading"
    """A heading inside a pane."""
    RULE = "rule"
    """Hairlines, axes, leaders."""
    ACCENT = "accent"
    NUMBER = "number"
    UNIT = "unit"
    HEDGE = "hedge"
    """About, nearly, suggested, estimated: what takes certainty away."""
    DATE = "date"
    CITE = "cite"
    LINK = "link"
    GRADE = "grade"
    MARKING = "marking"
    BAR = "bar"
    MARK = "mark"
    """A dot or span on the time axis."""
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"
    KEY = "key"
    QUOTE = "quote"
    """Words in the saved text that the claim rests on: lit."""
    HIT = "hit"
    """What the reader searched for: lit."""


class TargetKind(StrEnum):
    """What a reader can point at inside a brief."""

    BRIEF = "brief"
    POINT = "point"
    FIGURE = "figure"
    EVENT = "event"
    SOURCE = "source"
    OPEN = "open"
    RELATED = "related"
    PROBLEM = "problem"


class Target(NamedTuple):
    """Where a run or an item leads: an item of the brief, or one cite of it."""

    kind: TargetKind
    number: int
    """Index in its block of the brief, from 0: `brief.timeline[number]`."""
    cite: int | None = None
    """Index in the item's cites, from 0. None: the item itself."""


@frozen
class Run:
    """A stretch of one line that looks alike and leads to one place. The only text that a screen accepts.

    Its text never holds a control character, nor one that nobody sees and nothing needs, whatever it is made from; tabs
    and line ends become spaces.
    """

    text: str
    role: Role = Role.BODY
    target: Target | None = None
    """Where enter or a click goes. None: nowhere."""

    def __post_init__(self) -> None:
        text = self.text
        if text.isascii() and text.isprintable():  # most are, and there are thousands
            return
        safe = safe_same_length(text)
        if safe is not text:
            object.__setattr__(self, "text", safe)


Line = tuple[Run, ...]


class ItemLines(NamedTuple):
    """The lines that belong to one thing that the reader can stand on."""

    first: int
    """Index of its first line in the sheet."""
    last: int
    """Index of its last line, included."""
    target: Target


@frozen
class Sheet:
    """What one pane shows of one brief at one width."""

    lines: tuple[Line, ...]
    items: tuple[ItemLines, ...] = ()
    """In the order of the lines; no two overlap."""

    def index_of(self, target: Target) -> int | None:
        """Return the index of the item that a target leads to, by whichever of its cites. None: it is not here."""
        wanted = target._replace(cite=None)
        return next((i for i, item in enumerate(self.items) if item.target._replace(cite=None) == wanted), None)


def text_of(line: Line) -> str:
    """Return the text of a line without its roles."""
    return "".join(run.text for run in line)
