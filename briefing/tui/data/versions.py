"""Owns the versions of a brief: the one in its file now, the one that was read, and what changed between them."""

from __future__ import annotations

import time
from typing import NamedTuple

from briefing.base.files import FileProblemError, Stamp, content_hash, stamp
from briefing.base.paths import STDIN
from briefing.format.dates import parse, short_date_words
from briefing.format.model import Brief
from briefing.format.parse import read_bytes
from briefing.library.entries import Entry, read_file


class Version(NamedTuple):
    """What was in the file of a brief at one moment."""

    hash: bytes
    data: bytes
    stamp: Stamp


def version_of(entry: Entry) -> Version | None:
    """Read the file of an entry as it is now, or return None where there is none that can be read.

    It is read between two looks at its stamp: one that is being replaced is none at this moment.
    """
    before = None if entry.file == STDIN else stamp(entry.path)
    if before is None:
        return None
    try:
        data = read_file(entry)
    except FileProblemError:
        return None
    return Version(content_hash(data), data, before) if stamp(entry.path) == before else None


def brief_in(data: bytes, entry: Entry) -> Brief | None:
    """Return the brief that the bytes are, read as a version of that entry, or None."""
    return read_bytes(data, entry.path, entry.id).brief


def is_same(data: bytes | None, other: bytes, entry: Entry) -> bool:
    """Tell whether two versions of a brief say the same, whatever their form."""
    if data is None:
        return False
    from briefing.diff import same_meaning  # not needed before a brief has changed

    before, after = brief_in(data, entry), brief_in(other, entry)
    return before is not None and after is not None and same_meaning(before, after)


def day_in_words(seconds: int) -> str:
    """Return the reader's day at a time, in seconds since 1970, in words."""
    try:
        return short_date_words(parse(time.strftime("%Y-%m-%d", time.localtime(seconds))))
    except (ValueError, OverflowError, OSError):  # a time that no calendar has
        return "an unknown day"
