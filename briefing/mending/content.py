"""Owns what a brief says, apart from how it is written: the tree as plain values, and finding a text in it by place.

Two texts that differ in layout and comments only have equal content; a mend changes content in one known place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from briefing.problems import Spot
from briefing.yamltree import Mapping, Node, Scalar, Sequence

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
    for step in path:
        if isinstance(whole, dict) and isinstance(step, str):
            whole = whole.get(step)
        elif isinstance(whole, list) and isinstance(step, int) and step < len(whole):
            whole = whole[step]
        else:
            return None
    return whole if isinstance(whole, str) else None


def with_value(whole: Content, path: Path, value: str) -> Content:
    """Return the content with another text at a path; a key that is not there yet is added."""
    if not path:
        return value
    first, *rest = path
    if isinstance(whole, list) and isinstance(first, int):
        return [with_value(item, tuple(rest), value) if at == first else item for at, item in enumerate(whole)]
    if isinstance(whole, dict) and isinstance(first, str):
        return {**whole, first: with_value(whole.get(first), tuple(rest), value)}
    return whole


def with_key(whole: Content, path: Path, name: str) -> Content:
    """Return the content with another name for the key at a path."""
    first, *rest = path
    if isinstance(whole, list) and isinstance(first, int):
        return [with_key(item, tuple(rest), name) if at == first else item for at, item in enumerate(whole)]
    if isinstance(whole, dict) and isinstance(first, str):
        if not rest:
            return {name if key == first else key: value for key, value in whole.items()}
        return {**whole, first: with_key(whole.get(first), tuple(rest), name)}
    return whole


def without(whole: Content, path: Path, names: Collection[str]) -> Content:
    """Return the content without these keys of the mapping at a path."""
    if not path:
        return {key: value for key, value in whole.items() if key not in names} if isinstance(whole, dict) else whole
    first, *rest = path
    if isinstance(whole, list) and isinstance(first, int):
        return [without(item, tuple(rest), names) if at == first else item for at, item in enumerate(whole)]
    if isinstance(whole, dict) and isinstance(first, str):
        return {**whole, first: without(whole.get(first), tuple(rest), names)}
    return whole
