"""Writes to the terminal in a thread: no key waits for a slow terminal, and a stuck one cannot hold up the end."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from briefing.tui.terminal.session import write_all

_WAITING = 30
"""Texts in the queue; with more, `write` waits."""
_TICK = 0.02
"""Seconds between two attempts to make a stuck terminal read again."""


class TerminalOutput:
    """A queue of texts for the terminal, and the thread that writes them in order. `close` must be called."""

    def __init__(self, descriptor: int, encoding: str, lost: Callable[[], None]) -> None:
        """Start the thread that writes to a descriptor. It calls `lost` when the terminal is gone."""
        self._descriptor = descriptor
        self._encoding = encoding
        self._lost = lost
        self._texts: deque[str] = deque()
        self._change = threading.Condition()
        self._is_writing = False
        self._is_dropped = False
        """True once only the last text is to be written."""
        self._is_over = False
        """True once nothing more is written: the terminal is gone, or this was closed."""
        self._thread = threading.Thread(target=self._run, name="terminal output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Queue a text; wait while the queue is full."""
        with self._change:
            self._change.wait_for(lambda: self._is_over or self._is_dropped or len(self._texts) < _WAITING)
            if not (self._is_over or self._is_dropped):
                self._texts.append(text)
                self._change.notify_all()

    def drop(self) -> None:
        """Drop the queue, and write only the last text from now on."""
        with self._change:
            self._is_dropped = True
            self._texts.clear()
            self._change.notify_all()

    def end_with(self, text: str, seconds: float) -> None:
        """Write the queue, then a last text. If the terminal does not take both in time, it gets the last one alone."""
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
        """Stop writing, and end the thread, unless it hangs in a stuck terminal."""
        with self._change:
            self._is_over = True
            self._change.notify_all()
        self._thread.join(_TICK)

    def _has_written(self, seconds: float) -> bool:
        return self._change.wait_for(lambda: self._is_over or not (self._texts or self._is_writing), seconds)

    def _unstick(self, seconds: float) -> None:
        """Discard what a stuck terminal has not read, until the thread has written its text, and then the rest of that.

        Without the last flush the end of a frame might leave no room for the text that restores the terminal.
        """
        import termios  # not on Windows

        is_written = False
        for _ in range(int(seconds / _TICK)):
            try:
                termios.tcflush(self._descriptor, termios.TCOFLUSH)
                # Linux wakes a blocked write when attributes are set, even to what they are, but not at a flush.
                termios.tcsetattr(self._descriptor, termios.TCSANOW, termios.tcgetattr(self._descriptor))
            except termios.error:
                return
            if is_written:
                return
            with self._change:
                is_written = self._has_written(_TICK)

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
