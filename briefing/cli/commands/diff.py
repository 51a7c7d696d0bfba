"""The command `diff`: prints what changed by meaning between two briefs, or two versions of one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from briefing.base.json_text import Json, json_text
from briefing.base.paths import STDIN, is_folder
from briefing.base.problems import Code, Problem, Severity
from briefing.base.safe_text import visible
from briefing.cli.complaints import Complaints
from briefing.cli.exits import Exit, UsageError
from briefing.cli.output import output_of
from briefing.cli.streams import complain, encoding, write
from briefing.cli.targets import open_at_paths
from briefing.cli.task import Task
from briefing.diff import Change, change_sentence, changes, strictest_marking
from briefing.format.model import Brief, Marking
from briefing.format.parse import Reading, read_brief_bytes
from briefing.render.lines import Line, Role, Run
from briefing.render.pages.diff import change_lines

_SAME, _DIFFERENT, _TROUBLE = Exit.OK, Exit.PROBLEMS, Exit.USAGE
"""The exit codes of diff(1)."""
_UNREAD = frozenset(
    {
        *(Code.YAML_SYNTAX, Code.YAML_DEPTH, Code.TOO_LARGE, Code.NOT_UTF8),
        *(Code.CONTROL_CHARACTER, Code.INVISIBLE, Code.MERGE_CONFLICT),
    }
)
"""If a file has one of these problems, only a part of it may have been read: what is missing was not removed."""


def diff(task: Task) -> int:
    """Print what changed by meaning; the exit code says whether anything did."""
    names = (task.arguments.before, task.arguments.after)
    if names == (STDIN, STDIN):
        raise UsageError("standard input can be one of the two briefs, not both")
    readings = [_read(name, task) for name in names]
    with Complaints() as complaints:
        for name, reading in zip(names, readings, strict=True):
            complaints.about(reading.problems, partial(_revised, name) if _is_revision(name) else str)
    errors = {one.code for reading in readings for one in reading.problems if one.severity is Severity.ERROR}
    before, after = (reading.brief for reading in readings)
    if before is None or after is None or errors & _UNREAD:
        return _TROUBLE
    found = changes(before, after)
    _print(task, (before, after), found)
    # Wrong parts were left out of the comparison, so it is not known whether the briefs are the same.
    return _TROUBLE if errors else _DIFFERENT if found else _SAME


def _read(name: str, task: Task) -> Reading:
    if _is_revision(name):
        from briefing.cli.git import read_revision  # starts a process, which takes many modules

        return read_brief_bytes(read_revision(name, task.environment), Path(name))
    library = open_at_paths((name,), None)
    if name != STDIN and is_folder(Path(name)):
        raise UsageError(f"{visible(name)}: this is a folder, and diff compares two briefs")
    return library.read(library.entries[0])


def _is_revision(name: str) -> bool:
    return name != STDIN and ":" in name and not os.path.lexists(name)


def _revised(name: str, problem: Problem) -> str:
    """Return the line of a problem of a revision. Its place has the name of the revision, as there is no file."""
    return problem.line_at(f"{name}:{problem.place.line}:{problem.place.column}")


def _print(task: Task, briefs: tuple[Brief, Brief], found: Sequence[Change]) -> None:
    marking = strictest_marking(*briefs)
    if task.arguments.json:
        write(f"{json_text(_json(marking, found))}\n", encoding(task.environment))
        return
    if not found:
        complain("nothing changed by meaning")
        return
    output = output_of(task)
    head: tuple[Line, ...] = ((Run(str(marking), Role.MARKING),),) if marking else ()
    output.lines((*head, *change_lines(found, output.look)))


def _json(marking: Marking | None, found: Sequence[Change]) -> Json:
    return {"marking": marking, "changes": [_change_json(change) for change in found]}


def _change_json(change: Change) -> Json:
    item = change.item
    return {
        "block": change.section,
        "item": None if item is None else {"kind": item.kind, "number": item.number},
        "name": change.name or None,
        "field": change.field,
        "source": change.of or None,
        "before": change.before,
        "after": change.after,
        "sentence": change_sentence(change),
    }
