"""Where the parts of the screen stand: the rectangles themselves, and that Textual places the widgets in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widget import Widget

from briefing.tui.app import BriefingApp
from briefing.tui.drawing.layout import LayoutState, Rectangle, Size, reading_rectangles, source_text_rectangles
from briefing.tui.panes import LIBRARY, NAMES
from briefing.tui.screens.pick import PickScreen
from briefing.tui.screens.reading import ReadingScreen
from tests.support.app import brief, reader, until, write

COLUMNS = (16, 79, 80, 119, 120, 159, 160, 220)
ROWS = (6, 19, 20, 31, 32, 71)
SIZES = [Size(columns, ROWS[at % len(ROWS)]) for at, columns in enumerate(COLUMNS * 2)] + [
    Size(COLUMNS[at % len(COLUMNS)], rows) for at, rows in enumerate(range(8, 71, 3))
]

ANY_SIZE = st.builds(Size, st.integers(1, 250), st.integers(1, 90))
ANY_STATE = st.builds(LayoutState, st.sampled_from(NAMES), st.booleans(), st.booleans())


def laid_out(app: BriefingApp) -> Mapping[str, Rectangle]:
    """Return where Textual has what is visible."""
    return {part.id or "": Rectangle(*part.region) for part in app.reading_screen.parts if part.region}


def stands(app: BriefingApp, size: Size, state: LayoutState) -> bool:
    return laid_out(app) == reading_rectangles(size, state)


@pytest.mark.parametrize("part", NAMES)
async def test_every_part_stands_where_the_layout_has_it(part: str, tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=brief("Alpha")))
    async with app.run_test(size=(50, 50)) as pilot:
        app.reading_screen.go_to(part)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, partial(stands, app, size, LayoutState(part)), f"{part} at {size}")
        await pilot.press("z")
        await until(pilot, partial(stands, app, SIZES[-1], LayoutState(part, is_zoomed=True)), f"{part} alone")
        await pilot.press("slash")
        await until(pilot, partial(stands, app, SIZES[-1], LayoutState(part, is_zoomed=True, is_finding=True)), "find")


@given(size=ANY_SIZE, state=ANY_STATE)
def test_no_two_parts_share_a_cell_and_none_leaves_the_screen(size: Size, state: LayoutState) -> None:
    for rectangles in (reading_rectangles(size, state), source_text_rectangles(size, state.part)):
        assert [pair for pair in combinations(rectangles.values(), 2) if share_a_cell(*pair)] == []
        for left, top, width, height in rectangles.values():
            assert width * height == 0 or 0 <= left <= left + width <= size.columns
            assert width * height == 0 or 0 <= top <= top + height <= size.rows


def share_a_cell(one: Rectangle, other: Rectangle) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0 and down > 0


def test_parts_that_share_a_cell_are_noticed() -> None:
    assert share_a_cell(Rectangle(0, 0, 3, 3), Rectangle(2, 2, 3, 3))
    assert not share_a_cell(Rectangle(0, 0, 3, 3), Rectangle(3, 0, 3, 3))
    assert not share_a_cell(Rectangle(0, 0, 3, 3), Rectangle(0, 3, 3, 0))


@given(columns=st.integers(16, 250), rows=st.integers(6, 90), state=ANY_STATE)
def test_the_part_that_the_reader_is_in_is_always_visible(columns: int, rows: int, state: LayoutState) -> None:
    rectangles = reading_rectangles(Size(columns, rows), state)
    assert state.part in rectangles
    assert ("filter" in rectangles) == (LIBRARY in rectangles)


def picture(size: Size, rectangles: Mapping[str, Rectangle]) -> str:
    """Return the rectangles as text: each cell the first letter of its part, a dot where there is none."""
    cells = [["."] * size.columns for _ in range(size.rows)]
    for name, (left, top, width, height) in rectangles.items():
        for row in range(top, top + height):
            cells[row][left : left + width] = name[0] * width
    return "\n".join(map("".join, cells))


def test_a_small_screen_has_one_part_under_tabs() -> None:
    assert picture(Size(20, 8), reading_rectangles(Size(20, 8), LayoutState("figures"))).split() == [
        "m" * 20,
        "t" * 20,
        *["f" * 20] * 6,
    ]


def test_beside_the_open_pane_a_wide_screen_shows_a_saved_text() -> None:
    size = Size(200, 40)
    panes, over = reading_rectangles(size, LayoutState("figures")), source_text_rectangles(size, "figures")
    assert over["text"] == panes["summary"]
    assert source_text_rectangles(size, "summary")["text"].left == panes["figures"].left


async def test_the_stylesheet_names_only_widgets_that_there_are(tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=brief("Alpha")))
    async with app.run_test():
        rules = app.stylesheet.rules
    named = {name for rule in rules if not rule.is_default_rules for name in rule.selector_names if name[0].isupper()}
    assert {ReadingScreen.__name__, PickScreen.__name__} <= named
    assert named - {widget.__name__ for widget in subclasses(Widget)} == set()


def subclasses(of: type[Widget]) -> Iterator[type[Widget]]:
    for widget in of.__subclasses__():
        yield widget
        yield from subclasses(widget)
