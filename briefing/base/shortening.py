"""The problems that a person is shown: the first of each file, then how many more it has.

A program that reads them gets all: JSON and SARIF are not shortened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from briefing.base.paths import written
from briefing.base.problems import Problem, Severity
from briefing.base.safe_text import visible

MOST_OF_A_FILE = 100
"""Problems of one file that are shown."""
MOST = 1000
"""Problems of all files that are shown."""


class More(NamedTuple):
    """Problems that are not shown."""

    path: Path | None
    """The file that they are in. None: they are in several."""
    files: int
    problems: int
    errors: int

    @property
    def words(self) -> str:
        """How many there are: "1,900 more problems, 3 of them errors"."""
        number = "1 more problem" if self.problems == 1 else f"{self.problems:,} more problems"
        others = "" if self.path is not None else f" in {self.files:,} other file{'s' * (self.files != 1)}"
        if self.errors == self.problems:
            return f"{number.replace('problem', 'error')}{others}"
        return f"{number}{others}" + (
            f", {self.errors:,} of them error{'s' * (self.errors != 1)}" if self.errors else ""
        )

    def sentence(self, all_of_them: str) -> str:
        """Return a line that says so, and what shows them all; safe to print."""
        where = f"{visible(written(self.path))}: " if self.path is not None else ""
        return f"{where}{self.words} ({all_of_them})"


class Shortening:
    """Takes the problems of one file after the other, and lets the first of them through."""

    def __init__(self) -> None:
        self._shown = 0
        self._others = More(None, 0, 0, 0)

    def of(self, problems: Iterable[Problem]) -> Iterator[Problem | More]:
        """Yield the first problems of each file, then how many more it has; those of one file follow each other."""
        for path, group in groupby(problems, key=lambda problem: problem.place.path):
            every = tuple(group)
            some = every[: max(0, min(MOST_OF_A_FILE, MOST - self._shown))]
            self._shown += len(some)
            yield from some
            left = every[len(some) :]
            more = More(path, 1, len(left), errors(left))
            if left and some:
                yield more
            elif left:
                self._others = More(None, *(a + b for a, b in zip(self._others[1:], more[1:], strict=True)))

    def rest(self) -> Iterator[More]:
        """Yield how many there are in the files of which nothing was let through, if there are any."""
        if self._others.problems:
            yield self._others


def errors(problems: Iterable[Problem]) -> int:
    """Return how many problems are errors."""
    return sum(problem.severity is Severity.ERROR for problem in problems)


def shortened(problems: Sequence[Problem]) -> Iterator[Problem | More]:
    """Yield the first problems of each file, and how many more there are."""
    shortening = Shortening()
    yield from shortening.of(problems)
    yield from shortening.rest()
