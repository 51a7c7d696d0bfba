"""Checks of the values read from an index: a value that this program would not have written counts as damage."""

from __future__ import annotations

import os
import zlib
from array import array
from collections.abc import Collection, Iterable

from briefing.base.files import TEXT_LIMIT
from briefing.base.safe_text import first_unsafe
from briefing.library.entries import SUFFIXES
from briefing.library.index.errors import IndexDamagedError

MOST_ROW = (1 << 32) - 1
"""The greatest row number: rows are stored in four bytes."""
_MOST_OF_TEXT = 3 * TEXT_LIMIT
"""Greatest size in bytes of a saved text when unpacked: a character made visible takes three bytes."""


def damage_error(what: str) -> IndexDamagedError:
    """Return the error for contents that this program does not write."""
    return IndexDamagedError(f"the index cannot be used: {what}")


def checked_number(value: object, limit: int = (1 << 63) - 1) -> int:
    """Return a whole number from 0 to `limit`.

    Raises:
        IndexDamagedError: the value is not one.

    """
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= limit:
        raise damage_error("a number in it is damaged")
    return value


def checked_row(value: object) -> int:
    """Return the row of a brief or of a saved text.

    Raises:
        IndexDamagedError: the value is not a row.

    """
    return checked_number(value, MOST_ROW)


def checked_rows(values: Iterable[object]) -> array[int]:
    """Return rows.

    Raises:
        IndexDamagedError: a value is not a row.

    """
    try:
        return array("I", values)  # type: ignore[arg-type]  # the types are checked here
    except (OverflowError, TypeError) as error:
        raise damage_error("rows in it are damaged") from error


def unpacked_rows(value: object) -> array[int]:
    """Return the rows of a stored sort order, four bytes each.

    Raises:
        IndexDamagedError: the value is not such an order.

    """
    found, kept = array("I"), checked_bytes(value)
    if len(kept) % found.itemsize:
        raise damage_error("a sort order in it is cut short")
    found.frombytes(kept)
    return found


def checked_bytes(value: object) -> bytes:
    """Return bytes.

    Raises:
        IndexDamagedError: the value is not bytes.

    """
    if not isinstance(value, bytes):
        raise damage_error("bytes in it are damaged")
    return value


def checked_text(value: object) -> str:
    """Return a text that is as safe to show as one read from a brief.

    Raises:
        IndexDamagedError: the value is not a text, or holds characters that no text of a brief holds.

    """
    if not isinstance(value, str) or is_unsafe(value):
        raise damage_error("a text in it is damaged")
    return value


def is_unsafe(text: str) -> bool:
    """Tell whether a text holds characters that none holds once it was read from a brief: see `safe_text`."""
    return first_unsafe(text) is not None


def checked_word(value: object, words: Collection[str]) -> str:
    """Return one of the given words.

    Raises:
        IndexDamagedError: the value is none of them.

    """
    if not isinstance(value, str) or value not in words:
        raise damage_error("it holds an unknown word of the format")
    return value


def checked_path(value: object) -> str:
    """Return the path of a file inside the library.

    Raises:
        IndexDamagedError: the value is not a path, or leads out of the library.

    """
    named = checked_bytes(value)
    if not named or named.startswith(b"/") or b"\0" in named or b".." in named.split(b"/"):
        raise damage_error("it names a file that is not in the library")
    return os.fsdecode(named)


def unpacked_text(value: object, limit: int | None = None) -> str:
    """Return a saved text, or its first `limit` characters.

    Raises:
        IndexDamagedError: the value is not a packed text, or holds characters that no text holds once it was read.

    """
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(checked_bytes(value), _MOST_OF_TEXT).decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as error:
        raise damage_error(f"a saved text in it is damaged: {error}") from error
    if not unpacker.eof:
        raise damage_error("a saved text in it is cut short")
    return checked_text(found[:limit])


def checked_brief_path(value: object) -> str:
    """Return the path of a brief inside the library.

    Raises:
        IndexDamagedError: the value is not a path, leads out of the library, or would not be found by a scan.

    """
    named = checked_path(value)
    if not named.endswith(SUFFIXES) or named.startswith(".") or "/." in named or "//" in named:
        raise damage_error("it names a file that is not a brief")
    return named
