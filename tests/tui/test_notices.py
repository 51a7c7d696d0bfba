"""What the last row says where a key leads no further, or has changed the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.settings import Settings
from briefing.tui.drawing.notices import end_of_pane
from tests.support.app import brief, reader, shown, until, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta"))


def test_the_end_of_a_pane_names_the_readers_own_keys() -> None:
    assert end_of_pane(1, 1_000, {"brief.next": "f5"}) == "the last of 1,000: f5 next brief, tab next pane"
    assert end_of_pane(-1, 7, {}) == "the first of 7: K previous brief, shift+tab previous pane"


async def test_the_last_item_of_a_pane_says_once_where_keys_lead_on(folder: Path) -> None:
    app = reader(folder, Settings())
    said = "the last of 2: J next brief"
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "j")
        assert said not in shown(app)
        await pilot.press("j")
        await until(pilot, lambda: said in shown(app), "said")
        await pilot.press("j")
        await pilot.pause(0.05)
        assert said not in shown(app)
        await pilot.press("k", "j", "j")
        await until(pilot, lambda: said in shown(app), "said again after a move")


@pytest.mark.parametrize("keys", [("2", "2"), ("2", "z")], ids=["its digit again", "z"])
async def test_a_pane_that_is_shown_alone_says_how_to_go_back(folder: Path, keys: tuple[str, ...]) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: "zoomed: z or 2 or esc goes back" in shown(app), "said")
        await pilot.press("2")
        await until(pilot, lambda: not app.reading_screen.is_zoomed, "back")
        assert "goes back" not in shown(app)


async def test_the_end_of_a_page_over_the_screen_says_nothing(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark", "G", "j", "j")
        await pilot.pause(0.05)
        assert "the last of" not in shown(app)
