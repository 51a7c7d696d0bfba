"""Functions that read and write marks outside the event loop: which briefs are unread, marking, undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.base.plurals import counted
from briefing.base.safe_text import safe_line
from briefing.library.index.rows import BriefIndex
from briefing.library.index.with_marks import UnseenBrief, UnseenCounts
from briefing.library.marks import BriefVersion, Marks
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.data.versions import version_of

_MOST_KEPT = 1 << 26
"""Bytes of YAML that are kept when many briefs are marked read at once: those of some ten thousand briefs."""


def rows_beyond(rows: Sequence[int], at: int, step: int) -> Iterator[int]:
    """Yield the rows after index `at` of a list, or those before it if `step` is negative, the nearest first."""
    return (rows[place] for place in (range(at + 1, len(rows)) if step > 0 else range(at - 1, -1, -1)))


def unseen_in(mark_cache: MarkCache, rows: Sequence[int]) -> frozenset[int]:
    """Return the rows of a list that are unread or have changed, once all pending marks are written."""
    mark_cache.settle()
    return mark_cache.joined.unseen_of(rows)


def count_unseen(mark_cache: MarkCache) -> UnseenCounts:
    """Return how many briefs are unread, and how many have changed, once all pending marks are written."""
    mark_cache.settle()
    return mark_cache.joined.count_unseen()


def unread_from(rows: Sequence[int], at: int, step: int, unseen: frozenset[int]) -> Sequence[int]:
    """Return the unread rows after index `at` of a list, or before it, the nearest first."""
    return [row for row in rows_beyond(rows, at, step) if row in unseen]


def set_unread(brief_id: str, words: str, marks: Marks) -> None:
    """Mark a brief unread; `words` describe it for undo."""
    marks.set_read((BriefVersion(brief_id, None),), False, words)


def set_starred(brief_id: str, starred: bool, words: str, marks: Marks) -> None:
    """Give a brief a star, or take it away; `words` describe it for undo."""
    marks.set_starred((brief_id,), starred, words)


def set_all_read(mark_cache: MarkCache, brief_index: BriefIndex, rows: Sequence[int], marks: Marks) -> str:
    """Mark the rows read that are unread or have changed, each in its version now; return how many, a sentence."""
    versions = list(_versions(brief_index, rows, mark_cache.joined.unseen_among(rows)))
    count = marks.set_read(versions, True, f"{counted(len(versions), 'brief')} marked read")
    return f"{counted(count, 'brief')} marked read; u undoes it"


def _versions(brief_index: BriefIndex, rows: Sequence[int], unseen: Iterable[UnseenBrief]) -> Iterator[BriefVersion]:
    """Yield the versions of briefs as their files are now, with their YAML for comparing later ones.

    From the limit of what is kept at once on, those of further briefs are known by their hash alone.
    """
    entries = {one.entry.id: one.entry for one in brief_index.look_up(rows).values()}
    left = _MOST_KEPT
    for one in unseen:
        version = version_of(entries[one.id]) if left > 0 and one.id in entries else None
        if version is None:
            yield BriefVersion(one.id, one.hash)
        else:
            left -= len(version.data)
            yield BriefVersion(one.id, version.hash, version.data)


def undo(marks: Marks) -> str:
    """Undo the last marks; return a sentence that says which."""
    words = marks.undo()
    return "there is nothing to undo" if words is None else f"undone: {safe_line(words)}"


def silently(_done: Iterable[object]) -> None:
    """Report nothing: for a task whose result needs no sentence."""
