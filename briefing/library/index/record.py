"""The record of a brief in the index: its items, dates and numbers, and the packed form of these.

Pure; knows no SQL.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import problem_counts
from briefing.base.words import LABEL_MARK, fold, inner_trigrams, searchable, searchable_if_plain
from briefing.format.dates import Edtf
from briefing.format.model import Amount, Basis, Brief, Claim, Event, Figure, Reading, Source, Spots, Standing

_SETTINGS = 1, zlib.DEFLATED, 13, 6
"""Settings of zlib: better compression takes longer than it is worth for a few kilobytes."""
_SHORT, _SETTINGS_OF_SHORT = 1024, (0, zlib.DEFLATED, 9, 1)
"""Fewer bytes, as a head alone has, are not compressed: that takes a tenth of the time."""
_SEPARATOR = "\0"
_TEXTS = 4
"""Texts of an item in the packed form: all from `text` to `when` without `by`, which many items share."""
_NO_ITEMS = ((),) * 11
_KINDS = frozenset(("brief", "point", "figure", "event", "source", "open"))
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_MOST, _HEAD = 1 << 24, 1 << 22
"""Limits when unpacking one brief: bytes of the whole, and characters of its head. A brief has at most 1 MiB, and
each of its texts occurs in few items."""
_LINES = 1 << 24
"""Limit of a line number."""


class DayRange(NamedTuple):
    """The days that one date may cover, each as `Day.number`: yyyymmdd."""

    earliest: int | None
    """None: open or unknown."""
    latest: int | None
    """None: open or unknown."""
    dated: bool
    """False: the date has no place in time, as a month without a year."""


class AmountRange(NamedTuple):
    """The amount of a figure."""

    low: float
    """For comparing only: what is shown is the text."""
    high: float
    unit: str | None
    """Case and accents folded. None: no unit."""
    measure: str | None


class ItemFacts(NamedTuple):
    """What a search result shows beside the text of an item. Empty: not given, or not of this kind of item."""

    standing: str = ""
    """How the source presents a claim, unless it only reports it."""
    basis: str = ""
    """Where the date of a claim comes from, unless it is in the quote."""
    kind: str = ""
    """Kind of a source: article, person, unnamed and so on."""
    role: str = ""
    """Role of a source."""
    label: str = ""
    """Label of a figure, without its number."""
    hedge: str = ""
    """The source's hedge on the number of a figure."""
    number: str = ""
    """Number of a figure, with its interval. Empty: it is derived."""
    unit: str = ""
    """Unit of a figure as written."""


NO_FACTS = ItemFacts()


class IndexedItem(NamedTuple):
    """One item of a brief that a search can find."""

    kind: str
    """A `render.lines.TargetKind`: brief, point, figure, event, source, open."""
    number: int
    """Index in its block, from 0."""
    line: int
    """Line in the file, from 1."""
    text: str
    """The text that a search result shows."""
    more: str = ""
    """Further texts that are searched: quotes, notes, the source's own words; one per line."""
    by: str = ""
    """The source that says it: its id, title and names, one per line."""
    sources: str = ""
    """Ids of the cited sources, separated by spaces."""
    when: str = ""
    """EDTF. Empty: no date."""
    day_range: DayRange | None = None
    amount: AmountRange | None = None
    facts: ItemFacts = NO_FACTS


class Record(NamedTuple):
    """What the index stores of one brief."""

    title: str | None
    """None: the brief cannot be read."""
    date: str | None
    day: int | None
    """First day of the brief's date as yyyymmdd, or the last one if the first is open. None: no place in time."""
    status: str
    marking: str | None
    errors: int
    warnings: int
    lede: str = ""
    tags: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    """Names and aliases."""
    items: tuple[IndexedItem, ...] = ()
    """The brief itself first, then the items of its blocks in the order of the format."""
    files: tuple[tuple[str, str], ...] = ()
    """Ids of sources, each with the path of its saved text."""
    unreviewed: int = 0
    """Claims that a program drafted and no person has confirmed."""

    def spans(self) -> list[tuple[int | None, ...]]:
        """Return the date ranges as the table `span` has them: each once for the brief itself, once for its claims."""
        dated = ((item.day_range, item.kind != "brief") for item in self.items if item.day_range is not None)
        return [(*span, is_claim) for span, is_claim in dict.fromkeys(dated)]

    def amounts(self) -> list[AmountRange]:
        """Return the amounts of the figures."""
        return [item.amount for item in self.items if item.amount is not None]

    def columns(self, name: str) -> tuple[str, ...]:
        """Return the full-text columns of `schema.COLUMNS` for a brief of that id."""
        sources = [f"{item.text}\n{item.more}" for item in self.items if item.kind == "source"]
        known = {self.title, *self.lede.split("\n")}
        told = (item for item in self.items if item.kind != "source")
        texts = dict.fromkeys(
            line for item in told for line in (item.text, *item.more.split("\n")) if line not in known
        )
        head = (self.title or "", self.lede, name, "\n".join(self.tags), "\n".join(self.entities))
        rest = ("\n".join(sources), "\n".join(dict.fromkeys(item.by for item in self.items)), "\n".join(texts))
        plain = searchable_if_plain((*head, *rest))
        found = list(map(searchable, (*head, *rest))) if plain is None else plain
        inside = (inner_trigrams(head), inner_trigrams(rest)) if plain is None else ("", "")
        for column, labels in enumerate(self._source_labels(), len(head)):
            found[column] = " ".join(filter(None, (found[column], *(LABEL_MARK + label for label in labels))))
        return (*found[: len(head)], inside[0], *found[len(head) :], inside[1])

    def _source_labels(self) -> tuple[Iterable[str], Iterable[str]]:
        """Return the kinds of all sources, and of those that say something, each once."""
        kinds = {item.more.partition("\n")[0]: item.facts.kind for item in self.items if item.kind == "source"}
        voices = (item.by.partition("\n")[0] for item in self.items)
        told = (kinds[voice] for voice in voices if kinds.get(voice))
        return dict.fromkeys(filter(None, kinds.values())), dict.fromkeys(told)


def record_of(reading: Reading) -> Record:
    """Return the record of a reading."""
    errors, warnings = problem_counts(reading.problems)
    brief = reading.brief
    if brief is None:
        return Record(None, None, None, "", None, max(1, errors), warnings)
    date, reach = brief.date, _day_range(brief.date)
    names = dict.fromkeys(name for entity in brief.entities for name in (entity.name, *entity.aliases))
    return Record(
        title=brief.title,
        date=date.text if date else None,
        day=(reach.latest if reach.earliest is None else reach.earliest) if reach else None,
        status=str(brief.status),
        marking=None if brief.marking is None else str(brief.marking),
        errors=errors,
        warnings=warnings,
        lede=brief.lede or "",
        tags=brief.tags,
        entities=tuple(names),
        items=tuple(_items(brief)),
        files=tuple((source.id, source.file) for source in brief.sources if source.file is not None),
        unreviewed=brief.unreviewed,
    )


def head_of_record(record: Record) -> Record:
    """Return what a record says when only the head of its brief was read: its only item is the brief itself."""
    brief = record.items[0]._replace(more=record.lede)
    return record._replace(errors=0, warnings=0, items=(brief,), files=(), unreviewed=0)


def pack(record: Record, name: str) -> bytes:
    """Return the parts of a record that are needed to show its items and to remove its words from the full text.

    `name` is the brief's id in the full text.
    """
    items = record.items
    kinds, _, lines, text, more, by, sources, when, spans, amounts, facts = (
        zip(*items, strict=True) if items else _NO_ITEMS
    )
    numbers = (
        [(place, *span) for place, span in enumerate(spans) if span],
        [(place, *amount) for place, amount in enumerate(amounts) if amount],
        [(place, *some) for place, some in enumerate(facts) if some != NO_FACTS],
    )
    # Speakers may have long names and say many items, so each is stored once.
    voices = {voice: number for number, voice in enumerate(dict.fromkeys(by))}
    said_by = ([*voices], [voices[voice] for voice in by])
    head = (name, record.title, record.lede, record.tags, record.entities, " ".join(kinds), lines, *numbers, *said_by)
    # Encoding the items' texts as JSON would take twice the time. They hold no NUL: reading makes it visible.
    whole = _SEPARATOR.join((_as_json(head), *text, *more, *sources, *when))
    data = whole.encode("utf-8", "surrogatepass")
    packer = zlib.compressobj(*(_SETTINGS if len(data) >= _SHORT else _SETTINGS_OF_SHORT))
    return packer.compress(data) + packer.flush()


class UnpackedRecord(NamedTuple):
    """The result of `unpack`."""

    name: str
    """The brief's id in the full text."""
    record: Record


def unpack(packed: bytes) -> UnpackedRecord:
    """Reverse `pack`.

    Raises:
        ValueError: the data is damaged, or something else.

    """
    head, _, rest = _decompressed(packed).partition(_SEPARATOR)
    match _head_values(head):
        case [str(name), str() | None as title, str(lede), list(tags), list(entities), str(kinds), list(lines), *more]:
            items = tuple(_unpacked(kinds.split(), _lines(lines), rest, more))
            record = Record(title, None, None, "", None, 0, 0, lede, _texts(tags), _texts(entities), items)
            return UnpackedRecord(name, record)
        case _:
            raise ValueError("its head is malformed")


def _decompressed(packed: bytes) -> str:
    unpacker = zlib.decompressobj()
    try:
        whole = unpacker.decompress(packed, _MOST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacker.eof:
        raise ValueError("it is cut short, or larger than a brief can be")
    return whole.decode("utf-8", "surrogatepass")


def _head_values(head: str) -> object:
    if len(head) > _HEAD:
        raise ValueError("its head is too long")
    try:
        return json.loads(head)
    except RecursionError as error:
        raise ValueError("its head is nested too deeply") from error


def _unpacked(kinds: Sequence[str], lines: Sequence[int], rest: str, more: list[object]) -> Iterator[IndexedItem]:
    match more:
        case [list(spans), list(amounts), list(facts), list(voices), list(said_by)]:
            by = _speakers(_texts(voices), said_by)
        case _:
            raise ValueError("the head of its items is malformed")
    if not _KINDS.issuperset(kinds) or rest.count(_SEPARATOR) + 1 != max(1, _TEXTS * len(lines)):
        raise ValueError("the number of its items is wrong")
    texts = iter(rest.split(_SEPARATOR))
    text, told, sources, when = (list(islice(texts, len(lines))) for _ in range(_TEXTS))
    span_of, amount_of = dict(map(_indexed_day_range, spans)), dict(map(_indexed_amount, amounts))
    facts_of = dict(map(_indexed_facts, facts))
    seen: Counter[str] = Counter()
    for place, (kind, line, *said) in enumerate(zip(kinds, lines, text, told, by, sources, when, strict=True)):
        compared = (span_of.get(place), amount_of.get(place), facts_of.get(place, NO_FACTS))
        yield IndexedItem._make((kind, seen[kind], line, *said, *compared))
        seen[kind] += 1


def _texts(values: list[object]) -> tuple[str, ...]:
    if not all(isinstance(value, str) for value in values):
        raise ValueError("a text in it is malformed")
    return tuple(map(str, values))


def _lines(values: list[object]) -> list[int]:
    lines = [value for value in values if isinstance(value, int) and 0 < value < _LINES]
    if len(lines) != len(values):
        raise ValueError("a line number in it is malformed")
    return lines


def _speakers(voices: Sequence[str], said_by: list[object]) -> list[str]:
    numbers = [value for value in said_by if isinstance(value, int) and 0 <= value < len(voices)]
    if len(numbers) != len(said_by):
        raise ValueError("the speaker of an item is malformed")
    return [voices[number] for number in numbers]


def _indexed_day_range(value: object) -> tuple[int, DayRange]:
    match value:
        case [int(place), int() | None as earliest, int() | None as latest, bool(dated)]:
            return place, DayRange(earliest, latest, dated)
        case _:
            raise ValueError("a date in it is malformed")


def _indexed_amount(value: object) -> tuple[int, AmountRange]:
    match value:
        case [
            int(place),
            float() | int() as low,
            float() | int() as high,
            str() | None as unit,
            str() | None as measure,
        ]:
            return place, AmountRange(float(low), float(high), unit, measure)
        case _:
            raise ValueError("an amount in it is malformed")


def _indexed_facts(value: object) -> tuple[int, ItemFacts]:
    match value:
        case [int(place), *facts] if len(facts) == len(NO_FACTS):
            return place, ItemFacts._make(_texts(facts))
        case _:
            raise ValueError("the facts of an item are malformed")


def _items(brief: Brief) -> Iterator[IndexedItem]:
    voices = {source.id: _source_names(source) for source in brief.sources}
    more = "\n".join(filter(None, (brief.lede, brief.note, brief.author)))
    yield IndexedItem(
        "brief", 0, 1, brief.title, more, when=brief.date.text if brief.date else "", day_range=_day_range(brief.date)
    )
    for kind, claims in (("point", brief.summary), ("figure", brief.figures), ("event", brief.timeline)):
        for number, claim in enumerate(claims):
            yield _claim(kind, number, claim, voices)
    for number, source in enumerate(brief.sources):
        quotes = [cite.quote for cite in source.cites]
        others = [other.words for other in source.others]
        named = (source.id, source.title, source.name, source.role, source.publisher, source.author, source.url)
        told = "\n".join(dict.fromkeys(filter(None, (*named, source.note, *quotes, *others))))
        facts = ItemFacts(kind=str(source.kind), role=source.role or "")
        yield IndexedItem("source", number, _line(source.spots), source.heading, told, facts=facts)
    for number, text in enumerate(brief.open):
        spot = brief.spots.get(f"open.{number}")
        yield IndexedItem("open", number, spot.line if spot else 1, text)


def _claim(kind: str, number: int, claim: Claim, voices: dict[str, str]) -> IndexedItem:
    figure = claim if isinstance(claim, Figure) else None
    cites, by, when = claim.cites, claim.by, claim.when
    more = [cite.quote for cite in cites if cite.quote]
    if claim.note or claim.stated or isinstance(claim, Event):
        place = claim.place if isinstance(claim, Event) else None
        more[:0] = [text for text in (claim.stated, place, claim.note) if text]
    more += [other.words for other in claim.others]
    return IndexedItem(
        kind,
        number,
        _line(claim.spots),
        f"{claim.text}: {_amount(figure)}" if figure and figure.amount else claim.text,
        "\n".join(more),
        voices.get(by, by) if by else "",
        cites[0].source if len(cites) == 1 else " ".join(dict.fromkeys(cite.source for cite in cites)),
        when.text if when else "",
        _day_range(when) if when else None,
        _number(figure) if figure else None,
        _facts(claim, figure),
    )


def _facts(claim: Claim, figure: Figure | None) -> ItemFacts:
    standing = "" if claim.standing is Standing.REPORTED else str(claim.standing)
    basis = "" if claim.when is None or claim.basis is Basis.STATED else str(claim.basis)
    if figure is None:
        return ItemFacts(standing, basis) if standing or basis else NO_FACTS
    hedge = str(figure.approx) if figure.approx else ""
    number = _bare_number(figure.amount) if figure.amount else ""
    return ItemFacts(standing, basis, "", "", figure.text, hedge, number, figure.unit or "")


def _line(spots: Spots) -> int:
    try:
        return spots[""].line
    except KeyError:
        return 1


def _amount(figure: Figure) -> str:
    """Return the number of a figure as a search result shows it."""
    amount = figure.amount
    if amount is None:
        return ""
    return " ".join(filter(None, (figure.approx and str(figure.approx), _bare_number(amount), figure.unit)))


def _bare_number(amount: Amount) -> str:
    """Return a number without hedge and unit, with its interval."""
    if not amount.is_interval:
        return f"{amount.low:,f}"
    number = f"{amount.low:,f}–{amount.high:,f}"
    return number if amount.central is None else f"{amount.central:,f} ({number})"


def _number(figure: Figure) -> AmountRange | None:
    amount = figure.amount
    if amount is None:
        return None
    return AmountRange(
        float(amount.low), float(amount.high), fold(figure.unit) if figure.unit else None, figure.measure
    )


def _source_names(source: Source) -> str:
    return "\n".join(dict.fromkeys(filter(None, (source.id, source.title, source.name, source.role, source.publisher))))


def _day_range(date: Edtf | None) -> DayRange | None:
    if date is None:
        return None
    return DayRange(date.earliest and date.earliest.number, date.latest and date.latest.number, date.has_year)
