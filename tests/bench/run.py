"""Measures speed: `python -m tests.bench` prints what was measured, the figure, the target, and whether it is met.

Times are ratios to a bare Textual app (`tests/bench/hello.py`) in the same run, in interleaved rounds in a real
pseudo-terminal; a figure is the median of the rounds, with the worst behind it. Nothing asserts a time.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import yaml

from briefing.cli.program import set_garbage_threshold
from briefing.format.parse import read_brief_bytes
from briefing.library.briefs import open_library
from tests.attacks import idle
from tests.bench.drafting import drafting_rows
from tests.bench.editing import editing_rows
from tests.bench.library import Growth, measure_library
from tests.bench.measures import Plan, Row, Samples, median_row, stroke_row
from tests.support.generated import OPENING
from tests.support.runs import QUIET, TAKEN, peak_memory, press_each, processor_time, until_ready, until_rest
from tests.support.terminal import ROOT, Size, Stroke, command, environment

_HELLO = [sys.executable, str(Path(__file__).with_name("hello.py"))]
_SIZES = (Size(120, 40), Size(200, 60))
"""The first is the size of the starts, too."""
_SECOND = b"part 2"
"""In the title of the second brief, which the list shows."""


def measure(plan: Plan) -> Iterator[Row]:
    """Measure everything, one row after the other."""
    yield from _starts(plan)
    yield from _keys(plan)
    yield from _passages(plan)
    yield from _escapes(plan)
    yield from _at_rest(plan)
    yield from _loading(plan)
    yield from _checking(plan)
    yield from _commands(plan)
    yield from drafting_rows(plan)
    yield from editing_rows(plan)


def _starts(plan: Plan) -> Iterator[Row]:
    """Time from the start of the process until the words of a brief are written, and the work until then."""
    small, large = plan.library("three", 3), plan.library("large", plan.briefs)
    few, many, work, whole = Samples(), Samples(), Samples(), Samples()
    for place in range(plan.warm_up + plan.rounds):
        hello, three, thousand = (_start(plan, program) for program in (_HELLO, command(small), command(large)))
        if place >= plan.warm_up:
            few.add(three.wait, hello.wait)
            many.add(thousand.wait, hello.wait)
            work.add(thousand.work, hello.work)
            whole.add(thousand.whole, hello.whole)
    yield Row("hello: start", f"{statistics.median(few.yardstick):,.0f} ms", "", None)
    yield few.row("start to a readable brief, 3 briefs", 1.2, "hello, ms:")
    yield many.row(f"start to a readable brief, {plan.briefs:,} briefs", 1.3, "hello, ms:")
    yield work.row("the same in processor time, which noise spares", 1.3, "hello, ms:")
    yield whole.comparison("start until all panes are drawn and keys answered", "hello, ms:")


class _Start(NamedTuple):
    """What a start takes, in milliseconds."""

    wait: float
    work: float
    """Of the processor, in all threads, in that time."""
    whole: float
    """Until Textual has drawn everything anew: the first frame comes before Textual is loaded."""


def _start(plan: Plan, program: Sequence[str]) -> _Start:
    with plan.terminal(program) as terminal:
        wait = terminal.until_written(OPENING.encode())
        work = processor_time(terminal)
        if program is not _HELLO:
            terminal.until(lambda: _SECOND in terminal.written.partition(TAKEN)[2], "what Textual draws")
        whole = time.perf_counter() - terminal.started
        return _Start(wait * 1000, work * 1000, whole * 1000)


def _keys(plan: Plan) -> Iterator[Row]:
    """Time from a key to the last byte that it causes."""
    long, large = plan.library("long", 1, length=8), plan.library("large", plan.briefs)
    for size in plan.sizes:
        pressed: dict[str, list[Stroke]] = {"j": [], "J": [], " ": [], "line": []}
        for _ in range(plan.rounds):
            pressed["j"] += _strokes(plan, _HELLO, size, ("j", "j"))["j"]
            pressed["J"] += _strokes(plan, command(large), size, ("J", "J"))["J"]
            in_long = _strokes(plan, command(long), size, (" ", "b"), ("j", "k"))
            pressed[" "] += in_long[" "]
            pressed["line"] += in_long["j"]
        at = f", {size.columns}x{size.rows}"
        yield stroke_row(f"hello: a key{at}", pressed["j"], None)
        yield stroke_row(f"next brief (J){at}", pressed["J"], (8, 16))
        yield stroke_row(f"page (space, b){at}", pressed[" "], (8, 16))
        yield stroke_row(f"line (j, k){at}", pressed["line"], (5, 16))


def _passages(plan: Plan) -> Iterator[Row]:
    """Time from `s` until the words that an item rests on stand lit in the saved text."""
    library = plan.library("three", 3)
    for size in plan.sizes:
        opened: list[Stroke | None] = []
        for _ in range(plan.rounds):
            with plan.terminal(command(library), size) as terminal:
                until_ready(terminal)
                terminal.stroke("j", QUIET)
                for place in range(plan.warm_up + plan.turns):
                    stroke = terminal.stroke("s", QUIET)
                    terminal.stroke("[", QUIET)
                    opened += [stroke] if place >= plan.warm_up else []
        strokes = [stroke for stroke in opened if stroke]
        yield median_row(f"opening a passage (s), {size.columns}x{size.rows}", strokes, 20)


def _escapes(plan: Plan) -> Iterator[Row]:
    """Time from escape, without the kitty protocol, until the answer begins: the page over the brief goes."""
    closed: list[Stroke | None] = []
    for _ in range(plan.rounds):
        with plan.terminal(command(plan.library("three", 3))) as terminal:
            until_ready(terminal)
            for place in range(plan.warm_up + plan.turns):
                terminal.stroke("?", QUIET)
                stroke = terminal.stroke("\x1b", QUIET)
                closed += [stroke] if place >= plan.warm_up else []
    times = [stroke.first * 1000 for stroke in closed if stroke]
    figure = f"{statistics.median(times):.1f} ms to the first byte (worst {max(times):.1f}), n={len(times)}"
    yield Row("escape, which waits 15 ms for a sequence", figure, "median <= 40 ms", statistics.median(times) <= 40)


def _strokes(plan: Plan, program: Sequence[str], size: Size, *pairs: tuple[str, str]) -> dict[str, list[Stroke]]:
    """Press the first key of each pair some times, then the second; what changes nothing is left out."""
    found: dict[str, list[Stroke]] = {}
    with plan.terminal(program, size) as terminal:
        until_ready(terminal)
        for forth, back in pairs:
            for key in [forth, back] * plan.warm_up:
                terminal.stroke(key, QUIET)
            found[forth] = press_each(terminal, ([forth] * plan.presses + [back] * plan.presses) * plan.turns)
    return found


def _at_rest(plan: Plan) -> Iterator[Row]:
    """Take peak memory, and the processor's time of both programs over the same seconds of rest."""
    library = plan.library("large", plan.briefs)
    memory, work = Samples(), Samples()
    work_until_rest = []
    for _ in range(max(1, plan.rounds // 3)):
        with plan.terminal(_HELLO) as hello, plan.terminal(command(library)) as reader:
            for terminal in (hello, reader):
                until_ready(terminal)
                terminal.stroke("j", QUIET)
                terminal.stroke("J", QUIET)
                until_rest(terminal)
            before = [processor_time(terminal) for terminal in (hello, reader)]
            time.sleep(plan.idle)
            after = [processor_time(terminal) for terminal in (hello, reader)]
            memory.add(peak_memory(reader), peak_memory(hello))
        work_until_rest.append(before[1] - before[0])
        work.add((after[1] - before[1]) * 1e6, (after[0] - before[0]) * 1e6)
    yield memory.row(f"peak memory, {plan.briefs:,} briefs", 1.35, "hello, MB:")
    yield Row(
        "work until at rest, beyond hello's", f"{statistics.median(work_until_rest):.2f} s of processor", "", None
    )
    yield work.row(f"processor at rest over {plan.idle:g} s", 1.1, "hello, µs:")


def _loading(plan: Plan) -> Iterator[Row]:
    """Count briefs a second of one core: read and checked whole; and only composed, by the library for YAML."""
    paths = sorted(plan.library("large", plan.briefs).glob("*.yaml"))
    data = [(path, path.read_bytes()) for path in paths]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def read() -> None:
        for path, content in data:
            read_brief_bytes(content, path, path.stem)

    def compose() -> None:
        for _, content in data:
            yaml.compose(content, loader)

    rates = [(_rate(read, len(data)), _rate(compose, len(data))) for _ in range(plan.rounds)]
    whole, composed = (statistics.median(column) for column in zip(*rates, strict=True))
    size = sum(len(content) for _, content in data) / len(data) / 1000
    yield Row("yaml.compose alone", f"{composed:,.0f} briefs/s", "", None)
    figure = f"{whole:,.0f} briefs/s of {size:.1f} kB (worst {min(rate for rate, _ in rates):,.0f})"
    yield Row("loading, all checks", f"{figure}, {whole / composed:.2f} x compose", ">= 1,500 briefs/s", whole >= 1500)


def _rate(work: Callable[[], None], count: int) -> float:
    started = time.process_time()
    work()
    return count / (time.process_time() - started)


def _commands(plan: Plan) -> Iterator[Row]:
    """Time commands on one brief against a Python that does nothing."""
    brief = plan.library("three", 3) / "brief-000000.yaml"
    for name, limit in (("show", 6), ("check", 10)):
        samples = Samples()
        for place in range(plan.warm_up + plan.rounds):
            programs = ([sys.executable, "-c", "pass"], command(name, brief))
            nothing, done = (_run(plan, program) for program in programs)
            if place >= plan.warm_up:
                samples.add(done, nothing)
        yield samples.row(f"briefing {name}, one brief", limit, "python -c pass, ms:")


def _checking(plan: Plan) -> Iterator[Row]:
    """Count briefs a second of one core: read, and checked whole against their saved texts."""
    folder = plan.library("large", plan.briefs)
    rates = [_rate(lambda: _check(folder), plan.briefs) for _ in range(plan.rounds)]
    rate = statistics.median(rates)
    yield Row("reading and checking", f"{rate:,.0f} briefs/s (worst {min(rates):,.0f})", ">= 250 briefs/s", rate >= 250)


def _check(folder: Path) -> None:
    library = open_library([folder])
    for entry in library.entries:
        library.evidence(entry)


def _run(plan: Plan, program: Sequence[str]) -> float:
    """Return milliseconds."""
    started = time.perf_counter()
    subprocess.run(program, cwd=ROOT, env=environment(plan.folder / "home"), check=True, capture_output=True)
    return (time.perf_counter() - started) * 1000


def _compile() -> str:
    """Compile what the programs import, as a normal install does, and say what could not be compiled."""
    left = []
    for name in ("briefing", "textual", "rich", "yaml"):
        spec = importlib.util.find_spec(name)
        folder = Path(spec.origin).parent if spec and spec.origin else None
        if folder is None or not compileall.compile_dir(folder, quiet=2):
            left.append(name)
    return f"not compiled, so starts are slower than installed: {', '.join(left)}" if left else "all compiled"


def _print(rows: Iterator[Row]) -> None:
    """Print each row as soon as it is measured."""
    words = {True: "met", False: "MISSED", None: ""}
    for row in rows:
        print(f"{row.what:46} {row.figure:64} {row.target:28} {words[row.met]}", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code says only that it could be done."""
    chosen = _chosen(arguments)
    set_garbage_threshold()  # what is read in this process is read as the program reads it
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, rounds: {chosen.rounds}; {_compile()}")
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        Path(folder, "home").mkdir()
        plan = _plan(chosen, Path(folder))
        if chosen.idle is not None:
            _print(idle.rows(idle.chosen_by(chosen.idle), plan.idle))
            return 0
        if not chosen.library:
            _print(measure(plan))
            return 0
        growth = Growth()
        for size in chosen.library:
            _print(measure_library(replace(plan, briefs=size), growth))
        _print(growth.rows())
    return 0


def _chosen(arguments: Sequence[str] | None) -> argparse.Namespace:
    about = __doc__.splitlines()[0] if __doc__ else ""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=about)
    parser.add_argument("--rounds", type=int, default=7, help="interleaved rounds (default 7)")
    parser.add_argument("--briefs", type=int, default=1000, help="briefs in the large library (default 1000)")
    parser.add_argument("--library", type=int, nargs="+", metavar="N", help="measure libraries of these sizes instead")
    parser.add_argument("--idle", nargs="*", metavar="WORD", help="measure rest in every state instead, or in these")
    parser.add_argument("--quick", action="store_true", help="one size, few keys, nothing warmed up, a short rest")
    return parser.parse_args(arguments)


def _plan(chosen: argparse.Namespace, folder: Path) -> Plan:
    if chosen.quick:
        return Plan(folder, chosen.rounds, chosen.briefs, _SIZES[:1], turns=1, presses=1, warm_up=0, idle=0.1)
    return Plan(folder, chosen.rounds, chosen.briefs, _SIZES, turns=2, presses=3, warm_up=2, idle=5)


if __name__ == "__main__":
    sys.exit(main())
