"""Signals that end a command: it ends its processes and leaves its files in order."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from briefing.base.static_types import NoReturn
from briefing.cli.exits import SIGNALLED


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(SIGNALLED + number)


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP raise SystemExit, unless they are ignored or handled already."""
    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    free = [number for number in wanted if signal.getsignal(number) is signal.SIG_DFL]
    try:
        for number in free:
            signal.signal(number, _end)
    except ValueError:
        free = []  # only the main thread may set a handler, and gets the signals
    try:
        yield
    finally:
        for number in free:
            signal.signal(number, signal.SIG_DFL)
