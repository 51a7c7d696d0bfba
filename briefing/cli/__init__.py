"""Owns the command line: parse, call, print, exit. Nothing is decided here that a screen would decide as well."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence

from briefing.tui.launch.frame_cache import STARTUP, show_kept_frame


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code. Without `argv` the process is its own, from start to end."""
    if argv is None:
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # until there is something to finish: no traceback
        _fill_gaps()
        show_kept_frame(sys.argv[1:], os.environ)
        if STARTUP.is_shown:
            gc.disable()  # the reader opens: nothing of that is garbage, and the app turns it on again
    from briefing.cli.program import main as run  # after the frame that was kept: it is on the screen meanwhile

    return run(argv)


def _fill_gaps() -> None:
    """Let streams that were closed lead nowhere: a file that is opened would take the place, and what is printed."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free, which is this one
