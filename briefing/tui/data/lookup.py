"""Owns asking the index while keys are typed: in a thread, one question at a time, the older given up for a newer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from briefing.library.index.search.cancel import CancelToken, SearchCancelledError

_Answer = TypeVar("_Answer")

FRAME = 0.012
"""Seconds that a key waits for its answer, so that both come in one frame; an answer that takes longer comes later."""


class Lookup:
    """Puts questions to the index, from a thread of its own. Only the newest is answered."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._running: CancelToken | None = None

    def give_up(self) -> None:
        """Want no answer to what was asked last."""
        if self._running is not None:
            self._running.cancel()
            self._running = None

    async def ask(self, work: Callable[[CancelToken], _Answer], late: Callable[[], None]) -> _Answer | None:
        """Return the answer; None where a newer question was put meanwhile. `late` is called if it takes over a frame.

        Raises:
            BriefingError: what the work raises.

        """
        self.give_up()
        running = self._running = CancelToken()
        asked = asyncio.get_running_loop().run_in_executor(self._pool, _begun, work, running)
        asked.add_done_callback(_looked_at)
        done, _ = await asyncio.wait({asked}, timeout=FRAME)
        if not done and running is self._running:
            late()
        try:
            answer = await asked
        except SearchCancelledError:
            return None
        return answer if running is self._running else None

    def warm_up(self, load: Callable[[], object]) -> None:
        """Load what the first question needs, so that its key does not wait for that."""
        self._pool.submit(load)


def _begun(work: Callable[[CancelToken], _Answer], running: CancelToken) -> _Answer:
    """Work, unless the question is an old one by the time the thread is free."""
    running.raise_if_cancelled()
    return work(running)


def _looked_at(asked: asyncio.Future[_Answer]) -> None:
    """Take note of how a question ended: whoever asked may have gone, and asyncio takes that for a mistake."""
    if not asked.cancelled():
        asked.exception()
