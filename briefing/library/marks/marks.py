"""The marks of one library: which briefs were read, which have a star, and where the reader was in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path

from briefing.base.files import content_hash
from briefing.base.named_tuple import NamedTuple
from briefing.base.static_types import TypeVar
from briefing.library.marks.errors import MarksBusyError, MarksError
from briefing.library.marks.opening import marks_file
from briefing.library.marks.rows import (
    AT_ONCE,
    PLACE_LIMIT,
    MarkRow,
    MarkRows,
    brief_key,
    library_key,
    packed_yaml,
    unpacked_yaml,
)
from briefing.library.marks.store import Generation, MarkStore
from briefing.library.marks.values import NO_MARK, BriefVersion, Mark

_Item = TypeVar("_Item")


class Marks:
    """What the reader has done with the briefs of one library. May be used from several threads.

    Each method that marks is one transaction, which is on the disk when it returns. That takes some milliseconds, so do
    not call it on the event loop.

    Raises, all methods:
        MarksBusyError: another process holds the file; nothing was marked, and trying again makes sense.
        MarksError: the file cannot be read or written; nothing was marked.
    """

    def __init__(self, library: Path, store: MarkStore) -> None:
        """Take the marks of the library in the folder `library`."""
        self._library = library_key(library)
        self._store = store
        self._generation = Generation(0, 0, 0)

    @property
    def path(self) -> Path | None:
        """Where the file is. None: the marks are in memory, for this run."""
        return self._store.path

    @property
    def library(self) -> bytes:
        """The library's key in the tables."""
        return self._library

    def mark(self, brief_id: str) -> Mark:
        """Return the mark of one brief."""
        with self._store.reading() as connection:
            return _mark(MarkRows(connection, self._library).find(brief_key(brief_id)))

    def marks(self, brief_ids: Iterable[str]) -> Mapping[str, Mark]:
        """Return the mark of each of the briefs, with one query."""
        keys = {brief_id: brief_key(brief_id) for brief_id in brief_ids}
        with self._store.reading() as connection:
            rows = MarkRows(connection, self._library).find_all(list(keys.values()))
        return {brief_id: _mark(rows.get(key)) for brief_id, key in keys.items()}

    def version(self, brief_id: str) -> bytes | None:
        """Return the YAML of the version last read; None: never read, or marked read without being opened."""
        key = brief_key(brief_id)
        with self._store.reading() as connection:
            rows = MarkRows(connection, self._library)
            row, stored = rows.find(key), rows.version(key)
        data = unpacked_yaml(stored) if stored else None
        return data if data is not None and row is not None and content_hash(data) == row.hash else None

    def generation(self) -> Generation:
        """Return a value that changes whenever anybody marks something. While the file is busy, the previous value."""
        with suppress(MarksBusyError):  # the next call will get it
            self._generation = self._store.generation()
        return self._generation

    def set_read(self, items: Iterable[BriefVersion], read: bool, words: str) -> int:
        """Mark versions of briefs as read, or briefs as unread; return how many changed.

        An unread brief keeps the version last read. Pass items that need no waiting: other programs cannot mark
        meanwhile. `words` describes the action when it is undone: "3 briefs marked read".
        """
        from briefing.library.marks.mark import mark_read, mark_unread  # only reading comes before the first frame
        from briefing.library.marks.undo_log import MarkChange, UndoEntry

        with self._store.writing() as connection:
            rows = MarkRows(connection, self._library)
            undo = UndoEntry(MarkChange.READ if read else MarkChange.UNREAD)
            for some in _batches(items):
                if read:
                    mark_read(rows, some, undo)
                else:
                    mark_unread(rows, some, undo)
            undo.store(connection, self._library, words)
        return undo.size

    def set_starred(self, brief_ids: Iterable[str], starred: bool, words: str) -> int:
        """Set or remove the stars of briefs; return how many changed."""
        from briefing.library.marks.mark import mark_starred
        from briefing.library.marks.undo_log import MarkChange, UndoEntry

        with self._store.writing() as connection:
            rows = MarkRows(connection, self._library)
            undo = UndoEntry(MarkChange.STARRED)
            for some in _batches(brief_ids):
                mark_starred(rows, some, starred, undo)
            undo.store(connection, self._library, words)
        return undo.size

    def set_place(self, brief_id: str, place: str | None) -> None:
        """Store where the reader is in a brief, in at most `PLACE_LIMIT` characters. This cannot be undone."""
        if place is not None and (len(place) > PLACE_LIMIT or not _is_text(place)):
            place = None
        with self._store.writing() as connection:
            MarkRows(connection, self._library).set_place(brief_key(brief_id), place)

    def replace_version(self, brief_id: str, content: bytes, data: bytes | None) -> None:
        """Store another version of a brief as the one last read, if one was read: only its form has changed."""
        key, stored = brief_key(brief_id), packed_yaml(data)
        with self._store.writing() as connection:
            rows = MarkRows(connection, self._library)
            row = rows.find(key)
            if row is not None and row.hash is not None:
                rows.set_read([(key, row._replace(hash=content))])
                if stored is not None:
                    rows.set_version(key, stored)

    def undo(self) -> str | None:
        """Undo the last action in this library, whichever program did it; return its words.

        None: there is nothing to undo.

        Only what the action changed is restored; marks that were set in between stay.
        """
        from briefing.library.marks.undo_log import UndoDamagedError, drop_last, undo_last

        with suppress(UndoDamagedError), self._store.writing() as connection:
            return undo_last(connection, self._library)
        aside = self._store.keep_copy()
        with self._store.writing() as connection:
            drop_last(connection, self._library)
        raise MarksError(
            f"the last marking cannot be undone: its record is damaged{aside}; undo again for the one before"
        )

    def follow_renames(self, missing: Iterable[str], found: Iterable[tuple[str, bytes]]) -> Mapping[str, str]:
        """Move the marks of renamed briefs to their new ids; return the old ids by the new ones.

        `missing` are ids whose files are gone; `found` are new ids with the hashes of their contents. A brief without
        marks takes those of a missing one that was last read with the same content. Each mark is moved at most once.
        """
        from briefing.library.marks.renames import Renames
        from briefing.library.marks.undo_log import record_renames

        moves = Renames(missing, found)
        with self._store.reading() as connection:  # mostly nothing was renamed, and then the file is not locked
            if not any(True for _ in moves.pairs(MarkRows(connection, self._library))):
                return {}
        with self._store.writing() as connection:
            rows = MarkRows(connection, self._library)
            pairs = list(moves.pairs(rows))
            for old, new in pairs:
                rows.rename(old, new)
            record_renames(connection, self._library, pairs)
        return {new: old for old, new in map(moves.named, pairs)}

    def every(self) -> Sequence[tuple[bytes, int, int, bytes | None, int | None]]:
        """Return all marks of the library as (brief, read, starred, hash, seen), as in the table."""
        with self._store.reading() as connection:
            return list(MarkRows(connection, self._library).every())

    def replace_damaged(self) -> str:
        """Rename the file, which was found to be damaged, and begin a new one; return a sentence that says so.

        Never raises.
        """
        return self._store.replace_damaged()

    def close(self) -> None:
        """Close the file; the object cannot be used afterwards."""
        self._store.close()


class OpenedMarks(NamedTuple):
    """Opened marks, and what the reader should know about them."""

    marks: Marks
    problem: str | None
    """Why the marks last for this run only, or why a new file was begun: one sentence, safe to print. None: all is
    well."""


def open_marks(library: Path, environment: Mapping[str, str]) -> OpenedMarks:
    """Open the reader's marks of a library. Never raises: if there can be no file, the marks are in memory."""
    store = MarkStore(marks_file(environment))
    return OpenedMarks(Marks(library, store), store.problem)


def set_aside_damaged(library: Path, environment: Mapping[str, str]) -> str:
    """Rename the reader's marks file, which was found to be damaged; return a sentence that says so."""
    marks, problem = open_marks(library, environment)
    with closing(marks):
        return marks.replace_damaged() if problem is None else problem


def _mark(row: MarkRow | None) -> Mark:
    if row is None:
        return NO_MARK
    return Mark(bool(row.read), bool(row.starred), row.place, row.hash, row.seen)


def _batches(items: Iterable[_Item]) -> Iterator[Sequence[_Item]]:
    """Yield the items in batches: one query for each item would take longer than everything else."""
    waiting = iter(items)
    while some := list(islice(waiting, AT_ONCE)):
        yield some


def _is_text(place: str) -> bool:
    """Tell whether a text has no lone surrogates, which the database cannot hold."""
    return place.isascii() or place.encode("utf-8", "replace").decode() == place
