"""Checks the briefs of a command in the order of their files: in this process or, if they are many, on all cores.

What is found is the same in both cases. The problems of one file are held at a time, and a few results of processes,
however many there are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem
from briefing.cli.checking.check_entry import EntryCheck, check_entry, check_only_entry, in_order
from briefing.cli.targets import RequestedBrief
from briefing.library.entries import Entry


class CheckOptions(NamedTuple):
    """How briefs are checked."""

    coverage: bool = False
    """Whether their texts are looked through for numbers and dates that they do not quote."""
    processes: int = 0
    """Number of processes. 0: one per core, and none if there is one core."""
    min_briefs: int = 80
    """With fewer briefs no process is started, since starting would take longer than checking them."""
    command: tuple[str, ...] = ()
    """The command that starts a process. Empty: `checking_process.checking_command`."""


def in_file_order(briefs: Iterable[RequestedBrief]) -> list[RequestedBrief]:
    """Return briefs in the order of their paths. One that was named twice is there twice."""
    return sorted(briefs, key=lambda brief: _rank(str(brief.entry.path)))


def _rank(path: str) -> str:
    """Return a text that sorts as the parts of the path do."""
    return path.replace("/", "\0")


@contextmanager
def checks_of(briefs: Sequence[RequestedBrief], options: CheckOptions) -> Iterator[Iterator[Sequence[EntryCheck]]]:
    """Give an iterator over the results for these briefs, in their order; empty now and then, while there are none.

    All processes have ended when the `with` block ends.
    """
    if len(briefs) >= options.min_briefs:
        from briefing.cli.checking.parallel import checking_pool, is_worthwhile  # loads many modules

        if is_worthwhile(options):
            with checking_pool(briefs, options) as checks:
                yield checks
            return
    check = check_only_entry if len(briefs) == 1 else check_entry
    yield ((check(library, entry, coverage=options.coverage),) for library, entry in briefs)


def problems_by_file(
    briefs: Sequence[RequestedBrief],
    checks: Iterable[Sequence[EntryCheck]],
    others: Iterable[Problem],
    checked: Callable[[Entry, EntryCheck], None],
) -> Iterator[Sequence[Problem]]:
    """Yield the problems of each file, in the order of the files; none now and then, while none are known.

    `checks` are the results for `briefs`, which are in the order of their files. `others` are problems that were found
    otherwise. `checked` gets the result for each brief.
    """
    waiting = deque(in_order(others))
    found: list[Sequence[Problem]] = []
    number = 0
    for some in checks:
        for check in some:
            path = briefs[number].entry.path
            checked(briefs[number].entry, check)
            found.append(check.problems)
            number += 1
            if number == len(briefs) or briefs[number].entry.path != path:
                yield tuple(_up_to(str(path), waiting))
                yield found[0] if len(found) == 1 else in_order(chain(*found))
                found = []
        yield ()
    yield tuple(waiting)


def _up_to(path: str, waiting: deque[Problem]) -> Iterator[Problem]:
    """Take the problems of the files up to this one."""
    while waiting and _rank(str(waiting[0].place.path)) <= _rank(path):
        yield waiting.popleft()
