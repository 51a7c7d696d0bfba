"""Owns what a brief says, apart from how it is written: the tree as plain values, and finding a text in it by place.

Two texts that differ in layout and comments only have equal content; a mend changes content in one known place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from briefing.base.problems import Spot
from briefing.format.tree import Mapping, Node, Scalar, Sequence

Content = str | list["Content"] | dict[str, "Content"] | None
"""None: something that was refused."""
Path = tuple[str | int, ...]
"""Keys and indices from the root."""


class Found(NamedTuple):
    """A text of the file with the way to it."""

    path: Path
    """For a key that of its mapping and itself."""
    scalar: Scalar


def content(node: Node | None) -> Content:
    """Return the content of a tree."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [content(item) for item in node.items]
        case Mapping():
            return {key: content(entry.value) for key, entry in node.entries.items()}
        case _:
            return None


def texts(node: Node | None, path: Path = ()) -> Iterator[tuple[Spot, Found]]:
    """Yield every text that is a value, by its place."""
    match node:
        case Scalar():
            yield node.spot, Found(path, node)
        case Sequence():
            for number, item in enumerate(node.items):
                yield from texts(item, (*path, number))
        case Mapping():
            for key, entry in node.entries.items():
                yield from texts(entry.value, (*path, key))


def keys(node: Node | None, path: Path = ()) -> Iterator[tuple[Spot, Found]]:
    """Yield every key, by its place."""
    match node:
        case Sequence():
            for number, item in enumerate(node.items):
                yield from keys(item, (*path, number))
        case Mapping():
            for key, entry in node.entries.items():
                yield entry.key.spot, Found((*path, key), entry.key)
                yield from keys(entry.value, (*path, key))


def text_at(whole: Content, path: Path) -> str | None:
    """Return the text at a path, or None when no text is there."""
    found = _at(whole, path)
    return found if isinstance(found, str) else None


def put_value(whole: Content, path: Path, value: str) -> None:
    """Put another text at a path, in place; a key that is not there yet is added."""
    holder, last = _at(whole, path[:-1]), path[-1]
    if isinstance(holder, dict) and isinstance(last, str):
        holder[last] = value
    if isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        holder[last] = value


def rename_key(whole: Content, path: Path, name: str) -> None:
    """Give the key at a path another name, in place."""
    holder, last = _at(whole, path[:-1]), path[-1]
    if isinstance(holder, dict) and isinstance(last, str) and last in holder:
        holder[name] = holder.pop(last)


def remove_keys(whole: Content, path: Path, names: Collection[str]) -> None:
    """Remove keys beside the one at a path, in place."""
    holder = _at(whole, path[:-1])
    if isinstance(holder, dict):
        for name in names:
            holder.pop(name, None)


def _at(whole: Content, path: Path) -> Content:
    """Return what is at a path, or None when nothing is there."""
    for step in path:
        if isinstance(whole, dict) and isinstance(step, str):
            whole = whole.get(step)
        elif isinstance(whole, list) and isinstance(step, int) and step < len(whole):
            whole = whole[step]
        else:
            return None
    return whole
