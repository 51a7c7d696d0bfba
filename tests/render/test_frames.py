"""The lines around the panes: rows of the list, headings, tabs, the footer, and the pages of keys and of problems."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.problems import Place, Problem, Severity
from briefing.format.dates import parse_date
from briefing.format.model import Marking, Status
from briefing.render.lines import ItemLines, Line, Role, Run, Sheet, Target, TargetKind, text_of
from briefing.render.pages.help import KeyGroup, help_page
from briefing.render.pages.problems import problems_page
from briefing.render.parts.chrome import HeadingState, ScrollPosition, footer, heading, tabs
from briefing.render.parts.list_row import RowForm, RowSetting, list_row_lines, list_row_marks, table_heads
from briefing.render.parts.listed_brief import ListRow
from briefing.render.parts.telling_apart import Naming, distinct_cuts, told_apart
from briefing.render.sheet_builder import spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop, tidy
from briefing.render.text.find import find, highlighted

ENTRY = ListRow(
    title="Russia and North Korea prepare to build a road bridge over the Tumen River",
    date=parse_date("2026-11-23"),
    status=Status.DRAFT,
    marking=Marking.AMBER,
    errors=2,
)
ANY_TEXT = st.text(st.characters(), max_size=60)


LINE, LINES, TABLE = RowSetting(form=RowForm.LINE), RowSetting(), RowSetting(form=RowForm.TABLE)


def shown(lines: tuple[Line, ...]) -> list[str]:
    return [text_of(line).rstrip() for line in lines]


def test_a_row_of_lines_has_its_title_and_then_its_facts_with_the_marking_at_the_end() -> None:
    assert shown(list_row_lines(ENTRY, 40, Look(), LINES)) == [
        "Russia and North Korea prepare to build",
        "a road bridge over the Tumen River",
        "23 Nov 2026 draft         ! 2  TLP:AMBER",
    ]


def test_a_title_is_whole_where_there_is_room_and_cut_to_its_lines_where_there_is_none() -> None:
    whole = replace(LINES, title_lines=None)
    assert shown(list_row_lines(ENTRY, 26, Look(), whole))[:-1] == [
        "Russia and North Korea",
        "prepare to build a road",
        "bridge over the Tumen",
        "River",
    ]
    assert shown(list_row_lines(ENTRY, 26, Look(), LINES))[:-1] == [
        "Russia and North Korea",
        "prepare to build a road b…",
    ]


def test_a_date_without_room_is_left_out_whole_and_the_status_stays() -> None:
    row = replace(ENTRY, marking=Marking.AMBER_STRICT)
    facts = [text_of(list_row_lines(row, width, Look(), LINES)[-1]) for width in (28, 34, 40)]
    assert facts == [
        "draft  ! 2  TLP:AMBER+STRICT",
        "draft        ! 2  TLP:AMBER+STRICT",
        "23 Nov 2026 draft  ! 2  TLP:AMBER+STRICT",
    ]


def test_a_marking_that_the_heading_says_is_not_repeated() -> None:
    assert "TLP" not in text_of(list_row_lines(ENTRY, 40, Look(), replace(LINES, has_marking=False))[-1])


@pytest.mark.parametrize(
    "width",
    [23, 40, 110],
)
def test_on_one_line_the_title_is_cut_last_and_the_marking_never(width: int) -> None:
    text = text_of(list_row_lines(ENTRY, width, Look(), LINE)[0])
    assert (text.endswith("AMBER"), "! 2" in text, len(text)) == (True, True, width)
    assert ("TLP:AMBER" in text, "23 Nov 2026" in text) == (width >= 40, width >= 100)


@pytest.mark.parametrize(
    ("width", "apart", "begins"),
    [
        pytest.param(40, "24 Jul 2014", "Harbour tal… · 24 Jul 2014 ", id="whole"),
        pytest.param(26, "24 Jul 2014", "Harbou… · 24 Jul ", id="without-the-year"),
        pytest.param(22, "24 Jul 2014", "Harbour tal… ", id="none"),
        pytest.param(26, "2014/harbour-0129", "Harbour talks r… ", id="no-part-of-an-id"),
    ],
)
def test_what_tells_a_title_apart_is_whole_or_left_out(width: int, apart: str, begins: str) -> None:
    row = ListRow(title="Harbour talks resume in the north", marking=Marking.GREEN, warnings=2)
    assert text_of(list_row_lines(row, width, Look(), LINE, apart)[0]).startswith(begins)


def test_the_columns_of_a_table_stand_below_their_heads() -> None:
    row = replace(ENTRY, figures=15, events=7, sources=10)
    text, heads = text_of(list_row_lines(row, 115, Look(), TABLE)[0]), table_heads(115).rjust(115)
    for head, cell in (("TLP", "AMBER"), ("figs", "15"), ("events", "7"), ("sources", "10"), ("problems", "! 2")):
        end = heads.index(head) + len(head)
        assert text[end - len(cell) : end] == cell
    assert text.startswith("23 Nov 2026  Russia")
    assert text.index("draft") == heads.index("status")


def test_a_long_level_takes_of_the_title_in_a_table() -> None:
    row = replace(ENTRY, marking=Marking.AMBER_STRICT)
    ends = {text_of(list_row_lines(one, 100, Look(), TABLE)[0]).index("draft") for one in (row, ENTRY)}
    assert len(ends) == 1


@pytest.mark.parametrize(
    ("look", "marks"),
    [pytest.param(Look(), "●★", id="full"), pytest.param(Look(ascii=True), "*+", id="ascii")],
)
def test_marks_are_those_of_what_is_new_and_then_the_star(look: Look, marks: str) -> None:
    row = ListRow(title="Talks", unread=True, starred=True, changed=True)
    assert "".join(run.text for run in list_row_marks(row, look)) == marks


def test_a_brief_that_was_read_has_no_mark() -> None:
    assert list_row_marks(ListRow(title="Talks"), Look()) == ()


HOSTILE = st.one_of(ANY_TEXT, st.sampled_from(["x" * 10_000, "[/]", "\u202e\x1b[31m", "👩‍👩‍👧 " * 40]))


@settings(max_examples=80, deadline=None)
@given(
    HOSTILE,
    HOSTILE,
    st.integers(20, 130),
    st.sampled_from([LINE, LINES, TABLE, RowSetting(title_lines=None)]),
    st.sampled_from(list(Marking)),
)
def test_a_row_has_its_whole_marking_and_no_line_wider_than_asked(
    title: str, apart: str, width: int, setting: RowSetting, marking: Marking
) -> None:
    row = ListRow(title=title, date=ENTRY.date, marking=marking, warnings=3, errors=1, unread=True)
    wide = max(width, 96) if setting is TABLE else width if setting is LINE else max(width, 23)
    lines = list_row_lines(row, wide, Look(ascii=bool(width % 2)), setting, apart)
    assert all(cells(text_of(line)) <= wide for line in lines)
    assert any(run.text.strip() in {marking, marking.level} for run in lines[-1])
    assert any(run.text.strip() == "! 4" for run in lines[-1])


def test_briefs_of_one_title_are_told_apart_by_the_first_thing_that_no_other_has() -> None:
    rows = [
        Naming(title="Talks", id="a/x", date="1 May"),
        Naming(title="talks", id="a/y", date="2 May"),
        Naming(title="Notes", id="c/1", date="1 May"),
        Naming(title="Notes", id="c/2", date="1 May"),
        Naming(title="Alone", id="d", date="1 May"),
    ]
    assert told_apart(rows) == ("1 May", "2 May", "1", "2", "")
    assert told_apart(rows, has_dates=True)[:2] == ("", "")


def test_dates_of_one_year_tell_briefs_apart_without_it() -> None:
    def told(*dates: str) -> tuple[str, ...]:
        return told_apart([Naming(title="Talks", id=f"{at}", date=date) for at, date in enumerate(dates)])

    assert told("1 May 2026", "2 May 2026") == ("1 May", "2 May")
    assert told("1 May 2025", "1 May 2026") == ("1 May 2025", "1 May 2026")
    assert told("2025", "2026") == ("2025", "2026")
    assert told("1 May 2026", "1 May 2026", "2 May 2026") == ("0", "1", "2 May")


def test_titles_that_would_be_cut_alike_keep_the_end_that_differs() -> None:
    titles = [f"Deliveries to the northern harbour, part {number}" for number in (923, 924)]
    ends = ("Deliveries to…part 923", "Deliveries to…part 924")
    assert distinct_cuts([*titles, "Talks on the border go on for days"], [22] * 3, "…") == (*ends, "")
    assert distinct_cuts(titles, [22, 15], "…") == (ends[0], "Deliveries…924")  # one row has a longer marking
    assert distinct_cuts(titles, [60, 60], "…") == ("", "")
    assert distinct_cuts(titles, [None, None], "…") == ("", "")
    assert distinct_cuts([titles[0]] * 2, [22] * 2, "…") == ("", "")


@given(ANY_TEXT, st.sets(st.integers(100, 999), min_size=2, max_size=8), ANY_TEXT, st.integers(0, 40), st.booleans())
def test_titles_that_differ_are_never_cut_alike_where_there_is_room(
    before: str, numbers: set[int], after: str, room: int, is_ascii: bool
) -> None:
    ellipsis = Look(ascii=is_ascii).signs.ellipsis
    titles = [f"{before}{number}{after}" for number in numbers]
    cuts = distinct_cuts(titles, [room] * len(titles), ellipsis)
    shown = [cut or crop(title, room, ellipsis) for cut, title in zip(cuts, titles, strict=True)]
    assert all(cells(each) <= room and tidy(each) == each for each in shown)
    assert room < 13 or len(set(shown)) == len(titles)


@pytest.mark.parametrize(
    ("offset", "rule"),
    [
        pytest.param(0, "━━━━━─────", id="top"),
        pytest.param(5, "──━━━━━───", id="middle"),
        pytest.param(10, "─────━━━━━", id="end"),
        pytest.param(99, "─────━━━━━", id="past the end"),
    ],
)
def test_the_heavy_part_of_a_heading_is_what_is_shown(offset: int, rule: str) -> None:
    line = heading("1 Summary", 20, Look(), HeadingState(scroll=ScrollPosition(offset, 10, 20)))
    assert text_of(line) == f"1 SUMMARY {rule}"


def test_a_heading_without_more_to_scroll_to_has_a_light_rule() -> None:
    whole = HeadingState(scroll=ScrollPosition(0, 10, 10))
    assert text_of(heading("2 Key figures", 20, Look(), whole)) == "2 KEY FIGURES ──────"


def test_a_heading_says_at_its_end_how_many_items_there_are_if_there_is_room() -> None:
    assert text_of(heading("2 Key figures", 24, Look(), HeadingState(note="15"))) == "2 KEY FIGURES ─────── 15"
    assert text_of(heading("2 Key figures", 16, Look(), HeadingState(note="7 of 15"))) == "2 KEY FIGURES ──"


def test_the_heading_with_the_focus_is_a_bar_without_a_rule() -> None:
    line = heading("2 Key figures", 24, Look(), HeadingState(focused=True, note="15"))
    assert line == (Run("2 KEY FIGURES         15", Role.FOCUS),)


SCROLLS = st.none() | st.builds(ScrollPosition, st.integers(0, 50), st.integers(1, 50), st.integers(0, 99))


@given(ANY_TEXT, st.integers(0, 40), st.builds(HeadingState, st.booleans(), SCROLLS, st.text(max_size=9).map(tidy)))
def test_a_heading_is_never_wider_than_asked(title: str, width: int, state: HeadingState) -> None:
    assert cells(text_of(heading(title, width, Look(), state))) <= width


def test_tabs_are_one_row_and_the_active_one_is_a_bar() -> None:
    line = tabs(["1 Summary 5", "0 Briefs 4"], 0, 34, Look())
    assert text_of(line) == " 1 Summary 5 ─ 0 Briefs 4 ────────"
    assert line[1] == Run("1 Summary 5", Role.FOCUS)


@given(st.lists(ANY_TEXT, min_size=1, max_size=6), st.integers(1, 60))
def test_tabs_are_never_wider_than_asked(titles: list[str], width: int) -> None:
    assert cells(text_of(tabs(titles, 0, width, Look()))) <= width


def test_keys_that_do_not_fit_are_left_out_from_the_end() -> None:
    assert text_of(footer([("j", "down"), ("k", "up"), ("q", "quit")], 16)) == "j down   k up"


def test_the_title_bar_keeps_its_right_end_at_the_edge() -> None:
    assert text_of(spread_line((Run("Briefing"),), (Run("4 of 9"),), 20)) == "Briefing      4 of 9"


def test_a_title_bar_without_room_keeps_its_left_part() -> None:
    assert text_of(spread_line((Run("Briefing"),), (Run("4 of 9"),), 12)) == "Briefing"


def test_the_page_of_keys_lines_them_up() -> None:
    groups = [KeyGroup("Moving", (("j", "next line"), ("ctrl+d", "half a page down")))]
    assert shown(help_page(groups, 40, Look()).lines) == ["MOVING", "     j  next line", "ctrl+d  half a page down"]


def test_a_problem_is_shown_with_its_place_severity_and_code() -> None:
    wrong = Problem(Place(Path("briefs/rail.yaml"), 5, 12), "date", "month must be in 1..12")
    sheet = problems_page([wrong], 60, Look())
    assert shown(sheet.lines) == ["✗ month must be in 1..12", "  ./briefs/rail.yaml:5:12 error [date]"]
    assert sheet.items == (ItemLines(0, 1, Target(TargetKind.PROBLEM, 0)),)


def test_a_warning_is_told_from_an_error_without_colour() -> None:
    wrong = Problem(Place(Path("a"), 1, 1), "x", "odd", Severity.WARNING)
    assert shown(problems_page([wrong], 30, Look()).lines) == ["! odd", "  ./a:1:1 warning [x]"]


def test_a_file_name_with_a_newline_is_spelled_out() -> None:
    wrong = Problem(Place(Path("a\nb\x1b.yaml"), 1, 1), "x", "odd")
    assert r"a\nb\x1b.yaml:1:1" in shown(problems_page([wrong], 40, Look()).lines)[1]


def sheet(*lines: str, item: bool = True) -> Sheet:
    return Sheet(
        tuple((Run(line),) for line in lines),
        (ItemLines(0, len(lines) - 1, Target(TargetKind.POINT, 0)),) if item else (),
    )


@pytest.mark.parametrize(
    ("lines", "query", "spans"),
    [
        pytest.param(["The Bridge"], "bridge", [[(0, 4, 10)]], id="case"),
        pytest.param(["Sŏnbong café"], "sonbong", [[(0, 0, 7)]], id="accents"),
        pytest.param(["a bridge", "  over the river"], "bridge over", [[(0, 2, 8), (1, 2, 6)]], id="line end"),
        pytest.param(["short-", "  range"], "short-range", [[(0, 0, 6), (1, 2, 7)]], id="inside a word"),
        pytest.param(["aa aa"], "aa", [[(0, 0, 2)], [(0, 3, 5)]], id="twice"),
        pytest.param(["Straße"], "STRASSE", [[(0, 0, 6)]], id="folding that grows"),
        pytest.param(["a.b axb"], "a.b", [[(0, 0, 3)]], id="no patterns"),
        pytest.param(["anything"], "  ", [], id="empty"),
        pytest.param(["漢字"], "字", [[(0, 1, 2)]], id="wide"),
    ],
)
def test_a_query_is_found_where_it_stands(
    lines: list[str], query: str, spans: list[list[tuple[int, int, int]]]
) -> None:
    assert [list(map(tuple, hit.spans)) for hit in find([sheet(*lines)], query)] == spans


def test_a_query_is_not_found_across_two_items() -> None:
    both = Sheet(
        ((Run("one bridge"),), (Run("over there"),)),
        (ItemLines(0, 0, Target(TargetKind.POINT, 0)), ItemLines(1, 1, Target(TargetKind.POINT, 1))),
    )
    assert find([both], "bridge over") == ()


def test_a_cite_mark_does_not_stand_in_the_way_of_a_query() -> None:
    line = (Run("the bridge"), Run("¹", Role.CITE), Run(" over it"))
    found = find([Sheet((line,), (ItemLines(0, 0, Target(TargetKind.POINT, 0)),))], "bridge over")
    assert [tuple(span) for span in found[0].spans] == [(0, 4, 16)]


def test_hits_name_the_sheet_they_are_in() -> None:
    assert [hit.sheet for hit in find([sheet("x"), sheet("b"), sheet("b")], "b")] == [1, 2]


def test_lighting_a_line_keeps_its_text_and_its_targets() -> None:
    target = Target(TargetKind.SOURCE, 1)
    assert highlighted((Run("the bridge", Role.BODY, target), Run(" over")), [(4, 12)]) == (
        Run("the ", Role.BODY, target),
        Run("bridge", Role.HIT, target),
        Run(" o", Role.HIT),
        Run("ver"),
    )


@settings(max_examples=80, deadline=None)
@given(st.lists(ANY_TEXT, min_size=1, max_size=4), st.text(min_size=1, max_size=3))
def test_every_span_of_a_hit_lies_inside_its_line(lines: list[str], query: str) -> None:
    there = sheet(*lines)
    for hit in find([there], query):
        for span in hit.spans:
            assert 0 <= span.start < span.end <= len(text_of(there.lines[span.line]))
