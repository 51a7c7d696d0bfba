"""The terminal of this process: its bytes, its settings, its signals."""

from __future__ import annotations

from collections.abc import Callable

GIVE_BACK: list[Callable[[], None]] = []
"""What gives the terminal back, in the process in which something may take it: `session` is loaded there."""
SIMPLE_TERMINALS = (None, "", "linux", "dumb")
"""Values of $TERM of terminals that get no operating system command, be it a question, a title or a link: they would
print it."""
