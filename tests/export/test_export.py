from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.evidence import Assessment, Support
from briefing.evidence.check import check_brief
from briefing.evidence.classes import CLASSES
from briefing.export import item_text, list_row_json, markdown, reading_json
from briefing.export.markdown import escaped
from briefing.format.model import Brief, Point
from briefing.format.parse import Reading, read_brief_text
from briefing.format.parse.schema import BLOCKS
from briefing.render.lines import Target, TargetKind
from tests.support.evidence import texts_of

EVERYTHING = """\
briefing: 1
title: Harbour talks
lede: They meet again.
date: 2024-10-21
status: draft
supersedes: old/harbour
author: Desk
language: en-GB
marking: TLP:AMBER
tags: [harbour]
entities: [{name: Harbour Board, kind: organisation, aliases: [HB]}]
summary:
  - {id: meet, text: They meet on Monday., by: board, standing: expected, when: XXXX-01/XXXX-02, basis: reckoned,
     stated: soon, note: As told., likelihood: likely, confidence: low,
     cites: {source: paper, quote: meet again on Monday, at: para 2, credibility: 2}}
figures:
  - {id: sent, label: Ships sent, value: 1.10, unit: million, approx: about, kind: total, measure: harbour/ships}
  - {id: lost, label: Ships lost, low: 3, high: 5}
  - {id: crew, label: Crew per ship, value: 68, low: 61, high: 74}
  - {label: Share lost, derived: lost / sent}
timeline:
  - {text: The harbour opens., when: 1959, place: Harbour, figures: [sent]}
sources:
  paper: {kind: article, title: Talks resume, publisher: The Paper, author: A. Writer, language: en, role: newspaper,
          url: "https://example.org/a", file: t.txt, sha256: SHA,
          published: unknown, retrieved: 2024-10-22, reliability: B, withdrawn: printed in error, note: A note.}
  board: {kind: organisation, name: Harbour Board, via: paper, cites: paper, published: ../1945}
open: [Who pays.]
related: [{brief: docks, as: see-also}]
note: Remember.
x-desk: {number: "7"}
""".replace("SHA", "a" * 64)


def read(text: str) -> Reading:
    return read_brief_text(text, Path("harbour.yaml"), "harbour")


def brief_of(text: str) -> Brief:
    reading = read(text)
    assert reading.brief is not None
    return reading.brief


FULL = brief_of(EVERYTHING)


def record(text: str = EVERYTHING) -> dict[str, object]:
    found: dict[str, object] = json.loads(reading_json(read(text)))
    return found


def inside(value: object, *path: str | int) -> object:
    for step in path:
        assert isinstance(value, dict | list)
        value = value[step]  # type: ignore[index]
    return value


def names(block: str) -> set[str]:
    return {field.name for field in BLOCKS[block].fields}


@pytest.mark.parametrize(
    ("block", "path"),
    [
        ("brief", ()),
        ("entity", ("entities", 0)),
        ("point", ("summary", 0)),
        ("figure", ("figures", 0)),
        ("event", ("timeline", 0)),
        ("source", ("sources", "paper")),
        ("cite", ("summary", 0, "cites", 0)),
        ("related", ("related", 0)),
    ],
)
def test_json_has_every_field_of_the_format_under_its_own_name(block: str, path: tuple[str | int, ...]) -> None:
    found = inside(record(), *path)
    assert isinstance(found, dict)
    assert names(block) <= set(found)


def test_json_has_no_block_that_is_not_tested_above() -> None:
    assert set(BLOCKS) == {"brief", "entity", "point", "figure", "event", "source", "cite", "related"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("figures", 0, "value"), "1.10"),
        (("figures", 1, "low"), "3"),
        (("figures", 1, "high"), "5"),
        (("figures", 1, "value"), None),
        (("figures", 2, "value"), "68"),
        (("figures", 2, "high"), "74"),
        (("figures", 3, "derived"), "lost / sent"),
        (("summary", 0, "cites", 0, "at"), "para 2"),
        (("summary", 0, "cites", 0, "credibility"), 2),
        (("related", 0, "as"), "see-also"),
        (("sources", "paper", "withdrawn"), "printed in error"),
        (("x-desk", "number"), "7"),
        (("marking",), "TLP:AMBER"),
        (("problems",), []),
        (
            ("date",),
            {"edtf": "2024-10-21", "earliest": "2024-10-21", "latest": "2024-10-21", "words": "21 October 2024"},
        ),
        (
            ("timeline", 0, "when"),
            {"edtf": "1959", "earliest": "1959-01-01", "latest": "1959-12-31", "words": "1959"},
        ),
        (
            ("summary", 0, "when"),
            {
                "edtf": "XXXX-01/XXXX-02",
                "earliest": None,
                "latest": None,
                "words": "January to February, year not stated",
            },
        ),
        (
            ("sources", "paper", "published"),
            {"edtf": None, "earliest": None, "latest": None, "words": "unknown"},
        ),
        (("sources", "board", "published", "earliest"), None),
        (("sources", "board", "published", "latest"), "1945-12-31"),
    ],
)
def test_json_gives_exact_values(path: tuple[str | int, ...], value: object) -> None:
    assert inside(record(), *path) == value


def test_json_gives_problems_with_their_places() -> None:
    assert inside(record("briefing: 1\ntitle: x\ntitel: x\n"), "problems", 0) == {
        "path": "./harbour.yaml",
        "line": 3,
        "column": 1,
        "severity": "warning",
        "code": "field-unknown",
        "sentence": "“titel” is not a key of a brief",
    }


def test_json_of_a_file_that_cannot_be_read_has_only_problems() -> None:
    assert set(record("[")) >= {"problems"}


@given(title=st.text(min_size=1))
@settings(max_examples=60, deadline=None)
def test_json_is_one_line_of_ascii_that_reads_back_exactly(title: str) -> None:
    text = reading_json(Reading(Brief(id="x", title=title), ()))
    assert text.isascii()
    assert "\n" not in text
    assert json.loads(text)["title"] == title


def test_a_row_of_a_list_counts_the_problems() -> None:
    row = json.loads(list_row_json("harbour", Path("harbour.yaml"), read("briefing: 1\ntitel: x\n")))
    assert (row["id"], row["path"], row["errors"] > 0) == ("harbour", "./harbour.yaml", True)


def test_a_figure_is_copied_with_its_citation_and_the_marking() -> None:
    assert item_text(brief_of(COPIED), Target(TargetKind.FIGURE, 0)) == (
        "Ships sent: about 1,100 ships (total)\n"
        "“some 1,100 ships” – Talks resume, The Paper, published 21 October 2024, paragraph 2\n"
        "Talks resume, The Paper, published 21 October 2024\n"
        "[Harbour talks, draft, 22 October 2024, TLP:AMBER+STRICT]\n"
    )


COPIED = """\
briefing: 1
title: Harbour talks
date: 2024-10-22
status: draft
marking: TLP:AMBER+STRICT
figures:
  - label: Ships sent
    value: 1100
    unit: ships
    approx: about
    kind: total
    cites: [{source: paper, quote: "some 1,100 ships", at: para 2}, paper]
sources:
  paper: {kind: article, title: Talks resume, publisher: The Paper, published: 2024-10-21}
"""


def test_of_one_cite_only_that_one_is_copied() -> None:
    assert "1,100 ships”" not in item_text(brief_of(COPIED), Target(TargetKind.FIGURE, 0, 1))


@pytest.mark.parametrize("kind", list(TargetKind))
def test_whatever_is_copied_carries_the_marking(kind: TargetKind) -> None:
    assert item_text(FULL, Target(kind, 0)).endswith("TLP:AMBER]\n")


@pytest.mark.parametrize(
    ("target", "begins"),
    [
        (
            Target(TargetKind.POINT, 0),
            "They meet on Monday. (likely (55–80 %); low confidence; expected, according to ",
        ),
        (Target(TargetKind.EVENT, 0), "1959: The harbour opens. (Harbour; Ships sent: about 1.10 million)"),
        (
            Target(TargetKind.SOURCE, 0),
            "Talks resume\narticle; newspaper; The Paper; A. Writer; B – usually reliable; ",
        ),
        (Target(TargetKind.OPEN, 0), "Left open: Who pays."),
        (Target(TargetKind.RELATED, 0), "docks"),
        (Target(TargetKind.BRIEF, 0), "Harbour talks\nThey meet again."),
    ],
)
def test_each_kind_of_item_is_copied_in_words(target: Target, begins: str) -> None:
    assert item_text(FULL, target).startswith(begins)


def test_markdown_carries_the_marking_on_top_and_at_the_bottom() -> None:
    lines = markdown(FULL).splitlines()
    assert (lines[0], lines[-1]) == ("**TLP:AMBER**", "**TLP:AMBER**")


def test_markdown_holds_every_text_of_the_brief() -> None:
    found = markdown(FULL)
    texts = [
        *("They meet again.", "Harbour Board", "HB", "They meet on Monday.", "As told.", "likely", "low confidence"),
        *("meet again on Monday", "about 1.10 million", "3 to 5", "Share lost", "The harbour opens.", "1959"),
        *("<https://example.org/a>", "printed in error", "A note.", "Who pays.", "docks", "Remember.", "number: 7"),
        *("old/harbour", "Desk", "January to February, year not stated", "unknown", "credibility 2", "paragraph 2"),
    ]
    assert [text for text in texts if text not in found] == []


def test_markdown_marks_lead_to_the_citations() -> None:
    found = markdown(brief_of(COPIED))
    assert r"Ships sent \[1\] \[2\]" in found
    assert "## Citations\n\n1. “some 1,100 ships” – Talks resume" in found


HOSTILE: Mapping[str, str] = {
    "<script>alert(1)</script>": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&lt;b&gt;": "&amp;lt;b&amp;gt;",
    "[a](javascript:x)": r"\[a\](javascript:x)",
    "![a](b)": r"!\[a\](b)",
    "# heading": r"\# heading",
    "- item": r"\- item",
    "+ item": r"\+ item",
    "1. item": r"1\. item",
    "12) item": r"12\) item",
    "=====": r"\=====",
    "---": r"\---",
    "> quote": "&gt; quote",
    "    code": "code",
    "`code`": r"\`code\`",
    "~~~": r"\~\~\~",
    "**bold** _it_": r"\*\*bold\*\* \_it\_",
    "a | b": r"a \| b",
    "https://evil.example": r"https\://evil.example",
    "www.evil.example": r"www\.evil.example",
    "a@b.example": r"a\@b.example",
    "back\\slash": r"back\\slash",
    "two\nlines\n\n# three": r"two lines \# three",
    "[a]: http://x": r"\[a\]: http\://x",
}


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_brief_is_no_markup(text: str) -> None:
    assert escaped(text) == HOSTILE[text]


MARKUP = st.text(alphabet="ab1 .-+=#>*_`[]()!<&~|\\\n\t:/w@$", min_size=1).filter(str.strip)
COMMONMARK = MarkdownIt("commonmark")
GITHUB = MarkdownIt("gfm-like")


def texts(parser: MarkdownIt, document: str) -> list[str]:
    """Return each stretch of text that the document shows, and of everything else only what kind it is."""
    inline = [child for token in parser.parse(document) for child in token.children or [token]]
    return [token.content if token.type == "text" else token.type for token in inline]


@pytest.mark.parametrize("parser", [COMMONMARK, GITHUB], ids=["commonmark", "github"])
@given(text=MARKUP)
@settings(max_examples=100, deadline=None)
def test_whatever_stands_in_a_brief_is_shown_as_it_is(parser: MarkdownIt, text: str) -> None:
    plain, odd = (
        markdown(Brief(id="x", title=each, lede=each.replace("\n", " "), summary=(Point(text=each),), open=(each,)))
        for each in ("PLAIN", text)
    )
    shown = " ".join(text.split())
    assert texts(parser, odd) == [shown if each == "PLAIN" else each for each in texts(parser, plain)]


@pytest.mark.parametrize("url", ["https://a.example/<x>", "https://a.example/ b", "https://é.example", "javascript:x"])
def test_an_address_that_could_break_out_is_text(url: str) -> None:
    source = replace(FULL.sources[0], url=url)
    assert "link_open" not in texts(COMMONMARK, markdown(replace(FULL, sources=(source,))))


def test_an_address_is_a_link() -> None:
    assert texts(COMMONMARK, markdown(FULL)).count("link_open") == 1


CHECKED = """briefing: 1
title: Talks
summary:
  - {text: Forty ships, cites: {quote: Some 40 ships lie there}}
  - {text: The talks are over}
figures:
  - {label: Ships, value: 41, cites: {quote: Some 40 ships lie there}}
sources:
  paper: {kind: article, title: Talks, file: paper.txt}
"""


def test_markdown_says_the_class_of_each_claim_where_it_was_checked() -> None:
    brief = brief_of(CHECKED)
    evidence = check_brief(brief, texts_of(brief, "Talks\n\nSome 40 ships lie there.\n"), Path("b.yaml"))
    found = CLASSES[evidence.claims[0].support].word
    shown = markdown(brief, evidence)
    assert f"- Forty ships \\[1\\] ({found}" in shown
    assert "- The talks are over\n" in shown
    assert "- **41** Ships \\[1\\] (doubtful: no quote of this figure carries 41)" in shown
    assert "- Checked: 3 claims, " in shown


def test_reasons_that_hold_text_of_a_brief_are_text_in_markdown_and_json() -> None:
    brief = brief_of(CHECKED)
    evidence = check_brief(brief, texts_of(brief, "Talks\n\nSome 40 ships lie there.\n"), Path("b.yaml"))
    hostile = Assessment(Support.WORDS_FOUND, (), ("no rules for <b>[x](https://evil.example)\n# *x*",))
    evidence = replace(evidence, claims=(hostile, *evidence.claims[1:]))
    assert "no rules for &lt;b&gt;\\[x\\](https" in markdown(brief, evidence)
    assert (
        inside(json.loads(reading_json(read(CHECKED), evidence)), "summary", 0, "unchecked", 0) == hostile.unchecked[0]
    )
