"""What a search shows of each brief found: which of its items match, and where the words are in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from types import MappingProxyType

from briefing.base.named_tuple import NamedTuple
from briefing.base.words import fold
from briefing.format.model import SourceKind
from briefing.library.index.checked_record import unpacked_record
from briefing.library.index.checked_values import checked_text
from briefing.library.index.errors import index_errors
from briefing.library.index.record import NO_FACTS, AmountRange, DayRange, IndexedItem, ItemFacts, UnpackedRecord
from briefing.library.index.row_sets import in_lists
from briefing.library.index.rows import BriefIndex
from briefing.query.highlight import Highlight, highlights, is_in_folded, is_in_text, may_contain, merged
from briefing.query.match import item_conditions, lies_in, meets, verdict, words_of
from briefing.query.nodes import DateConditions, InTime, ItemCondition, Query, QueryNode, Words
from briefing.query.word_fields import BY, WORD_FIELDS

_BEFORE, _LONGEST = 40, 160
"""Characters of a snippet: before the words, and in all."""
_MORE = "…"
_OF_SOURCES = frozenset((BY, "source"))
_OF_ITEMS = _OF_SOURCES | {None}
"""Fields of words that any item has; the others are of the brief itself."""
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
    who: str = ""
    """Name of the source that says it, for a claim of the article itself that of what it cites. Empty: none."""
    who_kind: str = ""
    """Kind of that source."""
    is_own: bool = False
    """Whether it is a claim of what it cites itself, which names nobody else."""
    when: str = ""
    """EDTF. Empty: no date."""
    facts: ItemFacts = NO_FACTS
    measure: str = ""
    """Measure of a figure. Empty: none."""
    is_beyond: bool = False
    """Whether its date only reaches into the time that was asked for, or may be in it."""
    is_apart: bool = False
    """Whether it meets only a part of the query, and no single item meets all of it: the rest holds elsewhere."""

    @property
    def said_by(self) -> str:
        """Who says it: a name, and that it names nobody; of a source its kind and role. Empty: it names no source."""
        if self.kind == "source":
            return ", ".join(filter(None, (self.facts.kind, self.facts.role)))
        if self.is_own and self.who_kind == SourceKind.ARTICLE:
            return "the article"
        if self.who_kind == SourceKind.UNNAMED and "named" not in self.who.casefold():
            return f"{self.who}, {SourceKind.UNNAMED}"
        return self.who

    @property
    def presented(self) -> str:
        """How surely it is put, and that a figure is derived. Empty: it is only reported."""
        is_derived = self.kind == "figure" and not self.facts.number
        return ", ".join(filter(None, (self.facts.standing, "derived" if is_derived else "")))


class BriefHits(NamedTuple):
    """What was found in one brief."""

    row: int
    items: tuple[ItemHit, ...]
    """The brief itself first, if its title matches; then the items that match all conditions; then the others, each
    in the order of the brief. If no item matches, the brief itself; nothing if it was never read.

    If the query asks for figures, dates or sources, an item has to meet all that an item can meet. If none does, the
    items are shown that meet the rest of the query without the words, if the brief itself has these; else those with
    the words."""
    total: int
    """Number of items found, which may be more than `items`."""
    kinds: Mapping[str, int] = MappingProxyType({})
    """Number of items found by kind."""
    name: str = ""
    """Id of the brief."""
    is_namesake: bool = False
    """Whether another brief has the same title."""
    is_stand_in: bool = False
    """Whether no item was found, so that the brief itself stands in `items` for what was found elsewhere."""


def hits(brief_index: BriefIndex, query: Query, rows: Sequence[int], limit: int | None = None) -> list[BriefHits]:
    """Return what was found in these briefs, in their order, with at most `limit` items of each.

    This takes up to a millisecond per brief: call it only for briefs that are shown.

    Raises:
        IndexUnusableError: the index is damaged.

    """
    packed = _packed(brief_index, rows)
    namesakes = _namesakes(brief_index, {kept.record.title for kept in packed.values() if kept.record.title})
    return [_hits_of(row, packed.get(row), query.node, limit, namesakes) for row in rows]


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

    def __init__(
        self, item: IndexedItem, kept: UnpackedRecord, known: Mapping[str, IndexedItem], voices: _Voices
    ) -> None:
        self.item = item
        self.kind = item.kind
        self.text = item.text
        self.speaker = known.get(item.by.partition("\n")[0]) if item.by else None
        self.cited_sources = [known[source] for source in item.sources.split() if source in known]
        self.id = kept.name
        self.title = kept.record.title
        self.tags = kept.record.tags
        self.entities = kept.record.entities
        self._voices = voices

    @property
    def is_own(self) -> bool:
        """Whether it is a claim of the article itself: it names nobody, or what the brief is named after."""
        if not self.item.by:
            return True
        says = self.speaker
        return says is not None and says.facts.kind == SourceKind.ARTICLE and says.text == self.title

    @property
    def more(self) -> list[str]:
        """Its quotes, notes and the like."""
        return self.item.more.split("\n")

    @property
    def speakers(self) -> list[str]:
        """The names of who says it."""
        return self.item.by.split("\n")

    @property
    def speaker_kinds(self) -> tuple[str, ...]:
        """The kind of the source that says it."""
        return (self.speaker.facts.kind,) if self.speaker else ()

    @property
    def cited(self) -> list[str]:
        """The texts and kinds of the sources that it rests on: those that it cites, and who says it."""
        sources = dict.fromkeys((*self.cited_sources, *((self.speaker,) if self.speaker else ())))
        return [text for one in sources for text in (one.text, *one.more.split("\n"), one.facts.kind)]

    @property
    def source_kinds(self) -> tuple[str, ...]:
        """Its own kind, if it is a source."""
        return (self.item.facts.kind,) if self.kind == "source" else ()

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

    def meets(self, condition: ItemCondition) -> bool:
        """Tell whether the item meets a condition. All its texts together are searched first, which is cheap."""
        if not isinstance(condition, Words) or condition.field_name not in {None, BY}:
            return meets(condition, self)
        if self._voices.have(condition, self.item.by):
            return True
        if condition.field_name == BY:
            return any(is_in_text(condition, kind) for kind in self.speaker_kinds)
        if len(condition.tokens) == 1:  # one word cannot span two texts
            return is_in_folded(condition, self._folded)
        return may_contain(condition, self._folded) and any(is_in_text(condition, text) for text in self._own_texts())

    def concerns(self, condition: ItemCondition) -> bool:
        """Tell whether a condition is about this item: about an undated one, no date is."""
        if isinstance(condition, DateConditions):
            return self.item.day_range is not None
        if isinstance(condition, Words) and condition.field_name not in _OF_ITEMS:
            return self.kind == "brief"
        return True

    def is_beyond(self, conditions: Iterable[ItemCondition]) -> bool:
        """Tell whether it was found by a date that is not wholly in the time that was asked for."""
        times = [one for one in conditions if isinstance(one, InTime) and self.meets(one)]
        by_date = [one for one in times if not all(map(self.meets, words_of(one)))]
        return bool(by_date) and not any(lies_in(one, self.item.day_range) for one in by_date)

    @cached_property
    def _folded(self) -> str:
        return fold("\n".join(self._own_texts()))

    def reaches(self) -> tuple[DayRange, ...]:
        """Return its date range, if any."""
        return () if self.item.day_range is None else (self.item.day_range,)

    def claimed(self) -> tuple[DayRange, ...]:
        """Return its date range, unless it is the brief itself."""
        return () if self.kind == "brief" else self.reaches()

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


def _namesakes(brief_index: BriefIndex, titles: Collection[str]) -> frozenset[str]:
    """Return those of the titles that more than one brief has."""
    found: set[str] = set()
    with index_errors():
        for among, some in in_lists(tuple(titles)):
            query = f"SELECT title FROM brief WHERE title IN {among} GROUP BY title HAVING count(*) > 1"  # noqa: S608 - question marks
            found.update(checked_text(title) for (title,) in brief_index.store.connection.execute(query, some))
    return frozenset(found)


def _hits_of(
    row: int, kept: UnpackedRecord | None, node: QueryNode | None, limit: int | None, namesakes: frozenset[str]
) -> BriefHits:
    if kept is None or not kept.record.items:
        return BriefHits(row, (), 0)
    things = list(_things(kept))
    conditions = tuple(dict.fromkeys(item_conditions(node)))
    met = _Met()
    found, is_apart = _found(things, node, conditions, met)
    words = [one for condition in conditions for one in words_of(condition)]
    beyond = {thing for thing in found if thing.is_beyond(conditions)}

    def place(thing: _SearchedItem) -> tuple[bool, bool, bool, bool]:
        # A title that matches comes first, whatever else an item meets. A lede repeats claims: it comes after them.
        is_head = thing.kind == "brief" and any(is_in_text(one, thing.text) for one in words)
        is_part = not all(met.by(thing, each) for each in conditions)
        return not is_head, thing in beyond, is_part, thing.kind == "brief"

    ranked = sorted(found or things[:1], key=place)
    shown = tuple(_hit(thing, words, is_beyond=thing in beyond, is_apart=is_apart) for thing in ranked[:limit])
    is_namesake = kept.record.title in namesakes
    return BriefHits(row, shown, len(ranked), Counter(one.kind for one in ranked), kept.name, is_namesake, not found)


class _Met:
    """Which items meet which conditions: each is asked once."""

    def __init__(self) -> None:
        self._answers: dict[tuple[_SearchedItem, ItemCondition], bool] = {}

    def by(self, thing: _SearchedItem, condition: ItemCondition) -> bool:
        """Tell whether an item meets a condition."""
        key = (thing, condition)
        if key not in self._answers:
            self._answers[key] = thing.meets(condition)
        return self._answers[key]


def _found(
    things: Sequence[_SearchedItem], node: QueryNode | None, conditions: Sequence[ItemCondition], met: _Met
) -> tuple[list[_SearchedItem], bool]:
    """Return the items that a search shows, see `BriefHits.items`, and whether each meets only a part of the query."""
    some = [thing for thing in things if any(met.by(thing, each) for each in conditions)]
    if not _asks_for_one_item(conditions):
        return some, False
    words = [each for each in conditions if isinstance(each, Words) and each.field_name is None]
    told = {each for each in words if met.by(things[0], each)}

    def meets_all(thing: _SearchedItem, context: Collection[ItemCondition]) -> bool:
        return verdict(node, partial(met.by, thing), lambda each: each not in context and thing.concerns(each)) or False

    together = [thing for thing in some if meets_all(thing, ())] or [thing for thing in some if meets_all(thing, told)]
    if together:
        return together, False
    return [thing for thing in some if any(met.by(thing, each) for each in words)] or some, True


def may_be_apart(query: Query) -> bool:
    """Tell whether a brief can match in which no single item meets the query: see `ItemHit.is_apart`."""
    return _asks_for_one_item(tuple(dict.fromkeys(item_conditions(query.node))))


def _asks_for_one_item(conditions: Sequence[ItemCondition]) -> bool:
    return len(conditions) > 1 and any(map(_is_of_items, conditions))


def _is_of_items(condition: ItemCondition) -> bool:
    """Tell whether a condition asks for single items, so that words beside it are meant of the same item."""
    return not isinstance(condition, Words) or condition.field_name in _OF_SOURCES


def _things(kept: UnpackedRecord) -> Iterator[_SearchedItem]:
    known = {item.more.partition("\n")[0]: item for item in kept.record.items if item.kind == "source"}
    voices = _Voices()
    for item in kept.record.items:
        yield _SearchedItem(item, kept, known, voices)


def _hit(thing: _SearchedItem, words: Sequence[Words], *, is_beyond: bool, is_apart: bool) -> ItemHit:
    item = thing.item
    found = [(one, highlights(one, item.text) if item.text in thing.texts(one.field_name) else []) for one in words]
    shown = [span for _, spans in found for span in spans]
    hidden = [one for one, spans in found if not spans]
    who = thing.speaker or next(iter(thing.cited_sources), None)
    return ItemHit(
        item.kind,
        item.number,
        item.line,
        item.text,
        merged(shown),
        _snippet(thing, hidden),
        who.text if who else item.by.partition("\n")[0],
        who.facts.kind if who else "",
        thing.is_own,
        item.when,
        item.facts,
        (item.amount and item.amount.measure) or "",
        is_beyond,
        is_apart,
    )


def _snippet(thing: _SearchedItem, words: Sequence[Words]) -> Snippet:
    """Return a snippet around the first words that occur only in texts of the item that are not shown."""
    for one in words:
        if one.field_name == BY:
            continue  # who says it is shown of every item
        labels = WORD_FIELDS[one.field_name].labels if one.field_name else ()
        for text in (text for text in thing.texts(one.field_name) if text not in labels):
            spans = highlights(one, text)
            if spans:
                return snippet(text, [span for other in words for span in highlights(other, text)])
    return NO_SNIPPET


def _word_start(text: str, start: int, end: int) -> int:
    """Return the start of the first whole word after an offset, if there is one before `end`."""
    space = text.find(" ", start, end)
    return start if space < 0 else space + 1
