"""The Textual driver for the terminal of this process.

It drops what a flood of keys has too many, and the app can end even if the terminal is stuck or gone.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Iterable
from time import monotonic
from types import FrameType

from textual import events
from textual.app import App as TextualApp
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from briefing.tui.terminal import SIMPLE_TERMINALS
from briefing.tui.terminal.console import console_signs, is_console
from briefing.tui.terminal.input import BackgroundReported, Flood, KeyReader
from briefing.tui.terminal.output import TerminalOutput
from briefing.tui.terminal.session import TERMINAL, TerminalUser, terminal_size
from briefing.tui.textual_compat import SILENCE, CrashSafeApp, without_colour

_READ = 4096
"""Bytes read at a time, so many that what a terminal sends for one key is rarely cut."""
_PAUSE = 0.02
"""Seconds without input that end a burst. Nobody types so fast, but a terminal that pastes as keys does."""
_TAKEN = 0.2
"""Seconds to wait for a terminal to take the last text."""


class TerminalDriver(Driver):
    """Reads keys and draws, on standard input and standard error."""

    def __init__(
        self, app: TextualApp[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size or _size())
        self._keyboard = 0
        self._flood = Flood()
        self._is_console = is_console(os.environ)
        self._is_simple = os.environ.get("TERM") in SIMPLE_TERMINALS
        self._colourless = bool(os.environ.get("NO_COLOR"))
        self._output: TerminalOutput | None = None
        self._input: threading.Thread | None = None
        self._end_read = self._end_write = -1
        """The two ends of a pipe that ends the input thread."""
        self._user = TerminalUser(self._put, self._put_last, self._show, self._ended_by)

    @property
    def can_suspend(self) -> bool:
        """True: the terminal can be lent to another program."""
        return True

    def start_application_mode(self) -> None:
        """Take the terminal, and start to read keys and to draw."""
        self._output = TerminalOutput(2, getattr(sys.__stderr__, "encoding", "utf-8"), TERMINAL.lost)
        typed = TERMINAL.take(self._user)
        signal.signal(signal.SIGWINCH, self._resized)
        self._tell_size()
        self._end_read, self._end_write = os.pipe()
        self._input = threading.Thread(target=self._read_keys, args=(typed,), name="terminal input", daemon=True)
        self._input.start()

    def disable_input(self) -> None:
        """Stop reading keys."""
        if self._input is not None:
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            os.write(self._end_write, b".")
            self._input.join()
            self._input = None
            os.close(self._end_read)
            os.close(self._end_write)

    def stop_application_mode(self) -> None:
        """Give the terminal back; it may be taken again."""
        SILENCE.is_on = False
        self.disable_input()
        TERMINAL.leave()

    def close(self) -> None:
        """Write nothing more."""
        if self._output is not None:
            self._output.close()

    def write(self, data: str) -> None:
        """Queue a text for the terminal. A simple one gets no operating system command, such as a pointer's shape."""
        is_command = self._is_simple and data.startswith("\x1b]")
        if not SILENCE.is_on and not TERMINAL.ending and not is_command:
            self._put(without_colour(data) if self._colourless else data)

    def process_message(self, message: Message) -> None:
        """Pass on what the terminal sent, unless it belongs to a flood. Runs in the input thread."""
        if isinstance(message, events.Resize):  # a report may be pasted text; only the kernel's size counts
            self._tell_size()
        elif isinstance(message, InBandWindowResize):
            return  # the program does not ask for these reports
        elif isinstance(message, BackgroundReported) and message.is_answer:
            if TERMINAL.answered(is_light=message.is_light):
                super().process_message(message)
        elif not isinstance(message, events.Key) or self._flood.lets_through(message.key):
            super().process_message(message)

    # the terminal

    def _put(self, text: str) -> None:
        if self._output is not None:
            self._output.write(console_signs(text) if self._is_console else text)

    def _put_last(self, text: str) -> None:
        if self._output is not None:
            self._output.end_with(text, _TAKEN)

    def _show(self) -> None:
        """Make the app draw everything again, at the size that the terminal has now."""
        self._tell_size()
        self.send_message(self.SignalResume())

    def _ended_by(self, number: int) -> None:
        if self._output is not None:
            self._output.drop()
        if isinstance(self._app, CrashSafeApp) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._app.end_by, number)

    def _resized(self, _number: int, _frame: FrameType | None) -> None:
        self._tell_size()

    def _tell_size(self) -> None:
        columns, rows = _size()
        self.send_message(events.Resize(Size(columns, rows), Size(columns, rows)))

    # keys

    def _read_keys(self, typed: bytes) -> None:
        is_through = False
        try:
            self._listen(typed)
            is_through = True
        finally:
            if not is_through:  # else the app would go on without keys
                context = {"message": "the terminal cannot be read", "exception": sys.exc_info()[1]}
                self._loop.call_soon_threadsafe(self._loop.call_exception_handler, context)

    def _listen(self, typed: bytes) -> None:
        """Pass on what was typed before, then what is typed from now on."""
        keys = KeyReader()
        if self._flood.takes(typed):
            self._pass_on(keys.feed(typed))
        while True:
            since = monotonic()
            ready = self._readable(keys.patience) or self._readable(0)  # what has come before this thread had its turn
            if monotonic() - since > _PAUSE:
                self._flood.pause()
            if self._end_read in ready:
                return
            if not ready:
                self._pass_on(keys.expire())
                continue
            data = self._typed_now()
            if not data:
                TERMINAL.lost()
                return
            if keys.is_pasted(data) or self._flood.takes(data):
                self._pass_on(keys.feed(data))
            else:
                keys.drop()

    def _readable(self, patience: float | None) -> list[int]:
        """Return the descriptors from which something can be read, as soon as there are any, or none in the time."""
        return select.select((self._keyboard, self._end_read), (), (), patience)[0]

    def _typed_now(self) -> bytes:
        """Read what was typed; nothing if the terminal is gone."""
        try:
            return os.read(self._keyboard, _READ)
        except OSError:
            return b""

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


def _size() -> tuple[int, int]:
    try:
        return terminal_size()
    except OSError:
        return (80, 24)  # it is gone: nobody sees what is drawn


def terminal_driver() -> type[Driver] | None:
    """Return the driver class for this platform. None: Textual chooses one."""
    return None if sys.platform == "win32" else TerminalDriver
