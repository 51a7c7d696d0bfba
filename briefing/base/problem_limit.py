"""How many problems are shown to a person: the first of each file, then the number of those left out.

Only output for people is limited: JSON and SARIF contain all problems.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import printed_path
from briefing.base.problems import Problem, count_errors
from briefing.base.safe_text import visible

MOST_OF_A_FILE = 100
"""Problems of one file that are shown at most."""
MOST = 1000
"""Problems of all files that are shown at most."""


class OmittedProblems(NamedTuple):
    """The number of problems that are not shown."""

    path: Path | None
    """The file that they are in. None: they are in several files."""
    files: int
    problems: int
    errors: int

    @property
    def words(self) -> str:
        """The number in words: "1,900 more problems, 3 of them errors"."""
        number = "1 more problem" if self.problems == 1 else f"{self.problems:,} more problems"
        others = "" if self.path is not None else f" in {self.files:,} other file{'s' * (self.files != 1)}"
        if self.errors == self.problems:
            return f"{number.replace('problem', 'error')}{others}"
        return f"{number}{others}" + (
            f", {self.errors:,} of them error{'s' * (self.errors != 1)}" if self.errors else ""
        )

    def sentence(self, all_of_them: str) -> str:
        """Return a line, safe to print, with the number and `all_of_them`: how to see them all."""
        where = f"{visible(printed_path(self.path))}: " if self.path is not None else ""
        return f"{where}{self.words} ({all_of_them})"


class ProblemLimiter:
    """Passes on the first problems of each file and counts the others. It takes one file after the other."""

    def __init__(self) -> None:
        self._shown = 0
        self._others = OmittedProblems(None, 0, 0, 0)

    def of(self, problems: Iterable[Problem]) -> Iterator[Problem | OmittedProblems]:
        """Yield the first problems of each file, then the number of its others. Problems come grouped by file."""
        for path, group in groupby(problems, key=lambda problem: problem.place.path):
            every = tuple(group)
            some = every[: max(0, min(MOST_OF_A_FILE, MOST - self._shown))]
            self._shown += len(some)
            yield from some
            left = every[len(some) :]
            more = OmittedProblems(path, 1, len(left), count_errors(left))
            if left and some:
                yield more
            elif left:
                self._others = OmittedProblems(None, *(a + b for a, b in zip(self._others[1:], more[1:], strict=True)))

    def rest(self) -> Iterator[OmittedProblems]:
        """Yield, if there are any, the number of problems in the files of which none was shown."""
        if self._others.problems:
            yield self._others


def limited(problems: Sequence[Problem]) -> Iterator[Problem | OmittedProblems]:
    """Yield the first problems of each file, and the number of those left out."""
    limiter = ProblemLimiter()
    yield from limiter.of(problems)
    yield from limiter.rest()
