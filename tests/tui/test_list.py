"""The forms of the list of briefs: by size and number, and by the key that changes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.format.dates import parse_date
from briefing.format.model import Marking
from briefing.render.parts.list_row import RowForm
from briefing.render.parts.listed_brief import ListRow
from briefing.render.symbols import Look
from briefing.tui.app import BriefingApp
from briefing.tui.data.brief_rows import row_order
from briefing.tui.drawing.list_form import MANY, ListForm
from briefing.tui.drawing.list_geometry import ListGeometry
from briefing.tui.drawing.list_lines import ListHeadingState, list_heading_line
from briefing.tui.drawing.row_settings import ListShape, ListSize, fitted_shape, next_form, row_form, shape_for
from tests.support.app import brief, reader, shown, text_of, until, write
from tests.support.indexed import searcher

SIDE = ListSize(columns=27, rows=36, lead=1, total=4)


@pytest.mark.parametrize(
    ("choice", "size", "form"),
    [
        (ListForm.AUTO, SIDE, RowForm.LINES),
        (ListForm.AUTO, SIDE._replace(total=MANY), RowForm.LINE),
        (ListForm.AUTO, SIDE._replace(rows=8), RowForm.LINE),
        (ListForm.AUTO, SIDE._replace(columns=120), RowForm.TABLE),
        (ListForm.LINE, SIDE, RowForm.LINE),
        (ListForm.LINE, SIDE._replace(columns=120), RowForm.TABLE),
        (ListForm.LINES, SIDE._replace(columns=120, total=MANY), RowForm.LINES),
    ],
)
def test_the_form_follows_the_choice_the_room_and_the_number_of_briefs(
    choice: ListForm, size: ListSize, form: RowForm
) -> None:
    assert row_form(choice, size) is form


@pytest.mark.parametrize("total", [4, MANY])
def test_the_key_shows_another_form_first_and_comes_round(total: int) -> None:
    size = SIDE._replace(total=total)
    walked = [ListForm.AUTO]
    for _ in range(3):
        walked.append(next_form(walked[-1], size))
    assert row_form(walked[1], size) is not row_form(walked[0], size)
    assert (set(walked), walked[3]) == (set(ListForm), walked[0])


def rows_of(count: int, marking: Marking) -> list[ListRow]:
    title = "At least 31 dead as river bursts banks in Tarn Valley"
    return [
        ListRow(title=f"{title} {number}", id=f"b{number}", date=parse_date("2026"), marking=marking)
        for number in range(count)
    ]


def fitted(count: int, marking: Marking = Marking.CLEAR, other: Marking = Marking.CLEAR) -> tuple[object, ...]:
    rows = [*rows_of(count - 1, marking), *rows_of(1, other)]
    shape = fitted_shape(shape_for(ListForm.AUTO, SIDE), SIDE, rows, Look())
    return shape.heights, shape.marking, shape.setting.has_marking


def test_titles_are_whole_with_a_row_between_while_all_briefs_fit() -> None:
    assert fitted(5) == ((5,) * 5, Marking.CLEAR, False)


def test_the_row_between_gives_way_before_the_titles_do() -> None:
    assert fitted(8)[0] == (4,) * 8


def test_titles_have_two_lines_where_whole_ones_do_not_fit() -> None:
    assert fitted(10)[0] == (3,) * 10
    assert fitted(15)[0] == ()


def test_each_row_says_its_marking_unless_all_rows_have_the_same() -> None:
    assert fitted(4, other=Marking.RED)[1:] == (None, True)


def test_a_list_that_fits_has_its_briefs_at_the_sums_of_their_heights() -> None:
    geometry = ListGeometry(lead=1, each=1, count=3, room=12, heights=(3, 2, 4))
    found = [geometry.brief_at(line) for line in range(1, 11)]
    assert found == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (2, 3), (3, 0)]
    assert (geometry.brief_at(0)[0], geometry.top(0, 2, None), geometry.lowest, geometry.fits) == (-1, 0, 0, 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Talks"), c=brief("Talks").replace("GREEN", "AMBER+STRICT"))


async def test_the_key_walks_the_forms_and_says_which(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Talks" in text_of(app.reading_screen.library), "the list")
        tall = lines_of(app)
        await pilot.press("L")
        await until(pilot, lambda: "list: one row a brief" in shown(app), "said")
        assert (lines_of(app), app.state.list_form) == (4, ListForm.LINE)
        await pilot.press("L", "L")
        assert (lines_of(app), app.state.list_form) == (tall, ListForm.AUTO)


def lines_of(app: BriefingApp) -> int:
    """Return how many rows of the list have text."""
    return sum(bool(line.strip()) for line in text_of(app.reading_screen.library).splitlines())


async def test_two_briefs_of_one_title_are_told_apart_and_each_says_its_marking(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("L")
        await until(pilot, lambda: "Talks · c" in text_of(app.reading_screen.library), "told apart")
        await until(pilot, lambda: "TLP:GREEN" in text_of(app.reading_screen.library), "the list is wider")
        said = [line.split()[-1] for line in text_of(app.reading_screen.library).splitlines() if "Talks" in line]
        assert said == ["TLP:GREEN", "TLP:AMBER+STRICT"]


async def test_titles_that_only_their_ends_tell_apart_are_cut_in_the_middle(tmp_path: Path) -> None:
    titles = {f"b{part}": brief(f"Deliveries to the northern harbour, part {part}") for part in (923, 924)}
    app = reader(write(tmp_path, **titles, c=brief("Another long title about the old harbour wall")))
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("0", "L")
        await until(pilot, lambda: "part 923" in text_of(app.reading_screen.library), "the end that differs")
        rows = text_of(app.reading_screen.library)
        assert all(part in rows for part in ("Deliveries", "part 924", "Another long title about"))


async def test_the_list_alone_on_a_wide_screen_is_a_table_and_35_briefs_fit_in_40_rows(tmp_path: Path) -> None:
    write(tmp_path, **{f"b{number:02}": brief(f"Delivery {number}") for number in range(40)})
    app = reader(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("0", "z")
        await until(pilot, lambda: app.reading_screen.library.size.width == 120, "zoomed")
        await pilot.press("G")
        await until(pilot, lambda: app.state.entry.id == "b39", "the last one")
        rows = [line for line in text_of(app.reading_screen.library).splitlines() if "Delivery" in line]
        assert len(rows) >= 35
        assert rows[0].split()[-4:] == ["GREEN", "2", "2", "2"]


async def test_j_on_the_last_brief_says_so_once(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        app.state.is_known = True
        await pilot.press("0", "G", "j")
        await until(pilot, lambda: "this is the last brief" in shown(app), "said")
        await pilot.press("j")
        await pilot.pause(0.02)
        assert "this is the last brief" not in shown(app)


async def test_a_filtered_list_keeps_the_heading_that_the_rows_rely_on(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("L", "f", *"talks")
        await until(pilot, lambda: heading_of(app).split()[-1] == "TLP", "the level has its head")
        assert " 2 ·" in heading_of(app)
        await pilot.press("enter", "L", "f", "ctrl+u", *"alpha")
        await until(pilot, lambda: heading_of(app).endswith("TLP:GREEN · 1"), "all rows have this marking")
        assert "TLP" not in text_of(app.reading_screen.library)


def heading_of(app: BriefingApp) -> str:
    """Return the heading of the list."""
    return next(text_of(part) for part in app.reading_screen.parts if part.id == "list-heading").rstrip()


async def test_a_library_of_2000_has_one_row_a_brief_and_only_those_in_sight_are_asked_for(tmp_path: Path) -> None:
    text = "briefing: 1\ntitle: Delivery\nmarking: TLP:CLEAR\n"
    write(tmp_path, **{f"b{number:04}": text for number in range(MANY)})
    app = reader(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("0", "j")
        await until(pilot, lambda: app.state.entry.id == "b0001", "the second one")
        rows = [line for line in text_of(app.reading_screen.library).splitlines() if "b0" in line]
        assert len(rows) >= 33
        assert all(line.split()[-1] == "CLEAR" for line in rows)
        assert f"· b{len(rows) - 1:04}" in rows[-1]
        await pilot.press("G")
        await until(pilot, lambda: app.state.entry.id == f"b{MANY - 1:04}", "the last one")
        assert len(app.state.brief_rows._list_rows) < 300  # noqa: SLF001 - work that a key may cost


@pytest.mark.parametrize(
    ("columns", "shape", "heading"),
    [
        (27, shape_for(ListForm.AUTO, SIDE), " 0 BRIEFS  2,007 · by date"),
        (27, shape_for(ListForm.LINE, SIDE), " 0 BRIEFS ──── 2,007   TLP"),
        (27, shape_for(ListForm.AUTO, SIDE)._replace(marking=Marking.AMBER_STRICT), " 0 ────── TLP:AMBER+STRICT"),
        (60, shape_for(ListForm.AUTO, SIDE), " 0 BRIEFS ─────────────────── 2,007 · by date, latest first"),
    ],
)
def test_the_heading_says_what_rows_rely_on_then_how_many_and_in_which_order(
    columns: int, shape: ListShape, heading: str
) -> None:
    state = ListHeadingState("2,007", "by date, latest first", shape)
    said = "".join(run.text for run in list_heading_line(columns, Look(), state))
    assert said == heading


class Unsearchable(list[int]):
    """Rows of which nobody looks at all."""

    def index(self, *_: object) -> int:
        raise AssertionError("all rows are looked at")


@pytest.mark.parametrize("rows", [[1, 2, 5, 9], [9, 2, 5, 1]], ids=["by their numbers", "in another order"])
def test_a_row_is_found_in_an_order_that_was_prepared_without_a_look_at_all(tmp_path: Path, rows: list[int]) -> None:
    brief_rows = searcher(write(tmp_path, a=brief("Alpha"))).state.brief_rows
    order = row_order(Unsearchable(rows))
    brief_rows.take_order("date", order)
    assert [brief_rows.place_of(row) for row in rows] == [0, 1, 2, 3]
    assert [brief_rows.place_of(row) for row in (3, 4, 10)] == [None, None, None]
