"""Owns undoing: what the rows were before each deed, kept in the file, so that it works after a restart as well."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from briefing.marks.rows import Row, Rows
from briefing.marks.values import MarksError
from briefing.safetext import safe_line

DEEDS_KEPT = 100
"""Deeds of one library that can be undone."""
_VERSIONS_LIMIT = 16 * 1024 * 1024
"""Bytes of earlier versions, packed, that are kept for one deed; those beyond are not brought back by undoing it."""

_Field = str | int | None


class Kind(StrEnum):
    """Which columns a deed changes, and so which its undoing sets."""

    READ = "read"
    """Whether, what and when it was read, and the version that was read."""
    UNREAD = "unread"
    """Only whether it counts as read."""
    STARRED = "starred"


class UnreadableDeedError(MarksError):
    """What was before the last deed is damaged: it cannot be undone."""


class Before(NamedTuple):
    """What a deed found."""

    brief: bytes
    row: Row
    version: bytes | None = None
    """The version that the deed replaced, packed; b"": there was none. None: the deed left it, or it is not kept."""


class Deed:
    """What is being done in one transaction. Keeps what was before, in little memory however many rows there are."""

    def __init__(self, kind: Kind) -> None:
        self._packer = zlib.compressobj()
        self._parts = [self._packer.compress(f"{kind}\n".encode())]
        self._left = _VERSIONS_LIMIT
        self.size = 0
        """Briefs that it has changed."""

    def note(self, changed: Sequence[Before]) -> None:
        """Keep what is about to be changed, in the order of changing."""
        # One line for many rows: encoding them one by one would take as long as storing them.
        lines = [self._fields(one) for one in changed]
        self._parts.append(self._packer.compress(json.dumps(lines).encode() + b"\n"))
        self.size += len(changed)

    def _fields(self, one: Before) -> tuple[_Field, ...]:
        self._left -= len(one.version or b"")
        version = one.version if self._left >= 0 else None
        return (one.brief.hex(), one.row.read, one.row.starred, one.row.seen, _hex(one.row.hash), _hex(version))

    def keep(self, connection: sqlite3.Connection, library: bytes, words: str) -> None:
        """Store it, unless nothing was changed; the oldest ones beyond those that are kept are forgotten."""
        if self.size == 0:
            return
        before = b"".join((*self._parts, self._packer.flush()))
        connection.execute(
            "INSERT INTO deed (library, words, before) VALUES (:library, :words, :before)",
            {"library": library, "words": safe_line(words), "before": before},
        )
        connection.execute(
            "DELETE FROM deed WHERE library = :library AND words IS NOT NULL AND number <= (SELECT number FROM deed "
            "WHERE library = :library AND words IS NOT NULL ORDER BY number DESC LIMIT 1 OFFSET :kept)",
            {"library": library, "kept": DEEDS_KEPT},
        )
        _forget_names(connection, library)


def undo_last(connection: sqlite3.Connection, library: bytes) -> str | None:
    """Set the rows of the last deed to what they were before, and return its words; None: there is nothing to undo.

    Raises:
        UnreadableDeedError: what was before is damaged; nothing was changed.

    """
    last = _last(connection, library)
    if last is None:
        return None
    number, words, packed = last
    names = list(_names_since(connection, library, number))
    kind, batches = _read(packed)
    rows = Rows(connection, library)
    # Backwards: what was changed twice in one deed gets the first of its values.
    for batch in reversed(batches):
        _set_back(rows, kind, [one._replace(brief=_renamed(one.brief, names)) for one in reversed(batch)])
    _forget(connection, library, number)
    return words


def forget_last(connection: sqlite3.Connection, library: bytes) -> None:
    """Give up undoing the last deed."""
    last = _last(connection, library)
    if last is not None:
        _forget(connection, library, last[0])


def note_names(connection: sqlite3.Connection, library: bytes, names: Sequence[tuple[bytes, bytes]]) -> None:
    """Keep that briefs have other names now (old, new), for undoing what was done under the old ones."""
    before = zlib.compress(json.dumps([(old.hex(), new.hex()) for old, new in names]).encode())
    connection.execute(
        "INSERT INTO deed (library, before) VALUES (:library, :before)", {"library": library, "before": before}
    )
    _forget_names(connection, library)


def _renamed(brief: bytes, names: Sequence[Mapping[bytes, bytes]]) -> bytes:
    """Return what the brief is called after these changes of names."""
    for new_by_old in names:
        brief = new_by_old.get(brief, brief)
    return brief


def _set_back(rows: Rows, kind: Kind, batch: Sequence[Before]) -> None:
    many = [(one.brief, one.row) for one in batch]
    if kind is Kind.STARRED:
        rows.set_starred(many)
    elif kind is Kind.UNREAD:
        rows.set_only_read(many)
    else:
        rows.set_read(many)
    for one in batch:
        if one.version is not None:
            rows.set_version(one.brief, one.version)
    rows.drop_blank(one.brief for one in batch)


def _last(connection: sqlite3.Connection, library: bytes) -> tuple[int, str, bytes] | None:
    found: tuple[int, str, bytes] | None = connection.execute(
        "SELECT number, words, before FROM deed WHERE library = :library AND words IS NOT NULL "
        "ORDER BY number DESC LIMIT 1",
        {"library": library},
    ).fetchone()
    return found


def _forget(connection: sqlite3.Connection, library: bytes, number: int) -> None:
    connection.execute("DELETE FROM deed WHERE number = :number", {"number": number})
    _forget_names(connection, library)


def _forget_names(connection: sqlite3.Connection, library: bytes) -> None:
    """Remove the other names that came before every deed that is still there."""
    connection.execute(
        "DELETE FROM deed WHERE library = :library AND words IS NULL AND number < coalesce((SELECT min(number) "
        "FROM deed WHERE library = :library AND words IS NOT NULL), 9223372036854775807)",
        {"library": library},
    )


def _names_since(connection: sqlite3.Connection, library: bytes, number: int) -> Iterator[Mapping[bytes, bytes]]:
    """Yield what was renamed after that deed, from the first time to the last."""
    for (packed,) in connection.execute(
        "SELECT before FROM deed WHERE library = :library AND number > :number AND words IS NULL ORDER BY number",
        {"library": library, "number": number},
    ):
        try:
            pairs: list[tuple[str, str]] = json.loads(zlib.decompress(packed))
            yield {bytes.fromhex(old): bytes.fromhex(new) for old, new in pairs}
        except (zlib.error, ValueError, TypeError) as error:
            raise UnreadableDeedError("what was renamed is damaged") from error


def _read(packed: bytes) -> tuple[Kind, Sequence[Sequence[Before]]]:
    try:
        kind, *lines = zlib.decompress(packed).splitlines()
        return Kind(kind.decode()), [[_before(fields) for fields in json.loads(line)] for line in lines]
    except (zlib.error, ValueError, TypeError) as error:
        raise UnreadableDeedError("what was before is damaged") from error


def _before(fields: Sequence[_Field]) -> Before:
    brief, read, starred, seen, content, version = fields
    row = Row(read=_number(read) or 0, starred=_number(starred) or 0, hash=_bytes(content), seen=_number(seen))
    return Before(_bytes(brief) or b"", row, _bytes(version))


def _hex(data: bytes | None) -> str | None:
    return None if data is None else data.hex()


def _bytes(field: _Field) -> bytes | None:
    return None if field is None else bytes.fromhex(str(field))


def _number(field: _Field) -> int | None:
    return None if field is None else int(field)
