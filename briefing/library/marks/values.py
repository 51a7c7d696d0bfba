"""A mark: what the reader has done with a brief."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple


class Mark(NamedTuple):
    """What the reader has done with one brief."""

    read: bool = False
    starred: bool = False
    place: str | None = None
    """Where the reader was in the brief, as the screen encodes it. None: at the beginning, or never opened."""
    hash: bytes | None = None
    """`content_hash` of the version last read, even if the brief was marked unread afterwards. None: never read."""
    seen: int | None = None
    """When it was last read, in seconds since 1970. None: never."""


NO_MARK = Mark()
"""The mark of a brief with which nothing was done."""


class BriefVersion(NamedTuple):
    """One version of a brief that the reader has seen."""

    id: str
    hash: bytes | None
    """`content_hash` of the file. None: it could not be read."""
    data: bytes | None = None
    """The YAML, to compare later versions with. None: not loaded, as when unopened briefs are marked read."""
