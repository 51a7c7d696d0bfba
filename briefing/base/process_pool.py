"""A pool of processes that answer requests in parallel, and what happens when one of them dies.

Answers come in the order of the requests, and only so many are waiting at a time. An item that kills every process gets
an answer that says so; the other items of such a process are given to another one.
"""

from __future__ import annotations

import os
import selectors
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Generic, Self, TypeVar

from briefing.base.named_tuple import NamedTuple
from briefing.base.worker_process import receive, send

if sys.platform == "linux":
    import fcntl

_AHEAD = 3
"""Requests assigned to a process: the one it answers, one whose answer waits in the pipe, and the next one. More would
only take memory."""
_PIPE = 1 << 20
"""Bytes of answers that a pipe holds, where the system allows it, so that a process works on while nobody reads them.
The usual 64 KB are less than one answer."""
_WINDOW = 4
"""Batches for each process whose answers are waiting, in all: so many others are read while one takes long."""
_HEARTBEAT = 0.1
"""Seconds after which an empty result is yielded, so that the caller can stop waiting."""
_TRIES = 2
"""Attempts with an item that killed a process, each in a process that has nothing else to do."""

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Work(NamedTuple, Generic[Item, Answer]):
    """What the processes of a pool do."""

    command: Sequence[str]
    """The command that starts a process: see `worker_process.worker_command`."""
    opening: bytes
    """The first message to each process."""
    request: Callable[[Sequence[Item]], bytes]
    """Returns the message that asks for the answers of some items. Three of them have to fit into a pipe: 64 KB."""
    answers: Callable[[bytes], Sequence[Answer]]
    """Reads them from the reply, in the order of the items."""
    answer_here: Callable[[Item], Answer]
    """Answers in this process: used where no process can be started."""
    answer_for_deadly: Callable[[Item], Answer]
    """The answer for an item that kills every process."""
    again: str
    """What follows the early end of a process, as the end of a sentence: "its files are read again"."""


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Batch(Generic[Item, Answer]):
    """Items that were taken together, and the answers so far, by their position."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.answers: dict[int, Answer] = {}

    @property
    def is_answered(self) -> bool:
        return len(self.answers) == len(self.items)


class _Part(NamedTuple, Generic[Item, Answer]):
    """What one process is asked for: a batch, or one item of a batch of which an item killed a process."""

    batch: _Batch[Item, Answer]
    positions: range
    deaths: int = 0
    """How many processes have died of it."""

    @property
    def items(self) -> Sequence[Item]:
        return [self.batch.items[position] for position in self.positions]

    def singly(self) -> Iterator[_Part[Item, Answer]]:
        """Yield each item as a part of its own, after one more process has died."""
        return (_Part(self.batch, range(at, at + 1), self.deaths + 1) for at in self.positions)

    def answer(self, answers: Sequence[Answer]) -> None:
        self.batch.answers.update(zip(self.positions, answers, strict=True))


class _Process(Generic[Item, Answer]):
    """One process and what it is asked for. It may die at any moment."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start the process.

        Raises:
            OSError: the system cannot start a process.

        """
        self.assigned: deque[_Part[Item, Answer]] = deque()
        self.is_ready = False
        """True once the process has begun to answer: if it dies earlier, no item is to blame."""
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        _widen(self.fileno())

    def fileno(self) -> int:
        """Return the file descriptor that becomes readable when there is an answer or the process has died."""
        return -1 if self._process.stdout is None else self._process.stdout.fileno()

    @property
    def has_room(self) -> bool:
        """Whether it can be asked for more: an item of which a process has died is alone in its process."""
        return len(self.assigned) < _AHEAD and not any(part.deaths for part in self.assigned)

    def send(self, message: bytes) -> None:
        try:
            if self._process.stdin is not None:
                send(self._process.stdin, message)
        except BrokenPipeError:
            return  # it has died, which `receive` reports

    def receive(self) -> bytes | None:
        """Return its oldest message. None: the process has died."""
        return None if self._process.stdout is None else receive(self._process.stdout)

    def kill(self) -> None:
        """End the process at once. Nothing is lost: it keeps no data."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()


def _widen(pipe: int) -> None:
    """Have a pipe hold `_PIPE` bytes. Some systems cannot, and a user may have only so many: then it stays as it is."""
    if sys.platform == "linux":
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


class ProcessPool(Generic[Item, Answer]):
    """Processes that answer requests. All of them have ended when the `with` block ends."""

    def __init__(self, work: Work[Item, Answer], count: int) -> None:
        """Take what is to be done, and the number of processes."""
        self.messages: list[str] = []
        """What went wrong, as sentences for the user, each once."""
        self._work = work
        self._count = count
        self._open: deque[_Batch[Item, Answer]] = deque()
        """Batches whose answers have not been yielded."""
        self._again: deque[_Part[Item, Answer]] = deque()
        """What was assigned to a process that died."""
        self._processes: list[_Process[Item, Answer]] = []
        self._can_start = True
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in tuple(self._processes):
            self._remove(process)
        self._selector.close()

    def answers(self, batches: Iterator[Sequence[Item]]) -> Iterator[Sequence[Answer]]:
        """Yield the answers of each batch, in order; empty ones now and then, so that the caller can stop waiting."""
        while True:
            if self._assign(batches):
                for key, _ in self._selector.select(_HEARTBEAT):
                    self._receive(key.data)
                self._assign(batches)  # the caller may take long over what it is given
            elif part := self._next(batches, is_idle=True):  # no process could be started
                self._answer_here(part)
            elif not self._open:
                return
            while self._open and self._open[0].is_answered:
                batch = self._open.popleft()
                yield [batch.answers[position] for position in range(len(batch.items))]
            yield []

    def _assign(self, batches: Iterator[Sequence[Item]]) -> bool:
        """Keep all processes at work; return whether any is."""
        self._start_all()
        for _ in range(_AHEAD):
            for process in self._processes:
                if process.has_room and (part := self._next(batches, is_idle=not process.assigned)):
                    process.assigned.append(part)
                    process.send(self._work.request(part.items))
        return any(process.assigned for process in self._processes)

    def _next(self, batches: Iterator[Sequence[Item]], *, is_idle: bool) -> _Part[Item, Answer] | None:
        if self._again:
            return self._again.popleft() if is_idle or not self._again[0].deaths else None
        items = next(batches, None) if len(self._open) < self._count * _WINDOW else None
        if items is None:
            return None
        batch: _Batch[Item, Answer] = _Batch(items)
        self._open.append(batch)
        return _Part(batch, range(len(items)))

    def _start_all(self) -> None:
        started: list[_Process[Item, Answer]] = []
        while self._can_start and len(self._processes) < self._count:
            try:
                process: _Process[Item, Answer] = _Process(self._work.command)
            except OSError as error:
                self._cannot_start(f": {error.strerror or error}")
                break
            started.append(process)
            self._processes.append(process)
            self._selector.register(process, selectors.EVENT_READ, process)
        for process in started:  # a long message waits until the process reads it: meanwhile the others start
            process.send(self._work.opening)

    def _cannot_start(self, why: str = "") -> None:
        self._can_start = False
        self._tell(f"no worker process can be started, so this process reads alone{why}")

    def _tell(self, sentence: str) -> None:
        if sentence not in self.messages:
            self.messages.append(sentence)

    def _receive(self, process: _Process[Item, Answer]) -> None:
        message = process.receive()
        if message is None:
            self._bury(process)
        elif process.is_ready:
            process.assigned.popleft().answer(self._work.answers(message))
        else:
            process.is_ready = True

    def _bury(self, process: _Process[Item, Answer]) -> None:
        """Remove a process that has died, and see to what it was asked for."""
        parts = list(process.assigned)
        if process.is_ready:
            self._tell(f"a worker process ended early: {self._work.again}")
            parts = [*(parts[0].singly() if parts else ()), *parts[1:]]
        elif self._can_start:
            self._cannot_start()
        self._again.extendleft(reversed(parts))
        while self._again and self._again[0].deaths > _TRIES:
            self._give_up(self._again.popleft())
        self._remove(process)

    def _give_up(self, part: _Part[Item, Answer]) -> None:
        part.answer([self._work.answer_for_deadly(item) for item in part.items])

    def _answer_here(self, part: _Part[Item, Answer]) -> None:
        if part.deaths:
            self._give_up(part)
        else:
            part.answer([self._work.answer_here(item) for item in part.items])

    def _remove(self, process: _Process[Item, Answer]) -> None:
        self._selector.unregister(process)
        self._processes.remove(process)
        process.kill()
