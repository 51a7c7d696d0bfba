"""A process that reads briefs for the index: what it is asked for and what it answers.

It imports only what reading needs. Messages are encoded by `marshal`, since both ends are the same program.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence
from pathlib import Path

from briefing.base import worker_process
from briefing.library.entries import Entry
from briefing.library.index.build.read import BriefRead, read_for_index, read_head_for_index

ReadRequest = tuple[int, str, str, bool]
"""Row, id and file of a brief to be read, and whether its head is enough."""


def serve() -> None:
    """Answer read requests until the input ends. The first message is the library's folder."""
    worker_process.serve(_reader)


def _reader(folder: bytes) -> worker_process.Answering:
    root = Path(os.fsdecode(folder))

    def answer(request: bytes) -> bytes:
        requests: list[ReadRequest] = marshal.loads(request)  # noqa: S302 - from the program that started this process
        return marshal.dumps([_read(root, one) for one in requests])

    return answer


def _read(root: Path, request: ReadRequest) -> tuple[object, ...]:
    row, brief_id, file, is_head = request
    read = read_head_for_index if is_head else read_for_index
    return tuple(read(row, Entry(brief_id, file, root)))


def request_of(requests: Sequence[ReadRequest]) -> bytes:
    """Return the message that asks for these briefs."""
    return marshal.dumps(list(requests))


def reads_in(answer: bytes) -> list[BriefRead]:
    """Decode the answer of such a process."""
    return list(map(BriefRead._make, marshal.loads(answer)))  # noqa: S302 - comes from a process that this one started


def reading_command() -> tuple[str, ...]:
    """Return the command that starts such a process."""
    return worker_process.worker_command(__name__)
