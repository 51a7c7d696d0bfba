"""What YAML loses silently: keys and items after an invisible character, and values that became a comment."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Code, Severity, Spot
from briefing.base.safe_text import REPLACEMENT, UNDRAWN, without_plain_ascii
from briefing.format.tree.decoding import SEPARATORS
from briefing.format.tree.nodes import Mapping as Map
from briefing.format.tree.nodes import Node, ParserMark, Scalar, spot_of_mark
from briefing.format.tree.nodes import Sequence as List

_INVISIBLE = (
    "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # spaces that are no white space in YAML
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
_UNSEEN = f"[{_INVISIBLE}{''.join(SEPARATORS)}{''.join(SEPARATORS.values())}]"
"""Line separators look like the end of a line; `prepare_text` has put stand-ins in their place."""


class SilentLoss(NamedTuple):
    """Something that YAML reads differently from how it looks."""

    code: Code
    spot: Spot
    sentence: str
    severity: Severity
    within: ParserMark | None
    """Start of the node that is changed by it. None: no node is."""


class Comment(NamedTuple):
    """A comment in place of a value."""

    spot: Spot
    text: str
    """With its #."""

    @property
    def is_value(self) -> bool:
        """Whether it looks like a value: "#1 in the list", without a space after its #."""
        return len(self.text) > 1 and not self.text[1].isspace() and self.text[1] != "#"


Comments = Mapping[Spot, Comment]
"""Comments in place of values, by the spots of the empty values."""


def has_invisible(text: str) -> bool:
    """Tell whether a text has an invisible character, or a space that is no white space in YAML."""
    rest = "" if text.isascii() else without_plain_ascii(text)
    may_have = not rest.isprintable() or not UNDRAWN.isdisjoint(rest)
    return may_have and _unseen().search(rest) is not None


def silent_losses(root: Node | None, text: str) -> Iterator[SilentLoss]:
    """Yield the keys and items that an invisible character has changed, and the texts that a comment has cut."""
    if has_invisible(text) or REPLACEMENT in text:
        yield from _of_node(root, text.split("\n"))
    if " #" in text and _numbered().search(text):
        yield from _cut_texts(root, text.split("\n"))


def invisible_near(text: str, marks: Sequence[ParserMark | None]) -> tuple[Code, Spot, str] | None:
    """Return the first invisible character that breaks the syntax of a line with one of the marks. None: none does."""
    if not has_invisible(text):
        return None
    lines = text.split("\n")
    for line in sorted({spot_of_mark(mark).line for mark in marks if mark is not None}):
        found = _breaking().search(lines[line - 1]) if line <= len(lines) else None
        if found is not None:
            at = found.start(found.lastgroup or 0)
            return Code.INVISIBLE, Spot(line, at + 1), f"{_named(found.string[at])} stands here, {_REMEDY}"
    return None


def comments(root: Node | None, text: str) -> Comments:
    """Return the comments in place of values, by the spots of the empty values."""
    if "#" not in text or not _commented().search(text):
        return {}
    lines = text.split("\n")
    found = ((scalar, _behind(scalar, lines)) for scalar in _scalars(root) if not scalar.text and not scalar.style)
    return {scalar.spot: comment for scalar, comment in found if comment is not None}


_REMEDY = "which YAML does not take for a space: type a plain space, or remove it"


def _of_node(node: Node | None, lines: Sequence[str]) -> Iterator[SilentLoss]:
    match node:
        case Map():
            for name, value in node.values.items():
                if not name.startswith("x-"):  # data of other programs is never reported
                    yield from _of_key(node, name)
                    yield from _of_node(value, lines)
        case List():
            for item in node.items:
                yield from _of_node(item, lines)
        case Scalar() if not node.style and not node.text.isascii():
            yield from _of_text(node, lines)


def _of_key(node: Map, name: str) -> Iterator[SilentLoss]:
    found = None if name.isascii() else _unseen_in_key().search(name)
    if found is None:
        return
    key = node.key(name)
    spot = key.spot_at(found.start())
    what = "a character that may not be shown" if found.group() == REPLACEMENT else _named(found.group())
    if name.lstrip(f"{found.group()} \t").startswith("- "):
        where = "in the indentation, where YAML allows only plain spaces: the item after it is lost"
    elif found.start() == 0:
        where = "before this key and makes it a different key: remove it, or indent with plain spaces"
    else:
        where = "in this key and makes it a different key: remove it"
    yield SilentLoss(Code.INVISIBLE, spot, f"{what} stands {where}", Severity.ERROR, node.start)


def _of_text(node: Scalar, lines: Sequence[str]) -> Iterator[SilentLoss]:
    found = _structure().match(node.text)
    if found is not None:
        at = found.start(found.lastgroup or 0)
        sentence = f"{_named(node.text[at])} stands here, {_REMEDY}"
        yield SilentLoss(Code.INVISIBLE, node.spot_at(at), sentence, Severity.ERROR, node.start)
        return
    first, last = node.spot.line, node.end_spot.line
    for number in range(first, last):
        found = _continued().match(lines[number]) if number < len(lines) else None
        if found is not None:
            sentence = f"{_named(found['unseen'])} stands here, {_REMEDY}"
            spot = Spot(number + 1, found.start("unseen") + 1)
            yield SilentLoss(Code.INVISIBLE, spot, sentence, Severity.ERROR, node.start)
            return


def _scalars(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Map():
            for value in node.values.values():
                yield from _scalars(value)
        case List():
            for item in node.items:
                yield from _scalars(item)


def _behind(scalar: Scalar, lines: Sequence[str]) -> Comment | None:
    """Return the comment after a scalar, in the line in which the scalar ends. None: there is none."""
    line, column = scalar.end_spot
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    comment = rest.lstrip(" \t")
    if not comment.startswith("#") or len(comment) == len(rest):
        return None
    return Comment(Spot(line, column + len(rest) - len(comment)), comment.rstrip())


def _named(character: str) -> str:
    """Return the name of a character: "an invisible character, U+00A0 (no-break space),"."""
    own = SEPARATORS.get(character, character)
    return f"an invisible character, U+{ord(own):04X} ({unicodedata.name(own, 'without a name').lower()}),"


def _cut_texts(root: Node | None, lines: Sequence[str]) -> Iterator[SilentLoss]:
    """Yield the texts that are cut at a # before a digit: "We are #1"."""
    for scalar in _scalars(root):
        comment = _behind(scalar, lines) if scalar.text and not scalar.style else None
        if comment is not None and comment.text[1:2].isdigit():
            sentence = "this is a comment, and the text ends before it: put the whole text in quotes"
            yield SilentLoss(Code.VALUE_COMMENTED, comment.spot, sentence, Severity.WARNING, None)


@lru_cache(1)
def _unseen() -> re.Pattern[str]:
    return re.compile(_UNSEEN)


@lru_cache(1)
def _unseen_in_key() -> re.Pattern[str]:
    return re.compile(f"{_UNSEEN}|{REPLACEMENT}")


@lru_cache(1)
def _structure() -> re.Pattern[str]:
    """Return the pattern of a text that was meant as a list, a mapping, a quoted text or a key with its value."""
    begun = r"(?=-[ \t]|[\[\]{}#&*!|>'\"%@`]|[a-z][a-z0-9-]*:(?:[ \t]|\Z))"
    before = rf"(?P<before>{_UNSEEN})(?:{_UNSEEN}|[ \t])*{begun}"
    return re.compile(rf"[ \t]*(?:{before}|-(?P<dashed>{_UNSEEN})(?![\d\s])|[a-z][a-z0-9-]*:(?P<after>{_UNSEEN}))")


@lru_cache(1)
def _continued() -> re.Pattern[str]:
    """Return the pattern of a line that was meant as an item or a key, and became part of the text before it."""
    return re.compile(rf"[ \t]*(?P<unseen>{_UNSEEN})(?:{_UNSEEN}|[ \t])*(?:-[ \t]|[a-z][a-z0-9-]*:(?:[ \t]|\Z))")


@lru_cache(1)
def _breaking() -> re.Pattern[str]:
    """Return the pattern of an invisible character that breaks the syntax: in indentation, after a dash or colon."""
    start = r"^[ \t]*(?:-[ \t]*)*(?:[a-z][a-z0-9-]*:)?"
    return re.compile(rf"{start}(?P<unseen>{_UNSEEN})|(?P<line>[\U0010fffe\U0010ffff])")


@lru_cache(1)
def _commented() -> re.Pattern[str]:
    return re.compile(r"[:\-\[{,][ \t]+#")


@lru_cache(1)
def _numbered() -> re.Pattern[str]:
    return re.compile(r"[ \t]#\d")
