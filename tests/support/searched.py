"""Generates libraries to search: folders of small briefs, with index and marks, without running a command."""

from __future__ import annotations

import os
import random
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefing.base.words import LABEL_MARK, inner_trigrams, searchable
from briefing.library.index.record import AmountRange, DayRange, Record
from briefing.library.index.rows import BriefIndex, IndexedBrief
from briefing.library.index.scan.full import read_all_waiting, scan_library
from briefing.library.index.schema import COLUMNS
from briefing.library.index.store import IndexStore
from briefing.query.match import meets
from briefing.query.nodes import (
    AllOf,
    AnyOf,
    BriefState,
    DateConditions,
    FigureConditions,
    HasMarking,
    HasState,
    HasStatus,
    InTime,
    Not,
    Query,
    QueryNode,
    Words,
)

WORDS = [
    *(
        "harbour",
        "harbinger",
        "Harbour",
        "foundry",
        "talks",
        "rail",
        "3,000",
        "3 000",
        "11.000",
        "0.125",
        "1,20,000",
        "x-ray",
        "Füße",
        "naïve",
        "Øre",
        "oslo",
    ),
    *(
        "Переговоры",
        "говор",
        "中国",
        "中华人民",
        "人",
        "한국어",
        "국어",
        "ท่าเรือ",
        "เรือ",
        "🚢",
        "a_b",
        "don’t",
        "NEAR",
        "Łódź",
        "Æther",
    ),
]
TAGS = ["rail", "trade talks", "中国"]
DATES = ["2024-01-05", "2024", "2025-10", "1985/..", "../1999", "XXXX-01", "2023-12/2024-02"]
UNITS = ["km", "EUR million", "m", "% of GDP"]
_MARKINGS = ["TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR"]
_COLUMNS = {
    "title": "title",
    "tag": "tags",
    "entity": "entities",
    "source": "sources",
    "by": "voices",
    "id": "name",
}


def indexed(root: Path) -> BriefIndex:
    """Return a folder with an index in memory that is in step with it."""
    brief_index = BriefIndex(IndexStore(None), root)
    bring_in_step(brief_index)
    return brief_index


def bring_in_step(brief_index: BriefIndex) -> None:
    """Look which files changed, and read them."""
    scan_library(brief_index)
    if brief_index.count_waiting():  # otherwise the words of briefs that are gone stay, as after any scan
        read_all_waiting(brief_index, 100)


def keep_text(brief_index: BriefIndex, file: str, text: str) -> None:
    """Write a saved text into the index."""
    with brief_index.store.writing() as connection:
        row = connection.execute("SELECT row FROM saved WHERE file = ?", (os.fsencode(file),)).fetchone()[0]
        connection.execute("UPDATE saved SET packed = ? WHERE row = ?", (zlib.compress(text.encode()), row))
        connection.execute(
            "INSERT INTO saved_words (rowid, body, inside) VALUES (?, ?, ?)",
            (row, searchable(text), inner_trigrams([text])),
        )


def mark(file: Path, root: Path, marks: Mapping[str, tuple[bytes | None, bool, bool]]) -> None:
    """Write marks: of a brief by its id, the hash last read, whether it is read, whether starred."""
    with sqlite3.connect(file) as connection:
        connection.execute(
            "CREATE TABLE mark (library BLOB NOT NULL, brief BLOB NOT NULL, hash BLOB, read INTEGER NOT NULL DEFAULT 0,"
            " starred INTEGER NOT NULL DEFAULT 0, place TEXT, seen INTEGER, PRIMARY KEY (library, brief)) WITHOUT ROWID"
        )
        library = os.fsencode(os.path.realpath(root))
        for name, (content, is_read, is_starred) in marks.items():
            connection.execute(
                "INSERT INTO mark VALUES (?, ?, ?, ?, ?, NULL, NULL)",
                (library, os.fsencode(name), content, is_read, is_starred),
            )
    connection.close()


def write_random(root: Path, count: int, seed: int) -> None:
    """Write briefs of a few words, dates and numbers each."""
    chance = random.Random(seed)  # noqa: S311 - the same library on every run
    for number in range(count):
        text = "briefing: nonsense" if chance.random() < 0.1 else "\n".join(_brief(chance))
        (root / f"{chance.choice(['a', 'rail', '中国'])}-{number}.yaml").write_text(text, encoding="utf-8")


def _brief(chance: random.Random) -> Iterator[str]:
    def some(most: int) -> str:
        return '"' + " ".join(chance.choices(WORDS, k=chance.randint(1, most))) + '"'

    yield f"briefing: 1\ntitle: {some(3)}\nsummary:\n  - {{text: {some(4)}, by: desk, note: {some(2)}}}"
    status = chance.choice(["draft", "final", "superseded", "withdrawn"])
    yield f"status: {status}"
    if status == "draft":
        yield "timeline: [{text: desk, stated: soon, reviewed: no}]"
    if chance.random() < 0.7:
        yield f"marking: {chance.choice(_MARKINGS)}"
    if chance.random() < 0.8:
        yield f"date: '{chance.choice(DATES)}'"
    yield f"tags: [{chance.choice(TAGS)}]\nentities: [{{name: {some(2)}, kind: place}}]\nfigures:"
    for _ in range(chance.randint(1, 3)):
        amount = chance.choice(["value: 3", "value: '3,000'", "low: 10, high: 20", "value: -2.5"])
        measure = chance.choice(["troops/sent", "troops", "sent"])
        date = f", when: '{chance.choice(DATES)}'" if chance.random() < 0.5 else ""
        unit = f", unit: '{chance.choice(UNITS)}'" if chance.random() < 0.8 else ""
        yield f"  - {{label: {some(2)}, {amount}{unit}, measure: {measure}{date}}}"
    yield f"sources:\n  desk:\n    kind: organisation\n    name: {some(2)}"


class Naive:
    """A brief as a query sees it, told from what is known of it without any SQL."""

    def __init__(self, listed: IndexedBrief, record: Record, mark: tuple[bytes | None, bool, bool] | None) -> None:
        self.made_of = listed, record, mark
        self._columns = dict(zip(COLUMNS, record.columns(listed.entry.id), strict=True))
        self._listed = listed
        self._record = record
        self._mark = mark or (None, False, False)

    def texts(self, place: str | None) -> Iterable[str]:
        if place is not None:
            return self._columns[_COLUMNS[place]].split(LABEL_MARK)
        told = (text.partition(LABEL_MARK)[0] for name, text in self._columns.items() if not name.endswith("inside"))
        return list(told)

    def reaches(self) -> Iterable[DayRange]:
        return [item.day_range for item in self._record.items if item.day_range]

    def claimed(self) -> Iterable[DayRange]:
        return [item.day_range for item in self._record.items if item.day_range and item.kind != "brief"]

    def numbers(self) -> Iterable[AmountRange]:
        return self._record.amounts()

    def is_so(self, condition: HasStatus | HasMarking | HasState) -> bool:
        if isinstance(condition, HasStatus):
            return self._record.status == condition.value
        if isinstance(condition, HasMarking):
            return self._record.title is not None and self._record.marking == condition.value
        content, is_read, is_starred = self._mark
        return {
            BriefState.UNREAD: not is_read,
            BriefState.READ: is_read,
            BriefState.STARRED: is_starred,
            BriefState.CHANGED: content is not None and content != self._listed.hash,
            BriefState.NEW: not is_read or (content is not None and content != self._listed.hash),
            BriefState.BROKEN: self._record.errors > 0,
            BriefState.CHECKED: False,
            BriefState.VERIFIED: False,
            BriefState.UNREVIEWED: self._record.unreviewed > 0,
        }[condition.state]


def matches(node: QueryNode | None, thing: Naive) -> bool:
    """Tell whether a query or a part of it matches. None, an empty query, matches everything."""
    match node:
        case None:
            return True
        case AllOf():
            return all(matches(each, thing) for each in node.nodes)
        case AnyOf():
            return any(matches(each, thing) for each in node.nodes)
        case Not():
            return not matches(node.node, thing)
        case Words() | DateConditions() | FigureConditions() | InTime():
            return meets(node, thing)
        case _:
            return thing.is_so(node)


def naively(briefs: Mapping[int, Naive], query: Query) -> set[int]:
    """Return the rows of the briefs that match, asked one by one."""
    return {row for row, brief in briefs.items() if matches(query.node, brief)}
