"""The content of a file as plain lists and dicts, without layout and comments, and where its texts are in the file.

Texts that differ only in layout and comments have equal content. Each fix changes the content at one known path.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Spot
from briefing.format.tree import Mapping, Node, Scalar, Sequence

PlainContent = str | list["PlainContent"] | dict[str, "PlainContent"] | None
"""None: something that the format does not allow."""
Path = tuple[str | int, ...]
"""Keys and indices from the root."""


class LocatedText(NamedTuple):
    """A text of the file with its path."""

    path: Path
    """For a key: the path of its mapping, and the key."""
    scalar: Scalar


def plain_content(node: Node | None) -> PlainContent:
    """Return the content of a tree."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain_content(item) for item in node.items]
        case Mapping():
            return {key: plain_content(entry.value) for key, entry in node.entries.items()}
        case _:
            return None


def value_texts(node: Node | None, path: Path = ()) -> Iterator[tuple[Spot, LocatedText]]:
    """Yield every value that is a text, with its spot."""
    match node:
        case Scalar():
            yield node.spot, LocatedText(path, node)
        case Sequence():
            for number, item in enumerate(node.items):
                yield from value_texts(item, (*path, number))
        case Mapping():
            for key, entry in node.entries.items():
                yield from value_texts(entry.value, (*path, key))


def key_texts(node: Node | None, path: Path = ()) -> Iterator[tuple[Spot, LocatedText]]:
    """Yield every key, with its spot."""
    match node:
        case Sequence():
            for number, item in enumerate(node.items):
                yield from key_texts(item, (*path, number))
        case Mapping():
            for key, entry in node.entries.items():
                yield entry.key.spot, LocatedText((*path, key), entry.key)
                yield from key_texts(entry.value, (*path, key))


def text_at(whole: PlainContent, path: Path) -> str | None:
    """Return the text at a path. None: there is no text."""
    found = _at(whole, path)
    return found if isinstance(found, str) else None


def put_value(whole: PlainContent, path: Path, value: str) -> None:
    """Put a text at a path, in place. A missing key is added."""
    holder, last = _at(whole, path[:-1]), path[-1]
    if isinstance(holder, dict) and isinstance(last, str):
        holder[last] = value
    if isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        holder[last] = value


def rename_key(whole: PlainContent, path: Path, name: str) -> None:
    """Rename the key at a path, in place."""
    holder, last = _at(whole, path[:-1]), path[-1]
    if isinstance(holder, dict) and isinstance(last, str) and last in holder:
        holder[name] = holder.pop(last)


def remove_keys(whole: PlainContent, path: Path, names: Collection[str]) -> None:
    """Remove keys from the mapping that has the key at a path, in place."""
    holder = _at(whole, path[:-1])
    if isinstance(holder, dict):
        for name in names:
            holder.pop(name, None)


def _at(whole: PlainContent, path: Path) -> PlainContent:
    """Return the content at a path. None: there is none."""
    for step in path:
        if isinstance(whole, dict) and isinstance(step, str):
            whole = whole.get(step)
        elif isinstance(whole, list) and isinstance(step, int) and step < len(whole):
            whole = whole[step]
        else:
            return None
    return whole
