"""The text of a brief with its tree, and what content a changed text must have."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping

from briefing.base.problems import BriefingError, Severity
from briefing.base.safe_text import safe_line
from briefing.fix.rewrite import Positions
from briefing.format import tree as yamltree
from briefing.format.tree import Node, Refused, Scalar, parse_tree
from briefing.format.write import PlainValue

Path = tuple[str | int, ...]
"""Keys and indices from the root, as the file has them: an item that the format refuses counts as well."""
Content = Node | str | list["Content"] | dict[str, "Content"]
"""What a text must say: nodes of another text, with new values among them. Keys come in the order of the file."""


class EditError(BriefingError):
    """A change of a brief's text cannot be made; the message is one sentence for the user."""


class ParsedBrief:
    """The text of a brief, parsed once for any number of questions."""

    def __init__(self, text: str) -> None:
        """Parse a text.

        Raises:
            EditError: it cannot be read as YAML with keys.
        """
        tree = parse_tree(text, pathlib.Path())
        if not tree.whole or not isinstance(tree.node, yamltree.Mapping):
            found = next((one for one in tree.problems if one.severity is Severity.ERROR), None)
            at = f"line {found.place.line}: {safe_line(found.sentence)}" if found else "it has no “key: value” lines"
            raise EditError(f"the brief cannot be changed before it can be read: {at}")
        self.text = text
        self.root: yamltree.Mapping = tree.node
        self.positions = Positions(text)

    def node(self, path: Path) -> Node:
        """Return the node at a path.

        Raises:
            EditError: there is none.
        """
        found: Node = self.root
        for step in path:
            if isinstance(found, yamltree.Mapping) and isinstance(step, str) and step in found.values:
                found = found.values[step]
            elif isinstance(found, yamltree.Sequence) and isinstance(step, int) and 0 <= step < len(found.items):
                found = found.items[step]
            else:
                raise EditError(f"the brief has nothing at {named(path)}")
        return found

    def says(self, content: Content) -> bool:
        """Tell whether the text has exactly this content."""
        return _is_same(self.root, content)


def named(path: Path) -> str:
    """Return a path for people, safe to print; list items are counted from 1: "figures 3 cites 1"."""
    return safe_line(" ".join(str(step + 1) if isinstance(step, int) else step for step in path)) or "its top"


def content_of(value: PlainValue) -> Content:
    """Return a value of a brief as content."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: content_of(inner) for key, inner in value.items()}
    return [content_of(item) for item in value]


def plain(content: Content) -> PlainValue:
    """Return a content without nodes.

    Raises:
        EditError: it holds something that the format does not allow.
    """
    match content:
        case Scalar():
            return content.text
        case str():
            return content
        case Refused():
            raise EditError("the brief has an alias (*), which must be written out before it can be changed")
        case yamltree.Mapping() | dict():
            return {key: plain(value) for key, value in values_of(content).items()}
        case _:
            return [plain(item) for item in items_of(content)]


def items_of(content: Content) -> list[Node] | list[Content]:
    """Return the items of a list; of anything else none."""
    if isinstance(content, yamltree.Sequence):
        return content.items
    return content if isinstance(content, list) else []


def values_of(content: Content) -> dict[str, Node] | dict[str, Content]:
    """Return the values of a mapping; of anything else none."""
    if isinstance(content, yamltree.Mapping):
        return content.values
    return content if isinstance(content, dict) else {}


def part_at(whole: Content, path: Path) -> Content:
    """Return the part at a path that a content has."""
    for step in path:
        whole = items_of(whole)[step] if isinstance(step, int) else values_of(whole)[step]
    return whole


def with_part(whole: Content, path: Path, part: Content) -> Content:
    """Return a content with another part at a path that it has."""
    if not path:
        return part
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items: list[Content] = [*items_of(whole)]
        items[step] = with_part(items[step], rest, part)
        return items
    values: dict[str, Content] = {**values_of(whole)}
    values[step] = with_part(values[step], rest, part)
    return values


def _is_same(node: Node, content: Content) -> bool:
    """Tell whether a node has this content. Keys count in their order."""
    if isinstance(node, Scalar):
        return node.text == (content.text if isinstance(content, Scalar) else content)
    if isinstance(node, yamltree.Mapping):
        if not isinstance(content, yamltree.Mapping | dict):
            return False
        values = values_of(content)
        return list(node.values) == list(values) and all(map(_is_same, node.values.values(), values.values()))
    if isinstance(node, yamltree.Sequence):
        if not isinstance(content, yamltree.Sequence | list):
            return False
        items = items_of(content)
        return len(node.items) == len(items) and all(map(_is_same, node.items, items))
    return isinstance(content, Refused)
