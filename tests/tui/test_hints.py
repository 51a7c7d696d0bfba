"""What the edges of the screen and the page of keys tell: the keys that act now, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.settings import Settings
from briefing.tui.widgets.sheet_pane import Pane
from tests.support.app import brief, reader, shown, text_of, until, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta"))


async def test_a_page_over_the_screen_says_how_it_is_closed(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: "esc close" in shown(app), "how to close the page")
        assert "J K brief" not in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: "J K brief" in shown(app), "the keys of the reading screen again")


async def test_the_filter_tells_the_keys_that_it_leaves_free(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await until(pilot, lambda: "enter list" in shown(app), "the keys of the filter")
        assert "/ find" not in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: "enter read" in shown(app), "the keys of the list")


async def test_no_brief_is_counted_when_none_matches(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f", *"zzz")
        await until(pilot, lambda: "none of 2" in shown(app), "none of 2 in the title bar")


async def test_escape_leads_from_the_filter_back_to_the_pane(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "f", "x", "escape")
        await until(pilot, lambda: app.reading_screen.current == "timeline", "back in the timeline")


@pytest.mark.parametrize(("part", "first"), [("0", "IN THE LIST"), ("3", "IN A PANE")])
async def test_the_page_of_keys_starts_with_the_part_that_listens(folder: Path, part: str, first: str) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(part, "question_mark")
        await until(pilot, lambda: app.screen is not app.reading_screen, "page of keys")
        page = app.screen.query_one("#page", expect_type=Pane)
        assert first in text_of(page).splitlines()[1]


@pytest.mark.parametrize("keys", ["", "0", "fa", "zz", "?", "?G", "/zz\r"])
async def test_our_own_signs_are_ascii_where_that_is_asked_for(folder: Path, keys: str) -> None:
    app = reader(folder, Settings(ascii=True))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press(*("enter" if key == "\r" else key for key in keys))
        page = app.screen.query(Pane)
        assert "".join((shown(app), *(text_of(pane) for pane in page))).isascii()


@pytest.mark.parametrize("size", [(96, 16), (120, 16), (200, 16)])
@pytest.mark.parametrize("part", "234")
async def test_a_short_screen_has_no_empty_row_under_the_title_bar(
    folder: Path, size: tuple[int, int], part: str
) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press(part)
        await until(
            pilot, lambda: app.reading_screen.panes["figures"].region.y == 1, "figures right under the title bar"
        )
