"""Owns what is written into an index: which files there are, what was read of them, and the orders of the list."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from briefing.base.files import Stamp
from briefing.evidence.result import Counts
from briefing.library.entries import stem
from briefing.library.index.build.read import BriefRead
from briefing.library.index.checked_values import checked_rows, unpacked_record, unpacked_rows
from briefing.library.index.row_sets import ROWS_SQL, decoded_rows
from briefing.library.index.schema import COLUMNS, COUNTED, HEAD
from briefing.library.sort_orders import SORT_ORDERS


def _adding(table: str, columns: Sequence[str]) -> tuple[str, str]:
    """Return what adds the words of a brief to a full text, and what takes them out again."""
    values = f"rowid, {', '.join(columns)}) VALUES ({', '.join('?' * (len(columns) + 1))})"
    taking = values.replace("VALUES (", "VALUES ('delete', ")
    return f"INSERT INTO {table} ({values}", f"INSERT INTO {table} ({table}, {taking}"


_ADD_WORDS, _TAKE_WORDS = _adding("words", COLUMNS)
_ADD_HEAD, _TAKE_HEAD = _adding("heads", HEAD)
_ROWS_PER_QUERY = 500
"""Rows that one statement asks for: SQLite takes at most 999 values."""
_UNCHECKED = ", ".join(f"{column} = NULL" for column in COUNTED)
_COUNTED = f"({', '.join(COUNTED)})"
_VALUES = f"({', '.join('?' * len(COUNTED))})"
_COUNT = f"""
    UPDATE brief SET {_COUNTED} = {_VALUES}
    WHERE row = ? AND times = ? AND size = ? AND hash NOTNULL AND {_COUNTED} IS NOT {_VALUES}
"""  # noqa: S608 - our own names
_READ = f"""
    UPDATE brief SET times = ?, size = ?, hash = ?, title = ?, date = ?, day = ?, status = ?, marking = ?, errors = ?,
        warnings = ?, {_UNCHECKED}
    WHERE row = ?
"""  # noqa: S608 - our own names
SET_CHANGED = "UPDATE brief SET times = ?, size = ?, hash = NULL WHERE row = ?"
"""Of a file that is another now: its new time and size, and its row."""


def add_file(connection: sqlite3.Connection, file: str, stamp: Stamp | None) -> None:
    """Note one file that is new by its path inside the root: known by name only, until it is read."""
    times, size = (stamp.times, stamp.size) if stamp else (0, 0)
    connection.execute(
        "INSERT OR IGNORE INTO brief (file, stem, times, size) VALUES (?, ?, ?, ?)",
        (os.fsencode(file), os.fsencode(stem(file)), times, size),
    )


def write_briefs(connection: sqlite3.Connection, reads: Sequence[BriefRead]) -> None:
    """Write what was read of files in place of what was known of them. Files whose row is gone are passed by.

    No file may be among them twice.
    """
    rows = [read.row for read in reads]
    there = {row for (row,) in _select_rows(connection, "SELECT row FROM brief WHERE row IN", rows)}
    for (row,) in _select_rows(connection, "SELECT row FROM items WHERE row IN", rows):
        remove_content(connection, row)
    kept = [read for read in reads if read.row in there]
    many = connection.executemany
    many(_READ, [(read.times, read.size, read.hash, *read.head, read.row) for read in kept])
    many("INSERT INTO items VALUES (?, ?)", [(read.row, read.packed) for read in kept])
    many(_ADD_WORDS, [(read.row, *read.columns) for read in kept])
    many(_ADD_HEAD, [(read.row, *read.columns[: len(HEAD)]) for read in kept])
    many(
        "INSERT INTO span VALUES (?, ?, ?, ?, ?)",
        [(read.row, number, *span) for read in kept for number, span in enumerate(read.date_ranges)],
    )
    many(
        "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?)",
        [(read.row, number, *amount) for read in kept for number, amount in enumerate(read.amounts)],
    )
    many("INSERT OR IGNORE INTO saved (file) VALUES (?)", {(file,) for read in kept for _, file in read.files})
    many(
        "INSERT OR REPLACE INTO rests SELECT row, ?, ? FROM saved WHERE file = ?",
        [(read.row, source, file) for read in kept for source, file in read.files],
    )


def _select_rows(connection: sqlite3.Connection, query: str, rows: Sequence[int]) -> Iterator[tuple[int]]:
    """Yield what a query has of these rows, some at a time. What it has may be taken out meanwhile."""
    for first in range(0, len(rows), _ROWS_PER_QUERY):
        some = rows[first : first + _ROWS_PER_QUERY]
        yield from connection.execute(f"{query} ({', '.join('?' * len(some))})", some).fetchall()


def remove_content(connection: sqlite3.Connection, row: int) -> None:
    """Take what was read of a brief out of the index; its row in `brief` stays, where there is one."""
    kept = connection.execute("SELECT packed FROM items WHERE row = ?", (row,)).fetchone()
    if kept is None:
        return
    name, record = unpacked_record(kept[0])
    columns = record.columns(name)
    connection.execute(_TAKE_WORDS, (row, *columns))
    connection.execute(_TAKE_HEAD, (row, *columns[: len(HEAD)]))
    for table in ("items", "span", "figure", "rests", "gone"):
        connection.execute(f"DELETE FROM {table} WHERE row = ?", (row,))  # noqa: S608 - our own names


def remove_gone(connection: sqlite3.Connection, limit: int) -> int:
    """Take out what was read of briefs that are no longer there, at most so many; return how many that were."""
    gone = connection.execute("SELECT row FROM gone LIMIT ?", (limit,)).fetchall()
    for (row,) in gone:
        remove_content(connection, row)
    connection.executemany("DELETE FROM gone WHERE row = ?", gone)
    return len(gone)


def count_gone(connection: sqlite3.Connection) -> int:
    """Return how many briefs `remove_gone` has to take out."""
    return int(connection.execute("SELECT count(*) FROM gone").fetchone()[0])


def write_orders(connection: sqlite3.Connection, *names: str) -> None:
    """Write the orders of the list anew: these, and those that were asked for before."""
    _update_twins(connection)
    known = [name for (name,) in connection.execute("SELECT name FROM view")]
    for name in dict.fromkeys(("name", *known, *names)):
        if name in SORT_ORDERS:  # another version of this program may have kept orders that this one does not know
            terms = SORT_ORDERS[name].terms
            found = connection.execute(f"SELECT row FROM brief ORDER BY {terms}")  # noqa: S608 - our own text
            rows = checked_rows(row for (row,) in found)
            connection.execute("INSERT OR REPLACE INTO view VALUES (?, ?)", (name, rows.tobytes()))


def are_orders_complete(connection: sqlite3.Connection) -> bool:
    """Tell whether there is an order of the list, and each has every brief once.

    Raises:
        IndexDamagedError: one has something else in place of rows.

    """
    found = connection.execute(f"SELECT {ROWS_SQL} FROM (SELECT row FROM brief)").fetchone()  # noqa: S608 - our own text
    every = sorted(decoded_rows(found[0]))
    orders = [sorted(unpacked_rows(rows)) for (rows,) in connection.execute("SELECT rows FROM view")]
    return bool(orders) and all(order == every for order in orders)


def _update_twins(connection: sqlite3.Connection) -> None:
    """Note which briefs share their stem with one before them: their id keeps its suffix."""
    connection.execute(
        """
        UPDATE brief SET twin = NOT twin WHERE (
            twin OR stem IN (SELECT stem FROM brief GROUP BY stem HAVING count(*) > 1)
        ) AND twin != EXISTS (SELECT 1 FROM brief other WHERE other.stem = brief.stem AND other.file < brief.file)
        """
    )


def add_named_files(connection: sqlite3.Connection, files: Iterable[str]) -> None:
    """Note files that were named one by one, in the order in which they were named: rows 1, 2, 3 and so on."""
    connection.executemany(
        "INSERT INTO brief (row, file, stem, times, size) VALUES (?, ?, ?, 0, 0)",
        ((row, os.fsencode(f"{row}:{file}"), f"{row:09}".encode()) for row, file in enumerate(files, 1)),
    )
    write_orders(connection)


def write_counts(connection: sqlite3.Connection, row: int, stamp: Stamp, counts: Counts) -> None:
    """Write what a check has counted, unless the file is no longer the one that was checked."""
    connection.execute(_COUNT, (*counts, row, stamp.times, stamp.size, *counts))


def clear_counts(connection: sqlite3.Connection, text: int) -> None:
    """Take back what was counted for the briefs that rest on a saved text: it has changed since, or come, or gone."""
    resting = "SELECT row FROM rests WHERE saved = ?"
    connection.execute(f"UPDATE brief SET {_UNCHECKED} WHERE claims NOTNULL AND row IN ({resting})", (text,))  # noqa: S608
