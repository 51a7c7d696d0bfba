"""Signals that end a command: it ends its processes and leaves its files in order."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from briefing.cli.exits import SIGNALLED


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(SIGNALLED + number)


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP raise SystemExit, unless they are ignored or handled already."""
    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        wanted = []
    free = [number for number in wanted if signal.getsignal(number) is signal.SIG_DFL]
    for number in free:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in free:
            signal.signal(number, signal.SIG_DFL)
