"""What a value that comes out of an index has to be like. Anything else is damage, whoever has put it there."""

from __future__ import annotations

import os
import re
import zlib
from array import array
from collections.abc import Collection, Iterable
from itertools import chain

from briefing.base.files import TEXT_LIMIT
from briefing.base.safe_text import safe
from briefing.library.entries import SUFFIXES
from briefing.library.index.errors import IndexDamagedError
from briefing.library.index.record import UnpackedRecord, unpack

MOST_ROW = (1 << 32) - 1
"""Rows are kept in four bytes."""
_MOST_OF_TEXT = 3 * TEXT_LIMIT
"""Bytes of a saved text that is unpacked: each that must not be shown takes three."""
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no text of a brief holds once it is read: see `safetext`."""


def damage_error(what: str) -> IndexDamagedError:
    """Return the error for what no index holds that this program has written."""
    return IndexDamagedError(f"the index cannot be used: {what}")


def checked_number(value: object, limit: int = (1 << 63) - 1) -> int:
    """Return a whole number from 0.

    Raises:
        IndexDamagedError: it is none.

    """
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= limit:
        raise damage_error("it holds something else in place of a number")
    return value


def checked_row(value: object) -> int:
    """Return the row of a brief or of a saved text.

    Raises:
        IndexDamagedError: it is none.

    """
    return checked_number(value, MOST_ROW)


def checked_rows(values: Iterable[object]) -> array[int]:
    """Return rows.

    Raises:
        IndexDamagedError: some are none.

    """
    try:
        return array("I", values)  # type: ignore[arg-type]  # what they are is what is asked here
    except (OverflowError, TypeError) as error:
        raise damage_error("it holds something else in place of rows") from error


def unpacked_rows(value: object) -> array[int]:
    """Return the rows of an order of the list, four bytes each.

    Raises:
        IndexDamagedError: they are none.

    """
    found, kept = array("I"), checked_bytes(value)
    if len(kept) % found.itemsize:
        raise damage_error("an order of the list is cut short")
    found.frombytes(kept)
    return found


def checked_bytes(value: object) -> bytes:
    """Return bytes.

    Raises:
        IndexDamagedError: they are none.

    """
    if not isinstance(value, bytes):
        raise damage_error("it holds something else in place of bytes")
    return value


def checked_text(value: object) -> str:
    """Return a text as safe as one that was read from a brief.

    Raises:
        IndexDamagedError: it is none, or holds what no text of a brief does.

    """
    if not isinstance(value, str) or _UNSAFE.search(value):
        raise damage_error("it holds something else in place of a text")
    return safe(value)


def checked_word(value: object, words: Collection[str]) -> str:
    """Return one of some words.

    Raises:
        IndexDamagedError: it is none of them.

    """
    if not isinstance(value, str) or value not in words:
        raise damage_error("it holds something else in place of a word of the format")
    return value


def checked_path(value: object) -> str:
    """Return the path of a file inside the library.

    Raises:
        IndexDamagedError: it is none, or leads out.

    """
    named = checked_bytes(value)
    if not named or named.startswith(b"/") or b"\0" in named or b".." in named.split(b"/"):
        raise damage_error("it names a file that is not in the library")
    return os.fsdecode(named)


def unpacked_record(value: object) -> UnpackedRecord:
    """Return what is kept of a brief.

    Raises:
        IndexDamagedError: it is something else, or holds what no text of a brief does.

    """
    try:
        found = unpack(checked_bytes(value))
    except ValueError as error:
        raise damage_error(f"what it keeps of a brief is damaged: {error}") from error
    record = found.record
    texts = chain.from_iterable((item.text, item.more, item.sources, item.when) for item in record.items)
    voices = {item.by for item in record.items}  # of few, who say much
    if _UNSAFE.search("\n".join((record.title or "", record.lede, *record.tags, *record.entities, *voices, *texts))):
        raise damage_error("what it keeps of a brief holds what no brief does")
    return found


def unpacked_text(value: object, limit: int | None = None) -> str:
    """Return a saved text, or so many characters of it from its start.

    Raises:
        IndexDamagedError: it is something else, or holds what no text that was read does.

    """
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(checked_bytes(value), _MOST_OF_TEXT).decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as error:
        raise damage_error(f"what it keeps of a text is damaged: {error}") from error
    if not unpacker.eof:
        raise damage_error("what it keeps of a text is damaged: it has no end")
    return checked_text(found[:limit])


def checked_brief_path(value: object) -> str:
    """Return the path of a brief inside the library.

    Raises:
        IndexDamagedError: it is none, or leads out, or no walk through the library finds it.

    """
    named = checked_path(value)
    if not named.endswith(SUFFIXES) or named.startswith(".") or "/." in named or "//" in named:
        raise damage_error("it names a file that is no brief")
    return named
