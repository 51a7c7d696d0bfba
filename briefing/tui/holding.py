"""Owns the terminal from the first frame until Textual has it, and gives it back whatever happens in between.

Keys that are typed meanwhile wait, unseen, for whoever takes over. It must be quick: it imports only what Python has
loaded by then.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
from types import FrameType

_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""What a frame stands between, so that a terminal shows all of it at once."""
_ENTER = f"\x1b[?1049h\x1b[?25l{_BEGIN}"
_LEAVE = f"\x1b[0m{_END}\x1b[?1049l\x1b[?25h"
"""A signal may cut the frame short, so what it began is ended, too."""
_DRAWN = 0.1
"""Seconds in which a thread has drawn what it is drawing."""
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT")

Attributes = list[int | list[bytes | int]]
"""A line discipline, as `termios` has it."""


class Holding:
    """The terminal while this program has it and Textual has not. Whoever ends this must call `give_back`."""

    def __init__(self) -> None:
        self.attributes: Attributes | None = None
        """The terminal's line discipline as it was found. None: nothing is drawn yet, or Textual has the terminal."""
        self._drawing = _thread.allocate_lock()

    def draw(self, frame: str) -> bool:
        """Draw a first frame, and tell whether that could be done."""
        error, keyboard = sys.__stderr__, sys.__stdin__
        if sys.platform == "win32" or error is None or keyboard is None or not keyboard.isatty():
            return False
        import termios  # not on Windows

        self.attributes = termios.tcgetattr(keyboard)
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), self._end)
        termios.tcsetattr(keyboard, termios.TCSANOW, _unechoed(self.attributes))
        error.write(f"{_ENTER}{frame}{_END}")
        error.flush()
        return True

    def redraw(self, frame: str) -> bool:
        """Draw another frame in place of the first one, from a thread, and tell whether that could be done."""
        error = sys.__stderr__
        with self._drawing:
            if error is None or not self.has_terminal:
                return False
            error.write(f"{_BEGIN}{frame}{_END}")
            error.flush()
        return True

    @property
    def has_terminal(self) -> bool:
        """Whether the first frame is on the screen and nobody has taken it over."""
        return self.attributes is not None

    def hand_over(self) -> None:
        """Put the line discipline back, for whoever takes over to find and to restore.

        Signals wait from here until the app minds them.
        """
        if self.attributes is not None:
            signal.pthread_sigmask(signal.SIG_BLOCK, [getattr(signal, name) for name in _SIGNALS])
        self._restore()

    def give_back(self) -> None:
        """Leave the screen as it was found, if it is still held."""
        if self.attributes is not None and sys.__stderr__ is not None:
            self._restore()
            sys.__stderr__.write(_LEAVE)
            sys.__stderr__.flush()

    def _restore(self) -> None:
        if self.attributes is not None and sys.__stdin__ is not None:
            import termios  # not on Windows

            termios.tcsetattr(sys.__stdin__, termios.TCSANOW, self.attributes)
            self.attributes = None

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """Give the terminal back and end at once: nothing has been begun that would have to be finished.

        An exception would be lost where Python ignores those, as in what an import leaves to weak references.
        """
        self._drawing.acquire(timeout=_DRAWN)  # for good: a thread is not to draw on the screen that is given back
        self._restore()
        if sys.__stderr__ is not None:
            os.write(sys.__stderr__.fileno(), _LEAVE.encode())
        os._exit(128 + number)


HELD = Holding()
"""The one terminal that this process runs in."""


def _unechoed(attributes: Attributes) -> Attributes:
    """Return a line discipline in which keys wait, unseen and as they are, for whoever reads them."""
    import termios  # not on Windows

    changed = attributes[:]
    changed[0] = _without(attributes[0], termios.ICRNL | termios.IXON)
    changed[3] = _without(attributes[3], termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    return changed


def _without(flags: int | list[bytes | int], bits: int) -> int | list[bytes | int]:
    return flags & ~bits if isinstance(flags, int) else flags
