"""The terminal of this process: how it was found, who draws on it, and what a signal does to it.

The first frame is drawn before Textual is imported; then the app's driver has the terminal, now and then an editor. It
is entered and left in one place, whoever has it, so that its settings are the same after as before. It must be quick to
import: only what Python has loaded by then.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
from collections.abc import Callable
from errno import EINTR
from time import monotonic, sleep
from types import FrameType

BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
"""What a frame stands between, so that a terminal shows all of it at once."""
_ENTER = "\x1b[?1049h\x1b[?25l"
_LISTEN = "\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h\x1b[?1004h\x1b[>25u\x1b[?2004h\x1b[?7l"
"""Asks for the mouse, the focus, keys by the kitty protocol, pastes as such; lines are not wrapped."""
_DEAFEN = "\x1b[?7h\x1b[?2004l\x1b[<u\x1b[?1004l\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1000l"
"""The keyboard protocol is kept for each screen, so it ends before the alternate screen does."""
_LEAVE = "\x1b[0m\x1b[?1049l\x1b[?25h"
_DRAWN = 0.1
"""Seconds in which a thread has drawn what it is drawing, and in which a terminal takes what is written."""
_LEFT = 0.8
"""Seconds in which a thread has left the terminal, also one that is stuck."""
_IN_TIME = 0.8
"""Seconds in which an app that a signal ends has written what it keeps; then the process ends."""
_BORROWED = 2.0
"""Seconds in which a program that has the terminal ends when it is told to; then it is killed."""
_MOST = (1000, 500)
"""Columns and rows of the largest screen that is drawn; a terminal may claim to have 65,535."""
_READ = 64
"""Signals that are read at a time."""
_TOGETHER = 0.02
"""Seconds between the answers to two signals, at most, that came together."""
_USUAL = (80, 24)
"""Those of a terminal that does not know its size."""

_GO_ON, _STOP = getattr(signal, "SIGCONT", None), getattr(signal, "SIGTSTP", None)
_OTHERS = ("KILL", "STOP", "TTIN", "TTOU", "CHLD", "URG", "WINCH", "PIPE", "XFSZ", "SEGV", "BUS", "FPE", "ILL", "INFO")
"""Signals that are left as Python has them: they cannot be caught, end nothing, or come from a fault of the process."""
_FROM_KEYS = (signal.SIGINT, getattr(signal, "SIGQUIT", None))
"""Signals that a terminal sends to a program which has borrowed it, and to its lender as well."""

Attributes = list[int | list[bytes | int]]
"""A line discipline, as `termios` has it."""


class TerminalUser:
    """What the terminal asks of the app that has it."""

    def __init__(
        self,
        write: Callable[[str], None],
        write_last: Callable[[str], None],
        show: Callable[[], None],
        end: Callable[[int], None],
    ) -> None:
        self.write = write
        """Writes after all that was written before."""
        self.write_last = write_last
        """Does so, and waits until the terminal has taken it, but not for long."""
        self.show = show
        """Draws everything anew. Does not wait."""
        self.end = end
        """Ends, since this signal came. Does not wait; the thread may be any."""


class Borrower:
    """A program that has the terminal for a while."""

    def __init__(self, send: Callable[[int], None], kill: Callable[[], None]) -> None:
        self.send = send
        """Sends it a signal."""
        self.kill = kill
        """Ends it at once."""


class TerminalSession:
    """The terminal of this process. Whoever draws on it must call `give_back` in the end."""

    def __init__(self) -> None:
        self.ending = 0
        """The signal that ends this process; SIGHUP also where the terminal has gone without one. 0: none does."""
        self.typed: Callable[[], bytes] | None = None
        """Returns what was typed since the first frame, and listens no longer. None: nobody has listened."""
        self._attributes: Attributes | None = None
        """The terminal's line discipline as it was found. None: it is not entered."""
        self._frame = ""
        """What is drawn anew if the process was stopped; the app does that for itself."""
        self._app: TerminalUser | None = None
        self._lent: Attributes | None = None
        """The line discipline that a borrower has found. None: nobody borrows the terminal."""
        self._borrower: Borrower | None = None
        self._is_left = False
        """Whether the terminal was left by whoever had it, so that only they may enter it again."""
        self._drawing = _thread.allocate_lock()
        self._leaving = _thread.allocate_lock()
        self._minds_signals = False
        self._went_on = 0.0
        """When the process last went on after a stop, in seconds of the monotonic clock."""
        self._signals: list[int] = []
        """Those that came while something was done that they must not cut."""
        self._is_busy = False

    @property
    def has_terminal(self) -> bool:
        """Whether the first frame is on the screen and no app has taken it over."""
        return self._attributes is not None and self._app is None

    # the first frame

    def draw(self, frame: str) -> bool:
        """Draw a first frame, and tell whether that could be done."""
        if sys.platform == "win32" or sys.__stderr__ is None or sys.__stdin__ is None or not sys.__stdin__.isatty():
            return False
        self._frame = frame
        self.mind_signals()
        return self._undisturbed(self._draw_first)

    def redraw(self, frame: str) -> bool:
        """Draw another frame in place of the first one, from any thread, and tell whether that could be done."""
        with self._drawing:
            if not self.has_terminal:
                return False
            self._frame = frame
            return self._write(f"{BEGIN}{frame}{END}")

    def _draw_first(self) -> bool:
        return self._enter() and self._write(f"{_ENTER}{BEGIN}{self._frame}{END}")

    # the app

    def take(self, app: TerminalUser) -> bytes:
        """Let an app have the terminal, first or again; return what was typed before."""
        typed, self.typed = (self.typed() if self.typed else b""), None
        self._app, self._is_left = app, False
        self.mind_signals()
        self._undisturbed(self._take)
        return typed

    def _take(self) -> bool:
        app, is_drawn_on = self._app, self._attributes is not None
        if app is None or self.ending or not self._enter():
            return False
        app.write(_LISTEN if is_drawn_on else f"{_ENTER}{_LISTEN}")
        if os.environ.get("TERM_PROGRAM") != "Apple_Terminal":  # which would show the end of the query
            app.write("\x1b[?2026$p")
        return True

    def leave(self) -> None:
        """Leave the screen and the settings of the terminal as they were found; `take` may enter it again."""
        self._is_left = True
        self._undisturbed(self._leave)

    def give_back(self) -> None:
        """Leave the terminal for good, if it is still held."""
        self.leave()
        self._app = None

    def lost(self) -> None:
        """There is no terminal any more, as behind a window that was closed. May be called from any thread."""
        self._attributes = None
        if not self.ending:
            self._end(signal.SIGHUP)

    # a borrower

    def lend(self) -> None:
        """Let a program have the terminal that was left. Whoever calls this calls `take_back` when that has ended."""
        self._lent = _attributes() or []

    def borrowed(self, borrower: Borrower) -> None:
        """Take note of the program: what ends this process is to end it first."""
        self._borrower = borrower
        if self.ending:
            borrower.send(self.ending)

    def take_back(self) -> None:
        """Give the terminal the settings back that the program has found, however it ended."""
        lent, self._lent, self._borrower = self._lent, None, None
        if lent:
            _apply(lent)
        if self.ending:
            self._write(_LEAVE)

    # entering and leaving

    def _enter(self) -> bool:
        """Have keys come one by one, unseen; tell whether there is a terminal that does so."""
        found = self._attributes or _attributes()
        if found is None:
            return False
        self._attributes = found
        return _apply(_unechoed(found))

    def _leave(self) -> bool:
        is_alone = self._leaving.acquire(timeout=_LEFT)  # the main thread may be at it, and be slow
        try:
            return self._leave_alone()
        finally:
            if is_alone:
                self._leaving.release()

    def _leave_alone(self) -> bool:
        found, app = self._attributes, self._app
        if found is None:
            return False
        is_still = self._drawing.acquire(timeout=_DRAWN)  # no thread is to draw on the screen that is given back
        if app is None:
            self._write_in_time(f"{END}{_LEAVE}")
        else:
            app.write_last(f"{END}{_DEAFEN}{_LEAVE}")
            _forget_keys()  # answers of the terminal, which the shell would take for words
        self._attributes = None
        if is_still:
            self._drawing.release()
        return _apply(found)

    def _write(self, text: str) -> bool:
        """Write to the terminal past the app; tell whether there is one."""
        try:
            write_all(2, text.encode(getattr(sys.__stderr__, "encoding", None) or "utf-8", "backslashreplace"))
        except OSError:
            self.lost()
            return False
        return True

    def _write_in_time(self, text: str) -> None:
        """Write what fits into a terminal that may be stuck: what it has not read makes room."""
        import select  # not needed by a start that goes well
        import termios  # not on Windows

        try:
            if not select.select((), (2,), (), _DRAWN)[1]:
                termios.tcflush(2, termios.TCOFLUSH)
            os.write(2, text.encode())
        except (OSError, termios.error):
            self._attributes = None

    # signals

    def mind_signals(self) -> None:
        """Leave the terminal before a signal ends or stops this process; come back when it goes on."""
        if self._minds_signals or sys.platform == "win32":
            return
        self._minds_signals = True
        others = {getattr(signal, f"SIG{name}", None) for name in _OTHERS}
        for number in signal.valid_signals() - others:
            if signal.getsignal(number) != signal.SIG_IGN:  # as `nohup` has it
                signal.signal(number, self._signalled)
        heard, hears = os.pipe()
        os.set_blocking(hears, False)
        signal.signal(signal.SIGURG, _nothing)
        signal.set_wakeup_fd(hears, warn_on_full_buffer=False)
        _thread.start_new_thread(_wake_main_thread, (heard,))

    def _signalled(self, number: int, _frame: FrameType | None) -> None:
        """Answer a signal at once, or after what it must not cut.

        An exception would be lost where Python ignores those, as in what an import leaves to weak references.
        """
        self._signals.append(number)
        self._answer()

    def _answer(self) -> None:
        while self._signals and not self._is_busy:
            self._is_busy = True
            try:
                if self._signals:  # one that came meanwhile has answered all
                    self._obey(self._signals.pop(0))
            finally:
                self._is_busy = False

    def _undisturbed(self, do: Callable[[], bool]) -> bool:
        """Do what a signal must not cut; those that come meanwhile are answered afterwards."""
        if self._is_busy or _thread.get_ident() != _MAIN:  # only the main thread hears signals
            return do()
        self._is_busy = True
        try:
            return do()
        finally:
            self._is_busy = False
            self._answer()

    def _obey(self, number: int) -> None:
        if number == _GO_ON:
            self._go_on()
        elif number == _STOP:
            self._stop()
        elif not self.ending and not (self._lent is not None and number in _FROM_KEYS):
            self._end(number)

    def _stop(self) -> None:
        # Python answers those that came together by their numbers: SIGCONT first, which came to undo this one.
        if self.ending or monotonic() - self._went_on < _TOGETHER:
            return
        self._leave()
        if _GO_ON not in self._signals:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Have the screen and the settings again that a shell may have changed while the process was stopped."""
        if not (self.ending or self._is_left or self._lent is not None):
            if self._app is None:
                self._draw_first()
            elif self._take_again():
                self._app.show()
        self._went_on = monotonic()

    def _take_again(self) -> bool:
        """Enter the terminal again, whether it was left or not."""
        if self._app is None or not self._enter():
            return False
        self._app.write(f"{_DEAFEN}{_ENTER}{_LISTEN}")  # what was not left is not to be on twice
        return True

    def _end(self, number: int) -> None:
        if self._app is not None or self._is_left:
            self._end_app(number)
        else:  # nothing has been begun that would have to be finished
            self._leave()
            os._exit(128 + number)

    def _end_app(self, number: int) -> None:
        """Have the app end, after what has borrowed the terminal from it; in any case the process ends soon."""
        self.ending = number
        if self._borrower is not None:
            self._borrower.send(number)
        if self._app is not None:
            self._app.end(number)
        _thread.start_new_thread(self._end_in_time, (number,))

    def _end_in_time(self, number: int) -> None:
        for _ in range(int(_BORROWED / _DRAWN)):
            if self._lent is None:
                break
            sleep(_DRAWN)
        if self._borrower is not None:
            self._borrower.kill()
        sleep(_IN_TIME)
        self._leave()
        os._exit(128 + number)


_MAIN = _thread.get_ident()
TERMINAL = TerminalSession()
"""The one terminal that this process runs in."""


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """Answer a signal whose only purpose is to interrupt what the main thread waits for."""


def _wake_main_thread(heard: int) -> None:
    """Interrupt the main thread whenever a signal has come, for good.

    The system may give a signal to any thread, but only the main thread answers it, and that may wait for a program or
    a key.
    """
    while numbers := os.read(heard, _READ):
        if any(number != signal.SIGURG for number in numbers):
            signal.pthread_kill(_MAIN, signal.SIGURG)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of it, also where the descriptor was made non-blocking by somebody else.

    A stream of Python's would raise where a signal comes while it is written, and its answer writes as well.

    Raises:
        OSError: nothing can be written any more.

    """
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:
            import select  # not needed by a start that goes well

            select.select((), (descriptor,), ())


def terminal_size() -> tuple[int, int]:
    """Return the columns and rows of the terminal: what the environment says, or else what the terminal says.

    Raises:
        OSError: there is no terminal.

    """
    found = os.get_terminal_size(2)
    columns = _said("COLUMNS") or found.columns or _USUAL[0]
    rows = _said("LINES") or found.lines or _USUAL[1]
    return min(columns, _MOST[0]), min(rows, _MOST[1])


def _said(name: str) -> int:
    """Return a size that the environment says; 0: it says none."""
    word = os.environ.get(name, "")
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= len(str(_MOST[0])) else 0


def _attributes() -> Attributes | None:
    """Return the line discipline of the terminal as it is now. None: there is no terminal."""
    import termios  # not on Windows

    try:
        return termios.tcgetattr(0)
    except termios.error:
        return None


def _apply(attributes: Attributes) -> bool:
    """Set a line discipline; tell whether there is a terminal that has it now."""
    import termios  # not on Windows

    while True:
        try:
            termios.tcsetattr(0, termios.TCSANOW, attributes)
        except termios.error as error:
            if error.args[0] != EINTR:  # a process in the background is stopped here, and tries again when it goes on
                return False
        else:
            return True


def _forget_keys() -> None:
    """Forget what was typed and not read."""
    import termios  # not on Windows

    try:
        termios.tcflush(0, termios.TCIFLUSH)
    except termios.error:
        return


def _unechoed(attributes: Attributes) -> Attributes:
    """Return a line discipline in which each key comes at once, as it is, unseen, and none stops or ends anything."""
    import termios  # not on Windows

    changed = attributes[:]
    changed[0] = _without(attributes[0], termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
    changed[3] = _without(attributes[3], termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    if isinstance(attributes[6], list):
        at_once = {termios.VMIN: 1, termios.VTIME: 0}
        changed[6] = [at_once.get(at, character) for at, character in enumerate(attributes[6])]
    return changed


def _without(flags: int | list[bytes | int], bits: int) -> int | list[bytes | int]:
    return flags & ~bits if isinstance(flags, int) else flags
