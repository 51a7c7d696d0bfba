"""Whatever comes in, reading ends soon, raises nothing, and names places inside the file."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.format.model import Brief
from briefing.format.parse import Reading, read_brief_bytes, read_brief_text
from briefing.format.tree import Limits

GOOD = """\
briefing: 1
title: "Harbour talks: resumed"
lede: Both sides meet again on Monday.
date: 2024-11-02
status: draft
marking: TLP:AMBER+STRICT
tags: [harbour, talks]
entities: [Harbour Board, {name: Port, kind: place, aliases: [порт, 港]}]
summary:
- Both sides meet again on Monday.
- text: The port stays closed.
  likelihood: likely
  by: mayor
  cites: {quote: 'stays closed', at: para 2, credibility: 2}
figures:
- {id: ships, label: Ships waiting, value: "3,000", unit: ships, approx: about, when: 2024-10/2024-11}
- {id: days, label: Days, low: 10, high: 12.50}
- {label: Ships a day, derived: ships / days}
timeline:
- text: |
    The port closes.
  when: 2024-10-21
  figures: [ships]
  cites: news
sources:
  news: {kind: article, title: Port closed, url: "https://example.org/a?b=c", file: texts/port.txt, published: unknown}
  mayor: {kind: person, via: news, reliability: B}
open: [Who pays]
related: [storm, {brief: talks/first, as: background}]
x-desk: {a: [1, 2]}
"""

DEEP, WIDE = 100_000, 200_000
BOMB = "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10))
CORPUS = {
    "brackets": "[" * DEEP,
    "braces": "{" * DEEP,
    "deep mappings": "{a: " * DEEP,
    "deep lists": "- " * DEEP,
    "deep keys": "? " * DEEP,
    "deep in a field": "briefing: 1\ntitle: T\nsummary: " + "[" * DEEP,
    "closed brackets": "[" * DEEP + "]" * DEEP,
    "alias bomb": "a0: &a0 [x]\n" + BOMB,
    "merge bomb": "a: &a {b: c}\n" + "".join(f"k{i}:\n  <<: [*a, *a]\n" for i in range(500)),
    "small nodes": "x-a: {" + "a," * WIDE + "}",
    "small items": "summary: [" + "a," * WIDE + "]",
    "many figures": "figures:\n" + "- {label: a}\n" * 3_000,
    "many unknown keys": "briefing: 1\ntitle: T\n" + "".join(f"sumary{i}: a\n" for i in range(5_000)),
    "many equal keys": "briefing: 1\n" * 10_000,
    "many loops": "figures:\n" + "".join(f"- {{id: f{i}, label: a, derived: f{i + 1} + f0}}\n" for i in range(2_000)),
    "many unknown references": "summary:\n" + "- {text: a, cites: [b, c]}\n" * 2_000,
    "many numbers": "figures:\n" + "- {label: a, value: 3.000.000 and more}\n" * 2_000,
    "many bells": "\a\n" * WIDE,
    "one line of bells": "\a" * WIDE,
    "long text": "title: " + "x " * WIDE,
    "long word": "status: " + "x" * WIDE,
    "long number": "figures: [{label: a, value: " + "9" * WIDE + "}]",
    "long number in groups": "figures: [{label: a, value: '1" + ",000" * WIDE + "}]",
    "long url": "sources: {a: {kind: data, url: 'https://" + "a." * WIDE + " '}}",
    "long id": "summary: [{text: a, id: " + "A" * WIDE + "}]",
    "long date": "date: " + "1" * WIDE,
    "long arithmetic": "figures: [{label: a, derived: '" + "(a + " * WIDE + "'}]",
    "long key": "x" * WIDE + ": a",
    "long version": "briefing: " + "9" * WIDE,
    "long tag": "title: !" + "x" * WIDE + " a",
    "blank lines": "\n" * WIDE,
    "comments": "#\n" * WIDE,
    "documents": "---\n" * WIDE,
    "directives": "%A b\n" * WIDE,
    "open quote": 'title: "' + "a\n\n" * WIDE,
    "nul": "\0" * WIDE,
    "surrogates": "\ud800" * WIDE,
    "separators": "title: a\u2028b\u2029c\x85d\n" * 5_000,
    "escapes": 'title: "\\e\\0\\x9b\\u202e"',
    "bad escapes": 'title: "\\U00110000 \\ud800"',
    "byte order marks": "\ufeff" * WIDE,
}


def read(text: str) -> Reading:
    return read_brief_text(text, Path("x.yaml"))


def test_the_good_brief_is_good() -> None:
    assert read(GOOD).problems == ()


@pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS.keys())
def test_hostile_text_ends_in_problems_inside_the_file(text: str) -> None:
    reading = read(text)
    assert reading.problems
    assert_inside(reading, text)


@pytest.mark.parametrize("name", ["small nodes", "alias bomb", "nul"])
def test_hostile_text_takes_little_memory(name: str) -> None:
    tracemalloc.start()
    read(CORPUS[name])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 << 20


def assert_inside(reading: Reading, text: str) -> None:
    lines = text.splitlines() or [""]
    for problem in reading.problems:
        assert 1 <= problem.place.line <= len(lines) + 1
        assert problem.place.column >= 1
        assert len(problem.sentence) < 500


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, len(GOOD)), cut=st.integers(0, 20), put=st.text(max_size=5))
def test_a_damaged_brief_has_its_problems_inside_the_file(at: int, cut: int, put: str) -> None:
    text = GOOD[:at] + put + GOOD[at + cut :]
    reading = read(text)
    assert reading.brief is not None or reading.problems
    assert_inside(reading, text)


YAML_SIGNS = st.text(alphabet="[]{}:,-?&*!|>'\"%@`#\\ \n\t\rax1\x85\u2028\ufeff\0", max_size=8)


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, len(GOOD)), cut=st.integers(0, 40), put=YAML_SIGNS)
def test_a_brief_damaged_by_the_signs_of_yaml_has_its_problems_inside_the_file(at: int, cut: int, put: str) -> None:
    text = GOOD[:at] + put + GOOD[at + cut :]
    assert_inside(read(text), text)


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, len(GOOD)), cut=st.integers(0, 20), put=st.binary(max_size=5))
def test_damaged_bytes_have_their_problems_inside_the_file(at: int, cut: int, put: bytes) -> None:
    data = GOOD.encode()
    damaged = data[:at] + put + data[at + cut :]
    reading = read_brief_bytes(damaged, Path("x.yaml"))
    assert_inside(reading, damaged.decode("utf-8", "replace"))


@settings(max_examples=100, deadline=None)
@given(line=st.integers(0, 45), column=st.integers(0, 3))
def test_what_stands_before_broken_syntax_is_still_read(line: int, column: int) -> None:
    lines = GOOD.splitlines(keepends=True)[: line + 3]
    brief = read("".join(lines) + " " * column + '"').brief
    assert isinstance(brief, Brief)
    assert brief.title == "Harbour talks: resumed"


def test_after_broken_syntax_nothing_is_said_to_be_missing() -> None:
    codes = [problem.code for problem in read("sources:\n  a: {title: b}\nsummary: [{by: x}]\nlede: a: b\n").problems]
    assert codes == ["yaml-syntax"]


def test_the_limit_on_bytes_is_said_in_the_sentence() -> None:
    reading = read_brief_text("title: é" + "x" * 100, Path("x.yaml"), limits=Limits(size=64))
    assert reading.problems[0].sentence == "the file has 109 bytes, and a brief may have 64"


def test_the_limit_on_depth_can_be_set() -> None:
    assert read_brief_text("x-a: [[[1]]]", Path("x.yaml"), limits=Limits(depth=3)).problems[0].code == "yaml-depth"


def test_forty_levels_are_read() -> None:
    assert read("briefing: 1\ntitle: T\nx-a: " + "[" * 39 + "]" * 39).problems == ()
