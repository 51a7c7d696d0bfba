"""The saved texts in the index: finding those that have changed, reading them, and indexing their words."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefing.base.files import one_at_a_time, stamp
from briefing.base.named_tuple import NamedTuple
from briefing.base.process_pool import ProcessPool, Work
from briefing.library.index.build.text_process import request_of, text_command, texts_in
from briefing.library.index.build.text_read import ABSENT, TextRead, TextToRead, words_of
from briefing.library.index.checked_values import checked_number, checked_path, checked_row, unpacked_text
from briefing.library.index.errors import index_errors
from briefing.library.index.rows import BriefIndex
from briefing.library.index.store import IndexStore
from briefing.library.index.write import clear_counts

_PAGE = 500
"""Texts examined at a time."""
_WRITTEN, _WEIGHT, _SECONDS = 200, 2 << 20, 0.5
"""A transaction begins when this much is waiting: texts, bytes of their files, seconds since the first of them was
read. With one for each text, the full text is written in so many parts that merging them takes most of the time."""
_TEXTS, _BYTES, _NAMES = 50, 1 << 19, 4096
"""Limits of a batch for one process: texts, bytes of their files, characters of their names."""

TextPool = ProcessPool[TextToRead, TextRead]
"""Processes that read saved texts."""


class _IndexedText(NamedTuple):
    row: int
    file: str
    times: int | None
    size: int | None


def _indexed_text(row: object, file: object, times: object, size: object) -> _IndexedText:
    """Return what the index knows of a text.

    Raises:
        IndexDamagedError: the values are not such as this program writes.

    """
    is_looked_for = times is not None or size is not None
    state = (
        (checked_number(times), checked_number(size) if size != ABSENT[1] else ABSENT[1])
        if is_looked_for
        else (None, None)
    )
    return _IndexedText(checked_row(row), checked_path(file), *state)


class RefreshedTexts(NamedTuple):
    """Result of an update of the saved texts."""

    changed: int
    """Number of texts that were new, changed or gone."""
    left: int
    """Number of changed texts that were skipped because they are too long."""


def count_new_texts(brief_index: BriefIndex) -> int:
    """Return the number of saved texts that were never looked for.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    with index_errors():
        count = brief_index.store.connection.execute("SELECT count(*) FROM saved WHERE times IS NULL").fetchone()[0]
    return checked_number(count)


def refresh_texts(
    brief_index: BriefIndex,
    cancelled: Callable[[], bool],
    longest: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    pool: TextPool | None = None,
) -> RefreshedTexts:
    """Read the saved texts that are new or have changed; with `longest`, only those of at most that many bytes.

    With `pool`, the processes of it read them, and this one only long ones, one at a time. Each transaction is kept,
    whatever happens next. After each, `progress` gets the number of texts written, and of all that are new.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged, or the disk is full.

    """
    total = 0 if progress is None else count_new_texts(brief_index)
    buffer = _TextBuffer(brief_index.store, total, progress)
    changed = _changed_texts(brief_index, cancelled)
    left: list[TextToRead] = []
    if pool is not None:
        _read_in_pool(pool, changed, left, buffer, cancelled)
        changed, left = iter(left), []
    for text in changed:
        if cancelled():
            break
        if longest is not None and text.size > longest:
            left.append(text)
            continue
        with one_at_a_time(text.size):
            if not cancelled():
                buffer.add(text.read(brief_index.root))
    buffer.write()
    return RefreshedTexts(buffer.done + _remove_unnamed(brief_index.store), len(left))


def _read_in_pool(
    pool: TextPool,
    texts: Iterator[TextToRead],
    long: list[TextToRead],
    buffer: _TextBuffer,
    cancelled: Callable[[], bool],
) -> None:
    """Have the texts read by processes; put those into `long` that are too large to be held beside others."""
    for reads in pool.answers(text_batches(texts, long)):
        for read in reads:
            buffer.add(read)
        if cancelled():
            return


def text_pool(root: Path, command: Sequence[str], count: int) -> TextPool:
    """Return a pool that reads the saved texts of one library.

    `command` starts a process; empty: that of `text_process.text_command`.
    """
    work: Work[TextToRead, TextRead] = Work(
        command or text_command(),
        os.fsencode(root),
        request_of,
        texts_in,
        lambda text: text.read(root),
        TextToRead.unread,
        "its saved texts are read again",
    )
    return ProcessPool(work, count)


def text_batches(texts: Iterator[TextToRead], long: list[TextToRead]) -> Iterator[Sequence[TextToRead]]:
    """Yield the texts in batches of limited number and size; put those into `long` of which one alone is too large."""
    batch: list[TextToRead] = []
    size = names = 0
    for text in texts:
        if text.size > _BYTES:
            long.append(text)
            continue
        if batch and (len(batch) >= _TEXTS or size + text.size > _BYTES or names + len(text.file) > _NAMES):
            yield batch
            batch, size, names = [], 0, 0
        batch.append(text)
        size += text.size
        names += len(text.file)
    if batch:
        yield batch


def _remove_unnamed(store: IndexStore) -> int:
    """Remove the texts that no brief names any more, and return their number."""
    with index_errors():
        unnamed = store.connection.execute(_UNNAMED).fetchall()
    if unnamed:
        with store.writing() as connection:
            _delete_texts(connection, unnamed)
    return len(unnamed)


def _changed_texts(brief_index: BriefIndex, cancelled: Callable[[], bool]) -> Iterator[TextToRead]:
    """Yield each text that is new or whose file differs from what the index knows, with the state of the file now."""
    after = 0
    while not cancelled():
        with index_errors():
            page = [_indexed_text(*one) for one in brief_index.store.connection.execute(_SOME, (after, _PAGE))]
        if not page:
            return
        after = page[-1].row
        for indexed in page:
            now = stamp(brief_index.root / indexed.file)
            state = ABSENT if now is None else (now.times, now.size)
            if (indexed.times, indexed.size) != state:
                yield TextToRead(indexed.row, indexed.file, *state, indexed.times is None)


class _TextBuffer:
    """Collects saved texts until there is enough for a transaction."""

    def __init__(self, store: IndexStore, total: int, progress: Callable[[int, int], None] | None) -> None:
        self.done = 0
        self._store = store
        self._total = total
        self._progress = progress
        self._texts: list[TextRead] = []
        self._weight = 0
        self._since = 0.0

    def add(self, text: TextRead) -> None:
        """Add a text, and write all if there is enough."""
        if not self._texts:
            self._since = time.monotonic()
        self._texts.append(text)
        self._weight += max(0, text.size)
        is_due = time.monotonic() - self._since >= _SECONDS
        if len(self._texts) >= _WRITTEN or self._weight >= _WEIGHT or is_due:
            self.write()

    def write(self) -> None:
        """Write what was collected."""
        if not self._texts:
            return
        with self._store.writing() as connection:
            _write_texts(connection, self._texts)
        self.done += len(self._texts)
        self._texts, self._weight = [], 0
        if self._progress is not None:
            self._progress(self.done, max(self._total, self.done))


def _write_texts(connection: sqlite3.Connection, texts: Sequence[TextRead]) -> None:
    """Replace these texts, in the order of their rows. Those that no longer have a row are skipped.

    What goes is removed first: FTS5 writes what it has to the disk when a row number falls.
    """
    changed = [text.row for text in texts if not text.is_new]
    for row in changed:
        _remove_words(connection, row)
    kept = [
        (text.row, text.body, text.inside)
        for text in texts
        if connection.execute(_SET, (text.times, text.size, text.packed, text.row)).rowcount and text.packed is not None
    ]
    for row in changed:
        clear_counts(connection, row)
    connection.executemany("INSERT INTO saved_words (rowid, body, inside) VALUES (?, ?, ?)", kept)


_SET = "UPDATE saved SET times = ?, size = ?, packed = ? WHERE row = ?"
_SOME = "SELECT row, file, times, size FROM saved WHERE row > ? ORDER BY row LIMIT ?"
_UNNAMED = "SELECT row FROM saved WHERE row NOT IN (SELECT saved FROM rests)"
"""Texts that no brief names any more."""


def _remove_words(connection: sqlite3.Connection, row: int) -> None:
    """Remove the words of a text from the full text; they are computed again from the stored text."""
    kept = connection.execute("SELECT packed FROM saved WHERE row = ?", (row,)).fetchone()
    if kept is None or kept[0] is None:
        return
    words = (row, *words_of(unpacked_text(kept[0])))
    connection.execute("INSERT INTO saved_words (saved_words, rowid, body, inside) VALUES ('delete', ?, ?, ?)", words)


def _delete_texts(connection: sqlite3.Connection, rows: Sequence[tuple[int]]) -> None:
    for (row,) in rows:
        _remove_words(connection, row)
    connection.executemany("DELETE FROM saved WHERE row = ?", rows)
