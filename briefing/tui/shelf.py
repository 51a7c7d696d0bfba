"""Owns what the list tells of each brief: read when first seen, the rest bit by bit; searched as one types."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import NamedTuple

from briefing.entries import Entry
from briefing.library import Library
from briefing.model import Brief
from briefing.problems import Severity
from briefing.reading import Reading
from briefing.safetext import visible
from briefing.typesetting.frames import Row
from briefing.words import fold


class Shelved(NamedTuple):
    """One brief as the list knows it."""

    row: Row
    searched: str
    """Everything that the filter looks in, folded as `finding` folds."""


class Shelf:
    """The rows of a library's list. Reads a brief when its row is asked for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._rows: list[Shelved | None] = [None] * len(library.entries)
        self._unread = 0
        """Every row before this one has been read."""

    def __len__(self) -> int:
        return len(self._rows)

    def entry(self, index: int) -> Entry:
        """Return the entry of a row."""
        return self.library.entries[index]

    def row(self, index: int) -> Row:
        """Return a row, reading its brief if nobody has yet."""
        row = self._rows[index]
        if row is None:
            entry = self.entry(index)
            row = self._rows[index] = shelved(entry, self.library.glance(entry))
        return row.row

    def forget(self, index: int) -> None:
        """Read this brief again when its row is next asked for."""
        self._rows[index] = None
        self._unread = min(self._unread, index)

    def read_some(self, seconds: float) -> bool:
        """Read rows for about so long; tell whether any are left."""
        stop = time.monotonic() + seconds
        while self._unread < len(self._rows) and time.monotonic() < stop:
            self.row(self._unread)
            self._unread += 1
        return self._unread < len(self._rows)

    def matching(self, words: str) -> Sequence[int]:
        """Return the rows that hold every word, of those that have been read."""
        wanted = fold(words).split()
        if not wanted:
            return range(len(self._rows))
        return [
            index
            for index, row in enumerate(self._rows)
            if row is not None and all(word in row.searched for word in wanted)
        ]


def shelved(entry: Entry, reading: Reading) -> Shelved:
    """Return what the list tells of a brief, also of one that could not be read."""
    errors = sum(problem.severity is Severity.ERROR for problem in reading.problems)
    warnings = len(reading.problems) - errors
    name = visible(entry.id)
    brief = reading.brief
    if brief is None:
        return Shelved(Row(title=name, errors=max(1, errors), warnings=warnings), fold(name))
    title = name if brief.title == entry.id else brief.title
    row = Row(
        title=title, date=brief.date, status=brief.status, marking=brief.marking, errors=errors, warnings=warnings
    )
    return Shelved(row, _searched(name, brief))


def _searched(name: str, brief: Brief) -> str:
    names = [text for entity in brief.entities for text in (entity.name, *entity.aliases)]
    return fold("\n".join((brief.title, brief.lede or "", name, *brief.tags, *names)))
