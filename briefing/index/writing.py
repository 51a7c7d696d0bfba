"""Owns what is written into an index: which files there are, what was read of them, and the orders of the list."""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterable
from typing import NamedTuple

from briefing.entries import stem
from briefing.files import Stamp
from briefing.index.records import Number, Record, Span, pack, unpack
from briefing.index.schema import COLUMNS

ORDERS = {
    "name": "stem, file",
    "date": "day IS NULL, day DESC, stem, file",
    "title": "title IS NULL, title COLLATE NOCASE, stem, file",
}
"""The orders of the list that the index knows by itself, as SQL has them: latest first, what has no date last."""

_VALUES = f"(rowid, {', '.join(COLUMNS)}) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"
_ADD_WORDS = f"INSERT INTO words {_VALUES}"
_TAKE_WORDS = "INSERT INTO words (words, " + _VALUES.removeprefix("(").replace("VALUES (", "VALUES ('delete', ")
_READ = """
    UPDATE brief SET mtime = ?, size = ?, hash = ?, title = ?, date = ?, day = ?, status = ?, marking = ?, errors = ?,
        warnings = ?, claims = NULL, verified = NULL, not_held = NULL, not_found = NULL, origins = NULL
    WHERE row = ?
"""


class Read(NamedTuple):
    """What was read of one file, ready to be written. It is made where the file was read: in another process, often."""

    row: int
    stamp: Stamp
    """Of the file, taken before it was read."""
    hash: bytes
    """Of its bytes; empty where it cannot be read."""
    record: Record
    """Without its items."""
    columns: tuple[str, ...]
    spans: tuple[Span, ...]
    amounts: tuple[Number, ...]
    packed: bytes


def read_of(row: int, name: str, stamp: Stamp, content_hash: bytes, record: Record) -> Read:
    """Return what is to be written of a file that was read as the brief of that id."""
    return Read(
        row,
        stamp,
        content_hash,
        record._replace(items=()),
        record.columns(name),
        tuple(record.spans()),
        tuple(record.amounts()),
        pack(record, name),
    )


class Found(NamedTuple):
    """A file as its folder has it."""

    file: str
    """Path inside the root."""
    mtime: int
    """Nanoseconds since 1970."""
    size: int


def add(connection: sqlite3.Connection, found: Iterable[Found]) -> None:
    """Note files that are new: known by name only, until they are read."""
    connection.executemany(
        "INSERT OR IGNORE INTO brief (file, stem, mtime, size) VALUES (?, ?, ?, ?)",
        ((os.fsencode(one.file), os.fsencode(stem(one.file)), one.mtime, one.size) for one in found),
    )


def put(connection: sqlite3.Connection, read: Read) -> None:
    """Write what was read of a file in place of what was known of it. Nothing happens when its row is gone."""
    record, row = read.record, read.row
    head = (record.title, record.date, record.day, record.status, record.marking, record.errors, record.warnings)
    kept = connection.execute(_READ, (read.stamp.modified, read.stamp.size, read.hash, *head, row))
    if not kept.rowcount:
        return
    take_out(connection, row)
    connection.execute("INSERT INTO items VALUES (?, ?)", (row, read.packed))
    connection.execute(_ADD_WORDS, (row, *read.columns))
    connection.executemany(
        "INSERT INTO span VALUES (?, ?, ?, ?, ?)", ((row, number, *span) for number, span in enumerate(read.spans))
    )
    connection.executemany(
        "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?)",
        ((row, number, *amount) for number, amount in enumerate(read.amounts)),
    )
    for source, file in record.files:
        key = os.fsencode(file)
        connection.execute("INSERT OR IGNORE INTO saved (file) VALUES (?)", (key,))
        connection.execute(
            "INSERT OR REPLACE INTO rests SELECT row, ?, ? FROM saved WHERE file = ?", (row, source, key)
        )


def take_out(connection: sqlite3.Connection, row: int) -> None:
    """Take what was read of a brief out of the index; its row in `brief` stays, where there is one."""
    kept = connection.execute("SELECT packed FROM items WHERE row = ?", (row,)).fetchone()
    if kept is None:
        return
    name, record = unpack(kept[0])
    connection.execute(_TAKE_WORDS, (row, *record.columns(name)))
    for table in ("items", "span", "figure", "rests", "gone"):
        connection.execute(f"DELETE FROM {table} WHERE row = ?", (row,))  # noqa: S608 - our own names


def take_out_gone(connection: sqlite3.Connection, most: int) -> int:
    """Take out what was read of briefs that are no longer there, at most so many; return how many that were."""
    gone = connection.execute("SELECT row FROM gone LIMIT ?", (most,)).fetchall()
    for (row,) in gone:
        take_out(connection, row)
    return len(gone)


def arrange(connection: sqlite3.Connection, *names: str) -> None:
    """Write the orders of the list anew: these, and those that were asked for before."""
    _tell_twins(connection)
    known = [name for (name,) in connection.execute("SELECT name FROM view")]
    for name in dict.fromkeys(("name", *known, *names)):
        if name in ORDERS:
            rows = array("I", (row for (row,) in connection.execute(f"SELECT row FROM brief ORDER BY {ORDERS[name]}")))  # noqa: S608
            connection.execute("INSERT OR REPLACE INTO view VALUES (?, ?)", (name, rows.tobytes()))


def _tell_twins(connection: sqlite3.Connection) -> None:
    """Note which briefs share their stem with one before them: their id keeps its suffix."""
    connection.execute(
        """
        UPDATE brief SET twin = NOT twin WHERE (
            twin OR stem IN (SELECT stem FROM brief GROUP BY stem HAVING count(*) > 1)
        ) AND twin != EXISTS (SELECT 1 FROM brief other WHERE other.stem = brief.stem AND other.file < brief.file)
        """
    )


def add_given(connection: sqlite3.Connection, files: Iterable[str]) -> None:
    """Note files that were named one by one, in the order in which they were named: rows 1, 2, 3 and so on."""
    connection.executemany(
        "INSERT INTO brief (row, file, stem, mtime, size) VALUES (?, ?, ?, 0, 0)",
        ((row, os.fsencode(f"{row}:{file}"), f"{row:09}".encode()) for row, file in enumerate(files, 1)),
    )
    arrange(connection)
