"""The rows of the list: their order, and what each says of its brief, by the index or by reading the file."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, compress
from operator import lt

from briefing.base.frozen import replace
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import ProblemCounts, problem_counts
from briefing.base.safe_text import safe_line, visible
from briefing.base.static_types import TypeVar
from briefing.format.dates import DateError, Edtf, parse_date
from briefing.format.model import Marking, Reading, Status
from briefing.library.entries import Entry
from briefing.library.index.errors import IndexUnusableError
from briefing.library.index.rows import IndexedBrief
from briefing.library.index.schema import Known
from briefing.library.marks import Mark
from briefing.library.open import OpenedLibrary, first_existing
from briefing.library.sort_orders import is_by_marks
from briefing.render.parts.listed_brief import ListRow
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.data.versions import version_of

_Value = TypeVar("_Value")

_SCARCE = 50
"""If fewer than one row in so many was found, the rows are ordered through a set, not through flags for all rows."""
_GONE = ".gone"
_NOWHERE = (1 << 32) - 1
_HIGHEST = 1 << 24
"""The highest row number for which one flag byte per row is allocated to order rows."""
_KEPT = 1000
"""Rows that are cached: more than any screen shows."""


class RowOrder(NamedTuple):
    """An order of the list, and what makes it quick to find a row in it."""

    rows: Sequence[int]
    is_rising: bool
    """Whether the rows are in ascending order of their numbers."""
    places: Sequence[int]
    """Where each row stands, by its number; `_NOWHERE`: it does not. Empty: not needed."""


class BriefRows:
    """The rows of a library in the order of the list, with a cache of what those on screen say.

    A row is a number of the index. It stays the same for as long as the file keeps its name, and is never used again.
    """

    def __init__(self, opened: OpenedLibrary, mark_cache: MarkCache, sort: str = "name") -> None:
        self.mark_cache = mark_cache
        self.sort = sort
        """Name of the order of the rows, in `SORT_ORDERS`."""
        self.take(opened)

    def take(self, opened: OpenedLibrary) -> None:
        """Show this library from now on. If it was opened anew, all its rows may have other numbers.

        Raises:
            IndexUnusableError: its index is damaged; the library before stays.

        """
        rows = opened.brief_index.order(self.sort)
        self.library = opened.library
        self.library.gives_titles = True
        self.brief_index = opened.brief_index
        self.root = opened.root
        """The library's folder, which is watched for changes. None: the briefs were named one by one."""
        self.trouble: IndexUnusableError | None = None
        """The last error of the index, set by `noting_trouble`. None: there was none."""
        self.mark_cache.join(opened.brief_index)
        self.rows: Sequence[int] = rows
        """All rows, in the order of the list."""
        self._first = opened.first
        self._gone = Entry("gone", _GONE, opened.brief_index.root)
        """The entry of a row that is no longer in the index. No brief has its name, since hidden files are ignored."""
        self._rising: tuple[Sequence[int], bool] = ((), True)
        """The rows that `is_rising` was last asked for, and its answer."""
        self._placed: tuple[Sequence[int], Sequence[int]] = ((), ())
        """The rows that `_places` was last asked for, and its answer."""
        self._entries: dict[int, Entry] = {}
        self._before: dict[int, Entry] = {}
        """The last known entries of rows that the index may no longer have."""
        self._list_rows: dict[int, ListRow] = {}
        self._findings: dict[int, ProblemCounts] = {}
        """What checks of briefs have found that the index may not know yet."""
        self._hashes: dict[int, bytes | None] = {}
        """Content hashes of the files of cached rows. None: not known; the file is read when it matters."""

    def __len__(self) -> int:
        return len(self.rows)

    def start_over(self, sort: str, first: int | None) -> None:
        """Reset order and first brief to what a start of the program has; without `first` it is the first of the list.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        self._findings.clear()
        self.sort = sort
        self.rows = self.brief_index.order(sort)
        self._first = first or first_existing(self.brief_index, sort) or self._first

    @property
    def first(self) -> int:
        """The row of the brief that is opened first."""
        return self._first

    def entry(self, row: int) -> Entry:
        """Return the entry of a row; the last known one if the row has gone."""
        entry = self._entries.get(row)
        if entry is None:
            listed = self._indexed(row).get(row)
            entry = self._before.get(row, self._gone) if listed is None else listed.entry
            _keep(self._entries, row, entry)
        return entry

    def is_known(self, entry: Entry) -> bool:
        """Tell whether an entry is that of a brief; false for the stand-in of a row that was never known."""
        return entry.file != _GONE

    def find(self, brief_id: str) -> int | None:
        """Return the row of a brief by its id, or None if there is no such brief."""
        with suppress(IndexUnusableError), self.noting_trouble():
            return self.brief_index.find(brief_id)
        return None

    @contextmanager
    def noting_trouble(self) -> Iterator[None]:
        """Keep an error of the index in `trouble`, then raise it: the sync of the library sees it and rebuilds."""
        brief_index = self.brief_index
        try:
            yield
        except IndexUnusableError as error:
            if brief_index is self.brief_index:
                self.trouble = error
            raise

    def list_row(self, row: int) -> ListRow:
        """Return what the list says of a row. A brief that is not indexed yet is read for it."""
        self.prepare((row,), ())
        list_row, mark = self._list_rows[row], self.mark_cache.of(self.entry(row).id)
        return replace(list_row, unread=not mark.read, starred=mark.starred, changed=self._has_changed(row, mark))

    def prepare(self, rows: Sequence[int], near: Sequence[int]) -> None:
        """Fetch rows and their marks into the cache; if any is missing, those of `near` in the same query."""
        if not all(row in self._list_rows for row in rows):
            missing = [row for row in dict.fromkeys((*rows, *near)) if row not in self._list_rows]
            listed = self._indexed(*missing)
            for row in missing:
                one = listed.get(row)
                if one is not None:
                    _keep(self._entries, row, one.entry)
                _keep(self._hashes, row, one and one.hash)
                _keep(self._list_rows, row, self._make_list_row(row, one))
        ids = [self.entry(row).id for row in rows]
        if not all(map(self.mark_cache.has, ids)):
            self.mark_cache.fetch((*ids, *(self.entry(row).id for row in near if row in self._entries)))

    def _has_changed(self, row: int, mark: Mark) -> bool:
        """Tell whether a brief has changed since the reader read it."""
        if not mark.read or mark.hash is None:
            return False
        now = self._hashes.get(row)
        if now is None:
            seen = version_of(self.entry(row))
            now = self._hashes[row] = mark.hash if seen is None else seen.hash
        return now != mark.hash

    def note_findings(self, row: int, findings: ProblemCounts) -> None:
        """Note what the check of a brief has found, until its file changes; the index may not have it yet."""
        _keep(self._findings, row, findings)
        self._list_rows.pop(row, None)

    def note_hash(self, row: int, content: bytes) -> None:
        """Note the content hash of a file now; the index may not have it yet."""
        _keep(self._hashes, row, content)

    def _indexed(self, *rows: int) -> Mapping[int, IndexedBrief]:
        """Return what the index knows of rows. Called while the screen is drawn, so it never raises."""
        with suppress(IndexUnusableError), self.noting_trouble():
            return self.brief_index.look_up(rows)
        return {}

    def _make_list_row(self, row: int, listed: IndexedBrief | None) -> ListRow:
        if listed is None or is_name_only(listed):
            entry = self.entry(row)
            return row_of_reading(entry, self.library.read_uncached(entry))
        if found := self._findings.get(row):
            counts = listed.counts._replace(finding_errors=found.errors, finding_warnings=found.warnings)
            listed = listed._replace(counts=counts)
        return row_of_index(listed)

    def refresh(self, rows: Sequence[int]) -> list[int]:
        """Fetch these rows again, drop all others from the cache, and return the rows that changed.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        before = {row: self._list_rows[row] for row in rows if row in self._list_rows}
        listed, hashes = self.brief_index.look_up(tuple(before)), dict(self._hashes)
        self.forget()
        for row, list_row in before.items():
            now = listed.get(row)
            if now is not None and now.hash != hashes.get(row):
                self._findings.pop(row, None)
            self._list_rows[row] = list_row if now is None or is_name_only(now) else self._make_list_row(row, now)
            self._hashes[row] = now and now.hash
        return [row for row, list_row in before.items() if self._list_rows[row] != list_row]

    def in_order(self, found: Sequence[int]) -> Sequence[int]:
        """Return these rows in the order of the list."""
        rows = self.rows
        if len(found) == len(rows) or not found:
            return rows if found else ()
        if self.is_rising():
            return array("I", sorted(found))
        highest = max(max(rows, default=0), max(found, default=0))
        if highest > _HIGHEST:
            few = set(found)
            return array("I", filter(few.__contains__, rows))
        if len(found) * _SCARCE < len(rows):
            places = self._places(highest)
            return array("I", sorted((row for row in found if places[row] != _NOWHERE), key=places.__getitem__))
        flags = bytearray(highest + 1)
        for row in found:
            flags[row] = True
        return array("I", compress(rows, map(flags.__getitem__, rows)))

    def _places(self, highest: int) -> Sequence[int]:
        """Return where each row stands in the list, by its number up to `highest`; `_NOWHERE`: it does not."""
        now, (rows, places) = self.rows, self._placed
        if rows is not now or len(places) <= highest:
            places = _places_of(now, highest)
            self._placed = now, places
        return places

    def place_of(self, row: int) -> int | None:
        """Return where a row stands in the list; of all rows only few are looked at, if their order is known."""
        rows = self.rows
        if self._placed[0] is rows:
            places = self._placed[1]
            return places[row] if row < len(places) and places[row] != _NOWHERE else None
        if self._rising[0] is rows and self._rising[1]:
            place = bisect_left(rows, row)
            return place if place < len(rows) and rows[place] == row else None
        with suppress(ValueError):
            return rows.index(row)
        return None

    def is_rising(self) -> bool:
        """Tell whether the list is in ascending order of row numbers. By name it is, until files are added."""
        rows, is_rising = self._rising
        if rows is not self.rows:
            rows = self.rows
            is_rising = _is_rising(rows)
            self._rising = rows, is_rising
        return is_rising

    def take_order(self, name: str, order: RowOrder) -> None:
        """Put the list in an order that a thread has prepared by `row_order`."""
        self.sort, self.rows = name, order.rows
        self._rising = order.rows, order.is_rising
        if order.places:
            self._placed = order.rows, order.places

    def forget(self, *rows: int) -> None:
        """Drop these rows from the cache; without any, all rows and entries."""
        for row in rows or tuple(self._list_rows):
            self._list_rows.pop(row, None)
            if rows:
                self._findings.pop(row, None)
            self._hashes.pop(row, None)
        if not rows:
            for row, entry in self._entries.items():
                _keep(self._before, row, entry)
            self._hashes.clear()
            self._entries.clear()

    def arrange(self, sort: str | None = None) -> None:
        """Take the rows that the index has now, in the order `sort`, or in the present one.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        self.sort = sort or self.sort
        if is_by_marks(self.sort):  # marking a brief must not move its row under the cursor
            self.rows = _in_previous_order(self.rows, self.brief_index.order())
        else:
            self.rows = self.brief_index.order(self.sort)


def row_order(rows: Sequence[int]) -> RowOrder:
    """Look at all rows of an order. Slow: not for the event loop."""
    is_rising, highest = _is_rising(rows), max(rows, default=0)
    return RowOrder(rows, is_rising, () if is_rising or highest > _HIGHEST else _places_of(rows, highest))


def _is_rising(rows: Sequence[int]) -> bool:
    return all(map(lt, rows, rows[1:]))


def _places_of(rows: Sequence[int], highest: int) -> Sequence[int]:
    places = array("I", (_NOWHERE,)) * (highest + 1)
    for place, row in enumerate(rows):
        places[row] = place
    return places


def _in_previous_order(previous: Sequence[int], present: Sequence[int]) -> Sequence[int]:
    """Return the present rows in the order of the previous ones; new ones come last."""
    in_present, in_previous = frozenset(present), frozenset(previous)
    if in_present == in_previous:
        return previous
    new = (row for row in present if row not in in_previous)
    return array("I", chain(filter(in_present.__contains__, previous), new))


def _keep(kept: dict[int, _Value], row: int, value: _Value) -> None:
    if len(kept) >= _KEPT:
        kept.pop(next(iter(kept)))
    kept[row] = value


def is_name_only(listed: IndexedBrief) -> bool:
    """Tell whether the index has only the name of a brief: its file was not read yet."""
    return listed.hash is None and listed.title is None


def row_of_index(listed: IndexedBrief) -> ListRow:
    """Return what the list says of an indexed brief."""
    name, counts = visible(listed.entry.id), listed.counts
    title = None if listed.title is None or listed.title == listed.entry.id else safe_line(listed.title)
    return ListRow(
        title=title or name,
        date=date_of(listed.date),
        status=Status(listed.status) if listed.status else Status.FINAL,
        marking=Marking(listed.marking) if listed.marking else None,
        errors=counts.errors + counts.finding_errors,
        warnings=counts.warnings + counts.finding_warnings,
        figures=counts.figures,
        events=counts.events,
        sources=counts.sources,
        unreviewed=counts.unreviewed,
        is_partial=listed.known is Known.HEAD,
        id=name,
    )


def date_of(text: str | None) -> Edtf | None:
    """Return a date of the index; None if it cannot be parsed, as in a damaged index."""
    try:
        return parse_date(text) if text else None
    except DateError:
        return None


def row_of_reading(entry: Entry, reading: Reading) -> ListRow:
    """Return what the list says of a brief by reading it, even if it could not be read as a brief."""
    errors, warnings = problem_counts(reading.problems)
    name = visible(entry.id)
    brief = reading.brief
    if brief is None:
        return ListRow(title=name, errors=max(1, errors), warnings=warnings, id=name)
    title = name if brief.title == entry.id else brief.title
    return ListRow(
        title=title,
        date=brief.date,
        status=brief.status,
        marking=brief.marking,
        errors=errors,
        warnings=warnings,
        figures=len(brief.figures),
        events=len(brief.timeline),
        sources=len(brief.sources),
        unreviewed=brief.unreviewed,
        id=name,
    )
