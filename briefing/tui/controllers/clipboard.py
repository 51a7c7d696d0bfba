"""The clipboard: the program of the settings gets what is copied, else the terminal, and what was done is said."""

from __future__ import annotations

import os
from functools import partial

from briefing.render.text.cell_width import short_name
from briefing.settings import Command
from briefing.tui.controllers.context import Context
from briefing.tui.external import ExternalProgramError, give, tmux_passes_on
from briefing.tui.terminal.clipboard import LIMIT, base64_size

_TMUX_KEEPS = "sent (OSC 52), but tmux keeps it: set -g set-clipboard on"
"""Short, since the end of it is what the reader needs."""


class Clipboard:
    """Puts texts on the reader's clipboard."""

    def __init__(self, context: Context, command: Command | None) -> None:
        """Make it. `command` is the program of the settings, or None."""
        self._view, self._workers = context.view, context.workers
        self._command = command

    def put(self, text: str, what: str) -> None:
        """Copy a text, and say by which way; `what` names it in that sentence."""
        if self._command is None:
            self._send(text, what)
        else:
            self._workers.start(partial(self._give, self._command, text, what), "copying")

    async def _give(self, command: Command, text: str, what: str) -> None:
        """Give the text to the program, and to the terminal if that fails."""
        try:
            await self._workers.in_pool("copying", partial(give, command, text))
        except ExternalProgramError as error:
            self._send(text, f"{error}; {what}")
        else:
            self._view.tell(f"{what} was copied by {short_name(command[0])}")

    def _send(self, text: str, what: str) -> None:
        """Give the text to the terminal. No terminal says whether it has taken it."""
        self._view.copy_to_clipboard(text)
        size = base64_size(text)
        if size > LIMIT:
            self._view.tell(f"sent to the terminal (OSC 52), {size // 1000} kB: many take at most {LIMIT // 1000}")
            return
        self._view.tell(f"{what} was sent to the terminal (OSC 52)")
        if os.environ.get("TMUX"):
            self._workers.start(self._ask_tmux, "asking tmux")

    async def _ask_tmux(self) -> None:
        """Say what to set in tmux if it passes nothing on to the clipboard, as it is shipped."""
        if not await self._workers.in_pool("copying", tmux_passes_on):
            self._view.tell(_TMUX_KEEPS)
