"""The filter of the list and the searches that the reader keeps, driven by keys."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.base.safe_text import first_unsafe
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from tests.support.app import EDGES, brief, shown, text_of, until, write
from tests.support.indexed import searcher
from tests.tui.test_hostile import ESCAPES, MARKUP, hostile
from tests.tui.test_search import HOSTILE_QUERIES

at_both_edges = pytest.mark.parametrize("size", EDGES, ids=lambda size: f"{size[0]}x{size[1]}")
WIDE = (120, 40)
KEPT = Settings(searches={"All of them": "is:unread", "Greek": "title:gamma", "Wide": "figure:>800"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma"), d=brief("Delta and Gamma"))


def listed(app: BriefingApp) -> list[str]:
    return [app.state.brief_rows.entry(row).id for row in app.reading_screen.library.shown_rows]


async def filtered(pilot: Pilot[int], app: BriefingApp, ids: list[str], when: str = "") -> None:
    await until(pilot, lambda: listed(app) == ids, f"the list is {ids}{when}")


@at_both_edges
async def test_the_list_is_filtered_by_a_query(folder: Path, size: tuple[int, int]) -> None:
    app = searcher(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f", *"title:gam", "space", *"-delta")
        await filtered(pilot, app, ["c"])
        await until(pilot, lambda: app.state.entry.id == "c", "it is read")
        await pilot.press("enter", "escape")
        await filtered(pilot, app, ["a", "b", "c", "d"])
        assert app.state.entry.id == "c"


async def test_a_brief_that_the_filter_lets_through_stays_the_chosen_one(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("J", "J", "J")
        await pilot.press("f", *"gamma")
        await filtered(pilot, app, ["c", "d"])
        assert app.reading_screen.library.index == 1
        assert app.state.entry.id == "d"


async def test_the_arrows_move_in_the_list_while_its_filter_is_typed(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"gamma")
        await until(pilot, lambda: app.state.entry.id == "c", "the first of them")
        await pilot.press("down")
        await until(pilot, lambda: app.state.entry.id == "d", "the next")
        await pilot.press("up")
        await until(pilot, lambda: app.state.entry.id == "c", "the one before")


async def test_what_is_typed_on_does_not_open_every_brief_on_the_way(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        read: list[str] = []
        app.notifications.row_left.listen(lambda: read.append(app.state.brief_rows.entry(app.state.row).id))
        await pilot.press("f", *"gamma")
        await until(pilot, lambda: app.state.entry.id == "c", "the brief that is left")
        assert read == ["c"]


@at_both_edges
async def test_a_mistake_is_said_under_the_field_and_the_list_keeps_what_it_had(
    folder: Path, size: tuple[int, int]
) -> None:
    app = searcher(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f", *"gamma")
        await filtered(pilot, app, ["c", "d"])
        app.reading_screen.filter_by("gamma tga:x")
        await until(pilot, lambda: "there is no field tga" in said_above(app), "the mistake")
        assert listed(app) == ["c", "d"]
        assert "Gamma" in text_of(app.reading_screen.library)
        app.reading_screen.filter_by("gamma tag:x")
        await filtered(pilot, app, [])
        assert "no field" not in said_above(app)
        assert "No brief matches" in said_above(app)


def said_above(app: BriefingApp) -> str:
    return " ".join(text_of(app.reading_screen.library).split())


async def test_the_words_looked_for_are_lit_at_the_beginning_of_words(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"gam", "space", *"a")
        await filtered(pilot, app, ["d"])
        lights = app.brief_list.highlighter
        assert lights is not None
        assert [("A gamma ray at Padua")[slice(*span)] for span in lights("A gamma ray at Padua")] == ["A", "gam", "a"]


async def test_a_hostile_query_is_answered_or_refused(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        for query in HOSTILE_QUERIES:
            app.reading_screen.filter_by(query)
            await pilot.pause(0.02)
            assert first_unsafe(shown(app)) is None, query[:80]
            for words, ids in (("alpha", ["a"]), ("beta", ["b"])):
                app.reading_screen.filter_by(words)
                await filtered(pilot, app, ids, f" after {query[:80]!r}")


@pytest.mark.parametrize("text", [MARKUP, ESCAPES], ids=["markup", "escapes"])
async def test_a_hostile_title_is_lit_as_any_other(tmp_path: Path, text: str) -> None:
    app = searcher(write(tmp_path, a=hostile(text)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"t")
        await filtered(pilot, app, ["a"])
        assert first_unsafe(shown(app)) is None


# searches that the reader keeps


@at_both_edges
async def test_searches_stand_above_the_briefs_with_what_they_find(folder: Path, size: tuple[int, int]) -> None:
    app = searcher(folder, KEPT)
    async with app.run_test(size=size) as pilot:
        await pilot.press("0")
        await until(pilot, lambda: line_of(app, "Greek") == ["Greek", "2"], "counted")
        assert line_of(app, "All of them")[-1] == "4"
        assert line_of(app, "Wide")[-1] == "4"


def line_of(app: BriefingApp, words: str) -> list[str]:
    line = next((line for line in text_of(app.reading_screen.library).splitlines() if words in line), "")
    return line.replace("/", " ").replace("▌", " ").split()


@at_both_edges
async def test_choosing_a_search_filters_by_it_and_escape_leaves_it(folder: Path, size: tuple[int, int]) -> None:
    app = searcher(folder, KEPT)
    async with app.run_test(size=size) as pilot:
        await pilot.press("0", "g", "g", "j", "j", "enter")
        await filtered(pilot, app, ["c", "d"])
        assert app.reading_screen.filter_text == "title:gamma"
        await pilot.press("escape")
        await filtered(pilot, app, ["a", "b", "c", "d"])


async def test_up_from_the_first_brief_leads_to_the_searches_and_down_back(folder: Path) -> None:
    app = searcher(folder, KEPT)
    async with app.run_test(size=WIDE) as pilot:
        stood: list[int | None] = []
        await pilot.press("0")
        for key in "kkkkkjjjj":
            await pilot.press(key)
            stood.append(app.reading_screen.library.header.chosen)
        assert stood == [3, 2, 1, 0, 0, 1, 2, 3, None]
        assert app.reading_screen.library.index == 0
        await pilot.press("j")
        await until(pilot, lambda: app.state.entry.id == "b", "the list goes on")


async def test_a_click_on_a_search_chooses_it(folder: Path) -> None:
    app = searcher(folder, KEPT)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        rows = text_of(app.reading_screen.library).splitlines()
        at = next(y for y, line in enumerate(rows) if "Greek" in line)
        await pilot.click(app.reading_screen.library, offset=(4, at), times=2)
        await filtered(pilot, app, ["c", "d"])


async def test_without_searches_in_the_settings_only_what_is_new_stands_above_the_briefs(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: line_of(app, "new and changed")[-1:] == ["4"], "counted")
        await pilot.press("0", "k")
        rows = text_of(app.reading_screen.library).splitlines()
        assert ("new and changed" in rows[0], "Alpha" in rows[1]) == (True, True)
        assert app.reading_screen.library.header.chosen == 0


async def test_a_single_file_has_nothing_above_it(tmp_path: Path) -> None:
    app = BriefingApp(open_indexed([write(tmp_path, a=brief("Alpha")) / "a.yaml"], os.environ), Settings())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("0", "k", "g", "g")
        assert "Alpha" in text_of(app.reading_screen.library).splitlines()[0]
        assert app.reading_screen.library.header.chosen is None


async def test_twenty_searches_leave_every_brief_to_be_reached(folder: Path) -> None:
    many = Settings(searches={f"Search {number}": "gamma" for number in range(20)})
    app = searcher(folder, many)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("0")
        for title in ("Beta", "Gamma", "Delta"):
            await pilot.press("j")
            await until(pilot, partial(on_top_line, app, title), title)
        await pilot.press("g", "g", "g")
        await until(pilot, lambda: "Search 0" in text_of(app.reading_screen.library), "the first search")


def on_top_line(app: BriefingApp, title: str) -> bool:
    brief = app.state.reading.brief
    return brief is not None and brief.title.startswith(title) and title in text_of(app.reading_screen.library)


async def test_the_name_of_a_search_is_only_shown(folder: Path) -> None:
    app = searcher(folder, Settings(searches={"[/] \x1b]0;pwn\x07 \u202e": "gamma"}))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "[/]" in text_of(app.reading_screen.library), "shown")
        assert first_unsafe(shown(app)) is None
