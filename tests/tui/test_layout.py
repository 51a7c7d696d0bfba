"""Where the parts of the screen stand: the rectangles themselves, and that Textual places the widgets in them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widget import Widget

from briefing.render.form import Density, PaneForm
from briefing.tui import screens, widgets
from briefing.tui.app import BriefingApp
from briefing.tui.drawing.layout import (
    NO_NEEDS,
    Layout,
    LayoutState,
    Needs,
    Rectangle,
    Size,
    is_beside,
    reading_layout,
    source_text_rectangles,
)
from briefing.tui.panes import LIBRARY, NAMES
from briefing.tui.screens.pick import PickScreen
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.screens.search import SearchScreen
from tests.support.app import brief, reader, until, write

COLUMNS = (16, 95, 96, 117, 118, 190, 191, 240)
ROWS = (6, 15, 16, 31, 32, 71)
SIZES = [Size(columns, ROWS[at % len(ROWS)]) for at, columns in enumerate(COLUMNS * 2)] + [
    Size(COLUMNS[at % len(COLUMNS)], rows) for at, rows in enumerate(range(8, 71, 3))
]

ANY_SIZE = st.builds(Size, st.integers(1, 250), st.integers(1, 90))
ANY_STATE = st.builds(LayoutState, st.sampled_from(NAMES), st.booleans(), st.booleans(), st.booleans(), st.booleans())
READING = LayoutState()


def needing(**lines: int) -> Needs:
    """Return the needs of a brief: lines by pane at the closest density, two more at each richer one."""

    def lines_of(name: str, _width: int, form: PaneForm) -> int:
        return lines.get(name, 0) + 2 * (Density.TIGHT - form.density)

    return Needs(lines_of, lambda _: False)


ANY_NEEDS = st.builds(needing, **{name: st.integers(0, 60) for name in NAMES[1:]})


def laid_out(app: BriefingApp) -> Mapping[str, Rectangle]:
    """Return where Textual has what is visible."""
    return {part.id or "": Rectangle(*part.region) for part in app.reading_screen.parts if part.region}


def stands(app: BriefingApp, size: Size, state: LayoutState) -> bool:
    needs = app.reading_screen._needs  # noqa: SLF001 - what the screen itself has asked for
    return laid_out(app) == reading_layout(size, state, needs).rectangles


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


@given(size=ANY_SIZE, state=ANY_STATE, needs=ANY_NEEDS)
def test_no_two_parts_share_a_cell_and_none_leaves_the_screen(size: Size, state: LayoutState, needs: Needs) -> None:
    state = state._replace(foot_rows=1)
    layout = reading_layout(size, state, needs)
    for rectangles in (layout.rectangles, source_text_rectangles(size, state, layout)):
        last = {name: area for name, area in rectangles.items() if size.rows > 1 or name != "title-bar"}
        assert [pair for pair in combinations(last.values(), 2) if share_a_cell(*pair)] == []
        for left, top, width, height in rectangles.values():
            assert width * height == 0 or 0 <= left <= left + width <= size.columns
            assert width * height == 0 or 0 <= top <= top + height <= size.rows


@given(size=ANY_SIZE, state=ANY_STATE, rows=st.integers(1, 9))
def test_a_message_covers_rows_above_it_but_never_the_marking_and_moves_nothing(
    size: Size, state: LayoutState, rows: int
) -> None:
    usual = reading_layout(size, state._replace(foot_rows=1, is_finding=False), NO_NEEDS).rectangles
    found = reading_layout(size, state._replace(foot_rows=rows, is_finding=False), NO_NEEDS).rectangles
    assert {**found, "foot": None} == {**usual, "foot": None}
    if size.rows > 1:
        foot = found["foot"]
        assert foot.top >= 1
        assert foot.top + foot.height == size.rows


def share_a_cell(one: Rectangle, other: Rectangle) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0 and down > 0


def test_parts_that_share_a_cell_are_noticed() -> None:
    assert share_a_cell(Rectangle(0, 0, 3, 3), Rectangle(2, 2, 3, 3))
    assert not share_a_cell(Rectangle(0, 0, 3, 3), Rectangle(3, 0, 3, 3))
    assert not share_a_cell(Rectangle(0, 0, 3, 3), Rectangle(0, 3, 3, 0))


@given(columns=st.integers(16, 250), rows=st.integers(6, 90), state=ANY_STATE, needs=ANY_NEEDS)
def test_the_part_that_the_reader_is_in_is_always_visible(
    columns: int, rows: int, state: LayoutState, needs: Needs
) -> None:
    rectangles = reading_layout(Size(columns, rows), state, needs).rectangles
    assert state.part in rectangles
    assert ("filter" in rectangles) == (LIBRARY in rectangles and state.is_filtering)


def picture(size: Size, rectangles: Mapping[str, Rectangle]) -> str:
    """Return the rectangles as text: each cell the first letter of its part, "b" of the bar, a dot for none."""
    cells = [["."] * size.columns for _ in range(size.rows)]
    for name, (left, top, width, height) in rectangles.items():
        for row in range(top, top + height):
            cells[row][left : left + width] = name.removeprefix("title-")[0] * width
    return "\n".join(map("".join, cells))


def test_a_small_screen_has_one_part_under_tabs() -> None:
    size = Size(20, 8)
    assert picture(size, reading_layout(size, LayoutState("figures"), NO_NEEDS).rectangles).split() == [
        "b" * 20,
        "t" * 20,
        *["f" * 20] * 6,
    ]


@pytest.mark.parametrize("columns", range(40, 241, 8))
def test_the_frame_takes_three_rows_and_two_on_a_low_screen(columns: int) -> None:
    for rows, taken in ((12, 2), (15, 2), (16, 3), (60, 3)):
        found = reading_layout(Size(columns, rows), READING, NO_NEEDS).rectangles
        frame = [area for name, area in found.items() if name in {"title-bar", "readout", "foot"}]
        assert sum(area.height for area in frame) == taken
        assert all(area.width == columns for area in frame)


def widths(columns: int, state: LayoutState = READING) -> dict[str, int]:
    found = reading_layout(Size(columns, 40), state, NO_NEEDS).rectangles
    return {name: area.width for name, area in found.items()}


@pytest.mark.parametrize("is_list_dense", [False, True])
def test_within_an_arrangement_no_width_falls_as_the_terminal_widens(is_list_dense: bool) -> None:
    state = READING._replace(is_list_dense=is_list_dense)
    for columns in range(40, 240):
        before, after = widths(columns, state), widths(columns + 1, state)
        if columns + 1 not in {96, 118, 200 if is_list_dense else 191}:
            assert all(after[name] >= width for name, width in before.items()), columns


def test_a_list_of_one_line_a_brief_has_more_columns_and_figures_keep_their_table_beside_it() -> None:
    for columns in range(118, 240):
        dense, usual = widths(columns, READING._replace(is_list_dense=True)), widths(columns)
        assert dense[LIBRARY] >= min(usual[LIBRARY] + 3, 40)
        assert dense["figures"] >= 44


def test_no_text_is_wider_than_76_cells_beside_others_and_a_very_wide_screen_keeps_its_block_in_the_middle() -> None:
    assert all(widths(columns)["summary"] <= 79 for columns in range(96, 300))
    found = reading_layout(Size(260, 60), READING, NO_NEEDS).rectangles
    assert (found[LIBRARY].left, 260 - found["timeline"].left - found["timeline"].width) == (3, 4)


@given(columns=st.integers(40, 240), rows=st.integers(12, 70), needs=ANY_NEEDS)
def test_the_focus_moves_nothing(columns: int, rows: int, needs: Needs) -> None:
    size = Size(max(columns, 118), rows)
    layouts = [reading_layout(size, LayoutState(part), needs) for part in NAMES]
    assert all(layout == layouts[0] for layout in layouts)


def below_each_other(layout: Layout) -> Iterator[list[str]]:
    """Yield the panes of each column from top to bottom."""
    for left in sorted({layout.rectangles[name].left for name in layout.views}):
        column = [name for name in layout.views if layout.rectangles[name].left == left]
        yield sorted(column, key=lambda name: layout.rectangles[name].top)


@given(columns=st.integers(96, 240), rows=st.integers(16, 70), needs=ANY_NEEDS)
def test_each_pane_has_a_heading_and_three_rows_and_none_is_cut_while_another_stands_empty(
    columns: int, rows: int, needs: Needs
) -> None:
    layout = reading_layout(Size(columns, rows), READING, needs)
    for names in below_each_other(layout):
        wanted = {name: needs.lines(name, 50, layout.views[name].form) for name in names}
        got = {name: layout.rectangles[name].height - 1 for name in names}
        assert all(lines >= 3 for lines in got.values())
        is_cut = any(got[name] < wanted[name] for name in names)
        assert not is_cut or all(got[name] <= max(3, wanted[name]) for name in names)


def test_what_no_other_column_of_a_wide_screen_can_use_goes_to_the_figures() -> None:
    assert [widths(columns)["figures"] for columns in (191, 223, 240, 253, 260)] == [53, 53, 70, 83, 83]
    for columns in (191, 223, 253):
        found = reading_layout(Size(columns, 40), READING, NO_NEEDS).rectangles
        assert (found[LIBRARY].left, found["timeline"].left + found["timeline"].width) == (0, columns)


@given(columns=st.integers(96, 240), rows=st.integers(16, 70), needs=ANY_NEEDS)
def test_sources_are_cut_only_where_no_column_has_room_for_them(columns: int, rows: int, needs: Needs) -> None:
    layout = reading_layout(Size(columns, rows), READING, needs)
    close = PaneForm(Density.CLOSE)
    if layout.rectangles["sources"].height - 1 < needs.lines("sources", 50, layout.views["sources"].form):
        for names in below_each_other(layout):
            wanted = {*names, "sources"}
            assert sum(max(3, needs.lines(name, 50, close)) for name in wanted) + len(wanted) > rows - 3


def test_sources_that_are_cut_below_the_summary_stand_below_the_timeline_where_all_is_whole_there() -> None:
    size = Size(120, 40)
    full, short = needing(summary=34, sources=5, figures=4, timeline=9), needing(summary=20, sources=5, figures=4)
    for needs, column in ((full, "timeline"), (short, "summary")):
        for part in NAMES:
            found = reading_layout(size, LayoutState(part), needs).rectangles
            assert found["sources"].left == found[column].left


def test_a_saved_text_never_covers_the_pane_that_it_was_opened_from_on_a_wide_screen() -> None:
    size, needs = Size(170, 40), needing(summary=34, sources=5, figures=4, timeline=9)
    for part in NAMES[1:]:
        state = LayoutState(part)
        layout = reading_layout(size, state, needs)
        assert not share_a_cell(source_text_rectangles(size, state, layout)["text"], layout.rectangles[part])


@given(columns=st.integers(96, 240), rows=st.integers(16, 70), needs=ANY_NEEDS)
def test_a_column_is_as_roomy_as_fits(columns: int, rows: int, needs: Needs) -> None:
    layout = reading_layout(Size(columns, rows), READING, needs)
    for names in below_each_other(layout):
        free = rows - 3 - len(names)
        took = {name: layout.views[name].form.density for name in names}
        for name in names:
            roomier = {**took, name: Density.ROOMY}
            lines = sum(needs.lines(each, 50, PaneForm(density)) for each, density in roomier.items())
            assert took[name] <= Density.ROOMY or lines > free or Density.TIGHT in took.values(), took


def heights(rows: int, needs: Needs) -> dict[str, int]:
    found = reading_layout(Size(150, rows), READING, needs).rectangles
    return {name: found[name].height - 1 for name in NAMES[1:]}


def test_where_not_all_fits_the_figures_take_up_to_three_fifths_and_the_summary_all_but_three_rows() -> None:
    got = heights(35, needing(summary=60, sources=10, figures=30, timeline=20))  # 30 rows for text in each column
    assert got == {"summary": 27, "sources": 3, "figures": 18, "timeline": 12}


def test_what_the_others_do_not_need_goes_to_the_first() -> None:
    got = heights(35, needing(summary=20, sources=14, figures=40, timeline=4))
    assert got == {"summary": 20, "sources": 10, "figures": 26, "timeline": 4}


def test_figures_that_the_check_finds_wrong_keep_the_rows_that_they_had_before_it() -> None:
    def checked(name: str, _width: int, form: PaneForm) -> int:
        return 32 if name == "figures" and form.density is Density.EXPLAINED else 24 if name == "figures" else 10

    needs = Needs(checked, lambda _: False)
    for rows, density in ((45, Density.EXPLAINED), (44, Density.ROOMY)):
        assert reading_layout(Size(160, rows + 2), READING, needs).views["figures"].form.density is density


def test_an_event_says_who_says_it_where_only_the_figures_need_closer_rows() -> None:
    def lines(name: str, _width: int, form: PaneForm) -> int:
        return 60 if name == "figures" and form.density < Density.CLOSE else 15

    views = reading_layout(Size(160, 40), READING, Needs(lines, lambda _: False)).views
    assert [views[name].form.density for name in ("figures", "timeline")] == [Density.CLOSE, Density.ROOMY]


def test_a_summary_with_no_pane_below_it_leaves_nothing_out_at_its_end() -> None:
    needs = needing(summary=60, timeline=10, sources=10)
    for size in (Size(80, 24), Size(120, 40), Size(200, 40)):
        layout = reading_layout(size, READING, needs)
        assert not [names for names in below_each_other(layout) if "summary" in names and len(names) > 1]
        assert layout.views["summary"].form.density is Density.CLOSE


def test_a_part_shown_alone_stands_in_the_middle_of_a_wide_screen() -> None:
    places = {"figures": (38, 123), "timeline": (38, 123), "summary": (60, 79), "sources": (60, 79), LIBRARY: (22, 155)}
    for part, place in places.items():
        found = reading_layout(Size(200, 40), LayoutState(part, is_zoomed=True), needing(**{part: 50}))
        assert (found.rectangles[part].left, found.rectangles[part].width) == place
        assert part == LIBRARY or found.views[part].form.density is Density.FULL


def test_a_saved_text_stands_below_a_pane_shown_alone_where_twelve_rows_are_free() -> None:
    size, state = Size(120, 40), LayoutState("figures", is_zoomed=True)
    for lines, is_below in ((15, True), (16, False)):
        layout = reading_layout(size, state, needing(figures=lines))
        text, figures = source_text_rectangles(size, state, layout)["text"], layout.rectangles["figures"]
        assert (text.top > figures.top + figures.height) == is_below


def test_a_saved_text_stands_below_the_summary_where_twelve_rows_are_free() -> None:
    size = Size(200, 60)
    for lines, is_below in ((39, True), (40, False)):
        layout = reading_layout(size, READING, needing(summary=lines))
        over, summary = source_text_rectangles(size, READING, layout), layout.rectangles["summary"]
        assert (over["text"].left == summary.left and over["text"].top > summary.top + summary.height) == is_below
        assert is_beside(size, over)


def test_beside_the_open_pane_a_wide_screen_shows_a_saved_text() -> None:
    size, state = Size(200, 40), LayoutState("figures")
    layout = reading_layout(size, state, needing(summary=40))
    over = source_text_rectangles(size, state, layout)
    assert over["text"] == layout.rectangles["summary"]
    assert is_beside(size, over)
    beside = source_text_rectangles(size, READING, reading_layout(size, READING, needing(summary=40)))
    assert beside["text"].left == layout.rectangles["figures"].left


async def test_the_stylesheet_names_only_widgets_that_there_are(tmp_path: Path) -> None:
    for package in (screens, widgets):  # most are imported when they are needed
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    app = reader(write(tmp_path, a=brief("Alpha")))
    async with app.run_test():
        rules = app.stylesheet.rules
    named = {name for rule in rules if not rule.is_default_rules for name in rule.selector_names if name[0].isupper()}
    assert {ReadingScreen.__name__, PickScreen.__name__, SearchScreen.__name__} <= named
    assert named - {widget.__name__ for widget in subclasses(Widget)} == set()


def subclasses(of: type[Widget]) -> Iterator[type[Widget]]:
    for widget in of.__subclasses__():
        yield widget
        yield from subclasses(widget)


async def test_parts_move_only_when_the_screen_is_laid_out(tmp_path: Path) -> None:
    """A hidden part that wants to be drawn makes Textual ask again; another answer would mix two layouts."""
    app = reader(write(tmp_path, a=brief("Alpha")))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.reading_screen.is_laid_out, "laid out")
        screen = app.reading_screen
        before = screen.arrange(screen.size)
        screen._layout_state = LayoutState("figures", is_zoomed=True)  # noqa: SLF001 - before its layout is asked for
        assert screen.arrange(screen.size) is before
        screen.refresh(layout=True)
        await until(pilot, lambda: screen.arrange(screen.size) is not before, "laid out anew")
        assert screen.is_laid_out
