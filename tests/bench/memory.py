"""What a reader costs beside time: memory at the peak, and the processor at rest."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path

from tests.bench.bench import USUAL, Bench, Rows
from tests.bench.drills import opened_by
from tests.bench.programs import HELLO, Program
from tests.support.runs import QUIET, peak_memory, press_each, processor_time, until_ready, until_rest
from tests.support.terminal import Terminal, environment

SECTION = "memory"
_READ = 4.0
"""Seconds after which a brief on the screen has been marked read, and all that comes of that is done."""
_USED = (
    *"JJJJKK",
    *"jjjjkk",
    "s",
    "[",
    "?",
    "\x1b",
    "0",
    "G",
    "g",
    "1",
    "f",
    *"harbour",
    "\x1b",
    "F",
    *"water",
    "\x1b",
)
"""Keys that go through most of what a reader does."""
_REST = 60.0


def memory_rows(bench: Bench) -> Rows:
    """Take the peak of a reader that was used, alone and with the processes that it started, against hello's."""
    limit = 1.35 if bench.briefs <= 1000 else 1.8
    alone = bench.ratio(SECTION, "the reader alone, after use", limit, "MB")
    whole = bench.ratio(SECTION, "with its processes, after use", None, "MB")
    opened = bench.ratio(SECTION, "the reader alone, started", limit, "MB")
    rows = [opened, alone, whole]
    if not any(bench.wants(row.section, row.name) for row in rows):
        return
    library = bench.library()
    bench.indexed(library)
    for _ in range(max(1, bench.plan.rounds // 3)):
        with Terminal(HELLO, USUAL, environment(bench.folder)) as hello:
            until_ready(hello)
            bare = peak_memory(hello)
        for program in bench.programs:
            with program.terminal(["read", "--fresh", library], bench.home(program, library), USUAL) as terminal:
                until_ready(terminal)
                peak = Peak(terminal.process.pid)
                until_rest(terminal, _REST)
                opened.columns[program.name].add(peak.alone(), bare)
                press_each(terminal, [opened_by(), "\r", "\x1b", *_USED])
                terminal.settle(4 * QUIET)
                alone.columns[program.name].add(peak.alone(), bare)
                whole.columns[program.name].add(peak.together(), bare)
    yield from bench.chosen(rows)


class Peak:
    """The peak memory of a process and of those that it starts, in megabytes, as far as they are looked at."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._peaks: dict[int, float] = {}
        self.look()

    def look(self) -> None:
        """Take the peaks (VmHWM) of all processes that are there now."""
        for process in tree_of(self._process):
            self._peaks[process] = max(self._peaks.get(process, 0), _peak(process))

    def alone(self) -> float:
        """Return the peak of the process itself."""
        self.look()
        return self._peaks[self._process]

    def together(self) -> float:
        """Return the sum of all peaks."""
        self.look()
        return sum(self._peaks.values())


def tree_of(process: int) -> list[int]:
    """Return a process and all that it has started, and they."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text(encoding="ascii").split()]
    except OSError:
        return [process]
    return [process, *(each for child in children for each in tree_of(child))]


def _peak(process: int) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0.0
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024 if "VmHWM:" in status else 0.0


def rest_rows(bench: Bench) -> Rows:
    """Compare the processor's time of the programs at rest with hello's over the same seconds."""
    row = bench.ratio("rest", "processor at rest", 1.1, "µs")
    if not bench.wants(row.section, row.name):
        return
    for _ in range(max(1, bench.plan.rounds // 3)):
        with ExitStack() as stack:
            hello = stack.enter_context(Terminal(HELLO, USUAL, environment(bench.folder)))
            readers = [(program, stack.enter_context(_reader(bench, program))) for program in bench.programs]
            for terminal in (hello, *(reader for _, reader in readers)):
                until_ready(terminal)
                terminal.settle(min(_READ, bench.plan.idle))
                until_rest(terminal, _REST)
            before = [processor_time(terminal) for terminal in (hello, *(reader for _, reader in readers))]
            time.sleep(bench.plan.idle)
            bare = (processor_time(hello) - before[0]) * 1e6
            for (program, reader), earlier in zip(readers, before[1:], strict=True):
                row.columns[program.name].add((processor_time(reader) - earlier) * 1e6, bare)
    yield row


def _reader(bench: Bench, program: Program) -> Terminal:
    library = bench.library()
    bench.indexed(library)
    return program.terminal(["read", "--fresh", library], bench.home(program, library), USUAL)
