"""The command `check`: prints the problems of briefs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing

from briefing.base.problems import Problem, Severity
from briefing.cli.codes import CodeFilter, code_filter
from briefing.cli.complaints import complain_of_each
from briefing.cli.exits import Exit, UsageError
from briefing.cli.progress import progress
from briefing.cli.streams import complain, encoding, write
from briefing.cli.targets import RequestedBrief, fallback_library, requested_briefs
from briefing.cli.task import Task
from briefing.evidence import Evidence
from briefing.format.model import Brief
from briefing.library.briefs import Library
from briefing.library.check_counts import CountWriter
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
    briefs = list(requested_briefs(arguments.paths, choice))
    failed = _fix(task, briefs) if arguments.fix else False
    tally = Tally()
    with closing(CountWriter(task.environment, complain)) as notes:
        found = _problems(briefs, notes, tally, coverage=arguments.coverage)
        report = Report(_sorted(found, filtered), len(briefs), choice and choice.name, tally, is_whole=arguments.all)
    write(FORMATS[arguments.format](report), encoding(task.environment))
    complain(summary_line(report))
    return Exit.PROBLEMS if failed or _is_bad(report, strict=arguments.strict) else Exit.OK


def _fix(task: Task, briefs: Sequence[RequestedBrief]) -> bool:
    from briefing.cli.commands.fix import Fixer  # most checks fix nothing

    fixer = Fixer(pin=task.arguments.pin)
    fixes = [fixer.fix(library, entry) for library, entry in progress(briefs, sys.stderr)]
    for one in fixes:
        if task.arguments.format == "text":
            write(one.diff if task.arguments.all else _begun(one.diff), encoding(task.environment))
        complain_of_each(one.sentences)
    complain(f"places fixed: {sum(one.places for one in fixes):,}")
    return any(one.failed for one in fixes)


def _begun(diff: str) -> str:
    """Return the first lines of a diff, and the number of the others."""
    lines = diff.splitlines(keepends=True)
    more = len(lines) - _MOST_LINES
    return diff if more <= 0 else "".join([*lines[:_MOST_LINES], f"... and {more:,} more lines ({ALL})\n"])


def _problems(
    briefs: Sequence[RequestedBrief], notes: CountWriter, tally: Tally, *, coverage: bool
) -> Iterator[Problem]:
    seen: set[int] = set()
    for library, entry in progress(briefs, sys.stderr):
        if id(library) not in seen:
            seen.add(id(library))
            yield from library.problems
        stamp = library.stamp(entry)
        reading, evidence = library.read(entry), library.evidence(entry)
        yield from reading.problems
        if reading.brief is not None and evidence is not None:
            notes.add(entry, stamp, evidence.counts)
            tally.add(evidence.claims, reading.brief.unreviewed)
            yield from evidence.findings
            if coverage:
                yield from _uncovered(library, entry, reading.brief, evidence)


def _uncovered(library: Library, entry: Entry, brief: Brief, evidence: Evidence) -> Iterator[Problem]:
    from briefing.cli.commands.coverage import uncovered_notes  # needed only for --coverage

    return uncovered_notes(library, entry, brief, evidence)


def _sorted(problems: Iterator[Problem], filtered: CodeFilter) -> Sequence[Problem]:
    return sorted({problem for problem in problems if filtered(problem.code)})


def _is_bad(report: Report, *, strict: bool) -> bool:
    return report.count(Severity.ERROR) > 0 or (strict and report.count(Severity.WARNING) > 0)
