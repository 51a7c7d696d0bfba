"""What tells the rows of the list that are in sight from one another, kept while they stay in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefing.render.parts.listed_brief import ListRow
from briefing.render.parts.telling_apart import Naming
from briefing.render.symbols import Look
from briefing.tui.drawing.row_settings import ListShape, Telling, naming_of, tellings

_KEPT = 1000
"""Rows that are kept: more than any screen shows."""
_ALONE = Telling()


class RowsApart:
    """Asks for a row once, since with every key another one may come in sight."""

    def __init__(self, list_row: Callable[[int], ListRow]) -> None:
        self._list_row = list_row
        self._known: dict[int, tuple[ListRow, Naming]] = {}
        self._asked: tuple[Sequence[int], int, ListShape] | None = None
        """The rows in sight, the columns of the list and its shape, as of `_told`. None: they have to be found anew."""
        self._told: Mapping[int, Telling] = {}

    def fit(self, rows: Sequence[int], columns: int, shape: ListShape, look: Look) -> None:
        """Find what these rows need, which are in sight."""
        if self._asked != (rows, columns, shape):
            self._asked = rows, columns, shape
            told = tellings([self._row(row, look) for row in rows], columns, shape, look)
            self._told = dict(zip(rows, told, strict=True))

    def of(self, row: int) -> Telling:
        """Return how a row is told from the others; mostly by its title alone."""
        return self._told.get(row, _ALONE)

    def forget(self) -> None:
        """Ask for all rows again: some have changed."""
        self._asked = None
        self._known.clear()

    def _row(self, row: int, look: Look) -> tuple[ListRow, Naming]:
        known = self._known.get(row)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            list_row = self._list_row(row)
            known = self._known[row] = list_row, naming_of(list_row, look)
        return known
