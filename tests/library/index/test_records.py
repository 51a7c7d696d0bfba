"""The record of a brief: everything that is shown can be found, and the same file gives the same record."""

from __future__ import annotations

import json
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.files import Stamp
from briefing.format.parse import read_brief_bytes, read_brief_text
from briefing.library.index.build.read import brief_read
from briefing.library.index.record import (
    AmountRange,
    DayRange,
    IndexedItem,
    ItemFacts,
    Record,
    head_of_record,
    pack,
    record_of,
    unpack,
)
from briefing.library.index.schema import COLUMNS
from tests.support.indexes import good
from tests.support.terminal import SAMPLES

EVERYTHING = """\
briefing: 1
title: Titleword
lede: Ledeword
note: Noteword
author: Authorword
date: 2024
tags: [tagword]
entities: [Entityword, {name: Other, aliases: [aliasword]}]
summary:
- {text: Pointword, note: pointnoteword, by: person, cites: {quote: quoteword}}
figures:
- {id: f, label: Labelword, low: 10, high: 20, unit: Crates, measure: goods/crates, stated: statedword, when: 2023}
timeline:
- {text: Eventword, place: Placeword, when: 2022-02}
sources:
  news: {kind: article, title: Sourcetitleword, publisher: Publisherword, note: sourcenoteword}
  person: {kind: person, name: Nameword, role: roleword, via: news}
open: [Openword]
"""
PLACES = {
    "title": "title",
    "lede": "lede",
    "note author point pointnote quote label stated event place open": "body",
    "tag": "tags",
    "entity alias": "entities",
    "sourcetitle publisher sourcenote name role": "sources",
}


def record(text: str) -> Record:
    return record_of(read_brief_text(text, Path("a.yaml")))


def test_a_value_is_found_with_its_interval() -> None:
    found = record("briefing: 1\ntitle: A\nfigures: [{label: Share, value: 68, low: 61, high: 74, unit: '%'}]\n")
    assert [(item.text, item.amount) for item in found.items[1:]] == [
        ("Share: 68 (61–74) %", AmountRange(61.0, 74.0, "%", None))
    ]


@pytest.mark.parametrize(
    ("word", "column"), [(word, column) for words, column in PLACES.items() for word in words.split()]
)
def test_every_word_is_found_in_its_column(word: str, column: str) -> None:
    columns = dict(zip(COLUMNS, record(EVERYTHING).columns("the/id"), strict=True))
    assert f"{word}word" in columns[column]


def test_who_says_a_claim_is_found_by_all_names() -> None:
    columns = dict(zip(COLUMNS, record(EVERYTHING).columns("the/id"), strict=True))
    assert columns["voices"].split() == ["person", "nameword", "roleword", "\ue001person"]
    assert columns["name"] == "the/id"


def test_figures_and_dates_can_be_compared() -> None:
    said = record(EVERYTHING)
    assert said.amounts() == [AmountRange(10, 20, "crates", "goods/crates")]
    assert [span[0] for span in said.spans()] == [20240101, 20230101, 20220201]


def test_items_lead_to_their_lines() -> None:
    lines = {item.kind: item.line for item in record(EVERYTHING).items}
    assert lines == {"brief": 1, "point": 10, "figure": 12, "event": 14, "source": 17, "open": 18}


def test_the_same_file_gives_the_same() -> None:
    for path in sorted(SAMPLES.glob("*.yaml")):
        data = path.read_bytes()
        first, second = (
            brief_read(1, path.stem, Stamp(1, 2, 3), b"", record_of(read_brief_bytes(data, path))) for _ in range(2)
        )
        assert first == second


TEXT = st.text(st.characters(exclude_characters="\0"), max_size=12)
SPAN = st.builds(DayRange, st.none() | st.integers(-(2**62), 2**62), st.none() | st.integers(0, 99), st.booleans())
AMOUNT = st.builds(
    AmountRange, st.floats(allow_nan=False), st.floats(allow_nan=False), st.none() | TEXT, st.none() | TEXT
)
LINES = st.integers(1, 50_000)
FACTS = st.builds(ItemFacts, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT)


@st.composite
def records(draw: st.DrawFn) -> Record:
    items = [IndexedItem("brief", 0, 1, draw(TEXT), draw(TEXT))]
    for kind in ("point", "figure", "event", "source", "open"):
        for number in range(draw(st.integers(0, 2))):
            texts = [draw(TEXT) for _ in range(5)]
            compared = (draw(st.none() | SPAN), draw(st.none() | AMOUNT), draw(FACTS))
            items.append(IndexedItem._make((kind, number, draw(LINES), *texts, *compared)))
    names = st.lists(TEXT, max_size=3).map(tuple)
    title = draw(st.none() | TEXT)
    return Record(title, None, None, "", None, 0, 0, draw(TEXT), draw(names), draw(names), tuple(items))


@given(kept=records(), name=TEXT)
@settings(max_examples=40, deadline=None)
def test_what_is_packed_is_unpacked_as_it_was(kept: Record, name: str) -> None:
    assert unpack(pack(kept, name)) == (name, kept)


def test_a_brief_that_cannot_be_read_is_packed_as_well() -> None:
    kept = record("[")
    assert (kept.title, kept.errors, unpack(pack(kept, "a")).record.items) == (None, 1, ())


def test_a_head_is_packed_as_it_is_and_what_is_long_is_compressed() -> None:
    head = head_of_record(record(EVERYTHING))
    assert b"Titleword" in pack(head, "the/id")
    long = head._replace(lede="word " * 1000)
    assert len(pack(long, "the/id")) < len(long.lede) // 10
    assert unpack(pack(long, "the/id")).record.lede == long.lede


@given(cut=st.integers(0, 400))
@settings(max_examples=40, deadline=None)
def test_what_is_cut_short_is_said_to_be_damaged(cut: int) -> None:
    packed = pack(record(EVERYTHING), "a")
    with pytest.raises(ValueError, match=r"."):
        unpack(packed[: cut % len(packed)])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=12,
)
GOOD_HEAD = ["a", "T", "", [], [], "brief", [1], [[0, None, None, True]], [], [""], [0]]


@given(place=st.integers(0, len(GOOD_HEAD) - 1), value=JSON, texts=st.lists(st.text(max_size=2), max_size=5))
@settings(max_examples=150, deadline=None)
def test_whatever_else_is_packed_is_a_brief_or_damage(place: int, value: object, texts: list[str]) -> None:
    head = [*GOOD_HEAD[:place], value, *GOOD_HEAD[place + 1 :]]
    packed = zlib.compress("\0".join((json.dumps(head), *texts)).encode("utf-8", "surrogatepass"))
    with suppress(ValueError):
        kept = unpack(packed)
        assert all(isinstance(text, str) for item in kept.record.items for text in item[3:8])
        assert all(item.kind == "brief" and item.line > 0 for item in kept.record.items)


@pytest.mark.parametrize(
    "whole",
    [b"[" * 100_000, b"[" + b"[]," * 2_000_000, b"\0" * (1 << 24), b"0" * (1 << 25), b'["a"]', b"\xff", b"null", b""],
)
def test_what_is_packed_to_do_harm_is_damage_and_costs_little(whole: bytes) -> None:
    packed = zlib.compress(whole)
    tracemalloc.start()
    with pytest.raises(ValueError, match=r"."):
        unpack(packed)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 200_000_000


def test_a_source_with_a_long_name_that_says_much_is_packed_once() -> None:
    points, source = "- {text: a, by: s}\n" * 2_000, f"s: {{kind: person, name: {'n' * 100_000}}}"
    kept = record(f"briefing: 1\ntitle: T\nsummary:\n{points}sources:\n  {source}\n")
    assert kept.errors == 0
    packed = pack(kept, "a")
    assert unpack(packed) == ("a", kept._replace(date=None, day=None, status="", marking=None, files=()))
    assert len(zlib.decompress(packed)) < 500_000


HOSTILE = {
    "a large text": "briefing: 1\ntitle: T\nlede: " + "word " * 200_000,
    "a long word": "briefing: 1\ntitle: " + "x" * 500_000,
    "a large word of another alphabet": "briefing: 1\ntitle: " + "п" * 100_000,
    "many points": "briefing: 1\ntitle: T\nsummary:\n" + "- a point\n" * 15_000,
    "many figures": "briefing: 1\ntitle: T\nfigures:\n" + "- {label: a, value: 1}\n" * 6_000,
    "far years": "briefing: 1\ntitle: T\ntimeline:\n- {text: a, when: Y170000000000000000000}\n",
    "long number": "briefing: 1\ntitle: T\nfigures:\n- {label: a, value: " + "9" * 400 + "}\n",
    "controls": 'briefing: 1\ntitle: "a\\0b\\e[2J\\u202e"\nsummary: ["\\0"]\n',
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_briefs_are_kept_and_taken_out_again(text: str) -> None:
    kept = record(text)
    read = brief_read(1, "a", Stamp(0, 0, 0), b"", kept)
    name, again = unpack(read.packed)
    assert again.columns(name) == read.columns
    assert all(-(2**63) <= value < 2**63 for span in read.spans for value in span if value is not None)


def test_an_index_takes_a_brief_with_every_block() -> None:
    assert record(good("Talks")).errors == 0
