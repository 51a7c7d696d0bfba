"""The navigation history: the places that a reader jumped from, back and forward. Pure."""

from __future__ import annotations

from typing import Generic, TypeVar

_Place = TypeVar("_Place")
_LONGEST = 200
"""Places that are kept in each direction."""


class History(Generic[_Place]):
    """Places in the order in which they were visited, as in a browser."""

    def __init__(self) -> None:
        self._behind: list[_Place] = []
        self._ahead: list[_Place] = []

    def leave(self, place: _Place) -> None:
        """Add a place before jumping from it, and drop the places that forward would lead to."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-_LONGEST]

    def back(self, here: _Place) -> _Place | None:
        """Return the place to go back to from `here`, or None."""
        return self._step(here, self._behind, self._ahead)

    def forward(self, here: _Place) -> _Place | None:
        """Return the place to go forward to from `here`, or None."""
        return self._step(here, self._ahead, self._behind)

    @staticmethod
    def _step(here: _Place, source: list[_Place], other: list[_Place]) -> _Place | None:
        while source:
            place = source.pop()
            if place != here:
                other.append(here)
                return place
        return None
