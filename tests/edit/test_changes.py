from __future__ import annotations

import pytest

from briefing.edit.changes import BriefText, EditError, confirm, drop, insert, move, put, put_head, references
from briefing.format.write import PlainItem, PlainValue

BLOCK = """\
# yaml-language-server: $schema=brief.schema.json
briefing: 1
title: Talks  # short
tags: [harbour, talks]

summary:
  # the first
  - text: One.
    reviewed: no  # by a program
    cites:
      quote: one
      # at: para 1
  - Two.

  # the third
  # in two lines
  - reviewed: no
    text: >-
      Three
      lines.
# about figures
figures:
  - {id: sent, label: Sent, value: 3, reviewed: no}  # sure
  - {id: lost, label: Lost, value: "1,000"}
  - label: Left
    derived: sent - lost
timeline:
- text: It begins.
  when: 2024
  figures: [sent]

- text: It ends.
  when: 2025
sources:
  article:
    kind: article
    title: Talks

  # said it
  quint: {kind: person, name: Quint, via: article}
open: [Who pays., 'When, and how.']
# the end
"""


def changed(before: str, *edits: tuple[str, str]) -> str:
    """Return a text with parts replaced, each of which occurs once."""
    for old, new in edits:
        assert before.count(old) == 1, old
        before = before.replace(old, new)
    return before


@pytest.mark.parametrize(
    ("path", "edits"),
    [
        pytest.param(("summary", 0), [("    reviewed: no  # by a program\n", "")], id="in the middle"),
        pytest.param(("summary", 2), [("- reviewed: no\n    text", "- text")], id="first key"),
        pytest.param(("figures", 0), [(", reviewed: no", "")], id="braces"),
        pytest.param(("summary", 1), [], id="a bare text"),
        pytest.param(("figures", 1), [], id="confirmed already"),
    ],
)
def test_confirming_takes_the_key_away(path: tuple[str, int], edits: list[tuple[str, str]]) -> None:
    assert confirm(BLOCK, path) == changed(BLOCK, *edits)


THIRD = "  # the third\n  # in two lines\n  - reviewed: no\n    text: >-\n      Three\n      lines.\n"
FIRST = """\
  # the first
  - text: One.
    reviewed: no  # by a program
    cites:
      quote: one
      # at: para 1
"""
SENT = "  - {id: sent, label: Sent, value: 3, reviewed: no}  # sure\n"
ARTICLE = "  article:\n    kind: article\n    title: Talks\n"
QUINT = "  # said it\n  quint: {kind: person, name: Quint, via: article}\n"
LOST = '  - {id: lost, label: Lost, value: "1,000"}\n'


@pytest.mark.parametrize(
    ("path", "edits"),
    [
        pytest.param(("summary", 0), [(FIRST, "")], id="with its comments"),
        pytest.param(("summary", 1), [("  - Two.\n", "")], id="a bare text"),
        pytest.param(("summary", 2), [(f"\n{THIRD}", "")], id="the last one with the empty line above it"),
        pytest.param(("figures", 0), [(SENT, "")], id="braces in a line"),
        pytest.param(
            ("timeline", 0), [("- text: It begins.\n  when: 2024\n  figures: [sent]\n\n", "")], id="no indent"
        ),
        pytest.param(("sources", "article"), [(f"{ARTICLE}\n", "")], id="a source"),
        pytest.param(("sources", "quint"), [(f"\n{QUINT}", "")], id="last"),
        pytest.param(("open", 0), [("Who pays., ", "")], id="first in brackets"),
        pytest.param(("open", 1), [(", 'When, and how.'", "")], id="last in brackets"),
    ],
)
def test_dropping_takes_the_item_with_its_comments_away(path: tuple[str, int], edits: list[tuple[str, str]]) -> None:
    assert drop(BLOCK, path) == changed(BLOCK, *edits)


def test_dropping_the_last_item_drops_the_key_of_its_block_with_its_comments() -> None:
    text = drop(drop(drop(BLOCK, ("figures", 2)), ("figures", 1)), ("figures", 0))
    block = f"# about figures\nfigures:\n{SENT}{LOST}  - label: Left\n    derived: sent - lost\n"
    assert text == changed(BLOCK, (block, ""))


def test_dropping_the_first_block_keeps_what_stands_at_the_top_of_the_file() -> None:
    text = "# modeline\nopen: [a]\nbriefing: 1\ntitle: t\n"
    assert drop(text, ("open", 0)) == "# modeline\nbriefing: 1\ntitle: t\n"


@pytest.mark.parametrize(
    ("path", "by", "edits"),
    [
        pytest.param(("summary", 0), 1, [(FIRST + "  - Two.\n", "  - Two.\n" + FIRST)], id="down"),
        pytest.param(("summary", 2), -1, [(f"  - Two.\n\n{THIRD}", f"{THIRD}\n  - Two.\n")], id="up, with comments"),
        pytest.param(("figures", 1), -1, [(SENT + LOST, LOST + SENT)], id="braces"),
        pytest.param(
            ("open", 0), 1, [("Who pays., 'When, and how.'", "'When, and how.', Who pays.")], id="in brackets"
        ),
        pytest.param(("open", 1), 1, [], id="at the end already"),
        pytest.param(
            ("sources", "quint"),
            -1,
            [
                (
                    f"{ARTICLE}\n{QUINT}",
                    f"{QUINT}\n{ARTICLE}",
                )
            ],
            id="a source",
        ),
    ],
)
def test_moving_exchanges_an_item_with_its_neighbour(
    path: tuple[str, int], by: int, edits: list[tuple[str, str]]
) -> None:
    assert move(BLOCK, path, by) == changed(BLOCK, *edits)


@pytest.mark.parametrize(
    ("path", "key", "value", "edits"),
    [
        pytest.param(("summary", 0), "text", "Won.", [("One.", "Won.")], id="a text"),
        pytest.param(
            ("summary", 2),
            "text",
            "Two lines.",
            [(">-\n      Three\n      lines.", ">-\n      Two\n      lines.")],
            id="folded",
        ),
        pytest.param(("summary", 1), "text", "Too: two.", [("Two.", '"Too: two."')], id="a bare text"),
        pytest.param(
            ("summary", 1), "by", "quint", [("- Two.\n", "- text: Two.\n    by: quint\n")], id="a bare text gets a key"
        ),
        pytest.param(("figures", 1), "value", "1,001", [("1,000", "1,001")], id="in braces"),
        pytest.param(
            ("figures", 1), "unit", "people, men", [('"1,000"', '"1,000", unit: "people, men"')], id="new in braces"
        ),
        pytest.param(("summary", 0), "by", "quint", [("One.\n", "One.\n    by: quint\n")], id="new, in its order"),
        pytest.param(
            ("figures", 2),
            "id",
            "left",
            [("  - label: Left\n", "  - label: Left\n    id: left\n")],
            id="new, below the label",
        ),
        pytest.param(
            ("summary", 0),
            "cites",
            [{"quote": "a", "at": "para 2"}, "quint"],
            [("cites:\n      quote: one\n", "cites:\n      - quote: a\n        at: para 2\n      - quint\n")],
            id="cites",
        ),
        pytest.param(("open", 1), "text", "When.", [("'When, and how.'", '"When."')], id="open"),
        pytest.param(
            ("sources", "article"),
            "publisher",
            "News",
            [("    title: Talks\n", "    title: Talks\n    publisher: News\n")],
            id="a source",
        ),
    ],
)
def test_setting_a_key_keeps_the_layout(
    path: tuple[str, int], key: str, value: PlainValue, edits: list[tuple[str, str]]
) -> None:
    assert put(BLOCK, path, key, value) == changed(BLOCK, *edits)


ITEM: PlainItem = {"text": "New: a point.", "reviewed": "no", "cites": {"quote": "new, or old"}}
LINES = '  - text: "New: a point."\n    reviewed: no\n    cites:\n      quote: new, or old\n'


@pytest.mark.parametrize(
    ("block", "item", "index", "key", "edits"),
    [
        pytest.param("summary", ITEM, None, None, [("      lines.\n", f"      lines.\n\n{LINES}")], id="at the end"),
        pytest.param("summary", ITEM, 0, None, [("  # the first\n", f"{LINES}  # the first\n")], id="at the top"),
        pytest.param(
            "figures",
            {"label": "Dead, hurt", "value": "4"},
            1,
            None,
            [(LOST, f'  - {{label: "Dead, hurt", value: 4}}\n{LOST}')],
            id="braces",
        ),
        pytest.param(
            "timeline",
            {"text": "Now.", "when": "2026"},
            None,
            None,
            [("  when: 2025\n", "  when: 2025\n\n- text: Now.\n  when: 2026\n")],
            id="no indent",
        ),
        pytest.param(
            "sources",
            {"kind": "person", "name": "Ada", "via": "article"},
            None,
            "ada",
            [("via: article}\n", "via: article}\n\n  ada: {kind: person, name: Ada, via: article}\n")],
            id="a source",
        ),
        pytest.param("open", "Where, when?", None, None, [("how.']", 'how.\', "Where, when?"]')], id="open"),
        pytest.param(
            "entities",
            {"name": "Tarn"},
            None,
            None,
            [("tags: [harbour, talks]\n", "tags: [harbour, talks]\n\nentities:\n  - name: Tarn\n")],
            id="a new block",
        ),
    ],
)
def test_a_new_item_looks_like_its_neighbours(
    block: str, item: PlainValue, index: int | None, key: str | None, edits: list[tuple[str, str]]
) -> None:
    assert insert(BLOCK, block, item, index, key) == changed(BLOCK, *edits)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("open: []  # none\n", "open:  # none\n  - a\n", id="brackets"),
        pytest.param("open:  # none\n", "open:  # none\n  - a\n", id="nothing"),
        pytest.param("", "open:\n  - a\n", id="no key"),
        pytest.param("open: [\n  b,  # why\n  ]", "open: [\n  b,  # why\n  a,\n  ]", id="lines in brackets"),
        pytest.param("open:\n  - b", "open:\n  - b\n  - a", id="no line end"),
    ],
)
def test_an_item_finds_its_place_in_any_block(before: str, after: str) -> None:
    head = "briefing: 1\ntitle: t\n"
    assert insert(head + before, "open", "a") == head + after


def test_the_head_takes_a_key_in_its_place() -> None:
    assert put_head(BLOCK, "status", "draft") == changed(BLOCK, ("# short\n", "# short\nstatus: draft\n"))
    assert put_head(put_head(BLOCK, "status", "draft"), "status", "final") == put_head(BLOCK, "status", "final")


def test_a_brief_in_json_stays_json() -> None:
    text = '{"briefing": 1, "title": "t", "summary": ["a"]}'
    new = insert(put(text, ("summary", 0), "by", "quint"), "open", "b")
    assert new == '{"briefing": 1, "title": "t", "summary": [{"text": "a", "by": "quint"}], "open": ["b"]}'


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    text = "\ufeff" + BLOCK.replace("\n", "\r\n")
    for new in (
        put_head(text, "status", "draft"),
        insert(text, "summary", ITEM),
        put(text, ("summary", 1), "by", "quint"),
        drop(text, ("summary", 1)),
        move(text, ("summary", 1), 1),
    ):
        assert new.startswith("\ufeff")
        assert new.count("\n") == new.count("\r\n") == len(new.splitlines())


def test_what_is_laid_out_oddly_is_written_anew() -> None:
    text = "briefing: 1\ntitle: t\nsummary: !!seq\n- a\n- b\n"
    assert drop(text, ("summary", 0)) == "briefing: 1\ntitle: t\nsummary:\n  - b\n"


@pytest.mark.parametrize("text", ["a: [", "- a", "", "a: b: c", "\x00", "[" * 5000])
def test_a_file_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(EditError, match="cannot be changed before it can be read"):
        drop(text, ("summary", 0))


@pytest.mark.parametrize(
    "path", [("summary", 9), ("figures", -1), ("sources", "nobody"), ("tags", "harbour"), ("x", 0)]
)
def test_an_item_that_is_not_there_is_refused(path: tuple[str, int]) -> None:
    with pytest.raises(EditError, match="the brief has nothing at"):
        drop(BLOCK, path)


def test_an_id_is_given_once() -> None:
    with pytest.raises(EditError, match="sources quint already"):
        insert(BLOCK, "sources", {"kind": "person"}, key="quint")


@pytest.mark.parametrize(
    ("path", "by"),
    [
        pytest.param(("figures", 0), (("figures", 2), ("timeline", 0)), id="a figure"),
        pytest.param(("figures", 1), (("figures", 2),), id="derived"),
        pytest.param(("figures", 2), (), id="without id"),
        pytest.param(("sources", "article"), (("summary", 0), ("sources", "quint")), id="the only article"),
        pytest.param(("sources", "quint"), (), id="nobody"),
        pytest.param(("open", 0), (), id="open"),
    ],
)
def test_what_refers_to_an_item_is_known(path: tuple[str, int], by: tuple[tuple[str, int], ...]) -> None:
    assert references(BLOCK, path) == by


def test_several_parts_go_at_once() -> None:
    gone = [
        ("summary", 0),
        ("summary", 2),
        ("figures", 0, "reviewed"),
        ("open", 0),
        ("open", 1),
        ("summary", 0, "cites"),
    ]
    new = BriefText(BLOCK).without(gone).text
    open_line = "open: [Who pays., 'When, and how.']\n"
    assert new == changed(BLOCK, (FIRST, ""), (f"\n{THIRD}", ""), (", reviewed: no", ""), (open_line, ""))
