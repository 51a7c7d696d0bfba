"""Owns undoing: what the rows were before each deed, kept in the file, so that it works after a restart as well."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from briefing.base.safe_text import safe_line
from briefing.library.marks.errors import MarksError
from briefing.library.marks.rows import MarkRow, MarkRows

UNDO_LIMIT = 100
"""Deeds of one library that can be undone."""
_VERSIONS_LIMIT = 16 * 1024 * 1024
"""Bytes of earlier versions, packed, that are kept for one deed; those beyond are not brought back by undoing it."""

_LONGEST, _MOST, _LINES = 40 << 20, 1 << 27, 100_000
"""Bytes of one line of what is kept, of all that is kept for one deed, and its lines: more is never written."""
_ROWS = 500_000
"""Briefs of one deed that can be undone."""
_CHUNK = 1 << 20
_Field = str | int | None


class MarkChange(StrEnum):
    """Which columns a deed changes, and so which its undoing sets."""

    READ = "read"
    """Whether, what and when it was read, and the version that was read."""
    UNREAD = "unread"
    """Only whether it counts as read."""
    STARRED = "starred"


class UndoDamagedError(MarksError):
    """What was before the last deed is damaged: it cannot be undone."""


class OldMark(NamedTuple):
    """What a deed found."""

    brief: bytes
    row: MarkRow
    version: bytes | None = None
    """The version that the deed replaced, packed; b"": there was none. None: the deed left it, or it is not kept."""


class UndoEntry:
    """What is being done in one transaction. Keeps what was before, in little memory however many rows there are."""

    def __init__(self, kind: MarkChange) -> None:
        self._packer = zlib.compressobj()
        self._parts = [self._packer.compress(f"{kind}\n".encode())]
        self._left = _VERSIONS_LIMIT
        self.size = 0
        """Briefs that it has changed."""

    def add(self, changed: Sequence[OldMark]) -> None:
        """Keep what is about to be changed, in the order of changing."""
        # One line for many rows: encoding them one by one would take as long as storing them.
        lines = [self._fields(one) for one in changed]
        self._parts.append(self._packer.compress(json.dumps(lines).encode() + b"\n"))
        self.size += len(changed)

    def _fields(self, one: OldMark) -> tuple[_Field, ...]:
        self._left -= len(one.version or b"")
        version = one.version if self._left >= 0 else None
        return (one.brief.hex(), one.row.read, one.row.starred, one.row.seen, _hex(one.row.hash), _hex(version))

    def store(self, connection: sqlite3.Connection, library: bytes, words: str) -> None:
        """Store it, unless nothing was changed, or too much; the oldest beyond those that are kept are forgotten."""
        if not 0 < self.size <= _ROWS:
            return
        before = b"".join((*self._parts, self._packer.flush()))
        connection.execute(
            "INSERT INTO deed (library, words, before) VALUES (:library, :words, :before)",
            {"library": library, "words": safe_line(words), "before": before},
        )
        connection.execute(
            "DELETE FROM deed WHERE library = :library AND words IS NOT NULL AND number <= (SELECT number FROM deed "
            "WHERE library = :library AND words IS NOT NULL ORDER BY number DESC LIMIT 1 OFFSET :kept)",
            {"library": library, "kept": UNDO_LIMIT},
        )
        _delete_old_renames(connection, library)


def undo_last(connection: sqlite3.Connection, library: bytes) -> str | None:
    """Set the rows of the last deed to what they were before, and return its words; None: there is nothing to undo.

    Raises:
        UnreadableDeedError: what was before is damaged; what was changed until then is to be taken back.

    """
    last = _last(connection, library)
    if last is None:
        return None
    number, words, packed = last
    names = list(_renames_since(connection, library, number))
    lines = _lines(packed)
    kind = _change(next(lines, b""))
    rows = MarkRows(connection, library)
    known: set[bytes] = set()
    """Digits of the briefs whose rows are set back."""
    for line in lines:
        _restore(rows, kind, list(_first_of_each(line, names, known)))
    _delete(connection, library, number)
    return words


def _first_of_each(line: bytes, names: Sequence[Mapping[bytes, bytes]], known: set[bytes]) -> Iterator[OldMark]:
    """Yield what was before, without briefs that are known: what was changed twice in one deed gets its first value."""
    for found in _found(_row(), line):
        if found[1] in known:
            continue
        one = _before(found)
        brief = _renamed(one.brief, names)
        if brief == one.brief or _digits(brief) not in known:
            yield one._replace(brief=brief)
        known.update((found[1], _digits(brief)))
    if len(known) > _ROWS:
        raise UndoDamagedError("it is more than is ever kept")


def drop_last(connection: sqlite3.Connection, library: bytes) -> None:
    """Give up undoing the last deed."""
    last = _last(connection, library)
    if last is not None:
        _delete(connection, library, last[0])


def record_renames(connection: sqlite3.Connection, library: bytes, names: Sequence[tuple[bytes, bytes]]) -> None:
    """Keep that briefs have other names now (old, new), for undoing what was done under the old ones."""
    before = zlib.compress(json.dumps([(old.hex(), new.hex()) for old, new in names]).encode())
    connection.execute(
        "INSERT INTO deed (library, before) VALUES (:library, :before)", {"library": library, "before": before}
    )
    _delete_old_renames(connection, library)


def _renamed(brief: bytes, names: Sequence[Mapping[bytes, bytes]]) -> bytes:
    """Return what the brief is called after these changes of names."""
    for new_by_old in names:
        brief = new_by_old.get(brief, brief)
    return brief


def _restore(rows: MarkRows, kind: MarkChange, batch: Sequence[OldMark]) -> None:
    many = [(one.brief, one.row) for one in batch]
    if kind is MarkChange.STARRED:
        rows.set_starred(many)
    elif kind is MarkChange.UNREAD:
        rows.set_only_read(many)
    else:
        rows.set_read(many)
    for one in batch:
        if one.version is not None:
            rows.set_version(one.brief, one.version)
    rows.delete_empty(one.brief for one in batch)


def _last(connection: sqlite3.Connection, library: bytes) -> tuple[int, str, object] | None:
    found: tuple[int, object, object] | None = connection.execute(
        "SELECT number, words, before FROM deed WHERE library = :library AND words IS NOT NULL "
        "ORDER BY number DESC LIMIT 1",
        {"library": library},
    ).fetchone()
    return None if found is None else (found[0], safe_line(str(found[1])), found[2])


def _delete(connection: sqlite3.Connection, library: bytes, number: int) -> None:
    connection.execute("DELETE FROM deed WHERE number = :number", {"number": number})
    _delete_old_renames(connection, library)


def _delete_old_renames(connection: sqlite3.Connection, library: bytes) -> None:
    """Remove the other names that came before every deed that is still there."""
    connection.execute(
        "DELETE FROM deed WHERE library = :library AND words IS NULL AND number < coalesce((SELECT min(number) "
        "FROM deed WHERE library = :library AND words IS NOT NULL), 9223372036854775807)",
        {"library": library},
    )


def _renames_since(connection: sqlite3.Connection, library: bytes, number: int) -> Iterator[Mapping[bytes, bytes]]:
    """Yield what was renamed after that deed, from the first time to the last."""
    for (packed,) in connection.execute(
        "SELECT before FROM deed WHERE library = :library AND number > :number AND words IS NULL ORDER BY number",
        {"library": library, "number": number},
    ):
        new_by_old: dict[bytes, bytes] = {}
        for line in _lines(packed):
            new_by_old.update((_unhex(found[1]), _unhex(found[2])) for found in _found(_pair(), line))
        yield new_by_old


def _change(line: bytes) -> MarkChange:
    try:
        return MarkChange(line.decode())
    except ValueError as error:
        raise UndoDamagedError("it is no deed that is known") from error


def _lines(packed: object) -> Iterator[bytes]:
    """Yield the lines of what was kept, unpacking it bit by bit.

    Raises:
        UnreadableDeedError: it is damaged, or more than is ever kept.

    """
    if not isinstance(packed, bytes):
        raise UndoDamagedError("something else stands in its place")
    number, size = 0, 0
    parts: list[bytes] = []
    for some in _unpacked(packed):
        begun, *whole = some.split(b"\n")
        parts.append(begun)
        number, size = number + len(whole), size + len(begun)
        if number > _LINES or size > _LONGEST:
            raise UndoDamagedError("it is more than is ever kept")
        if whole:
            yield b"".join(parts)
            yield from whole[:-1]
            parts, size = whole[-1:], len(whole[-1])
    if size:
        yield b"".join(parts)


def _unpacked(packed: bytes) -> Iterator[bytes]:
    unpacker, left, size = zlib.decompressobj(), packed, 0
    while not unpacker.eof:
        try:
            some = unpacker.decompress(left, _CHUNK)
        except zlib.error as error:
            raise UndoDamagedError("what was before is damaged") from error
        left, size = unpacker.unconsumed_tail, size + len(some)
        if size > _MOST or not (some or left or unpacker.eof):
            raise UndoDamagedError("it is more than is ever kept, or cut short")
        yield some


@cache
def _row() -> re.Pattern[bytes]:
    """Return what finds a row as `json.dumps` writes it. It is not read as JSON: that may be deep, or empty lists."""
    return re.compile(
        rb"""\["((?:[0-9a-f]{2})*)",\ ([01]),\ ([01]),\ (null|-?[0-9]{1,18}),
        \ (?:null|"((?:[0-9a-f]{2})*)"),\ (?:null|"((?:[0-9a-f]{2})*)")\](?:,\ (?=\[)|\]\Z)""",
        re.VERBOSE,
    )


@cache
def _pair() -> re.Pattern[bytes]:
    """Return what finds two names, as `_row` finds a row."""
    return re.compile(rb"""\["((?:[0-9a-f]{2})*)",\ "((?:[0-9a-f]{2})*)"\](?:,\ (?=\[)|\]\Z)""", re.VERBOSE)


def _found(pattern: re.Pattern[bytes], line: bytes) -> Iterator[re.Match[bytes]]:
    """Yield what stands one after the other in a line that is a list of it.

    Raises:
        UnreadableDeedError: something else stands there.

    """
    at = 2 if line == b"[]" else 1 if line.startswith(b"[") else -1
    while 0 < at < len(line):
        found = pattern.match(line, at)
        if found is None:
            break
        yield found
        at = found.end()
    if at != len(line):
        raise UndoDamagedError("something else stands among what was before")


def _before(found: re.Match[bytes]) -> OldMark:
    brief, read, starred, seen, content, version = found.groups()
    row = MarkRow(
        read=int(read),
        starred=int(starred),
        hash=None if content is None else _unhex(content),
        seen=None if seen == b"null" else int(seen),
    )
    return OldMark(_unhex(brief), row, None if version is None else _unhex(version))


def _digits(data: bytes) -> bytes:
    return data.hex().encode("ascii")


def _unhex(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode("ascii"))


def _hex(data: bytes | None) -> str | None:
    return None if data is None else data.hex()
