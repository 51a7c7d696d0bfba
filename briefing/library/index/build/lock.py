"""Owns whose turn it is to build an index: one program at a time. A turn ends with the program that has it."""

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
"""What the file that is locked has behind the name of the index. It stays there: it holds nothing."""
_PAUSE, _LONGEST_PAUSE = 0.1, 1.0
"""Seconds between the first two looks whether the other has finished, and after some time."""


@contextmanager
def build_lock(index: Path | None, keep_waiting: Callable[[], bool]) -> Iterator[bool]:
    """Wait until no other program builds this index, as long as `goes_on` says so; give whether it is one's turn.

    Where files cannot be locked nobody waits: two that build do the same work twice, and no harm.
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
    except OSError:  # something else has the name, or nothing may be written: the build itself says so
        return None


def _take(handle: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # the file system knows no locks
        return True
    return True
