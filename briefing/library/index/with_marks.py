"""The index of a library together with the reader's marks: unread and changed briefs, and briefs that were renamed.

The marks file is attached to the index's connection as `marks`, read-only; if there is no file, a temporary table of
that name is filled with marks in memory.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from _thread import _local  # `threading` takes ten times as long to import
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import visible
from briefing.library.databases import are_regular_files, harden, is_plain_table, unicode_errors_as
from briefing.library.entries import SUFFIXES
from briefing.library.index.checked_values import checked_bytes, checked_rows
from briefing.library.index.errors import MarksUnreadableError, is_damage
from briefing.library.index.rows import BriefIndex
from briefing.library.sort_orders import CHANGED, SORT_ORDERS, UNREAD

MarkValues = tuple[bytes, int, int, bytes | None, int | None]
"""One mark: the brief's key, whether it was read, whether it has a star, the hash of the version last read, and the
time of that in seconds since 1970."""

MarksVersion = tuple[int, int]
"""Version of attached marks: the number of the attachment, and SQLite's count of changes by other connections since."""
_NUMBERS = count()

_LONGEST = 1 << 26
"""Greatest size of one value in bytes, see `marks.schema`."""
_PATIENCE = 0.3
"""Seconds to wait for another program that writes marks."""


_BRIEF = "CASE WHEN brief.twin THEN brief.file ELSE brief.stem END"
_JOINED = f"brief LEFT JOIN marks.mark ON mark.library = :library AND mark.brief = {_BRIEF}"
# The briefs that were read, found from their marks: quicker than from the briefs while few of those have one.
_READ = f"""
    SELECT brief.row, {CHANGED} AS has_changed FROM marks.mark CROSS JOIN brief
    ON brief.stem = mark.brief AND NOT brief.twin WHERE mark.library = :library AND mark.read
    UNION ALL SELECT brief.row, {CHANGED} AS has_changed FROM marks.mark CROSS JOIN brief
    ON brief.file = mark.brief AND brief.twin WHERE mark.library = :library AND mark.read"""  # noqa: S608 - constants, as below
_COUNT_BY_MARKS = f"""
    SELECT (SELECT count(*) FROM brief) - count(*), count(*) FILTER (WHERE has_changed) FROM ({_READ})"""  # noqa: S608
_COUNT_BY_BRIEFS = f"SELECT count(*) FILTER (WHERE {UNREAD}), count(*) FILTER (WHERE {CHANGED}) FROM {_JOINED}"  # noqa: S608
_SEEN = f"SELECT row FROM ({_READ}) WHERE has_changed IS NOT 1"  # noqa: S608
_UP_TO = "SELECT count(*) FROM (SELECT 1 FROM marks.mark WHERE library = :library LIMIT :limit)"
# Marks that this program would not have written.
_FOREIGN = """
    SELECT 1 FROM marks.mark WHERE library = :library AND NOT (typeof(brief) = 'blob' AND typeof(read) = 'integer'
    AND read IN (0, 1) AND typeof(starred) = 'integer' AND starred IN (0, 1) AND typeof(hash) IN ('blob', 'null')
    AND typeof(seen) IN ('integer', 'null')) LIMIT 1"""
# Marks of briefs that are no longer in the index.
_LOST = """
    SELECT mark.brief, mark.hash FROM marks.mark WHERE mark.library = :library AND mark.hash IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM brief WHERE brief.stem = mark.brief AND NOT brief.twin)
    AND NOT EXISTS (SELECT 1 FROM brief WHERE brief.file = mark.brief AND brief.twin)"""


class UnseenBrief(NamedTuple):
    """A brief that is unread, or that changed since it was read."""

    id: str
    hash: bytes | None
    """Hash of the file according to the index. None: not read yet."""


class UnseenCounts(NamedTuple):
    """Numbers of briefs."""

    unread: int
    changed: int
    """They were read, and have changed since."""


class PossibleRenames(NamedTuple):
    """Briefs that may have been renamed."""

    missing: Sequence[str]
    """Ids with marks but without a file."""
    found: Sequence[tuple[str, bytes]]
    """Ids and hashes of briefs with the content that a missing one had when it was last read."""


class _MarksFile(NamedTuple):
    """Identifies the marks file."""

    path: str
    """With all links resolved."""
    device: int
    inode: int


class MarkedBriefs:
    """The briefs of an index with the marks of one reader. May be used from several threads."""

    def __init__(
        self,
        brief_index: BriefIndex,
        library: bytes,
        path: Path | None,
        fallback_marks: Callable[[], Iterable[MarkValues]] = tuple,
        set_aside: Callable[[], str] = lambda: "your marks are damaged",
    ) -> None:
        """Take the marks of `library` from the file `path`; if there is none, those that `fallback_marks` returns.

        `set_aside` renames a marks file found to be damaged, and returns a sentence that says so.
        """
        self.library = library
        """The library's key in the marks file."""
        self._brief_index = brief_index
        self._path = path
        self._fallback_marks = fallback_marks
        self._set_aside = set_aside
        self._local = _local()

    def attach(self) -> MarksVersion:
        """Attach the marks to the index's connection of this thread, and return their version.

        The version changes with every mark. An index in memory has one connection for all threads: the caller then
        holds the lock of the store.

        Raises:
            MarksUnreadableError: the marks cannot be read.
            sqlite3.Error: the index cannot be read.

        """
        with self.marks_errors():
            return self._attach_file_or_fallback()

    def _attach_file_or_fallback(self) -> MarksVersion:
        store = self._brief_index.store
        connection, place = store.connection, _marks_file(self._path)
        if place is not None and not are_regular_files(Path(place.path)):
            raise MarksUnreadableError(f"{visible(str(self._path))} is not a regular file, so no marks can be read")
        if place is None or store.path is None:
            self._attach(connection, ":memory:", None)
            self._tell(connection, self._fallback_marks() if place is None else self._read(place))
            return next(_NUMBERS), 0
        self._attach(connection, _uri(place), place)
        version = self._local.number, int(connection.execute("PRAGMA marks.data_version").fetchone()[0])
        if version != getattr(self._local, "version", None):
            self._require_marks(connection)
            self._local.version = version
        return version

    def _require_marks(self, connection: sqlite3.Connection) -> None:
        """Check the marks of this library.

        Raises:
            MarksUnreadableError: they are damaged.
            sqlite3.Error: they cannot be read.

        """
        is_so = is_plain_table(connection, "mark", "marks")
        if not is_so or connection.execute(_FOREIGN, self._values).fetchone() is not None:
            raise MarksUnreadableError(self._set_aside())

    @contextmanager
    def marks_errors(self) -> Iterator[None]:
        """Turn SQLite's errors into MarksUnreadableError if the marks are at fault, not the index.

        Raises:
            MarksUnreadableError: the marks cannot be read.
            sqlite3.Error: the index cannot be read.

        """
        try:
            with unicode_errors_as(sqlite3.OperationalError):
                yield
        except sqlite3.Error as error:
            fault = self._fault()
            if fault is None:
                raise
            said = self._set_aside() if is_damage(fault) else f"your marks cannot be read ({fault}): try again"
            raise MarksUnreadableError(said) from error

    def _fault(self) -> sqlite3.Error | None:
        """Return the error of the marks file when it is opened by itself. None: it is sound, or there is none."""
        place = _marks_file(self._path)
        if place is None:
            return None
        try:
            with unicode_errors_as(sqlite3.OperationalError), _marks_only(place) as marks:
                found = marks.execute("PRAGMA quick_check(mark)").fetchall()
        except sqlite3.Error as error:
            return error
        return None if found == [("ok",)] else sqlite3.DatabaseError(*found[:1])

    def _attach(self, connection: sqlite3.Connection, uri: str, place: _MarksFile | None) -> None:
        """Attach the marks, unless they are attached.

        An index in memory attaches only once: other threads may be reading.
        """
        known = {name: file for _, name, file in connection.execute("PRAGMA database_list")}
        is_same = place == getattr(self._local, "place", None) if place else known.get("marks") == ""
        if "marks" in known and not is_same:
            connection.execute("DETACH marks")
        if "marks" not in known or not is_same:
            connection.execute("ATTACH :uri AS marks", {"uri": uri})
            self._local.number = next(_NUMBERS)
        self._local.place = place

    def unseen(self) -> Sequence[int]:
        """Return the rows that are unread, or changed since they were read, ordered by row.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        return self._rows(f"SELECT row FROM {_JOINED} WHERE {UNREAD} OR {CHANGED}")  # noqa: S608 - constants

    def unseen_of(self, rows: Sequence[int]) -> frozenset[int]:
        """Return those of these rows of the index that are unread, or changed since they were read.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        with self._attached() as connection:
            has_few = self._has_few_marks(connection)
        if not has_few:
            return frozenset(self.unseen()).intersection(rows)
        return frozenset(rows).difference(self._rows(_SEEN))

    def count_unseen(self) -> UnseenCounts:
        """Return how many briefs are unread, and how many have changed since they were read.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        with self._attached() as connection:
            query = _COUNT_BY_MARKS if self._has_few_marks(connection) else _COUNT_BY_BRIEFS
            return UnseenCounts(*map(int, connection.execute(query, self._values).fetchone()))

    def _has_few_marks(self, connection: sqlite3.Connection) -> bool:
        """Tell whether fewer than half as many briefs have marks as there are briefs."""
        half = int(connection.execute("SELECT count(*) FROM brief").fetchone()[0]) // 2
        return int(connection.execute(_UP_TO, {**self._values, "limit": half}).fetchone()[0]) < half

    def order(self, name: str) -> Sequence[int]:
        """Return all rows in an order of `SORT_ORDERS`.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        rows = self._brief_index.order(name)
        for group in reversed(SORT_ORDERS[name].first):
            sorting = f" ORDER BY {group.by}" if group.by else ""
            first = self._rows(f"SELECT row FROM {_JOINED} WHERE {group.where}{sorting}")  # noqa: S608 - our own text
            rows = _moved_to_front(first, rows, as_they_stand=group.by is None)
        return rows

    def unseen_among(self, rows: Sequence[int]) -> list[UnseenBrief]:
        """Return those of these rows that are unread, or changed since they were read.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        wanted = frozenset(rows)
        query = f"SELECT row, {_BRIEF}, brief.hash FROM {_JOINED} WHERE {UNREAD} OR {CHANGED}"  # noqa: S608
        with self._attached() as connection:
            found = connection.execute(query, self._values)
            given = self._brief_index.named_entries
            return [
                UnseenBrief(
                    given[row - 1].id if given else os.fsdecode(checked_bytes(brief)),
                    None if content is None else checked_bytes(content),
                )
                for row, brief, content in found
                if row in wanted
            ]

    def moved(self) -> PossibleRenames:
        """Return the marks whose briefs are gone, and the briefs that have the content which those had.

        Raises:
            IndexUnusableError: the index or the marks cannot be read.

        """
        with self._attached() as connection:
            marks = connection.execute(_LOST, self._values).fetchall()
            lost = [(os.fsdecode(checked_bytes(brief)), checked_bytes(content)) for brief, content in marks]
            held = {content for brief_id, content in lost if not self._is_there(brief_id)}
            if not held:
                return PossibleRenames((), ())
            found = connection.execute(f"SELECT {_BRIEF}, hash FROM brief WHERE hash IS NOT NULL")  # noqa: S608
            came = [
                (os.fsdecode(checked_bytes(brief)), checked_bytes(content))
                for brief, content in found
                if content in held
            ]
        return PossibleRenames([brief_id for brief_id, _ in lost if not self._is_there(brief_id)], came)

    def _is_there(self, brief_id: str) -> bool:
        """Tell whether a file of that id exists: the index may not have it yet."""
        return any(os.path.lexists(self._brief_index.root / f"{brief_id}{suffix}") for suffix in ("", *SUFFIXES))

    @property
    def _values(self) -> dict[str, bytes]:
        return {"library": self.library}

    def _rows(self, query: str) -> Sequence[int]:
        with self._attached() as connection:
            return checked_rows(row for (row,) in connection.execute(query, self._values))

    @contextmanager
    def _attached(self) -> Iterator[sqlite3.Connection]:
        """Give the index's connection of this thread, with the marks attached."""
        with self._brief_index.store.reading() as connection, self.marks_errors():
            self._attach_file_or_fallback()
            yield connection

    def _read(self, place: _MarksFile) -> list[MarkValues]:
        """Read the marks file by itself: an index in memory cannot keep it attached."""
        with _marks_only(place) as marks:
            query = "SELECT brief, read, starred, hash, seen FROM mark WHERE library = :library"
            return marks.execute(query, self._values).fetchall()

    def _tell(self, connection: sqlite3.Connection, fallback_marks: Iterable[MarkValues]) -> None:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS marks.mark (library BLOB, brief BLOB, read INTEGER, starred INTEGER, hash BLOB,"
            " seen INTEGER, PRIMARY KEY (library, brief)) WITHOUT ROWID"
        )
        connection.execute("DELETE FROM marks.mark")
        # Files that were named one by one have their rows as names in the index.
        rows = {brief_id: row for row, (brief_id, *_) in enumerate(self._brief_index.named_entries, 1)}
        named = (
            (self.library, b"%09d" % rows.get(os.fsdecode(brief), 0) if rows else brief, *rest)
            for brief, *rest in fallback_marks
            if not rows or os.fsdecode(brief) in rows
        )
        connection.executemany("INSERT INTO marks.mark VALUES (?, ?, ?, ?, ?, ?)", named)


def _marks_file(path: Path | None) -> _MarksFile | None:
    """Identify the file at a path; None: there is none, or it is empty."""
    if path is None:
        return None
    try:
        status = path.stat()
    except OSError:
        return None
    if not status.st_size and stat.S_ISREG(status.st_mode):
        return None
    return _MarksFile(os.path.realpath(path), status.st_dev, status.st_ino)


@contextmanager
def _marks_only(place: _MarksFile) -> Iterator[sqlite3.Connection]:
    """Give a connection to the marks alone."""
    with closing(sqlite3.connect(_uri(place), uri=True, isolation_level=None, timeout=_PATIENCE)) as marks:
        harden(marks, _LONGEST)
        marks.execute("PRAGMA query_only = ON")
        if not is_plain_table(marks, "mark"):
            raise sqlite3.DatabaseError("it has no table of marks")
        yield marks


def _uri(place: _MarksFile) -> str:
    return f"{Path(place.path).as_uri()}?mode=ro"


def _moved_to_front(first: Sequence[int], rows: Sequence[int], *, as_they_stand: bool) -> Sequence[int]:
    """Return the rows with some in front: in the order in which these are given, or in that of all the rows."""
    is_first = frozenset(first)
    ahead = filter(is_first.__contains__, rows) if as_they_stand else iter(first)
    return array("I", chain(ahead, (row for row in rows if row not in is_first)))
