"""Measures speed: `python -m tests.bench` prints what was measured, the figure, the target, and whether it is met.

Everything runs in a real pseudo-terminal, on libraries as people have them (`tests/support/realistic`). Starts and
memory are ratios to a bare Textual app (`tests/bench/hello.py`) of the same rounds. Keys are milliseconds from the key
to the last byte that it causes, as median and 95th percentile; a target in milliseconds is given for a machine on which
hello takes 175 ms, and is scaled by what hello takes here. Nothing asserts a time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from briefing.cli.program import set_garbage_threshold
from tests.attacks import idle
from tests.bench.bench import USUAL, WIDE, Bench, Hello, Plan, Rows
from tests.bench.drift import drift_rows, growth_rows, met_line
from tests.bench.programs import Program, another_commit, commit_of, compiled, is_committed
from tests.bench.report import compared, heading, line_of, written
from tests.bench.rows import QUIET_HELLO, Line, Row
from tests.bench.sections import SECTIONS
from tests.support.terminal import ROOT


def measure(bench: Bench, sizes: Sequence[int]) -> Rows:
    """Measure everything at each size of library, one row after the other."""
    _hello(bench, "at the beginning")
    for size in sizes:
        bench.briefs = size
        yield Line(f"--- {size:,} briefs", "", "", None)
        for section in SECTIONS:
            if section.is_once and size != sizes[0]:
                continue
            count = 0
            for row in section.rows(bench):
                count += 1
                yield row
            if count:
                _hello(bench, f"after {section.name}, {size:,} briefs")
    yield from drift_rows(bench)


def _hello(bench: Bench, when: str) -> None:
    bench.hello.stage(when)
    for _ in range(bench.plan.hellos):
        bench.hello.start()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code says only that it could be done."""
    chosen = _chosen(arguments)
    if chosen.compare:
        print(*compared(*chosen.compare), sep="\n")
        return 0
    set_garbage_threshold()  # what is measured in this process is done as the program does it
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="briefing-bench-")))
        programs = [_program("this tree", ROOT, folder, chosen.libraries)]
        if chosen.against:
            tree = stack.enter_context(another_commit(chosen.against, folder / "tree"))
            programs.append(_program(chosen.against, tree, folder, chosen.libraries))
        said = "; ".join(dict.fromkeys(compiled(program) for program in programs))
        print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, rounds: {_plan(chosen).rounds}; {said}")
        if chosen.idle is not None:
            for line in idle.rows(idle.chosen_by(chosen.idle), _plan(chosen).idle):
                print(line_of(line, 1), flush=True)
            return 0
        _measured(_bench(chosen, folder, programs), chosen)
    return 0


def _program(name: str, tree: Path, folder: Path, kept: Path | None) -> Program:
    """Return the program of a tree. The homes of a commit are kept beside the libraries, with the indexes in them."""
    homes = kept if kept and is_committed(tree) else folder
    return Program(name, tree, homes / f"homes-{commit_of(tree)}")


def _bench(chosen: argparse.Namespace, folder: Path, programs: Sequence[Program]) -> Bench:
    (folder / "home").mkdir()
    libraries = chosen.libraries or folder
    libraries.mkdir(parents=True, exist_ok=True)
    return Bench(_plan(chosen), folder, libraries, programs, Hello(folder / "home"), chosen.briefs)


def _measured(bench: Bench, chosen: argparse.Namespace) -> None:
    """Measure, print each row as soon as it is there, and keep all of them."""
    started = time.perf_counter()
    sizes = chosen.library or [chosen.briefs]
    print(heading(bench.programs))
    rows: list[Row] = []
    for row in measure(bench, sizes):
        print(line_of(row, bench.hello.slowness()), flush=True)
        rows += [row] if isinstance(row, Row) else []
    for line in (*growth_rows(rows, sizes), met_line(rows, bench.hello.slowness())):
        print(line_of(line, 1))
    print(f"took {(time.perf_counter() - started) / 60:.1f} minutes")
    if chosen.json:
        written(rows, _about(bench), chosen.json)


def _about(bench: Bench) -> dict[str, object]:
    """Return what is said of a run beside its rows."""
    return {
        "python": sys.version.split()[0],
        "processors": os.cpu_count(),
        "hello ms": bench.hello.slowness() * QUIET_HELLO,
        "hello": bench.hello.stages,
        "programs": {program.name: commit_of(program.tree) for program in bench.programs},
    }


def _chosen(arguments: Sequence[str] | None) -> argparse.Namespace:
    about = __doc__.splitlines()[0] if __doc__ else ""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=about)
    parser.add_argument("--rounds", type=int, help="interleaved rounds (default 7, with --quick 3)")
    parser.add_argument("--strokes", type=int, help="presses of each key (default 40, with --quick 5)")
    parser.add_argument("--briefs", type=int, default=1000, help="briefs in the library (default 1000)")
    parser.add_argument(
        "--library", type=int, nargs="+", metavar="N", help="measure libraries of these sizes, and growth"
    )
    parser.add_argument(
        "--libraries",
        type=Path,
        metavar="DIR",
        help="keep libraries and their indexes there, and use those that are there",
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="WORD", help="only rows with one of these words")
    parser.add_argument(
        "--peers", type=int, default=0, metavar="N", help="items in newsboat and neomutt (default: as many)"
    )
    parser.add_argument("--against", metavar="REV", help="measure another commit beside this tree")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep all rows with their raw samples")
    parser.add_argument("--compare", type=Path, nargs=2, metavar="FILE", help="print two such files beside each other")
    parser.add_argument("--idle", nargs="*", metavar="WORD", help="measure rest in every state instead, or in these")
    parser.add_argument("--quick", action="store_true", help="one size, few keys, nothing warmed up, a short rest")
    return parser.parse_args(arguments)


def _plan(chosen: argparse.Namespace) -> Plan:
    few = chosen.quick
    return Plan(
        rounds=chosen.rounds or (3 if few else 7),
        strokes=chosen.strokes or (5 if few else 40),
        warm_up=0 if few else 1,
        hellos=1 if few else 3,
        idle=1 if few else 5,
        only=tuple(chosen.only),
        sizes=(USUAL,) if few else (USUAL, WIDE),
        peers=chosen.peers,
    )


if __name__ == "__main__":
    sys.exit(main())
