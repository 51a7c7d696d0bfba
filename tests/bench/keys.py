"""Presses the keys of the drills: milliseconds, frames and bytes of each, one row a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from tests.bench.bench import USUAL, Bench, Rows
from tests.bench.drills import DRILLS, TARGETS, USUAL_TARGET, Drill, Step, opened_by
from tests.bench.programs import HELLO
from tests.bench.rows import Measured, Row
from tests.support.runs import QUIET, until_ready, until_rest
from tests.support.terminal import Size, Terminal, environment

SECTION = "key"
_SETTLED = 0.15
"""Seconds without output until the next key, of keys that only lead to a state."""
_ESCAPE = "\x1b"
_LEFT = (_ESCAPE, _ESCAPE)
"""Leaves whatever lies over the reading screen."""
_REST = 60.0
"""Seconds that a reader may work after its start before keys are measured all the same."""
_SILENT = 3
"""Presses without any output after which a key counts as one that changes nothing."""


def key_rows(bench: Bench) -> Rows:
    """Measure each drill, pass by pass, with the programs open beside each other."""
    if bench.wants(SECTION, "hello"):
        yield from _hello_rows(bench)
    for is_large in (False, True):
        for place, size in enumerate(bench.plan.sizes):
            drills = [drill for drill in DRILLS if drill.is_large == is_large and (drill.is_wide or not place)]
            tables = [(drill, _rows(bench, drill, size, place)) for drill in drills]
            wanted = [(drill, rows) for drill, rows in tables if list(bench.chosen(rows.values()))]
            if wanted:
                yield from _session(bench, size, wanted)


def _session(bench: Bench, size: Size, tables: Sequence[tuple[Drill, dict[str, Row]]]) -> Rows:
    """Open the programs once, and go through the drills one after the other."""
    library = bench.large() if tables[0][0].is_large else bench.library()
    bench.indexed(library)
    with ExitStack() as stack:
        runs = []
        for program in bench.programs:
            home = bench.home(program, library)
            terminal = stack.enter_context(program.terminal(["read", "--fresh", library], home, size))
            until_ready(terminal)
            until_rest(terminal, _REST)
            runs.append(_Run(program.name, terminal))
        for drill, rows in tables:
            _drilled(bench, drill, rows, runs)
            yield from bench.chosen(rows.values())


def _rows(bench: Bench, drill: Drill, size: Size, place: int) -> dict[str, Row]:
    """Return a row for each key of a drill, by what the step calls it."""
    at = "" if size == USUAL else f", {size.columns}x{size.rows}"
    rows = {}
    for name in dict.fromkeys(step.row for step in drill.cycle if step.row):
        targets = TARGETS.get(name, (USUAL_TARGET,))
        rows[name] = bench.keys(SECTION, f"{name}{at}", targets[min(place, len(targets) - 1)])
    return rows


@dataclass(slots=True)
class _Run:
    """One program, which goes through the drills."""

    name: str
    terminal: Terminal
    silent: dict[str, int] = field(default_factory=dict)

    def lead(self, keys: Sequence[str]) -> None:
        """Type what leads to a state."""
        for each in keys:
            self.terminal.press(each)
            self.terminal.settle(_SETTLED)

    def passed(self, steps: Sequence[Step], rows: dict[str, Row], *, is_counted: bool) -> None:
        """Press each key of a pass."""
        for step in steps:
            if not step.row or self.silent.get(step.row, 0) >= _SILENT:
                self.lead((step.keys,))
                continue
            column = rows[step.row].columns[self.name]
            stroke = self.terminal.stroke(step.keys, QUIET)
            if stroke is None and not column.values:
                self.silent[step.row] = self.silent.get(step.row, 0) + 1
            if is_counted:
                column.add_stroke(stroke)


def _drilled(bench: Bench, drill: Drill, rows: dict[str, Row], runs: Sequence[_Run]) -> None:
    passes = max(_passes(drill, name, bench.plan.strokes) for name, row in rows.items() if list(bench.chosen([row])))
    for run in runs:
        run.lead((*_LEFT, *(() if drill.is_large else (opened_by(), "\r", _ESCAPE)), *drill.setup))
    for place in range(bench.plan.warm_up + passes):
        for run in runs:
            run.passed(drill.cycle, rows, is_counted=place >= bench.plan.warm_up)
    for run in runs:
        run.lead(drill.back)


def _passes(drill: Drill, name: str, strokes: int) -> int:
    """Return how often a drill is gone through until a key has been pressed so often."""
    return -(-strokes // sum(step.row == name for step in drill.cycle))


def _hello_rows(bench: Bench) -> Iterator[Row]:
    """Measure a key of the bare Textual app: the floor."""
    row = bench.keys(SECTION, "hello: a key that changes one line", USUAL_TARGET)
    row.target = None
    row.columns = {bench.programs[0].name: Measured()}
    column = row.mine
    with Terminal(HELLO, USUAL, environment(bench.folder)) as terminal:
        until_ready(terminal)
        for place in range(bench.plan.warm_up + bench.plan.strokes):
            stroke = terminal.stroke("j", QUIET)
            if place >= bench.plan.warm_up:
                column.add_stroke(stroke)
    yield row
