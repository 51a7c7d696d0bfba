"""Owns what a mark is, and what can go wrong with keeping one."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """What the reader has done with one brief."""

    read: bool = False
    starred: bool = False
    place: str | None = None
    """Where the reader stood, in the words of whoever set it. None: at the beginning, or never there."""
    hash: bytes | None = None
    """`content_hash` of the version last read, also when it counts as unread again. None: never read."""
    seen: int | None = None
    """Seconds since 1970 when it was last read."""


NO_MARK = Mark()
"""Of a brief with which nothing was done."""


class BriefVersion(NamedTuple):
    """One version of a brief that was in front of the reader."""

    id: str
    hash: bytes | None
    """`content_hash` of the file. None: it could not be read."""
    data: bytes | None = None
    """The YAML, for what will have changed since. None: not at hand, as when all in view are marked read unopened."""
