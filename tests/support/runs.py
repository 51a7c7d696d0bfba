"""Measures a running program: its keys, its memory, its processor time, and its cost at rest."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.support.generated import OPENING
from tests.support.terminal import Stroke, Terminal

QUIET = 0.08
"""Seconds without output after which a key counts as answered; more than four frames of Textual."""
TAKEN = b"\x1b[?1004h"
"""What Textual writes as soon as it has the terminal: that it wants to be told of the focus."""
_AT_REST = 0.0025
"""Seconds of work in a quarter of a second: a program that does less has finished what it began."""
_SCHEDULED = 2
"""The clock of Linux for a process's time on the processor: CPUCLOCK_SCHED."""


def until_ready(terminal: Terminal) -> None:
    """Wait until the brief can be read, Textual has the terminal, and all that it draws at first is drawn."""
    for words in (OPENING.encode(), TAKEN):
        terminal.until_written(words)
    terminal.settle(4 * QUIET)


def until_rest(terminal: Terminal, seconds: float = 10) -> None:
    """Wait until the program does nothing of its own any more, or for so long."""
    stop = time.monotonic() + seconds
    while time.monotonic() < stop:
        before = processor_time(terminal)
        terminal.settle(0.25)
        if processor_time(terminal) - before < _AT_REST:
            return


def press_each(terminal: Terminal, keys: list[str]) -> list[Stroke]:
    """Press one key after the other; what changes nothing is left out."""
    strokes = [terminal.stroke(key, QUIET) for key in keys]
    return [stroke for stroke in strokes if stroke]


def peak_memory(terminal: Terminal) -> float:
    """Return megabytes (VmHWM)."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def processor_time(terminal: Terminal) -> float:
    """Return seconds, of all threads."""
    tasks = Path(f"/proc/{terminal.process.pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9


def whole_time(process: int) -> float:
    """Return seconds of a process, of all threads that it has or had, and of its children; 0 of one that is gone."""
    try:
        own = time.clock_gettime(~process << 3 | _SCHEDULED)
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text(encoding="ascii").split()]
    except OSError:
        return 0.0
    ended = sum(map(int, status[13:15])) / os.sysconf("SC_CLK_TCK")
    return own + ended + sum(whole_time(int(child)) for child in children)
