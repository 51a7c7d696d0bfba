"""The report of a check while it is made: the problems pass through it once, file by file, and are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.base.problem_limit import OmittedProblems, ProblemLimiter
from briefing.base.problems import Problem, Severity
from briefing.report.tally import Tally

ALL = "--all prints all"
"""How to see the problems that are not shown."""


class Report:
    """What a check finds. Its numbers are right once all problems have passed."""

    def __init__(
        self,
        files: Iterable[Sequence[Problem]],
        briefs: int,
        library: str | None = None,
        claims: Tally | None = None,
        *,
        is_whole: bool = True,
    ) -> None:
        """Take the problems of one file after the other, in the order in which they are shown; some may have none.

        `briefs` is the number of briefs that are checked, `library` the name of their library if the program chose it,
        and `claims` the claims of these briefs; None: they are not counted. Unless the report `is_whole`, people see
        the first problems of each file and the number of those left out.
        """
        self.briefs = briefs
        self.library = library
        self.claims = claims
        self.is_whole = is_whole
        self._files = files
        self._counts: Counter[Severity] = Counter()

    def files(self) -> Iterator[Sequence[Problem]]:
        """Yield the problems of each file. They can be asked for once, as no more than one file's are held."""
        for problems in self._files:
            self._counts.update(problem.severity for problem in problems)
            yield problems

    def shown(self) -> Iterator[Sequence[Problem | OmittedProblems]]:
        """Yield what is shown to people of each file, and what is said at the end; as `files`, once."""
        if self.is_whole:
            yield from self.files()
            return
        limiter = ProblemLimiter()
        for problems in self.files():
            yield tuple(limiter.of(problems))
        yield tuple(limiter.rest())

    def count(self, severity: Severity) -> int:
        """Return the number of problems of this severity that have passed."""
        return self._counts[severity]
