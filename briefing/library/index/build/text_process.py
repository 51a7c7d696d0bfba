"""A process that reads saved texts for the index: what it is asked for and what it answers.

It imports only what reading needs. Messages are encoded by `marshal`, since both ends are the same program.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence
from pathlib import Path

from briefing.base import worker_process
from briefing.library.index.build.text_read import TextRead, TextToRead


def serve() -> None:
    """Answer requests until the input ends. The first message is the library's folder."""
    worker_process.serve(_reader)


def _reader(folder: bytes) -> worker_process.Answering:
    root = Path(os.fsdecode(folder))

    def answer(request: bytes) -> bytes:
        requests: list[tuple[int, str, int, int, bool]] = marshal.loads(request)  # noqa: S302 - from our own program
        return marshal.dumps([tuple(TextToRead(*one).read(root)) for one in requests])

    return answer


def request_of(texts: Sequence[TextToRead]) -> bytes:
    """Return the message that asks for these texts."""
    return marshal.dumps(list(map(tuple, texts)))


def texts_in(answer: bytes) -> list[TextRead]:
    """Decode the answer of such a process."""
    return list(map(TextRead._make, marshal.loads(answer)))  # noqa: S302 - comes from a process that this one started


def text_command() -> tuple[str, ...]:
    """Return the command that starts such a process."""
    return worker_process.worker_command(__name__)
