"""A pool of processes that read briefs for the index in parallel, and what happens when one of them dies.

A file that kills every process that reads it is recorded as unreadable. The rest of such a process's briefs are read
again.
"""

from __future__ import annotations

import os
import selectors
import subprocess
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from briefing.library.index.build.read import BriefRead, read_for_index, unreadable_read
from briefing.library.index.build.reading_process import ReadRequest, reads_in, receive, send
from briefing.library.index.rows import IndexedBrief

Batch = Sequence[IndexedBrief]
_AHEAD = 2
"""Batches assigned to a process: the one it reads and the next one. More would only take memory."""
_HEARTBEAT = 0.1
"""Seconds after which an empty result is yielded, so that the caller can stop waiting."""
_TRIES = 2
"""Attempts to read a brief that killed a process, each in a process that has nothing else to read."""


class _ReadingProcess:
    """One process and the batches assigned to it. It may die at any moment."""

    def __init__(self, command: Sequence[str], root: Path) -> None:
        """Start the process.

        Raises:
            OSError: the system cannot start a process.

        """
        self.assigned: deque[Batch] = deque()
        self.is_ready = False
        """True once the process has begun to read: if it dies earlier, no brief is to blame."""
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        self._send(os.fsencode(root))

    def fileno(self) -> int:
        """Return the file descriptor that becomes readable when there is an answer or the process has died."""
        return -1 if self._process.stdout is None else self._process.stdout.fileno()

    def assign(self, batch: Batch) -> None:
        """Send a batch to be read."""
        self.assigned.append(batch)
        self._send([(one.row, one.entry.id, one.entry.file) for one in batch])

    def receive(self) -> Sequence[BriefRead] | None:
        """Return what was read of the oldest batch; None: the process has died."""
        answer = None if self._process.stdout is None else receive(self._process.stdout)
        if answer is None:
            return None
        if not self.is_ready:
            self.is_ready = True
            return ()
        self.assigned.popleft()
        return reads_in(answer)

    def kill(self) -> None:
        """End the process at once. Nothing is lost: it keeps no data."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()

    def _send(self, message: bytes | list[ReadRequest]) -> None:
        try:
            if self._process.stdin is not None:
                send(self._process.stdin, message)
        except BrokenPipeError:
            return  # it has died, which `receive` reports


class ProcessPool:
    """Processes that read the briefs of one library. All of them have ended when the `with` block ends."""

    def __init__(self, root: Path, command: Sequence[str], count: int) -> None:
        """Take the number of processes, and the command that starts one: see `reading_process.reading_command`."""
        self.messages: list[str] = []
        """What went wrong, as sentences for the user."""
        self._root = root
        self._command = command
        self._count = count
        self._suspects: list[Batch] = []
        """Batches that were being read when a process died."""
        self._again: list[Batch] = []
        """Batches that were assigned to a process that died, to be read by another one."""
        self._processes: list[_ReadingProcess] = []
        self._can_start = True
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in tuple(self._processes):
            self._remove(process)
        self._selector.close()

    def reads(self, batches: Iterator[Batch]) -> Iterator[Sequence[BriefRead]]:
        """Yield what was read, in no order; empty results now and then, so that the caller can stop waiting."""
        while self._assign(batches):
            for key, _ in self._selector.select(_HEARTBEAT):
                yield self._receive(key.data)
            yield ()
        while batch := self._next(batches):  # no process could be started
            yield _read_here(batch)
        while self._suspects:
            for one in self._suspects.pop():
                read = self._read_alone(one)
                yield () if read is None else (read,)

    def _assign(self, batches: Iterator[Batch]) -> bool:
        """Keep all processes at work; return whether any is."""
        while self._can_start and len(self._processes) < self._count:
            self._start()
        for _ in range(_AHEAD):
            for process in self._processes:
                if len(process.assigned) < _AHEAD and (batch := self._next(batches)):
                    process.assign(batch)
        return any(process.assigned for process in self._processes)

    def _next(self, batches: Iterator[Batch]) -> Batch | None:
        return self._again.pop() if self._again else next(batches, None)

    def _start(self) -> _ReadingProcess | None:
        try:
            process = _ReadingProcess(self._command, self._root)
        except OSError as error:
            self._can_start = False
            self.messages.append(
                f"no worker process can be started, so this process reads alone: {error.strerror or error}"
            )
            return None
        self._processes.append(process)
        self._selector.register(process, selectors.EVENT_READ, process)
        return process

    def _receive(self, process: _ReadingProcess) -> Sequence[BriefRead]:
        reads = process.receive()
        if reads is not None:
            return reads
        if process.is_ready:
            self.messages.append("a worker process ended early: its briefs are read again")
            self._suspects += [process.assigned.popleft()] if process.assigned else []
        elif self._can_start:
            self._can_start = False
            self.messages.append("no worker process can be started, so this process reads alone")
        self._again += process.assigned
        self._remove(process)
        return ()

    def _read_alone(self, one: IndexedBrief) -> BriefRead | None:
        """Read a brief that may kill the process that reads it. None: no process can be started."""
        for _ in range(_TRIES):
            process = self._processes[0] if self._processes else self._start()
            if process is None:
                return None
            process.assign((one,))
            reads = process.receive()
            while reads is not None and not reads:  # the first answer only says that it has begun
                reads = process.receive()
            if reads:
                return reads[0]
            self._remove(process)
        return unreadable_read(one.row, one.entry)

    def _remove(self, process: _ReadingProcess) -> None:
        self._selector.unregister(process)
        self._processes.remove(process)
        process.kill()


def _read_here(batch: Batch) -> Sequence[BriefRead]:
    return [read_for_index(one.row, one.entry) for one in batch]
