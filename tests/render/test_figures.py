"""The panes of key figures and of sources in every form: what stands in a row, and what no form leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence import Evidence, Support
from briefing.evidence.check import check_brief
from briefing.evidence.result import Assessment
from briefing.format.dates import parse_date
from briefing.format.model import (
    Amount,
    Basis,
    Brief,
    Cite,
    Claim,
    Confidence,
    Event,
    Figure,
    Hedge,
    Likelihood,
    Point,
    Reliability,
    Source,
    SourceKind,
    Standing,
)
from briefing.render.form import Density, PaneForm
from briefing.render.lines import Role, Run, Target, TargetKind, text_of
from briefing.render.panes import PANES
from briefing.render.panes.figures import figures_pane
from briefing.render.panes.sources import sources_pane
from briefing.render.parts.amounts import grouped
from briefing.render.parts.readout import readout_line
from briefing.render.parts.units import label_says, short_unit
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from tests.support.flood import EVIDENCE, FLOOD

_WIDE = 42
"""Cells from which no number of these tests is broken."""
LOOKS = (Look(), Look(ascii=True), Look(plain=True))
FEWER_LINES = tuple(zip(Density, list(Density)[1:], strict=False))


def figure_lines(
    brief: Brief, width: int, density: Density, look: Look | None = None, evidence: Evidence | None = None
) -> list[str]:
    form = PaneForm(density, has_title=False)
    return [text_of(line).rstrip() for line in figures_pane(brief, width, look or Look(), evidence, form).lines]


def source_lines(brief: Brief, width: int, density: Density, evidence: Evidence | None = None) -> list[str]:
    form = PaneForm(density, has_title=False)
    return [text_of(line).rstrip() for line in sources_pane(brief, width, Look(), evidence, form).lines]


def test_a_figure_is_one_row_with_its_verdict_number_unit_label_and_the_number_of_who_says_it() -> None:
    assert figure_lines(FLOOD, 46, Density.CLOSE, evidence=EVIDENCE) == [
        "◇      ≥31   people Dead ²",
        "◇  ≤14,000   people Forced from their homes ²",
        "✓ ≈180–200          Houses swept away ³",
        "!    1,100          Other buildings damaged ³",
        "✓       27          Bodies recovered by Sunday",
        "                    evening",
        "✓        4   people Died in hospital ⁴",
        "=       31   people Sum of the dead",
        "◇     >220   mm     Rain in 36 hours ⁵",
        "✓        9.3 m      Peak of the river ⁵",
        "!        1.8 m      Above the record of March",
        "                    1995 ⁵",
        "✓      ≈45   km²    Farmland under water ⁶",
        "✓  300–450   EUR mn Damage, estimated ⁷",
        "✓       85   EUR mn Crop losses, estimated ⁸",
        "◇        2.5 EUR mn Spent on the dyke since",
        "                    2019 ¹⁰",
        "!       12   people Killed in the floods of",
        "                    the early 1980s",
    ]


def test_a_roomy_pane_has_as_many_rows_once_the_brief_is_checked() -> None:
    before, after = (figure_lines(FLOOD, 58, Density.ROOMY, evidence=each) for each in (None, EVIDENCE))
    assert [line[1:] for line in before] == [line[1:] for line in after]


def test_an_explained_pane_says_who_says_a_figure_how_it_is_computed_and_what_is_wrong_with_it() -> None:
    lines = figure_lines(FLOOD, 58, Density.EXPLAINED, evidence=EVIDENCE)
    said = [line.strip() for line in lines]
    assert said[said.index("=       31   people Sum of the dead") + 1] == "= 27 + 4"
    assert said[said.index("◇        2.5 EUR mn Spent on the dyke since 2019") + 1] == "— Clara Dane"
    at = said.index("!        1.8 m      Above the record of March 1995")
    assert said[at + 1 : at + 3] == ["— National Weather Institute", "! no cite of this claim carries '1995'"]


def test_names_stand_at_the_right_where_there_is_room_for_them() -> None:
    lines = figure_lines(FLOOD, 77, Density.CLOSE, evidence=EVIDENCE)
    assert lines[2] == "✓ ≈180–200          Houses swept away                              Elsa Quint"
    assert not [line for line in lines if re.search("[²³⁴⁵⁶⁷⁸]$", line)]


def test_the_whole_pane_is_a_table_with_heads_whose_units_are_whole() -> None:
    lines = figure_lines(FLOOD, 112, Density.FULL, evidence=EVIDENCE)
    assert lines[0].split() == ["number", "unit", "what", "is", "counted", "as", "of", "who", "says", "it"]
    said = [" ".join(line.split()) for line in lines]
    assert "◇ ≥31 people Dead Regional government" in said
    assert "✓ 27 bodies Bodies recovered by Sunday evening 9 June 2024 the article" in said
    assert "= 31 people Sum of the dead = 27 + 4" in said
    assert "computed: Bodies recovered by Sunday evening + Died in hospital" in said
    assert "✓ ≈45 square kilometres Farmland under water Helios-2" in said
    assert "a total · compared as tarn-flood/dead" in said
    assert said[-1] == "≈ about · > over · ≥ at least · ≤ at most"


def test_where_whole_units_leave_no_room_for_names_the_table_has_short_ones() -> None:
    said = [" ".join(line.split()) for line in figure_lines(FLOOD, 77, Density.FULL, evidence=EVIDENCE)]
    assert said[0] == "number unit what is counted who says it"
    assert "✓ ≈45 km² Farmland under water Helios-2" in said
    assert "✓ ≈180–200 Houses swept away Elsa Quint" in said


def test_fifteen_figures_fit_beside_a_timeline_at_120_columns() -> None:
    assert len(figure_lines(FLOOD, 47, Density.CLOSE, evidence=EVIDENCE)) <= 24


def test_one_long_unit_takes_no_room_from_the_labels_of_the_others() -> None:
    first, *others = FLOOD.figures
    odd = replace(FLOOD, figures=(replace(first, unit="sea containers"), *others))
    plain, lines = (figure_lines(each, 47, Density.CLOSE, evidence=EVIDENCE) for each in (FLOOD, odd))
    assert lines[0] == "◇      ≥31   sea containers Dead ²"
    assert lines[1:] == plain[1:]


def test_units_stand_in_a_column_where_that_takes_no_more_lines() -> None:
    first, *others = FLOOD.figures
    odd = replace(FLOOD, figures=(replace(first, unit="sea containers"), *others))
    lines = figure_lines(odd, 76, Density.CLOSE, evidence=EVIDENCE)
    assert (
        len({line.index(label) for line in lines for label in ("Dead", "Peak of", "Crop losses") if label in line}) == 1
    )


def test_ids_are_for_writers() -> None:
    without = [figure_lines(FLOOD, width, density) for width in (30, 46, 80, 112) for density in Density]
    assert not [line for lines in without for line in lines if re.search(r"\b(bodies|hospital) [+]|[+] hospital", line)]


def test_the_plain_look_has_bullets_and_says_verdicts_in_words_behind_the_claim() -> None:
    lines = figure_lines(FLOOD, 60, Density.CLOSE, LOOKS[2], EVIDENCE)
    assert lines[0].startswith("-")
    assert "Peak of the river [5] [verified]" in " ".join(" ".join(lines).split())


def test_without_evidence_no_figure_has_a_verdict() -> None:
    assert {line[:1] for line in figure_lines(FLOOD, 112, Density.FULL)[2:]} == {"•", "=", " ", ""}


@pytest.mark.parametrize(
    ("unit", "short", "ascii_only"),
    [
        ("millimetres", "mm", "mm"),
        ("meter", "m", "m"),
        ("square kilometers", "km²", "km2"),
        ("EUR million", "EUR mn", "EUR mn"),
        ("billion people", "bn people", "bn people"),
        ("degrees Celsius", "°C", "degrees Celsius"),
        ("people", "people", "people"),
        ("millionaires", "millionaires", "millionaires"),
    ],
)
def test_units_have_short_forms(unit: str, short: str, ascii_only: str) -> None:
    assert [short_unit(unit, look) for look in LOOKS] == [short, ascii_only, unit]


@pytest.mark.parametrize(
    ("label", "unit", "expected"),
    [
        ("Houses swept away", "houses", True),
        ("Warehouses swept away", "houses", False),
        ("Troops sent", "people", False),
        ("Share of 5 %", "%", False),
        ("Square kilometres lost", "square kilometres", True),
    ],
)
def test_a_unit_is_said_by_a_label_that_has_all_its_words(label: str, unit: str, *, expected: bool) -> None:
    assert label_says(label, unit) is expected


def test_a_source_is_one_row_with_what_it_is_and_how_many_claims_rest_on_it() -> None:
    assert source_lines(FLOOD, 44, Density.CLOSE, EVIDENCE) == [
        " 1 the article itself, 9 June 2024        26",
        " 2 Regional government, organisation       3",
        " 3 Elsa Quint, mayor of Lower Tarn         3",
        " 4 Amir Solano, district clinic            1",
        " 5 National Weather Institute              4",
        " 6 Helios-2, imagery                       1",
        " 7 Meridian, insurance group               1",
        " 8 Chamber of Agriculture, organisation    1",
        " 9 two engineers, unnamed                  2",
        "10 Clara Dane, Interior Minister           3",
    ]


def test_the_quotes_are_in_the_whole_pane_of_sources_only() -> None:
    has_quotes = {density: "WORDS CITED" in source_lines(FLOOD, 60, density) for density in Density}
    assert has_quotes == {density: density is Density.FULL for density in Density}


@pytest.mark.parametrize("density", Density)
def test_no_form_leaves_out_what_is_wrong_with_a_source(density: Density) -> None:
    grade = replace(FLOOD.sources[0], file=None, withdrawn="retracted", reliability=Reliability.E)
    said = " ".join(source_lines(replace(FLOOD, sources=(grade, *FLOOD.sources[1:])), 40, density))
    assert all(word in " ".join(said.split()) for word in ("WITHDRAWN", "unreliable", "text not held"))


def readout(brief: Brief, kind: TargetKind, number: int, evidence: Evidence | None = None) -> str:
    return text_of(readout_line(brief, Target(kind, number), Look(), evidence))


def test_the_readout_of_a_figure_says_all_that_is_known_of_it() -> None:
    assert readout(FLOOD, TargetKind.FIGURE, 4, EVIDENCE) == (
        "27 bodies Bodies recovered by Sunday evening · ✓ ¶2, word for word · "
        "as of 9 June 2024 (date reckoned from the article’s own date)"
    )
    assert readout(FLOOD, TargetKind.FIGURE, 6, EVIDENCE) == "31 people Sum of the dead · = 27 + 4"
    assert readout(FLOOD, TargetKind.FIGURE, 0).startswith("≥31 people Dead · according to Regional government")
    assert readout(FLOOD, TargetKind.FIGURE, 0).endswith("a total · compared as tarn-flood/dead")


def test_the_readout_of_a_source_says_what_it_is_and_what_rests_on_it() -> None:
    assert readout(FLOOD, TargetKind.SOURCE, 9, EVIDENCE) == (
        "Clara Dane · Interior Minister · person · reported in source 1 · 3 claims rest on it alone"
    )
    assert readout(FLOOD, TargetKind.SOURCE, 0, EVIDENCE).startswith("the article itself · The Valley Post · ")


WORDS = st.lists(st.sampled_from(["the", "river", "houses", "more than", "five", "people", "Untersuchungsausschuss"]))
LABELS = WORDS.map(" ".join).map(lambda words: f"Label {words}".strip())
UNITS = st.sampled_from([None, "people", "m", "square kilometres", "EUR million", "houses", "seats in the parliament"])
NUMBERS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**9), 10**12), st.integers(0, 6)
)
AMOUNTS = st.one_of(
    NUMBERS.map(lambda number: Amount(number, number)),
    st.tuples(NUMBERS, NUMBERS).map(lambda ends: Amount(min(ends), max(ends))),
)
SOURCES = tuple(
    Source(id=name, number=number, kind=SourceKind.PERSON, name=said, via=via, withdrawn=withdrawn)
    for number, (name, said, via, withdrawn) in enumerate(
        [
            ("a", "The Valley Post", None, None),
            ("b", "A name", "a", None),
            ("c", "The Committee of the Regional Parliament for Rivers, Dykes and Lakes", "a", "taken back"),
        ],
        1,
    )
)
FIGURES = st.builds(
    Figure,
    text=LABELS,
    amount=AMOUNTS,
    unit=UNITS,
    approx=st.sampled_from([None, *Hedge]),
    by=st.sampled_from([None, "b", "c"]),
    standing=st.sampled_from(Standing),
    cites=st.sampled_from([(), (Cite(source="a", quote="words"),), (Cite(source="a"), Cite(source="c"))]),
    when=st.sampled_from([None, parse_date("2024-06-09")]),
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    figures = [
        replace(one, id=f"f{number}") for number, one in enumerate(draw(st.lists(FIGURES, min_size=1, max_size=5)))
    ]
    if draw(st.booleans()):
        figures.append(Figure(text="Computed", derived=" + ".join(one.id or "" for one in figures[:2])))
    sources = (*SOURCES, *((replace(SOURCES[1], id="d", number=4, via=None),) if draw(st.booleans()) else ()))
    return Brief(id="b", title="t", figures=tuple(figures), sources=sources)


def numbers_of(figure: Figure, look: Look) -> list[str]:
    return [] if figure.amount is None else [grouped(end, look) for end in (figure.amount.low, figure.amount.high)]


@settings(max_examples=60, deadline=None)
@given(briefs(), st.integers(20, 120), st.sampled_from(LOOKS), st.booleans())
def test_no_form_loses_a_number_or_a_label_or_has_more_lines_than_the_one_before(
    brief: Brief, width: int, look: Look, has_evidence: bool
) -> None:
    evidence = check_brief(brief, {}, Path("b.yaml")) if has_evidence else None
    lines = {density: figure_lines(brief, width, density, look, evidence) for density in Density}
    for density, shown in lines.items():
        assert max(map(cells, shown)) <= width
        said = " ".join(" ".join(shown).split())
        for figure in brief.figures:
            joined = "".join(said.split())  # in a narrow pane, a long number takes several lines
            assert all(number in (said if width > _WIDE else joined) for number in numbers_of(figure, look)), density
            assert all(word in said for word in tidy(figure.text).split() if cells(word) <= min(width, 22) - 4), density
    assert all(len(lines[fewer]) <= len(lines[more]) for more, fewer in FEWER_LINES)


@settings(max_examples=40, deadline=None)
@given(briefs(), st.integers(20, 120), st.sampled_from(Reliability), st.sampled_from(SourceKind))
def test_no_form_of_the_sources_has_more_lines_than_the_one_before(
    brief: Brief, width: int, grade: Reliability, kind: SourceKind
) -> None:
    sources = tuple(replace(source, reliability=grade, kind=kind, role="its role") for source in brief.sources)
    lines = {density: source_lines(replace(brief, sources=sources), width, density) for density in Density}
    assert max(cells(line) for shown in lines.values() for line in shown) <= width
    assert all(len(lines[fewer]) <= len(lines[more]) for more, fewer in FEWER_LINES)


HOSTILE = st.one_of(
    st.text(st.characters(), min_size=1, max_size=30),
    st.sampled_from(["\x1b[31m", "[/]", "\u202eabc", "a\u200db", "W" * 10_000, "漢" * 50, " \n ", "e\u0301" * 40]),
)


@settings(max_examples=40, deadline=None)
@given(HOSTILE, st.integers(8, 120), st.sampled_from(LOOKS), st.sampled_from(Density))
def test_no_text_of_a_figure_or_a_source_widens_a_line_or_reaches_the_terminal_as_it_is(
    text: str, width: int, look: Look, density: Density
) -> None:
    figures = (
        replace(FLOOD.figures[0], text=text, unit=text, measure=text, note=text, by="government"),
        replace(FLOOD.figures[4], id="bodies", text=text, stated=text, amount=None),
        replace(FLOOD.figures[6], text=text),
    )
    named = [replace(each, name=text, role=text, publisher=text, withdrawn=text, file=text) for each in FLOOD.sources]
    brief = replace(FLOOD, title=text, figures=figures, sources=tuple(named))
    evidence = check_brief(brief, {}, Path("b.yaml"))
    sheets = [pane(brief, width, look, evidence, PaneForm(density)) for pane in (figures_pane, sources_pane)]
    lines = [line for sheet in sheets for line in sheet.lines]
    assert max(cells(text_of(line)) for line in lines) <= width
    kinds = ((TargetKind.FIGURE, len(figures)), (TargetKind.SOURCE, len(named)))
    lines += [readout_line(brief, Target(kind, at), look, evidence) for kind, count in kinds for at in range(count)]
    shown = "".join(map(text_of, lines))
    assert not [character for character in shown if ord(character) < 32 or character in {NO_BREAK, "\u202e", "\x7f"}]


FAINTER = frozenset({Role.META, Role.FAINT, Role.DATE, Role.UNIT, Role.RULE})
WEAKENING = re.compile(
    r"planned|expected|suggested|estimated|disputed|announced|not stated|unnamed|WITHDRAWN|withdrawn|unreliable"
    r"|cannot be judged|not usually reliable|doubtful|improbable|low confidence|not held|no number|not computed"
    r"|editor’s|reckoned|[✗?≠∅◇!≈≥≤]"
)


def weak_claims() -> Iterator[tuple[Brief, Evidence]]:
    """Yield briefs whose claims have every standing, class, basis and grade."""
    for standing, support in zip([*Standing, *Standing], [*Support, *Support], strict=False):
        common = Claim(
            text="It is so",
            by="b",
            standing=standing,
            when=parse_date("XXXX-01"),
            basis=list(Basis)[support.rank % 3],
            cites=(Cite(source="a", quote="words", credibility=4 + support.rank % 3),),
        )
        point = Point(
            text=common.text, by="b", standing=standing, when=common.when, basis=common.basis, cites=common.cites
        )
        low = replace(point, confidence=Confidence.LOW, likelihood=Likelihood.LIKELY)
        event = Event(
            text="It was so", by="b", standing=standing, when=common.when, basis=common.basis, cites=common.cites
        )
        number = Amount(Decimal(3), Decimal(3))
        figure = Figure(
            text="It",
            by="b",
            standing=standing,
            amount=number,
            approx=Hedge.ABOUT,
            when=common.when,
            cites=common.cites,
        )
        figures = (figure, replace(figure, amount=None), replace(figure, amount=None, derived="x + 1"))
        grade = list(Reliability)[3 + support.rank % 3]
        first = replace(SOURCES[0], kind=SourceKind.ARTICLE, reliability=grade, withdrawn="taken back")
        unnamed = replace(SOURCES[1], kind=SourceKind.UNNAMED)
        brief = Brief(
            id="b",
            title="t",
            summary=(point, low),
            figures=figures,
            timeline=(event, replace(event, when=None, stated="once")),
            sources=(first, unnamed),
        )
        checked = check_brief(brief, {}, Path("b.yaml"))
        yield brief, replace(checked, claims=tuple(Assessment(support) for _ in checked.claims))


def faint_runs(runs: Iterator[Run]) -> set[str]:
    return {run.text for run in runs if run.role in FAINTER and WEAKENING.search(run.text)}


def test_what_weakens_a_claim_is_never_fainter_than_the_claim() -> None:
    assert (
        faint_runs(
            run
            for brief, evidence in weak_claims()
            for pane in PANES
            for width in (30, 46, 60, 90, 112)
            for density in Density
            for line in pane.load()(brief, width, Look(), evidence, PaneForm(density)).lines
            for run in line
        )
        == set()
    )


def test_a_readout_draws_nothing_fainter_that_weakens_a_claim() -> None:
    kinds = {TargetKind.POINT: 2, TargetKind.FIGURE: 3, TargetKind.EVENT: 2, TargetKind.SOURCE: 2}
    assert (
        faint_runs(
            run
            for brief, evidence in weak_claims()
            for kind, count in kinds.items()
            for number in range(count)
            for run in readout_line(brief, Target(kind, number), Look(), evidence)
        )
        == set()
    )
