"""Owns what the list tells of each brief: what the index knows of it, or what a look at its file says."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import chain, compress
from operator import lt
from typing import TypeVar

from briefing.base.problems import Severity
from briefing.base.safe_text import safe_line, visible
from briefing.format.dates import DateError, Edtf, parse
from briefing.format.model import Marking, Status
from briefing.format.parse import Reading
from briefing.library.entries import Entry
from briefing.library.index.rows import IndexedBrief
from briefing.library.index.schema import HEAD
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.store import IndexUnusableError
from briefing.library.marks import Mark
from briefing.library.open import OpenedLibrary, first_existing
from briefing.library.sort_orders import is_by_marks
from briefing.render.parts.chrome import ListRow
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.data.versions import version_of

_Value = TypeVar("_Value")

_SCARCE = 50
"""One row found among so many: these few are put in order by themselves."""
_GONE = ".gone"
_HIGHEST = 1 << 24
"""Number of a row up to which a byte is taken for each, so that many are put in order at once."""
_KEPT = 1000
"""Rows of which is remembered what they say: more than any screen shows, and than anyone scrolls through at once."""


class BriefRows:
    """The rows of a library, in an order. A row keeps its number for as long as its file keeps its name."""

    def __init__(self, opened: OpenedLibrary, mark_cache: MarkCache, sort: str = "name") -> None:
        self._mark_cache = mark_cache
        self.sort = sort
        """Name of the order of the rows, in `SORT_ORDERS`."""
        self.take(opened)

    def take(self, opened: OpenedLibrary) -> None:
        """Take a library that was opened; of one that was opened anew all rows may have other numbers.

        Raises:
            IndexUnusableError: its index is damaged; this one goes on with the one before.

        """
        rows = opened.listing.order(self.sort)
        self.library = opened.library
        self.listing = opened.listing
        self.root = opened.root
        """The folder, which may change. None: the briefs were named one by one."""
        self.trouble: IndexUnusableError | None = None
        """What was wrong with the index when it was asked for anything. None: nothing was."""
        self._mark_cache.join(opened.listing)
        self.rows: Sequence[int] = rows
        """All of them, in that order."""
        self._first = opened.first
        self._gone = Entry("gone", _GONE, opened.listing.root)
        """Stands for a row that has gone from the index: no file has this name, since hidden ones are passed by."""
        self._rising: tuple[Sequence[int], bool] = ((), True)
        """The rows that were looked at last, and whether their numbers rise."""
        self._entries: dict[int, Entry] = {}
        self._before: dict[int, Entry] = {}
        """Entries as they were last known."""
        self._said: dict[int, ListRow] = {}
        self._hashes: dict[int, bytes | None] = {}
        """Of the files of the rows that are remembered. None: the file is to be asked when that matters."""

    def __len__(self) -> int:
        return len(self.rows)

    def start_over(self, sort: str) -> None:
        """Put the rows in the order of a start, which begins with the first brief that is there.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        self.sort = sort
        self.rows = self.listing.order(sort)
        self._first = first_existing(self.listing, sort) or self._first

    @property
    def first(self) -> int:
        """Row of the brief that the reader begins with."""
        return self._first

    def entry(self, row: int) -> Entry:
        """Return the entry of a row; of one that has gone since, the last that was known."""
        entry = self._entries.get(row)
        if entry is None:
            listed = self._listed(row).get(row)
            entry = self._before.get(row, self._gone) if listed is None else listed.entry
            _keep(self._entries, row, entry)
        return entry

    def is_known(self, entry: Entry) -> bool:
        """Tell whether an entry is that of a brief, and does not stand for one of which nothing is known."""
        return entry.file != _GONE

    def find(self, brief_id: str) -> int | None:
        """Return the row of the brief of that id, or None."""
        with suppress(IndexUnusableError), self.minded():
            return self.listing.find(brief_id)
        return None

    @contextmanager
    def minded(self) -> Iterator[None]:
        """Take note of what is wrong with the index while it is asked: whoever follows the library sets it right."""
        listing = self.listing
        try:
            yield
        except IndexUnusableError as error:
            if listing is self.listing:
                self.trouble = error
            raise

    def row(self, row: int) -> ListRow:
        """Return what the list says of a row; a brief that the index does not know yet is read for it."""
        self.prepare((row,), ())
        said, mark = self._said[row], self._mark_cache.of(self.entry(row).id)
        return replace(said, unread=not mark.read, starred=mark.starred, changed=self._has_changed(row, mark))

    def prepare(self, rows: Sequence[int], near: Sequence[int]) -> None:
        """Have at hand what these rows say and how they are marked; what is near is asked for together with them."""
        if not all(row in self._said for row in rows):
            missing = [row for row in dict.fromkeys((*rows, *near)) if row not in self._said]
            listed = self._listed(*missing)
            for row in missing:
                one = listed.get(row)
                if one is not None:
                    _keep(self._entries, row, one.entry)
                _keep(self._hashes, row, one and one.hash)
                _keep(self._said, row, self._of(row, one))
        ids = [self.entry(row).id for row in rows]
        if not all(map(self._mark_cache.has, ids)):
            self._mark_cache.fetch((*ids, *(self.entry(row).id for row in near if row in self._entries)))

    def _has_changed(self, row: int, mark: Mark) -> bool:
        """Tell whether a brief has changed since it was read."""
        if not mark.read or mark.hash is None:
            return False
        now = self._hashes.get(row)
        if now is None:
            seen = version_of(self.entry(row))
            now = self._hashes[row] = mark.hash if seen is None else seen.hash
        return now != mark.hash

    def note_hash(self, row: int, content: bytes) -> None:
        """Take note of what is in a file now: the index may not know it yet."""
        _keep(self._hashes, row, content)

    def _listed(self, *rows: int) -> Mapping[int, IndexedBrief]:
        """Return what the index knows of rows. This is asked while the screen is drawn, so it never raises."""
        with suppress(IndexUnusableError), self.minded():
            return self.listing.look_up(rows)
        return {}

    def _of(self, row: int, listed: IndexedBrief | None) -> ListRow:
        if listed is None or is_unread(listed):
            entry = self.entry(row)
            return row_of_reading(entry, self.library.read_once(entry))
        return row_of_index(listed)

    def refresh(self, rows: Sequence[int]) -> list[int]:
        """Ask the index again what these rows say; return those that say something else now. Others are asked later.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        before = {row: self._said[row] for row in rows if row in self._said}
        listed = self.listing.look_up(tuple(before))
        self.forget()
        for row, said in before.items():
            now = listed.get(row)
            self._said[row] = said if now is None or is_unread(now) else row_of_index(now)
            self._hashes[row] = now and now.hash
        return [row for row, said in before.items() if self._said[row] != said]

    def matching(
        self, words: str, running: CancelToken | None = None, columns: Sequence[str] | None = HEAD
    ) -> Sequence[int]:
        """Return the rows that a query lets through, in the order of the list. Takes its time: not for the event loop.

        Words that name no field are looked for in these columns; None: in all.

        Raises:
            QueryError: the query has a mistake.
            SearchCancelledError: the search was cancelled.
            IndexUnusableError: the index is damaged.

        """
        from briefing.library.index.search.search import matching_rows  # not needed before the first word is typed
        from briefing.query import parse

        with self.minded():
            return self.in_order(matching_rows(self.listing, parse(words), columns, self._mark_cache.joined, running))

    def in_order(self, found: Sequence[int]) -> Sequence[int]:
        """Return rows in the order of the list."""
        rows = self.rows
        if len(found) == len(rows) or not found:
            return rows if found else ()
        if self.is_rising():
            return array("I", sorted(found))
        highest = max(max(rows, default=0), max(found, default=0))
        if len(found) * _SCARCE < len(rows) or highest > _HIGHEST:
            few = set(found)
            return array("I", filter(few.__contains__, rows))
        flags = bytearray(highest + 1)
        for row in found:
            flags[row] = True
        return array("I", compress(rows, map(flags.__getitem__, rows)))

    def is_rising(self) -> bool:
        """Tell whether the list is in the order of the numbers of its rows, as it is until files are added."""
        rows, is_rising = self._rising
        if rows is not self.rows:
            is_rising = all(map(lt, self.rows, self.rows[1:]))
            self._rising = self.rows, is_rising
        return is_rising

    def forget(self, *rows: int) -> None:
        """Ask again what these rows say when they are next asked for; without any, all of them."""
        for row in rows or tuple(self._said):
            self._said.pop(row, None)
            self._hashes.pop(row, None)
        if not rows:
            for row, entry in self._entries.items():
                _keep(self._before, row, entry)
            self._hashes.clear()
            self._entries.clear()

    def arrange(self, sort: str | None = None) -> None:
        """Take the rows as the index has them now, in this order or in the same as before.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        self.sort = sort or self.sort
        if is_by_marks(self.sort):  # it is as it was when it was asked for: rows do not go away under the reader
            self.rows = _as_they_stood(self.rows, self.listing.order())
        else:
            self.rows = self.listing.order(self.sort)


def _as_they_stood(before: Sequence[int], now: Sequence[int]) -> Sequence[int]:
    """Return the rows that there are now in the order of before; those that are new come last."""
    are, were = frozenset(now), frozenset(before)
    if are == were:
        return before
    return array("I", chain(filter(are.__contains__, before), (row for row in now if row not in were)))


def _keep(kept: dict[int, _Value], row: int, value: _Value) -> None:
    if len(kept) >= _KEPT:
        kept.pop(next(iter(kept)))
    kept[row] = value


def is_unread(listed: IndexedBrief) -> bool:
    """Tell whether the index knows a brief by its name only."""
    return listed.hash is None and listed.title is None


def row_of_index(listed: IndexedBrief) -> ListRow:
    """Return what the list says of a brief that the index knows."""
    name = visible(listed.entry.id)
    title = None if listed.title is None or listed.title == listed.entry.id else safe_line(listed.title)
    return ListRow(
        title=title or name,
        date=_date(listed.date),
        status=Status(listed.status) if listed.status else Status.FINAL,
        marking=Marking(listed.marking) if listed.marking else None,
        errors=listed.errors,
        warnings=listed.warnings,
    )


def _date(text: str | None) -> Edtf | None:
    """Return a date that the index has kept; one that it has kept wrongly is none."""
    try:
        return parse(text) if text else None
    except DateError:
        return None


def row_of_reading(entry: Entry, reading: Reading) -> ListRow:
    """Return what the list says of a brief that was read, also of one that could not be."""
    errors = sum(problem.severity is Severity.ERROR for problem in reading.problems)
    warnings = len(reading.problems) - errors
    name = visible(entry.id)
    brief = reading.brief
    if brief is None:
        return ListRow(title=name, errors=max(1, errors), warnings=warnings)
    title = name if brief.title == entry.id else brief.title
    return ListRow(
        title=title, date=brief.date, status=brief.status, marking=brief.marking, errors=errors, warnings=warnings
    )
