"""The values that everything drawn is made of: runs, lines, sheets, and the targets that runs lead to."""

from __future__ import annotations

import re
from enum import StrEnum

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import safe_same_length


class Role(StrEnum):
    """What a run is, not how it looks: a theme decides that."""

    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    LEDE = "lede"
    META = "meta"
    """Date, author, publisher: less prominent."""
    FAINT = "faint"
    HEADING = "heading"
    """The heading of a pane, and headings inside it."""
    FOCUS = "focus"
    """The heading of the pane that has the focus: a bar across the pane, with every cell of it in this role."""
    RULE = "rule"
    """Hairlines, axes, separators."""
    ACCENT = "accent"
    NUMBER = "number"
    UNIT = "unit"
    HEDGE = "hedge"
    """Words that weaken a claim: about, suggested, disputed, estimated, draft, one origin."""
    DATE = "date"
    CITE = "cite"
    LINK = "link"
    GRADE = "grade"
    MARKING = "marking"
    """A marking within text."""
    TLP_RED = "tlp red"
    """The label TLP:RED; each level has its own colours (FIRST, Traffic Light Protocol 2.0, section 5)."""
    TLP_AMBER = "tlp amber"
    """The labels TLP:AMBER and TLP:AMBER+STRICT."""
    TLP_GREEN = "tlp green"
    TLP_CLEAR = "tlp clear"
    BAR = "bar"
    MARK = "mark"
    """A dot or span on the time axis."""
    GOOD = "good"
    WARNING = "warning"
    """Signs that weaken a claim, such as ≈ and the verdicts ? and ∅; what to be careful with."""
    ERROR = "error"
    """What is wrong: the verdicts ✗ and !, figures in conflict, a file that is gone."""
    KEY = "key"
    QUOTE = "quote"
    """The quoted words in a saved text, highlighted."""
    HIT = "hit"
    """Words that the reader searched for, highlighted."""
    FOUND = "found"
    """In a text that is briefed: a number, a date or a name that no item of the brief quotes."""
    AT = "at"
    """In a text that is briefed: the sentence that the cursor is on."""


class TargetKind(StrEnum):
    """Kinds of things inside a brief that a reader can go to."""

    BRIEF = "brief"
    POINT = "point"
    FIGURE = "figure"
    EVENT = "event"
    SOURCE = "source"
    OPEN = "open"
    RELATED = "related"
    PROBLEM = "problem"


class Target(NamedTuple):
    """Where a run or an item leads: an item of the brief, or one of its cites."""

    kind: TargetKind
    number: int
    """Index in its block of the brief: `brief.timeline[number]`."""
    cite: int | None = None
    """Index in the item's cites. None: the item itself."""


@frozen
class Run:
    """A stretch of one line with one look and one target. The screen accepts text only as runs.

    Whatever text it is made from, a run never holds a control character, nor an invisible character without use; tabs
    and line ends become spaces.
    """

    text: str
    role: Role = Role.BODY
    target: Target | None = None
    """Where enter or a click leads. None: nowhere."""
    link: str | None = None
    """The address that a terminal opens by itself (OSC 8). None: none, or it is not `linkable`."""

    def __post_init__(self) -> None:
        if self.link is not None and not linkable(self.link):
            object.__setattr__(self, "link", None)
        text = self.text
        if text.isascii() and text.isprintable():  # the common case, of thousands
            return
        safe = safe_same_length(text)
        if safe is not text:
            object.__setattr__(self, "text", safe)

    def like(self, text: str) -> Run:
        """Return a run with another text that looks like this one and leads to the same place."""
        return Run(text, self.role, self.target, self.link)


def linkable(address: str) -> bool:
    """Tell whether a terminal may be given an address: its scheme opens no program, and no character can end it."""
    return re.fullmatch(_LINKABLE, address, re.ASCII) is not None


_LINKABLE = r"(?:https?://|mailto:)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]{1,2000}"
"""RFC 3986, section 2: the characters of a URI. No others, so that nothing is encoded and shown as something else."""

Line = tuple[Run, ...]


class ItemLines(NamedTuple):
    """The lines of one item on a sheet, which the cursor moves to as a whole."""

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
    """In the order of the lines, without overlaps."""

    def index_of(self, target: Target) -> int | None:
        """Return the index of the item that has the target, or any of its cites. None: it is not on this sheet."""
        wanted = target._replace(cite=None)
        return next((i for i, item in enumerate(self.items) if item.target._replace(cite=None) == wanted), None)


def text_of(line: Line) -> str:
    """Return the text of a line without its roles."""
    return "".join(run.text for run in line)
