"""A process that checks briefs: what it is asked for and what it answers.

It imports only what checking needs. Messages are encoded by `marshal`, since both ends are the same program.
"""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from pathlib import Path

from briefing.base import worker_process
from briefing.cli.checking.check_entry import EntryCheck, PackedCheck, check_entry, pack, unpack
from briefing.library.briefs import Library
from briefing.library.entries import Entry
from briefing.library.id_set import IdSet, PackedIds

_Request = tuple[int | None, str, str, str, bool]
"""Number of the library among those of the opening, None for a file that was named alone; and the fields of the entry,
its root as text."""


def opening_of(libraries: Sequence[PackedIds], *, coverage: bool) -> bytes:
    """Return the first message to such a process: the ids of the libraries, and whether texts are looked through."""
    return marshal.dumps((coverage, [tuple(ids) for ids in libraries]))


def request_of(entries: Sequence[tuple[int | None, Entry]]) -> bytes:
    """Return the message that asks to check these briefs, each of the library of that number."""
    return marshal.dumps([(number, one.id, one.file, str(one.root), one.alone) for number, one in entries])


def checks_in(reply: bytes) -> list[EntryCheck]:
    """Decode the answer of such a process."""
    packed: list[PackedCheck] = marshal.loads(reply)  # noqa: S302 - comes from a process that this one started
    return list(map(unpack, packed))


def serve() -> None:
    """Answer requests until the input ends."""
    worker_process.serve(_checker)


def _checker(opening: bytes) -> worker_process.Answering:
    first: tuple[bool, list[tuple[bytes, bytes]]] = marshal.loads(opening)  # noqa: S302 - as above
    coverage, packed = first
    libraries: dict[int | None, Library] = {None: Library(())}
    libraries.update((number, _library(IdSet(PackedIds(*ids)))) for number, ids in enumerate(packed))

    def answer(request: bytes) -> bytes:
        requests: list[_Request] = marshal.loads(request)  # noqa: S302 - as above
        return marshal.dumps([checked(*one) for one in requests])

    def checked(number: int | None, brief_id: str, file: str, root: str, alone: bool) -> PackedCheck:
        return pack(check_entry(libraries[number], Entry(brief_id, file, Path(root), alone), coverage=coverage))

    return answer


def _library(ids: IdSet) -> Library:
    """Return a library that knows which briefs there are, and reads those that it is asked for."""
    return Library((), find=lambda brief_id: Entry(brief_id, "", Path()) if brief_id in ids else None)


def checking_command() -> tuple[str, ...]:
    """Return the command that starts such a process."""
    return worker_process.worker_command(__name__)
