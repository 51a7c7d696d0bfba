"""Measures libraries of several sizes: `python -m tests.bench --library 1000 10000 100000`, and the table of growth.

`hello` is the bare Textual app of `tests/bench/hello.py` in the same run, in interleaved rounds.
Nothing asserts a time.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.bench.measures import LARGEST_PAINT, Plan, Row, Samples, stroke_row
from tests.support.generated import OPENING
from tests.support.runs import QUIET, TAKEN, peak_memory, press_each, processor_time, until_ready, until_rest
from tests.support.terminal import ROOT, Stroke, Terminal, command, environment

_HELLO = [sys.executable, str(Path(__file__).with_name("hello.py"))]
_FOCUS = "\x1b[I"
"""What a terminal sends when the reader comes back to it: files are looked at."""
_WORDS = "harbour foundry"
"""Typed into the filter and into the search; in every second brief or so."""
_RARE = "received quay 77"
_EMPTY = "\x15"
"""Control and U: the search keeps what was typed before."""
_READ = 4.0
"""Seconds after which a brief on the screen has been marked read, and all that comes of that is done."""
_STEADY = 1.15
"""Ratio up to which a figure counts as the same at another size: what two runs at one size differ by."""


@dataclass(slots=True)
class Growth:
    """The figures that must not grow with the library, by what they are, one for each size."""

    sizes: list[int] = field(default_factory=list)
    figures: dict[str, list[float]] = field(default_factory=dict)

    def add(self, what: str, figure: float) -> None:
        """Take the next size's figure."""
        self.figures.setdefault(what, []).append(figure)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each thing: its figures by size, and the largest library's against the smallest's."""
        yield Row("briefs", "  ".join(f"{size:>9,}" for size in self.sizes), "", None)
        for what, figures in self.figures.items():
            growth = figures[-1] / figures[0]
            shown = "  ".join(f"{figure:9.2f}" for figure in figures)
            yield Row(what, f"{shown}   x {growth:.2f}", f"growth <= x {_STEADY}", growth <= _STEADY)


def measure_library(plan: Plan, growth: Growth) -> Iterator[Row]:
    """Measure one size of library, one row after the other."""
    folder = plan.library(f"library-{plan.briefs}", plan.briefs)
    growth.sizes.append(plan.briefs)
    yield from _first_start(plan, folder)
    yield from _build(plan, folder)
    yield from _starts(plan, folder, growth)
    yield from _strokes(plan, folder, growth)
    yield from _change(plan, folder)
    yield from _rest(plan, folder, growth)


def _home(plan: Plan) -> Path:
    return plan.folder / "home"


def _forget(plan: Plan, *names: str) -> None:
    """Throw away what the program keeps in the user's folders."""
    for name in names:
        shutil.rmtree(_home(plan) / name, ignore_errors=True)


def _first_start(plan: Plan, folder: Path) -> Iterator[Row]:
    """Time the first start ever, without index, until a brief can be read."""
    first = Samples()
    for _ in range(max(1, plan.rounds // 3)):
        _forget(plan, "cache", "state")
        with plan.terminal(_HELLO) as hello:
            bare = hello.until_written(OPENING.encode())
        with plan.terminal(command(folder)) as reader:
            first.add(reader.until_written(OPENING.encode()) * 1000, bare * 1000)
    yield first.row(f"first start ever, {plan.briefs:,} briefs", 1.5, "hello, ms:")


def _build(plan: Plan, folder: Path) -> Iterator[Row]:
    """Build the index from nothing and weigh it."""
    _forget(plan, "cache", "state")
    before, started = os.times(), time.perf_counter()
    done = subprocess.run(
        command("index", folder), cwd=ROOT, env=environment(_home(plan)), check=True, capture_output=True, text=True
    )
    taken, after = time.perf_counter() - started, os.times()
    work = after.children_user + after.children_system - before.children_user - before.children_system
    rate = plan.briefs / work
    text = f"{rate:,.0f} briefs/s a core, {plan.briefs / taken:,.0f}/s by the clock, {taken:.1f} s"
    yield Row("index build, full text", text, ">= 1,200 briefs/s a core", rate >= 1200)
    yaml = sum(file.stat().st_size for file in folder.rglob("*.yaml"))
    index = sum(file.stat().st_size for file in (_home(plan) / "cache").rglob("*") if file.is_file())
    share = index / yaml
    yield Row("index on disk", f"{share:.2f} x the YAML, {index / 1e6:,.1f} MB", "<= 1.5 x", share <= 1.5)
    yield Row("what `briefing index` says", (done.stdout + done.stderr).strip().splitlines()[-1][:60], "", None)


def _starts(plan: Plan, folder: Path, growth: Growth) -> Iterator[Row]:
    """Time warm starts until a brief can be read, and until a key typed at once is answered."""
    readable, answered, whole = Samples(), Samples(), Samples()
    for place in range(plan.warm_up + plan.rounds):
        with plan.terminal(_HELLO) as hello:
            bare = hello.until_written(OPENING.encode())
        wait, key, panes = _start(plan, folder)
        if place >= plan.warm_up:
            readable.add(wait * 1000, bare * 1000)
            answered.add(key * 1000, bare * 1000)
            whole.add(panes * 1000, bare * 1000)
    yield readable.row(f"start to a readable brief, warm, {plan.briefs:,}", 0.35, "hello, ms:")
    yield answered.row(f"start to the first key answered, {plan.briefs:,}", 1.3, "hello, ms:")
    yield whole.comparison(f"start to Textual's own frame of it, {plan.briefs:,}", "hello, ms:")
    growth.add("start to a readable brief, x hello", readable.ratio)
    growth.add("start to the first key answered, x hello", answered.ratio)


def _start(plan: Plan, folder: Path) -> tuple[float, float, float]:
    """Return the seconds until a brief can be read and until `J`, typed right then, shows the next one.

    The last number: until Textual has drawn it, too.
    """
    with plan.terminal(command(folder)) as terminal:
        wait = terminal.until_written(OPENING.encode())
        terminal.press("J")
        terminal.until(lambda: _place(terminal) == 2, "the second brief")
        key = time.perf_counter() - terminal.started
        terminal.until(lambda: b"SOURCES" in terminal.written.partition(TAKEN)[2], "what Textual draws")
        panes = time.perf_counter() - terminal.started
        terminal.press("K")
        terminal.settle(4 * QUIET)
        terminal.press("q")
        terminal.until_ended()
        return wait, key, panes


def _place(terminal: Terminal) -> int | None:
    """Return which brief of the library the program has written last: "12 of 1,000"."""
    found = re.findall(rb"([\d,]+) of [\d,]+", terminal.written)
    return int(found[-1].replace(b",", b"")) if found else None


def _strokes(plan: Plan, folder: Path, growth: Growth) -> Iterator[Row]:
    """Time keys: moving, each key of a filter, each key of a search of everything."""
    keys: dict[str, list[Stroke]] = {"j": [], "J": [], "page": [], "G": [], "filter": [], "search": []}
    memory = Samples()
    for _ in range(max(1, plan.rounds // 2)):
        with plan.terminal(_HELLO) as hello:
            until_ready(hello)
            bare = peak_memory(hello)
        with plan.terminal(command(folder)) as terminal:
            until_ready(terminal)
            until_rest(terminal)
            there, back = plan.presses * plan.turns, plan.presses * plan.turns
            press_each(terminal, ["J", "K"] * plan.warm_up)
            keys["J"] += press_each(terminal, ["J"] * there + ["K"] * back)
            keys["j"] += press_each(terminal, ["j"] * there + ["k"] * back)
            keys["page"] += press_each(terminal, [" ", "b"] * plan.turns)
            keys["G"] += press_each(terminal, ["0", "G", "g", "G", "g"])[1:]
            keys["filter"] += _typed(terminal, "f", _WORDS) + _typed(terminal, "f", _RARE)
            keys["search"] += _typed(terminal, "F", _WORDS) + _typed(terminal, "F", _RARE)
            memory.add(peak_memory(terminal), bare)
    for name, strokes in keys.items():
        typed = name in {"filter", "search"}
        yield _key_row(f"{name}, {plan.briefs:,} briefs", strokes, (16, 30) if typed else (8, 16))
        growth.add(f"{name}, ms", statistics.median(stroke.last for stroke in strokes) * 1000 if strokes else 0)
    yield memory.row(f"peak memory after all that, {plan.briefs:,}", 2, "hello, MB:")
    growth.add("peak memory, x hello", memory.ratio)


def _key_row(what: str, strokes: Sequence[Stroke], limits: tuple[float, float]) -> Row:
    """Return a row whose target is the time alone: a query that leaves the event loop paints twice."""
    shown = stroke_row(what, strokes, None)
    times = sorted(stroke.last * 1000 for stroke in strokes)
    high = times[min(len(times) - 1, round(0.95 * len(times)))] if times else 0
    largest = max((stroke.size for stroke in strokes), default=0)
    met = bool(times) and statistics.median(times) <= limits[0] and high <= limits[1] and largest <= LARGEST_PAINT
    return Row(what, shown.figure, f"<= {limits[0]} / {limits[1]} ms", met)


def _typed(terminal: Terminal, key: str, words: str) -> list[Stroke]:
    """Open a field, type the words, leave it again, and return what each letter cost."""
    press_each(terminal, [key, _EMPTY])
    strokes = press_each(terminal, list(words))
    press_each(terminal, ["\x1b", "\x1b"])
    return strokes


def _change(plan: Plan, folder: Path) -> Iterator[Row]:
    """Time from the moment the reader looks until a brief that an editor has changed stands on the screen."""
    waits = Samples()
    with plan.terminal(command(folder)) as terminal:
        until_ready(terminal)
        until_rest(terminal)
        file = _shown_file(folder)
        before = file.read_bytes()
        for number in range(plan.rounds):
            title = f"Changed to {number * 7919 + 13}".encode()
            part = file.with_suffix(".part")
            part.write_bytes(re.sub(rb"(?m)^title: .*$", b"title: " + title, before, count=1))
            part.replace(file)
            started = time.perf_counter()
            terminal.press(_FOCUS)
            terminal.until(partial(terminal.written.__contains__, title), "the changed brief")
            waits.add((time.perf_counter() - started) * 1000, 1)
            terminal.settle(1.2)
        file.write_bytes(before)
    took, worst = statistics.median(waits.values), max(waits.values)
    text = f"{took:.0f} ms (worst {worst:.0f})"
    yield Row(f"one changed file of {plan.briefs:,}", text, "<= 300 ms", took <= 300)


def _shown_file(folder: Path) -> Path:
    """Return the file of the first brief, which a reader without marks starts with."""
    return min(folder.rglob("*.yaml"), key=lambda file: str(file.relative_to(folder).with_suffix("")))


def _rest(plan: Plan, folder: Path, growth: Growth) -> Iterator[Row]:
    """Compare the processor's time of both programs at rest over the same seconds."""
    with plan.terminal(_HELLO) as hello, plan.terminal(command(folder)) as reader:
        for terminal in (hello, reader):
            until_ready(terminal)
        reader.settle(min(_READ, plan.idle))
        until_rest(reader)
        before = [processor_time(terminal) for terminal in (hello, reader)]
        time.sleep(plan.idle)
        bare, own = (
            (processor_time(terminal) - earlier) / plan.idle * 100
            for terminal, earlier in zip((hello, reader), before, strict=True)
        )
    text = f"{own:.3f} % of a core (hello: {bare:.3f} %)"
    yield Row(f"at rest over {plan.idle:g} s, {plan.briefs:,}", text, "<= hello + 0.1 %", own <= bare + 0.1)
    growth.add("at rest, % of a core", own)
