"""Owns the keys that are typed before Textual is there: each is kept for it, and those that turn to a brief show it.

Nothing is decided here: Textual gets the keys as if they had been typed to it, and draws over what was shown meanwhile.
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable

TURNS = {b"J": 1, b"K": -1}
"""What the keys that turn to another brief add to its place in the list, while the reader has given them no others."""

_MOST = 4096
"""Bytes read at a time: what a terminal sends for one key is never cut."""


class TypedAhead:
    """Listens to the keyboard, in a thread, from the first frame until Textual has it. Whoever begins must `end`."""

    def __init__(self, keyboard: int, turn: Callable[[int], None]) -> None:
        """Take the descriptor of a terminal whose keys come one by one, and what shows another brief."""
        self._keyboard = keyboard
        self._turn = turn
        self._typed = b""
        self._ended, self._end = os.pipe()
        self._thread = threading.Thread(target=self._listen, name="typed ahead", daemon=True)
        self._thread.start()

    def end(self) -> bytes:
        """Listen no longer; return all that was typed. Called again it returns nothing: it was passed on."""
        if self._thread.is_alive():
            os.write(self._end, b".")
        self._thread.join()
        typed, self._typed = self._typed, b""
        return typed

    def _listen(self) -> None:
        """Read until the end, or until something is typed that only Textual understands: what follows waits for it."""
        while True:
            ready = select.select([self._keyboard, self._ended], (), ())[0]
            if self._ended in ready:
                return
            data = self._read()
            self._typed += data
            for key in (data[at : at + 1] for at in range(len(data))):
                if key not in TURNS:
                    return
                self._turn(TURNS[key])
            if not data:
                return

    def _read(self) -> bytes:
        try:
            return os.read(self._keyboard, _MOST)
        except OSError:  # the terminal has gone: whoever has it next says so
            return b""
