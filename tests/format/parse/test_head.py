"""A head that is read alone says what the whole brief says, or is declined."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.format.model import Brief
from briefing.format.parse import read_brief_bytes
from briefing.format.parse.head import read_head
from briefing.format.parse.plain_head import read_plain_head
from briefing.format.parse.reader import read_brief_text

HERE = Path("rail.yaml")
PLAIN = """\
# A comment.
briefing: 1
title: "Talks: the second day"
lede: >-
  Both sides meet
  again on Monday.
date: 2024-11-02
marking: TLP:AMBER
tags: [harbour, talks]
entities:
- {name: Port, kind: place, aliases: [порт]}
summary:
- Both sides meet again.
sources:
  news: {kind: article, title: Evening News}
note: For other editors.
"""
PIECES = (
    *PLAIN.splitlines(keepends=True),
    "date: 2024-11-03\n",
    "marking: TLP:RED\n",
    '"marking": TLP:RED\n',
    "? marking\n: TLP:RED\n",
    "title: 'a\nsummary: b'\n",
    "title: [a,\nsummary: b]\n",
    "lede: &a One\n",
    "lede: *a\n",
    "lede: |\n  summary:\n\n  - a\n",
    "status: draft # so far\n",
    "status: drafted\n",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "{title: a}\n",
    "<<<<<<< ours\n",
    "\tdate: 2024\n",
    "\u00a0date: 2024\n",
    "\ufeff",
    "\r\n",
    "\r",
    "\x85marking: TLP:RED\n",
    "\u2028marking: TLP:RED\n",
    "x-a:\n  - 'b\nmarking: TLP:RED'\n",
    "lede: \\ud83d\n",
    'lede: "\\ud83d\\ude00"\n',
    "lede: \ue83d\n",
    "open: [a,\nb]\n",
    "tags:\n- a\n- b\n",
    "briefing: 2\n",
    " title: c\n",
    "  deeper: d\n",
    "- e\n",
)

PLAIN_LINES = """\
briefing: 1
title: "Talks (in Épinal): the second day"
lede: Both sides meet again, at 10:30, "on Monday" - or later?
date: 2024-11~
language: en
status: draft
author: Europe desk
marking: TLP:AMBER
tags: [harbour, talks (old)]
entities:
  - {name: Port, kind: place}
  - {name: "Port, the"}
  - Quay A
  - "Quay: B"
"""
PUT = (
    *PLAIN_LINES.splitlines(keepends=True),
    *(
        *" \n\t:,-{}[]\"'#&*!|>%@`?~\\=é\u00a0\u2028\ufeff\x85\x00\x7f\ufffd",
        "- ",
        ": ",
        "\n  ",
        "---\n",
        "...\n",
        "null",
    ),
    *("name: ", "kind: ", "''", '""', "x-a: b\n", "open: [a]\n", "!!str ", "date: 2024-13-01\n", "title: b\n"),
)


def of_head(brief: Brief) -> tuple[object, ...]:
    return brief.title, brief.lede, brief.date, brief.status, brief.marking, brief.tags, brief.entities


def agrees(data: bytes) -> bool:
    """Tell whether a head was read; fail if it is another than that of the whole brief."""
    head, whole = read_head(data, HERE, "rail"), read_brief_bytes(data, HERE, "rail").brief
    if head is None:
        return False
    assert whole is not None
    assert of_head(head) == of_head(whole)
    return True


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_whatever_the_lines_a_head_says_what_the_whole_says(pieces: list[str]) -> None:
    agrees("".join(pieces).encode())


@given(st.integers(0, len(PLAIN)), st.integers(0, 12), st.sampled_from(PIECES) | st.text(max_size=4))
def test_whatever_is_put_into_a_plain_brief_its_head_says_what_the_whole_says(at: int, cut: int, put: str) -> None:
    agrees((PLAIN[:at] + put + PLAIN[at + cut :]).encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=3), st.integers(0, len(PLAIN)))
def test_bytes_that_are_no_text_change_nothing_unseen(put: bytes, at: int) -> None:
    data = PLAIN.encode()
    agrees(data[:at] + put + data[at:])


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("summary:", "timeline:\n  - text: 'x\n      marking: TLP:RED'\nsummary:"),
        PLAIN + "x-of-another: {program: [a]}\n",
        PLAIN.replace("- Both", "- {text: *wrong}\n- Both"),
    ],
)
def test_a_plain_layout_is_read_by_its_head(text: str) -> None:
    assert agrees(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        PLAIN + "marking: TLP:RED\n",
        PLAIN + "tags: [later]\n",
        PLAIN + "---\ntitle: Another\n",
        PLAIN + "'marking': TLP:RED\n",
        PLAIN.replace("title:", "heading:"),
        PLAIN.replace("2024-11-02", "2024-13-02"),
        PLAIN.replace("briefing: 1", "briefing: 2"),
        PLAIN.replace("again on", "again \\ud83d on"),
        "{briefing: 1, title: Flow, summary: [a]}\n",
        PLAIN + "#" * (1 << 20),
        "briefing: 1\ntitle: Without a list\n",
        "",
    ],
)
def test_what_may_read_otherwise_as_a_whole_is_declined(text: str) -> None:
    assert not agrees(text.encode())


def test_lines_of_the_simplest_kinds_need_no_parser() -> None:
    brief = read_plain_head(PLAIN_LINES, "rail")
    assert brief == read_brief_text(PLAIN_LINES, HERE, "rail").brief
    assert brief is not None
    assert [entity.name for entity in brief.entities] == ["Port", "Port, the", "Quay A", "Quay: B"]


@given(st.data())
def test_whatever_is_put_into_lines_of_the_simplest_kinds_they_say_what_the_parser_says(data: st.DataObject) -> None:
    text = PLAIN_LINES
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(PUT)) + text[at + data.draw(st.integers(0, 4)) :]
    brief = read_plain_head(f"{text}\n", "rail")
    reading = read_brief_text(f"{text}\n", HERE, "rail")
    assert brief is None or (brief == reading.brief and not reading.problems)


@pytest.mark.parametrize(
    "line",
    [
        "title: A: b",
        "title: a #1",
        "title: [a]",
        'title: " a"',
        'title: ""',
        'title: "a\\n"',
        "title: 'a'",
        "title: a\n  b",
        "title: a\u00a0b",
        "tags: a",
        "tags: [a, , b]",
        "tags: [a:b]",
        "date: 2024-13-02",
        "status: drafted",
        "marking: tlp:red",
        "language: xx",
        "note: a",
        "entities:\n  - {name: a}\n - {name: b}",
        "entities:\n  - {kind: a}",
        'entities:\n  - {name: a, kind: ""}',
        "# a",
        "title: twice",
    ],
)
def test_a_line_of_another_kind_is_left_to_the_parser(line: str) -> None:
    others = "briefing: 1\ntitle: a\n"
    assert read_plain_head(others, "rail") is not None
    kept = others if not line.startswith("title:") or line == "title: twice" else "briefing: 1\n"
    assert read_plain_head(f"{kept}{line}\n", "rail") is None
