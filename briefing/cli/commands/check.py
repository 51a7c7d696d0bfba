"""The command `check`: prints the problems of briefs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count

from briefing.base.problems import Problem, Severity
from briefing.cli.checking.check_briefs import CheckOptions, checks_of, in_file_order, problems_by_file
from briefing.cli.checking.check_entry import EntryCheck
from briefing.cli.codes import CodeFilter, code_filter
from briefing.cli.complaints import complain_of_each
from briefing.cli.exits import Exit, UsageError
from briefing.cli.progress import ProgressBar, progress
from briefing.cli.signals import ended_by_signals
from briefing.cli.streams import complain, encoding, write, write_in_time
from briefing.cli.targets import RequestedBrief, fallback_library, requested_briefs
from briefing.cli.task import Task
from briefing.library.entries import Entry
from briefing.report import ALL, FORMATS, Report, Tally, summary_line

_MOST_LINES = 1000
"""Lines of the diff of one file that are shown at most."""


def check(task: Task) -> int:
    """Print the problems of briefs; with --fix, fix what is certain before."""
    arguments = task.arguments
    if arguments.explain is not None:
        from briefing.cli.commands.explain import explain  # loads all explanations

        write(explain(arguments.explain), encoding(task.environment))
        return Exit.OK
    if arguments.pin and not arguments.fix:
        raise UsageError("--pin changes files: say --fix --pin")
    filtered = code_filter(arguments.select, arguments.ignore)
    choice = fallback_library(arguments.paths, task.environment, task.settings)
    briefs = in_file_order(requested_briefs(arguments.paths, choice))
    with ended_by_signals():
        failed = _fix(task, briefs) if arguments.fix else False
        report = _report(task, briefs, filtered, choice and choice.name)
    complain(summary_line(report))
    return Exit.PROBLEMS if failed or _is_bad(report, strict=arguments.strict) else Exit.OK


def _fix(task: Task, briefs: Sequence[RequestedBrief]) -> bool:
    """Fix each brief and say what was done; return whether a file could not be written."""
    from briefing.cli.commands.fix import Fixer  # most checks fix nothing

    fixer, places, failed = Fixer(pin=task.arguments.pin), 0, False
    for library, entry in progress(briefs, sys.stderr):
        one = fixer.fix(library, entry)
        if one.diff and task.arguments.format == "text":
            write(one.diff if task.arguments.all else _begun(one.diff), encoding(task.environment))
        complain_of_each(one.sentences)
        places += one.places
        failed |= one.failed
    complain(f"places fixed: {places:,}")
    return failed


def _begun(diff: str) -> str:
    """Return the first lines of a diff, and the number of the others."""
    lines = diff.splitlines(keepends=True)
    more = len(lines) - _MOST_LINES
    return diff if more <= 0 else "".join([*lines[:_MOST_LINES], f"... and {more:,} more lines ({ALL})\n"])


def _report(task: Task, briefs: Sequence[RequestedBrief], filtered: CodeFilter, name: str | None) -> Report:
    """Check the briefs, print what is wrong with them as soon as it is known, and return the finished report."""
    arguments, tally, bar = task.arguments, Tally(), ProgressBar(sys.stderr)
    numbers = count(1)
    with _count_writer(task, briefs) as note_counts:

        def checked(entry: Entry, check: EntryCheck) -> None:
            bar.show(next(numbers), len(briefs))
            tally.add_numbers(check.claims)
            note_counts(entry, check)

        with checks_of(briefs, CheckOptions(arguments.coverage)) as checks:
            found = problems_by_file(briefs, checks, _of_folders(briefs), checked)
            files = ([one for one in problems if filtered(one.code)] for problems in found)
            report = Report(files, len(briefs), name, tally, is_whole=arguments.all)
            write_in_time(FORMATS[arguments.format](report), encoding(task.environment), bar.clear)
    bar.clear()
    return report


@contextmanager
def _count_writer(task: Task, briefs: Sequence[RequestedBrief]) -> Iterator[Callable[[Entry, EntryCheck], None]]:
    """Give a function that notes the counts of a brief in the index of its library, if it has one."""
    if all(brief.entry.alone for brief in briefs):
        yield lambda _entry, _check: None
        return
    from briefing.library.check_counts import CountWriter  # loads SQLite: not for briefs of no library

    with closing(CountWriter(task.environment, complain)) as writer:

        def note(entry: Entry, check: EntryCheck) -> None:
            if check.counts is not None:
                writer.add(entry, check.stamp, check.counts)

        yield note


def _of_folders(briefs: Sequence[RequestedBrief]) -> Iterator[Problem]:
    """Yield the problems of the folders of the libraries that these briefs are in."""
    libraries = {id(library): library for library, _ in briefs}
    return (problem for library in libraries.values() for problem in library.problems)


def _is_bad(report: Report, *, strict: bool) -> bool:
    return report.count(Severity.ERROR) > 0 or (strict and report.count(Severity.WARNING) > 0)
