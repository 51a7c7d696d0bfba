"""The briefs of an index: their rows in a sort order, what is known of each, and finding one by its id."""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.format.model import Marking, Status
from briefing.library.entries import SUFFIXES, Entry, without_suffix
from briefing.library.index.checked_values import (
    checked_brief_path,
    checked_bytes,
    checked_number,
    checked_row,
    checked_text,
    checked_word,
    damage_error,
    unpacked_rows,
)
from briefing.library.index.errors import index_errors
from briefing.library.index.row_sets import in_lists
from briefing.library.index.schema import Known
from briefing.library.index.store import IndexStore
from briefing.library.sort_orders import is_by_marks

_COUNTS = "errors, warnings, figures, events, sources, finding_errors, finding_warnings, unreviewed"
_FIELDS = f"row, times, size, hash, known, title, date, status, marking, file, twin, stem, {_COUNTS}"
_NAMED_ONLY = f"hash IS NULL AND known = {Known.NAME:d}"
_STATUSES, _MARKINGS = frozenset(("", *Status)), frozenset(Marking)


class IndexedBrief(NamedTuple):
    """What the index knows of one brief."""

    row: int
    times: int
    """Result of `files.change_time` for the file, which may still have to be read."""
    size: int
    """Size of the file in bytes."""
    hash: bytes | None
    """Hash of the content that was read. None: not read yet, read only in part, or changed since."""
    known: Known
    """What the other fields rest on: they may be older than the file if `hash` is None."""
    title: str | None
    """None: the brief was never read, or could not be read."""
    date: str | None
    """EDTF."""
    status: str | None
    marking: str | None
    entry: Entry
    counts: BriefCounts


class BriefCounts(NamedTuple):
    """The numbers that the index knows of one brief."""

    errors: int
    """Problems of its format of severity error."""
    warnings: int
    figures: int
    events: int
    sources: int
    finding_errors: int
    """What checking its claims found, of severity error; 0 if it was not checked since it was read."""
    finding_warnings: int
    unreviewed: int
    """Claims that a program drafted and no person has confirmed."""


class BriefIndex:
    """The briefs of a library according to its index. May be used from several threads."""

    def __init__(self, store: IndexStore, root: Path, named_entries: Sequence[Entry] = ()) -> None:
        """Take the index of the library in the folder `root`, as the reader named it."""
        self.store = store
        self.root = root
        self.named_entries = named_entries
        """The entries of rows 1, 2, 3 … if the files were named one by one. Empty: the library is a folder."""

    def order(self, name: str = "name") -> Sequence[int]:
        """Return all rows in an order of `SORT_ORDERS`; without the marks, where they decide, in the order by name.

        An order that the index does not keep yet is made now.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        if is_by_marks(name):
            return self.order()
        rows = self._kept(name)
        if rows is None:
            from briefing.library.index.write import write_orders  # not needed for an order that is kept

            with self.store.writing() as connection:
                write_orders(connection, name)
            rows = self._kept(name)
        return array("I") if rows is None else rows

    def _kept(self, name: str) -> Sequence[int] | None:
        """Return the rows in an order that the index keeps, or None."""
        with index_errors():
            kept = self.store.connection.execute("SELECT rows FROM view WHERE name = ?", (name,)).fetchone()
        return None if kept is None else unpacked_rows(kept[0])

    def look_up(self, rows: Sequence[int]) -> dict[int, IndexedBrief]:
        """Return what is known of these rows; rows that are gone are left out.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        found: dict[int, IndexedBrief] = {}
        with index_errors():
            for among, some in in_lists(rows):
                query = f"SELECT {_FIELDS} FROM brief WHERE row IN {among}"  # noqa: S608 - our own names
                found.update((one.row, one) for one in self._each(self.store.connection.execute(query, some)))
        return found

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row, or None if it is gone.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        found = self.look_up((row,)).get(row)
        return found and found.entry

    def find(self, brief_id: str) -> int | None:
        """Return the row of the brief of that id, or None.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        try:
            key = os.fsencode(brief_id)
        except UnicodeEncodeError:  # a lone surrogate that stands for no byte: no file has such a name
            return None
        with index_errors():
            row = self.store.connection.execute("SELECT row FROM brief WHERE stem = ? AND NOT twin", (key,)).fetchone()
            if row is None and brief_id.endswith(SUFFIXES):
                row = self.store.connection.execute("SELECT row FROM brief WHERE file = ? AND twin", (key,)).fetchone()
        return None if row is None else checked_row(row[0])

    def waiting(self, limit: int, after: int = 0) -> list[IndexedBrief]:
        """Return at most `limit` briefs that wait to be read, ordered by row, from the one after row `after`.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        return self._page("hash IS NULL AND row > ?", after, limit)

    def named_only(self, limit: int, after: int = 0) -> list[IndexedBrief]:
        """Return at most `limit` briefs known by name only, ordered by row, from the one after row `after`.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        return self._page(f"{_NAMED_ONLY} AND row > ?", after, limit)

    def page(self, after: int, limit: int) -> list[IndexedBrief]:
        """Return at most `limit` briefs, ordered by row, from the one after row `after`.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        return self._page("row > ?", after, limit)

    def _page(self, where: str, after: int, limit: int) -> list[IndexedBrief]:
        with index_errors():
            query = f"SELECT {_FIELDS} FROM brief WHERE {where} ORDER BY row LIMIT ?"  # noqa: S608 - our own text
            return list(self._each(self.store.connection.execute(query, (after, limit))))

    def count_waiting(self) -> int:
        """Return how many briefs wait to be read."""
        with index_errors():
            return int(self.store.connection.execute("SELECT count(*) FROM brief WHERE hash IS NULL").fetchone()[0])

    def count_named_only(self) -> int:
        """Return how many briefs are known by name only."""
        with index_errors():
            query = f"SELECT count(*) FROM brief WHERE {_NAMED_ONLY}"  # noqa: S608 - our own text
            return int(self.store.connection.execute(query).fetchone()[0])

    def _each(self, found: sqlite3.Cursor) -> Iterator[IndexedBrief]:
        for one in found:
            yield self._indexed_brief(*one)

    def _indexed_brief(self, row: object, times: object, size: object, *columns: object) -> IndexedBrief:
        """Return the brief of one row of the table.

        Raises:
            IndexDamagedError: the values are not such as this program writes.

        """
        content, known, title, date, status, marking, file, twin, stored, *counts = columns
        return IndexedBrief(
            checked_row(row),
            checked_number(times),
            checked_number(size),
            None if content is None else checked_bytes(content),
            Known(checked_number(known, Known.WHOLE)),
            None if title is None else checked_text(title),
            None if date is None else checked_text(date),
            None if status is None else checked_word(status, _STATUSES),
            None if marking is None else checked_word(marking, _MARKINGS),
            self._entry(checked_row(row), file, checked_number(twin, 1), stored),
            BriefCounts(*(checked_number(0 if count is None else count) for count in counts)),
        )

    def _entry(self, row: int, file: object, twin: int, stored: object) -> Entry:
        if self.named_entries:
            if row > len(self.named_entries):
                raise damage_error("it has more briefs than were named")
            return self.named_entries[row - 1]
        path = checked_brief_path(file)
        brief_id = without_suffix(path)
        if stored != os.fsencode(brief_id):
            raise damage_error("the id of a brief does not fit its file")
        return Entry(path if twin else brief_id, path, self.root)
