"""Owns what the index of a library and the marks in it say together: what is unread or changed, and who was renamed.

The marks are attached for one statement, to read only: what somebody replaces meanwhile is seen the next time.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import chain
from typing import NamedTuple

from briefing.entries import SUFFIXES
from briefing.index.listing import Listing
from briefing.index.store import in_words

MARK_ORDERS = ("read", "changed")
"""The orders of the list that the marks decide: what was read last first; what changed since first, then what is
unread."""

Told = tuple[bytes, int, bytes | None, int | None]
"""What a mark says: the brief, whether it was read, the hash of the version last read, and when that was."""

_BRIEF = "CASE WHEN brief.twin THEN brief.file ELSE brief.stem END"
_JOINED = f"brief LEFT JOIN marked.mark ON mark.library = :library AND mark.brief = {_BRIEF}"
_IS_UNREAD = "mark.read IS NOT 1"
_IS_CHANGED = "mark.read AND mark.hash != brief.hash"
# A mark whose brief the index no longer has.
_LOST = """
    SELECT mark.brief, mark.hash FROM marked.mark WHERE mark.library = :library AND mark.hash IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM brief WHERE brief.stem = mark.brief AND NOT brief.twin)
    AND NOT EXISTS (SELECT 1 FROM brief WHERE brief.file = mark.brief AND brief.twin)"""


class Unseen(NamedTuple):
    """A brief that is unread, or that changed since it was read."""

    id: str
    hash: bytes | None
    """Of the file, as the index knows it. None: it is still to be read."""


class Moved(NamedTuple):
    """What may have been renamed."""

    missing: Sequence[str]
    """Ids that have marks, and no file."""
    found: Sequence[tuple[str, bytes]]
    """Ids with the content that one of those had, and their hashes."""


class Marked:
    """The briefs of an index with the marks of one reader. May be used from several threads."""

    def __init__(self, listing: Listing, library: bytes, uri: str | None, told: Callable[[], Iterable[Told]]) -> None:
        """Take the marks of that library in the file at a URI; without one, those that are told."""
        self._listing = listing
        self._library = library
        self._uri = uri
        self._told = told

    def unseen(self) -> Sequence[int]:
        """Return the rows that are unread or changed since they were read, in the order of the rows.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        return self._rows(f"SELECT row FROM {_JOINED} WHERE {_IS_UNREAD} OR {_IS_CHANGED}")  # noqa: S608 - constants

    def count_unread(self) -> int:
        """Return how many briefs are unread.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        with self._attached() as connection:
            found = connection.execute(f"SELECT count(*) FROM {_JOINED} WHERE {_IS_UNREAD}", self._values)  # noqa: S608
            return int(found.fetchone()[0])

    def order(self, name: str) -> Sequence[int]:
        """Return all rows in an order of the list, also in one of `MARK_ORDERS`.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        if name not in MARK_ORDERS:
            return self._listing.order(name)
        by_name = self._listing.order()
        if name == "read":
            query = f"SELECT row FROM {_JOINED} WHERE mark.seen IS NOT NULL ORDER BY mark.seen DESC"  # noqa: S608
            return _in_front(self._rows(query), by_name)
        unread = self._rows(f"SELECT row FROM {_JOINED} WHERE {_IS_UNREAD}")  # noqa: S608
        changed = self._rows(f"SELECT row FROM {_JOINED} WHERE {_IS_CHANGED}")  # noqa: S608
        return _in_front(changed, _in_front(unread, by_name, as_they_stand=True), as_they_stand=True)

    def unseen_among(self, rows: Sequence[int]) -> list[Unseen]:
        """Return those of these rows that are unread or changed.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        wanted = frozenset(rows)
        query = f"SELECT row, {_BRIEF}, brief.hash FROM {_JOINED} WHERE {_IS_UNREAD} OR {_IS_CHANGED}"  # noqa: S608
        with self._attached() as connection:
            found = connection.execute(query, self._values)
            given = self._listing.given
            return [
                Unseen(given[row - 1].id if given else os.fsdecode(brief), content)
                for row, brief, content in found
                if row in wanted
            ]

    def moved(self) -> Moved:
        """Return marks whose briefs are gone, and the briefs that hold what those held.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        with self._attached() as connection:
            marks = connection.execute(_LOST, self._values).fetchall()
            lost = [(os.fsdecode(brief), content) for brief, content in marks]
            held = {content for brief_id, content in lost if not self._is_there(brief_id)}
            if not held:
                return Moved((), ())
            found = connection.execute(f"SELECT {_BRIEF}, hash FROM brief WHERE hash IS NOT NULL")  # noqa: S608
            came = [(os.fsdecode(brief), content) for brief, content in found if content in held]
        return Moved([brief_id for brief_id, _ in lost if not self._is_there(brief_id)], came)

    def _is_there(self, brief_id: str) -> bool:
        """Tell whether a file of that id is there: the index may not know of it yet."""
        return any(os.path.lexists(self._listing.root / f"{brief_id}{suffix}") for suffix in ("", *SUFFIXES))

    @property
    def _values(self) -> dict[str, bytes]:
        return {"library": self._library}

    def _rows(self, query: str) -> Sequence[int]:
        with self._attached() as connection:
            return array("I", (row for (row,) in connection.execute(query, self._values)))

    @contextmanager
    def _attached(self) -> Iterator[sqlite3.Connection]:
        """Give the index's connection of this thread, on which the marks are `marked.mark`."""
        store = self._listing.store
        with store.lock if store.path is None else nullcontext(), in_words():
            connection = store.connection
            # An index in memory was not opened for URIs.
            uri = None if store.path is None else self._uri
            connection.execute("ATTACH :uri AS marked", {"uri": uri or ":memory:"})
            try:
                if uri is None:
                    self._tell(connection)
                yield connection
            finally:
                connection.execute("DETACH marked")

    def _tell(self, connection: sqlite3.Connection) -> None:
        connection.execute(
            "CREATE TABLE marked.mark (library BLOB, brief BLOB, read INTEGER, hash BLOB, seen INTEGER,"
            " PRIMARY KEY (library, brief)) WITHOUT ROWID"
        )
        # Files that were named one by one are called in the index by their rows.
        rows = {brief_id: row for row, (brief_id, *_) in enumerate(self._listing.given, 1)}
        told = (
            (self._library, b"%09d" % rows.get(os.fsdecode(brief), 0) if rows else brief, *rest)
            for brief, *rest in self._told()
            if not rows or os.fsdecode(brief) in rows
        )
        connection.executemany("INSERT INTO marked.mark VALUES (?, ?, ?, ?, ?)", told)


def _in_front(first: Sequence[int], rows: Sequence[int], *, as_they_stand: bool = False) -> Sequence[int]:
    """Return the rows with some in front: in the order in which these are given, or in that of all the rows."""
    is_first = frozenset(first)
    ahead = filter(is_first.__contains__, rows) if as_they_stand else iter(first)
    return array("I", chain(ahead, (row for row in rows if row not in is_first)))
