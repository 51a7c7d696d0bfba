"""Summary and Timeline in every form, and the readouts of their items: what always holds, and how rows look."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence import Counts, Evidence
from briefing.format.dates import parse_date
from briefing.format.model import (
    Basis,
    Brief,
    Cite,
    Confidence,
    Entity,
    Event,
    Likelihood,
    Point,
    Source,
    SourceKind,
    Standing,
    Status,
)
from briefing.render.form import Density, PaneForm
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind, text_of
from briefing.render.panes.summary import summary_pane, unchecked_summary_pane
from briefing.render.panes.timeline import timeline_pane
from briefing.render.parts.readout import readout_line
from briefing.render.parts.time_axis import axis, axis_cells, axis_events, sharing
from briefing.render.sheet_builder import crop_line
from briefing.render.symbols import MEASURE, Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from tests.support.flood import EVIDENCE, FLOOD
from tests.support.render_samples import EVERYTHING, TROOPS

LOOKS = {"full": Look(), "ascii": Look(ascii=True), "plain": Look(plain=True)}
CLOSE = PaneForm(Density.CLOSE, has_title=False)

WORDS = st.lists(st.sampled_from(["the", "river", "a dyke", "more than 5 people", "Hochwasser", "say"]), min_size=1)
TEXTS = WORDS.map(" ".join)
DAYS = st.dates().map(str)
DATES = st.one_of(
    DAYS,
    DAYS.map(lambda day: day[:7]),
    DAYS.map(lambda day: day[:4]),
    DAYS.map(lambda day: f"{day[:3]}X"),
    DAYS.map(lambda day: f"XXXX{day[4:]}"),
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"{day[:7]}~"),
    st.tuples(DAYS, DAYS).map(lambda ends: f"{min(ends)}/{max(ends)}"),
    st.integers(1, 24).map(lambda month: f"2024-{month:02d}" if month <= 12 else f"2024-06-{month:02d}"),
)
SOURCES = tuple(
    Source(id=name, number=number, kind=SourceKind.PERSON, name=said, via=via, withdrawn=withdrawn)
    for number, (name, said, via, withdrawn) in enumerate(
        [
            ("a", "Post", None, None),
            ("b", "Elsa Quint-Dane", "a", None),
            ("c", "A committee for rivers and lakes", None, "x"),
        ],
        1,
    )
)
SOURCE_OF_ITS_TITLE = Source(id="a", number=1, kind=SourceKind.ARTICLE, title="Post")
SAID = {
    "by": st.sampled_from([None, "a", "b", "c", "lost"]),
    "standing": st.sampled_from(Standing),
    "note": st.none() | TEXTS,
    "cites": st.lists(st.sampled_from("abc").map(lambda name: Cite(source=name, quote="w")), max_size=2).map(tuple),
}
POINTS = st.builds(
    Point,
    text=TEXTS,
    when=st.none() | DATES.map(parse_date),
    likelihood=st.none() | st.sampled_from(Likelihood),
    confidence=st.none() | st.sampled_from(Confidence),
    **SAID,
)
EVENTS = st.one_of(
    st.builds(Event, text=TEXTS, when=DATES.map(parse_date), basis=st.sampled_from(Basis), **SAID),
    st.builds(Event, text=TEXTS, stated=TEXTS, place=st.none() | TEXTS, **SAID),
)
BRIEFS = st.builds(
    Brief,
    id=st.just("b"),
    title=TEXTS,
    lede=st.none() | TEXTS,
    date=st.none() | DATES.map(parse_date),
    status=st.sampled_from(Status),
    author=st.none() | TEXTS,
    tags=st.lists(st.sampled_from(["floods", "tarn-valley", "north-korea"]), max_size=5).map(tuple),
    entities=st.lists(TEXTS.map(lambda name: Entity(name=name, kind="place")), max_size=2).map(tuple),
    summary=st.lists(POINTS, max_size=4).map(tuple),
    timeline=st.lists(EVENTS, max_size=6).map(tuple),
    sources=st.just(SOURCES),
    open=st.lists(TEXTS, max_size=2).map(tuple),
)
WIDTHS = st.integers(20, 120)


def test_the_article_that_a_brief_is_named_after_is_not_called_by_its_title() -> None:
    point = Point(text="It rained", by="a", standing=Standing.PLANNED)
    brief = Brief(id="b", title="Post", summary=(point,), sources=(SOURCE_OF_ITS_TITLE,))
    lines = "".join(text_of(line) for line in summary_pane(brief, 60, Look(), None, CLOSE).lines)
    readout = text_of(readout_line(brief, Target(TargetKind.POINT, 0), Look(), None))
    assert ("planned, the article" in tidy(lines), "according to the article" in tidy(readout)) == (True, True)


def words_of(lines: tuple[Line, ...]) -> str:
    """Return what is said, without white space and without the stems of the timeline."""
    return "".join("".join(run.text for line in lines for run in line if run.role is not Role.RULE).split())


def folded(text: str) -> str:
    return "".join(tidy(text).split())


@settings(max_examples=60, deadline=None)
@given(BRIEFS, WIDTHS, st.sampled_from(list(LOOKS.values())))
def test_in_every_form_all_words_are_there_no_line_is_too_wide_and_closer_ones_are_not_longer(
    brief: Brief, width: int, look: Look
) -> None:
    for pane, texts in (
        (summary_pane, [*(point.text for point in brief.summary), *brief.open]),
        (timeline_pane, [event.text for event in brief.timeline] if width < 100 else []),
    ):
        rows = []
        for density in Density:
            lines = pane(brief, width, look, None, PaneForm(density, has_title=False)).lines
            assert max((cells(text_of(line)) for line in lines), default=0) <= width
            assert [text for text in texts if folded(text) not in words_of(lines)] == []
            rows.append(len(lines))
        assert rows == sorted(rows, reverse=True)


@settings(max_examples=60, deadline=None)
@given(
    BRIEFS,
    WIDTHS,
    st.sampled_from(list(LOOKS.values())),
    st.sampled_from([*Density][1:]),
    st.tuples(*[st.integers(0, 3)] * 8),
)
def test_the_head_has_as_many_rows_before_a_check_as_after(
    brief: Brief, width: int, look: Look, density: Density, of_classes: tuple[int, ...]
) -> None:
    brief = replace(brief, summary=tuple(Point(text="p") for _ in range(sum(of_classes))), timeline=(), open=())
    form = PaneForm(density, has_title=False)
    evidence = replace(EVIDENCE, counts=Counts(*(sum(of_classes), *of_classes, 2)))
    checked = summary_pane(brief, width, look, evidence, form).items
    assert checked == unchecked_summary_pane(brief, width, look, form).items


def lines_of(sheet: Sheet) -> list[str]:
    return [text_of(line) for line in sheet.lines]


def test_the_head_of_a_brief_takes_six_rows_at_most() -> None:
    shown = lines_of(summary_pane(FLOOD, 76, Look(), EVIDENCE, CLOSE))
    assert shown.index("") <= 5
    assert shown[3:6] == [
        "28 Nov 2024 · draft · 10 of 27 verified · 3 doubtful · 13 words found",
        "1 without a quote · one origin · floods, tarn-valley, dykes",
        "",
    ]


def test_tags_give_way_first() -> None:
    tagged = replace(FLOOD, tags=("floods", *(f"tag-{number}" for number in range(40))))
    shown = lines_of(summary_pane(tagged, 76, Look(), EVIDENCE, CLOSE))
    assert shown.index("") == 5
    assert "one origin · floods, tag-0" in shown[4]


@pytest.mark.parametrize("width", [30, 46, 76])
def test_what_weakens_a_brief_stays_in_its_head(width: int) -> None:
    shown = summary_pane(FLOOD, width, Look(), EVIDENCE, PaneForm(Density.TIGHT, has_title=False))
    head = " ".join(lines_of(shown)[: lines_of(shown).index("")])
    assert all(words in head for words in ("draft", "10 of 27 verified", "one origin"))
    assert width < 46 or any(words in head for words in (" 3 !", " 3 doubtful"))


def test_points_begin_with_their_verdict_and_end_with_who_says_it() -> None:
    shown = lines_of(summary_pane(FLOOD, 67, Look(), EVIDENCE, CLOSE))
    first = next(number for number, line in enumerate(shown) if line.startswith("✓"))
    assert shown[first : first + 2] == [
        "✓ At least 31 people have died and up to 14,000 have been forced",
        "  from their homes. — Regional government",
    ]
    assert "  — disputed, two engineers" in shown
    assert not [line for line in shown if line.endswith("—")]


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["Elsa Quint", "two engineers", "Jean-Luc Le-Roux"]), st.integers(26, 80))
def test_a_short_name_is_never_broken_and_no_line_ends_with_a_dash(text: str, name: str, width: int) -> None:
    source = Source(id="s", number=1, kind=SourceKind.PERSON, name=name)
    point = Point(text=text, by="s", standing=Standing.DISPUTED)
    shown = lines_of(summary_pane(Brief(id="b", title="t", summary=(point,), sources=(source,)), width, Look()))
    assert any(name in line for line in shown)
    assert not [line for line in shown if line.endswith("—")]


def test_a_closer_form_says_a_judgement_in_one_paragraph() -> None:
    judged = Point(text="It will rain.", likelihood=Likelihood.LIKELY, confidence=Confidence.LOW)
    sheet = summary_pane(Brief(id="b", title="t", summary=(judged,)), 60, Look(), None, CLOSE)
    assert lines_of(sheet)[-1] == "• Likely, 55–80 %, low confidence: It will rain."
    assert Run("low confidence", Role.HEDGE) in sheet.lines[-1]


def test_events_say_their_year_when_it_changes() -> None:
    shown = lines_of(timeline_pane(FLOOD, 46, Look(), EVIDENCE, CLOSE))
    assert [line[:18] for line in shown[2:] if "│" not in line] == [
        "✓       1980s  ━ D",
        "◇    Mar 1995  ○ T",
        "◇ spring 2022  ○ T",
        "✓    May 2024ʳ ○ R",
        "◇       8 Junʳ ● T",
        "◇      10 Junᵉ ● T",
        "◇   10–16 Junʳ ━ A",
    ]


def test_after_an_event_without_a_year_the_year_is_said_again() -> None:
    dates = ("2024-05-01", "XXXX-06-02", "2024-07-03")
    events = tuple(Event(text="e", when=parse_date(date)) for date in dates)
    shown = lines_of(timeline_pane(Brief(id="b", title="t", timeline=events), 60, Look(), None, CLOSE))
    assert shown[-1].startswith("•     3 Jul 2024 ●")


def test_a_wide_timeline_is_a_table_in_which_missing_years_stay_missing() -> None:
    events = (
        *FLOOD.timeline,
        Event(text="A dividend is paid.", when=parse_date("XXXX-12-06"), by="dane"),
        Event(text="A bridge is destroyed.", stated="early in the century"),
    )
    shown = lines_of(timeline_pane(replace(FLOOD, timeline=events), 118, Look()))
    assert [re.split(" {2,}", line.strip())[-2:] for line in shown if "dyke is safe" in line or "dividend" in line] == [
        ["the article", "ʳ reckoned"],
        ["Clara Dane", "year not stated"],
    ]
    apart = [line.partition(" · ")[0] for line in shown if "never put in order" in line]
    assert apart == ["Year not stated", "Dated in words only"]
    assert [line.partition(" ? ")[0] for line in shown if "dividend" in line] == ["• 6 Dec, no year "]


@settings(max_examples=100, deadline=None)
@given(st.lists(DATES, min_size=2, max_size=12), st.integers(12, 120), st.booleans())
def test_labels_of_an_axis_are_apart_and_its_counts_are_single_digits(
    dates: list[str], width: int, ascii_only: bool
) -> None:
    events = axis_events(Brief(id="b", title="t", timeline=tuple(Event(text="e", when=parse_date(d)) for d in dates)))
    drawn = axis(events, width, Look(ascii=ascii_only), Density.CLOSE)
    if not drawn:
        return
    line, labels = map(text_of, drawn)
    assert cells(line) <= width
    assert cells(labels) <= width
    assert re.fullmatch(
        r" *((AD )?\d{1,4}( BC)?|[A-Z][a-z]{2}( \d{4})?)( +((AD )?\d{1,4}( BC)?|[A-Z][a-z]{2}))*", labels
    )
    assert not re.search(r"\d\d", line)
    drawn_at = axis_cells(events, width, Look(ascii=ascii_only), Density.CLOSE)
    groups = {sharing(events, event.number, drawn_at) for event in events}
    assert sorted(number for group in groups for number in group) == sorted(event.number for event in events)


def test_counts_side_by_side_become_one_that_the_readout_explains() -> None:
    days = ("2000-01-01", "2024-05-01", "2024-05-02", "2024-12-01", "2024-12-31")
    events = tuple(Event(text=f"Event {day}.", when=parse_date(day)) for day in days)
    brief = Brief(id="b", title="t", timeline=events)
    assert text_of(axis(axis_events(brief), 42, Look(), Density.CLOSE)[0])[-4:].count("4") == 1
    said = text_of(readout_line(brief, Target(TargetKind.EVENT, 2), Look(), None, 42))
    assert "4 events in this cell: Event 2024-05-01; Event 2024-05-02; Event 2024-12-01; Event 2024-12-31" in said
    assert "in this cell" not in text_of(readout_line(brief, Target(TargetKind.EVENT, 0), Look(), None, 42))


def test_a_pane_that_is_a_table_has_an_axis_of_its_width() -> None:
    events = axis_events(FLOOD)
    assert [axis_cells(events, width, Look(), Density.CLOSE) for width in (60, 90, 118)] == [60, MEASURE, 118]
    assert axis_cells(events, 60, Look(), Density.TIGHT) == axis_cells(events, 60, Look(plain=True), Density.FULL) == 0


def test_zoomed_the_events_of_the_most_crowded_cell_stand_once_more_by_day() -> None:
    line, labels, names = map(text_of, axis(axis_events(FLOOD), 118, Look(), Density.FULL))
    assert line.count("4") == 1
    assert line.endswith("   ━━━━━━━━━━━━━━━━━━━━━━━━━━─────●─●━━━━━")
    assert re.split(" {2,}", labels)[-2:] == ["1 May", "8 Jun"]
    assert re.split(" {2,}", names) == ["all events", "the 4 events of one cell, by day"]


def readout(brief: Brief, kind: TargetKind, number: int, evidence: Evidence | None = None) -> str:
    return text_of(readout_line(brief, Target(kind, number), Look(), evidence))


def test_the_readout_of_an_item_says_what_its_row_leaves_out() -> None:
    assert readout(FLOOD, TargetKind.POINT, 0, EVIDENCE) == (
        "✓ ¶1, word for word · point 1 of 5, according to Regional government"
    )
    assert readout(FLOOD, TargetKind.EVENT, 3, EVIDENCE) == (
        "May 2024 reckoned from the article’s own date, Sunday 9 June · ✓ ¶5, word for word · event 4 of 7"
    )
    assert readout(FLOOD, TargetKind.EVENT, 5).startswith("10 June 2024, the editor’s reading")
    assert readout(FLOOD, TargetKind.EVENT, 5).endswith("The Monday after the article. · event 6 of 7")
    assert readout(FLOOD, TargetKind.OPEN, 1) == "open question 2 of 2 · the article does not say"
    assert readout(TROOPS, TargetKind.POINT, 0).endswith("January to February, year not stated")
    assert readout(EVERYTHING, TargetKind.RELATED, 0) == "related brief 1 of 1 · other/brief · contradicts"


def test_a_line_that_is_cut_ends_with_one_ellipsis() -> None:
    line = (Run("according to "), Run("two engineers"))
    assert [text_of(crop_line(line, width)) for width in (11, 12, 13, 16)] == [
        "according…",
        "according t…",
        "according to ",
        "according to tw…",
    ]


def test_who_says_an_event_stands_before_what_could_not_be_checked() -> None:
    said = readout(FLOOD, TargetKind.EVENT, 2, EVIDENCE)
    assert said.startswith("spring 2022 · according to two engineers · ◇ ¶5, not checked: ")


FAINT = {Role.META, Role.FAINT, Role.RULE, Role.UNIT}
WEAK = re.compile(
    r"planned|expected|suggested|estimated|disputed|announced|not stated|no year|confidence|reckoned|reading|one origin"
    r"|draft|withdrawn|doubtful|words found|without a quote"
)


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("width", [30, 46, 76, 118])
def test_nothing_that_weakens_a_claim_is_faint(width: int, density: Density) -> None:
    form = PaneForm(density, has_title=False)
    briefs = ((FLOOD, EVIDENCE), (EVERYTHING, None), (TROOPS, None))
    lines = [
        line
        for brief, known in briefs
        for pane in (summary_pane, timeline_pane)
        for line in pane(brief, width, Look(), known, form).lines
    ]
    lines += [
        readout_line(brief, Target(kind, number), Look(), known)
        for brief, known in briefs
        for kind, items in ((TargetKind.POINT, brief.summary), (TargetKind.EVENT, brief.timeline))
        for number in range(len(items))
    ]
    weak = {run.text for line in lines for run in line if run.role in FAINT and WEAK.search(run.text)}
    assert {text for text in weak if "ʳ from" not in text and "ᵉ the" not in text} == set(), "the legend may be faint"


HOSTILE = "\x1b]52;c;x\x07 [/] [@click=app.quit]x[/] \u202eabc\u202c \x00 \x9b31m 👨‍👩‍👧 " + "x" * 300 + " 漢字" * 50
LONG = HOSTILE + "x" * 10_000


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [20, 46, 118])
def test_hostile_text_is_shown_and_never_obeyed(width: int, look: str, density: Density) -> None:
    source = Source(id="s", number=1, kind=SourceKind.PERSON, name=HOSTILE)
    point = Point(text=LONG, by="s", note=HOSTILE, standing=Standing.DISPUTED)
    event = Event(text=LONG, by="s", place=HOSTILE, stated=HOSTILE, when=parse_date("2024-05"))
    brief = Brief(
        id="b",
        title=LONG,
        lede=HOSTILE,
        author=HOSTILE,
        tags=(HOSTILE,),
        entities=(Entity(name=HOSTILE, kind=HOSTILE),),
        summary=(point, Point(text=HOSTILE, likelihood=Likelihood.LIKELY)),
        timeline=(event, replace(event, when=None)),
        sources=(source,),
        open=(HOSTILE,),
    )
    lines: list[Line] = []
    for pane in (summary_pane, timeline_pane):
        shown = pane(brief, width, LOOKS[look], None, PaneForm(density)).lines
        assert max(cells(text_of(line)) for line in shown) <= width
        lines += shown
    kinds = (TargetKind.POINT, TargetKind.EVENT, TargetKind.OPEN)
    lines += [readout_line(brief, Target(kind, 0), LOOKS[look], None, width) for kind in kinds]
    everything = "".join(map(text_of, lines))
    assert not [sign for sign in everything if ord(sign) < 32 or sign in "\x7f\x9b\u202e\u202c" or sign == NO_BREAK]
