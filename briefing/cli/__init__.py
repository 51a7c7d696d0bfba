"""The command line: parses it, calls a command, prints, returns an exit code."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence

_GARBAGE = 100_000
"""Allocations between two garbage collections. With Python's 700, loading modules causes 50 useless ones; the check of
one brief allocates 40,000 objects."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code. Without `argv`, use `sys.argv` and the whole process as its own."""
    if argv is None:
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # so early, there is nothing to clean up: no traceback
        _open_closed_streams()
        if not _prints(sys.argv[1:]):
            from briefing.tui.launch.frame_cache import STARTUP, show_kept_frame

            show_kept_frame(sys.argv[1:], os.environ)
            if STARTUP.is_shown:
                gc.disable()  # the reader starts, which makes no garbage; the app enables it again
        set_garbage_threshold()  # before modules are loaded
    from briefing.cli.program import main as run  # only now: the kept frame is on the screen meanwhile

    return run(argv)


def set_garbage_threshold() -> None:
    """Set how often Python collects garbage."""
    gc.set_threshold(_GARBAGE)


def _prints(arguments: Sequence[str]) -> bool:
    """Tell whether this start surely draws no frame, so that the module which draws one is not loaded."""
    return arguments[:1] in (["show"], ["check"])


def _open_closed_streams() -> None:
    """Open /dev/null for standard streams that are closed: else a file opened later would get their descriptor."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one
