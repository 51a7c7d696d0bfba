"""What a search shows of each brief found: which of its items match, and where the words are in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from briefing.base.words import fold
from briefing.library.index.checked_values import unpacked_record
from briefing.library.index.errors import index_errors
from briefing.library.index.record import AmountRange, DayRange, IndexedItem, UnpackedRecord
from briefing.library.index.row_sets import in_lists
from briefing.library.index.rows import BriefIndex
from briefing.query.highlight import Highlight, highlights, is_in_folded, is_in_text, may_contain, merged
from briefing.query.match import item_conditions, meets
from briefing.query.nodes import DateConditions, FigureConditions, Query, Words
from briefing.query.word_fields import BY, WORD_FIELDS

_BEFORE, _LONGEST = 40, 160
"""Characters of a snippet: before the words, and in all."""
_MORE = "…"
_AT_HAND = 32
"""Unpacked briefs that stay in the cache, about 10 KB each: while a word is typed the same briefs stay at the top."""


class Snippet(NamedTuple):
    """A part of a text around the words that were found."""

    text: str
    highlights: tuple[Highlight, ...]
    """Where the words are in `text`."""


NO_SNIPPET = Snippet("", ())


class ItemHit(NamedTuple):
    """One item of a brief that was found."""

    kind: str
    """A `render.lines.TargetKind`."""
    number: int
    """Index in its block, from 0."""
    line: int
    """Line in the file, from 1."""
    text: str
    """What is shown of the item."""
    highlights: tuple[Highlight, ...]
    """Where the words are in `text`."""
    snippet: Snippet
    """A part of its quotes and notes, for words that `text` does not contain."""


class BriefHits(NamedTuple):
    """What was found in one brief."""

    row: int
    items: tuple[ItemHit, ...]
    """The brief itself first, if its title matches; then the items that match all conditions; then the others, each
    in the order of the brief. If no item matches, the brief itself; nothing if it was never read."""
    total: int
    """Number of items found, which may be more than `items`."""


def hits(brief_index: BriefIndex, query: Query, rows: Sequence[int], limit: int | None = None) -> list[BriefHits]:
    """Return what was found in these briefs, in their order, with at most `limit` items of each.

    This takes up to a millisecond per brief: call it only for briefs that are shown.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    conditions = tuple(dict.fromkeys(item_conditions(query.node)))
    packed = _packed(brief_index, rows)
    return [BriefHits(row, *_items(packed.get(row), conditions, limit)) for row in rows]


def snippet(text: str, spans: Iterable[Highlight]) -> Snippet:
    """Return one line of a text around the first of the given stretches."""
    found = merged(list(spans))
    first = found[0].start if found else 0
    begins = 0 if len(text) <= _LONGEST or first <= _BEFORE else _word_start(text, first - _BEFORE, first)
    ends = len(text) if len(text) - begins <= _LONGEST else begins + _LONGEST
    before, behind = _MORE if begins else "", _MORE if ends < len(text) else ""
    shift = len(before) - begins
    shown = (Highlight(max(start, begins) + shift, min(end, ends) + shift) for start, end in found if start < ends)
    return Snippet(f"{before}{text[begins:ends]}{behind}", tuple(shown))


class _Voices:
    """The sources that say the items of a brief; each is searched once for all of its items."""

    def __init__(self) -> None:
        self._answers: dict[tuple[Words, str], bool] = {}

    def have(self, words: Words, by: str) -> bool:
        """Tell whether the words occur in a name of the source."""
        key = (words, by)
        if key not in self._answers:
            self._answers[key] = any(is_in_text(words, text) for text in by.split("\n"))
        return self._answers[key]


class _SearchedItem:
    """An item as a query sees it; the brief itself also has tags, entities and an id."""

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
        """Yield the texts in which words are searched; the one that is shown comes first."""
        if place is not None:
            yield from WORD_FIELDS[place].texts(self)
        else:
            yield from self._own_texts()
            yield from self.speakers

    def _own_texts(self) -> Iterator[str]:
        """Yield these texts without those of the source that says it, which many items share."""
        yield self.text
        yield from self.more
        if self.kind == "brief":
            for field in WORD_FIELDS.values():
                if field.is_apart:
                    yield from field.texts(self)

    def meets(self, condition: Words | DateConditions | FigureConditions) -> bool:
        """Tell whether the item meets a condition. All its texts together are searched first, which is cheap."""
        if not isinstance(condition, Words) or condition.field_name not in {None, BY}:
            return meets(condition, self)
        if self._voices.have(condition, self.item.by):
            return True
        if condition.field_name == BY:
            return False
        if len(condition.tokens) == 1:  # one word cannot span two texts
            return is_in_folded(condition, self._folded)
        return may_contain(condition, self._folded) and any(is_in_text(condition, text) for text in self._own_texts())

    @cached_property
    def _folded(self) -> str:
        return fold("\n".join(self._own_texts()))

    def reaches(self) -> tuple[DayRange, ...]:
        """Return its date range, if any."""
        return () if self.item.day_range is None else (self.item.day_range,)

    def numbers(self) -> tuple[AmountRange, ...]:
        """Return its amount, if any."""
        return () if self.item.amount is None else (self.item.amount,)


def _packed(brief_index: BriefIndex, rows: Sequence[int]) -> dict[int, UnpackedRecord]:
    found: dict[int, UnpackedRecord] = {}
    with index_errors():
        for among, some in in_lists(rows):
            query = f"SELECT row, packed FROM items WHERE row IN {among}"  # noqa: S608 - question marks
            found.update((row, _unpack(packed)) for row, packed in brief_index.store.connection.execute(query, some))
    return found


_unpack = lru_cache(maxsize=_AT_HAND)(unpacked_record)


def _items(
    kept: UnpackedRecord | None, conditions: Sequence[Words | DateConditions | FigureConditions], limit: int | None
) -> tuple[tuple[ItemHit, ...], int]:
    if kept is None or not kept.record.items:
        return (), 0
    things = list(_things(kept))
    met = [(thing, sum(map(thing.meets, conditions))) for thing in things]
    found = [(thing, number) for thing, number in met if number] or met[:1]
    # The brief itself comes first even if an item meets more conditions.
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
    found = [(one, highlights(one, item.text) if item.text in thing.texts(one.field_name) else []) for one in words]
    shown = [span for _, spans in found for span in spans]
    hidden = [one for one, spans in found if not spans]
    return ItemHit(item.kind, item.number, item.line, item.text, merged(shown), _snippet(thing, hidden))


def _snippet(thing: _SearchedItem, words: Sequence[Words]) -> Snippet:
    """Return a snippet around the first words that occur only in texts of the item that are not shown."""
    for one in words:
        for text in thing.texts(one.field_name):
            spans = highlights(one, text)
            if spans:
                return snippet(text, [span for other in words for span in highlights(other, text)])
    return NO_SNIPPET


def _word_start(text: str, start: int, end: int) -> int:
    """Return the start of the first whole word after an offset, if there is one before `end`."""
    space = text.find(" ", start, end)
    return start if space < 0 else space + 1
