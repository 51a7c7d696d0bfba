"""Owns what stands above the briefs in the list: a mistake in the filter, and the searches that the reader keeps."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.render.lines import Line
from briefing.render.pages.search_results import query_error_lines, saved_search_line
from briefing.render.symbols import Look


class ListTop:
    """The lines above the briefs. Those of a mistake stay in sight, those of searches go with the list."""

    def __init__(self) -> None:
        self.fault = ""
        """What is wrong with the filter, a sentence. Empty: nothing."""
        self.names: tuple[str, ...] = ()
        """Of the searches, in their order."""
        self.chosen: int | None = None
        """The search that the reader stands on. None: they stand on a brief."""
        self._counts: Mapping[str, int] = {}

    def say(self, fault: str) -> None:
        """Say what is wrong with the filter, or with an empty text that nothing is."""
        self.fault = fault

    def keep(self, names: tuple[str, ...], counts: Mapping[str, int]) -> None:
        """Show these searches, with the number of briefs that each finds as far as it is known."""
        self.names, self._counts = names, counts
        if self.chosen is not None and self.chosen >= len(names):
            self.chosen = None

    @property
    def lead(self) -> int:
        """How many lines stand above the first brief and go with the list: the searches and an empty one."""
        return len(self.names) + 1 if self.names else 0

    def fault_lines(self, width: int, look: Look) -> tuple[Line, ...]:
        """Return the lines that say what is wrong with the filter."""
        return query_error_lines(self.fault, width, look) if self.fault else ()

    def line(self, number: int, width: int, look: Look) -> Line:
        """Return a line that goes with the list."""
        if number >= len(self.names):
            return ()
        name = self.names[number]
        return saved_search_line(name, self._counts.get(name), width, look)
