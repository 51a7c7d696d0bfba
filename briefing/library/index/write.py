"""Writing into the index: its files, what was read of each brief, and the sort orders of the list."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from briefing.base.files import Stamp
from briefing.evidence.result import Counts
from briefing.library.entries import without_suffix
from briefing.library.index.build.read import BriefRead
from briefing.library.index.checked_record import unpacked_record
from briefing.library.index.checked_values import checked_rows, unpacked_rows
from briefing.library.index.row_sets import ROWS_SQL, decoded_rows, in_lists
from briefing.library.index.schema import COLUMNS, COUNTED, HEAD, Known
from briefing.library.sort_orders import SORT_ORDERS


def _adding(table: str, columns: Sequence[str]) -> tuple[str, str]:
    """Return the statements that add the words of a brief to a full text and remove them."""
    values = f"rowid, {', '.join(columns)}) VALUES ({', '.join('?' * (len(columns) + 1))})"
    taking = values.replace("VALUES (", "VALUES ('delete', ")
    return f"INSERT INTO {table} ({values}", f"INSERT INTO {table} ({table}, {taking}"


_ADD_WORDS, _TAKE_WORDS = _adding("words", COLUMNS)
_ADD_HEAD, _TAKE_HEAD = _adding("heads", HEAD)
_UNCHECKED = ", ".join(f"{column} = NULL" for column in COUNTED)
_COUNTED = f"({', '.join(COUNTED)})"
_VALUES = f"({', '.join('?' * len(COUNTED))})"
_COUNT = f"""
    UPDATE brief SET {_COUNTED} = {_VALUES}
    WHERE row = ? AND times = ? AND size = ? AND hash NOTNULL AND {_COUNTED} IS NOT {_VALUES}
"""  # noqa: S608 - our own names
_READ = f"""
    UPDATE brief SET times = ?, size = ?, hash = ?, known = ?, title = ?, date = ?, day = ?, status = ?, marking = ?,
        errors = ?, warnings = ?, figures = ?, events = ?, sources = ?, unreviewed = ?, {_UNCHECKED}
    WHERE row = ?
"""  # noqa: S608 - our own names
_PAGE = 256
"""Rows that are marked together: their numbers may have gaps."""
SET_CHANGED = "UPDATE brief SET times = ?, size = ?, hash = NULL WHERE row = ?"
"""Marks a file as changed, and to be read: takes its new times and size, and its row."""


def add_file(connection: sqlite3.Connection, file: str, stamp: Stamp | None) -> None:
    """Add a new file by its path inside the root: only its name is known until it is read."""
    times, size = (stamp.times, stamp.size) if stamp else (0, 0)
    connection.execute(
        "INSERT OR IGNORE INTO brief (file, stem, times, size) VALUES (?, ?, ?, ?)",
        (os.fsencode(file), os.fsencode(without_suffix(file)), times, size),
    )


def write_briefs(connection: sqlite3.Connection, reads: Iterable[BriefRead]) -> None:
    """Replace what the index knows of these files by what was read. Files whose row is gone are skipped.

    No file may occur twice.
    """
    reads = sorted(reads, key=itemgetter(0))  # FTS5 writes what it has to the disk when a row number falls
    rows = [read.row for read in reads]
    known = dict(_select_rows(connection, "SELECT row, known FROM brief WHERE row IN", rows))
    stored = dict(_select_rows(connection, "SELECT row, packed FROM items WHERE row IN", rows))
    kept = [read for read in reads if _is_wanted(read, known.get(read.row))]
    same_head = {one.row for one in kept if known[one.row] == Known.HEAD and stored.get(one.row) == one.packed_head}
    many = connection.executemany
    many(_TAKE_WORDS, [(read.row, *_columns_of_head(read)) for read in kept if read.row in same_head])
    for table in ("items", "span"):
        many(f"DELETE FROM {table} WHERE row = ?", [(row,) for row in same_head])  # noqa: S608 - our own names
    for read in kept:
        if read.row in stored and read.row not in same_head:
            remove_content(connection, read.row)
    many(_READ, [(read.times, read.size, read.hash, _known(read), *read.head, read.row) for read in kept])
    many("INSERT INTO items VALUES (?, ?)", [(read.row, read.packed) for read in kept])
    many(_ADD_WORDS, [(read.row, *read.columns) for read in kept])
    many(_ADD_HEAD, [(read.row, *read.columns[: len(HEAD)]) for read in kept if read.row not in same_head])
    many(
        "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)",
        [(read.row, number, *span) for read in kept for number, span in enumerate(read.spans)],
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


def _is_wanted(read: BriefRead, known: object) -> bool:
    """Tell whether a file is still in the index, and not better known already than by its head."""
    return known is not None and (read.hash is not None or known == Known.NAME)


def _known(read: BriefRead) -> Known:
    return Known.HEAD if read.hash is None else Known.WHOLE


def _columns_of_head(read: BriefRead) -> tuple[str, ...]:
    """Return the columns of the full text that were written when only the head was read."""
    return *read.columns[: len(HEAD)], *[""] * (len(COLUMNS) - len(HEAD))


def _select_rows(connection: sqlite3.Connection, query: str, rows: Sequence[int]) -> Iterator[tuple[object, object]]:
    """Yield the results of a query for these rows, in several statements. The results may be deleted meanwhile."""
    for among, some in in_lists(rows):
        yield from connection.execute(f"{query} {among}", some).fetchall()


def remove_content(connection: sqlite3.Connection, row: int) -> None:
    """Remove what was read of a brief; its row in `brief`, if it has one, stays."""
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
    """Remove the content of at most `limit` briefs that no longer exist; return how many."""
    gone = connection.execute("SELECT row FROM gone LIMIT ?", (limit,)).fetchall()
    for (row,) in gone:
        remove_content(connection, row)
    connection.executemany("DELETE FROM gone WHERE row = ?", gone)
    return len(gone)


def count_gone(connection: sqlite3.Connection) -> int:
    """Return how many briefs `remove_gone` has to remove."""
    return int(connection.execute("SELECT count(*) FROM gone").fetchone()[0])


def write_orders(connection: sqlite3.Connection, *names: str) -> None:
    """Compute and store the sort orders of the list: these, and all that are stored already."""
    _update_twins(connection)
    for name in dict.fromkeys(("name", *_known_orders(connection), *names)):
        _write_order(connection, name)


def write_counted_orders(connection: sqlite3.Connection) -> None:
    """Compute the stored sort orders anew that depend on the counts of checks."""
    for name in _known_orders(connection):
        if SORT_ORDERS[name].by_counts:
            _write_order(connection, name)


def _known_orders(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the stored orders; another version of this program may have kept further ones."""
    return [name for (name,) in connection.execute("SELECT name FROM view") if name in SORT_ORDERS]


def _write_order(connection: sqlite3.Connection, name: str) -> None:
    terms = SORT_ORDERS[name].terms
    found = connection.execute(f"SELECT row FROM brief ORDER BY {terms}")  # noqa: S608 - our own text
    rows = checked_rows(row for (row,) in found)
    connection.execute("INSERT OR REPLACE INTO view VALUES (?, ?)", (name, rows.tobytes()))


def are_orders_complete(connection: sqlite3.Connection) -> bool:
    """Tell whether the index stores a sort order, and each one contains every brief once.

    Raises:
        IndexDamagedError: one holds something other than rows.

    """
    query = f"SELECT {ROWS_SQL} FROM (SELECT row FROM brief)"  # noqa: S608 - our own text
    every = _which(decoded_rows(connection.execute(query).fetchone()[0]))
    have_all = [_which(unpacked_rows(rows)) == every for (rows,) in connection.execute("SELECT rows FROM view")]
    return bool(have_all) and all(have_all)


def _which(rows: Iterable[int]) -> tuple[int, Mapping[int, bytearray]]:
    """Return how many rows these are, and which: a byte for each. 100,000 take 0.1 MB, and 6 MB in a set or a list."""
    count, pages = 0, dict[int, bytearray]()
    for row in rows:
        count += 1
        page = pages.get(row // _PAGE)
        if page is None:
            page = pages[row // _PAGE] = bytearray(_PAGE)
        page[row % _PAGE] = 1
    return count, pages


def _update_twins(connection: sqlite3.Connection) -> None:
    """Set `twin` of briefs whose stem an earlier file has too: their id keeps the suffix."""
    connection.execute(
        """
        UPDATE brief SET twin = NOT twin WHERE (
            twin OR stem IN (SELECT stem FROM brief GROUP BY stem HAVING count(*) > 1)
        ) AND twin != EXISTS (SELECT 1 FROM brief other WHERE other.stem = brief.stem AND other.file < brief.file)
        """
    )


def add_named_files(connection: sqlite3.Connection, files: Iterable[str]) -> None:
    """Add files that were named one by one, in that order, as rows 1, 2, 3 …."""
    connection.executemany(
        "INSERT INTO brief (row, file, stem, times, size) VALUES (?, ?, ?, 0, 0)",
        ((row, os.fsencode(f"{row}:{file}"), f"{row:09}".encode()) for row, file in enumerate(files, 1)),
    )
    write_orders(connection)


def write_counts(connection: sqlite3.Connection, row: int, stamp: Stamp, counts: Counts) -> bool:
    """Store the counts of a check, unless the file has changed since; tell whether they are others than before."""
    done = connection.execute(_COUNT, (*counts, row, stamp.times, stamp.size, *counts))
    return done.rowcount > 0


def clear_counts(connection: sqlite3.Connection, text: int) -> None:
    """Delete the counts of the briefs that cite a saved text which has changed, appeared or gone."""
    resting = "SELECT row FROM rests WHERE saved = ?"
    connection.execute(f"UPDATE brief SET {_UNCHECKED} WHERE claims NOTNULL AND row IN ({resting})", (text,))  # noqa: S608
