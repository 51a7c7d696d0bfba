"""Everything that runs beside the event loop: threads, the indexing process and asyncio's workers, by name."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual.message import Message
from textual.worker import Worker

from briefing.base.piped import Piped, run_piped
from briefing.library.index.scan.folder import ScanCancelledError
from briefing.tui.build_process import build_command, run_build
from briefing.tui.textual_compat import CrashSafeApp

_Answer = TypeVar("_Answer")

_THREADS = {
    "library": 2,
    "marks": 1,
    "marks-asked": 1,
    "filter": 1,
    "searches": 1,
    "search": 1,
    "index": 1,
    "copying": 1,
    "piping": 1,
    "editing": 1,
}
"""Number of threads of each executor."""
PIPING = "piping"
"""Group of the worker that waits for a program that was given a text."""
READING = "reading"
"""Group of the worker that waits for the indexing process."""
_QUIET = 0.25
"""Seconds without a key after which the reader is taken to read."""
_FREE = 0.005
"""Seconds for which the event loop has nothing to do once a key is answered."""
_LATE = 0.002
"""Seconds that a timer may be late although the loop has nothing to do."""
_LONGEST_WAY = 0.3
"""Seconds after the last key from which on no thread waits for its answer."""


class Workers:
    """Starts and ends what one app has at work. No thread touches a widget.

    Executors, made when they are first asked for:

    - library (2 threads): looks at folders and files, reads briefs, writes the index. Two, so that one changed file
      does not wait for a look at everything.
    - marks (1): writes marks, in order.
    - marks-asked (1): reads files and all marks, for counting, sorting and comparing.
    - filter, searches, search (1 each): ask the index for the list's filter, for the saved searches, for the search
      screen. A newer question gives up the older.
    - index (1): brings the index in step while `briefing pick` shows the list.
    - copying (1): gives a text to the program of the clipboard, and asks tmux.
    - piping (1): makes the text that another program gets, and waits for that.
    - editing (1): finds what a long text says, while a brief is edited.

    The process: `briefing index --progress`, for a library of which many briefs are not read yet. Asyncio's workers
    have a group each; a worker that is started with `only` gives up the one before in its group.

    Not started here, since they are there before the app, or end before the call returns: the threads of the terminal
    (`terminal/`), what hears keys before Textual does (`launch/type_ahead.py`), editor, pager and browser
    (`external.py`).
    """

    def __init__(self, app: CrashSafeApp) -> None:
        self._app = app
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._process = asyncio.Lock()
        """Held for as long as the indexing process is at work."""
        self._key_at = 0.0
        """When a key did something last, in seconds of the monotonic clock. 0: none has."""
        self._pressed_at = 0.0
        """When a key came last."""
        self._is_answered = threading.Event()
        """Cleared while a key is answered."""
        self._is_answered.set()
        self.stopping = threading.Event()
        """Set when the app ends: the threads of the library stop at the next file."""
        self._asks = True
        self.build_command: Sequence[str] | None = None
        """Command that reads a large library. None: `build_process.build_command`."""

    # threads

    def pool(self, name: str) -> ThreadPoolExecutor:
        """Return an executor of the table, the same one each time."""
        if name not in self._pools:
            self._pools[name] = ThreadPoolExecutor(_THREADS[name], name)
        return self._pools[name]

    async def in_library(self, do: Callable[[], _Answer]) -> _Answer:
        """Return what a function returns that reads the folder or writes the index.

        Raises:
            ScanCancelledError: the app ends.

        """
        try:
            asked = asyncio.get_running_loop().run_in_executor(self.pool("library"), do)
        except RuntimeError as error:  # the executor is shut down
            raise ScanCancelledError from error
        return await asked

    async def in_marks(self, do: Callable[[], _Answer]) -> _Answer:
        """Return what a function returns that reads files or all marks.

        Raises:
            asyncio.CancelledError: the app ends.

        """
        if not self._asks:
            raise asyncio.CancelledError
        return await asyncio.get_running_loop().run_in_executor(self.pool("marks-asked"), do)

    async def in_pool(self, name: str, do: Callable[[], _Answer]) -> _Answer:
        """Return what a function returns in an executor of the table.

        Raises:
            asyncio.CancelledError: the app ends.

        """
        if self.stopping.is_set():
            raise asyncio.CancelledError
        return await asyncio.get_running_loop().run_in_executor(self.pool(name), do)

    # asyncio's workers

    def start(self, work: Callable[[], Coroutine[None, None, None]], group: str, *, only: bool = True) -> Worker[None]:
        """Start a coroutine function; with `only`, the one before in that group is given up.

        It is given as a function: a coroutine that is given up before it begins would be warned of at the end.
        """
        return self._app.run_worker(work, group=group, exclusive=only)

    def start_thread(self, work: Callable[[], None], group: str) -> None:
        """Start a function in a thread of asyncio's own, in place of the one before in that group."""
        self._app.run_worker(work, group=group, exclusive=True, thread=True)

    async def in_frame(self, work: Callable[[], Coroutine[None, None, None]]) -> None:
        """Do something that waits for a thread; what it shows comes in the frame of the key, unless that takes long."""
        with self._app.answer_near():
            await work()

    def is_busy(self, group: str) -> bool:
        """Tell whether a worker of this group has not ended."""
        return any(worker.group == group and not worker.is_finished for worker in self._app.workers)

    def cancel(self, group: str) -> None:
        """Give up the workers of a group."""
        self._app.workers.cancel_group(self._app, group)

    # the indexing process

    async def build(self, root: Path, on_progress: Callable[[str, int, int], None]) -> int:
        """Read a large library in a process of its own and return its exit code; it ends when this is cancelled.

        `on_progress` gets what is counted, how many are read, and of how many: see `run_build`.

        Raises:
            OSError: the system has no process to give.

        """
        async with self._process:
            return await run_build(self.build_command or build_command(root), on_progress)

    # the program that is given a text

    async def pipe(self, command: Sequence[str], given: bytes) -> Piped:
        """Run a program with an input and return what it printed; it ends when this is cancelled.

        Raises:
            OSError, ValueError: it cannot be started.

        """
        unwanted = threading.Event()
        try:
            return await self.in_pool(PIPING, partial(run_piped, command, given, unwanted))
        except asyncio.CancelledError:
            unwanted.set()
            raise

    # timers

    def later(self, seconds: float, do: Callable[[], object]) -> asyncio.TimerHandle:
        """Call a function after so many seconds, from the event loop.

        A timer of Textual goes through its queues of messages, which costs ten times as much.
        """
        return asyncio.get_running_loop().call_later(seconds, do)

    def soon(self, do: Callable[[], object]) -> None:
        """Call a function after the messages that Textual has in its queue."""
        self._app.call_later(do)

    def post(self, message: Message) -> None:
        """Send the app a message, from any thread."""
        self._app.post_message(message)

    def begin_answer(self) -> None:
        """Let threads that have much to do wait from now on until the key that has come is answered."""
        self._pressed_at = time.monotonic()
        if self._is_answered.is_set():
            self._is_answered.clear()
            self.later(_FREE, partial(self._look_for_end, self._pressed_at + _FREE))

    def _look_for_end(self, due: float) -> None:
        """Let the threads go on once the loop has had nothing to do for a moment."""
        now = time.monotonic()
        if now - due < _LATE:
            self._is_answered.set()
        else:
            self.later(_FREE, partial(self._look_for_end, now + _FREE))

    def give_way(self) -> None:
        """Wait, in a thread, while a key is answered, but not for long: both would take turns at the interpreter."""
        left = self._pressed_at + _LONGEST_WAY - time.monotonic()
        if left > 0:
            self._is_answered.wait(left)

    def note_key(self) -> None:
        """Note that a key does something now."""
        self._key_at = time.monotonic()

    @property
    def key_at(self) -> float:
        """When a key did something last, in seconds of the monotonic clock. 0: none has."""
        return self._key_at

    @property
    def has_had_a_key(self) -> bool:
        """True once a key has done something."""
        return self._key_at > 0

    def when_quiet(self, do: Callable[[], None], quiet: float = _QUIET) -> None:
        """Call a function once no key has come for so many seconds, so that no key waits for it."""
        wait = self._key_at + quiet - time.monotonic()
        if wait <= 0:
            do()
        else:
            asyncio.get_running_loop().call_later(wait, self.when_quiet, do, quiet)

    # the end

    def stop_library(self) -> None:
        """Give up what is looked at and read, and wait until the threads have ended."""
        self.stopping.set()
        self.pool("library").shutdown(cancel_futures=True)

    def stop_asking(self) -> None:
        """Take no more questions about marks, and wait for the one that is being answered."""
        self._asks = False
        self.pool("marks-asked").shutdown(cancel_futures=True)

    async def stop_processes(self) -> None:
        """End the indexing process and wait until it has gone; end the program that was given a text, too."""
        self.stopping.set()
        self.cancel(READING)
        self.cancel(PIPING)
        async with self._process:
            return

    def close(self, *, wait: bool = True) -> None:
        """End every executor, once the app has ended; what has not begun is given up, but no mark that is written."""
        self.stopping.set()
        for name, pool in self._pools.items():
            pool.shutdown(wait=wait, cancel_futures=name != "marks")
