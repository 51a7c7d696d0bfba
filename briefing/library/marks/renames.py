"""Renamed briefs: finds which brief is which missing one under a new name, by its content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.library.marks.rows import MarkRows, brief_key


class Renames:
    """Briefs that are gone and briefs that are new, to be matched."""

    def __init__(self, missing: Iterable[str], found: Iterable[tuple[str, bytes]]) -> None:
        self._found: dict[bytes, str] = {}
        """Ids of the new briefs by their keys."""
        self._by_hash: dict[bytes, list[bytes]] = {}
        for brief_id, content in found:
            key = brief_key(brief_id)
            if key not in self._found:
                self._found[key] = brief_id
                self._by_hash.setdefault(content, []).append(key)
        self._gone = {brief_key(brief_id): brief_id for brief_id in missing}

    def pairs(self, rows: MarkRows) -> Iterator[tuple[bytes, bytes]]:
        """Yield the old and the new key of each renamed brief. Each key occurs once."""
        if not self._gone:
            return
        for content, came in self._by_hash.items():
            gone = (old for (old,) in rows.with_hash(content) if old in self._gone and old not in self._found)
            yield from zip(gone, (key for key in came if _is_unmarked(rows, key)), strict=False)

    def named(self, pair: tuple[bytes, bytes]) -> tuple[str, str]:
        """Return the ids of the two keys."""
        old, new = pair
        return self._gone[old], self._found[new]


def _is_unmarked(rows: MarkRows, brief: bytes) -> bool:
    """Tell whether a brief is neither read nor starred; it may have been opened."""
    row = rows.find(brief)
    return row is None or not (row.read or row.starred or row.hash)
