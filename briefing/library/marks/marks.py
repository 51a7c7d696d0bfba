"""Owns the marks of one library: what was read, what has a star, and where the reader stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from briefing.base.files import content_hash
from briefing.library.marks.errors import MarksBusyError, MarksError
from briefing.library.marks.mark import mark_read, mark_starred, mark_unread
from briefing.library.marks.opening import marks_file
from briefing.library.marks.renames import Renames
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
from briefing.library.marks.undo_log import (
    MarkChange,
    UndoDamagedError,
    UndoEntry,
    drop_last,
    record_renames,
    undo_last,
)
from briefing.library.marks.values import NO_MARK, BriefVersion, Mark

_Item = TypeVar("_Item")


class Marks:
    """What the reader has done with the briefs of one library. May be used from several threads.

    Each method that marks is one transaction, on the disk when it returns: some milliseconds, so not on the event loop.

    Raises, all methods:
        MarksBusyError: another process holds the file; nothing was marked, and trying again is right.
        MarksError: the file cannot be read or written; nothing was marked.

    """

    def __init__(self, library: Path, store: MarkStore) -> None:
        """Take the marks of the library in that folder from the store."""
        self._library = library_key(library)
        self._store = store
        self._generation = Generation(0, 0, 0)

    @property
    def path(self) -> Path | None:
        """Where the file is. None: the marks are in memory, for this run."""
        return self._store.path

    @property
    def library(self) -> bytes:
        """What stands for this library in the tables."""
        return self._library

    def mark(self, brief_id: str) -> Mark:
        """Return what was done with one brief."""
        with self._store.reading() as connection:
            return _mark(MarkRows(connection, self._library).find(brief_key(brief_id)))

    def marks(self, brief_ids: Iterable[str]) -> Mapping[str, Mark]:
        """Return what was done with each of the briefs: one query for a list on screen."""
        keys = {brief_id: brief_key(brief_id) for brief_id in brief_ids}
        with self._store.reading() as connection:
            rows = MarkRows(connection, self._library).find_all(list(keys.values()))
        return {brief_id: _mark(rows.get(key)) for brief_id, key in keys.items()}

    def version(self, brief_id: str) -> bytes | None:
        """Return the YAML as it was last read; None: never read, or marked read without being opened."""
        key = brief_key(brief_id)
        with self._store.reading() as connection:
            rows = MarkRows(connection, self._library)
            row, stored = rows.find(key), rows.version(key)
        data = unpacked_yaml(stored) if stored else None
        return data if data is not None and row is not None and content_hash(data) == row.hash else None

    def generation(self) -> Generation:
        """Return what differs when anybody has marked something since. While the file is busy, what it was."""
        with suppress(MarksBusyError):  # it is asked for again soon enough
            self._generation = self._store.generation()
        return self._generation

    def set_read(self, items: Iterable[BriefVersion], read: bool, words: str) -> int:
        """Mark versions of briefs as read, or briefs as unread, and return how many were not so before.

        An unread brief keeps the version last read. The items should be at hand: other readers wait meanwhile.
        The words say what was done, when it is undone: "3 briefs marked read".
        """
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
        """Give briefs a star or take it from them, and return how many were not so before."""
        with self._store.writing() as connection:
            rows = MarkRows(connection, self._library)
            undo = UndoEntry(MarkChange.STARRED)
            for some in _batches(brief_ids):
                mark_starred(rows, some, starred, undo)
            undo.store(connection, self._library, words)
        return undo.size

    def set_place(self, brief_id: str, place: str | None) -> None:
        """Keep where the reader stands, in at most `PLACE_LIMIT` characters. This is not undone."""
        if place is not None and (len(place) > PLACE_LIMIT or not _is_text(place)):
            place = None
        with self._store.writing() as connection:
            MarkRows(connection, self._library).set_place(brief_key(brief_id), place)

    def replace_version(self, brief_id: str, content: bytes, data: bytes | None) -> None:
        """Count another version of a brief as the one last read, if one was read: only its form has changed."""
        key, stored = brief_key(brief_id), packed_yaml(data)
        with self._store.writing() as connection:
            rows = MarkRows(connection, self._library)
            row = rows.find(key)
            if row is not None and row.hash is not None:
                rows.set_read([(key, row._replace(hash=content))])
                if stored is not None:
                    rows.set_version(key, stored)

    def undo(self) -> str | None:
        """Undo the last deed of this library, whoever did it, and return its words; None: there is nothing to undo.

        Only what the deed changed is set back; what was marked in between stays.
        """
        with suppress(UndoDamagedError), self._store.writing() as connection:
            return undo_last(connection, self._library)
        aside = self._store.keep_copy()
        with self._store.writing() as connection:
            drop_last(connection, self._library)
        raise MarksError(
            f"the last marks cannot be undone: what was before them is damaged{aside}; undo again for those before"
        )

    def follow_renames(self, missing: Iterable[str], found: Iterable[tuple[str, bytes]]) -> Mapping[str, str]:
        """Let renamed briefs take their marks along, and return their old ids by their new ones.

        `missing` are ids whose files are gone; `found` are ids that came, with their content hashes. An unmarked brief
        takes the marks of a missing one that was last read with the same content; of several, each is taken once.
        """
        moves = Renames(missing, found)
        with self._store.reading() as connection:  # mostly there is nothing to adopt, and nobody needs to wait
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
        """Return every mark of the library, as the table has it: brief, read, starred, hash, seen."""
        with self._store.reading() as connection:
            return list(MarkRows(connection, self._library).every())

    def replace_damaged(self) -> str:
        """Keep the file aside, in which others have found damage, and begin a new one; return a sentence that says so.

        Never raises.
        """
        return self._store.replace_damaged()

    def close(self) -> None:
        """Close the file; the marks are of no use afterwards."""
        self._store.close()


class OpenedMarks(NamedTuple):
    """Marks, and what the reader should know of them."""

    marks: Marks
    problem: str | None
    """Why marks are kept for this run only, or why they begin anew: one sentence, safe to print."""


def open_marks(library: Path, environment: Mapping[str, str]) -> OpenedMarks:
    """Open the reader's marks of the library in that folder. Never raises: where no file can be, they are in memory."""
    store = MarkStore(marks_file(environment))
    return OpenedMarks(Marks(library, store), store.problem)


def set_aside_damaged(library: Path, environment: Mapping[str, str]) -> str:
    """Keep the reader's file of marks aside, in which others have found damage, and return a sentence that says so."""
    marks, problem = open_marks(library, environment)
    with closing(marks):
        return marks.replace_damaged() if problem is None else problem


def _mark(row: MarkRow | None) -> Mark:
    if row is None:
        return NO_MARK
    return Mark(bool(row.read), bool(row.starred), row.place, row.hash, row.seen)


def _batches(items: Iterable[_Item]) -> Iterator[Sequence[_Item]]:
    """Yield them some at a time: a query for each would take longer than all the rest."""
    waiting = iter(items)
    while some := list(islice(waiting, AT_ONCE)):
        yield some


def _is_text(place: str) -> bool:
    """Whether it has no lone surrogates, which the database cannot hold."""
    return place.isascii() or place.encode("utf-8", "replace").decode() == place
