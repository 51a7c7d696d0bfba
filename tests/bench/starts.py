"""Starts, with and without a kept frame: until a brief can be read, and until a key typed then is answered."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from typing import NamedTuple

from tests.bench.bench import USUAL, Bench, Rows
from tests.bench.programs import Program
from tests.bench.replay import Replay
from tests.bench.rows import Measured, Row
from tests.support.generated import OPENING
from tests.support.runs import QUIET, TAKEN, processor_time
from tests.support.terminal import Terminal

SECTION = "start"
_CURSOR = "▌"
_LONGEST = 6.0
"""Seconds until an answer counts as never given."""


class FirstKey(NamedTuple):
    """A key typed as soon as a brief can be read."""

    key: str
    done: Callable[[str, str], bool]
    """Whether a screen answers it, given the screen before."""
    back: str
    """Keys that lead back to what was before, so that the next start finds its frame."""


FIRST_KEYS = (
    FirstKey("J", lambda now, _: " 2 of " in now.split("\n")[0], "K"),
    FirstKey("j", lambda now, before: _cursor(now) > _cursor(before) >= 0, "k"),
    FirstKey("?", lambda now, _: "SIGNS OF CLAIMS" in now, "\x1b"),
    FirstKey("f", lambda now, _: "all briefs" in now.split("\n")[-1], "\x1b"),
)
"""One that is drawn before Textual is there, one of the pane, a page, and a field."""
_KEPT = ("with a kept frame", "without a kept frame")


def start_rows(bench: Bench) -> Rows:
    """Measure starts of the library, round by round: hello, then each program with each key."""
    table = _Table(bench)
    if not table.wanted():
        return
    library = bench.library()
    bench.indexed(library)
    for turn in range(bench.plan.warm_up + bench.plan.rounds):
        hello = bench.hello.start()
        for program in bench.programs:
            table.is_counted = turn >= bench.plan.warm_up
            for first in table.keys:
                table.measure(program, first, hello)
    yield from table.wanted()


class _Table:
    """The rows of starts, and what a start adds to them."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._readable = {kept: bench.ratio(SECTION, f"readable, {kept}", 0.35) for kept in _KEPT}
        self._answered = {
            (first.key, kept): bench.ratio(SECTION, f"{first.key} answered, {kept}", 1.25)
            for first in FIRST_KEYS
            for kept in _KEPT
        }
        self._work = bench.ratio(SECTION, "readable, without a kept frame, processor time")
        self._whole = bench.ratio(SECTION, "drawn by Textual too")
        self.is_counted = False
        rows = [row for (key, _), row in self._answered.items()]
        some = [
            first
            for first in FIRST_KEYS
            if any(bench.wants(SECTION, row.name) for row in rows if row.name[0] == first.key)
        ]
        self.keys = some or list(FIRST_KEYS[:1])
        """Keys that are typed: those whose rows are wanted."""

    def wanted(self) -> list[Row]:
        """Return the rows that are measured."""
        rows = [*self._readable.values(), *self._answered.values(), self._work, self._whole]
        return list(self._bench.chosen(rows))

    def measure(self, program: Program, first: FirstKey, hello: float) -> None:
        """Start with the frame of the start before, and without; both end as they began."""
        for kept in _KEPT:
            home = self._bench.home(program, self._bench.library())
            if kept == _KEPT[1]:
                shutil.rmtree(home / "cache" / "briefing" / "frames", ignore_errors=True)
            with program.terminal([self._bench.library()], home, USUAL) as terminal:
                readable = terminal.until_written(OPENING.encode()) * 1000
                work = processor_time(terminal) * 1000
                answered = self._answer(terminal, first)
                whole = _drawn(terminal)
                _left(terminal, first)
            if self.is_counted:
                self._readable[kept].columns[program.name].add(readable, hello)
                _add(self._answered[first.key, kept].columns[program.name], answered, hello)
                if kept == _KEPT[1]:
                    self._work.columns[program.name].add(work, self._bench.hello.work)
                self._whole.columns[program.name].add(whole, hello)

    @staticmethod
    def _answer(terminal: Terminal, first: FirstKey) -> float | None:
        """Type the key now, and return the milliseconds since the start until the screen answers it."""
        replay = Replay(terminal, USUAL)
        before = replay.screen()
        terminal.press(first.key)

        def is_answered(now: str) -> bool:
            nonlocal before
            if _cursor(before) < 0:  # only a part of the first frame was read: this is the rest
                before = now
            return first.done(now, before)

        answered = replay.until(is_answered, _LONGEST)
        return None if answered is None else (answered - terminal.started) * 1000


def _add(column: Measured, value: float | None, hello: float) -> None:
    if value is None:
        column.note = "some starts never answered it"
    else:
        column.add(value, hello)


def _drawn(terminal: Terminal) -> float:
    """Return the milliseconds since the start until Textual has drawn its first frame."""
    terminal.until(lambda: TAKEN in terminal.written, "Textual's frame")
    taken = time.perf_counter()
    terminal.settle(4 * QUIET)
    return (taken - terminal.started) * 1000


def _left(terminal: Terminal, first: FirstKey) -> None:
    terminal.stroke(first.back, 4 * QUIET)
    terminal.press("q")
    terminal.until_ended()


def _cursor(screen: str) -> int:
    """Return the row of the cursor, -1 without one."""
    return next((number for number, line in enumerate(screen.split("\n")) if _CURSOR in line), -1)
