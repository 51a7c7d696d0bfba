"""The four panes: nothing wider than asked, nothing lost, and the pictures a reader sees in golden files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence.check import check_brief
from briefing.format.dates import parse_date
from briefing.format.model import (
    Amount,
    Brief,
    Cite,
    Claim,
    Entity,
    Event,
    Figure,
    FigureKind,
    Hedge,
    Point,
    Related,
    Relation,
    Source,
    SourceKind,
    Standing,
)
from briefing.render.form import Density, PaneForm
from briefing.render.lines import Role, Sheet, Target, TargetKind, text_of
from briefing.render.panes.figures import figures_pane
from briefing.render.panes.sources import sources_pane
from briefing.render.panes.summary import summary_pane, unchecked_summary_pane
from briefing.render.panes.timeline import in_time_order, timeline_pane
from briefing.render.parts.amounts import amount_text
from briefing.render.parts.readout import readout_line
from briefing.render.plain import document, panes
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from tests.support.render_samples import BRIDGE, EVERYTHING, TROOPS, plain_text
from tests.support.terminal import ROOT

GOLDEN = ROOT / "tests" / "golden"
SAMPLES = {"bridge": BRIDGE, "troops": TROOPS, "everything": EVERYTHING}
LOOKS = {"full": Look(), "ascii": Look(ascii=True), "plain": Look(plain=True)}
WIDTHS = (24, 30, 33, 40, 46, 60, 76, 96)
"""Without those at which a table breaks texts into columns."""


def all_text(brief: Brief, width: int, look: Look) -> str:
    """Return all that is shown, without white space and without the rails beside it."""
    rails = {Role.RULE, Role.MARK}
    lines = [line for sheet in panes(brief, width, look) for line in sheet.lines]
    return "".join(folded(run.text) for line in lines for run in line if run.role not in rails)


def folded(text: str) -> str:
    return "".join(tidy(text).split())


def widest(sheet: Sheet) -> int:
    return max((cells(text_of(line)) for line in sheet.lines), default=0)


_NOT_SHOWN_AS_WRITTEN = {"id", "spots", "source", "by", "via", "sha256", "derived", "_sources", "_figures"}
"""Ids stand for what they name, in formulas too. The last two hold what others hold."""


def texts(value: object) -> Iterator[str]:
    """Yield every text of the writer's inside a value of the model."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, Mapping):
        yield from texts([*value.keys(), *value.values()])
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, Brief | Claim | Cite | Source | Entity | Related):
        names = {field.name for field in fields(value)} - _NOT_SHOWN_AS_WRITTEN
        for name in sorted(names - {"figures"} if isinstance(value, Event) else names):
            yield from texts(getattr(value, name))


@pytest.mark.parametrize("width", [33, 46, 74])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_brief_looks_as_its_golden_file(name: str, width: int) -> None:
    path = GOLDEN / f"{name}-{width}.txt"
    shown = plain_text(document(SAMPLES[name], width, Look()))
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("look", ["ascii", "plain"])
def test_the_other_looks_are_as_their_golden_files(look: str) -> None:
    path = GOLDEN / f"troops-60-{look}.txt"
    shown = plain_text(document(TROOPS, 60, LOOKS[look]))
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_text_of_a_brief_is_shown(name: str, look: str) -> None:
    shown = all_text(SAMPLES[name], 74, LOOKS[look])
    assert [text for text in texts(SAMPLES[name]) if folded(text) not in shown] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_for_reading_is_shown_at_every_width(width: int) -> None:
    shown = all_text(EVERYTHING, width, Look())
    source = EVERYTHING.sources[0]
    cards = {source.name, source.role, source.author, source.url, source.file, source.note}
    only_wide = cards | {"ko", "some/measure", "interval / 2"} if width < 60 else {""}
    assert [text for text in texts(EVERYTHING) if folded(text) not in shown and text not in only_wide] == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_wider_than_asked(name: str, look: str) -> None:
    assert [
        (width, number)
        for width in (*range(8, 48), 60, 73, 74, 75, 100)
        for number, sheet in enumerate(panes(SAMPLES[name], width, LOOKS[look]))
        if widest(sheet) > width
    ] == []


HOSTILE = st.text(st.characters(), min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(HOSTILE, st.integers(8, 100), st.sampled_from(list(LOOKS.values())))
def test_no_text_makes_a_line_wider_than_asked_or_a_control_character(text: str, width: int, look: Look) -> None:
    brief = replace(
        EVERYTHING,
        title=text,
        lede=text,
        tags=(text,),
        summary=tuple(replace(point, text=text, note=text, stated=text) for point in EVERYTHING.summary),
        figures=tuple(replace(figure, text=text, unit=text, stated=text) for figure in EVERYTHING.figures),
        timeline=tuple(replace(event, text=text, place=text) for event in EVERYTHING.timeline),
        sources=tuple(replace(source, title=text, publisher=text, url=text) for source in EVERYTHING.sources),
    )
    for sheet in panes(brief, width, look):
        assert widest(sheet) <= width
        shown = "".join(map(text_of, sheet.lines))
        assert not [character for character in shown if ord(character) < 32 or character == NO_BREAK]


@settings(max_examples=30, deadline=None)
@given(st.integers(8, 100), st.sampled_from(list(SAMPLES.values())))
def test_items_are_in_the_order_of_the_lines_and_do_not_overlap(width: int, brief: Brief) -> None:
    for sheet in panes(brief, width, Look()):
        ends = [-1, *(item.last for item in sheet.items)]
        assert all(before < item.first <= item.last for before, item in zip(ends, sheet.items, strict=False))
        assert ends[-1] < max(1, len(sheet.lines))


def test_everything_a_reader_can_stand_on_is_an_item() -> None:
    targets = {item.target for sheet in panes(TROOPS, 46, Look()) for item in sheet.items}
    blocks = (
        (TargetKind.POINT, TROOPS.summary),
        (TargetKind.FIGURE, TROOPS.figures),
        (TargetKind.EVENT, TROOPS.timeline),
    )
    wanted = {Target(kind, number) for kind, items in blocks for number in range(len(items))}
    wanted |= {Target(TargetKind.SOURCE, number) for number in range(len(TROOPS.sources))}
    wanted |= {Target(TargetKind.OPEN, number) for number in range(len(TROOPS.open))}
    assert wanted <= targets


def two_origins() -> Brief:
    """Return a brief with a point of two articles, one of a person whom an article quotes, and an event of hers."""
    sources = (
        Source(id="post", number=1, kind=SourceKind.ARTICLE, title="The Post"),
        Source(id="wire", number=2, kind=SourceKind.ARTICLE, title="The Wire"),
        Source(id="mayor", number=3, kind=SourceKind.PERSON, name="Elsa Quint", via="wire"),
    )
    both = (Cite(source="post", quote="a"), Cite(source="wire", quote="b"))
    points = (Point(text="It rained.", cites=both), Point(text="It is over.", by="mayor", cites=both[1:]))
    gone = Event(text="The rain ends.", when=parse_date("2024"), by="mayor", standing=Standing.EXPECTED)
    return Brief(id="b", title="t", summary=points, timeline=(gone,), sources=sources)


def test_a_cite_mark_leads_to_its_cite() -> None:
    marks = [run for line in summary_pane(two_origins(), 60, Look()).lines for run in line if run.role is Role.CITE]
    assert [(run.text, run.target) for run in marks[:2]] == [
        ("¹", Target(TargetKind.POINT, 0, 0)),
        ("²", Target(TargetKind.POINT, 0, 1)),
    ]


def test_of_one_origin_the_cites_have_no_marks() -> None:
    assert not [run for line in summary_pane(BRIDGE, 60, Look()).lines for run in line if run.role is Role.CITE]


def test_who_says_it_runs_on_and_its_name_is_whole() -> None:
    points = [line for line in lines_of(summary_pane, two_origins(), 27) if line[:1] == "•" or "Quint" in line]
    assert points == ["• It rained. ¹ ²", "• It is over. ²", "  — Elsa Quint"]


def test_a_narrow_timeline_names_who_says_it_by_the_number_of_the_source() -> None:
    sheet = timeline_pane(two_origins(), 60, Look(), None, PaneForm(Density.CLOSE))
    assert [text_of(line) for line in sheet.lines] == ["• 2024 ○ The rain ends. ³ — expected"]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_plain_look_has_no_box_drawing_and_no_superscripts(name: str) -> None:
    shown = all_text(SAMPLES[name], 60, Look(plain=True))
    assert not [character for character in shown if "\u2500" <= character <= "\u259f" or character in "¹²³⁴⁵⁶⁷⁸⁹⁰"]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_ascii_look_adds_only_ascii_to_the_words_of_the_brief(name: str) -> None:
    brief = SAMPLES[name]
    theirs = set(tidy("".join(texts(brief))))
    shown = "".join(text_of(line) for line in document(brief, 60, Look(ascii=True)))
    assert not [character for character in set(shown) - theirs if not character.isascii()]


def figure(text: str, unit: str | None = "m", hedge: Hedge | None = None, kind: FigureKind | None = None) -> Figure:
    return Figure(text="it", amount=Amount(Decimal(text), Decimal(text)), unit=unit, approx=hedge, kind=kind)


def lines_of(setter: Callable[[Brief, int, Look], Sheet], brief: Brief, width: int = 60, **look: bool) -> list[str]:
    return [text_of(line) for line in setter(brief, width, Look(**look)).lines]


def test_numbers_stand_under_each_other_by_their_points() -> None:
    brief = Brief(id="b", title="t", figures=(figure("3000.25"), figure("7"), figure("12.50", hedge=Hedge.OVER)))
    assert {line.split("m")[0].rstrip() for line in lines_of(figures_pane, brief) if "m" in line} == {
        "• 3,000.25",
        "•     7",
        "•   >12.50",
    }


@pytest.mark.parametrize(
    ("hedge", "full", "ascii_only", "plain"),
    [
        (Hedge.ABOUT, "≈7 m", "~7 m", "about 7 m"),
        (Hedge.OVER, ">7 m", ">7 m", "over 7 m"),
        (Hedge.UNDER, "<7 m", "<7 m", "under 7 m"),
        (Hedge.AT_LEAST, "≥7 m", ">=7 m", "at least 7 m"),
        (Hedge.AT_MOST, "≤7 m", "<=7 m", "at most 7 m"),
        (Hedge.NEARLY, "nearly 7 m", "nearly 7 m", "nearly 7 m"),
    ],
)
def test_a_hedge_is_visible_without_colour(hedge: Hedge, full: str, ascii_only: str, plain: str) -> None:
    brief = Brief(id="b", title="t", figures=(figure("7", hedge=hedge),))
    shown = [lines_of(figures_pane, brief, 40, **look)[0] for look in ({}, {"ascii": True}, {"plain": True})]
    assert shown == [f"• {full} it", f"* {ascii_only} it", f"- {plain} it"]


def bars(brief: Brief, *, ascii_only: bool = False) -> list[int]:
    lines = figures_pane(brief, 60, Look(ascii=ascii_only)).lines
    return [
        sum(cells(run.text) for run in line if run.role is Role.BAR)
        for line in lines
        if line[-1:] and any(run.role is Role.BAR for run in line)
    ]


@pytest.mark.parametrize(
    ("pair", "count"),
    [
        pytest.param((figure("2", kind=FigureKind.TOTAL), figure("4", kind=FigureKind.TOTAL)), 2, id="alike"),
        pytest.param((figure("2", kind=FigureKind.TOTAL), figure("4", kind=FigureKind.LEVEL)), 0, id="other kind"),
        pytest.param((figure("2", "m", kind=FigureKind.TOTAL), figure("4", "km", kind=FigureKind.TOTAL)), 0, id="unit"),
        pytest.param((figure("2"), figure("4")), 0, id="kind not said"),
        pytest.param((figure("2", kind=FigureKind.TOTAL),), 0, id="alone"),
    ],
)
def test_bars_are_drawn_only_where_kind_and_unit_agree(pair: tuple[Figure, ...], count: int) -> None:
    assert len(bars(Brief(id="b", title="t", figures=pair))) == count


def test_bars_begin_at_zero_and_share_a_scale() -> None:
    pair = (figure("20", kind=FigureKind.TOTAL), figure("40", kind=FigureKind.TOTAL))
    short, long = bars(Brief(id="b", title="t", figures=pair))
    assert long == 2 * short


def test_an_interval_is_written_from_low_to_high() -> None:
    interval = replace(figure("1"), amount=Amount(Decimal(1200), Decimal("1500.5")))
    assert lines_of(figures_pane, Brief(id="b", title="t", figures=(interval,)), 40)[0] == "• 1,200–1,500.5 m it"


@pytest.mark.parametrize(
    ("central", "look", "expected"),
    [
        ("1300.5", Look(), "≈1,300.5 (1,200–1,500) m"),
        ("1300", Look(ascii=True), "~1,300 (1,200 to 1,500) m"),
        ("1300", Look(plain=True), "about 1,300 (1,200 to 1,500) m"),
    ],
)
def test_a_value_is_written_before_its_interval(central: str, look: Look, expected: str) -> None:
    amount = Amount(Decimal(1200), Decimal(1500), Decimal(central))
    assert amount_text(replace(figure("1", hedge=Hedge.ABOUT), amount=amount), look) == expected


def test_a_derived_figure_says_so_and_how_far_its_doubt_reaches() -> None:
    share = " ".join(" ".join(lines_of(figures_pane, TROOPS, 74)).split())
    assert "=     ≈36 %" in "".join(lines_of(figures_pane, TROOPS, 74))
    assert "= ≈4,000 ÷ ≈11,000 · computed: Killed or injured among them ÷ Troops sent in all" in share
    assert "between 30 % and 43 %" in share


def derived(expression: str, a: str, b: str, unit: str | None = None, b_unit: str = "m") -> str:
    """Return how a figure derived from two others is shown; a hedge may stand before their numbers."""
    known = []
    for name, text, its_unit in (("a", a, "m"), ("b", b, b_unit)):
        hedge, _, number = text.rpartition(" ")
        known.append(replace(figure(number, its_unit, Hedge(hedge) if hedge else None), id=name))
    brief = Brief(id="b", title="t", figures=(*known, Figure(text="it", derived=expression, unit=unit)))
    lines = [line.strip() for line in lines_of(figures_pane, brief, 74)]
    at = next(number for number, line in enumerate(lines) if line.startswith("= "))
    facts = " ".join(lines[at + 1 :])
    doubt = re.search("(between|at least|at most|how much) .*(?<!of it)$", facts)
    return re.sub(" +it$", "", lines[at]).removeprefix("=").strip() + f" | {doubt.group() if doubt else ''}"


@pytest.mark.parametrize(
    ("shown", "expression", "a", "b"),
    [
        ("36.4 % | ", "a / b", "4", "11"),
        ("≈36 % | between 30 % and 43 %", "a / b", "about 4000", "about 11000"),
        ("≥36 % | at least 36 %, how much more is not known", "a / b", "over 4000", "11000"),
        ("≤37 % | at most 37 %, how much less is not known", "a / b", "4000", "at least 11000"),
        ("2.75 | ", "b / a", "4", "11"),
        ("7 | ", "b - a", "4", "11"),
        ("≈7,000 | between 6,000 and 8,000", "b - a", "about 4000", "about 11000"),
        ("44 | ", "a * b", "4", "11"),
        ("0.0331 | ", "a / b / b", "4", "11"),
        ("≈0 | how much more or less is not known", "a - b", "over 4", "over 4"),
    ],
)
def test_a_derived_number_has_the_digits_that_its_doubt_leaves(shown: str, expression: str, a: str, b: str) -> None:
    assert derived(expression, a, b) == shown


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-999, 999), st.integers(-30, 40), st.sampled_from([None, *Hedge])), min_size=2),
    st.sampled_from(["a / b", "a - b", "a * b", "a / b / b"]),
)
def test_no_derived_number_is_too_large_or_too_small_to_be_shown(
    numbers: list[tuple[int, int, Hedge | None]], expression: str
) -> None:
    known = [figure(f"{digits}e{power}", hedge=hedge) for digits, power, hedge in numbers[:2]]
    both = tuple(replace(it, id=name) for it, name in zip(known, "ab", strict=True))
    brief = Brief(id="b", title="t", figures=(*both, Figure(text="it", derived=expression)))
    assert "computed: it " in " ".join(" ".join(lines_of(figures_pane, brief)).split())


def test_a_ratio_of_different_units_is_no_share() -> None:
    assert derived("a / b", "4", "11", b_unit="km") == "0.364 | "


def test_a_share_that_its_writer_calls_percent_has_one_percent_sign() -> None:
    assert derived("a / b", "about 4000", "about 11000", unit="%") == "≈36 % | between 30 % and 43 %"


def test_a_derived_figure_that_cannot_be_computed_says_why() -> None:
    brief = Brief(id="b", title="t", figures=(Figure(text="x", derived="nowhere / 2"),))
    assert "not computed: " in " ".join(lines_of(figures_pane, brief))


def event(text: str, when: str | None) -> Event:
    return Event(text=text, when=parse_date(when) if when else None, stated=None if when else "once")


def test_events_are_in_order_of_time_and_those_without_a_place_in_time_stay() -> None:
    events = (event("c", "2024"), event("x", None), event("a", "1959"), event("y", "XXXX-01"), event("b", "1990-02-01"))
    assert [found.text for _, found in in_time_order(events)] == ["a", "x", "b", "y", "c"]


def test_an_event_without_a_year_is_shown_as_such_and_apart() -> None:
    brief = Brief(id="b", title="t", timeline=(event("Troops go.", "XXXX-01/XXXX-02"), event("A pact.", "2024")))
    assert lines_of(timeline_pane, brief, 60) == [
        "•             2024 ○ A pact.",
        "",
        "Year not stated · set apart, never put in order",
        "• Jan–Feb, no year ? Troops go.",
        "",
        "○ to the month or year",
    ]


def axis_of(*dates: str, width: int = 41, **look: bool) -> list[str]:
    brief = Brief(id="b", title="t", timeline=tuple(event("e", date) for date in dates))
    shown = lines_of(timeline_pane, brief, width, **look)
    return shown[: shown.index("")]


def test_the_axis_is_proportional() -> None:
    line = axis_of("2000-01-01", "2010-01-01", "2020-01-01")[0]
    assert [index for index, sign in enumerate(line) if sign == "●"] == [0, 20, 40]


def test_a_stretch_of_time_is_a_thick_line() -> None:
    assert axis_of("1950-01-01", "1960/1970", "1990/..", "2000-01-01")[0] == "●───────━━━━━━━━━━──────┴───────━━━━━━━━●"


def test_a_span_of_two_cells_is_a_ring_on_the_axis() -> None:
    assert axis_of("1960", "1980-01-01", "2000-01-01")[0].startswith("○")


def test_several_events_in_one_cell_are_counted() -> None:
    assert "2" in axis_of("1900-01-01", "2000-01-01", "2000-01-02")[0]


@pytest.mark.parametrize("width", range(20, 60))
def test_years_before_christ_are_round_and_keep_apart(width: int) -> None:
    labels = axis_of("-0749", "-0399", width=width)[-1]
    assert re.fullmatch(r" *\d+[05]0 BC( +\d+[05]0 BC)*", labels)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-3000, 3000), min_size=2, max_size=6), st.integers(20, 74))
def test_labels_of_the_axis_never_touch(years: list[int], width: int) -> None:
    labels = axis_of(*(f"{year:05d}" if year < 0 else f"{year:04d}" for year in years), width=width)[-1]
    assert cells(labels) <= width
    assert all(len(part) <= 4 and (part.isdigit() or part.isalpha()) for part in labels.split())


def test_a_withdrawn_source_marks_everything_that_rests_on_it() -> None:
    gone = Source(id="s", number=1, kind=SourceKind.ARTICLE, title="Gone", withdrawn="retracted")
    brief = Brief(id="b", title="t", summary=(Point(text="It is so.", by="s"),), sources=(gone,))
    assert "  ! rests on a withdrawn source ¹" in lines_of(summary_pane, brief)


def test_a_checksum_is_shown_by_its_first_digits() -> None:
    assert "sha256 0123456789ab" in [line.strip() for line in lines_of(sources_pane, EVERYTHING, 74)]


def test_a_tag_is_not_broken_at_its_hyphen() -> None:
    brief = Brief(id="b", title="t", tags=("supplies", "north-korea"))
    assert lines_of(summary_pane, brief, 17)[2:] == ["supplies,", "north-korea"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "bridge",
            {"?", "≈", "planned", "suggested", "announced", "unnamed", "F – reliability cannot be judged"}
            | {"low confidence", "one origin"},
        ),
        (
            "troops",
            {"?", "≈", "ʳ", "estimated", "unnamed", "between 30 % and 43 %", "year not stated", ", no year"}
            | {
                "date reckoned from the article’s own date",
                "moderate confidence",
                "one origin",
                "ʳ from the article’s date",
            },
        ),
        (
            "everything",
            {"?", "≥", "ʳ", "disputed", "expected", "planned", "one origin"}
            | {
                "date is the editor’s reading",
                "date reckoned from the",
                "article’s own date",
                "ʳ from the article’s date",
            },
        ),
    ],
)
def test_hedges_are_the_words_that_take_certainty_away_and_no_others(name: str, words: set[str]) -> None:
    runs = [run for sheet in panes(SAMPLES[name], 74, Look()) for line in sheet.lines for run in line]
    assert {run.text.strip() for run in runs if run.role is Role.HEDGE} == words


def test_the_marking_is_in_the_first_line_of_a_document_and_not_in_a_pane() -> None:
    assert not [line for line in lines_of(summary_pane, TROOPS) if "TLP" in line]
    assert [text_of(line) for line in document(TROOPS, 60, Look())][:3] == ["TLP:AMBER+STRICT", "", TROOPS.title]


def test_related_briefs_are_named_with_their_relation() -> None:
    related = (Related(brief="bridge", relation=Relation.BACKGROUND), Related(brief="lost"))
    sheet = summary_pane(Brief(id="b", title="t", related=related), 60, Look())
    assert [text_of(line) for line in sheet.lines][-2:] == ["→ bridge · as background", "→ lost"]


@pytest.mark.parametrize("width", [38, 60, 76])
def test_a_related_brief_is_named_by_its_title_in_as_many_lines_as_before_the_title_is_known(width: int) -> None:
    title = "Construction of a bridge over the Tumen River, between Russia and North Korea, begins"
    brief = Brief(id="b", title="t", related=(Related(brief="bridge", relation=Relation.BACKGROUND),))
    evidence = replace(check_brief(brief, {}, Path("b.yaml")), titles={"bridge": title})
    form = PaneForm(Density.ROOMY, has_title=False)
    lines = [text_of(line) for line in summary_pane(brief, width, Look(), evidence, form).lines]
    assert len(lines) == len(unchecked_summary_pane(brief, width, Look(), form).lines)
    assert lines[-1].startswith("→ Construction of a b")
    assert lines[-1].endswith("… · as background")
    assert len(lines[-1]) <= width
    whole = text_of(readout_line(brief, Target(TargetKind.RELATED, 0), Look(), evidence))
    assert whole == f"related brief 1 of 1 · {title} · background"


def test_an_empty_brief_is_only_its_title() -> None:
    assert plain_text(document(Brief(id="b", title="Only a title"), 40, Look())) == "Only a title\n"
