"""Prints problems of files on standard error: the first of each file, then the number of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import TracebackType

from briefing.base.problem_limit import MOST_OF_A_FILE, OmittedProblems, ProblemLimiter
from briefing.base.problems import Problem
from briefing.base.static_types import Self
from briefing.cli.streams import complain

_ALL = "briefing check --all says which"


class Complaints:
    """Prints the problems of one file after the other. On leaving the context, prints how many were left out."""

    def __init__(self, all_of_them: str = _ALL) -> None:
        self._all_of_them = all_of_them
        self._limiter = ProblemLimiter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._say(self._limiter.rest())

    def about(self, problems: Iterable[Problem], as_said: Callable[[Problem], str] = str) -> None:
        """Print the problems of a file; `as_said` turns each into a line."""
        self._say(self._limiter.of(problems), as_said)

    def _say(self, problems: Iterable[Problem | OmittedProblems], as_said: Callable[[Problem], str] = str) -> None:
        for one in problems:
            complain(one.sentence(self._all_of_them) if isinstance(one, OmittedProblems) else as_said(one))


def complain_of_each(sentences: Sequence[str]) -> None:
    """Print sentences; of many, the first and the number of the others."""
    for sentence in sentences[:MOST_OF_A_FILE]:
        complain(sentence)
    if len(sentences) > MOST_OF_A_FILE:
        complain(f"and {len(sentences) - MOST_OF_A_FILE:,} more like these")
