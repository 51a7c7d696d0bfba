"""Reading one brief for the index: from its file to the values to be written. Runs in any process; knows no SQL."""

from __future__ import annotations

import os
from collections import Counter

from briefing.base.files import FileProblemError, Stamp, content_hash, stamp
from briefing.base.named_tuple import NamedTuple
from briefing.format.parse import Reading, read_brief_bytes
from briefing.format.parse.head import read_head
from briefing.library.entries import Entry, read_file, read_with_bytes
from briefing.library.index.record import Record, head_of_record, pack, record_of

NO_STAMP = Stamp(0, 0, 0)
"""Stamp of a file that is gone: any file that appears in its place differs."""


class BriefRead(NamedTuple):
    """What was read of one file, ready to be written: plain values, so that it passes cheaply between processes."""

    row: int
    times: int
    """`files.change_time` the file, taken before it was read."""
    size: int
    """Size of the file in bytes."""
    hash: bytes | None
    """Hash of the file's bytes; of no bytes if it cannot be read. None: only its head was read."""
    head: tuple[str | int | None, ...]
    """Title, date, day, status, marking, errors, warnings, figures, events, sources, unreviewed: the columns
    of the table `brief`."""
    columns: tuple[str, ...]
    """Columns of the full text."""
    spans: tuple[tuple[int | None, ...], ...]
    """Each as `record.DayRange`, and whether a claim has it."""
    amounts: tuple[tuple[float | str | None, ...], ...]
    """Each as `record.AmountRange`."""
    files: tuple[tuple[str, bytes], ...]
    """Ids of sources, each with the path of its saved text, in the bytes of the system."""
    packed: bytes
    """See `record.pack`."""
    packed_head: bytes
    """What `packed` was, or would have been, when only the head was read. Empty: that gives no brief."""


def brief_read(row: int, name: str, stamp: Stamp, content_hash: bytes | None, record: Record) -> BriefRead:
    """Return what is to be written of a file that was read; `name` is the brief's id.

    Without a hash it is a record of the head alone.
    """
    packed = pack(record, name)
    if content_hash is None:
        packed_head = packed
    else:
        packed_head = b"" if record.title is None else pack(head_of_record(record), name)
    return BriefRead(
        row,
        stamp.times,
        stamp.size,
        content_hash,
        _head(record),
        record.columns(name),
        tuple(record.spans()),
        tuple(map(tuple, record.amounts())),
        tuple((source, key) for source, file in record.files if (key := _key(file))),
        packed,
        packed_head,
    )


def read_for_index(row: int, entry: Entry) -> BriefRead:
    """Read one brief for the index. Never raises: the list shows what is wrong with it."""
    before = stamp(entry.path) or NO_STAMP
    data, reading = read_with_bytes(entry)
    return brief_read(row, entry.id, before, content_hash(data), record_of(reading))


def read_head_for_index(row: int, entry: Entry) -> BriefRead:
    """Read the head of one brief for the index; all of it if the head alone does not tell for certain. Never raises."""
    path = entry.path
    before = stamp(path) or NO_STAMP
    try:
        data = read_file(entry)
    except FileProblemError:
        return read_for_index(row, entry)
    brief = read_head(data, path, entry.id)
    if brief is not None:
        return brief_read(row, entry.id, before, None, head_of_record(record_of(Reading(brief, ()))))
    reading = read_brief_bytes(data, path, entry.id)
    return brief_read(row, entry.id, before, content_hash(data), record_of(reading))


def unreadable_read(row: int, entry: Entry) -> BriefRead:
    """Return what is to be written of a file that kills every process that reads it."""
    record = Record(None, None, None, "", None, 1, 0)
    return brief_read(row, entry.id, stamp(entry.path) or NO_STAMP, content_hash(b""), record)


def _head(record: Record) -> tuple[str | int | None, ...]:
    said = (record.title, record.date, record.day, record.status, record.marking, record.errors, record.warnings)
    kinds = Counter(item.kind for item in record.items)
    return (*said, kinds["figure"], kinds["event"], kinds["source"], record.unreviewed)


def _key(file: str) -> bytes:
    try:
        return os.fsencode(file)
    except UnicodeEncodeError:  # no file has such a name
        return b""
