"""Functions that read and write marks outside the event loop: which briefs are unread, marking, undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.base.safe_text import safe_line
from briefing.library.index.with_marks import MarkedBriefs
from briefing.library.marks import BriefVersion, Marks
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.drawing.documents import count_of_briefs


def rows_beyond(rows: Sequence[int], at: int, step: int) -> Iterator[int]:
    """Yield the rows after index `at` of a list, or those before it if `step` is negative, the nearest first."""
    return (rows[place] for place in (range(at + 1, len(rows)) if step > 0 else range(at - 1, -1, -1)))


def unseen_in(mark_cache: MarkCache, rows: Sequence[int]) -> frozenset[int]:
    """Return the rows of a list that are unread or have changed, once all pending marks are written."""
    mark_cache.settle()
    return frozenset(mark_cache.joined.unseen()).intersection(rows)


def count_unread(mark_cache: MarkCache) -> int:
    """Return how many briefs are unread, once all pending marks are written."""
    mark_cache.settle()
    return mark_cache.joined.count_unread()


def unread_from(rows: Sequence[int], at: int, step: int, unseen: frozenset[int]) -> Sequence[int]:
    """Return the unread rows after index `at` of a list, or before it, the nearest first."""
    return [row for row in rows_beyond(rows, at, step) if row in unseen]


def set_unread(brief_id: str, words: str, marks: Marks) -> None:
    """Mark a brief unread; `words` describe it for undo."""
    marks.set_read((BriefVersion(brief_id, None),), False, words)


def set_starred(brief_id: str, starred: bool, words: str, marks: Marks) -> None:
    """Give a brief a star, or take it away; `words` describe it for undo."""
    marks.set_starred((brief_id,), starred, words)


def set_all_read(joined: MarkedBriefs, rows: Sequence[int], marks: Marks) -> str:
    """Mark the rows read that are unread or have changed; return a sentence that says how many."""
    unseen = joined.unseen_among(rows)
    count = marks.set_read(
        (BriefVersion(one.id, one.hash) for one in unseen), True, f"{count_of_briefs(len(unseen))} marked read"
    )
    return f"{count_of_briefs(count)} marked read; u undoes it"


def undo(marks: Marks) -> str:
    """Undo the last marks; return a sentence that says which."""
    words = marks.undo()
    return "there is nothing to undo" if words is None else f"undone: {safe_line(words)}"


def silently(_done: Iterable[object]) -> None:
    """Report nothing: for a task whose result needs no sentence."""
