"""Owns the order of the list: the one that the reader chose, made in a thread."""

from __future__ import annotations

from functools import partial

from briefing.library.index.with_marks import MARK_ORDERS
from briefing.tui.controllers.marks.reading import Marker

SORTS = {
    "name": "by name",
    "date": "by date, latest first",
    "title": "by title",
    "read": "by when you read it, latest first",
    "changed": "changed since you read it first, then unread",
}
"""The orders of the list, in the order in which S goes through them, and what is said of each."""


class Sorter(Marker):
    """The part of the app that puts the list in order."""

    _sorts_by: str | None = None
    """The order that is being made. None: the list is in the order that was asked for."""

    def sort_by_marks(self) -> None:
        """Put the list in the order of the marks, if that is the one of the settings: the start did not wait for it."""
        if self.shelf.sort in MARK_ORDERS:
            self.ask(partial(self._sort, self.shelf.sort), "sort", only=True)

    def action_sort(self) -> None:
        """Put the list in the next order."""
        names = list(SORTS)
        now = self._sorts_by or self.shelf.sort
        self._sorts_by = names[(names.index(now) + 1) % len(names)]
        self.tell(f"sorted {SORTS[self._sorts_by]}")
        self.ask(partial(self._sort, self._sorts_by), "sort", only=True)

    async def _sort(self, name: str) -> None:
        rows = await self.asked(partial(self.book.joined.order, name))
        self.shelf.sort, self.shelf.rows = name, rows
        self._sorts_by = None
        if self.words.strip():
            self.find_again()
        else:
            self.list_anew()
            self.desk.remast(self.mast())
