"""Verdicts as a reader sees them: signs in the panes, the page of a cite, and what rests on a source."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.base.problems import Place, Problem
from briefing.base.safe_text import safe
from briefing.evidence import Counts, Evidence, QuoteState, Span, Support, Verdict
from briefing.evidence.check import check_brief
from briefing.evidence.claim_support import assess, counts
from briefing.evidence.classes import CLASSES
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Outcome, Unchecked
from briefing.format.model import Brief, Cite, Point, Source, SourceKind, SourceText, TextState
from briefing.library.briefs import open_library
from briefing.render.cited import Cited
from briefing.render.lines import Line, Role, Sheet, Target, TargetKind, text_of
from briefing.render.pages.dependents import falling_page, quoting_page, resting_page
from briefing.render.pages.source_text import SourceTextPage, folded_head, legend_line, quoting_line, source_text_page
from briefing.render.panes.sources import sources_pane
from briefing.render.panes.summary import summary_pane, unchecked_summary_pane
from briefing.render.parts.counts_in_words import count_parts
from briefing.render.parts.marked_text import WHOLE
from briefing.render.parts.verdict_marks import sign_text
from briefing.render.parts.verdict_words import verdict_words
from briefing.render.plain import document, panes
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from briefing.tui.data.targets import asked_sources
from tests.support.evidence import held, read
from tests.support.render_samples import plain_text
from tests.support.terminal import ROOT, SAMPLES

GOLDEN = ROOT / "tests" / "golden"
LOOKS = {"full": Look(), "ascii": Look(ascii=True), "plain": Look(plain=True)}
TEXT = """Harbour talks resume

The talks on the new harbour resumed in Rason on 3 May 2024, said the
harbour master, Kim Chol. About 400 workers
wait for a decision.

A second pier is planned. It will be 120 metres long. A decision is
expected in June, “not before”, said two people who know of the talks.

The pier of 1959 is closed. A decision is expected by nobody, said others.
"""
BRIEF = read(
    """briefing: 1
title: Talks on the harbour of Rason resume
date: 2024-05-04
marking: TLP:CLEAR
summary:
  - text: Talks on the new harbour have resumed.
    cites: {source: digest, quote: The talks on the new harbour resumed in Rason}
  - text: A decision is expected.
    cites: {source: digest, quote: A decision is expected}
  - text: The old pier will be torn down.
    cites: {source: digest, quote: the old pier will be torn down}
  - text: Two people know of the talks.
    cites:
      - {source: digest, quote: 'in June, "not before", said two people'}
      - {source: wire, quote: people who know of the talks}
      - {source: insiders}
  - text: The pier of 1959 is closed.
    cites: {source: digest, quote: The pier of 1959 is closed, at: para 2}
  - text: The harbour is old.
    by: report
    cites: {source: report, quote: The harbour was built in 1911}
figures:
  - label: Workers who wait
    value: 500
    approx: about
    unit: workers
    by: master
    cites: {source: digest, quote: About 400 workers wait for a decision}
timeline:
  - text: The talks resume.
    when: 2024-05-03
    cites: {source: digest, quote: "resumed in Rason on 3 May 2024"}
sources:
  digest: {kind: article, title: Harbour talks resume, publisher: The Harbour Post, file: digest.txt,
    published: unknown, reliability: B}
  master: {kind: person, name: Kim Chol, via: digest}
  wire: {kind: article, title: A wire, url: "https://example.org/wire"}
  insiders: {kind: unnamed, name: Two people, via: wire}
  report: {kind: document, title: Report on the harbour, file: report.txt, sha256: PIN}
""".replace("PIN", "0" * 64)
)
TEXTS = {
    "digest": held(TEXT),
    "master": SourceText(state=TextState.NOT_HELD),
    "wire": SourceText(state=TextState.NOT_HELD, reason="no text of this source is held"),
    "insiders": SourceText(state=TextState.NOT_HELD),
    "report": held("A report\n\nThe harbour was built in 1911.\n"),
}
DOUBT = Problem(Place(Path("b.yaml"), 1, 1), EvidenceCode.NUMBER_NOT_IN_QUOTE, "no quote of this figure carries 500")
RULES_SAY: Mapping[int, tuple[Outcome, ...]] = {6: (DOUBT,), 7: (Unchecked("no rules for Russian"),)}
"""By claim: these tests are about what is shown of it, whatever rules there are."""


def settled(evidence: Evidence) -> Evidence:
    """Return the evidence of `BRIEF` with the verdicts on its quotes, and of rules with what these say of it."""
    of_quotes = {EvidenceCode.QUOTE_NOT_FOUND, EvidenceCode.QUOTE_AMBIGUOUS, EvidenceCode.QUOTE_MISPLACED}
    said = [[one for one in claim.findings if one.code in of_quotes] for claim in evidence.claims]
    claims = tuple(
        assess(evidence.cites[index], (*found, *RULES_SAY.get(index, ()))) for index, found in enumerate(said)
    )
    return replace(evidence, claims=claims, counts=counts(BRIEF, claims))


EVIDENCE = settled(check_brief(BRIEF, TEXTS, Path("harbour.yaml")))
TARGETS = {
    "found": Target(TargetKind.POINT, 0),
    "ambiguous": Target(TargetKind.POINT, 1),
    "not-found": Target(TargetKind.POINT, 2),
    "typography": Target(TargetKind.POINT, 3, 0),
    "not-held": Target(TargetKind.POINT, 3, 1),
    "no-quote": Target(TargetKind.POINT, 3, 2),
    "misplaced": Target(TargetKind.POINT, 4),
    "changed": Target(TargetKind.POINT, 5),
    "white-space": Target(TargetKind.FIGURE, 0),
    "words-found": Target(TargetKind.EVENT, 0),
    "whole": Target(TargetKind.SOURCE, 0),
}


def opened(name: str, width: int = 74, look: Look | None = None) -> SourceTextPage:
    return source_text_page(Cited(BRIEF, TARGETS[name], TEXTS, EVIDENCE), width, look or Look())


def text(lines: tuple[Line, ...]) -> list[str]:
    return [text_of(line) for line in lines]


def head(name: str) -> str:
    shown = opened(name)
    return " ".join(" ".join(text(shown.sheet.lines[: shown.head])).split())


def golden(name: str, shown: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


def framed(sheets: Mapping[str, Sheet]) -> str:
    return "".join(f"--- {name}\n{plain_text(sheet.lines)}" for name, sheet in sheets.items())


@pytest.mark.parametrize("width", [46, 74])
def test_a_checked_brief_looks_as_its_golden_file(width: int) -> None:
    golden(f"checked-{width}", plain_text(document(BRIEF, width, Look(), EVIDENCE)))


@pytest.mark.parametrize("look", ["ascii", "plain"])
def test_a_checked_brief_in_the_other_looks_is_as_its_golden_file(look: str) -> None:
    golden(f"checked-60-{look}", plain_text(document(BRIEF, 60, LOOKS[look], EVIDENCE)))


@pytest.mark.parametrize("width", [46, 74, 117])
def test_passages_look_as_their_golden_file(width: int) -> None:
    golden(f"passages-{width}", framed({name: opened(name, width).sheet for name in TARGETS}))


@pytest.mark.parametrize("look", ["ascii", "plain"])
def test_passages_in_the_other_looks_are_as_their_golden_file(look: str) -> None:
    shown = {name: opened(name, 108, LOOKS[look]) for name in ("found", "ambiguous", "typography")}
    framed_pages = framed({name: page.sheet for name, page in shown.items()})
    legends = "".join(f"{text_of(legend_line(page, 108, LOOKS[look]))}\n" for page in shown.values())
    golden(f"passages-108-{look}", framed_pages + legends)


@pytest.mark.parametrize("width", [46, 74])
def test_what_rests_on_a_source_looks_as_its_golden_file(width: int) -> None:
    ids = [source.id for source in BRIEF.sources]
    sheets = {f"{n} {i}": one(i, width, Look()) for i in ids for n, one in SETTERS.items()}
    golden(f"resting-{width}", framed(sheets))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("found", "point Talks on the new harbour have resumed. quote “The talks on the new harbour resumed in Rason”"),
        ("found", "in Rason” ✓ verified · found in paragraph 1, word for word source Harbour"),
        ("white-space", "figure ≈500 workers Workers who wait — Kim Chol quote “About 400"),
        ("white-space", "! doubtful · found in paragraph 1, word for word no quote of this figure carries 500"),
        (
            "typography",
            " found in paragraph 2, differing only in typography · cite 1 of 3 the claim as a whole: ∅ text not held",
        ),
        ("ambiguous", "? found 2 times, in paragraphs 2 and 3; the brief does not say which source"),
        ("not-found", "✗ NOT FOUND in the saved text source"),
        ("misplaced", "✗ not in paragraph 2, as the brief says, but in paragraph 3 source"),
        ("changed", "≠ text changed since it was pinned; the words are in paragraph 1 now source"),
        ("not-held", "∅ no text of this source is held · cite 2 of 3"),
        ("not-held", "https://example.org/wire"),
        ("words-found", "◇ words found · found in paragraph 1, word for word not checked: no rules for Russian source"),
        ("no-quote", "no words are quoted · cite 3 of 3"),
        ("found", "The Harbour Post · date of publication unknown · B – usually reliable · digest.txt"),
    ],
)
def test_the_head_of_a_passage_says_what_is_known(name: str, sentence: str) -> None:
    assert sentence in head(name)


def test_words_in_the_title_and_in_the_text_are_placed_in_both() -> None:
    cited = "Talks begin"
    words = f"{cited}\n\n{cited} on Monday.\n\nThey end soon. {cited} again."
    brief, evidence = alone(words, Span(0, len(cited)))
    said = verdict_words(Cited(brief, Target(TargetKind.POINT, 0), {"s": held(words)}, evidence))
    assert said == "found 3 times, in the title, paragraph 1 and paragraph 2; the brief does not say which"


def lit(shown: SourceTextPage, role: Role = Role.QUOTE) -> str:
    body = shown.sheet.lines[shown.head :]
    return folded("".join(run.text for line in body for run in line if run.role is role))


def folded(words: str) -> str:
    return "".join(tidy(words).split())


@pytest.mark.parametrize("name", TARGETS)
def test_words_are_lit_only_where_they_are_found(name: str) -> None:
    assert bool(lit(opened(name))) == (name in {"found", "white-space", "typography", "words-found"})


@pytest.mark.parametrize(("name", "count"), [("ambiguous", 2), ("misplaced", 1), ("changed", 1)])
def test_words_that_may_be_meant_are_shown_as_possible(name: str, count: int) -> None:
    shown = opened(name)
    marked = [line for line in shown.sheet.lines[shown.head :] if any(run.role is Role.WARNING for run in line)]
    assert len([line for line in marked if text_of(line)[2:5] == " ? "]) == len(marked) >= count


def test_the_line_to_scroll_to_is_the_first_that_is_lit() -> None:
    shown = opened("found", 40)
    first = next(n for n, line in enumerate(shown.sheet.lines) if any(run.role is Role.QUOTE for run in line))
    assert shown.lit == first


def margin_signs(shown: SourceTextPage, words: str) -> set[str]:
    """Return the signs beside the lines of a text that hold these words."""
    lines = [line for line in shown.sheet.lines[shown.head :] if words in text_of(line)]
    return {line[1].text.strip() for line in lines}


@pytest.mark.parametrize(
    ("name", "words", "sign"),
    [
        pytest.param("found", "The talks on the new harbour", "▌", id="this-claim"),
        pytest.param("found", "wait for a decision", "│", id="another-claim"),
        pytest.param("found", "expected in June", "│", id="a-claim-with-another-cite"),
        pytest.param("found", "A second pier", "", id="nobody"),
        pytest.param("words-found", "The talks on the new harbour", "▌", id="this-and-another"),
        pytest.param("ambiguous", "A second pier is planned", "?", id="what-may-be-meant"),
    ],
)
def test_the_margin_says_who_quotes_a_line(name: str, words: str, sign: str) -> None:
    assert margin_signs(opened(name), words) == {sign}


def test_what_others_quote_looks_ordinary_and_leads_to_their_cites() -> None:
    shown = opened("found")
    led = {run.target: run.role for line in shown.sheet.lines[shown.head :] for run in line if run.target is not None}
    assert led == {Target(TargetKind.FIGURE, 0, 0): Role.BODY, Target(TargetKind.POINT, 3, 0): Role.BODY} | {
        Target(TargetKind.EVENT, 0, 0): Role.BODY
    }


TWICE = """briefing: 1
title: Harbour talks resume
summary:
  - {text: They begin., cites: [{source: s, quote: Talks begin}, {source: s, quote: They end soon}]}
  - {text: They end., cites: {source: s, quote: They end soon}}
figures:
  - {label: Days, value: 1, cites: {source: s, quote: Talks begin}}
sources:
  s: {kind: article, title: T, file: s.txt}
"""


def twice(words: str, width: int, look: Look | None = None) -> SourceTextPage:
    """Return the page of the first point of a brief whose claims share their quotes."""
    brief, texts = read(TWICE), {"s": held(words)}
    cited = Cited(brief, Target(TargetKind.POINT, 0), texts, check_brief(brief, texts, Path("b.yaml")))
    return source_text_page(cited, width, look or Look())


def test_another_cite_of_the_claim_has_its_sign_and_is_not_lit() -> None:
    shown = twice("Title\n\nTalks begin.\n\nThey end soon.\n", 74)
    assert (margin_signs(shown, "They end soon"), lit(shown)) == ({"▌"}, "Talksbegin")


def test_notes_beside_a_line_name_every_item_that_rests_on_it() -> None:
    shown = twice("Title\n\nTalks begin. They end soon.\n", 120)
    noted = [text_of(line)[74:].strip() for line in shown.sheet.lines[shown.head :]]
    assert [note for note in noted if note] == ["1 They begin.", "2 Days", "1 They end."]
    line = next(number for number, line in enumerate(shown.sheet.lines) if "Talks begin." in text_of(line))
    assert shown.text.quoting[line] == (Target(TargetKind.FIGURE, 0), Target(TargetKind.POINT, 1))


def test_without_room_for_notes_the_lines_know_what_rests_on_them() -> None:
    shown = twice("Title\n\nTalks begin. They end soon.\n", 40)
    assert list(shown.text.quoting.values()) == [(Target(TargetKind.FIGURE, 0), Target(TargetKind.POINT, 1))]
    assert [item.first for item in shown.sheet.items] == list(shown.text.quoting)


def test_many_notes_of_one_line_take_few_rows_and_are_counted() -> None:
    brief = replace(read(TWICE), figures=read(TWICE).figures * 30)
    texts = {"s": held("Title\n\nTalks begin.\n\nThey end soon.\n")}
    cited = Cited(brief, Target(TargetKind.POINT, 0), texts, check_brief(brief, texts, Path("b.yaml")))
    shown = source_text_page(cited, 120, Look())
    lines = text(shown.sheet.lines[shown.head :])
    assert len(lines) < 15
    assert any(line.endswith("and 27 more") for line in lines)
    assert max(map(len, shown.text.quoting.values())) == 30


NOT_FOUND_BY_OTHERS = TWICE.replace("quote: They end soon}}", "quote: They end late}}")


def test_words_of_others_that_are_not_found_are_neither_marked_nor_noted() -> None:
    brief, texts = read(NOT_FOUND_BY_OTHERS), {"s": held("Title\n\nTalks begin.\n\nThey end soon.\n")}
    evidence = check_brief(brief, texts, Path("b.yaml"))
    shown = source_text_page(Cited(brief, Target(TargetKind.FIGURE, 0), texts, evidence), 120, Look())
    assert "They end." not in " ".join(text(shown.sheet.lines[shown.head :]))
    assert Target(TargetKind.POINT, 1) not in [one for here in shown.text.quoting.values() for one in here]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [1, 8, 40, 107, 160])
def test_notes_and_the_lines_below_hold_no_hostile_text(width: int, look: str) -> None:
    brief = read(TWICE)
    brief = replace(brief, figures=tuple(replace(figure, text=HOSTILE) for figure in brief.figures))
    texts = {"s": held("Title\n\nTalks begin.\n\nThey end soon.\n")}
    cited = Cited(brief, Target(TargetKind.POINT, 0), texts, check_brief(brief, texts, Path("b.yaml")))
    shown = source_text_page(cited, width, LOOKS[look])
    quoting = next(iter(shown.text.quoting.values()))
    folded_lines = folded_head(replace(cited, target=quoting[0]), width, LOOKS[look], 5)
    below = (legend_line(shown, width, LOOKS[look]), quoting_line(cited, quoting, width, LOOKS[look]))
    for line in text((*shown.sheet.lines, *folded_lines, *below)):
        assert cells(line) <= width
        assert not [sign for sign in line if ord(sign) < 32 or sign in "\x7f\x9b\u202e\u202c" or sign == NO_BREAK]


def test_before_the_check_is_done_nothing_is_marked_or_noted() -> None:
    shown = source_text_page(Cited(BRIEF, TARGETS["found"], TEXTS), 120, Look())
    assert (shown.text.signs, dict(shown.text.quoting), shown.text.kinds) == (frozenset(), {}, ())
    assert legend_line(shown, 120, Look()) == ()


@pytest.mark.parametrize(
    ("width", "legend"),
    [
        (130, "│ quoted by others, named beside it: 1 point 2 figure   no mark: nobody quotes it"),
        (107, "│ quoted by others, named beside it: 1 point 2 figure   no mark: nobody quotes it"),
        (80, "▌ quoted by this claim   │ quoted by others   no mark: nobody quotes it"),
        (50, "▌ quoted here   │ by others   no mark: not quoted"),
        (46, "▌ this claim   │ others   no mark: nobody"),
        (30, "▌ this claim   │ others"),
    ],
)
def test_the_legend_takes_fewer_words_where_there_is_little_room(width: int, legend: str) -> None:
    texts = {"s": held("Title\n\nTalks begin.\n\nThey end soon.\n")}
    cited = Cited(read(TWICE), Target(TargetKind.POINT, 1), texts, check_brief(read(TWICE), texts, Path("b.yaml")))
    assert legend in text_of(legend_line(source_text_page(cited, width, Look()), width, Look()))


def test_that_nobody_quotes_the_rest_is_said_only_where_every_quote_has_its_place() -> None:
    words = "Title\n\nTalks begin.\n\nThey end soon.\n"
    assert "nobody quotes it" in text_of(legend_line(twice(words, 120), 120, Look()))
    unclear = twice(f"{words}\nThey end soon.\n", 120)
    assert "nobody" not in text_of(legend_line(unclear, 120, Look()))


@pytest.mark.parametrize(
    ("name", "width", "legend"),
    [
        ("found", 120, "▌ quoted by this claim   │ quoted by others, named beside it: 1 point 2 figure 3 event"),
        ("found", 80, "▌ quoted by this claim   │ quoted by others"),
        ("ambiguous", 80, "? may be meant   │ quoted by others"),
        ("found", 40, "▌ quoted here   │ by others"),
        ("not-held", 80, ""),
    ],
)
def test_the_legend_explains_the_signs_that_occur(name: str, width: int, legend: str) -> None:
    shown = text_of(legend_line(opened(name, width), width, Look()))
    assert shown.startswith(legend)
    assert bool(shown) == bool(legend)


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("width", [8, 40, 74, 117, 160])
def test_a_folded_head_fits_its_rows_and_says_claim_and_verdict(name: str, width: int) -> None:
    cited = Cited(BRIEF, TARGETS[name], TEXTS, EVIDENCE)
    whole = len(folded_head(cited, width, Look(), 100))
    for room in range(1, whole + 2):
        lines = text(folded_head(cited, width, Look(), room))
        assert len(lines) <= room
        assert room < whole or "…" not in "".join(lines)
        assert all(cells(line) <= width for line in lines)
    if width > 100 and name != "whole":
        shown = " ".join(text(folded_head(cited, width, Look(), 3)))
        assert cited.item is not None
        assert isinstance(cited.item, Source) or cited.item.text in shown
        assert verdict_words(cited)[:30] in shown


def test_a_head_with_room_is_whole_and_one_without_is_cut_at_the_quote_first() -> None:
    quote = "word " * 200
    brief, evidence = alone(quote, Span(0, len(quote) - 1))
    cited = Cited(brief, Target(TargetKind.POINT, 0), {"s": held(quote)}, evidence)
    shown = text(folded_head(cited, 80, Look(), 5))
    assert shown[0].endswith("p")
    assert [line.endswith("…") for line in shown] == [False, False, True, True, False]
    assert "…" not in "".join(text(folded_head(cited, 80, Look(), 40)))
    for width in range(20, 112):
        assert text(folded_head(cited, width, Look(), 2, has_verdict=False))[-1].endswith("…")


@pytest.mark.parametrize(("name", "line"), [("found", 3), ("ambiguous", 7), ("white-space", 4), ("not-found", 1)])
def test_the_line_of_the_words_in_the_saved_text_is_known(name: str, line: int) -> None:
    assert Cited(BRIEF, TARGETS[name], TEXTS, EVIDENCE).line == line


def test_before_the_check_is_done_nothing_is_lit() -> None:
    shown = source_text_page(Cited(BRIEF, TARGETS["found"], TEXTS), 74, Look())
    assert (shown.lit, lit(shown)) == (None, "")


def test_an_old_verdict_lights_nothing_in_a_new_text() -> None:
    changed = {**TEXTS, "digest": held("Another title\n\n" + TEXT)}
    shown = source_text_page(Cited(BRIEF, TARGETS["found"], changed, EVIDENCE), 74, Look())
    assert (shown.lit, lit(shown)) == (None, "")


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("width", [8, 13, 30, 46, 74, 76, 107, 120, 160])
def test_a_passage_loses_no_word_of_the_text_and_fits(name: str, width: int) -> None:
    shown = opened(name, width)
    assert max(cells(line) for line in text(shown.sheet.lines)) <= width
    source = Cited(BRIEF, TARGETS[name], TEXTS, EVIDENCE).text
    words = {Role.BODY, Role.STRONG, Role.QUOTE, Role.WARNING}
    ends = [
        cells("".join(run.text for run in line[: at + 1]))
        for line in shown.sheet.lines[shown.head :]
        for at, run in enumerate(line)
        if run.role in words
    ]
    assert max(ends, default=0) <= min(width, 76)
    body = [run for line in shown.sheet.lines[shown.head :] for run in line if run.role in words]
    assert folded("".join(run.text for run in body if run.text != " ? ")) == folded(source.text)


def alone(words: str, span: Span) -> tuple[Brief, Evidence]:
    """Return a brief that cites a span of a text, and the evidence of a check that found it."""
    cite = Cite(source="s", quote=words[span.start : span.end])
    source = Source(id="s", number=1, kind=SourceKind.ARTICLE, title="T", file="s.txt")
    brief = Brief(id="b", title="t", summary=(Point(text="p", cites=(cite,)),), sources=(source,))
    return brief, check_brief(brief, {"s": held(words)}, Path("b.yaml"))


PIECES = st.lists(
    st.sampled_from(
        ["go", "3,000", "about 5", "\n", "\n\n", "  ", "漢字", "[/]", "“x”", "e\u0301", "a\u00adb", "long-range"]
    )
    | st.text(max_size=6),
    min_size=1,
    max_size=30,
).map(lambda pieces: safe(" ".join(pieces)))


@settings(max_examples=80, deadline=None)
@given(PIECES, st.data(), st.integers(8, 140), st.sampled_from(list(LOOKS.values())))
def test_the_lit_words_are_exactly_those_of_the_span(words: str, data: st.DataObject, width: int, look: Look) -> None:
    start = data.draw(st.integers(0, len(words)))
    span = Span(start, data.draw(st.integers(start, len(words))))
    brief, evidence = alone(words, span)
    verdict = evidence.cites[0][0]
    shown = source_text_page(Cited(brief, Target(TargetKind.POINT, 0), {"s": held(words)}, evidence), width, look)
    wanted = words[verdict.span.start : verdict.span.end] if verdict.span and verdict.verified else ""
    assert lit(shown) == folded(wanted)
    assert all(cells(line) <= width for line in text(shown.sheet.lines))


PLAIN_PIECES = st.lists(
    st.sampled_from(["go", "3,000", "about 5", "\n", "\n\n", "  ", "漢字", "[/]", "“x”", "e\u0301", "long-range"]),
    min_size=4,
    max_size=60,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(PLAIN_PIECES, st.data(), st.integers(8, 140))
def test_every_line_that_others_quote_is_the_one_in_which_their_quote_begins(
    words: str, data: st.DataObject, width: int
) -> None:
    starts = data.draw(st.lists(st.integers(0, len(words) - 1), min_size=1, max_size=6, unique=True))
    spans = [Span(start, data.draw(st.integers(start + 1, len(words)))) for start in starts]
    points = tuple(Point(text="p", cites=(Cite(source="s", quote=words[slice(*span)]),)) for span in spans)
    brief, texts = replace(alone(words, spans[0])[0], summary=points), {"s": held(words)}
    evidence = check_brief(brief, texts, Path("b.yaml"))
    shown = source_text_page(Cited(brief, Target(TargetKind.POINT, 0), texts, evidence), width, Look())
    told = {target: line for line, targets in shown.text.quoting.items() for target in targets}
    drawn = {Role.BODY, Role.STRONG, Role.QUOTE, Role.WARNING}
    for number, (verdict,) in evidence.cites.items():
        target = Target(TargetKind.POINT, number)
        if number == 0 or verdict.state is not QuoteState.FOUND or verdict.span is None:
            assert target not in told
            continue
        before = len(folded(words[: verdict.span.start]))
        rows = shown.sheet.lines[shown.head : told[target] + 1]
        ink = [sum(len(folded(run.text)) for run in row if run.role in drawn and run.text != " ? ") for row in rows]
        assert sum(ink[:-1]) <= before < sum(ink)


HOSTILE = "\x1b]52;c;x\x07 [/] [@click=app.quit]x[/] \u202eabc\u202c \x00 \x9b31m " + "x" * 5000 + " 漢字" * 900


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [8, 9, 30, 76, 130])
def test_hostile_text_is_shown_and_never_obeyed(width: int, look: str) -> None:
    raw = SourceText(state=TextState.HELD, text=f"Title\n\n{HOSTILE}\n\nTalks begin on Monday.\n")
    brief, _ = alone("Talks begin on Monday.", Span(0, 22))
    evidence = check_brief(brief, {"s": raw}, Path("b.yaml"))
    shown = source_text_page(Cited(brief, Target(TargetKind.POINT, 0), {"s": raw}, evidence), width, LOOKS[look])
    everything = "".join(text(shown.sheet.lines))
    assert all(cells(line) <= width for line in text(shown.sheet.lines))
    assert not [sign for sign in everything if ord(sign) < 32 or sign in "\x7f\x9b\u202e\u202c" or sign == NO_BREAK]
    assert lit(shown) == "TalksbeginonMonday."


def long_text(paragraphs: int) -> str:
    filler = "Nothing of this is cited by anybody, and it goes on for a while. " * 8
    half = [f"{number} {filler}" for number in range(paragraphs // 2)]
    return "\n\n".join(["Title", *half, "Talks begin on Monday.", *half])


def test_of_a_very_long_text_a_window_is_shown_and_said_to_be_one() -> None:
    words = long_text(WHOLE // 700)
    brief, evidence = alone(words, Span(words.index("Talks"), words.index("Talks") + 22))
    shown = source_text_page(Cited(brief, Target(TargetKind.POINT, 0), {"s": held(words)}, evidence), 76, Look())
    lines = [line for line in text(shown.sheet.lines) if "not shown here" in line]
    assert [line.split()[-5] for line in lines] == ["above", "below"]
    assert lit(shown) == "TalksbeginonMonday."


def test_a_text_of_one_very_long_line_is_shown_around_the_words() -> None:
    words = "word " * (WHOLE // 8) + "Talks begin on Monday " + "word " * (WHOLE // 8)
    brief, evidence = alone(words, Span(words.index("Talks"), words.index("Talks") + 21))
    shown = source_text_page(Cited(brief, Target(TargetKind.POINT, 0), {"s": held(words)}, evidence), 76, Look())
    assert lit(shown) == "TalksbeginonMonday"
    assert len(shown.sheet.lines) < 4000


def marks(states: tuple[QuoteState, ...], look: Look, outcomes: tuple[Outcome, ...] = (), ids: str = "sss") -> str:
    """Return what stands behind a point whose cites have these verdicts, and of which its rules say that."""
    cites = tuple(Cite(source=source_id, quote="words") for source_id, _ in zip(ids, states, strict=False))
    sources = tuple(Source(id=i, number=n, kind=SourceKind.ARTICLE, title="T") for n, i in enumerate("sto", 1))
    brief = Brief(id="b", title="t", summary=(Point(text="It is so.", cites=cites),), sources=sources)
    known = tuple(Verdict(state) for state in states)
    evidence = replace(check_brief(brief, {}, Path("b.yaml")), cites={0: known}, claims=(assess(known, outcomes),))
    lines = text(summary_pane(brief, 60, look, evidence).lines)
    return next(line for line in lines if "It is so." in line).replace(" It is so.", "")


@pytest.mark.parametrize(
    ("state", "outcomes", "full", "ascii_only", "plain"),
    [
        (QuoteState.FOUND, (), "✓ ¹", "ok [1]", "- [1: verified]"),
        (QuoteState.FOUND, (DOUBT,), "! ¹", "!  [1]", "- [1: doubtful]"),
        (QuoteState.FOUND, (Unchecked("quote too long"),), "◇ ¹", "w  [1]", "- [1: words found]"),
        (QuoteState.FOUND, (Unchecked("quote too long"), DOUBT), "! ¹", "!  [1]", "- [1: doubtful]"),
        (QuoteState.AMBIGUOUS, (), "? ¹", "?  [1]", "- [1: found more than once]"),
        (QuoteState.NOT_FOUND, (DOUBT,), "✗ ¹", "x  [1]", "- [1: not found]"),
        (QuoteState.MISPLACED, (), "✗ ¹", "x  [1]", "- [1: not found]"),
        (QuoteState.NOT_HELD, (), "∅ ¹", "-  [1]", "- [1: text not held]"),
        (QuoteState.CHANGED, (), "≠ ¹", "!= [1]", "- [1: text changed]"),
        (QuoteState.NO_QUOTE, (), "• ¹", "*  [1]", "- [1]"),
    ],
)
def test_the_class_of_a_claim_is_told_without_colour(
    state: QuoteState, outcomes: tuple[Outcome, ...], full: str, ascii_only: str, plain: str
) -> None:
    assert [marks((state,), look, outcomes) for look in LOOKS.values()] == [full, ascii_only, plain]


@pytest.mark.parametrize(
    ("states", "outcomes", "shown"),
    [
        ((QuoteState.FOUND, QuoteState.FOUND), (), "✓ ¹ ²"),
        ((QuoteState.FOUND, QuoteState.FOUND), (DOUBT,), "! ¹ ²"),
        ((QuoteState.FOUND, QuoteState.NO_QUOTE), (Unchecked("quote too long"),), "◇ ¹ ²"),
        ((QuoteState.FOUND, QuoteState.NOT_FOUND), (), "✗ ¹ ²✗"),
        ((QuoteState.NOT_HELD, QuoteState.AMBIGUOUS, QuoteState.FOUND), (DOUBT,), "? ¹∅ ²? ³"),
        ((QuoteState.NO_QUOTE, QuoteState.NO_QUOTE), (), "• ¹ ²"),
    ],
)
def test_of_several_sources_those_not_found_have_signs_beside_the_bullet(
    states: tuple[QuoteState, ...], outcomes: tuple[Outcome, ...], shown: str
) -> None:
    assert marks(states, Look(), outcomes, "sto") == shown


def test_of_several_sources_the_verdict_on_the_claim_is_told_in_ascii_and_in_words_as_well() -> None:
    both = [marks((QuoteState.FOUND, QuoteState.FOUND), LOOKS[look], (), "st") for look in ("ascii", "plain")]
    assert both == ["ok [1] [2]", "- [1] [2] [verified]"]


def test_of_several_cites_of_one_source_the_worst_is_the_bullet() -> None:
    assert marks((QuoteState.FOUND, QuoteState.NOT_FOUND, QuoteState.NOT_HELD), Look()) == "✗ ¹"


def test_the_sign_of_a_claim_leads_to_the_cite_that_is_worst() -> None:
    lines = summary_pane(BRIEF, 74, Look(), EVIDENCE).lines
    assert [run.target for line in lines for run in line if run.text == "∅"] == [Target(TargetKind.POINT, 3, 1)] * 2


def test_a_page_that_is_well_does_not_shout() -> None:
    lines = summary_pane(BRIEF, 74, Look(), EVIDENCE).lines
    assert {run.role for line in lines for run in line if run.text == "✓"} == {Role.GOOD}


def test_a_claim_that_its_words_do_not_carry_has_a_warning_sign() -> None:
    first = next(line for line in text(panes(BRIEF, 74, Look(), EVIDENCE)[1].lines) if "Workers" in line)
    assert first == "! ≈500 workers Workers who wait ¹"


def counted(look: Look, width: int, **numbers: int) -> str:
    """Return the line of a brief with so many claims in each class, and how many rows it takes."""
    every = dict.fromkeys(Counts._fields, 0) | {"claims": sum(numbers.values()), "origins": 3} | numbers
    evidence = replace(EVIDENCE, counts=Counts(**every))
    lines = text(summary_pane(BRIEF, width, look, evidence).lines)[3:]
    return "\n".join(lines[: lines.index("")])


@pytest.mark.parametrize("width", [46, 60, 74])
@pytest.mark.parametrize("look", LOOKS)
def test_the_parts_of_the_honest_line_add_up(look: str, width: int) -> None:
    parts = count_parts(EVIDENCE.counts)
    assert [part.text for part in parts if part.support is not None] == [
        "1 verified",
        "1 doubtful",
        "1 words found",
        "2 not found",
        "1 ambiguous",
        "1 text not held",
        "1 text changed",
    ]
    assert sum(part.number for part in parts[1:-1]) == parts[0].number == 8
    lines = " ".join(text(summary_pane(BRIEF, width, LOOKS[look], EVIDENCE).lines))
    assert all(f"{part.number} " in lines for part in parts)


@pytest.mark.parametrize(
    ("width", "numbers", "line"),
    [
        (74, {"verified": 12}, "12 claims · 12 verified"),
        (74, {"words_found": 1}, "1 claim · 0 verified · 1 words found"),
        (
            74,
            {"verified": 8, "doubtful": 2, "words_found": 1, "not_found": 1},
            "12 claims · 8 verified · 2 doubtful · 1 words found · 1 not found",
        ),
        (
            74,
            {"verified": 8, "doubtful": 2, "words_found": 1, "not_found": 1, "no_quote": 1},
            "13 claims · 8 ✓ · 2 ! · 1 ◇ · 1 ✗ · 1 •",
        ),
        (46, {"verified": 8, "words_found": 4}, "12 claims · 8 verified · 4 words found"),
        (46, {"verified": 8, "doubtful": 1, "words_found": 4}, "8 of 13 verified · 1 doubtful · 4 words found"),
    ],
)
def test_the_honest_line_takes_one_row_where_it_can(width: int, numbers: dict[str, int], line: str) -> None:
    assert counted(Look(), width, **numbers) == line


@pytest.mark.parametrize("look", ["ascii", "plain"])
def test_the_honest_line_is_in_words_where_signs_are_none(look: str) -> None:
    said = " ".join(counted(LOOKS[look], 46, verified=8, doubtful=1, words_found=4, no_quote=1).split())
    assert "8 of 14 verified" in said
    assert "1 doubtful" in said
    assert "4 words found" in said
    assert "1 without a quote" in said


def test_every_class_has_one_entry_with_signs_that_tell_it_from_all_others() -> None:
    assert set(CLASSES) == set(Support)
    for look in LOOKS.values():
        signs = [sign_text(shown, look) for shown in CLASSES.values()]
        assert len(set(signs)) == len(signs)
        assert not any("verif" in word or word in {"ok", "✓"} for word in signs[1:])
    assert all(shown.ascii.isascii() for shown in CLASSES.values())


def test_the_numbers_of_the_classes_stand_in_the_order_of_the_classes() -> None:
    classes = tuple(support.name.lower() for support in Support)
    assert Counts._fields == ("claims", *classes, "origins", "finding_errors", "finding_warnings")
    assert [Counts(*range(10)).of(support) for support in Support] == [*range(1, 9)]


def test_a_source_says_what_rests_on_it_and_how_its_text_is() -> None:
    shown = " ".join(" ".join(text(sources_pane(BRIEF, 74, Look(), EVIDENCE).lines)).split())
    assert "text held in digest.txt · 7 claims rest on it, 6 on nothing else" in shown
    assert "text changed since it was pinned: report.txt · 1 claim rests on it alone" in shown


def test_green_is_nowhere_but_where_something_is_verified() -> None:
    lines = [line for sheet in panes(BRIEF, 74, Look(), EVIDENCE) for line in sheet.lines]
    assert {run.text for line in lines for run in line if run.role is Role.GOOD} == {"1 ✓", "✓"}


SETTERS: dict[str, Callable[[str, int, Look], Sheet]] = {
    "resting": lambda source, width, look: resting_page(BRIEF, EVIDENCE, source, width, look),
    "falling": lambda source, width, look: falling_page(BRIEF, EVIDENCE, (source, "wire"), width, look),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", SETTERS)
def test_the_lists_fit_every_width_and_each_claim_is_an_item(name: str, look: str) -> None:
    for width in (*range(8, 40), 46, 60, 74, 100):
        sheet = SETTERS[name]("digest", width, LOOKS[look])
        assert all(cells(line) <= width for line in text(sheet.lines))
        assert {item.target.kind for item in sheet.items} == {TargetKind.POINT, TargetKind.FIGURE, TargetKind.EVENT}


@pytest.mark.parametrize("look", LOOKS)
def test_no_line_with_marks_is_wider_than_asked(look: str) -> None:
    for width in (*range(8, 48), 60, 74, 100):
        for sheet in panes(BRIEF, width, LOOKS[look], EVIDENCE):
            assert all(cells(line) <= width for line in text(sheet.lines))


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=40), st.integers(8, 80), st.sampled_from(list(LOOKS.values())))
def test_hostile_claims_with_marks_fit_and_hold_no_control_character(words: str, width: int, look: Look) -> None:
    assume(words.strip())
    brief = replace(BRIEF, summary=tuple(replace(point, text=words) for point in BRIEF.summary))
    for sheet in (*panes(brief, width, look, EVIDENCE), resting_page(brief, EVIDENCE, "digest", width, look)):
        assert all(cells(line) <= width for line in text(sheet.lines))
        assert not [sign for line in text(sheet.lines) for sign in line if ord(sign) < 32 or sign == NO_BREAK]


def test_a_source_that_nothing_rests_on_says_so() -> None:
    lines = text(resting_page(BRIEF, EVIDENCE, "master", 74, Look()).lines)
    assert "1 claim rests on it alone" in lines
    unused = Source(id="x", number=6, kind=SourceKind.ARTICLE, title="X")
    brief = replace(BRIEF, sources=(*BRIEF.sources, unused))
    evidence = check_brief(brief, TEXTS, Path("b.yaml"))
    assert text(falling_page(brief, evidence, ("x",), 74, Look()).lines)[-1] == "no claim rests on it"


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        pytest.param(TARGETS["white-space"], ["master", "digest"], id="who-says-it-then-the-article"),
        pytest.param(TARGETS["found"], ["digest"], id="the-article-where-nobody-is-named"),
        pytest.param(TARGETS["no-quote"], ["insiders", "wire"], id="the-source-of-a-cite-then-what-reports-it"),
        pytest.param(Target(TargetKind.SOURCE, 1), ["master"], id="a-source-itself"),
        pytest.param(Target(TargetKind.OPEN, 0), [], id="what-is-left-open"),
    ],
)
def test_what_falls_is_asked_of_who_says_a_claim_first(target: Target, asked: list[str]) -> None:
    assert [source.id for source in asked_sources(BRIEF, target)] == asked


def test_the_page_of_what_falls_names_its_source_and_the_next_one() -> None:
    lines = text(falling_page(BRIEF, EVIDENCE, ("master", "digest"), 74, Look()).lines)
    assert lines[0] == "2 Kim Chol"
    assert "i asks about Harbour talks resume" in lines


def test_claims_listed_for_a_line_are_whole_and_say_who_says_them() -> None:
    targets = (Target(TargetKind.SOURCE, 1), Target(TargetKind.FIGURE, 0), Target(TargetKind.POINT, 2))
    sheet = quoting_page(BRIEF, EVIDENCE, targets, 74, Look())
    assert [item.target for item in sheet.items] == [targets[2], targets[1], targets[0]]
    assert "! ≈500 workers  Workers who wait — Kim Chol" in text(sheet.lines)


def test_of_very_many_short_paragraphs_a_window_is_shown() -> None:
    words = "\n\n".join([*("x" * 9000), "Talks begin on Monday.", *("y" * 9000)])
    brief, evidence = alone(words, Span(words.index("Talks"), words.index("Talks") + 22))
    shown = source_text_page(Cited(brief, Target(TargetKind.POINT, 0), {"s": held(words)}, evidence), 76, Look())
    assert lit(shown) == "TalksbeginonMonday."
    assert 8000 < len(shown.sheet.lines) < 8100


@pytest.mark.parametrize("words", ["", "\n\n \n", "One"])
def test_a_text_of_next_to_nothing_is_shown(words: str) -> None:
    brief, evidence = alone(words, Span(0, len(words)))
    shown = source_text_page(Cited(brief, Target(TargetKind.POINT, 0), {"s": held(words)}, evidence), 40, Look())
    assert lit(shown) == words.strip()


def test_the_summary_stands_where_it_stands_while_the_claims_are_being_checked() -> None:
    opened = open_library([SAMPLES])
    for entry in opened.entries:
        brief, evidence = opened.read(entry).brief, opened.evidence(entry)
        assert brief is not None
        for width in (46, 74):
            before, after = unchecked_summary_pane(brief, width, Look()), summary_pane(brief, width, Look(), evidence)
            assert [item.first for item in before.items] == [item.first for item in after.items]
            assert "claims · being checked" in "\n".join(text(before.lines))
