"""What is seen of a full brief at every width: no item that was visible is lost as the terminal widens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from briefing.format.parse import Reading
from briefing.render.form import PaneForm
from briefing.render.symbols import Look
from briefing.tui.drawing.layout import (
    FOUR_COLUMNS,
    THREE_COLUMNS,
    TWO_COLUMNS,
    LayoutState,
    Needs,
    Size,
    reading_layout,
    text_width,
)
from briefing.tui.drawing.sheets import BriefContent, PaneSheets, items_in_sheet
from briefing.tui.panes import LIBRARY
from tests.support.flood import FLOOD

LARGE = replace(
    FLOOD,
    summary=(*FLOOD.summary, *FLOOD.summary[:3]),
    timeline=(*FLOOD.timeline, *FLOOD.timeline[:5]),
)
"""15 figures, 12 events, 8 points and 10 sources."""
SHEETS = PaneSheets(BriefContent(Reading(LARGE, ()), None))
LOOK = Look()


def lines_of(name: str, width: int, form: PaneForm) -> int:
    return len(SHEETS.sheet(name, width, form, LOOK).lines)


NEEDS = Needs(lines_of, lambda _: False)


@cache
def seen(columns: int, rows: int) -> Mapping[str, int]:
    """Return how many items of each pane are whole on the screen."""
    layout = reading_layout(Size(columns, rows), LayoutState(), NEEDS)
    found = {}
    for name, view in layout.views.items():
        area = layout.rectangles[name]
        sheet = SHEETS.sheet(name, text_width(area.width), view.form, LOOK)
        height = area.height - view.has_heading
        found[name] = sum(item.last < height for item in items_in_sheet(name, sheet))
    return found


def total(columns: int, rows: int) -> int:
    """Return the number of whole items on the screen; a brief in the list takes at most four rows."""
    listed = reading_layout(Size(columns, rows), LayoutState(), NEEDS).rectangles.get(LIBRARY)
    return sum(seen(columns, rows).values()) + (listed.height // 4 if listed else 0)


def test_on_a_tall_screen_no_item_of_any_pane_is_lost_as_the_terminal_widens() -> None:
    for columns in range(40, 240):
        before, after = seen(columns, 60), seen(columns + 1, 60)
        assert all(after[name] >= number for name, number in before.items()), columns + 1


@pytest.mark.parametrize("rows", [24, 30, 40, 45])
def test_across_a_change_of_arrangement_the_screen_never_shows_fewer_items(rows: int) -> None:
    for columns in (TWO_COLUMNS, THREE_COLUMNS, FOUR_COLUMNS):
        assert total(columns, rows) >= total(columns - 1, rows), columns


def test_at_usual_sizes_all_figures_and_points_are_seen_at_first_sight() -> None:
    assert seen(120, 40)["figures"] == seen(160, 45)["figures"] == seen(200, 60)["figures"] == 15
    assert seen(160, 45) == seen(200, 60) == {"summary": 8, "sources": 10, "figures": 15, "timeline": 12}
