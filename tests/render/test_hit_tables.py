"""Hits of one kind as a table: columns, their alignment, and what gives way where the width is small."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.base.safe_text import first_unsafe
from briefing.format.dates import parse_date
from briefing.format.model import Hedge, Marking
from briefing.render.lines import text_of
from briefing.render.pages.hit_tables import (
    HIT_KINDS,
    HitKind,
    ResultsHead,
    TableRow,
    results_head,
    results_head_in_two_rows,
    row_lines,
    sorted_rows,
    table_columns,
)
from briefing.render.pages.search_results import HitLine
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells

LOOKS = (Look(), Look(ascii=True), Look(plain=True))
FIGURES = tuple(
    TableRow(HitLine("figure", label, who=who, label=label, number=number, unit=unit, hedge=hedge), title)
    for label, who, number, unit, hedge, title in (
        ("Troops sent", "the board, unnamed", "11,000", "troops", Hedge.ABOUT, "Alpha"),
        ("Share", "the article", "36.25", "%", None, "Beta"),
        ("Share of those sent", "the article", "", "", None, "Beta"),
    )
)


def kind(name: str) -> HitKind:
    return next(one for one in HIT_KINDS if one.name == name)


def drawn(rows: tuple[TableRow, ...], name: str, width: int, look: Look) -> list[str]:
    columns = table_columns(rows, kind(name), look)
    return [text_of(line.line).rstrip() for row in rows for line in row_lines(row, kind(name), columns, width, look)]


def test_numbers_stand_at_their_decimal_points_and_who_says_it_beside_the_brief() -> None:
    assert drawn(FIGURES, "figures", 90, Look()) == [
        "≈11,000    troops  Troops sent                  the board, unnamed  Alpha",
        "     36.25 %       Share                        the article         Beta",
        "derived            Share of those sent          the article         Beta",
    ]


def test_where_there_is_little_room_the_brief_stands_below() -> None:
    assert drawn(FIGURES[:1], "figures", 40, Look()) == ["≈11,000 troops  Troops sent", "  the board, unnamed · Alpha"]


def test_where_there_is_little_room_the_date_of_a_number_gives_its_label_the_first_line() -> None:
    hit = FIGURES[0].hit
    dated = (FIGURES[0]._replace(hit=replace(hit, date=parse_date("2013-05"))),)
    assert drawn(dated, "figures", 40, Look())[0] == "≈11,000 troops  Troops sent"
    assert drawn(dated, "figures", 40, Look())[1].startswith("  May 2013 · the board")


def test_events_stand_in_order_of_time_and_those_beyond_it_last() -> None:
    rows = [
        TableRow(HitLine("event", text, date=None if date is None else parse_date(date), is_beyond=is_beyond), "")
        for text, date, is_beyond in (
            ("c", "2014", False),
            ("x", "2010/2020", True),
            ("d", None, False),
            ("b", "2013", False),
        )
    ]
    assert [rows[at].hit.text for at in sorted_rows(rows, kind("events"))] == ["b", "c", "d", "x"]


COUNTS = {None: 99, kind("points"): 3, kind("figures"): 5, kind("open questions"): 91}


@given(
    st.integers(40, 240), st.sampled_from(list(COUNTS)), st.none() | st.sampled_from(Marking), st.sampled_from(LOOKS)
)
def test_the_chosen_kind_and_the_whole_marking_are_in_sight(
    width: int, chosen: HitKind | None, marking: Marking | None, look: Look
) -> None:
    line = text_of(
        results_head(ResultsHead("more than 12,345 hits in 100,000 briefs", COUNTS, chosen, marking), width, look)
    )
    assert cells(line) <= width
    assert marking is None or line.endswith(f" {marking} ")
    assert chosen is None or f"[{chosen.name[:10]}" in line


@given(st.integers(40, 79), st.sampled_from(list(COUNTS)), st.none() | st.sampled_from(Marking))
def test_in_two_rows_the_number_of_hits_and_the_whole_marking_stand_above_the_chosen_kind(
    width: int, chosen: HitKind | None, marking: Marking | None
) -> None:
    above, kinds = map(
        text_of, results_head_in_two_rows(ResultsHead("99 hits in 9 briefs", COUNTS, chosen, marking), width, Look())
    )
    assert above.startswith("99 hits in 9 briefs")
    assert marking is None or above.endswith(f" {marking} ")
    assert f"[{chosen.name if chosen else 'all'}" in kinds
    assert max(cells(above), cells(kinds)) <= width


def test_kinds_that_are_not_counted_yet_are_left_out() -> None:
    assert text_of(results_head(ResultsHead("7 briefs"), 80, Look())).strip() == "7 briefs"


def test_the_line_above_the_hits_says_how_much_is_read_even_where_it_has_no_room_for_more() -> None:
    head = ResultsHead("99 hits in 9 briefs", COUNTS, HIT_KINDS[0], progress="reading 1,200 of 100,000")
    assert text_of(results_head(head, 120, Look())).startswith("99 hits in 9 briefs  reading 1,200 of 100,000  ")
    assert text_of(results_head(head, 60, Look())).startswith("reading 1,200 of 100,000  ")
    assert "reading 1,200 of 100,000" in text_of(results_head_in_two_rows(head, 60, Look())[0])


ANY = st.text(max_size=60)


@given(ANY, ANY, ANY, st.integers(8, 130), st.sampled_from(HIT_KINDS), st.sampled_from(LOOKS))
def test_no_row_is_wider_than_asked_and_none_holds_a_control_character(  # noqa: PLR0917, PLR0913 - the parts of a row
    text: str, number: str, title: str, width: int, shown: HitKind, look: Look
) -> None:
    hit = HitLine(
        shown.kind,
        text,
        ((0, 3),),
        title,
        ((1, 2),),
        who=text,
        standing="disputed",
        label=text,
        number=number,
        unit=title,
    )
    row = TableRow(hit, title, number)
    for placed in row_lines(row, shown, table_columns([row], shown, look), width, look):
        assert cells(text_of(placed.line)) <= width
        assert first_unsafe(text_of(placed.line)) is None


@pytest.mark.parametrize("width", [36, 59, 60, 117])
def test_rows_of_briefs_with_one_title_say_which_however_long_the_title_is(width: int) -> None:
    hit = HitLine("figure", "Troops", who="the Joint Chiefs of Staff of South Korea", standing="estimated")
    rows = [TableRow(hit, "North Korea sends Russia more troops and supplies", name) for name in ("red", "twin")]
    kind = next(kind for kind in HIT_KINDS if kind.kind == "figure")
    drawn = [
        "\n".join(
            text_of(placed.line) for placed in row_lines(row, kind, table_columns(rows, kind, Look()), width, Look())
        )
        for row in rows
    ]
    assert [text.rstrip().endswith(f"… · {row.name}") for row, text in zip(rows, drawn, strict=True)] == [True, True]
