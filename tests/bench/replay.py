"""The screen after each piece of output, by the time at which it came: parsing costs nothing that is measured."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.support.screen import Screen
from tests.support.terminal import Size, Terminal

_PAUSE = 0.03
"""Seconds without output in which there is time to parse."""
_AT_MOST = 0.3
"""Seconds of output without a pause before it is parsed all the same."""


class Replay:
    """Follows what a terminal shows."""

    def __init__(self, terminal: Terminal, size: Size) -> None:
        self._terminal = terminal
        self._screen = Screen(size.columns, size.rows)
        self._screen.feed(bytes(terminal.written))

    def screen(self) -> str:
        """Return the lines on the screen, as far as they were read."""
        return "\n".join(line.rstrip() for line in self._screen.lines())

    def until(self, done: Callable[[str], bool], seconds: float) -> float | None:
        """Return when the output came after which the screen is as wanted (`time.perf_counter`); None: never."""
        stop = time.perf_counter() + seconds
        held: list[tuple[float, bytes]] = []
        while time.perf_counter() < stop:
            chunk = self._terminal.read(_PAUSE)
            if chunk:
                held.append((time.perf_counter(), chunk))
            if held and (not chunk or held[-1][0] - held[0][0] > _AT_MOST):
                for at, each in held:
                    self._screen.feed(each)
                    if done(self.screen()):
                        return at
                held.clear()
            if not chunk and self._terminal.process.poll() is not None:
                return None
        return None
