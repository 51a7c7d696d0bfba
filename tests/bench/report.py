"""Prints rows, keeps them as JSON, and lays two such files beside each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.bench.programs import Program
from tests.bench.rows import Kind, Line, Measured, Row, Target

_MET = {True: "met", False: "MISSED", None: ""}
_WHAT, _FIGURES, _TARGET = 58, 62, 26
"""Columns of the table."""


def heading(programs: Sequence[Program]) -> str:
    """Return the head of the table."""
    names = [f"{program.name:{_FIGURES}}" for program in programs]
    beside = ["ratio   "] if len(names) > 1 else []
    return " ".join([f"{'':{_WHAT}}", *names, *beside, "target (where hello takes 175 ms)"])


def line_of(row: Row | Line, slowness: float) -> str:
    """Return a row as it is printed: what, the figures of each program, their ratio, the target."""
    if isinstance(row, Line):
        return f"{row.what:{_WHAT}} {row.figure:{_FIGURES}} {row.target:{_TARGET}} {_MET[row.met]}".rstrip()
    columns = [f"{row.text(measured):{_FIGURES}}" for measured in row.columns.values()]
    ratio = _ratio(list(row.columns.values()))
    beside = [f"{ratio:>8}"] if len(columns) > 1 else []
    target = row.target.words(slowness) if row.target else ""
    name = f"{row.section}: {row.name}"
    return " ".join([f"{name:{_WHAT}}", *columns, *beside, f"{target:{_TARGET}}", _MET[row.met(slowness)]]).rstrip()


def _ratio(columns: Sequence[Measured]) -> str:
    """Return the first column against the second."""
    if len(columns) < 2 or not all(column.values for column in columns[:2]) or not columns[1].figure():
        return ""
    return f"x {columns[0].figure() / columns[1].figure():.2f}"


def written(rows: Iterable[Row], about: dict[str, Any], path: Path) -> None:
    """Write all rows with their raw samples, and what is said of the run."""
    path.write_text(json.dumps({**about, "rows": [asdict(row) for row in rows]}, indent=1), encoding="utf-8")


def read(path: Path) -> tuple[dict[str, Any], list[Row]]:
    """Return what `written` has written."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return data, [_row(each) for each in data.pop("rows")]


def _row(data: dict[str, Any]) -> Row:
    columns = {name: Measured(**column) for name, column in data["columns"].items()}
    target = Target(*data["target"]) if data["target"] else None
    return Row(
        section=data["section"],
        name=data["name"],
        kind=Kind(data["kind"]),
        unit=data["unit"],
        columns=columns,
        target=target,
        about=data["about"],
        briefs=data["briefs"],
    )


def compared(first: Path, second: Path) -> Iterator[str]:
    """Yield the lines of two files beside each other: the first column of each, and the second file against the first.

    The last number takes out how fast the machine was: it is divided by the ratio of both runs' `hello`.
    """
    (about, before), (other, after) = read(first), read(second)
    speed = other["hello ms"] / about["hello ms"]
    times = f"{about['hello ms']:.0f} ms in {first.name}, {other['hello ms']:.0f} ms in {second.name}"
    yield f"hello: {times}: x {speed:.2f}"
    named = {(row.section, row.name, row.briefs): row for row in after}
    for row in before:
        later = named.pop((row.section, row.name, row.briefs), None)
        yield _beside(row, later, speed)
    for row in named.values():
        yield f"{f'{row.section}: {row.name}':{_WHAT}} {'not measured':{_FIGURES}} {row.text(row.mine)}"


def _beside(row: Row, later: Row | None, speed: float) -> str:
    name = f"{row.section}: {row.name}{f' ({row.briefs:,})' if row.briefs else ''}"
    start = f"{name:{_WHAT}} {row.text(row.mine):{_FIGURES}}"
    if later is None:
        return f"{start} not measured"
    ratio = _ratio([later.mine, row.mine])
    is_time = row.kind is not Kind.RATIO and row.unit in {"ms", "s"}
    without = f" ({float(ratio[2:]) / speed:.2f} without the machine)" if ratio and is_time else ""
    return f"{start} {later.text(later.mine):{_FIGURES}} {ratio}{without}".rstrip()
