"""Runs a program that is given a text and prints something, within limits. No shell sees its words."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from threading import Event
from typing import IO

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple

_PART = 16 * 1024
_LOOK = 0.1
"""Seconds between two looks at whether the program is still wanted."""
_LINGERS = 0.3
"""Seconds that what a program has started may go on printing after it, where nothing of it may stay."""


class Limits(NamedTuple):
    """What a program may take."""

    most: int = 256 * 1024
    """Bytes that it may print on each of its two outputs; it is ended at the next one."""
    seconds: float = 30.0
    is_alone: bool = False
    """True: what it has started ends with it. False: that may go on, as what holds a clipboard does."""


@frozen
class Piped:
    """What came of a program that was given a text."""

    out: bytes
    """What it printed, up to the limit."""
    errors: bytes
    """The same of its standard error."""
    code: int | None
    """Its exit code; -N: ended by signal N. None: it was ended here, for the reason in `ended`."""
    ended: str = ""
    """Why it was ended, as the rest of a sentence about it. Empty: it ended by itself."""


def run_piped(command: Sequence[str], given: bytes, unwanted: Event, limits: Limits | None = None) -> Piped:
    """Run a program with `given` as its input, without a terminal, and return what it printed.

    It and what it has started are ended when it prints too much, takes too long, `unwanted` is set, or this is
    interrupted.

    Raises:
        OSError: it cannot be started.
        ValueError: the same, for a word that no command can have.

    """
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - the reader's own, as a list of words
        command, bufsize=0, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True
    ) as process:
        exchange = _Exchange(process, given, limits or Limits())
        is_done = False
        try:
            ended = exchange.run(unwanted)
            is_done = not ended and not exchange.limits.is_alone
        finally:
            if not is_done:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
    out, errors = exchange.printed
    return Piped(out, errors, None if ended else code, ended)


class _Exchange:
    """Writes the input of a program, and reads its two outputs, as each is ready."""

    def __init__(self, process: subprocess.Popen[bytes], given: bytes, limits: Limits) -> None:
        self._process, self.limits = process, limits
        self._given = memoryview(given)
        self._read: dict[IO[bytes], bytearray] = {}
        self._lingers = 0.0
        """When what the program has started must have ended, as it has ended itself. 0: it has not."""
        self._selector = selectors.DefaultSelector()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                self._read[stream] = bytearray()
                self._selector.register(stream, selectors.EVENT_READ)
        if process.stdin is not None:
            os.set_blocking(process.stdin.fileno(), False)
            self._selector.register(process.stdin, selectors.EVENT_WRITE)

    @property
    def printed(self) -> tuple[bytes, bytes]:
        """What the program has printed on its two outputs, up to the limit."""
        out, errors = (bytes(read[: self.limits.most]) for read in self._read.values())
        return out, errors

    def run(self, unwanted: Event) -> str:
        """Go on until the program has ended, and return nothing; or return why it is to be ended."""
        until = time.monotonic() + self.limits.seconds
        with self._selector:
            while self._process.poll() is None or self._open_outputs:
                if self.limits.is_alone and self._process.poll() is not None:
                    self._lingers = self._lingers or time.monotonic() + _LINGERS
                    if time.monotonic() > self._lingers:
                        return ""
                if unwanted.is_set():
                    return "was ended"
                if time.monotonic() > until:
                    return f"was ended after {self.limits.seconds:g} s"
                self._exchange()
                if any(len(read) > self.limits.most for read in self._read.values()):
                    return f"was ended: it printed more than {self.limits.most // 1024} kB"
        return ""

    @property
    def _open_outputs(self) -> bool:
        return any(stream in self._read for stream in self._streams)

    @property
    def _streams(self) -> list[object]:
        return [key.fileobj for key in self._selector.get_map().values()]

    def _exchange(self) -> None:
        """Write and read what is ready, or wait a moment."""
        if not self._selector.get_map():
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_LOOK)
            return
        for key, _ in self._selector.select(_LOOK):
            stream = next((stream for stream in self._read if stream is key.fileobj), None)
            if stream is None:
                self._write()
            elif part := os.read(stream.fileno(), _PART):
                self._read[stream] += part
            else:
                self._selector.unregister(stream)

    def _write(self) -> None:
        """Write a part of the input; a program need not read it."""
        stdin = self._process.stdin
        if stdin is None:
            return
        try:
            self._given = self._given[os.write(stdin.fileno(), self._given[:_PART]) :]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._given = self._given[:0]
        if not self._given:
            self._selector.unregister(stdin)
            stdin.close()
