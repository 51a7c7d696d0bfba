"""What is shown of an answer before all of it is known: the first rows, and no number that is not true."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.library.index.search import first_page
from briefing.library.index.search.cancel import CancelToken
from briefing.tui.app import BriefingApp
from briefing.tui.controllers.brief_list import BriefList
from briefing.tui.data import filter_query as answering
from briefing.tui.data.filter_query import filter_rows
from briefing.tui.data.query_highlights import Sight
from briefing.tui.data.search_results import search
from briefing.tui.screens.search import SearchScreen
from tests.support.app import shown, text_of, until, write
from tests.support.indexed import searcher

WIDE = (120, 40)
MANY = 230


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every library for a large one, and every result for a large one that is not small."""
    monkeypatch.setattr(answering, "_LARGE", 1)
    monkeypatch.setattr(first_page, "FEW_OF_MANY", 50)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have time to look at what is shown before the rest is looked up."""
    monkeypatch.setattr(BriefList, "draws_for", 0.5)
    monkeypatch.setattr(SearchScreen, "draws_for", 0.5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of more briefs than are looked for at first, all but the last by one word."""
    texts = {f"b{number:03}": f"briefing: 1\ntitle: Harbour {number}\n" for number in range(MANY)}
    return write(tmp_path, **texts, z="briefing: 1\ntitle: Quarry\n")


def test_of_many_rows_the_first_are_known_before_the_others(folder: Path) -> None:
    found = filter_rows(searcher(folder).state.brief_rows, "harbou", Sight(30, 1), CancelToken())
    assert not found.is_whole
    assert list(found.rows) == list(range(1, 31))


@pytest.mark.parametrize(
    ("words", "here", "count"),
    [("quarr", Sight(30, 1), 1), ("nothing", Sight(30, 1), 0), ("harbou", None, MANY), ("is:read", Sight(30), 0)],
)
def test_all_is_known_at_once_where_it_is_little(folder: Path, words: str, here: Sight | None, count: int) -> None:
    found = filter_rows(searcher(folder).state.brief_rows, words, here, CancelToken())
    assert found.is_whole
    assert len(found.rows) == count


@pytest.mark.parametrize("words", ["harbou", "is:unread", "harbou is:unread", "-quarry"])
def test_the_first_are_known_before_the_others_in_any_order(folder: Path, words: str) -> None:
    brief_rows = searcher(folder).state.brief_rows
    brief_rows.rows = brief_rows.rows[-2::-1]
    found = filter_rows(brief_rows, words, Sight(30), CancelToken())
    assert not found.is_whole
    assert list(found.rows) == list(range(MANY, MANY - 30, -1))


@pytest.mark.parametrize("words", ["harbou", "is:unread", "harbou is:unread"])
def test_those_around_the_open_brief_are_known_before_the_others(folder: Path, words: str) -> None:
    found = filter_rows(searcher(folder).state.brief_rows, words, Sight(20, 90), CancelToken())
    assert (found.is_whole, found.is_first) == (False, False)
    assert list(found.rows) == list(range(70, 110))


@pytest.mark.usefixtures("slow")
async def test_what_is_seen_of_a_filtered_list_stays_when_the_rows_before_are_known(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("0", "G", "k")
        await until(pilot, lambda: app.state.row == MANY, "the last but one")
        app.reading_screen.filter_by("harbou")
        await until(pilot, lambda: app.brief_list.is_partly_found, "a part")
        library = app.reading_screen.library
        before, seen = text_of(library), list(library.in_sight)
        assert f"Harbour {MANY - 1}" in before
        await until(pilot, lambda: not app.brief_list.is_partly_found, "all")
        assert (text_of(library), list(library.in_sight)) == (before, seen)
        assert library.index == MANY - 1
        await until(pilot, lambda: f"{MANY} of {MANY}" in shown(app), "the place")
        await pilot.press("k")
        await until(pilot, lambda: app.state.row == MANY - 1, "the one before")


async def see_a_part(pilot: Pilot[int], app: BriefingApp) -> None:
    """Filter the list, and wait until it has the first of what is found."""
    await pilot.pause()
    app.reading_screen.filter_by("harbou")
    await until(pilot, lambda: app.brief_list.is_partly_found, "a part")


@pytest.mark.usefixtures("slow")
async def test_no_number_is_said_of_a_list_of_which_only_the_first_rows_are_known(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        app.reading_screen.filter_by("harbou")
        await until(pilot, lambda: "1 of …" in shown(app), "no number")
        before = text_of(app.reading_screen.library).partition("\n")[2]  # without the number of those that are new
        assert "Harbour 0" in before
        assert "200" not in shown(app)
        app.action_mark_all()
        await until(pilot, lambda: "not known to its end" in shown(app), "nothing is done with a part of the list")
        await until(pilot, lambda: f"1 of {MANY}" in shown(app), "the number")
        assert text_of(app.reading_screen.library).partition("\n")[2] == before
        app.reading_screen.library.action_end()
        await until(pilot, lambda: app.state.entry.id == f"b{MANY - 1:03}", "the last brief is gone to")


@pytest.mark.usefixtures("slow")
async def test_a_mistake_after_a_part_of_the_list_leaves_the_whole_list(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await see_a_part(pilot, app)
        app.reading_screen.filter_by("nofield:x")
        await until(pilot, lambda: "there is no field nofield" in " ".join(shown(app).split()), "the mistake")
        await until(pilot, lambda: f"1 of {MANY}" in shown(app), "the rest")
        assert len(app.reading_screen.library.shown_rows) == MANY


@pytest.mark.usefixtures("slow")
async def test_a_part_of_the_list_is_forgotten_with_the_words(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await see_a_part(pilot, app)
        app.reading_screen.list_all()
        await until(pilot, lambda: f"1 of {MANY + 1}" in shown(app), "all")


def test_a_search_finds_the_first_briefs_and_then_all(folder: Path) -> None:
    brief_rows = searcher(folder).state.brief_rows
    found = search(brief_rows, "harbou", 30, CancelToken())
    assert not found.is_whole
    whole = found.completed(CancelToken())
    assert list(whole.rows) == list(range(1, MANY + 1))
    assert list(found.rows) == list(whole.rows)[:100]
    assert search(brief_rows, "quarr", 30, CancelToken()).is_whole


@pytest.mark.usefixtures("slow")
async def test_no_number_is_said_of_a_search_of_which_only_the_first_briefs_are_known(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("F")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen), "the search")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.field.text = "harbou"
        await until(pilot, lambda: text_of(screen.parts[1]).strip() == "…", "no number")
        before = text_of(screen.results)
        await until(pilot, lambda: f"in {MANY} briefs" in text_of(screen.parts[1]), "the number")
        # Rows that the examples of queries leave free may still come below.
        assert text_of(screen.results).startswith(before)
        await pilot.press("end")
        await until(pilot, lambda: f"Harbour {MANY - 1}" in text_of(screen.results), "the last")
