"""Owns a process that reads briefs for the index: what it is given and what it gives back, through its two streams.

It imports only what reading needs, and ends when whoever started it does.
"""

from __future__ import annotations

import gc
import marshal
import os
import signal
import sys
from pathlib import Path
from typing import Protocol

from briefing.library.entries import Entry
from briefing.library.index.build.read import BriefRead, read_for_index

_GARBAGE = 200_000
"""Objects between two looks for garbage: reading leaves none, and each look would go through a whole brief."""
_LENGTH = 4
"""Bytes in front of each message: how many follow."""

ReadRequest = tuple[int, str, str]
"""Row, id and file of a brief to be read."""
Message = bytes | list[ReadRequest] | list[tuple[object, ...]]
"""The library's folder, what to read, what was read: as `marshal` takes them, since both ends are one program."""


class Stream(Protocol):
    """One end of a pipe, without a buffer of Python's."""

    def read(self, size: int, /) -> bytes | None:
        """Return at most so many bytes; none at the end."""

    def write(self, data: bytes | memoryview, /) -> int | None:
        """Write some of the bytes, and return how many."""


def send(stream: Stream, message: Message) -> None:
    """Write one message.

    Raises:
        BrokenPipeError: nobody reads it.

    """
    data = marshal.dumps(message)
    left = memoryview(len(data).to_bytes(_LENGTH) + data)
    while left:
        left = left[stream.write(left) or 0 :]


def receive(stream: Stream) -> bytes | None:
    """Return the bytes of one message, for `marshal.loads`. None: the other end has gone."""
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


def serve() -> None:
    """Read what is asked for until nobody asks. The first message is the library's folder, and is answered as it is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a whole group of processes: whoever started this one ends it
    gc.set_threshold(_GARBAGE)
    gc.freeze()
    asked, answers = os.fdopen(0, "rb", buffering=0), os.fdopen(1, "wb", buffering=0)
    named = receive(asked)
    if named is None:
        return
    folder: bytes = marshal.loads(named)  # noqa: S302 - comes from whoever started this process
    root = Path(os.fsdecode(folder))
    try:
        send(answers, folder)
        while (orders := receive(asked)) is not None:
            asked_for: list[ReadRequest] = marshal.loads(orders)  # noqa: S302 - as above
            send(answers, [_read(root, *order) for order in asked_for])
    except BrokenPipeError:
        os._exit(0)  # nobody is left to be told


def _read(root: Path, row: int, brief_id: str, file: str) -> tuple[object, ...]:
    return tuple(read_for_index(row, Entry(brief_id, file, root)))


def reads_in(answer: bytes) -> list[BriefRead]:
    """Return what a process has read, from the bytes of its answer."""
    return list(map(BriefRead._make, marshal.loads(answer)))  # noqa: S302 - comes from a process that this one started


def worker_command() -> tuple[str, ...]:
    """Return how to start such a process: with the modules that this one has, and nothing else that is configured."""
    package = str(Path(__file__).parents[4])
    path = [package, *(folder for folder in sys.path if folder and folder != package)]
    program = f"import sys; sys.path[:] = {path!r}; from briefing.library.index.build.worker import serve; serve()"
    return sys.executable, "-I", "-S", f"-Xutf8={sys.flags.utf8_mode}", "-c", program
