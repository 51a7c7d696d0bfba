"""An attack on the reader at rest: every state that it may be left in, in a real terminal, and what it costs there.

`python -m tests.attacks.idle` measures all states for a second and a half each; with `--long` for five, and then
presses every key and quits, which must end with 0. Words name the states that are wanted. At rest a reader may cost 2 %
of a core; where something goes on that it follows, 15 %.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.attacks.idle_states import HELLO, Ground, State, states
from tests.bench.rows import Line
from tests.support.runs import whole_time
from tests.support.terminal import Terminal

REST_LIMIT, BUSY_LIMIT = 2.0, 15.0
"""Percent of a core."""

_SHORT, _LONG = 1.5, 5.0
"""Seconds."""
_SETTLED = 15.0
"""Seconds after which what was begun must have ended."""
_BEGUN = 4.0
"""Seconds until what goes on all the while is taken up."""
_LOOK, _STILL = 0.9, 0.01
"""Seconds of the clock, and of work in them: a program that does less has finished what it began."""
_ENDED = "ended with"
_PRESSED = 0.05
"""Seconds without output until the next key."""
_ESCAPE = "\x1b"
_EVERY_KEY = (
    *(_ESCAPE, _ESCAPE, _ESCAPE, "1", "j", "s", "n", "p", "q", "o", "\r", _ESCAPE, "?", _ESCAPE, "!", "j"),
    *(_ESCAPE, "0", "j", "\r", "J", "K", "2", "3", "4", "a", "[", "]", "i", _ESCAPE, "z", "z", "r", "r", "*"),
    *("d", _ESCAPE, "u", "f", "p", "a", _ESCAPE, "/", "q", "\r", "n", _ESCAPE, "F", "h", "a", "\r", "["),
    *(_ESCAPE, "A", "\r", "u", ".", ",", "R", "X", "T", "y", "Y", "S", ":", "t", _ESCAPE, "e", "J", " ", "b"),
    *("g", "G", "\x1b[I", "R"),
)
"""Keys that lead through all that the reader does. The first ones leave whatever lies over it."""
_AT_ONCE = 4
"""Readers that run beside each other: what is measured is their own time on the processor."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a state costs."""

    state: State
    percent: float
    """Of a core. -1: there was no reader."""
    said: str = ""
    """Why there was none."""

    @property
    def limit(self) -> float:
        """The most that it may cost, in percent of a core."""
        return BUSY_LIMIT if self.state.is_busy else REST_LIMIT

    @property
    def is_met(self) -> bool:
        """Whether it costs no more than it may, and the reader is still there."""
        return self.percent <= self.limit and not self.said.startswith(_ENDED)


def costs(
    chosen: Sequence[State], seconds: float, at_once: int = _AT_ONCE, *, is_exercised: bool = False
) -> Iterator[Cost]:
    """Yield what each state costs, measured over so many seconds."""
    with ThreadPoolExecutor(at_once) as pool:
        yield from pool.map(partial(cost, seconds=seconds, is_exercised=is_exercised), chosen)


def rows(chosen: Sequence[State], seconds: float) -> Iterator[Line]:
    """Yield a row of the table of measures for each state, beside a bare Textual app in the same run."""
    bare, *found = costs((HELLO, *chosen), seconds)
    yield Line(f"at rest: {HELLO.name}", f"{bare.percent:.2f} % of a core over {seconds:g} s", "", None)
    for one in found:
        figure = (
            one.said if one.percent < 0 else f"{one.percent:.2f} % of a core, {one.percent / bare.percent:.1f} x hello"
        )
        yield Line(f"at rest: {one.state.name}"[:64], figure, f"<= {one.limit:g} % of a core", one.is_met)


def cost(state: State, seconds: float, *, is_exercised: bool = False) -> Cost:
    """Bring a reader into a state, and measure it there; then let it do everything, and quit."""
    with brought_to(state) as (ground, is_there):
        terminal = ground.terminal
        if not is_there:
            return Cost(state, -1, " ".join(terminal.screen().split())[:100])
        _begin(terminal) if state.is_busy else _rest(terminal)
        used = _used(terminal, seconds)
        said = _exercised(ground) if is_exercised and ground.takes_keys else _ended(terminal)
        return Cost(state, used / seconds * 100, said)


@contextmanager
def brought_to(state: State) -> Iterator[tuple[Ground, bool]]:
    """Give a reader that was brought into a state, and whether it has come there."""
    with tempfile.TemporaryDirectory(prefix="idle-") as folder:
        ground = Ground(Path(folder))
        ground.make()
        with ground.stack:
            steps = state.steps(ground)
            next(steps)
            with Terminal(ground.command(), ground.size, ground.environment()) as terminal:
                ground.opened = terminal
                is_there = _is_ready(ground, state)
                if is_there:
                    next(steps, None)
                yield ground, is_there


def _ended(terminal: Terminal) -> str:
    ended = terminal.process.poll()
    return "" if ended is None else f"{_ENDED} {ended}"


def log_of(ground: Ground) -> str:
    """Return what a reader has left that broke: the last lines of its log that name our own files."""
    logs = sorted(ground.home.rglob("crash-*.log"))
    lines = logs[-1].read_text(encoding="utf-8").splitlines() if logs else []
    return "".join(f"\n    {line.strip()}" for line in lines if "/briefing/" in line or not line.startswith(" "))


def _exercised(ground: Ground) -> str:
    """Press every key, and quit; return what is wrong with how the reader ended."""
    terminal = ground.terminal
    if ended := _ended(terminal):
        return ended
    for key in _EVERY_KEY:
        if terminal.process.poll() is None:
            terminal.press(key)
            terminal.settle(_PRESSED)
    stop = time.monotonic() + _SETTLED
    while terminal.process.poll() is None and time.monotonic() < stop:
        terminal.press("\x11")
        terminal.settle(_PRESSED)
    code = terminal.process.poll()
    nothing_picked = int(ground.arguments[:1] == ["pick"])
    return (
        ""
        if code == nothing_picked or ground.program
        else f"{_ENDED} {code} when every key was pressed{log_of(ground)}"
    )


def _is_ready(ground: Ground, state: State) -> bool:
    """Wait until the reader has the terminal; tell whether it is one."""
    terminal = ground.terminal
    wanted = ground.ready
    terminal.until(lambda: wanted in terminal.written or terminal.process.poll() is not None, "a start, or an end")
    terminal.settle(0.4)
    if terminal.process.poll() is None and not state.is_busy:
        _rest(terminal)
    return terminal.process.poll() is None


def _begin(terminal: Terminal) -> None:
    """Let a program take up what never ends."""
    _used(terminal, _BEGUN)


def _rest(terminal: Terminal) -> None:
    """Wait until the program does nothing of its own any more, or for so long that it should."""
    stop = time.monotonic() + _SETTLED
    while time.monotonic() < stop:
        if _used(terminal, _LOOK) < _STILL:
            return


def _used(terminal: Terminal, seconds: float) -> float:
    """Return the seconds of the processor that a program uses in so many of the clock; what it writes is read."""
    before, until = whole_time(terminal.process.pid), time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if not terminal.read(left) and terminal.process.poll() is not None:
            time.sleep(max(0.0, until - time.monotonic()))
    return whole_time(terminal.process.pid) - before


def chosen_by(words: Sequence[str]) -> list[State]:
    """Return the states that have one of these words in their name; without words all."""
    return [state for state in states() if not words or any(word in state.name for word in words)]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure; the exit code is 1 if a state costs more than it may."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks.idle", description=__doc__)
    parser.add_argument("--long", action="store_true", help="measure for five seconds, then press every key")
    parser.add_argument("--at-once", type=int, default=_AT_ONCE, help=f"readers beside each other (default {_AT_ONCE})")
    parser.add_argument("words", nargs="*", help="of the states that are wanted (default: all)")
    chosen = parser.parse_args(argv)
    missed = []
    for found in costs(
        chosen_by(chosen.words), _LONG if chosen.long else _SHORT, chosen.at_once, is_exercised=chosen.long
    ):
        verdict = "met" if found.is_met else "MISSED"
        sys.stdout.write(f"{found.state.name:60} {found.percent:7.2f} % {verdict:7} {found.said}\n")
        sys.stdout.flush()
        missed += [] if found.is_met else [found.state.name]
    sys.stdout.write(
        f"{len(missed)} states cost too much on {os.cpu_count()} cores{': ' if missed else ''}{', '.join(missed)}\n"
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
