"""The rows of the list as text for another program: path, title and marking of each brief, separated by tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.base.paths import printed_path
from briefing.base.safe_text import safe_line, visible
from briefing.library.index.rows import BriefIndex

_AT_ONCE = 500
"""Rows of one question to the index."""


def list_text(brief_index: BriefIndex, rows: Sequence[int]) -> str:
    """Return a line for each of these rows, in their order. May be called in any thread.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    return "".join(_lines(brief_index, rows))


def _lines(brief_index: BriefIndex, rows: Sequence[int]) -> Iterator[str]:
    for first in range(0, len(rows), _AT_ONCE):
        part = rows[first : first + _AT_ONCE]
        found = brief_index.look_up(tuple(part))
        for row in part:
            if (listed := found.get(row)) is not None:
                title = safe_line(listed.title or listed.entry.id)
                marking = safe_line(listed.marking or "")
                yield f"{visible(printed_path(listed.entry.path))}\t{title}\t{marking}".rstrip("\t") + "\n"
