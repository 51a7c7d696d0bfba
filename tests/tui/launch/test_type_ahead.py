"""What is shown of an answer before all of it is known: the first rows, and no number that is not true."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.library.index.search.cancel import CancelToken
from briefing.tui.app import BriefingApp
from briefing.tui.controllers.brief_list import BriefList
from briefing.tui.data import filter_query as answering
from briefing.tui.data.filter_query import filter_rows
from briefing.tui.data.search_results import search
from briefing.tui.screens.search import SearchScreen
from tests.support.app import shown, text_of, until, write
from tests.support.indexed import searcher

WIDE = (120, 40)
MANY = 230


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every library for a large one."""
    monkeypatch.setattr(answering, "_LARGE", 1)


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
    found = filter_rows(searcher(folder).state.brief_rows, "harbou", 1, CancelToken())
    assert not found.is_whole
    assert list(found.rows) == list(range(1, 201))


@pytest.mark.parametrize(
    ("words", "here", "count"),
    [("quarr", 1, 1), ("nothing", 1, 0), ("harbou", None, MANY), ("harbou", MANY, MANY), ("is:unread", 1, MANY + 1)],
)
def test_all_is_known_at_once_where_it_is_little_or_the_reader_stays_further_down(
    folder: Path, words: str, here: int | None, count: int
) -> None:
    found = filter_rows(searcher(folder).state.brief_rows, words, here, CancelToken())
    assert found.is_whole
    assert len(found.rows) == count


def test_all_is_known_at_once_where_the_list_is_in_another_order(folder: Path) -> None:
    brief_rows = searcher(folder).state.brief_rows
    brief_rows.rows = brief_rows.rows[::-1]
    assert list(filter_rows(brief_rows, "harbou", 1, CancelToken()).rows) == list(range(MANY, 0, -1))


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
    assert list(found.rows) == list(whole.rows)[:200]
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
