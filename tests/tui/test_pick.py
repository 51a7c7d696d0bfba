"""`briefing pick` on a library that is not read yet."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.library.open import open_indexed
from briefing.render.symbols import Look
from briefing.tui.pick_app import PickApp
from tests.support.app import brief, text_of, until
from tests.support.app import write as write_briefs
from tests.support.following import held, many
from tests.tui.test_sync_index import children, is_alive


def app_for(folder: Path, command: Sequence[str]) -> PickApp:
    """Return the app; it has more than 20 briefs read by this command."""
    app = PickApp(open_indexed([folder], os.environ), Look())
    app.reads_here = 20
    app.background.build_command = command
    return app


def said(app: PickApp) -> str:
    """Return the row of the filter."""
    return " ".join(text_of(app.list.field).split())


@pytest.mark.parametrize(("width", "progress"), [(30, "150/400"), (100, "reading 150 of 400")])
async def test_the_row_of_the_filter_says_how_much_is_read_until_all_is(
    tmp_path: Path, width: int, progress: str
) -> None:
    folder, gate = many(tmp_path / "library", 60), tmp_path / "gate"
    write_briefs(folder, z=brief("Omega"))
    app = app_for(folder, held(folder, gate))
    async with app.run_test(size=(width, 12)) as pilot:
        await until(pilot, lambda: f"61 {progress}" in said(app), "how far it is")
        await pilot.press(*"treaty", "enter")
        await until(pilot, lambda: f" 0 {progress}" in said(app), "nothing is found yet")
        gate.touch()
        await until(pilot, lambda: picked(app) == "z", "found, and picked by the enter before")


def picked(app: PickApp) -> str:
    """Return the id of the brief that was picked. Empty: none was."""
    return "" if app.picked is None else app.picked.id


@pytest.mark.parametrize("command", [("/nowhere",), (sys.executable, "-c", "raise SystemExit(1)")])
async def test_where_no_process_reads_the_row_says_how_many_are_not_read(
    tmp_path: Path, command: Sequence[str]
) -> None:
    app = app_for(many(tmp_path / "library", 60), command)
    async with app.run_test(size=(80, 12)) as pilot:
        await until(pilot, lambda: " 60 60 not read" in said(app), "what is missing")
        await pilot.press("escape")


async def test_how_much_is_read_takes_the_form_that_fits_after_a_resize(tmp_path: Path) -> None:
    folder = many(tmp_path / "library", 60)
    app = app_for(folder, held(folder, tmp_path / "never"))
    async with app.run_test(size=(30, 12)) as pilot:
        await until(pilot, lambda: "60 150/400" in said(app), "the short form")
        await pilot.resize_terminal(80, 12)
        await until(pilot, lambda: "60 reading 150 of 400" in said(app), "the long form")
        await pilot.resize_terminal(30, 12)
        await until(pilot, lambda: "60 150/400" in said(app), "the short form again")


async def test_who_leaves_while_the_library_is_read_leaves_no_process(tmp_path: Path) -> None:
    folder, before = many(tmp_path / "library", 60), set(children(os.getpid()))
    app = app_for(folder, held(folder, tmp_path / "never"))
    async with app.run_test(size=(80, 12)) as pilot:
        await until(pilot, lambda: "reading 150 of 400" in said(app), "how far it is")
        (process,) = set(children(os.getpid())) - before
        await pilot.press("escape", "enter")
        await until(pilot, lambda: app.return_code is not None, "it ends")
    assert (is_alive(process), app.return_code, app.picked) == (False, 1, None)
