"""Counts over many texts: precision, recall and F1, or a share of those that are right."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.base.frozen import frozen
from tests.scoring.matching import Judged, Verdict


@frozen
class Score:
    """What was counted under one measure."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        """The part of the facts that is right; 1 if there are none."""
        return _part(self.right, self.right + self.wrong + self.false)

    @property
    def recall(self) -> float:
        """The part of the annotations that is found right; 1 if there are none."""
        return _part(self.right, self.right + self.wrong + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _part(2 * self.right, 2 * self.right + 2 * self.wrong + self.missed + self.false)

    @property
    def share(self) -> float:
        """Of a measure that only looks at what was found: the part that is right."""
        return _part(self.right, self.right + self.wrong)


def score(judged: Iterable[Judged]) -> Score:
    """Count the verdicts of one measure."""
    verdicts = [one.verdict for one in judged]
    return Score(
        *(verdicts.count(verdict) for verdict in (Verdict.RIGHT, Verdict.WRONG, Verdict.MISSED, Verdict.FALSE))
    )


def _part(count: int, of: int) -> float:
    return count / of if of else 1.0
