"""A table of cases is one test of a large run: pytest takes longer to set each case up than most cases take.

A function that takes nothing but its parameters runs through all of them, and each case that fails is named. Where a
file, a test or `-k` is asked for, each case is a test of its own, as pytest has it.
"""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from types import FunctionType, TracebackType
from typing import NamedTuple, TypeGuard

import pytest
from _pytest.mark import ParameterSet


class _Case(NamedTuple):
    """One row, or one row of each of several tables."""

    name: str
    values: dict[str, object]


@dataclass(slots=True)
class _Kept(AbstractContextManager["_Kept"]):
    """Keeps what the cases fail with, so that the others are run as well."""

    failed: list[BaseException] = field(default_factory=list)
    case: str = ""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None, /
    ) -> bool:
        if isinstance(error, Exception | pytest.fail.Exception):
            error.add_note(f"case: {self.case}")
            self.failed.append(error)
            return True
        return False


def is_large_run(config: pytest.Config) -> bool:
    """Whether folders are run, and no file or test by its name."""
    named = any("::" in argument or argument.endswith(".py") for argument in config.args)
    return not named and not config.getoption("keyword")


def is_table(function: object) -> TypeGuard[FunctionType]:
    """Whether a function is a test of cases that needs no fixture."""
    marks: list[pytest.Mark] = getattr(function, "pytestmark", [])
    if not isinstance(function, FunctionType) or inspect.iscoroutinefunction(function) or not marks:
        return False
    if hasattr(function, "is_hypothesis_test") or not all(map(_is_plain, marks)):
        return False
    return set(inspect.signature(function).parameters) == {name for mark in marks for name in _names(mark)}


def in_one(function: FunctionType) -> Callable[[], None]:
    """Return a test that runs a function with each of its cases."""

    def run_every_case() -> None:
        cases, kept = list(_cases(function)), _Kept()
        for case in cases:
            kept.case = f"{function.__name__}[{case.name}]"
            with kept:
                function(**case.values)
        if kept.failed:
            raise BaseExceptionGroup(f"{len(kept.failed)} of {len(cases)} cases fail", kept.failed)

    return run_every_case


def _is_plain(mark: pytest.Mark) -> bool:
    """Whether a mark is a table of which each row is just run."""
    if mark.name != "parametrize" or len(mark.args) != 2 or not set(mark.kwargs) <= {"ids"}:
        return False
    rows = mark.args[1]
    return isinstance(rows, Collection) and not any(isinstance(row, ParameterSet) and row.marks for row in rows)


def _names(mark: pytest.Mark) -> list[str]:
    names = mark.args[0]
    return [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)


def _cases(function: FunctionType) -> Iterator[_Case]:
    tables = [list(_rows(mark)) for mark in getattr(function, "pytestmark", [])]
    for rows in itertools.product(*tables):
        values = {name: value for row in rows for name, value in row.values.items()}
        yield _Case("-".join(row.name for row in rows), values)


def _rows(mark: pytest.Mark) -> Iterator[_Case]:
    names, ids = _names(mark), mark.kwargs.get("ids")
    rows = [ParameterSet.extract_from(row, force_tuple=len(names) == 1) for row in mark.args[1]]
    for row, chosen in zip(rows, [None] * len(rows) if ids is None or callable(ids) else ids, strict=True):
        words = [str(ids(value) if callable(ids) else value) for value in row.values]
        yield _Case(str(row.id or chosen or "-".join(words)), dict(zip(names, row.values, strict=True)))
