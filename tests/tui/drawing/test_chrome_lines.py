"""The rows of the frame: tabs, the readout, the keys of a low screen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render.lines import Role, Run, text_of
from briefing.render.panes import PANES
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, tidy
from briefing.tui.drawing.chrome_lines import TAB_ORDER, folded_line, notice_lines, readout_row, tab_at, tabs_line
from briefing.tui.panes import LIBRARY, TITLES

COUNTS = {"summary": "5", "figures": "8 of 15 ▾", "timeline": "7", "sources": "10", LIBRARY: "4"}
READOUT = (Run("≥31 people", Role.STRONG), Run(" Dead\u00a0· according to Regional government"))
HINTS = (("j k", "item"), ("?", "keys"))


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (95, " 1 Summary 5 ─ 2 Figures 8 of 15 ▾ ─ 3 Timeline 7 ─ 4 Sources 10 ─ 0 Briefs 4 ───────────────────"[:95]),
        (76, " 1 Summary 5  2 Figures 8 of 15 ▾  3 Timeline 7  4 Sources 10  0 Briefs 4 ──"),
        (70, " 1 Summary 5  2 Figures 15 ▾  3 Timeline 7  4 Sources 10  0 Briefs 4 ─"),
        (63, " 1 Summary ─ 2 Figures 15 ▾ ─ 3 Timeline ─ 4 Sources ─ 0 Briefs"),
        (60, " 1 Summary  2 Figures 15 ▾  3 Timeline  4 Sources  0 Briefs "),
        (57, " 1 5 ─ 2 Figures 15 ▾ ─ 3 7 ─ 4 10 ─ 0 4 ────────────────"),
        (40, " 1 5 ─ 2 Figures 15 ▾ ─ 3 7 ─ 4 10 ─ 0 4"),
    ],
)
def test_tabs_say_how_many_items_there_are_and_where_there_is_little_room_the_names_give_way(
    width: int, shown: str
) -> None:
    assert text_of(tabs_line("figures", COUNTS, width, Look())) == shown


@given(st.sampled_from(TAB_ORDER), st.integers(40, 95), st.sampled_from(["9", "7 of 15 ▾", "9,999 of 12,000 ▾"]))
def test_the_name_of_the_open_tab_and_every_key_are_whole_at_every_width(part: str, width: int, count: str) -> None:
    line = text_of(tabs_line(part, dict.fromkeys(TAB_ORDER, count), width, Look()))
    tabs = re.split(r" ─ |  ", line.rstrip("─ "))
    open_tab = tabs[TAB_ORDER.index(part)].split()
    name = TITLES[LIBRARY] if part == LIBRARY else next(pane.short for pane in PANES if pane.name == part)
    assert open_tab[1] == name
    assert [tab.split()[0] for tab in tabs] == ["1", "2", "3", "4", "0"]


@given(st.sampled_from(TAB_ORDER), st.integers(40, 95))
def test_a_click_on_the_name_of_a_tab_finds_its_part(part: str, width: int) -> None:
    line = tabs_line(part, COUNTS, width, Look())
    x = 0
    for run in line:
        if run.role is Role.FOCUS:
            assert tab_at(line, x) == tab_at(line, x + cells(run.text) - 1) == part
        x += cells(run.text)


def test_a_readout_that_is_longer_than_its_row_ends_in_an_ellipsis() -> None:
    assert text_of(readout_row(READOUT, 80, Look())) == " ≥31 people Dead · according to Regional government"
    assert text_of(readout_row(READOUT, 20, Look())) == " ≥31 people Dead ·…"
    assert text_of(readout_row((Run("12345"), Run("6")), 7, Look())) == " 1234…"


def test_on_a_low_screen_the_readout_shares_the_last_row_with_the_key_of_all_keys() -> None:
    assert text_of(folded_line(READOUT, HINTS, "", 40, Look())) == " ≥31 people Dead · according to… ? keys "
    assert text_of(folded_line((), HINTS, "", 40, Look())).rstrip() == " j k item   ? keys"


@given(st.text(max_size=200), st.integers(12, 90), st.text("0123456789 of", max_size=8))
def test_the_last_row_of_a_low_screen_is_never_wider_than_it(words: str, width: int, found: str) -> None:
    assert cells(text_of(folded_line((Run(tidy(words)),), HINTS, found, width, Look()))) <= width


def test_a_message_longer_than_a_row_takes_as_many_rows_as_it_needs() -> None:
    sentence = "m shows the same measure in other briefs: stand on a figure"
    assert [text_of(line) for line in notice_lines(sentence, 80, Look())] == [f" {sentence}"]
    assert [text_of(line) for line in notice_lines(sentence, 40, Look())] == [
        " m shows the same measure in other",
        " briefs: stand on a figure",
    ]


@given(st.text(min_size=1, max_size=400), st.integers(12, 90), st.integers(1, 4))
def test_a_message_has_at_most_the_rows_that_it_is_given_and_says_where_it_is_cut(
    words: str, width: int, rows: int
) -> None:
    lines = notice_lines(words, width, Look(), rows)
    whole = notice_lines(words, width, Look(), 10_000)
    assert len(lines) == min(rows, len(whole))
    assert all(cells(text_of(line)) <= width for line in lines)
    assert lines == whole or text_of(lines[-1]).endswith("…")
