"""The order of the list: the one that the reader chose, made in a thread."""

from __future__ import annotations

from functools import partial

from briefing.library.index.with_marks import MarkedBriefs
from briefing.library.sort_orders import SORT_ORDERS, is_by_marks
from briefing.tui.controllers.brief_list import BriefList
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.marks.tasks import MarkTasks
from briefing.tui.data.brief_rows import RowOrder, row_order


class Sorting:
    """Puts the list in order."""

    def __init__(self, context: Context, brief_list: BriefList, tasks: MarkTasks) -> None:
        self._state, self._view, self._workers, _ = context
        self._list = brief_list
        self._tasks = tasks
        self._sorts_by: str | None = None
        """The order that is being made. None: the list is in the order that was asked for."""

    def sort_by_marks(self) -> None:
        """Put the list in the order of the marks, if that is the one of the settings: the start did not wait for it."""
        if is_by_marks(self._state.brief_rows.sort):
            self._tasks.ask(partial(self._sort, self._state.brief_rows.sort), "sort", only=True)

    def sort_next(self) -> None:
        """Put the list in the next order."""
        names = list(SORT_ORDERS)
        now = self._sorts_by or self._state.brief_rows.sort
        self._sorts_by = names[(names.index(now) + 1) % len(names)]
        self._view.tell(f"sorted {SORT_ORDERS[self._sorts_by].words}")
        self._tasks.ask(partial(self._workers.in_frame, partial(self._sort, self._sorts_by)), "sort", only=True)

    async def _sort(self, name: str) -> None:
        brief_rows = self._state.brief_rows
        order = await self._workers.in_marks(partial(_ordered, self._state.mark_cache.joined, name))
        brief_rows.take_order(name, order)
        self._sorts_by = None
        if self._state.words.strip():
            self._list.find_again()
        else:
            self._list.show()
            self._view.update_title_bar()


def _ordered(marked: MarkedBriefs, name: str) -> RowOrder:
    return row_order(marked.order(name))
