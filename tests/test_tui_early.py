"""What is shown of an answer before all of it is known: the first rows, and no number that is not true."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from briefing.index.running import Running
from briefing.tui.answering import answer
from briefing.tui.app import BriefingApp
from briefing.tui.found import Found, search
from briefing.tui.lights import Answer
from briefing.tui.lookup import Early, Lookup
from briefing.tui.search_screen import SearchScreen
from tests.indexed import searcher
from tests.reader import shown, text_of, until, write

WIDE = (120, 40)
MANY = 230


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of more briefs than are looked for at first, all but the last by one word."""
    texts = {f"b{number:03}": f"briefing: 1\ntitle: Harbour {number}\n" for number in range(MANY)}
    return write(tmp_path, **texts, z="briefing: 1\ntitle: Quarry\n")


def first(app: BriefingApp, words: str, here: int | None = 1) -> tuple[Answer, Early[Answer]]:
    """Return the whole answer, and what came of it before."""
    early: Early[Answer] = Early()
    return answer(app.shelf, words, here, early, Running()), early


def test_the_first_rows_of_many_come_before_the_others(folder: Path) -> None:
    app = searcher(folder)
    (rows, _), early = first(app, "harbou")
    assert early.answer is not None
    assert list(early.answer[0]) == list(rows)[:200]
    assert len(rows) == MANY


@pytest.mark.parametrize(("words", "here"), [("quarr", 1), ("nothing", 1), ("harbou", None), ("harbou", MANY)])
def test_nothing_comes_early_where_it_is_all_or_the_reader_stays_further_down(
    folder: Path, words: str, here: int | None
) -> None:
    _, early = first(searcher(folder), words, here)
    assert early.answer is None


def test_nothing_comes_early_where_the_list_is_in_another_order(folder: Path) -> None:
    app = searcher(folder)
    app.shelf.rows = app.shelf.rows[::-1]
    (rows, _), early = first(app, "harbou")
    assert early.answer is None
    assert list(rows) == list(range(MANY, 0, -1))


async def test_no_number_is_said_of_a_list_of_which_only_the_first_rows_are_known(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        (rows, _), early = first(app, "harbou")
        app._show_early("harbou", early)  # noqa: SLF001 - as it is when the rest takes longer
        await until(pilot, lambda: "1 of …" in shown(app), "no number")
        assert "200" not in shown(app)
        assert "Harbour 0" in shown(app)
        app.action_mark_all()
        await until(pilot, lambda: "not known to its end" in shown(app), "nothing is done with a part of the list")
        before = text_of(app.desk.library)
        app._have_all(rows)  # noqa: SLF001
        app._say_how_many()  # noqa: SLF001
        await until(pilot, lambda: f"1 of {MANY}" in shown(app), "the number")
        assert text_of(app.desk.library) == before
        app.desk.library.action_end()
        await until(pilot, lambda: app.entry.id == f"b{MANY - 1:03}", "the last brief is gone to")


async def test_a_mistake_after_a_part_of_the_list_leaves_the_whole_list(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        _, early = first(app, "harbou")
        app._show_early("harbou", early)  # noqa: SLF001
        app.desk.filter_by("nofield:x")
        await until(pilot, lambda: "no field is called nofield" in " ".join(shown(app).split()), "the mistake")
        await until(pilot, lambda: not app.is_partly_found, "the rest")
        assert len(app.desk.library.view) == MANY


def test_what_a_search_shows_first_comes_before_all_briefs_are_known(folder: Path) -> None:
    shelf, early = searcher(folder).shelf, Early[Found]()
    found = search(shelf, "harbou", 30, early, Running())
    assert early.answer is not None
    assert not early.answer.is_whole
    assert found.is_whole
    assert list(found.rows) == list(range(1, MANY + 1))
    assert list(early.answer.rows) == list(found.rows)[:200]
    none = Early[Found]()
    assert search(shelf, "quarr", 30, none, Running()).is_whole
    assert none.answer is None


async def test_no_number_is_said_of_a_search_of_which_only_the_first_briefs_are_known(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("F")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen), "the search")
        screen, early = app.screen, Early[Found]()
        assert isinstance(screen, SearchScreen)
        found = search(app.shelf, "harbou", 30, early, Running())
        screen._show_early(early)  # noqa: SLF001 - as it is when the rest takes longer
        await pilot.pause()
        assert text_of(screen.parts[1]).strip() == "…"
        before = text_of(screen.results)
        screen.results.complete(found)
        assert text_of(screen.parts[1]).strip() == f"{MANY} briefs"
        assert text_of(screen.results) == before


async def test_what_can_be_shown_is_shown_while_the_rest_is_looked_up() -> None:
    lookup, goes_on, early = Lookup("early"), threading.Event(), Early[str]()
    shown_then: list[str | None] = []

    def work(_running: Running) -> str:
        early.answer = "the first"
        goes_on.wait(10)
        return "all"

    def late() -> None:
        shown_then.append(early.answer)
        goes_on.set()

    try:
        assert await lookup.ask(work, late, early) == "all"
    finally:
        lookup.close()
    assert shown_then == ["the first"]
