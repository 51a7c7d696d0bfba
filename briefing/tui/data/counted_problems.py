"""How many problems there are, counted once for each brief and not with every key."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from briefing.base.problems import Problem, ProblemCounts, problem_counts

_KEPT = 32
"""Counts in the cache: of briefs that were shown or prepared last."""


class CountedProblems:
    """Counts problems, and remembers the counts for as long as the sequences that hold them are the same objects."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, ...], tuple[tuple[Sequence[Problem], ...], ProblemCounts]] = {}
        """By the ids of sequences, which are kept with their counts so that no other object gets their ids."""

    def of(self, *found: Sequence[Problem]) -> ProblemCounts:
        """Return how many problems are in sequences that nobody changes; one that is in several is counted once."""
        key = tuple(map(id, found))
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = found, problem_counts(chain(*found))
        return self._kept[key][1]
