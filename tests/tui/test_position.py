"""Where a reader stands in a sheet: pure, so that any sheet can be tried."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.render.lines import ItemLines, Run, Sheet, Target, TargetKind
from briefing.tui.drawing.position import Position, by_lines, clamped, down, end, in_other_sheet, limit, on_item, up


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw a sheet of items of one to thirty lines, with gaps between them."""
    items: list[ItemLines] = []
    line = draw(st.integers(0, 9))
    for number in range(draw(st.integers(0, 6))):
        last = line + draw(st.integers(0, 29))
        items.append(ItemLines(line, last, Target(TargetKind.POINT, number)))
        line = last + 1 + draw(st.integers(0, 12))
    lines = max(line + draw(st.integers(-12, 9)), items[-1].last + 1 if items else 0, 0)
    return Sheet(tuple((Run(str(number)),) for number in range(lines)), tuple(items))


def lines_in_view(at: Position, sheet: Sheet, view: int) -> set[int]:
    return set(range(at.top, min(at.top + view, len(sheet.lines))))


@settings(max_examples=150, deadline=None)
@given(sheet=sheets(), view=st.integers(1, 25))
def test_going_down_passes_over_no_line_and_reaches_the_end(sheet: Sheet, view: int) -> None:
    at = Position()
    seen = lines_in_view(at, sheet, view)
    for _ in range(len(sheet.lines) + len(sheet.items) + 1):
        at = down(sheet, view, at)
        seen |= lines_in_view(at, sheet, view)
    assert (seen, at) == (set(range(len(sheet.lines))), end(sheet, view))


@settings(max_examples=150, deadline=None)
@given(sheet=sheets(), view=st.integers(1, 25))
def test_going_up_passes_over_no_line_and_reaches_the_start(sheet: Sheet, view: int) -> None:
    at = end(sheet, view)
    seen = lines_in_view(at, sheet, view)
    for _ in range(len(sheet.lines) + len(sheet.items) + 1):
        at = up(sheet, view, at)
        seen |= lines_in_view(at, sheet, view)
    assert (seen, at) == (set(range(len(sheet.lines))), Position())


@settings(max_examples=100, deadline=None)
@given(sheet=sheets(), view=st.integers(1, 25), moves=st.lists(st.sampled_from("jkudGg"), max_size=12))
def test_the_item_that_the_reader_stands_on_is_on_screen(sheet: Sheet, view: int, moves: list[str]) -> None:
    at = Position()
    steps = {"j": lambda: down(sheet, view, at), "k": lambda: up(sheet, view, at), "G": lambda: end(sheet, view)}
    for move in moves:
        lines = {"u": -view, "d": view}.get(move)
        at = by_lines(sheet, view, at, lines) if lines else steps.get(move, Position)()
        assert 0 <= at.top <= limit(sheet, view)
        assert not sheet.items or 0 <= at.item < len(sheet.items)


@settings(max_examples=100, deadline=None)
@given(sheet=sheets(), view=st.integers(1, 25), item=st.integers(0, 6))
def test_standing_on_an_item_brings_its_first_line_on_screen(sheet: Sheet, view: int, item: int) -> None:
    at = on_item(sheet, view, Position(), item)
    if item < len(sheet.items):
        assert at.item == item
        assert sheet.items[item].first in lines_in_view(at, sheet, view)


def test_another_width_keeps_the_item_in_its_row() -> None:
    target = Target(TargetKind.POINT, 1)
    wide = Sheet(((),) * 40, (ItemLines(0, 1, Target(TargetKind.POINT, 0)), ItemLines(10, 11, target)))
    narrow = Sheet(((),) * 80, (ItemLines(0, 3, Target(TargetKind.POINT, 0)), ItemLines(20, 23, target)))
    assert in_other_sheet(wide, Position(8, 1), narrow, 10) == Position(18, 1)


def test_a_place_past_the_end_is_brought_back() -> None:
    assert clamped(Sheet(((),) * 5), 3, Position(99, 4)) == Position(2, 0)
