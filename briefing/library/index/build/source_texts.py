"""The saved texts in the index: finding those that have changed, reading them, and indexing their words."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.base.files import TEXT_LIMIT, FileProblemError, Stamp, one_at_a_time, read_bytes, stamp
from briefing.base.safe_text import safe
from briefing.base.words import inner_trigrams, searchable
from briefing.format.tree import unified_line_ends
from briefing.library.index.checked_values import checked_number, checked_path, checked_row, unpacked_text
from briefing.library.index.errors import index_errors
from briefing.library.index.rows import BriefIndex
from briefing.library.index.write import clear_counts

_PAGE = 500
"""Texts examined at a time."""
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


def refresh_texts(brief_index: BriefIndex, cancelled: Callable[[], bool], longest: int | None = None) -> RefreshedTexts:
    """Read the saved texts that are new or have changed; with `longest`, only those of at most that many bytes.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged, or the disk is full.

    """
    connection = brief_index.store.connection
    after, changed, left = 0, 0, 0
    while not cancelled():
        with index_errors():
            page = [_indexed_text(*one) for one in connection.execute(_SOME, (after, _PAGE))]
        if not page:
            break
        after = page[-1].row
        for indexed in page:
            now = stamp(brief_index.root / indexed.file)
            length = 0 if now is None else now.size
            if now is not None and longest is not None and now.size > longest:
                left += (indexed.times, indexed.size) != (now.times, now.size)
                continue
            with one_at_a_time(length):
                changed += not cancelled() and _refresh(brief_index, indexed, now)
    with index_errors():
        unnamed = connection.execute(_UNNAMED).fetchall()
    if unnamed:
        with brief_index.store.writing():
            _delete_texts(connection, unnamed)
    return RefreshedTexts(changed + len(unnamed), left)


_SOME = "SELECT row, file, times, size FROM saved WHERE row > ? ORDER BY row LIMIT ?"
_UNNAMED = "SELECT row FROM saved WHERE row NOT IN (SELECT saved FROM rests)"
"""Texts that no brief names any more."""


def _refresh(brief_index: BriefIndex, indexed: _IndexedText, now: Stamp | None) -> bool:
    path = brief_index.root / indexed.file
    as_it_is = _ABSENT if now is None else (now.times, now.size)
    if (indexed.times, indexed.size) == as_it_is:
        return False
    packed, *words = (None,) if now is None else _packed_and_words(path, brief_index.root)
    with brief_index.store.writing() as connection:
        _remove_words(connection, indexed.row)
        connection.execute(
            "UPDATE saved SET times = ?, size = ?, packed = ? WHERE row = ?", (*as_it_is, packed, indexed.row)
        )
        if indexed.times is not None:
            clear_counts(connection, indexed.row)
        if packed is not None:
            connection.execute("INSERT INTO saved_words (rowid, body, inside) VALUES (?, ?, ?)", (indexed.row, *words))
    return True


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
