"""Every code that a file can get has rows here: text, place, code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from briefing.base.problems import Code, Problem, Severity
from briefing.format.parse import read_brief_bytes, read_brief_text

HEAD = "briefing: 1\ntitle: T\n"
ARTICLE = "sources:\n  a:\n    kind: article\n"

ROWS = (
    pytest.param("", "x.yaml:1:1", "empty", id="empty"),
    pytest.param("# only a comment\n", "x.yaml:1:1", "empty", id="comment"),
    pytest.param("a text\n", "x.yaml:1:1", "type", id="top level text"),
    pytest.param("- a\n- b\n", "x.yaml:1:1", "type", id="top level list"),
    pytest.param(HEAD + "note: " + "x" * (1 << 20), "x.yaml:1:1", "too-large", id="bytes"),
    pytest.param(HEAD + "x-a: [" + "a," * 60_000 + "]", "x.yaml:3:99989", "too-large", id="events"),
    pytest.param(HEAD + "note: a\x07b\n", "x.yaml:3:8", "control-character", id="bell"),
    pytest.param(HEAD + "note: a\0b\n", "x.yaml:3:8", "control-character", id="nul"),
    pytest.param(HEAD + 'note: "a\\eb"\n', "x.yaml:3:7", "control-character", id="escape in quotes"),
    pytest.param(HEAD + "note: a\u202eb\n", "x.yaml:3:8", "control-character", id="bidi"),
    pytest.param(HEAD + "note: a\ud800b\n", "x.yaml:3:8", "control-character", id="surrogate"),
    pytest.param(HEAD + "note: a\uffffb\n", "x.yaml:3:8", "control-character", id="noncharacter"),
    pytest.param(HEAD + "note: a\x85b\n", "x.yaml:3:8", "control-character", id="next line"),
    pytest.param(HEAD + "note: a: b\n", "x.yaml:3:8", "yaml-syntax", id="colon"),
    pytest.param(HEAD + "figures: [{label: a, value: 3,000}]\n", "x.yaml:3:31", "yaml-syntax", id="cut number"),
    pytest.param(HEAD + "summary: [{text: a, or not}]\n", "x.yaml:3:21", "yaml-syntax", id="cut text"),
    pytest.param(HEAD + "open:\n\t- a\n", "x.yaml:4:1", "yaml-syntax", id="tab"),
    pytest.param(HEAD + 'note: "a\nlede: b\n', "x.yaml:3:7", "yaml-syntax", id="quote"),
    pytest.param(HEAD + "tags: [a, b\nlede: b\n", "x.yaml:3:7", "yaml-syntax", id="bracket"),
    pytest.param(HEAD + "x-a: " + "[" * 100_000, None, "yaml-depth", id="very deep lists"),
    pytest.param(HEAD + "x-a: " + "[" * 900, "x.yaml:3:45", "yaml-depth", id="deep lists"),
    pytest.param(HEAD + "x-a: " + "{a: " * 50_000, "x.yaml:3:162", "yaml-depth", id="deep mappings"),
    pytest.param(HEAD + "note: " + "[" * 900, "x.yaml:3:46", "yaml-depth", id="deep lists for a text"),
    pytest.param("briefing: 1\ntitle: [a\n", "x.yaml:2:8", "yaml-syntax", id="open list for a text"),
    pytest.param(HEAD + "note: &a b\n", "x.yaml:3:7", "yaml-anchor", id="anchor"),
    pytest.param(HEAD + "note: *a\n", "x.yaml:3:7", "yaml-anchor", id="alias"),
    pytest.param(HEAD + "note: !!str b\n", "x.yaml:3:7", "yaml-tag", id="tag"),
    pytest.param(HEAD + "<<: {note: b}\n", "x.yaml:3:1", "yaml-merge", id="merge"),
    pytest.param(HEAD + "[a, b]: c\n", "x.yaml:3:1", "yaml-key", id="key"),
    pytest.param(HEAD + "---\ntitle: U\n", "x.yaml:3:1", "yaml-document", id="document"),
    pytest.param(HEAD + "title: U\n", "x.yaml:3:1", "field-twice", id="twice"),
    pytest.param(HEAD + "sumary: [a]\n", "x.yaml:3:1", "field-unknown", id="unknown"),
    pytest.param(
        HEAD + "figures:\n- {label: a, value: 1, likelihood: likely}\n",
        "x.yaml:4:24",
        "field-unknown",
        id="judgement on a figure",
    ),
    pytest.param("briefing: 1\n", "x.yaml:1:1", "field-missing", id="no title"),
    pytest.param("title: T\n", "x.yaml:1:1", "field-missing", id="no version"),
    pytest.param("briefing: 1\ntitle:\n", "x.yaml:2:1", "field-missing", id="empty title"),
    pytest.param(HEAD + "sources:\n  a: {title: b}\n", "x.yaml:4:6", "field-missing", id="no kind"),
    pytest.param(HEAD + "sources:\n  a:\n", "x.yaml:4:3", "field-missing", id="empty source"),
    pytest.param("briefing: 1\ntitle: [a]\n", "x.yaml:2:8", "type", id="list for text"),
    pytest.param(HEAD + "summary: a\n", "x.yaml:3:10", "type", id="text for list"),
    pytest.param(HEAD + "figures: [3000]\n", "x.yaml:3:11", "type", id="text for figure"),
    pytest.param(HEAD + "sources: [a]\n", "x.yaml:3:10", "type", id="list for sources"),
    pytest.param(HEAD + "summary: [[a]]\n", "x.yaml:3:11", "type", id="list for point"),
    pytest.param(HEAD + "status: Draft\n", "x.yaml:3:9", "value", id="status"),
    pytest.param(
        HEAD + ARTICLE + "summary:\n- text: a\n  cites: {quote: b, credibility: 7}\n",
        "x.yaml:8:34",
        "value",
        id="credibility",
    ),
    pytest.param("briefing: 2\ntitle: T\n", "x.yaml:1:11", "version", id="newer"),
    pytest.param("briefing: one\ntitle: T\n", "x.yaml:1:11", "version", id="no number"),
    pytest.param(HEAD + "date: 2023-02-29\n", None, "date", id="date"),
    pytest.param(HEAD + "figures: [{label: a, value: '3.000,5'}]\n", "x.yaml:3:29", "number", id="number"),
    pytest.param(HEAD + "summary: [{text: a, id: A B}]\n", "x.yaml:3:25", "id", id="id"),
    pytest.param(HEAD + "sources: {A: {kind: data}}\n", "x.yaml:3:11", "id", id="source id"),
    pytest.param(HEAD + "figures: [{label: a, value: 1, measure: A/}]\n", "x.yaml:3:41", "id", id="measure"),
    pytest.param(HEAD + "supersedes: a.yaml\n", "x.yaml:3:13", "id", id="brief id"),
    pytest.param(HEAD + "summary: [{text: a, id: b}, {text: c, id: b}]\n", "x.yaml:3:43", "id-twice", id="id twice"),
    pytest.param(HEAD + ARTICLE + "summary: [{text: a, by: b}]\n", "x.yaml:6:25", "reference", id="by"),
    pytest.param(HEAD + ARTICLE + "summary: [{text: a, cites: b}]\n", "x.yaml:6:28", "reference", id="cite"),
    pytest.param(HEAD + "sources: {a: {kind: data, via: b}}\n", "x.yaml:3:32", "reference", id="via"),
    pytest.param(
        HEAD + "timeline: [{text: a, when: 2024, figures: [b]}]\n", "x.yaml:3:44", "reference", id="figure of an event"
    ),
    pytest.param(HEAD + "figures: [{label: a, derived: b + b}]\n", "x.yaml:3:31", "reference", id="figure of a figure"),
    pytest.param(HEAD + "marking: TLP:WHITE\n", "x.yaml:3:10", "marking", id="marking"),
    pytest.param(HEAD + "language: english\n", "x.yaml:3:11", "language", id="language"),
    pytest.param(HEAD + "sources: {a: {kind: data, url: 'ftp://b'}}\n", "x.yaml:3:32", "url", id="url"),
    pytest.param(HEAD + "sources: {a: {kind: data, file: ../b}}\n", "x.yaml:3:33", "file-path", id="file"),
    pytest.param(HEAD + "sources: {a: {kind: data, sha256: 12}}\n", "x.yaml:3:35", "sha256", id="sha256"),
    pytest.param(HEAD + ARTICLE + "summary: [{text: a, cites: {at: 3}}]\n", "x.yaml:6:33", "paragraph", id="at"),
    pytest.param(HEAD + "summary: [{text: a, cites: {quote: b}}]\n", "x.yaml:3:28", "cite-source", id="cite source"),
    pytest.param(HEAD + "figures: [{label: a}]\n", "x.yaml:3:11", "figure-amount", id="no amount"),
    pytest.param(
        HEAD + "figures: [{label: a, value: 1, derived: a}]\n", "x.yaml:3:41", "figure-amount", id="two amounts"
    ),
    pytest.param(
        HEAD + "figures: [{label: a, value: 1, low: 1}]\n", "x.yaml:3:37", "figure-amount", id="value and low"
    ),
    pytest.param(HEAD + "figures: [{label: a, value: 3, low: 1, high: 2}]\n", "x.yaml:3:29", "interval", id="outside"),
    pytest.param(HEAD + "figures: [{label: a, low: 1}]\n", "x.yaml:3:27", "figure-amount", id="half an interval"),
    pytest.param(HEAD + "figures: [{label: a, low: 2, high: 1}]\n", "x.yaml:3:27", "interval", id="interval"),
    pytest.param(HEAD + "figures: [{label: a, derived: b ^ c}]\n", "x.yaml:3:33", "derivation", id="derivation"),
    pytest.param(HEAD + "figures: [{label: a, id: a, derived: a + a}]\n", "x.yaml:3:38", "derivation-loop", id="loop"),
    pytest.param(HEAD + "\u200blede: a\n", "x.yaml:3:1", "invisible-character", id="invisible"),
    pytest.param(HEAD + "summary:\n\u00a0\u00a0- text: a\n", "x.yaml:4:1", "invisible-character", id="indented"),
    pytest.param(HEAD + "summary:\n \u00a0- text: a\n", "x.yaml:4:2", "invisible-character", id="half indented"),
    pytest.param(HEAD + "summary: [{\u00a0text: a}]\n", "x.yaml:3:12", "invisible-character", id="in braces"),
    pytest.param(HEAD + "<<<<<<< HEAD\nlede: a\n=======\n>>>>>>> b\n", "x.yaml:3:1", "merge-conflict", id="conflict"),
    pytest.param(HEAD + "lede: |\n  a\n=======\n  b\n", "x.yaml:5:1", "merge-conflict", id="rest of one"),
    pytest.param(HEAD + "lede: #1 in the list\n", "x.yaml:3:7", "value-commented", id="comment for a value"),
    pytest.param(HEAD + "tags:\n- #1 in the list\n", "x.yaml:4:3", "value-commented", id="comment for an item"),
    pytest.param("briefing: 1\ntitle: # Harbour\n", "x.yaml:2:1", "field-missing", id="comment for the title"),
    pytest.param(HEAD + "summary:\n  -a\n", "x.yaml:4:3", "type", id="dash without a space"),
    pytest.param(HEAD + "timeline: [a]\n", None, "type", id="text for event"),
    pytest.param(HEAD + "timeline: [{text: a}]\n", "x.yaml:3:12", "event-when", id="event"),
    pytest.param(HEAD + "summary: [{text: a, basis: editor}]\n", "x.yaml:3:28", "basis-note", id="basis"),
)

BYTES = (
    pytest.param(HEAD.encode() + b"note: caf\xe9\n", "x.yaml:3:10", "not-utf8", id="latin 1"),
    pytest.param("näh: é\n".encode() + b"\xff", "x.yaml:2:1", "not-utf8", id="behind characters of two bytes"),
    pytest.param(HEAD.encode("utf-16"), "x.yaml:1:1", "not-utf8", id="utf-16"),
    pytest.param(HEAD.encode("utf-16-le"), "x.yaml:1:1", "not-utf8", id="utf-16 without a mark"),
    pytest.param(HEAD.encode("utf-32"), "x.yaml:1:1", "not-utf8", id="utf-32"),
    pytest.param(b"a" * ((1 << 20) + 1), "x.yaml:1:1", "too-large", id="bytes"),
)

WARNINGS = {Code.CONTROL_CHARACTER, Code.FIELD_UNKNOWN, Code.BASIS_NOTE}


@cache
def problems_of(text: str) -> tuple[Problem, ...]:
    """Read a row once, whatever is asked of it."""
    return read_brief_text(text, Path("x.yaml")).problems


@pytest.mark.parametrize(("text", "place", "code"), ROWS)
def test_one_mistake_is_one_problem_in_its_place(text: str, place: str | None, code: str) -> None:
    problems = problems_of(text)
    assert [problem.code for problem in problems] == [code]
    assert place is None or str(problems[0].place) == place


@pytest.mark.parametrize(("data", "place", "code"), BYTES)
def test_bytes_that_are_no_text_have_one_problem_in_its_place(data: bytes, place: str, code: str) -> None:
    problems = read_brief_bytes(data, Path("x.yaml")).problems
    assert [str(problem.place) for problem in problems if problem.code == code] == [place]


@pytest.mark.parametrize("text", ["lede: # to be written\n", "lede: We are #1 here\n"])
def test_what_may_be_a_comment_is_a_warning(text: str) -> None:
    assert [(one.code, one.severity) for one in problems_of(HEAD + text)] == [(Code.VALUE_COMMENTED, Severity.WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("summary: # points\n- a # one\ntags: # none\n", id="comments"),
        pytest.param("lede: Il dit «\u00a0oui\u00a0»\u00a0; 11\u202f000\n", id="spaces of typography"),
        pytest.param("lede: |\n  one\n  \u00a0 two\n", id="indented text"),
        pytest.param("lede: Yes \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f\n", id="emoji"),
        pytest.param("entities: [\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645]\n", id="joined letters"),
        pytest.param("lede: '\u00a0- a'\n", id="in quotes"),
        pytest.param("lede:\u0020\u00a0a\u00a0\nauthor: \ufeffA\n", id="around a text"),
        pytest.param("x-a\u00a0b: {\u200bc: d}\n", id="kept for others"),
        pytest.param("lede: |\n  a\n  =======\n  b\n  <<<<<<< c\n", id="marks inside a text"),
        pytest.param("lede: a ======= b\n", id="marks in a line"),
        pytest.param("lede: a#1 and b# c\nauthor: '#1'\n", id="no comment"),
    ],
)
def test_what_loses_nothing_is_no_problem(text: str) -> None:
    assert problems_of(HEAD + text) == ()


def test_an_invisible_character_is_named_by_its_number() -> None:
    (problem,) = problems_of(HEAD + "summary:\n\u00a0\u00a0- text: a\n")
    assert "U+00A0 (no-break space)" in problem.sentence


def test_a_control_character_in_a_key_is_an_error() -> None:
    found = {(str(one.place), one.code, one.severity) for one in problems_of(HEAD + "\x08lede: a\n")}
    assert ("x.yaml:3:1", "invisible-character", Severity.ERROR) in found


def test_what_stands_before_a_merge_conflict_is_read() -> None:
    reading = read_brief_text(HEAD + "summary:\n- a\n<<<<<<< HEAD\n- b\n=======\n- c\n>>>>>>> d\n", Path("x.yaml"))
    assert reading.brief is not None
    assert [point.text for point in reading.brief.summary] == ["a"]


def test_every_code_has_a_row() -> None:
    of_the_library = {Code.UNREADABLE}
    assert {str(row.values[2]) for row in (*ROWS, *BYTES)} == {str(code) for code in set(Code) - of_the_library}


@pytest.mark.parametrize(("text", "place", "code"), ROWS)
def test_only_what_leaves_the_brief_whole_is_a_warning(text: str, place: str | None, code: str) -> None:
    del place
    (problem,) = problems_of(text)
    assert (problem.severity is Severity.WARNING) == (code in WARNINGS)


@pytest.mark.parametrize(("text", "place", "code"), ROWS)
def test_a_sentence_is_one_line_without_a_full_stop(text: str, place: str | None, code: str) -> None:
    del place, code
    (problem,) = problems_of(text)
    assert problem.sentence.isprintable()
    assert not problem.sentence.endswith(".")
    assert len(problem.sentence) < 300
