"""Owns the measures of speed: `python -m tests.bench` prints what, figure, target, and whether it is met.

Times are ratios to a bare Textual app (`tests/hello.py`) in the same run, in interleaved rounds in a real
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
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from briefing.reading import read_bytes
from tests.generated import OPENING, write_library
from tests.terminal import ROOT, Size, Stroke, Terminal, command, environment

_HELLO = [sys.executable, str(Path(__file__).with_name("hello.py"))]
_SIZES = (Size(120, 40), Size(200, 60))
_QUIET = 0.08
"""Seconds without output after which a key counts as answered; more than four frames of Textual."""
_LEAD_IN = 3
"""Keys that are pressed before the measured ones, so that every case starts warm."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    figure: str
    target: str
    met: bool | None
    """None: a figure to compare with, which has no target."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured, and where."""

    folder: Path
    """A temporary folder that holds the libraries and the user's folders."""
    rounds: int
    briefs: int
    """In the large library."""
    keys: int
    """Presses of each key at each size."""
    idle: float
    """Seconds."""

    def library(self, name: str, count: int, length: int = 1) -> Path:
        """Return the library of that name, written when it is first asked for."""
        folder = self.folder / name
        if not folder.exists():
            write_library(folder, count, length)
        return folder

    def terminal(self, program: Sequence[str], size: Size = _SIZES[0]) -> Terminal:
        """Start a program in a terminal."""
        return Terminal(program, size, environment(self.folder / "home"))


@dataclass(slots=True)
class Samples:
    """What was measured for one thing, and for the same thing of `hello` or another yardstick in the same round."""

    values: list[float] = field(default_factory=list)
    yardstick: list[float] = field(default_factory=list)

    def row(self, what: str, limit: float, unit: str) -> Row:
        """Return the median of the ratios and the worst of them, against a limit."""
        ratios = [value / yard for value, yard in zip(self.values, self.yardstick, strict=True)]
        ratio = statistics.median(self.values) / statistics.median(self.yardstick)
        middle = statistics.median(self.values)
        return Row(
            what, f"{ratio:.2f} x {unit} (worst {max(ratios):.2f}) {middle:,.0f}", f"<= {limit} x", ratio <= limit
        )


def measure(plan: Plan) -> Iterator[Row]:
    """Measure everything, one row after the other."""
    yield from _starts(plan)
    yield from _keys(plan)
    yield from _at_rest(plan)
    yield from _loading(plan)
    yield from _showing(plan)


def _starts(plan: Plan) -> Iterator[Row]:
    """Time from the start of the process until the words of a brief are written."""
    small, large = plan.library("three", 3), plan.library("large", plan.briefs)
    few, many = Samples(), Samples()
    for place in range(plan.rounds + 1):
        hello, three, thousand = (_start(plan, program) for program in (_HELLO, command(small), command(large)))
        if place:  # the first round warms the caches of the system
            few.values.append(three)
            few.yardstick.append(hello)
            many.values.append(thousand)
            many.yardstick.append(hello)
    yield Row("hello: start", f"{statistics.median(few.yardstick):,.0f} ms", "", None)
    yield few.row("start to a readable brief, 3 briefs", 1.2, "hello, ms:")
    yield many.row(f"start to a readable brief, {plan.briefs:,} briefs", 1.3, "hello, ms:")


def _start(plan: Plan, program: Sequence[str]) -> float:
    """Return milliseconds."""
    with plan.terminal(program) as terminal:
        return terminal.until_written(OPENING.encode()) * 1000


def _keys(plan: Plan) -> Iterator[Row]:
    """Time from a key to the last byte that it causes."""
    cases = [
        ("hello: a key", _HELLO, "j", "j", None),
        ("next brief (J)", command(plan.library("large", plan.briefs)), "J", "K", (8, 16)),
        ("page (space, b)", command(plan.library("long", 1, length=8)), " ", "b", (8, 16)),
        ("line (j, k)", command(plan.library("long", 1, length=8)), "j", "k", (5, 16)),
    ]
    for size in _SIZES:
        for what, program, forth, back, limits in cases:
            strokes = [
                stroke for _ in range(max(1, plan.rounds // 3)) for stroke in _strokes(plan, program, size, forth, back)
            ]
            yield _stroke_row(f"{what}, {size.columns}x{size.rows}", strokes, limits)


def _strokes(plan: Plan, program: Sequence[str], size: Size, forth: str, back: str) -> list[Stroke]:
    """Press one key again and again, then the other; what changes nothing is left out."""
    with plan.terminal(program, size) as terminal:
        terminal.until_written(OPENING.encode())
        terminal.settle(4 * _QUIET)
        for _ in range(_LEAD_IN):
            terminal.stroke(forth, _QUIET)
        pressed = [terminal.stroke(key, _QUIET) for key in [forth] * plan.keys + [back] * plan.keys]
    return [stroke for stroke in pressed if stroke]


def _stroke_row(what: str, strokes: Sequence[Stroke], limits: tuple[float, float] | None) -> Row:
    if not strokes:
        return Row(what, "changed nothing", "", limits is None)
    times = sorted(stroke.last * 1000 for stroke in strokes)
    median, high = statistics.median(times), times[min(len(times) - 1, round(0.95 * len(times)))]
    frames, size = max(stroke.frames for stroke in strokes), max(stroke.size for stroke in strokes)
    figure = f"{median:.1f} / {high:.1f} ms, at most {frames} frames, {size / 1000:.0f} kB, n={len(times)}"
    if limits is None:
        return Row(what, figure, "", None)
    met = median <= limits[0] and high <= limits[1] and frames == 1 and size <= 45_000
    return Row(what, figure, f"<= {limits[0]} / {limits[1]} ms, 1 frame, 45 kB", met)


def _at_rest(plan: Plan) -> Iterator[Row]:
    """Take peak memory and the processor's time of both programs over the same seconds of rest."""
    library = plan.library("large", plan.briefs)
    memory, work = Samples(), Samples()
    for _ in range(max(1, plan.rounds // 3)):
        with plan.terminal(_HELLO) as hello, plan.terminal(command(library)) as reader:
            for terminal in (hello, reader):
                terminal.until_written(OPENING.encode())
                for key in "jJ":
                    terminal.stroke(key, _QUIET)
            for terminal in (hello, reader):
                terminal.settle(4 * _QUIET)
            before = [_processor_time(terminal) for terminal in (hello, reader)]
            time.sleep(plan.idle)
            after = [_processor_time(terminal) for terminal in (hello, reader)]
            memory.yardstick.append(_peak_memory(hello))
            memory.values.append(_peak_memory(reader))
        work.yardstick.append(max(after[0] - before[0], 1))
        work.values.append(after[1] - before[1])
    yield memory.row(f"peak memory, {plan.briefs:,} briefs", 1.35, "hello, MB:")
    yield work.row(f"processor at rest over {plan.idle:g} s", 1.1, "hello, µs:")


def _peak_memory(terminal: Terminal) -> float:
    """Return megabytes (VmHWM)."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _processor_time(terminal: Terminal) -> float:
    """Return microseconds, of all threads."""
    tasks = Path(f"/proc/{terminal.process.pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks) / 1000


def _loading(plan: Plan) -> Iterator[Row]:
    """Count briefs a second of one core: read and checked whole; and only composed, by the library for YAML."""
    paths = sorted(plan.library("large", plan.briefs).glob("*.yaml"))
    data = [(path, path.read_bytes()) for path in paths]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def read() -> None:
        for path, content in data:
            read_bytes(content, path, path.stem)

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


def _showing(plan: Plan) -> Iterator[Row]:
    """Time `briefing show` of one brief against a Python that does nothing."""
    brief = plan.library("three", 3) / "brief-000000.yaml"
    samples = Samples()
    for place in range(2 * plan.rounds + 1):
        nothing, shown = (_run(plan, program) for program in ([sys.executable, "-c", "pass"], command("show", brief)))
        if place:
            samples.yardstick.append(nothing)
            samples.values.append(shown)
    yield samples.row("briefing show, one brief", 6, "python -c pass, ms:")


def _run(plan: Plan, program: Sequence[str]) -> float:
    """Return milliseconds."""
    started = time.perf_counter()
    subprocess.run(program, cwd=ROOT, env=environment(plan.folder / "home"), check=True, stdout=subprocess.DEVNULL)
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
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("--rounds", type=int, default=7, help="interleaved rounds (default 7)")
    parser.add_argument("--briefs", type=int, default=1000, help="briefs in the large library (default 1000)")
    parser.add_argument("--quick", action="store_true", help="fewer keys, a shorter rest")
    chosen = parser.parse_args(arguments)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, rounds: {chosen.rounds}; {_compile()}")
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        Path(folder, "home").mkdir()
        keys, idle = (2, 0.5) if chosen.quick else (20, 5.0)
        _print(measure(Plan(Path(folder), chosen.rounds, chosen.briefs, keys, idle)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
