"""Owns what goes to the terminal and comes from it: what comes in is capped, what goes out may be without colour."""

from __future__ import annotations

import os
from time import monotonic

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from briefing.tui.driver import SILENCE, Flood, messages_in, without_colour

_ALTERNATE_SCREEN = "\x1b[?1049h"
_END_OF_FRAME = "\x1b[?2026l"
"""Ends a synchronized update: a signal may come in the middle of one."""


class TerminalDriver(LinuxDriver):
    """Textual's driver for terminals, with bounds."""

    is_drawn_on = False
    """Whether the alternate screen is on and shows a first frame: to enter it twice would clear that."""

    _flood = Flood()
    _colourless = bool(os.environ.get("NO_COLOR"))

    _typed = b""
    """What was typed before this driver had the terminal, and is to be passed on."""

    def take_over(self) -> bytes:
        """Take the terminal from whoever drew on it; return what was typed meanwhile."""
        return b""

    def start_application_mode(self) -> None:
        """Begin to read keys and to draw."""
        self._typed = self.take_over()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # it is so in Textual

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        SILENCE.is_on = False
        self.write(_END_OF_FRAME)
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Pass on what was typed before, then what is typed from now on."""
        typed, self._typed = self._typed, b""
        for message in messages_in(typed):
            self.process_message(message)
        super().run_input_thread()

    def process_message(self, message: Message) -> None:
        """Pass on what the terminal sent, unless it is a flood."""
        if not isinstance(message, events.Key) or self._flood.lets_through(message.key, monotonic()):
            super().process_message(message)

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if SILENCE.is_on:
            return
        if data == _ALTERNATE_SCREEN and self.is_drawn_on:
            self.is_drawn_on = False
        else:
            super().write(without_colour(data) if self._colourless else data)
