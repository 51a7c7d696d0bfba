"""Where things stand before Textual can say: the same rectangles as Textual lays out, at every kind of size."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from briefing.tui.app import BriefingApp
from briefing.tui.drawing.layout import Place, Size, places
from briefing.tui.panes import PANES
from tests.support.app import brief, reader, until, write

COLUMNS = (16, 79, 80, 119, 120, 159, 160, 220)
ROWS = (6, 19, 20, 31, 32, 71)
SIZES = [Size(columns, ROWS[at % len(ROWS)]) for at, columns in enumerate(COLUMNS * 2)] + [
    Size(COLUMNS[at % len(COLUMNS)], rows) for at, rows in enumerate(range(8, 71, 3))
]


def laid_out(app: BriefingApp) -> Mapping[str, Place]:
    """Return where Textual has what is seen."""
    parts = [part for part in app.desk.parts if part.display]
    return {part.id or "": Place(*part.region) for part in parts}


def stands(app: BriefingApp, size: Size, pane: str) -> bool:
    return laid_out(app) == places(size, pane)


@pytest.mark.parametrize("pane", [name for name, _, _ in PANES])
async def test_every_part_stands_where_the_reading_screen_has_it(pane: str, tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=brief("Alpha")))
    async with app.run_test(size=(50, 50)) as pilot:
        app.desk.go_to(pane)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, partial(stands, app, size, pane), f"{pane} at {size}: {places(size, pane)}")


def test_nothing_is_said_of_a_terminal_that_is_hardly_there() -> None:
    assert places(Size(3, 3), "summary") == {}
