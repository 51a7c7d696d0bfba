"""Asking and writing marks without letting a key wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress

from briefing.base.problems import BriefingError
from briefing.tui.controllers.context import Context
from briefing.tui.data.mark_cache import Queued, Write


class MarkTasks:
    """Runs what waits for a thread, says what went wrong, and draws the marks."""

    def __init__(self, context: Context) -> None:
        self._state, self._view, self._workers, _ = context

    def ask(self, task: Callable[[], Coroutine[None, None, None]], group: str, *, only: bool = False) -> None:
        """Do something that waits for a thread; with `only`, what was asked before in that group is given up."""

        async def answer() -> None:
            try:
                with self._state.brief_rows.noting_trouble():
                    await task()
            except BriefingError as error:
                self._view.tell(str(error))

        self._workers.start(answer, group, only=only)

    def write(self, what: Write) -> Queued:
        """Have marks written, after all that waits to be; what it returns, or what goes wrong, is said."""
        loop = asyncio.get_running_loop()
        queued = self._state.mark_cache.write(what)

        def tell(done: Queued) -> None:
            with suppress(RuntimeError):  # the app has ended, and with it the loop
                loop.call_soon_threadsafe(self._wrote, done)

        queued.add_done_callback(tell)
        return queued

    async def written(self, what: Write) -> None:
        """Have marks written, and wait for it; they are also written if nobody waits any more."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()

        def end(_: Queued) -> None:
            with suppress(RuntimeError):  # the app has ended, and with it the loop
                loop.call_soon_threadsafe(ended.set)

        self.write(what).add_done_callback(end)
        await ended.wait()

    def _wrote(self, done: Queued) -> None:
        if (sentence := done.result()) and self._view.is_running:
            self.draw()
            self._view.tell(sentence)

    def draw(self, row: int | None = None) -> None:
        """Draw the marks of a row of the library anew, or those of all."""
        self._view.reading_screen.library.forget(row)
        self._view.update_title_bar()
