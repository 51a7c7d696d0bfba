"""Owns reading one brief for the index: from its file to the rows to be written. In any process; knows no SQL."""

from __future__ import annotations

import os
from typing import NamedTuple

from briefing.base.files import Stamp, content_hash, stamp
from briefing.library.entries import Entry, read_with_bytes
from briefing.library.index.record import Record, pack, record_of

_NONE = Stamp(0, 0, 0)
"""Of a file that is gone: whatever comes in its place is another."""


class BriefRead(NamedTuple):
    """What was read of one file, ready to be written: plain values, so that it passes cheaply between processes."""

    row: int
    times: int
    """Of the file, taken before it was read."""
    size: int
    hash: bytes
    """Of its bytes; of none where it cannot be read."""
    head: tuple[str | int | None, ...]
    """Title, date, day, status, marking, errors, warnings: as the table `brief` has them."""
    columns: tuple[str, ...]
    """Of the full text."""
    date_ranges: tuple[tuple[int | None, ...], ...]
    amounts: tuple[tuple[float | str | None, ...], ...]
    files: tuple[tuple[str, bytes], ...]
    """Ids of sources with the saved text that each names, in the bytes of the system."""
    packed: bytes


def brief_read(row: int, name: str, stamp: Stamp, content_hash: bytes, record: Record) -> BriefRead:
    """Return what is to be written of a file that was read as the brief of that id."""
    return BriefRead(
        row,
        stamp.times,
        stamp.size,
        content_hash,
        (record.title, record.date, record.day, record.status, record.marking, record.errors, record.warnings),
        record.columns(name),
        tuple(map(tuple, record.date_ranges())),
        tuple(map(tuple, record.amounts())),
        tuple((source, key) for source, file in record.files if (key := _key(file))),
        pack(record, name),
    )


def read_for_index(row: int, entry: Entry) -> BriefRead:
    """Read one brief for the index. Never raises: what is wrong with it is told of it in the list."""
    before = stamp(entry.path) or _NONE
    data, reading = read_with_bytes(entry)
    return brief_read(row, entry.id, before, content_hash(data), record_of(reading))


def unreadable_read(row: int, entry: Entry) -> BriefRead:
    """Return what is to be written of a file that ends every process that reads it."""
    record = Record(None, None, None, "", None, 1, 0)
    return brief_read(row, entry.id, stamp(entry.path) or _NONE, content_hash(b""), record)


def _key(file: str) -> bytes:
    try:
        return os.fsencode(file)
    except UnicodeEncodeError:  # no file is called so
        return b""
