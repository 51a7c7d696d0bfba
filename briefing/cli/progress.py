"""A progress bar, on a terminal only and only after a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from briefing.base.static_types import TextIO, TypeVar
from briefing.cli.streams import is_terminal

_PATIENCE = 1.0
"""Seconds of work before the bar is shown."""
_PAUSE = 0.1
"""Seconds between two updates."""
_CELLS = 30
"""Width of the bar, in columns."""

_Item = TypeVar("_Item")


class ProgressBar:
    """Shows how many briefs of how many are done, and how many a second. Draws nothing without a terminal."""

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream if is_terminal(stream) else None
        self._clock = clock
        self._started = clock()
        self._due = self._started + _PATIENCE
        self._width = 0
        """Width of what is on the screen, in columns."""

    def show(self, done: int, of: int) -> None:
        """Draw the bar, unless it was drawn just now."""
        if self._stream is None:
            return
        now = self._clock()
        if now < self._due:
            return
        bar = f"{_bar(done, of)}, {done / (now - self._started):,.0f} a second "
        self._write(f"\r{bar.ljust(self._width)}")
        self._width = len(bar)
        self._due = now + _PAUSE

    def clear(self) -> None:
        """Remove the bar from the screen."""
        if self._width:
            self._write(f"\r{' ' * self._width}\r")
            self._width = 0

    def _write(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(text)
            self._stream.flush()


def progress(
    items: Sequence[_Item], stream: TextIO | None, clock: Callable[[], float] = time.monotonic
) -> Iterator[_Item]:
    """Yield the items, with a progress bar on the stream, which is removed at the end."""
    bar = ProgressBar(stream, clock)
    for number, item in enumerate(items):
        bar.show(number, len(items))
        yield item
    bar.clear()


def _bar(done: int, of: int) -> str:
    filled = min(done, of) * _CELLS // max(1, of)
    return f"[{'#' * filled}{'.' * (_CELLS - filled)}] {done:,} of {of:,} briefs"
