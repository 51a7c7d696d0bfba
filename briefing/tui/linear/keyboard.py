"""Reads single keys, and whole lines where words are asked for, from a terminal that only prints."""

from __future__ import annotations

import os
import select
import sys
import termios
import tty
import unicodedata
from collections.abc import Callable
from types import TracebackType
from typing import Self

_AFTER_ESCAPE = 0.05
"""Seconds in which the rest of a key's sequence comes; an escape alone is the key escape."""
_MOST_BYTES = 4
"""Bytes of a character in UTF-8 at most."""
_SEQUENCES = {
    "[A": "up",
    "[B": "down",
    "[C": "right",
    "[D": "left",
    "OA": "up",
    "OB": "down",
    "OC": "right",
    "OD": "left",
    "[H": "home",
    "[F": "end",
    "OH": "home",
    "OF": "end",
    "[1~": "home",
    "[4~": "end",
    "[5~": "pageup",
    "[6~": "pagedown",
    "[Z": "shift+tab",
}
"""What terminals send after an escape (ECMA-48 and xterm's control sequences), and the key."""
_CONTROLS = {"\r": "enter", "\n": "enter", "\t": "tab", "\x1b": "escape", "\x7f": "backspace", " ": "space"}
_OTHER_NAMES = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus"}
"""Names of characters that the table of actions writes in another way than Unicode."""


def key_of(character: str) -> str:
    """Return the name of a typed character as the table of actions writes it: "j", "ctrl+d", "full_stop"."""
    if character in _CONTROLS:
        return _CONTROLS[character]
    if character < " ":
        return f"ctrl+{chr(ord(character) + 96)}"
    if character.isalnum():
        return character
    name = unicodedata.name(character, "unknown").lower().replace("-", "_").replace(" ", "_")
    return _OTHER_NAMES.get(name, name)


class Keyboard:
    """The keyboard of a terminal, whose settings are put back at the end of the `with` block."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._before = termios.tcgetattr(descriptor)

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.give_back()

    def take(self) -> None:
        """Get keys one by one, without echo. ctrl+c and ctrl+z stay what they are."""
        tty.setcbreak(self._descriptor, termios.TCSADRAIN)

    def give_back(self) -> None:
        """Let the terminal have its settings from before."""
        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._before)

    def key(self) -> str | None:
        """Wait for a key and return its name. None: the terminal is gone, or its input has ended (ctrl+d is a key)."""
        first = self._byte()
        if first is None:
            return None
        if first == b"\x1b":
            return self._after_escape()
        character = first
        while len(character) < _MOST_BYTES:
            try:
                return key_of(character.decode())
            except UnicodeDecodeError:
                character += self._byte() or b"\xff\xff\xff\xff"
        return "unknown"

    def _after_escape(self) -> str:
        sequence = ""
        while select.select([self._descriptor], [], [], _AFTER_ESCAPE)[0]:
            byte = self._byte()
            sequence += (byte or b"").decode("ascii", "replace")
            if byte is None or (len(sequence) > 1 and (sequence[-1].isalpha() or sequence[-1] == "~")):
                break
            if sequence[0] not in "[O":
                return f"alt+{key_of(sequence[0])}"
        return _SEQUENCES.get(sequence, "unknown") if sequence else "escape"

    def _byte(self) -> bytes | None:
        try:
            return os.read(self._descriptor, 1) or None
        except OSError:  # the terminal is gone
            return None

    def line(self, begin: Callable[[], None]) -> str | None:
        """Wait for a line, typed with the terminal's own editing and echo. None: ctrl+d, or the terminal is gone.

        `begin` asks for it, once it can be typed so.
        """
        self.give_back()
        try:
            begin()
            line = sys.stdin.readline()
        finally:
            self.take()
        return line.rstrip("\n") if line else None
