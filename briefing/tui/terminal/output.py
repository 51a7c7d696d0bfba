"""Writes to the terminal from a thread of its own: no key waits for a slow one, and a stuck one keeps nobody alive."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from briefing.tui.terminal.session import write_all

_WAITING = 30
"""Texts that wait at most to be written: whoever writes one more waits with them."""
_TICK = 0.02
"""Seconds between two looks whether a terminal that is stuck has begun to read again."""


class TerminalOutput:
    """Writes texts in the order in which they come. Whoever makes one must call `close`."""

    def __init__(self, descriptor: int, encoding: str, lost: Callable[[], None]) -> None:
        """Write to a descriptor; `lost` is called, from the thread, when there is no terminal any more."""
        self._descriptor = descriptor
        self._encoding = encoding
        self._lost = lost
        self._texts: deque[str] = deque()
        self._change = threading.Condition()
        self._is_writing = False
        self._is_dropped = False
        """Whether only the last text is still written."""
        self._is_over = False
        """Whether nothing more is written: the terminal has gone, or this was closed."""
        self._thread = threading.Thread(target=self._run, name="terminal output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Write a text soon; wait while too many wait already."""
        with self._change:
            self._change.wait_for(lambda: self._is_over or self._is_dropped or len(self._texts) < _WAITING)
            if not (self._is_over or self._is_dropped):
                self._texts.append(text)
                self._change.notify_all()

    def drop(self) -> None:
        """Write nothing any more but the last text: nobody is to wait for the others."""
        with self._change:
            self._is_dropped = True
            self._texts.clear()
            self._change.notify_all()

    def end_with(self, text: str, seconds: float) -> None:
        """Write what waits and then a last text; a terminal that has not taken all by then gets the last text alone."""
        with self._change:
            if not self._is_over:
                self._texts.append(text)
                self._change.notify_all()
            if self._has_written(seconds) or self._is_over:
                return
            self._texts.clear()
        self._unstick(2 * seconds)
        with self._change:
            self._texts.append(f"\x18{text}")  # CAN ends a sequence that was cut
            self._change.notify_all()
            self._has_written(seconds)

    def close(self) -> None:
        """Write nothing more, and end the thread unless the terminal is stuck."""
        with self._change:
            self._is_over = True
            self._change.notify_all()
        self._thread.join(_TICK)

    def _has_written(self, seconds: float) -> bool:
        return self._change.wait_for(lambda: self._is_over or not (self._texts or self._is_writing), seconds)

    def _unstick(self, seconds: float) -> None:
        """Discard what a stuck terminal has not read, until the thread is through with the text that it writes."""
        import termios  # not on Windows

        for _ in range(int(seconds / _TICK)):
            try:
                termios.tcflush(self._descriptor, termios.TCOFLUSH)
            except termios.error:
                return
            with self._change:
                if self._has_written(_TICK):
                    return

    def _run(self) -> None:
        while True:
            with self._change:
                self._is_writing = False
                self._change.notify_all()
                self._change.wait_for(lambda: self._texts or self._is_over)
                if self._is_over:
                    return
                text = self._texts.popleft()
                self._is_writing = True
                self._change.notify_all()
            try:
                write_all(self._descriptor, text.encode(self._encoding, "backslashreplace"))
            except OSError:
                with self._change:
                    self._is_over, self._is_writing = True, False
                    self._change.notify_all()
                self._lost()
                return
