"""What tells the rows of the list that are in sight from others of their title, kept while they stay in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefing.render.parts.list_row import ListRow
from briefing.render.parts.telling_apart import Naming
from briefing.render.symbols import Look
from briefing.tui.drawing.list_forms import ListShape, apart_words, naming_of

_KEPT = 1000
"""Rows whose names are kept: more than any screen shows."""


class RowsApart:
    """Asks for a row once, since with every key another one may come in sight."""

    def __init__(self, list_row: Callable[[int], ListRow]) -> None:
        self._list_row = list_row
        self._namings: dict[int, Naming] = {}
        self._asked: tuple[Sequence[int], ListShape] | None = None
        """The rows in sight and their shape, as of `_words`. None: they have to be found anew."""
        self._words: Mapping[int, str] = {}

    def fit(self, rows: Sequence[int], shape: ListShape, look: Look) -> None:
        """Find what these rows need, which are in sight."""
        if self._asked != (rows, shape):
            self._asked = rows, shape
            words = apart_words([self._naming(row, look) for row in rows], shape)
            self._words = dict(zip(rows, words, strict=True))

    def of(self, row: int) -> str:
        """Return what a row needs beside its title; mostly nothing."""
        return self._words.get(row, "")

    def forget(self) -> None:
        """Ask for all rows again: some have changed."""
        self._asked = None
        self._namings.clear()

    def _naming(self, row: int, look: Look) -> Naming:
        naming = self._namings.get(row)
        if naming is None:
            if len(self._namings) >= _KEPT:
                self._namings.clear()
            naming = self._namings[row] = naming_of(self._list_row(row), look)
        return naming
