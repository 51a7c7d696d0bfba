"""The ids of a library in little memory: each takes its characters and five bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from briefing.base.named_tuple import NamedTuple


class PackedIds(NamedTuple):
    """A set of ids as bytes, which pass cheaply between processes."""

    names: bytes
    """The ids in order, each after a NUL."""
    starts: bytes
    """Where each begins in `names`, as an array of C's unsigned int."""


def packed_ids(ids: Iterable[str]) -> PackedIds:
    """Pack ids, in any order."""
    encoded = sorted(_encoded(one) for one in ids)
    starts, at = array("I"), 0
    for one in encoded:
        at += 1
        starts.append(at)
        at += len(one)
    return PackedIds(b"".join(b"\0" + one for one in encoded), starts.tobytes())


class IdSet:
    """A set of ids."""

    def __init__(self, packed: PackedIds) -> None:
        self._names = packed.names
        self._starts = array("I", packed.starts)

    def __contains__(self, brief_id: object) -> bool:
        if not isinstance(brief_id, str):
            return False
        wanted = _encoded(brief_id)
        first, last = 0, len(self._starts)
        while first < last:
            middle = (first + last) // 2
            if self._at(middle) < wanted:
                first = middle + 1
            else:
                last = middle
        return first < len(self._starts) and self._at(first) == wanted

    def _at(self, number: int) -> bytes:
        is_last = number + 1 == len(self._starts)
        return self._names[self._starts[number] : len(self._names) if is_last else self._starts[number + 1] - 1]


def _encoded(brief_id: str) -> bytes:
    return brief_id.encode("utf-8", "surrogatepass")
