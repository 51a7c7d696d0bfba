"""Find in a brief: the hits of all panes in one order, and the current one."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.render.text.find import WordQuery
from briefing.tui.widgets.sheet_pane import Pane


class FindInBrief:
    """Finds words in the panes of a brief, and steps through the hits."""

    def __init__(self, panes: Sequence[Pane]) -> None:
        self._panes = panes
        self.query: str | WordQuery = ""
        """The words that are highlighted. Empty: none."""
        self._current_hit: tuple[Pane, int] | None = None

    def seek(self, query: str | WordQuery) -> None:
        """Highlight these words in every pane."""
        self.query, self._current_hit = query.strip() if isinstance(query, str) else query, None
        for pane in self._panes:
            pane.seek(self.query)

    def start_over(self) -> None:
        """Make no hit current: the panes show another brief, in which the same words stay highlighted."""
        self._current_hit = None

    def renew(self) -> None:
        """Keep the current hit while the panes show a new version of the same brief."""
        if self._current_hit is not None:
            pane, index = self._current_hit
            if index < pane.hits:
                pane.set_current_hit(index)
            else:
                self._current_hit = None

    @property
    def has_current_hit(self) -> bool:
        """Whether a hit is current."""
        return self._current_hit is not None

    @property
    def progress(self) -> str:
        """The number of hits and the current one, "3 of 9".

        Empty if no words are searched for, or if a search of all briefs led here by something else than words.
        """
        if not self.query:
            return ""
        total = sum(pane.hits for pane in self._panes)
        if not total and isinstance(self.query, WordQuery):
            return ""
        if self._current_hit is None or not total:
            return f"{total} found"
        return f"{self._number(*self._current_hit) + 1} of {total}"

    def step(self, step: int, here: Pane | None) -> Pane | None:
        """Go to the next hit (1) or the previous one (-1), through all panes; return its pane, or None without hits."""
        total = sum(pane.hits for pane in self._panes)
        if not total:
            return None
        current = self._current_hit
        is_there = current is not None and current[1] < current[0].hits  # a pane of another width may have fewer
        at = self._number(*current) + step if current is not None and is_there else self._from_here(here, step)
        self._current_hit = self._hit(at % total)
        for pane in self._panes:
            pane.set_current_hit(self._current_hit[1] if pane is self._current_hit[0] else None)
        return self._current_hit[0]

    def roomier(self) -> Pane | None:
        """Return the first pane that would have the words if it were wide enough, or None."""
        return next((pane for pane in self._panes if pane.would_hold(self.query)), None)

    def _from_here(self, here: Pane | None, step: int) -> int:
        """Return the number of the hit to go to first from the visible part of pane `here`."""
        if here is None:
            at = 0
        else:
            first = here.next_hit_from_here()
            at = self._number(here, here.hits if first is None else first)
        return at if step > 0 else at - 1

    def _number(self, pane: Pane, index: int) -> int:
        """Return the number of a hit among those of all panes, from 0, by its index in its pane."""
        return sum(other.hits for other in self._panes[: self._panes.index(pane)]) + index

    def _hit(self, number: int) -> tuple[Pane, int]:
        """Return the pane of a hit and its index there, by its number among those of all panes."""
        for pane in self._panes:
            if number < pane.hits:
                return pane, number
            number -= pane.hits
        raise IndexError(number)
