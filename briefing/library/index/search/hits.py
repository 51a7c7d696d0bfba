"""Owns what is shown of the briefs that a query has found: which of their items, and where the words stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from briefing.base.words import fold
from briefing.library.index.checked_values import unpacked_record
from briefing.library.index.record import AmountRange, DateRange, IndexedItem, UnpackedRecord
from briefing.library.index.rows import Listing
from briefing.library.index.store import index_errors
from briefing.query.highlight import Lit, is_found, is_held, joined, lit, may_hold
from briefing.query.match import meets, wanted
from briefing.query.nodes import Dates, Figures, Is, Marking, Query, Status, Words
from briefing.query.word_fields import BY, WORD_FIELDS

_BEFORE, _LONGEST = 40, 160
"""Characters of a snippet: those before the words, and all."""
_MORE = "…"
_AT_HAND = 32
"""Briefs that stay unpacked, of some 10 KB each: while a word is typed the same ones stand at the top."""
_ROWS_PER_QUERY = 500
"""Rows that one statement asks for: SQLite takes at most 999 values."""


class Snippet(NamedTuple):
    """A part of a text, around words that were looked for."""

    text: str
    lit: tuple[Lit, ...]
    """Where the words stand in it."""


NO_SNIPPET = Snippet("", ())


class ItemHit(NamedTuple):
    """One item of a brief that was found."""

    kind: str
    """As `typesetting.lines.Kind`."""
    number: int
    """Place in its block, from 0."""
    line: int
    """In the file, from 1."""
    text: str
    """What is shown of it."""
    lit: tuple[Lit, ...]
    """Where the words stand in `text`."""
    snippet: Snippet
    """Of its quotes and notes, where words stand there that `text` does not hold."""


class BriefHits(NamedTuple):
    """What was found of one brief."""

    row: int
    items: tuple[ItemHit, ...]
    """The brief's title first; then those that hold all that was looked for, then the others, each in order. When no
    item holds any of it, the brief itself; nothing where it was never read."""
    total: int
    """How many were found, which may be more."""


def hits(listing: Listing, query: Query, rows: Sequence[int], limit: int | None = None) -> list[BriefHits]:
    """Return what was found of these briefs, in their order; of each at most so many items.

    It takes up to a millisecond for each: ask for those that are shown.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    conditions = tuple(dict.fromkeys(wanted(query.node)))
    packed = _packed(listing, rows)
    return [BriefHits(row, *_items(packed.get(row), conditions, limit)) for row in rows]


def snippet(text: str, spans: Iterable[Lit]) -> Snippet:
    """Return one line of a text around the first of some stretches."""
    found = joined(list(spans))
    first = found[0].start if found else 0
    begins = 0 if len(text) <= _LONGEST or first <= _BEFORE else _word(text, first - _BEFORE, first)
    ends = len(text) if len(text) - begins <= _LONGEST else begins + _LONGEST
    before, behind = _MORE if begins else "", _MORE if ends < len(text) else ""
    shift = len(before) - begins
    shown = (Lit(max(start, begins) + shift, min(end, ends) + shift) for start, end in found if start < ends)
    return Snippet(f"{before}{text[begins:ends]}{behind}", tuple(shown))


class _Voices:
    """Those who say what a brief says: each is looked through once for all that they say."""

    def __init__(self) -> None:
        self._known: dict[tuple[Words, str], bool] = {}

    def have(self, words: Words, by: str) -> bool:
        """Tell whether the words stand in a name of theirs."""
        key = (words, by)
        if key not in self._known:
            self._known[key] = any(is_found(words, text) for text in by.split("\n"))
        return self._known[key]


class _SearchedItem:
    """An item as a query sees it, with what is known of the brief that it stands in: see `word_fields.Searched`."""

    def __init__(self, item: IndexedItem, kept: UnpackedRecord, cited: Sequence[str], voices: _Voices) -> None:
        self.item = item
        self.kind = item.kind
        self.text = item.text
        self.cited = cited
        self.id = kept.name
        self.tags = kept.record.tags
        self.entities = kept.record.entities
        self._voices = voices

    @property
    def more(self) -> list[str]:
        """Its quotes, notes and the like."""
        return self.item.more.split("\n")

    @property
    def speakers(self) -> list[str]:
        """The names of who says it."""
        return self.item.by.split("\n")

    def texts(self, place: str | None) -> Iterator[str]:
        """Yield the texts in which words are looked for; what is shown comes first."""
        if place is not None:
            yield from WORD_FIELDS[place].texts(self)
        else:
            yield from self._own_texts()
            yield from self.speakers

    def _own_texts(self) -> Iterator[str]:
        """Yield all but the names of who says it, which many items have in common."""
        yield self.text
        yield from self.more
        if self.kind == "brief":
            for field in WORD_FIELDS.values():
                if field.is_apart:
                    yield from field.texts(self)

    def meets(self, condition: Words | Dates | Figures) -> bool:
        """Tell whether it meets a condition. For words a look at all its texts at once comes first: it is cheap."""
        if not isinstance(condition, Words) or condition.place not in {None, BY}:
            return meets(condition, self)
        if self._voices.have(condition, self.item.by):
            return True
        if condition.place == BY:
            return False
        if len(condition.tokens) == 1:  # no word runs from one text into the next
            return is_held(condition, self._folded)
        return may_hold(condition, self._folded) and any(is_found(condition, text) for text in self._own_texts())

    @cached_property
    def _folded(self) -> str:
        return fold("\n".join(self._own_texts()))

    def reaches(self) -> tuple[DateRange, ...]:
        """Return its date."""
        return () if self.item.date_range is None else (self.item.date_range,)

    def numbers(self) -> tuple[AmountRange, ...]:
        """Return its amount."""
        return () if self.item.amount is None else (self.item.amount,)

    def is_so(self, condition: Status | Marking | Is) -> bool:
        """Tell nothing of the brief as a whole."""
        return condition is None


def _packed(listing: Listing, rows: Sequence[int]) -> dict[int, UnpackedRecord]:
    found: dict[int, UnpackedRecord] = {}
    with index_errors():
        for first in range(0, len(rows), _ROWS_PER_QUERY):
            some = list(rows[first : first + _ROWS_PER_QUERY])
            query = f"SELECT row, packed FROM items WHERE row IN ({', '.join('?' * len(some))})"  # noqa: S608 - question marks
            found.update((row, _kept(packed)) for row, packed in listing.store.connection.execute(query, some))
    return found


_kept = lru_cache(maxsize=_AT_HAND)(unpacked_record)


def _items(
    kept: UnpackedRecord | None, conditions: Sequence[Words | Dates | Figures], limit: int | None
) -> tuple[tuple[ItemHit, ...], int]:
    if kept is None or not kept.record.items:
        return (), 0
    things = list(_things(kept))
    met = [(thing, sum(map(thing.meets, conditions))) for thing in things]
    found = [(thing, number) for thing, number in met if number] or met[:1]
    # A brief is found by its title even when an item holds more of what was looked for.
    ranked = sorted(found, key=lambda one: (one[0].item.kind != "brief", one[1] < len(conditions)))
    words = [one for one in conditions if isinstance(one, Words)]
    return tuple(_hit(thing, words) for thing, _ in ranked[:limit]), len(ranked)


def _things(kept: UnpackedRecord) -> Iterator[_SearchedItem]:
    known = {
        item.more.partition("\n")[0]: (item.text, *item.more.split("\n"))
        for item in kept.record.items
        if item.kind == "source"
    }
    voices = _Voices()
    for item in kept.record.items:
        sources = [text for source in item.sources.split() for text in known.get(source, ())]
        yield _SearchedItem(item, kept, sources, voices)


def _hit(thing: _SearchedItem, words: Sequence[Words]) -> ItemHit:
    item = thing.item
    found = [(one, lit(one, item.text) if item.text in thing.texts(one.place) else []) for one in words]
    shown = [span for _, spans in found for span in spans]
    hidden = [one for one, spans in found if not spans]
    return ItemHit(item.kind, item.number, item.line, item.text, joined(shown), _snippet(thing, hidden))


def _snippet(thing: _SearchedItem, words: Sequence[Words]) -> Snippet:
    """Return what surrounds the first words that are found in what is not shown of an item."""
    for one in words:
        for text in thing.texts(one.place):
            spans = lit(one, text)
            if spans:
                return snippet(text, [span for other in words for span in lit(other, text)])
    return NO_SNIPPET


def _word(text: str, start: int, end: int) -> int:
    """Return where the first whole word behind an offset begins, if there is one before `end`."""
    space = text.find(" ", start, end)
    return start if space < 0 else space + 1
