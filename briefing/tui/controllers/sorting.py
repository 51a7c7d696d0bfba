"""Owns the order of the list: the one that the reader chose, made in a thread."""

from __future__ import annotations

from functools import partial

from briefing.library.sort_orders import SORT_ORDERS, is_by_marks
from briefing.tui.controllers.marks.reading import Marker


class Sorter(Marker):
    """The part of the app that puts the list in order."""

    _sorts_by: str | None = None
    """The order that is being made. None: the list is in the order that was asked for."""

    def sort_by_marks(self) -> None:
        """Put the list in the order of the marks, if that is the one of the settings: the start did not wait for it."""
        if is_by_marks(self.shelf.sort):
            self.ask(partial(self._sort, self.shelf.sort), "sort", only=True)

    def action_sort(self) -> None:
        """Put the list in the next order."""
        names = list(SORT_ORDERS)
        now = self._sorts_by or self.shelf.sort
        self._sorts_by = names[(names.index(now) + 1) % len(names)]
        self.tell(f"sorted {SORT_ORDERS[self._sorts_by].words}")
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
