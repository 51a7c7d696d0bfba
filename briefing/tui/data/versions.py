"""Versions of a brief: the one in its file now, and whether another one says the same."""

from __future__ import annotations

import time

from briefing.base.files import FileProblemError, Stamp, content_hash, stamp
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import STDIN
from briefing.format.dates import parse_date
from briefing.format.dates.wording import short_date_words
from briefing.format.model import Brief
from briefing.library.entries import Entry, read_file


class Version(NamedTuple):
    """The content of a brief's file at one moment."""

    hash: bytes
    """Content hash of `data`."""
    data: bytes
    stamp: Stamp
    """Time and size of the file, the same before and after it was read."""


def version_of(entry: Entry) -> Version | None:
    """Read the file of an entry now; None if it cannot be read, or is being replaced at this moment."""
    before = None if entry.file == STDIN else stamp(entry.path)
    if before is None:
        return None
    try:
        data = read_file(entry)
    except FileProblemError:
        return None
    return Version(content_hash(data), data, before) if stamp(entry.path) == before else None


def brief_in(data: bytes, entry: Entry) -> Brief | None:
    """Parse bytes as a version of an entry's brief; None if they are no brief."""
    from briefing.format.parse import read_brief_bytes  # needs YAML, as the first frame does not

    return read_brief_bytes(data, entry.path, entry.id).brief


def is_same(data: bytes | None, other: bytes, entry: Entry) -> bool:
    """Tell whether two versions of a brief have the same meaning, however they are written."""
    if data is None:
        return False
    from briefing.diff import same_meaning  # not needed before a brief has changed

    before, after = brief_in(data, entry), brief_in(other, entry)
    return before is not None and after is not None and same_meaning(before, after)


def day_in_words(seconds: int) -> str:
    """Return the local date of a time in seconds since 1970, in words."""
    try:
        return short_date_words(parse_date(time.strftime("%Y-%m-%d", time.localtime(seconds))))
    except (ValueError, OverflowError, OSError):  # a damaged time, outside the calendar
        return "an unknown day"
