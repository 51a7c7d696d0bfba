"""The undo log: the old marks before each action, stored in the marks file, so that undo also works after a restart.

An entry is a row of the table `deed`: the kind of change, then the old rows as lines of JSON, compressed.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache

from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import safe_line
from briefing.library.marks.errors import MarksError
from briefing.library.marks.rows import MarkRow, MarkRows

UNDO_LIMIT = 100
"""Actions per library that can be undone."""
_VERSIONS_LIMIT = 16 * 1024 * 1024
"""Bytes of packed versions stored in one entry; further ones are not restored by undo."""

_LONGEST, _MOST, _LINES = 40 << 20, 1 << 27, 100_000
"""Limits when reading an entry: bytes of one line, bytes in all, and lines. More is never written."""
_ROWS = 500_000
"""Greatest number of briefs in one entry."""
_CHUNK = 1 << 20
"""Bytes unpacked at a time."""
_Field = str | int | None


class MarkChange(StrEnum):
    """Which columns an action changes, and undo therefore restores."""

    READ = "read"
    """`read`, `hash`, `seen`, and the version that was read."""
    UNREAD = "unread"
    """Only `read`."""
    STARRED = "starred"


class UndoDamagedError(MarksError):
    """The last entry of the undo log is damaged, so the action cannot be undone."""


class OldMark(NamedTuple):
    """The mark of a brief before an action."""

    brief: bytes
    row: MarkRow
    version: bytes | None = None
    """The packed version that the action replaced; b"": there was none. None: it was not replaced, or is not stored."""


class UndoEntry:
    """The entry for one action, while it is made. It takes little memory, however many rows there are."""

    def __init__(self, kind: MarkChange) -> None:
        self._packer = zlib.compressobj()
        self._parts = [self._packer.compress(f"{kind}\n".encode())]
        self._left = _VERSIONS_LIMIT
        self.size = 0
        """Number of briefs that the action changes."""

    def add(self, changed: Sequence[OldMark]) -> None:
        """Add marks that are about to change, in the order of the changes."""
        # Many rows in one line: encoding them one by one would take as long as storing them.
        lines = [self._fields(one) for one in changed]
        self._parts.append(self._packer.compress(json.dumps(lines).encode() + b"\n"))
        self.size += len(changed)

    def _fields(self, one: OldMark) -> tuple[_Field, ...]:
        self._left -= len(one.version or b"")
        version = one.version if self._left >= 0 else None
        return (one.brief.hex(), one.row.read, one.row.starred, one.row.seen, _hex(one.row.hash), _hex(version))

    def store(self, connection: sqlite3.Connection, library: bytes, words: str) -> None:
        """Store the entry, unless nothing was changed or too much. The oldest entries beyond the limit are deleted."""
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
    """Restore the rows of the last action; return its words. None: there is nothing to undo.

    Raises:
        UndoDamagedError: the entry is damaged; the caller rolls the transaction back.

    """
    last = _last_entry(connection, library)
    if last is None:
        return None
    number, words, packed = last
    names = list(_renames_since(connection, library, number))
    lines = _lines(packed)
    kind = _change(next(lines, b""))
    rows = MarkRows(connection, library)
    known: set[bytes] = set()
    """Keys, in hexadecimal, of the briefs that are restored already."""
    for line in lines:
        _restore(rows, kind, list(_first_marks(line, names, known)))
    _delete(connection, library, number)
    return words


def _first_marks(line: bytes, names: Sequence[Mapping[bytes, bytes]], known: set[bytes]) -> Iterator[OldMark]:
    """Yield the old marks, only the first one of a brief that occurs twice: that is its state before the action."""
    for found in _matches(_row(), line):
        if found[1] in known:
            continue
        one = _before(found)
        brief = _renamed(one.brief, names)
        if brief == one.brief or _digits(brief) not in known:
            yield one._replace(brief=brief)
        known.update((found[1], _digits(brief)))
    if len(known) > _ROWS:
        raise UndoDamagedError("it is too large")


def drop_last(connection: sqlite3.Connection, library: bytes) -> None:
    """Delete the last entry."""
    last = _last_entry(connection, library)
    if last is not None:
        _delete(connection, library, last[0])


def record_renames(connection: sqlite3.Connection, library: bytes, names: Sequence[tuple[bytes, bytes]]) -> None:
    """Record that briefs have new keys, as (old, new): undo then applies earlier entries to the new keys."""
    before = zlib.compress(json.dumps([(old.hex(), new.hex()) for old, new in names]).encode())
    connection.execute(
        "INSERT INTO deed (library, before) VALUES (:library, :before)", {"library": library, "before": before}
    )
    _delete_old_renames(connection, library)


def _renamed(brief: bytes, names: Sequence[Mapping[bytes, bytes]]) -> bytes:
    """Return the key of a brief after these renames."""
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


def _last_entry(connection: sqlite3.Connection, library: bytes) -> tuple[int, str, object] | None:
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
    """Delete the records of renames that are older than every entry."""
    connection.execute(
        "DELETE FROM deed WHERE library = :library AND words IS NULL AND number < coalesce((SELECT min(number) "
        "FROM deed WHERE library = :library AND words IS NOT NULL), 9223372036854775807)",
        {"library": library},
    )


def _renames_since(connection: sqlite3.Connection, library: bytes, number: int) -> Iterator[Mapping[bytes, bytes]]:
    """Yield the renames recorded after an entry, oldest first."""
    for (packed,) in connection.execute(
        "SELECT before FROM deed WHERE library = :library AND number > :number AND words IS NULL ORDER BY number",
        {"library": library, "number": number},
    ):
        new_by_old: dict[bytes, bytes] = {}
        for line in _lines(packed):
            new_by_old.update((_unhex(found[1]), _unhex(found[2])) for found in _matches(_pair(), line))
        yield new_by_old


def _change(line: bytes) -> MarkChange:
    try:
        return MarkChange(line.decode())
    except ValueError as error:
        raise UndoDamagedError("it is an unknown kind of change") from error


def _lines(packed: object) -> Iterator[bytes]:
    """Yield the lines of an entry, unpacking it bit by bit.

    Raises:
        UndoDamagedError: it is damaged, or larger than any entry.

    """
    if not isinstance(packed, bytes):
        raise UndoDamagedError("it is not a record")
    number, size = 0, 0
    parts: list[bytes] = []
    for some in _unpacked(packed):
        begun, *whole = some.split(b"\n")
        parts.append(begun)
        number, size = number + len(whole), size + len(begun)
        if number > _LINES or size > _LONGEST:
            raise UndoDamagedError("it is too large")
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
            raise UndoDamagedError("the record is damaged") from error
        left, size = unpacker.unconsumed_tail, size + len(some)
        if size > _MOST or not (some or left or unpacker.eof):
            raise UndoDamagedError("it is too large, or cut short")
        yield some


@cache
def _row() -> re.Pattern[bytes]:
    """Return the pattern of a row as `json.dumps` writes it.

    It is not parsed as JSON, which could be nested very deeply.
    """
    return re.compile(
        rb"""\["((?:[0-9a-f]{2})*)",\ ([01]),\ ([01]),\ (null|-?[0-9]{1,18}),
        \ (?:null|"((?:[0-9a-f]{2})*)"),\ (?:null|"((?:[0-9a-f]{2})*)")\](?:,\ (?=\[)|\]\Z)""",
        re.VERBOSE,
    )


@cache
def _pair() -> re.Pattern[bytes]:
    """Return the pattern of a pair of keys as `json.dumps` writes it."""
    return re.compile(rb"""\["((?:[0-9a-f]{2})*)",\ "((?:[0-9a-f]{2})*)"\](?:,\ (?=\[)|\]\Z)""", re.VERBOSE)


def _matches(pattern: re.Pattern[bytes], line: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the matches of a pattern in a line that is a JSON list of them.

    Raises:
        UndoDamagedError: the line holds something else.

    """
    at = 2 if line == b"[]" else 1 if line.startswith(b"[") else -1
    while 0 < at < len(line):
        found = pattern.match(line, at)
        if found is None:
            break
        yield found
        at = found.end()
    if at != len(line):
        raise UndoDamagedError("the record holds something else")


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
