"""Where the parts of a list or a mapping stand in the text: its items, or its keys with their values."""

from __future__ import annotations

import re

from briefing.base.named_tuple import NamedTuple
from briefing.edit.brief_text import ParsedBrief, Path
from briefing.fix.rewrite import Positions
from briefing.format.tree import Mapping, Node, Refused, Scalar, Sequence

_GAP = re.compile(r"(?:[ \t\r\n,:?]|#[^\r\n]*)*")
"""What may stand between a part and the bracket that closes the list or mapping."""
_ALIAS = re.compile(r"[^\s,\]}]*")


class OddLayoutError(Exception):
    """The text is laid out in a way that these changes do not know: it is written anew."""


class Part(NamedTuple):
    """An item of a list, or a key of a mapping with its value. Offsets in characters."""

    start: int
    """The item itself, without a dash; or the key."""
    value: int
    """The item itself, or the value of the key."""
    end: int
    """After its last character. A comment behind it does not count."""


class Parts(NamedTuple):
    """A list or a mapping of the text."""

    inside: tuple[Part, ...]
    start: int
    """The first dash or key, or the opening bracket."""
    end: int
    """After its last character."""
    is_flow: bool
    """True: in brackets, or inside of brackets."""
    is_list: bool


def parts_at(parsed: ParsedBrief, path: Path) -> Parts:
    """Return the parts of the list or mapping at a path.

    Raises:
        EditError: there is nothing at the path.
        OddLayoutError: its layout is not known.
    """
    positions, node = parsed.positions, parsed.node(path)
    in_flow = any(_is_bracket(positions, parsed.node(path[:depth])) for depth in range(len(path) + 1))
    if not isinstance(node, Mapping | Sequence):
        raise OddLayoutError
    start = positions.offset(node.spot)
    if isinstance(node, Sequence):
        starts = [positions.offset(item.spot) for item in node.items]
        values = starts
        nodes = node.items
    else:
        starts = [positions.offset(node.key(name).spot) for name in node.values]
        nodes = list(node.values.values())
        values = [positions.offset(one.spot) for one in nodes]
    ends = [_end(positions, one) for one in nodes]
    if in_flow and parsed.text[start] not in "[{":
        raise OddLayoutError  # a single pair: [a: b]
    if not in_flow and isinstance(node, Mapping) and starts[0] != start:
        raise OddLayoutError  # "? key", an anchor or a tag
    inside = tuple(map(Part, starts, values, ends))
    return Parts(inside, start, _end(positions, node), in_flow, isinstance(node, Sequence))


def _is_bracket(positions: Positions, node: Node) -> bool:
    if not isinstance(node, Mapping | Sequence):
        return False
    return positions.text[positions.offset(node.spot)] in "[{"


def _end(positions: Positions, node: Node) -> int:
    """Return the offset after the last character of a node."""
    text = positions.text
    start = positions.offset(node.spot)
    match node:
        case Scalar(style="|" | ">"):
            end = positions.offset(node.end_spot)
            keeps = "+" in text[start:end].splitlines()[0].split("#")[0]
            return end if keeps else start + len(text[start:end].rstrip())
        case Scalar():
            return positions.offset(node.end_spot)
        case Refused():
            found = _ALIAS.match(text, start)
            return found.end() if found else start
    nodes = node.items if isinstance(node, Sequence) else list(node.values.values())
    if text[start] not in "[{":
        return _end(positions, nodes[-1]) if nodes else start
    gap = _GAP.match(text, _end(positions, nodes[-1]) if nodes else start + 1)
    if gap is None or text[gap.end() : gap.end() + 1] not in {"]", "}"}:
        raise OddLayoutError
    return gap.end() + 1
