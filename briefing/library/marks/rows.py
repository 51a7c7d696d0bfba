"""SQL statements on the marks of one library, and the stored form of ids and YAML."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.base.files import BRIEF_LIMIT
from briefing.base.named_tuple import NamedTuple
from briefing.library.marks.errors import MarksDamagedError

AT_ONCE = 500
"""Briefs in one query."""
PLACE_LIMIT = 1000
"""Characters of a stored position; a longer one is not stored."""
_HASH_LIMIT = 64
"""Bytes of a stored hash."""
_HERE = "WHERE library = :library AND brief = :brief"


class MarkRow(NamedTuple):
    """One row of the table `mark`, without its key. See `values.Mark`."""

    read: int = 0
    starred: int = 0
    place: str | None = None
    hash: bytes | None = None
    seen: int | None = None


def _checked(read: object, starred: object, place: object, content: object, seen: object) -> MarkRow:
    """Return a row with the values that this program writes.

    Raises:
        MarksDamagedError: the values are others.

    """
    match read, starred, place, content, seen:
        case (
            0 | 1 as was_read,
            0 | 1 as has_star,
            str() | None as where,
            bytes() | None as version,
            int() | None as when,
        ):
            if len(where or "") <= PLACE_LIMIT and len(version or b"") <= _HASH_LIMIT:
                return MarkRow(int(was_read), int(has_star), where, version, when)
    raise MarksDamagedError("a mark in it is damaged")


def _data(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise MarksDamagedError("bytes in it are damaged")
    return value


def library_key(library: Path) -> bytes:
    """Return the key of a library, which is the same through whatever link it was opened."""
    try:
        return brief_key(os.path.realpath(library))
    except ValueError:  # a name that no folder can have
        return brief_key(os.path.abspath(library))  # noqa: PTH100 (follows nothing)


def brief_key(brief_id: str) -> bytes:
    """Return the brief's id in the bytes of the system."""
    try:
        return os.fsencode(brief_id)
    except UnicodeEncodeError:  # no file has such a name, but a brief may mention one
        return brief_id.encode("utf-8", "surrogatepass")


def packed_yaml(data: bytes | None) -> bytes | None:
    """Return the YAML of a brief in its stored form; None if there is none, or more than a brief may have."""
    return None if data is None or len(data) > BRIEF_LIMIT else zlib.compress(data)


def unpacked_yaml(data: bytes) -> bytes | None:
    """Return the stored YAML, or None if it is damaged."""
    try:
        return zlib.decompressobj().decompress(data, BRIEF_LIMIT)
    except (zlib.error, TypeError):
        return None


class MarkRows:
    """The marks of one library, through one connection. The caller begins a transaction if one is needed."""

    def __init__(self, connection: sqlite3.Connection, library: bytes) -> None:
        self._connection = connection
        self._library = library

    def find(self, brief: bytes) -> MarkRow | None:
        """Return the row of one brief."""
        found: tuple[object, ...] | None = self._connection.execute(
            f"SELECT read, starred, place, hash, seen FROM mark {_HERE}",  # noqa: S608 (a constant)
            self._key(brief),
        ).fetchone()
        return None if found is None else _checked(*found)

    def find_all(self, briefs: Sequence[bytes]) -> dict[bytes, MarkRow]:
        """Return the existing rows of these briefs."""
        rows: dict[bytes, MarkRow] = {}
        for start in range(0, len(briefs), AT_ONCE):
            values = {f"brief{number}": brief for number, brief in enumerate(briefs[start : start + AT_ONCE])}
            names = ", ".join(f":{name}" for name in values)
            for brief, *row in self._connection.execute(
                "SELECT brief, read, starred, place, hash, seen FROM mark "  # noqa: S608 (names of parameters)
                f"WHERE library = :library AND brief IN ({names})",
                {"library": self._library, **values},
            ):
                rows[_data(brief)] = _checked(*row)
        return rows

    def every(self) -> Iterable[tuple[bytes, int, int, bytes | None, int | None]]:
        """Return key, read, starred, hash and seen of every mark."""
        for brief, *row in self._connection.execute(
            "SELECT brief, read, starred, hash, seen FROM mark WHERE library = :library", {"library": self._library}
        ):
            read, starred, content, seen = row
            known = _checked(read, starred, None, content, seen)
            yield _data(brief), known.read, known.starred, known.hash, known.seen

    def set_read(self, many: Iterable[tuple[bytes, MarkRow]]) -> None:
        """Set `read`, `hash` and `seen`."""
        self._set(("read", "hash", "seen"), many)

    def set_only_read(self, many: Iterable[tuple[bytes, MarkRow]]) -> None:
        """Set `read`, and leave `hash` and `seen`."""
        self._set(("read",), many)

    def set_starred(self, many: Iterable[tuple[bytes, MarkRow]]) -> None:
        """Set `starred`."""
        self._set(("starred",), many)

    def set_place(self, brief: bytes, place: str | None) -> None:
        """Set where the reader is in a brief."""
        self._set(("place",), [(brief, MarkRow(place=place))])

    def _set(self, columns: Sequence[str], many: Iterable[tuple[bytes, MarkRow]]) -> None:
        """Set these columns of the table, and leave the others as they are; a new row gets their defaults."""
        names, values = ", ".join(columns), ", ".join(f":{column}" for column in columns)
        changes = ", ".join(f"{column} = excluded.{column}" for column in columns)
        self._connection.executemany(
            f"INSERT INTO mark (library, brief, {names}) VALUES (:library, :brief, {values}) "  # noqa: S608 (our names)
            f"ON CONFLICT DO UPDATE SET {changes}",
            ({"library": self._library, "brief": brief, **row._asdict()} for brief, row in many),
        )

    def version(self, brief: bytes) -> bytes | None:
        """Return the stored YAML in packed form."""
        found: tuple[object] | None = self._connection.execute(
            f"SELECT data FROM version {_HERE}",  # noqa: S608 (a constant)
            self._key(brief),
        ).fetchone()
        return None if found is None else _data(found[0])

    def set_version(self, brief: bytes, data: bytes) -> None:
        """Store packed YAML; b"" deletes what was stored."""
        if data:
            statement = "INSERT OR REPLACE INTO version (library, brief, data) VALUES (:library, :brief, :data)"
            self._connection.execute(statement, self._key(brief) | {"data": data})
        else:
            self._connection.execute(f"DELETE FROM version {_HERE}", self._key(brief))  # noqa: S608 (a constant)

    def rename(self, old: bytes, new: bytes) -> None:
        """Move one brief's marks to another key; the brief there keeps only its own position, if it has one."""
        names = {"library": self._library, "old": old, "new": new}
        own = self.find(new)
        if own is not None and own.place is not None:
            self.set_place(old, own.place)
        for table in ("mark", "version"):
            self._connection.execute(
                f"UPDATE OR REPLACE {table} SET brief = :new WHERE library = :library AND brief = :old",  # noqa: S608
                names,
            )

    def with_hash(self, content: bytes) -> Iterable[tuple[bytes]]:
        """Return the keys of the briefs last read with this content, in ascending order."""
        found = self._connection.execute(
            "SELECT brief FROM mark WHERE library = :library AND hash = :hash ORDER BY brief",
            {"library": self._library, "hash": content},
        )
        return ((_data(brief),) for (brief,) in found)

    def delete_empty(self, briefs: Iterable[bytes]) -> None:
        """Delete those of these rows that say nothing."""
        self._connection.executemany(
            f"DELETE FROM mark {_HERE} AND read = 0 AND starred = 0 "  # noqa: S608 (a constant)
            "AND place IS NULL AND hash IS NULL AND seen IS NULL",
            map(self._key, briefs),
        )

    def _key(self, brief: bytes) -> dict[str, bytes | int | str | None]:
        return {"library": self._library, "brief": brief}
