"""The orders of the list of briefs, one entry each: settings, index, the key `S`, help and messages ask this table.

The index keeps the rows of an order, except where marks decide: those change without the index.
"""

from __future__ import annotations

from briefing.base.frozen import frozen
from briefing.format.model import Marking

UNREAD = "mark.read IS NOT 1"
"""SQL: the brief of a row of `brief` joined with its `mark` is unread."""
CHANGED = "mark.read AND mark.hash != brief.hash"
"""SQL: it was read, and its file is another one now."""


@frozen
class First:
    """Briefs that stand before all others because of their marks."""

    where: str
    """SQL condition on `brief` and `mark`."""
    by: str | None = None
    """SQL terms to sort them by. None: they keep the order by name."""


@frozen
class SortOrder:
    """One order of the list. Its name is the key in `SORT_ORDERS`, and what `sort:` in the settings takes."""

    words: str
    """What the reader is told after "sorted"."""
    help: str
    """What the help of the key says after "sort by"."""
    terms: str = "stem, file"
    """SQL terms to sort the table `brief` by. Indexes may keep rows in this order: when the terms change, raise VERSION
    in `library/index/schema.py`. A new order needs none."""
    by_counts: bool = False
    """Whether the terms are about what a check has counted, which is stored after a brief was read."""
    first: tuple[First, ...] = ()
    """Groups of briefs that stand before all others, the first group at the top. Empty: marks decide nothing, and the
    index can keep the order."""


_STRICTNESS = " ".join(f"WHEN '{marking}' THEN {rank}" for rank, marking in enumerate(Marking))
_PROBLEMS = "errors + warnings + ifnull(finding_errors, 0) + ifnull(finding_warnings, 0)"

SORT_ORDERS = {
    "name": SortOrder("by name", "name"),
    "date": SortOrder("by date, latest first", "date", "day IS NULL, day DESC, stem, file"),
    "title": SortOrder("by title", "title", "title IS NULL, title COLLATE NOCASE, stem, file"),
    "read": SortOrder(
        "by when you read it, latest first", "last read", first=(First("mark.seen IS NOT NULL", "mark.seen DESC"),)
    ),
    "changed": SortOrder(
        "changed since you read it first, then unread", "changed", first=(First(CHANGED), First(UNREAD))
    ),
    "marking": SortOrder(
        "by marking, strictest first", "marking", f"CASE marking {_STRICTNESS} ELSE {len(Marking)} END, stem, file"
    ),
    "figures": SortOrder("by figures, most first", "figures", "figures DESC, stem, file"),
    "problems": SortOrder("by problems, most first", "problems", f"{_PROBLEMS} DESC, stem, file", by_counts=True),
}
"""By name, in the order in which `S` goes through them."""


def is_by_marks(name: str) -> bool:
    """Tell whether marks decide an order, so that the index alone cannot put the list in it."""
    return bool(SORT_ORDERS[name].first)
