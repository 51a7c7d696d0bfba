"""A process that reads briefs for the index, and the messages on its standard input and output.

It imports only what reading needs, and ends when the program that started it ends.
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
"""Objects between two garbage collections: reading leaves no garbage, and each collection would visit a whole brief."""
_LENGTH = 4
"""Bytes before each message that give its length."""

ReadRequest = tuple[int, str, str]
"""Row, id and file of a brief to be read."""
Message = bytes | list[ReadRequest] | list[tuple[object, ...]]
"""The library's folder, read requests, or what was read: encoded by `marshal`, since both ends are the same program."""


class Stream(Protocol):
    """One end of a pipe, unbuffered."""

    def read(self, size: int, /) -> bytes | None:
        """Return at most `size` bytes; none at the end."""

    def write(self, data: bytes | memoryview, /) -> int | None:
        """Write some of the bytes, and return how many."""


def send(stream: Stream, message: Message) -> None:
    """Write one message.

    Raises:
        BrokenPipeError: the other end is closed.

    """
    data = marshal.dumps(message)
    left = memoryview(len(data).to_bytes(_LENGTH) + data)
    while left:
        left = left[stream.write(left) or 0 :]


def receive(stream: Stream) -> bytes | None:
    """Return the bytes of one message, for `marshal.loads`. None: the other end is closed."""
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
    """Answer read requests until the input ends.

    The first message is the library's folder; it is sent back unchanged.
    """
    # Ctrl-C reaches the whole process group; the program that started this process ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_GARBAGE)
    gc.freeze()
    asked, answers = os.fdopen(0, "rb", buffering=0), os.fdopen(1, "wb", buffering=0)
    named = receive(asked)
    if named is None:
        return
    folder: bytes = marshal.loads(named)  # noqa: S302 - comes from the program that started this process
    root = Path(os.fsdecode(folder))
    try:
        send(answers, folder)
        while (orders := receive(asked)) is not None:
            asked_for: list[ReadRequest] = marshal.loads(orders)  # noqa: S302 - as above
            send(answers, [_read(root, *order) for order in asked_for])
    except BrokenPipeError:
        os._exit(0)  # the program that started this process is gone


def _read(root: Path, row: int, brief_id: str, file: str) -> tuple[object, ...]:
    return tuple(read_for_index(row, Entry(brief_id, file, root)))


def reads_in(answer: bytes) -> list[BriefRead]:
    """Decode the answer of such a process."""
    return list(map(BriefRead._make, marshal.loads(answer)))  # noqa: S302 - comes from a process that this one started


def reading_command() -> tuple[str, ...]:
    """Return the command that starts such a process, with the module path of this one and nothing else configured."""
    package = str(Path(__file__).parents[4])
    path = [package, *(folder for folder in sys.path if folder and folder != package)]
    program = (
        f"import sys; sys.path[:] = {path!r}; from briefing.library.index.build.reading_process import serve; serve()"
    )
    return sys.executable, "-I", "-S", f"-Xutf8={sys.flags.utf8_mode}", "-c", program
