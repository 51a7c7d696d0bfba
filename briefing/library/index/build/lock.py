"""The build lock: only one program at a time builds an index. The system releases the lock when the program ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

SUFFIX = "-turn"
"""Suffix of the lock file beside the index. The file stays there, and is empty."""
_PAUSE, _LONGEST_PAUSE = 0.1, 1.0
"""Seconds between two attempts: at first, and at most."""


@contextmanager
def build_lock(index: Path | None, keep_waiting: Callable[[], bool]) -> Iterator[bool]:
    """Wait for the build lock of an index while `keep_waiting()` is true; yield whether the lock was acquired.

    Where files cannot be locked there is no waiting: two builds then do the same work twice, without harm.
    """
    handle = None if index is None else _opened(index.with_name(index.name + SUFFIX))
    pause = _PAUSE
    try:
        while handle is not None and not _take(handle):
            if not keep_waiting():
                yield False
                return
            time.sleep(pause)
            pause = min(pause * 1.2, _LONGEST_PAUSE)
        yield True
    finally:
        if handle is not None:
            os.close(handle)


def _opened(path: Path) -> int | None:
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | careful, 0o600)
    except OSError:  # not a file, or not writable: the build itself reports it
        return None


def _take(handle: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # the file system has no locks
        return True
    return True
