"""Owns the bar that shows how far long work has come: on a terminal only, and only after a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO, TypeVar

from briefing.cli.streams import is_terminal

_PATIENCE = 1.0
"""Seconds of work before anything is shown."""
_PAUSE = 0.1
"""Seconds between two bars."""
_CELLS = 30

_Item = TypeVar("_Item")


def progress(
    items: Sequence[_Item], stream: TextIO | None, clock: Callable[[], float] = time.monotonic
) -> Iterator[_Item]:
    """Yield the items, and draw on the stream how many have been; nothing is left of it in the end."""
    if stream is None or not is_terminal(stream):
        yield from items
        return
    due = clock() + _PATIENCE
    width = 0
    for number, item in enumerate(items):
        if clock() >= due:
            bar = _bar(number, len(items))
            width = len(bar)
            stream.write(f"\r{bar}")
            stream.flush()
            due = clock() + _PAUSE
        yield item
    if width:
        stream.write(f"\r{' ' * width}\r")
        stream.flush()


def _bar(done: int, of: int) -> str:
    filled = done * _CELLS // of
    return f"[{'#' * filled}{'.' * (_CELLS - filled)}] {done:,} of {of:,} briefs "
