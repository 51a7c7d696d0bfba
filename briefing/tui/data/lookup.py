"""Asks the index in a thread while keys are typed. A newer question cancels the older one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from briefing.library.index.search.cancel import CancelToken, SearchCancelledError

_Answer = TypeVar("_Answer")

_FRAME = 0.02
"""Seconds that a key waits for its answer, so that both are drawn in one frame; a slower answer gets its own."""


class Lookup:
    """Asks the index in a thread of its own. Only the newest question is answered."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._running: CancelToken | None = None

    def give_up(self) -> None:
        """Cancel the last question."""
        if self._running is not None:
            self._running.cancel()
            self._running = None

    async def ask(self, work: Callable[[CancelToken], _Answer], on_late: Callable[[], None]) -> _Answer | None:
        """Return the answer, or None if a newer question was asked meanwhile. Call `on_late` if it takes over a frame.

        Raises:
            BriefingError: what the work raises.

        """
        self.give_up()
        running = self._running = CancelToken()
        asked = asyncio.get_running_loop().run_in_executor(self._pool, _answer_unless_cancelled, work, running)
        asked.add_done_callback(_retrieve_exception)
        done, _ = await asyncio.wait({asked}, timeout=_FRAME)
        if not done and running is self._running:
            on_late()
        try:
            answer = await asked
        except SearchCancelledError:
            return None
        return answer if running is self._running else None

    def warm_up(self, load: Callable[[], object]) -> None:
        """Run `load` in the thread: the first question then need not wait for imports."""
        self._pool.submit(load)


def _answer_unless_cancelled(work: Callable[[CancelToken], _Answer], running: CancelToken) -> _Answer:
    """Answer, unless the question was cancelled before the thread was free."""
    running.raise_if_cancelled()
    return work(running)


def _retrieve_exception(asked: asyncio.Future[_Answer]) -> None:
    """Retrieve the exception of a question that nobody waits for any more: asyncio would report it as never seen."""
    if not asked.cancelled():
        asked.exception()
