"""The results of a search of all briefs: the briefs in order, the hits shown of each, and where each hit leads."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import Protocol

from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import visible
from briefing.format.model import Hedge, Marking
from briefing.library.index.errors import IndexUnusableError
from briefing.library.index.search.cancel import CancelToken
from briefing.library.index.search.hits import BriefHits, ItemHit, hits, may_be_apart
from briefing.library.index.search.source_texts import TextHit, text_hits
from briefing.query import Query, parse_query
from briefing.query.nodes import Words, conditions_of
from briefing.query.times import with_times
from briefing.render.lines import Target, TargetKind
from briefing.render.pages.hit_tables import HitKind, TableColumns, TableRow, row_lines, sorted_rows, table_columns
from briefing.render.pages.search_results import BriefResults, HitLine, PlacedLine, group_lines, limits_lines
from briefing.render.parts.marking import highest
from briefing.render.symbols import Look
from briefing.render.text.find import WordQuery
from briefing.tui.data.brief_rows import BriefRows, date_of
from briefing.tui.data.filter_query import all_rows, first_rows, highlighter
from briefing.tui.data.hit_target import HitTarget
from briefing.tui.data.query_highlights import Sight

_MOST_TEXTS = 50
"""At most so many saved texts are found."""
_MOST = 50
"""At most so many hits of one brief are shown."""
_COUNTED = 500
"""Hits are counted in at most so many briefs."""
_RANKED = 60
"""Briefs in which it is looked up, before they are shown, whether a single item meets the query: 0.06 s."""
_AT_ONCE = 25
"""Briefs whose hits of one kind are looked up at once."""
_AT_LEAST = 100
"""Briefs that are looked up first in a large library: more than any screen shows."""
_AT_FIRST = 2
"""Briefs that are looked up first; the height of their hits tells how many more fill the screen."""
_PAUSE = 0.001
"""Seconds of sleep after counting the hits of a brief, so that a key need not wait for the interpreter lock."""
_SAVED = "saved text"
_NO_SOURCE = "no source"
_CLAIMS = frozenset((TargetKind.POINT, TargetKind.FIGURE, TargetKind.EVENT))
_HEDGES = {str(hedge): hedge for hedge in Hedge}


class ShownHits(Protocol):
    """What the results show as one: a brief with its hits, or one hit of a table."""

    @property
    def hit_targets(self) -> Sequence[HitTarget]:
        """Where each of its hits leads, in their order."""

    def lines(self, width: int, look: Look) -> tuple[PlacedLine, ...]:
        """Typeset it."""


class ResultsView(Protocol):
    """Results as the list shows them."""

    @property
    def rows(self) -> Sequence[int]:
        """What `shown` takes, in order: rows of briefs, or numbers of table rows."""

    @property
    def marking(self) -> Marking | None:
        """The highest marking of the briefs, if rows do not say their own."""

    @property
    def is_grouped(self) -> bool:
        """Whether hits stand below their briefs."""

    def shown(self, row: int) -> ShownHits:
        """Return what is shown of a row. Called while the screen is drawn, so it never raises."""


class ShownBrief(NamedTuple):
    """What the results show of one brief."""

    group: BriefResults
    hit_targets: tuple[HitTarget, ...]

    def lines(self, width: int, look: Look) -> tuple[PlacedLine, ...]:
        """Typeset the title and its hits."""
        return group_lines(self.group, width, look)


class ShownRow(NamedTuple):
    """One row of a table of hits."""

    table: HitTable
    number: int
    """Index of the row in its order."""

    @property
    def hit_targets(self) -> tuple[HitTarget]:
        """Where its hit leads."""
        return (self.table.hit_targets[self.table.order[self.number]],)

    def lines(self, width: int, look: Look) -> tuple[PlacedLine, ...]:
        """Typeset the row."""
        table, order = self.table, self.table.order
        row = table.table_rows[order[self.number]]
        before = table.table_rows[order[self.number - 1]].hit if self.number else None
        above = limits_lines(row.hit, before, width, look)
        return (*above, *row_lines(row, table.kind, table.columns(look), width, look))


class HitTable:
    """All hits of one kind as a table, over the briefs in which hits are counted."""

    is_grouped = False

    def __init__(self, kind: HitKind, hits: Sequence[tuple[TableRow, HitTarget]], marking: Marking | None) -> None:
        self.kind = kind
        self.marking = marking
        """The highest marking of the briefs that have these hits."""
        self.table_rows = [row for row, _ in hits]
        self.hit_targets = [hit_target for _, hit_target in hits]
        """By the index of its row in `table_rows`."""
        self.order = sorted_rows(self.table_rows, kind)
        """Indexes in `table_rows`, as they are shown."""
        self.rows = range(len(self.table_rows))
        self._columns: dict[Look, TableColumns] = {}

    def columns(self, look: Look) -> TableColumns:
        """Return the widths of its columns."""
        if look not in self._columns:
            self._columns[look] = table_columns(self.table_rows, self.kind, look)
        return self._columns[look]

    def shown(self, row: int) -> ShownRow:
        """Return what is shown of a row."""
        return ShownRow(self, row)


class HitCount(NamedTuple):
    """The number of hits."""

    hits: int
    is_all: bool
    """False: there are more, in briefs whose hits were not counted."""
    kinds: Mapping[str, int]
    """Number of hits by kind: `HitKind.kind`."""


class SearchResults:
    """The briefs that a search found. The hits in a brief are looked up when it is shown."""

    is_grouped = True
    marking: Marking | None = None
    """None: each brief says its own."""

    def __init__(
        self, brief_rows: BriefRows, sought: WordQuery, query: Query, rows: Sequence[int], *, is_whole: bool = True
    ) -> None:
        """Take the rows that a query found. `sought` are its words, to highlight them."""
        self.rows = rows
        """Rows of the briefs, in the order of the list."""
        self.is_whole = is_whole
        """False: these are the first page, and the others are not known yet."""
        self._brief_rows = brief_rows
        self._query = query
        self._timed = with_times(query)
        """The query that also finds bare years in dates."""
        self._sought = sought
        self._text_hits: Mapping[int, Sequence[TextHit]] = {}
        self._shown: dict[int, ShownBrief] = {}

    def shown(self, row: int) -> ShownBrief:
        """Return what is shown of a brief. Called while the screen is drawn, so it never raises."""
        if row not in self._shown:
            with suppress(IndexUnusableError):
                self.prepare((row,))
        if row not in self._shown:
            self._shown[row] = self._shown_brief(BriefHits(row, (), 0))
        return self._shown[row]

    def prepare(self, rows: Sequence[int]) -> None:
        """Look up what is shown of these briefs in one query, except those that were looked up before.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        unknown = [row for row in rows if row not in self._shown]
        self._brief_rows.prepare(unknown, ())
        self._shown.update((each.row, self._shown_brief(each)) for each in self._hits(unknown, _MOST))

    def with_texts(self, running: CancelToken) -> SearchResults:
        """Return these results with hits in saved texts added. Slow.

        Raises:
            SearchCancelledError: the search was cancelled.
            IndexUnusableError: the index is damaged.

        """
        running.raise_if_cancelled()
        rows, texts = _with_texts(self._brief_rows, self._query, self.rows)
        if not texts:
            return self
        found = self.with_rows(rows, texts)
        found.prepare([row for row in self._shown if row in texts])
        running.raise_if_cancelled()
        return found

    def with_rows(
        self, rows: Sequence[int], texts: Mapping[int, Sequence[TextHit]] = MappingProxyType({})
    ) -> SearchResults:
        """Return the results of the same search with these rows and hits in saved texts, keeping what was looked up."""
        found = SearchResults(self._brief_rows, self._sought, self._query, rows)
        found._text_hits = texts
        found._shown = {row: shown for row, shown in self._shown.copy().items() if row not in texts}
        return found

    def completed(self, running: CancelToken) -> SearchResults:
        """Return these results with all briefs, not only the first page. Slow.

        Raises:
            SearchCancelledError: the search was cancelled.
            IndexUnusableError: the index is damaged.

        """
        return self if self.is_whole else self.with_rows(all_rows(self._brief_rows, self._timed, None, running))

    def fill(self, lines: int) -> None:
        """Look up the first briefs, until what is shown of them fills so many lines.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        first, some = 0, self.rows[:_AT_FIRST]
        while some and lines > 0:
            self.prepare(some)
            taken = sum(1 + len(self._shown[row].group.hits) for row in some)
            lines, first = lines - taken, first + len(some)
            some = self.rows[first : first + 1 + lines * len(some) // taken]

    def renew(self) -> None:
        """Drop what was looked up, since the briefs may have changed."""
        self._shown.clear()

    def count(self, running: CancelToken) -> HitCount:
        """Count the hits in the first 500 briefs. Slow.

        Raises:
            SearchCancelledError: the search was cancelled.
            IndexUnusableError: the index is damaged.

        """
        kinds: Counter[str] = Counter({_SAVED: sum(map(len, self._text_hits.values()))})
        for row in self.rows[:_COUNTED]:
            running.raise_if_cancelled()
            for each in self._hits((row,), 0):
                kinds.update(each.kinds)
            time.sleep(_PAUSE)
        return HitCount(kinds.total(), len(self.rows) <= _COUNTED, kinds)

    def of_kind(self, kind: HitKind, look: Look, running: CancelToken) -> HitTable:
        """Return the hits of one kind in the first 500 briefs, measured for a look. Slow.

        Raises:
            SearchCancelledError: the search was cancelled.
            IndexUnusableError: the index is damaged.

        """
        table_rows: list[tuple[TableRow, HitTarget]] = []
        markings: set[Marking | None] = set()
        for first in range(0, min(len(self.rows), _COUNTED), _AT_ONCE):
            running.raise_if_cancelled()
            some = self.rows[first : min(first + _AT_ONCE, _COUNTED)]
            self._brief_rows.prepare(some, ())
            for found in self._hits(some, None):
                before = len(table_rows)
                table_rows += self._table_rows(found, kind)
                if len(table_rows) > before:
                    markings.add(self._brief_rows.list_row(found.row).marking)
            time.sleep(_PAUSE)
        table = HitTable(kind, table_rows, highest(markings))
        table.columns(look)  # measures every row, which drawing need not wait for
        return table

    def _table_rows(self, found: BriefHits, kind: HitKind) -> Iterator[tuple[TableRow, HitTarget]]:
        row = self._brief_rows.list_row(found.row)
        name = visible(found.name) if found.is_namesake else ""
        title = f"{row.title} ({name})" if name else row.title
        lit = self._sought.spans(row.title)
        for item in found.items:
            if item.kind == kind.kind:
                target = HitTarget(found.row, Target(TargetKind(item.kind), item.number), self._sought)
                if item.kind == TargetKind.BRIEF:
                    more = item.snippet
                    hit = HitLine(item.kind, title, lit, more.text, more.highlights, date=row.date)
                    yield TableRow(hit, str(row.marking or "")), target
                else:
                    yield TableRow(_hit_line(item), row.title, name), target
        if kind.kind == _SAVED:
            for text, target in self._saved(found.row):
                yield TableRow(text, row.title, name), target

    def _saved(self, row: int) -> Iterator[tuple[HitLine, HitTarget]]:
        """Yield the hits in saved texts that a brief cites."""
        for text in self._text_hits.get(row, ()):
            target = HitTarget(row, Target(TargetKind.SOURCE, 0), self._sought, text.source, text.paragraph)
            yield HitLine(_SAVED, text.snippet.text, text.snippet.highlights), target

    def _hits(self, rows: Sequence[int], most: int | None) -> Sequence[BriefHits]:
        with self._brief_rows.noting_trouble():
            found = hits(self._brief_rows.brief_index, self._timed, rows, most) if rows else ()
        return [self._real_hits(each) for each in found]

    def _real_hits(self, found: BriefHits) -> BriefHits:
        """Return the hits without the brief that stands for what was found elsewhere, if that is in a saved text."""
        if found.is_stand_in and self._text_hits.get(found.row):
            return found._replace(items=(), total=0, kinds={})
        return found

    def _shown_brief(self, found: BriefHits) -> ShownBrief:
        row = self._brief_rows.list_row(found.row)
        lit = self._sought.spans(row.title)
        results: list[HitLine] = []
        hit_targets: list[HitTarget] = []
        is_hit = False
        for item in found.items:
            result = _result(item, has_title=bool(lit))
            if result is None:
                is_hit = True
                hit_targets.insert(0, HitTarget(found.row, Target(TargetKind.BRIEF, 0), self._sought))
            else:
                results.append(result)
                hit_targets.append(HitTarget(found.row, Target(TargetKind(item.kind), item.number), self._sought))
        for hit, hit_target in self._saved(found.row):
            results.append(hit)
            hit_targets.append(hit_target)
        left_out = max(0, found.total - _MOST)
        name = visible(found.name) if found.is_namesake else ""
        group = BriefResults(
            row.title,
            lit,
            row.date,
            row.marking,
            is_hit,
            tuple(results),
            left_out,
            name,
            errors=row.errors,
            warnings=row.warnings,
        )
        return ShownBrief(
            group, tuple(hit_targets) or (HitTarget(found.row, Target(TargetKind.BRIEF, 0), self._sought),)
        )


def search(brief_rows: BriefRows, words: str, lines: int, running: CancelToken) -> SearchResults:
    """Search all briefs, and look up what fills the first `lines` lines of the screen. Slow.

    In a large library this may find only the first briefs; `SearchResults.is_whole` tells, and `completed` finds the
    others. Saved texts are searched only if no brief was found; see `with_texts`.

    Raises:
        QueryError: the query has a mistake.
        SearchCancelledError: the search was cancelled.
        IndexUnusableError: the index is damaged.

    """
    query = parse_query(words)
    timed = with_times(query)
    sought = WordQuery(words, highlighter(query))
    if query.node is None:
        return SearchResults(brief_rows, sought, query, ())
    first = first_rows(brief_rows, timed, Sight(_AT_LEAST), None, running)
    rows = all_rows(brief_rows, timed, None, running) if first is None else first.rows
    running.raise_if_cancelled()
    is_whole = first is None or first.is_complete
    if is_whole and may_be_apart(timed):
        rows = _together_first(brief_rows, timed, rows, running)
    found = SearchResults(brief_rows, sought, query, rows, is_whole=is_whole)
    if not found.rows:
        found = found.with_texts(running)
    found.fill(lines)
    return found


def _together_first(brief_rows: BriefRows, query: Query, rows: Sequence[int], running: CancelToken) -> Sequence[int]:
    """Return the rows with those first in which a single item meets the query, as far as the first page or two go."""
    some, apart = rows[:_RANKED], set[int]()
    with brief_rows.noting_trouble():
        for first in range(0, len(some), _AT_ONCE):
            running.raise_if_cancelled()
            found = hits(brief_rows.brief_index, query, some[first : first + _AT_ONCE], 1)
            apart.update(each.row for each in found if any(item.is_apart for item in each.items))
            time.sleep(_PAUSE)
    ranked = sorted(some, key=apart.__contains__)
    return (*ranked, *rows[_RANKED:]) if apart else rows


def _with_texts(
    brief_rows: BriefRows, query: Query, rows: Sequence[int]
) -> tuple[Sequence[int], Mapping[int, Sequence[TextHit]]]:
    """Return `rows` with the briefs added whose saved texts have the words, and those texts by row.

    The added briefs stand last, so that what the reader already sees stays where it is.
    """
    texts: dict[int, list[TextHit]] = {}
    with brief_rows.noting_trouble():
        for text in text_hits(brief_rows.brief_index, query, _MOST_TEXTS):
            texts.setdefault(text.row, []).append(text)
    if not texts:
        return rows, texts
    known = frozenset(texts).intersection(rows)
    if not all(isinstance(one, Words) and one.field_name is None for one in conditions_of(query.node)):
        # The other conditions are about briefs, which a text alone cannot meet.
        return rows, {row: found for row, found in texts.items() if row in known}
    more = [row for row in texts if row not in known]
    return ((*rows, *brief_rows.in_order(more)) if more else rows), texts


def _result(item: ItemHit, *, has_title: bool) -> HitLine | None:
    """Return the line of a hit. None: the title of the brief, which stands above, already shows it."""
    more = item.snippet
    if item.kind == TargetKind.BRIEF:
        return HitLine(item.kind, more.text, more.highlights) if more.text and not has_title else None
    return _hit_line(item)


def _hit_line(item: ItemHit) -> HitLine:
    more, facts = item.snippet, item.facts
    return HitLine(
        item.kind,
        item.text,
        item.highlights,
        more.text,
        more.highlights,
        who=item.said_by or (_NO_SOURCE if item.kind in _CLAIMS else ""),
        is_own=item.is_own and item.kind != TargetKind.SOURCE,
        standing=item.presented,
        date=date_of(item.when),
        basis=facts.basis,
        label=facts.label,
        hedge=_HEDGES.get(facts.hedge),
        number=facts.number,
        unit=facts.unit,
        is_beyond=item.is_beyond,
        is_apart=item.is_apart,
    )
