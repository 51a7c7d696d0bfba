"""The order in which the keys of a brief and of its items are written."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.format.parse.schema import BLOCKS

_LAST = ("standing", "likelihood", "confidence", "when", "basis", "stated", "note", "reviewed", "cites")
"""Keys of a claim that come after all that is its own, whatever the schema has first."""


def place_for(key: str, present: Sequence[str], block: str) -> int:
    """Return at which place, from 0, a new key stands among those that are there: after the one that it follows."""
    names = _order(block)
    if key not in names:
        return len(present)
    rank = names.index(key)
    before = [(names.index(name), place) for place, name in enumerate(present) if name in names[:rank]]
    return max(before)[1] + 1 if before else 0


def _order(block: str) -> list[str]:
    names = [field.name for field in BLOCKS[block].fields]
    if block not in {"point", "figure", "event"}:
        return names
    return [*(name for name in names if name not in _LAST), *(name for name in _LAST if name in names)]
