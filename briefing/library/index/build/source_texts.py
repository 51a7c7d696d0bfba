"""The saved texts in the index: finding those that have changed, reading them, and indexing their words."""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefing.base.files import TEXT_LIMIT, FileProblemError, Stamp, one_at_a_time, read_bytes, stamp
from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import safe
from briefing.base.words import inner_trigrams, searchable
from briefing.format.tree import unified_line_ends
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
_LEVEL = 1
"""Compression level of zlib."""
_PART = 1_000_000
"""Characters of a text encoded at a time."""
_ABSENT = (0, -1)
"""Time and size recorded for a text whose file does not exist."""


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
        (checked_number(times), checked_number(size) if size != _ABSENT[1] else _ABSENT[1])
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


class _PreparedText(NamedTuple):
    """A saved text that is new, has changed or is gone, ready to be written."""

    row: int
    times: int
    size: int
    """Bytes; -1: the file does not exist."""
    packed: bytes | None
    words: tuple[str, str]
    """Columns of the full text."""
    is_new: bool
    """Whether it was never looked for before."""


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
) -> RefreshedTexts:
    """Read the saved texts that are new or have changed; with `longest`, only those of at most that many bytes.

    Each transaction is kept, whatever happens next. After each, `progress` gets the number of texts written, and of all
    that are new.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged, or the disk is full.

    """
    total = 0 if progress is None else count_new_texts(brief_index)
    buffer = _TextBuffer(brief_index.store, total, progress)
    left = 0
    for indexed, now in _changed_texts(brief_index, cancelled):
        if cancelled():
            break
        length = 0 if now is None else now.size
        if longest is not None and length > longest:
            left += 1
            continue
        with one_at_a_time(length):
            if not cancelled():
                buffer.add(_prepared(brief_index.root, indexed, now))
    buffer.write()
    return RefreshedTexts(buffer.done + _remove_unnamed(brief_index.store), left)


def _remove_unnamed(store: IndexStore) -> int:
    """Remove the texts that no brief names any more, and return their number."""
    with index_errors():
        unnamed = store.connection.execute(_UNNAMED).fetchall()
    if unnamed:
        with store.writing() as connection:
            _delete_texts(connection, unnamed)
    return len(unnamed)


def _changed_texts(
    brief_index: BriefIndex, cancelled: Callable[[], bool]
) -> Iterator[tuple[_IndexedText, Stamp | None]]:
    """Yield what the index knows of each text that is new or has changed, and how its file is now."""
    after = 0
    while not cancelled():
        with index_errors():
            page = [_indexed_text(*one) for one in brief_index.store.connection.execute(_SOME, (after, _PAGE))]
        if not page:
            return
        after = page[-1].row
        for indexed in page:
            now = stamp(brief_index.root / indexed.file)
            if (indexed.times, indexed.size) != _state(now):
                yield indexed, now


def _state(now: Stamp | None) -> tuple[int, int]:
    return _ABSENT if now is None else (now.times, now.size)


def _prepared(root: Path, indexed: _IndexedText, now: Stamp | None) -> _PreparedText:
    packed, *words = (None, "", "") if now is None else _packed_and_words(root / indexed.file, root)
    return _PreparedText(indexed.row, *_state(now), packed, (words[0], words[1]), indexed.times is None)


class _TextBuffer:
    """Collects saved texts until there is enough for a transaction."""

    def __init__(self, store: IndexStore, total: int, progress: Callable[[int, int], None] | None) -> None:
        self.done = 0
        self._store = store
        self._total = total
        self._progress = progress
        self._texts: list[_PreparedText] = []
        self._weight = 0
        self._since = 0.0

    def add(self, text: _PreparedText) -> None:
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


def _write_texts(connection: sqlite3.Connection, texts: Sequence[_PreparedText]) -> None:
    """Replace these texts, in the order of their rows. Those that no longer have a row are skipped.

    What goes is removed first: FTS5 writes what it has to the disk when a row number falls.
    """
    for text in texts:
        _remove_words(connection, text.row)
    for text in texts:
        state = (text.times, text.size, text.packed, text.row)
        is_there = connection.execute("UPDATE saved SET times = ?, size = ?, packed = ? WHERE row = ?", state).rowcount
        if not text.is_new:
            clear_counts(connection, text.row)
        if is_there and text.packed is not None:
            words = (text.row, *text.words)
            connection.execute("INSERT INTO saved_words (rowid, body, inside) VALUES (?, ?, ?)", words)


_SOME = "SELECT row, file, times, size FROM saved WHERE row > ? ORDER BY row LIMIT ?"
_UNNAMED = "SELECT row FROM saved WHERE row NOT IN (SELECT saved FROM rests)"
"""Texts that no brief names any more."""


def _packed_and_words(path: Path, root: Path) -> tuple[bytes | None, str, str]:
    """Return a saved text in packed form, and its words. The text itself is not held in memory any longer."""
    text = _text(path, root)
    return (None, "", "") if text is None else (_packed(text), searchable(text), inner_trigrams([text]))


def _packed(text: str) -> bytes:
    packer = zlib.compressobj(_LEVEL)
    parts = [packer.compress(text[at : at + _PART].encode("utf-8")) for at in range(0, len(text), _PART)]
    return b"".join([*parts, packer.flush()])


def _text(path: Path, root: Path) -> str | None:
    """Return a saved text, made safe; None if it cannot be read.

    A form feed becomes U+FFFD here, but a space in the text that is shown (`library/source_texts.py`).
    """
    try:
        text = read_bytes(path, TEXT_LIMIT, root).decode("utf-8-sig")
    except (FileProblemError, UnicodeDecodeError):  # reported where the source is shown
        return None
    return safe(unified_line_ends(text))


def _remove_words(connection: sqlite3.Connection, row: int) -> None:
    """Remove the words of a text from the full text; they are computed again from the stored text."""
    kept = connection.execute("SELECT packed FROM saved WHERE row = ?", (row,)).fetchone()
    if kept is None or kept[0] is None:
        return
    text = unpacked_text(kept[0])
    words = (row, searchable(text), inner_trigrams([text]))
    connection.execute("INSERT INTO saved_words (saved_words, rowid, body, inside) VALUES ('delete', ?, ?, ?)", words)


def _delete_texts(connection: sqlite3.Connection, rows: Sequence[tuple[int]]) -> None:
    for (row,) in rows:
        _remove_words(connection, row)
    connection.executemany("DELETE FROM saved WHERE row = ?", rows)
