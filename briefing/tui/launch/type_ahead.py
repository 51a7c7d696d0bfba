"""Reads the keys typed before Textual is ready: keeps them for it, and has those answered that move in what is shown.

Nothing is decided here: Textual gets the same keys, and draws over what was shown meanwhile.
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable

from briefing.tui.terminal.background import without_answers

_MOST = 4096
"""Bytes read at a time, so many that what a terminal sends for one key is never cut."""


class TypedAhead:
    """Reads the keyboard in a thread, from the first frame until `end`, which must be called."""

    def __init__(self, keyboard: int, press: Callable[[bytes], bool], answered: Callable[[bool], None]) -> None:
        """Start to read from a terminal in raw mode.

        `press` draws what a key of one byte leads to, and returns False if only Textual knows that; `answered` is told
        whether the background is light, when the terminal says so.
        """
        self._keyboard = keyboard
        self._press = press
        self._answered = answered
        self._typed = self._unfinished = b""
        self._read_end, self._write_end = os.pipe()
        self._thread = threading.Thread(target=self._listen, name="typed ahead", daemon=True)
        self._thread.start()

    def end(self) -> bytes:
        """Stop reading; return all that was typed since the last call."""
        if self._thread.is_alive():
            os.write(self._write_end, b".")
        self._thread.join()
        typed, self._typed, self._unfinished = self._typed + self._unfinished, b"", b""
        return typed

    def _listen(self) -> None:
        """Read until `end`, or until another key is typed: that one and all that follow wait for Textual."""
        while True:
            ready = select.select([self._keyboard, self._read_end], (), ())[0]
            if self._read_end in ready:
                return
            data = self._read()
            sent = without_answers(self._unfinished + data)
            self._typed += sent.keys
            self._unfinished = sent.unfinished
            if sent.is_light is not None:
                self._answered(sent.is_light)
            keys = (sent.keys[at : at + 1] for at in range(len(sent.keys)))
            if not data or not all(map(self._press, keys)):
                return

    def _read(self) -> bytes:
        try:
            return os.read(self._keyboard, _MOST)
        except OSError:  # the terminal is gone; the driver will notice
            return b""
