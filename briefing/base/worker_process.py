"""A worker process of this program: it answers requests on its standard input until that ends.

Requests and answers are bytes; what they mean is known to the module that `worker_command` names. It ends when the
program that started it ends.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

_GARBAGE = 200_000
"""Objects between two garbage collections: reading leaves no garbage, and each collection would visit a whole brief."""
_LENGTH = 4
"""Bytes before each message that give its length."""

Answering = Callable[[bytes], bytes]
"""Answers one request."""


class Stream(Protocol):
    """One end of a pipe, unbuffered."""

    def read(self, size: int, /) -> bytes | None:
        """Return at most `size` bytes; none at the end."""

    def write(self, data: bytes | memoryview, /) -> int | None:
        """Write some of the bytes, and return how many."""


def send(stream: Stream, message: bytes) -> None:
    """Write one message.

    Raises:
        BrokenPipeError: the other end is closed.

    """
    left = memoryview(len(message).to_bytes(_LENGTH) + message)
    while left:
        left = left[stream.write(left) or 0 :]


def receive(stream: Stream) -> bytes | None:
    """Return one message. None: the other end is closed."""
    head = _exactly(stream, _LENGTH)
    return None if head is None else _exactly(stream, int.from_bytes(head))


def _exactly(stream: Stream, size: int) -> bytes | None:
    chunks: list[bytes] = []
    while size > 0:
        chunk = stream.read(size)
        if not chunk:
            return None
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


def serve(opened: Callable[[bytes], Answering]) -> None:
    """Answer requests until the input ends.

    `opened` gets the first message, and returns what answers the others. The answer to the first is an empty message:
    the process is ready.
    """
    # Ctrl-C reaches the whole process group; the program that started this process ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_GARBAGE)
    gc.freeze()
    requests, answers = os.fdopen(0, "rb", buffering=0), os.fdopen(1, "wb", buffering=0)
    opening = receive(requests)
    if opening is None:
        return
    answer = opened(opening)
    try:
        send(answers, b"")
        while (request := receive(requests)) is not None:
            send(answers, answer(request))
    except BrokenPipeError:
        os._exit(0)  # the program that started this process is gone


def worker_command(module: str) -> tuple[str, ...]:
    """Return the command that starts a process which runs `serve()` of that module.

    It has the module path of this process, and nothing else configured.
    """
    package = str(Path(__file__).parents[2])
    path = [package, *(folder for folder in sys.path if folder and folder != package)]
    program = f"import sys; sys.path[:] = {path!r}; from {module} import serve; serve()"
    return sys.executable, "-I", "-S", f"-Xutf8={sys.flags.utf8_mode}", "-c", program
