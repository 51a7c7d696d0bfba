"""The terminal of this process: its bytes, its settings, its signals."""

from __future__ import annotations

from collections.abc import Callable

GIVE_BACK: list[Callable[[], None]] = []
"""What gives the terminal back, in the process in which something may take it: `session` is loaded there."""
