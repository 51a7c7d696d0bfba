"""The terminal of this process: its settings, who draws on it, and what signals do to it.

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
from math import inf
from time import monotonic, sleep
from types import FrameType

from briefing.tui.terminal import GIVE_BACK, SIMPLE_TERMINALS

BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
"""Written before and after a frame (synchronised output), so that a terminal shows all of it at once."""
_ENTER = "\x1b[?1049h\x1b[?25l"
_ASK = "\x1b]11;?\x1b\\"
"""Asks for the colour of the background (OSC 11). Many terminals answer, others are silent."""
_LISTEN = "\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h\x1b[?1004h\x1b[>25u\x1b[?2004h\x1b[?2031h\x1b[?7l"
"""Turns on mouse and focus reports, the kitty keyboard protocol, bracketed paste and reports of a change between dark
and light; turns line wrapping off."""
_DEAFEN = "\x1b[?7h\x1b[?2031l\x1b[?2004l\x1b[<u\x1b[?1004l\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1000l"
"""Turns them off. Terminals keep the keyboard protocol for each screen, so it ends before the alternate screen."""
_LEAVE = "\x1b[0m\x1b[?1049l\x1b[?25h"
_SAVE_TITLE, _RESTORE_TITLE = "\x1b[22;2t", "\x1b[23;2t"
"""Put the title on a stack of the terminal, and take it back."""
_LONGEST_TITLE = 200
"""Characters of the longest title of a window."""
_DRAWN = 0.1
"""Seconds to wait for a thread that is drawing, and for a terminal to take what is written."""
_LEFT = 0.8
"""Seconds to wait for another thread to leave the terminal, even a stuck one."""
_IN_TIME = 0.8
"""Seconds that an app has to save its state after a signal; then the process ends."""
_BORROWED = 2.0
"""Seconds that a borrower of the terminal has to end when it is told to; then it is killed."""
_MOST = (1000, 500)
"""Columns and rows of the largest screen that is drawn; a terminal may claim to have 65,535."""
_READ = 64
"""Bytes read at a time from the wakeup pipe, one for each signal."""
_TOGETHER = 0.02
"""Signals whose answers are at most so many seconds apart came together."""
_ANSWERED = 0.05
"""Seconds after the app has the terminal in which an answer to a question is believed; nothing waits for it."""
_USUAL = (80, 24)
"""Columns and rows of a terminal that does not know its size."""

_GO_ON, _STOP = getattr(signal, "SIGCONT", None), getattr(signal, "SIGTSTP", None)
_OTHERS = ("KILL", "STOP", "TTIN", "TTOU", "CHLD", "URG", "WINCH", "PIPE", "XFSZ", "SEGV", "BUS", "FPE", "ILL", "INFO")
"""Signals that are not handled: they cannot be caught, end nothing, or come from a fault of the process."""
_FROM_KEYS = (signal.SIGINT, getattr(signal, "SIGQUIT", None))
"""Signals that a terminal sends to a borrower, and to this process as well."""

Attributes = list[int | list[bytes | int]]
"""The settings of a terminal, as `termios` returns them."""


class TerminalUser:
    """What the session asks of the app that draws on the terminal."""

    def __init__(
        self,
        write: Callable[[str], None],
        write_last: Callable[[str], None],
        show: Callable[[], None],
        end: Callable[[int], None],
    ) -> None:
        self.write = write
        """Writes a text after all that was written before."""
        self.write_last = write_last
        """Does so, and waits for the terminal to take it, but not for long."""
        self.show = show
        """Draws everything again. Does not wait."""
        self.end = end
        """Ends the app because of this signal. Does not wait; may be called from any thread."""


class Borrower:
    """A program that the terminal is lent to: an editor or a pager."""

    def __init__(self, send: Callable[[int], None], kill: Callable[[], None]) -> None:
        self.send = send
        """Sends the program a signal."""
        self.kill = kill
        """Kills the program."""


class TerminalSession:
    """The terminal of this process. After drawing on it, `give_back` must be called."""

    def __init__(self) -> None:
        self.ending = 0
        """The signal that ends this process; SIGHUP also if the terminal is lost without one. 0: none."""
        self.typed: Callable[[], bytes] | None = None
        """Stops reading keys and returns those typed since the first frame. None: none were read."""
        self._title = ""
        """The title of the window. Empty: it keeps its own."""
        self._is_named = False
        """Whether the title is set, and the one before saved."""
        self.is_light: bool | None = None
        """Whether the background is light. None: the terminal has not said so."""
        self._answers_until = 0.0
        """When an answer comes too late, in seconds of the monotonic clock. 0: nothing was asked."""
        self._attributes: Attributes | None = None
        """The settings of the terminal before it was entered. None: it is not entered."""
        self._frame = ""
        """The first frame, drawn again if the process was stopped before there is an app."""
        self._app: TerminalUser | None = None
        self._lent: Attributes | None = None
        """The settings that a borrower found. None: the terminal is not lent."""
        self._borrower: Borrower | None = None
        self._is_left = False
        """True after `leave`: then only `take` may enter the terminal again."""
        self._drawing = _thread.allocate_lock()
        self._leaving = _thread.allocate_lock()
        self._handles_signals = False
        self._went_on = 0.0
        """When the process last continued after a stop, in seconds of the monotonic clock."""
        self._signals: list[int] = []
        """Signals that came during `_undisturbed` and wait for its end."""
        self._is_busy = False

    @property
    def has_terminal(self) -> bool:
        """Whether the first frame is on the screen and no app has taken the terminal yet."""
        return self._attributes is not None and self._app is None

    # the first frame

    def draw(self, frame: str) -> bool:
        """Enter the terminal and draw the first frame; tell whether that worked."""
        if sys.platform == "win32" or sys.__stderr__ is None or sys.__stdin__ is None or not sys.__stdin__.isatty():
            return False
        self._frame = frame
        self.handle_signals()
        return self._undisturbed(self._draw_first)

    def redraw(self, frame: str) -> bool:
        """Draw another frame in place of the first one, from any thread; tell whether that worked."""
        with self._drawing:
            if not self.has_terminal:
                return False
            self._frame = frame
            return self._write(f"{BEGIN}{frame}{END}")

    def _draw_first(self) -> bool:
        return self._enter() and self._write(f"{_ENTER}{BEGIN}{self._frame}{END}{self._question(inf)}")

    # the title of the window

    def name(self, title: str) -> None:
        """Give the window a title, until the terminal is left."""
        before, self._title = self._title, "".join(filter(str.isprintable, title))[:_LONGEST_TITLE]
        if self._title != before and self._app is not None and self._attributes is not None:
            self._app.write(self._naming())

    def _naming(self) -> str:
        """Return what sets the title; the first time it saves the one before."""
        if not self._title or os.environ.get("TERM") in SIMPLE_TERMINALS:
            return ""
        saving, self._is_named = "" if self._is_named else _SAVE_TITLE, True
        return f"{saving}\x1b]2;{self._title}\x1b\\"

    def _unnaming(self) -> str:
        """Return what restores the title from before, or clears it where the terminal has not saved it."""
        is_named, self._is_named = self._is_named, False
        return f"\x1b]2;\x1b\\{_RESTORE_TITLE}" if is_named else ""

    # the background

    def _question(self, answered_by: float) -> str:
        """Return what asks for the colour of the background, or nothing for a terminal that would print it."""
        if os.environ.get("TERM") in SIMPLE_TERMINALS:
            return ""
        self._answers_until = answered_by
        return _ASK

    def answered(self, *, is_light: bool) -> bool:
        """Take an answer to the question; tell whether it was asked, and came in time."""
        if monotonic() > self._answers_until:
            return False
        self.is_light, self._answers_until = is_light, 0.0
        return True

    # the app

    def take(self, app: TerminalUser) -> bytes:
        """Give the terminal to an app, the first time or again; return what was typed before."""
        typed, self.typed = (self.typed() if self.typed else b""), None
        self._app, self._is_left = app, False
        self.handle_signals()
        self._undisturbed(self._take)
        return typed

    def _take(self) -> bool:
        app, is_drawn_on = self._app, self._attributes is not None
        if app is None or self.ending or not self._enter():
            return False
        until = monotonic() + _ANSWERED
        if is_drawn_on:  # and asked, unless the answer has come
            self._answers_until = min(self._answers_until, until)
            app.write(f"{_LISTEN}{self._naming()}")
        else:
            app.write(f"{_ENTER}{_LISTEN}{self._naming()}{self._question(until)}")
        if os.environ.get("TERM_PROGRAM") != "Apple_Terminal":  # which would print the end of the query
            app.write("\x1b[?2026$p")
        return True

    def leave(self) -> None:
        """Restore the screen and the settings of the terminal; `take` may enter it again."""
        self._is_left = True
        self._undisturbed(self._leave)

    def give_back(self) -> None:
        """Restore the terminal for good, if that was not done yet."""
        self.leave()
        self._app = None

    def lost(self) -> None:
        """End the process, since the terminal is gone: its window was closed. May be called from any thread."""
        self._attributes = None
        if not self.ending:
            self._end(signal.SIGHUP)

    # a borrower

    def lend(self) -> None:
        """Lend the terminal, which was left, to a program. `take_back` must be called when that has ended."""
        self._lent = _attributes() or []

    def borrowed(self, borrower: Borrower) -> None:
        """Note the program that has the terminal: a signal that ends this process ends it first."""
        self._borrower = borrower
        if self.ending:
            borrower.send(self.ending)

    def take_back(self) -> None:
        """Restore the settings that the program found, however it ended."""
        lent, self._lent, self._borrower = self._lent, None, None
        if lent:
            _apply(lent)
        if self.ending:
            self._write(_LEAVE)

    # entering and leaving

    def _enter(self) -> bool:
        """Put the terminal into raw mode; tell whether that worked."""
        found = self._attributes or _attributes()
        if found is None:
            return False
        self._attributes = found
        return _apply(_unechoed(found))

    def _leave(self) -> bool:
        is_alone = self._leaving.acquire(timeout=_LEFT)  # the main thread may be doing it, and be slow
        try:
            return self._leave_alone()
        finally:
            if is_alone:
                self._leaving.release()

    def _leave_alone(self) -> bool:
        found, app = self._attributes, self._app
        if found is None:
            return False
        is_still = self._drawing.acquire(timeout=_DRAWN)  # no thread may draw on the restored screen
        if app is None:
            self._write_in_time(f"{END}{_LEAVE}")
        else:
            app.write_last(f"{END}{_DEAFEN}{self._unnaming()}{_LEAVE}")
            _forget_keys()  # answers of the terminal, which the shell would read as input
        self._attributes = None
        if is_still:
            self._drawing.release()
        return _apply(found)

    def _write(self, text: str) -> bool:
        """Write to the terminal directly, not through the app; tell whether that worked."""
        if os.environ.get("TERM") == "linux":
            from briefing.tui.terminal.console import console_signs  # not needed by other terminals

            text = console_signs(text)
        try:
            write_all(2, text.encode(getattr(sys.__stderr__, "encoding", None) or "utf-8", "backslashreplace"))
        except OSError:
            self.lost()
            return False
        return True

    def _write_in_time(self, text: str) -> None:
        """Write to a terminal that may be stuck, discarding what it has not read."""
        import select  # not needed by a start that goes well
        import termios  # not on Windows

        try:
            if not select.select((), (2,), (), _DRAWN)[1]:
                termios.tcflush(2, termios.TCOFLUSH)
            os.write(2, text.encode())
        except (OSError, termios.error):
            self._attributes = None

    # signals

    def handle_signals(self) -> None:
        """Handle signals: restore the terminal before one ends or stops the process, enter it again afterwards."""
        if self._handles_signals or sys.platform == "win32":
            return
        self._handles_signals = True
        others = {getattr(signal, f"SIG{name}", None) for name in _OTHERS}
        for number in signal.valid_signals() - others:
            if signal.getsignal(number) != signal.SIG_IGN:  # ignored by `nohup`
                signal.signal(number, self._signalled)
        read_end, write_end = os.pipe()
        os.set_blocking(write_end, False)
        signal.signal(signal.SIGURG, _nothing)
        signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
        _thread.start_new_thread(_wake_main_thread, (read_end,))

    def _signalled(self, number: int, _frame: FrameType | None) -> None:
        """Handle a signal now, or after what it must not interrupt.

        It does not raise: Python would ignore an exception if this interrupts the callback of a weak reference.
        """
        self._signals.append(number)
        self._answer()

    def _answer(self) -> None:
        while self._signals and not self._is_busy:
            self._is_busy = True
            try:
                if self._signals:  # one that came meanwhile has handled all
                    self._obey(self._signals.pop(0))
            finally:
                self._is_busy = False

    def _undisturbed(self, do: Callable[[], bool]) -> bool:
        """Call `do` without interruption; signals that come meanwhile are handled afterwards."""
        if self._is_busy or _thread.get_ident() != _MAIN:  # only the main thread handles signals
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
        # Python handles signals that came together by number: SIGCONT first, which was meant to undo this one.
        if self.ending or monotonic() - self._went_on < _TOGETHER:
            return
        self._leave()
        if _GO_ON not in self._signals:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Restore screen and settings, which a shell may have changed while the process was stopped."""
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
        self._app.write(
            f"{_DEAFEN}{_ENTER}{_LISTEN}{self._naming()}"
        )  # if it was not left, nothing may be turned on twice
        return True

    def _end(self, number: int) -> None:
        if self._app is not None or self._is_left:
            self._end_app(number)
        else:  # nothing has begun that would have to be finished
            self._leave()
            os._exit(128 + number)

    def _end_app(self, number: int) -> None:
        """End the borrower of the terminal, then the app; the process ends soon in any case."""
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
GIVE_BACK.append(TERMINAL.give_back)
"""The terminal that this process runs in."""


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """Handle a signal that was only sent to interrupt what the main thread waits for."""


def _wake_main_thread(read_end: int) -> None:
    """Interrupt the main thread whenever a signal has come, until the process ends.

    The system may give a signal to any thread, but only the main thread handles it, and that may wait for a program or
    a key.
    """
    while numbers := os.read(read_end, _READ):
        if any(number != signal.SIGURG for number in numbers):
            signal.pthread_kill(_MAIN, signal.SIGURG)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all data, even if another program made the descriptor non-blocking.

    A stream of Python's would raise where a signal comes while it is written, and its answer writes as well.

    Raises:
        OSError: nothing can be written any more.

    """
    unwritten = memoryview(data)
    while unwritten:
        try:
            unwritten = unwritten[os.write(descriptor, unwritten) :]
        except BlockingIOError:
            import select  # not needed by a start that goes well

            select.select((), (descriptor,), ())


def terminal_size() -> tuple[int, int]:
    """Return the columns and rows of the terminal, from the environment or else from the terminal.

    Raises:
        OSError: there is no terminal.

    """
    found = os.get_terminal_size(2)
    columns = _number_from("COLUMNS") or found.columns or _USUAL[0]
    rows = _number_from("LINES") or found.lines or _USUAL[1]
    return min(columns, _MOST[0]), min(rows, _MOST[1])


def _number_from(name: str) -> int:
    """Return a number from the environment; 0 if there is none."""
    word = os.environ.get(name, "")
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= len(str(_MOST[0])) else 0


def _attributes() -> Attributes | None:
    """Return the present settings of the terminal. None: there is no terminal."""
    import termios  # not on Windows

    try:
        return termios.tcgetattr(0)
    except termios.error:
        return None


def _apply(attributes: Attributes) -> bool:
    """Change the settings of the terminal; tell whether that worked."""
    import termios  # not on Windows

    while True:
        try:
            termios.tcsetattr(0, termios.TCSANOW, attributes)
        except termios.error as error:
            if error.args[0] != EINTR:  # a background process is stopped here, and tries again when it continues
                return False
        else:
            return True


def _forget_keys() -> None:
    """Discard what was typed and not read."""
    import termios  # not on Windows

    try:
        termios.tcflush(0, termios.TCIFLUSH)
    except termios.error:
        return


def _unechoed(attributes: Attributes) -> Attributes:
    """Return settings for raw mode: each key comes at once and unchanged, without echo, and none sends a signal."""
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
