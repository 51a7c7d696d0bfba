"""Owns which command is which function. Each is imported when it is asked for: `check` typesets nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.cli.task import Task


def _open(task: Task) -> int:
    from briefing.cli.screen import open_reader

    return open_reader(task)


def _show(task: Task) -> int:
    from briefing.cli.commands import show

    return show(task)


def _list(task: Task) -> int:
    from briefing.cli.commands import list_briefs

    return list_briefs(task)


def _check(task: Task) -> int:
    from briefing.cli.checking import check

    return check(task)


def _impact(task: Task) -> int:
    from briefing.cli.falling import impact

    return impact(task)


def _diff(task: Task) -> int:
    from briefing.cli.differing import diff

    return diff(task)


def _search(task: Task) -> int:
    from briefing.cli.searching import search

    return search(task)


def _pick(task: Task) -> int:
    from briefing.cli.picking import pick

    return pick(task)


def _new(task: Task) -> int:
    from briefing.cli.authoring import new

    return new(task)


def _schema(task: Task) -> int:
    from briefing.cli.authoring import print_schema

    return print_schema(task)


def _index(task: Task) -> int:
    from briefing.cli.indexing import index

    return index(task)


COMMANDS: Mapping[str, Callable[[Task], int]] = {
    "open": _open,
    "show": _show,
    "list": _list,
    "check": _check,
    "search": _search,
    "pick": _pick,
    "impact": _impact,
    "diff": _diff,
    "new": _new,
    "schema": _schema,
    "index": _index,
}
