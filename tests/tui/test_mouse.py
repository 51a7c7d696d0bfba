"""The mouse: everything that it does, keys do as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Offset, Region
from textual.pilot import Pilot

from briefing.render.lines import Target, TargetKind
from briefing.tui.app import BriefingApp
from briefing.tui.screens.source_text import SourceTextScreen
from briefing.tui.widgets.line_widget import LineWidget
from tests.support.app import brief, reader, text_of, until, write

SIZE = (120, 40)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha", 40), b=brief("Beta"), c=brief("Gamma"))


def spot(part: LineWidget, words: str) -> Offset:
    """Return where these words begin on the screen."""
    rows = text_of(part).split("\n")
    y = next(y for y, row in enumerate(rows) if words in row)
    return part.region.offset + Offset(rows[y].index(words), y)


async def test_a_click_stands_on_the_item_and_its_sign_opens_the_words(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        summary = app.reading_screen.panes["summary"]
        await pilot.click(offset=spot(summary, "Point 4"))
        assert app.item == Target(TargetKind.POINT, 3)
        await pilot.click(offset=spot(summary, "• Point"))
        await until(pilot, lambda: isinstance(app.screen, SourceTextScreen), "the words")


async def test_a_click_on_a_row_of_the_list_reads_its_brief(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.click(offset=spot(app.reading_screen.library, "Gamma"))
        await until(pilot, lambda: app.state.row == 3, "third brief")


@pytest.mark.parametrize(
    ("tab", "part"), [("0 Briefs", "library"), ("3 Timeline", "timeline"), ("4 Sources", "sources")]
)
async def test_a_click_on_a_tab_goes_to_its_part(folder: Path, tab: str, part: str) -> None:
    app = reader(folder)
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        tabs = next(each for each in app.reading_screen.parts if each.id == "tabs")
        await pilot.click(offset=spot(tabs, tab))
        await until(pilot, lambda: app.reading_screen.current == part, part)


async def test_the_wheel_scrolls_what_is_under_it(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=SIZE) as pilot:
        summary = app.reading_screen.panes["summary"]
        await until(pilot, lambda: "origin" in text_of(summary), "marks")
        await pilot.press("3")
        event = events.MouseScrollDown(summary, 3, 9, 0, 1, 0, False, False, False)
        summary.post_message(event)
        await until(pilot, lambda: summary.position.top == 3, "three lines on")
        assert app.reading_screen.current == "timeline"


async def dragged(pilot: Pilot[int], app: BriefingApp, first: Offset, last: Offset) -> str:
    """Select with the mouse, copy, and return what the terminal was sent."""
    await pilot.mouse_down(offset=first)
    await pilot.hover(offset=last)
    await pilot.mouse_up(offset=last)
    await until(pilot, lambda: bool(app.screen.get_selected_text()), "selected")
    await pilot.press("y")
    return app.clipboard


async def test_what_is_selected_is_copied_without_the_margin(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "origin" in text_of(app.reading_screen.panes["summary"]), "marks")
        summary = app.reading_screen.panes["summary"]
        first, last = spot(summary, "Point 2"), spot(summary, "Point 4") + Offset(6, 0)
        copied = await dragged(pilot, app, first - Offset(3, 0), last)
        assert [line[:9] for line in copied.split("\n")] == ["• Point 2", "• Point 3", "• Point 4"]


@pytest.mark.parametrize(
    ("y", "copied"),
    [
        pytest.param(0, "reader must know.\n", id="heading"),
        pytest.param(36, "int 2 of Alpha says something", id="empty-rows"),
    ],
)
async def test_a_selection_that_leaves_the_text_ends_with_it(tmp_path: Path, y: int, copied: str) -> None:
    app = reader(write(tmp_path, a=brief("Alpha", 3)))
    async with app.run_test(size=SIZE) as pilot:
        summary = app.reading_screen.panes["summary"]
        await until(pilot, lambda: "origin" in text_of(summary), "marks")
        if y:
            await pilot.press("z")
            await until(pilot, lambda: not app.reading_screen.panes["figures"].region, "alone")
        corner = summary.region.offset
        assert (await dragged(pilot, app, spot(summary, "int 2"), corner + Offset(9, y))).startswith(copied)
        assert list(app.screen.selections) == [summary]


async def test_a_selection_covers_the_cells_of_wide_characters(tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=brief("漢字漢字 Alpha")))
    async with app.run_test(size=SIZE) as pilot:
        summary = app.reading_screen.panes["summary"]
        await until(pilot, lambda: "origin" in text_of(summary), "marks")
        first = spot(summary, "漢字漢字 Alpha")
        assert await dragged(pilot, app, first, first + Offset(6, 0)) == "漢字漢字"
        (drawn,) = summary.render_lines(Region(0, first.y - summary.region.y, summary.size.width, 1))
        lit = [
            each.text for each in drawn if each.style and each.style.bgcolor == app.themes.role_styles.selected.bgcolor
        ]
        assert "".join(lit) == "漢字漢字"
