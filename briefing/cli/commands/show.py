"""The commands `show` and `list`: print briefs, and lists of briefs."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.problems import Problem, Severity
from briefing.cli.commands.forms import FORMS, Printed, forms_of_list
from briefing.cli.complaints import Complaints
from briefing.cli.exits import Exit
from briefing.cli.output import output_of
from briefing.cli.streams import write_name
from briefing.cli.targets import default_library, fallback_library, mention_samples, open_at_paths, requested_briefs
from briefing.cli.task import Task


def show(task: Task) -> int:
    """Print briefs: everything that the panes show, in reading order."""
    form = FORMS[getattr(task.arguments, "form", None) or "text"]
    output, end = output_of(task), Exit.OK
    is_first, is_checked = True, getattr(task.arguments, "verdicts", False)
    choice = fallback_library(task.arguments.paths, task.environment, task.settings)
    with Complaints() as complaints:
        for library, entry in requested_briefs(task.arguments.paths, choice):
            if is_first:
                mention_samples(choice)
            reading = library.read(entry)
            evidence = library.evidence(entry) if is_checked else None
            form.show(output, Printed(reading, evidence, is_first))
            is_first = False
            complaints.about(() if form.has_problems else reading.problems)
            end = max(end, _end(reading.problems))
    return end


def list_briefs(task: Task) -> int:
    """Print the briefs of a library, one a line."""
    choice = None if task.arguments.paths else default_library(task.environment, task.settings)
    mention_samples(choice)
    library = open_at_paths(task.arguments.paths, choice)
    end = _end(library.problems)
    name = task.arguments.form or "text"
    form, print_row = FORMS[name], forms_of_list()[name]
    output = output_of(task)
    with Complaints() as complaints:
        complaints.about(library.problems)
        for entry in library.entries:
            if task.arguments.print0:
                write_name(entry.path, task.environment, end="\0")
                continue
            reading = library.read(entry)
            evidence = library.evidence(entry) if task.arguments.verdicts else None
            print_row(output, entry, Printed(reading, evidence))
            complaints.about(() if form.has_problems else reading.problems)
            end = max(end, _end(reading.problems))
    return end


def _end(problems: Sequence[Problem]) -> Exit:
    """Return the exit code for problems."""
    return Exit.PROBLEMS if any(problem.severity is Severity.ERROR for problem in problems) else Exit.OK
