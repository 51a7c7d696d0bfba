"""The bar of the first row: the whole marking and what is wrong are there at every width, whatever the title."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.base.problems import Place, Problem, ProblemCounts, Severity, problem_counts
from briefing.format.model import Brief, Marking
from briefing.library.entries import Entry
from briefing.render.lines import Role, text_of
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.title_bar import (
    ListPlace,
    TitleBar,
    TitleFacts,
    has_whole_title,
    title_bar,
    title_bar_line,
)

TITLES = (
    "Talks",
    "At least 31 dead as river bursts banks in Tarn Valley",
    "A title of a hundred letters and more, which says what happened, where, to whom, how often and what follows",
    "x" * 10_000,
    "漢字かな交じり" * 30,
    "\x1b]0;pwn\x07 [/] \u202eevil\u2066 [@click=app.quit]x[/] \u200d\ufe0f e\u0301\u0323 👍🏽",
)
MARKINGS = (None, *Marking)
PLACE = ListPlace(1_234, "100,000", 99_999, 12)
WRONG = {"settings": ProblemCounts(errors=1, warnings=0), "folders": ProblemCounts(0, 0)}


def problems(count: int, severity: Severity = Severity.ERROR) -> ProblemCounts:
    return problem_counts(Problem(Place(Path("a.yaml"), line, 1), "x", "odd", severity) for line in range(1, count + 1))


def bar(title: str, marking: Marking | None, place: ListPlace, facts: TitleFacts) -> TitleBar:
    entry = Entry("a", "a.yaml", Path())
    return title_bar(entry, Brief(id="a", title=title, marking=marking), place, facts, Look())


FACTS = tuple(
    TitleFacts("reading 12 of 100,000", is_gone, problems(count), wrong, is_sample=True)
    for is_gone in (False, True)
    for count in (0, 1, 99)
    for wrong in ({}, WRONG)
)


@pytest.mark.parametrize("marking", MARKINGS, ids=str)
def test_marking_problems_and_gone_are_whole_at_every_width(marking: Marking | None) -> None:
    for at, facts in enumerate(FACTS):
        bars = [bar(title, marking, PLACE, facts) for title in TITLES]
        for width in range(40, 201):
            # Each width meets every title, and all facts; with the six markings also most pairs of them.
            text = text_of(title_bar_line(bars[(at + width) % len(bars)], width, Look()))
            assert cells(text) == width
            assert marking is None or text.endswith(f" {marking} ")
            assert not facts.is_gone or "! its file is gone" in text or "! gone" in text
            assert not sum(facts.found) or f"! {sum(facts.found)}" in text
            assert not facts.wrong or "settings: 1 problem" in text or "! +1" in text


@given(
    st.text(max_size=60),
    st.sampled_from(MARKINGS),
    st.builds(ListPlace, st.integers(0, 10**6), st.text("0123456789,…", max_size=9), st.integers(0, 10**6)),
    st.sampled_from(FACTS),
    st.integers(1, 250),
    st.builds(Look, st.booleans()),
)
def test_the_bar_is_as_wide_as_the_screen(  # noqa: PLR0913, PLR0917 - what it depends on
    title: str, marking: Marking | None, place: ListPlace, facts: TitleFacts, width: int, look: Look
) -> None:
    shown = bar(title, marking, place, facts)
    assert cells(text_of(title_bar_line(shown, width, look))) == width
    assert not has_whole_title(shown, width) or shown.title in text_of(title_bar_line(shown, width, look))


def text(title: str, width: int, facts: TitleFacts) -> str:
    return text_of(title_bar_line(bar(title, Marking.CLEAR, ListPlace(2, "4", 3), facts), width, Look()))


def test_words_of_the_position_give_way_first_then_the_position_then_words_of_problems_then_the_title() -> None:
    title, facts = "Thirty one dead in Tarn Valley", TitleFacts(found=problems(2))
    assert text(title, 80, facts).endswith("   2 of 4 · 3 unread   ! 2 problems    TLP:CLEAR ")
    assert text(title, 70, facts).endswith("   2/4   ! 2 problems    TLP:CLEAR ")
    assert text(title, 62, facts) == f" {title}     ! 2 problems    TLP:CLEAR "
    assert text(title, 54, facts) == f" {title}       ! 2   TLP:CLEAR "
    assert text(title, 46, facts) == " Thirty one dead in Tarn…     ! 2   TLP:CLEAR "


def test_a_brief_that_cannot_be_read_has_its_id_on_the_bar() -> None:
    entry = Entry("sub/a\x1b", "sub/a.yaml", Path())
    assert "sub/a" in text_of(title_bar_line(title_bar(entry, None, ListPlace(), TitleFacts(), Look()), 60, Look()))


def test_notes_are_not_counted() -> None:
    assert not bar("A", None, ListPlace(), TitleFacts(found=problems(3, Severity.NOTE))).alarms


def test_the_marking_has_the_role_of_its_level_and_stands_at_the_edge() -> None:
    line = title_bar_line(bar("A", Marking.RED, PLACE, TitleFacts()), 60, Look())
    assert (line[-1].text, line[-1].role) == (" TLP:RED ", Role.TLP_RED)


def test_the_bar_says_that_the_list_is_filtered() -> None:
    place = ListPlace(1, "2", is_filtered=True)
    shown = bar("A title", Marking.CLEAR, place, TitleFacts())
    assert "   1 of 2 filtered   " in text_of(title_bar_line(shown, 80, Look()))
    assert "   1/2 filtered   " in text_of(title_bar_line(shown, 36, Look()))
