"""Owns the threads of marking: one that reads files and the whole of the marks, and the one that writes marks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from textual.worker import Worker

from briefing.base.problems import BriefingError
from briefing.tui.controllers.search import Searcher
from briefing.tui.data.mark_cache import MarkBook, Write

_Answer = TypeVar("_Answer")


class Asker(Searcher):
    """The part of the app that asks and writes marks without letting a key wait."""

    book: MarkBook
    _asker: ThreadPoolExecutor | None = None
    """The thread that reads files and the whole of the marks."""
    _is_over = False
    """Whether the app has ended."""

    def draw_marks(self, row: int | None = None) -> None:
        """Draw the marks of a row of the library anew, or those of all."""
        raise NotImplementedError

    def ask(self, task: Callable[[], Coroutine[None, None, None]], group: str, *, only: bool = False) -> Worker[None]:
        """Do something that waits for a thread; with `only`, what was asked before in that group is given up."""

        async def answer() -> None:
            try:
                with self.shelf.minded():
                    await task()
            except BriefingError as error:
                self.tell(str(error))

        # The function and not its coroutine: one that is given up before it has begun would be warned of at the end.
        return self.run_worker(answer, group=group, exclusive=only)

    async def asked(self, what: Callable[[], _Answer]) -> _Answer:
        """Return what a function returns that takes its time.

        Raises:
            BriefingError: the function does.

        """
        if self._is_over:
            raise asyncio.CancelledError
        if self._asker is None:
            self._asker = ThreadPoolExecutor(1, "marks-asked")
        return await asyncio.get_running_loop().run_in_executor(self._asker, what)

    async def on_unmount(self) -> None:
        """Write what waits to be."""
        self._is_over = True
        if self._asker is not None:
            self._asker.shutdown(cancel_futures=True)
        self.book.close()

    def write(self, what: Write) -> Future[str | None]:
        """Have marks written, after all that waits to be; what it returns, or what goes wrong, is said."""
        loop = asyncio.get_running_loop()
        future = self.book.write(what)

        def tell(done: Future[str | None]) -> None:
            with suppress(RuntimeError):  # the app has ended, and with it the loop
                loop.call_soon_threadsafe(self._wrote, done)

        future.add_done_callback(tell)
        return future

    async def written(self, what: Write) -> None:
        """Have marks written, and wait for it; they are also if nobody waits any more."""
        await asyncio.shield(asyncio.wrap_future(self.write(what)))

    def _wrote(self, done: Future[str | None]) -> None:
        if (sentence := done.result()) and self.is_running:
            self.draw_marks()
            self.tell(sentence)
