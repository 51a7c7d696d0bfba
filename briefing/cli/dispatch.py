"""Owns which command is which function. Each is imported when it is asked for: `check` typesets nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.cli.task import Task


def _open(task: Task) -> int:
    from briefing.cli.commands.open import open_reader

    return open_reader(task)


def _show(task: Task) -> int:
    from briefing.cli.commands.show import show

    return show(task)


def _list(task: Task) -> int:
    from briefing.cli.commands.show import list_briefs

    return list_briefs(task)


def _check(task: Task) -> int:
    from briefing.cli.commands.check import check

    return check(task)


def _impact(task: Task) -> int:
    from briefing.cli.commands.impact import impact

    return impact(task)


def _diff(task: Task) -> int:
    from briefing.cli.commands.diff import diff

    return diff(task)


def _search(task: Task) -> int:
    from briefing.cli.commands.search import search

    return search(task)


def _pick(task: Task) -> int:
    from briefing.cli.commands.pick import pick

    return pick(task)


def _new(task: Task) -> int:
    from briefing.cli.commands.new import new

    return new(task)


def _schema(task: Task) -> int:
    from briefing.cli.commands.new import print_schema

    return print_schema(task)


def _index(task: Task) -> int:
    from briefing.cli.commands.index import index

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
