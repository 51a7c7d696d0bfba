"""A reader that is left alone does nothing, in whatever state: the short form of `tests.attacks.idle`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library.entries import Entry
from briefing.library.index.scan.partial import rescan_folders, rescan_library
from briefing.library.open import OpenedLibrary, open_anew
from briefing.tui.controllers.open_brief import OpenBrief
from tests.attacks.idle import chosen_by, rows
from tests.attacks.idle_states import UNREADABLE
from tests.support.app import brief, reader, shown, text_of, until, write
from tests.support.following import SHORT, at_rest, checks_of, index_of, locked, many, quick

SIZE = (80, 24)
MOST_STARTED = 4
"""Checks of a brief and its neighbours. A reader that asks again and again starts hundreds a second."""


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    return checks_of(monkeypatch)


async def test_no_state_of_the_open_brief_has_it_checked_again_and_again(tmp_path: Path, checks: list[Entry]) -> None:
    path = write(tmp_path, a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma")) / "a.yaml"
    app = reader(tmp_path)
    restless: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        for name, put in UNREADABLE.items():
            put(path)
            app.open_brief.reload()
            checks.clear()
            await pilot.pause(0.04)
            restless += [name] if len(checks) > MOST_STARTED else []
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
            path.write_text(brief("Alpha"))
        path.unlink()
        app.open_brief.look_again()
        app.notifications.rows_changed.send()
        app.open_brief.look_ahead()
        checks.clear()
        await pilot.pause(0.04)
        restless += ["deleted"] if len(checks) > MOST_STARTED else []
    assert restless == []


@pytest.mark.parametrize("name", ["empty", "a named pipe"])
async def test_a_reader_that_begins_with_a_brief_that_cannot_be_read_is_at_rest(
    name: str, tmp_path: Path, checks: list[Entry]
) -> None:
    write(tmp_path, a=brief("Alpha"))
    UNREADABLE[name](tmp_path / "a.yaml")
    app = reader(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
    assert len(checks) <= MOST_STARTED


def changing(path: Path) -> Iterator[str]:
    """Write a brief once more for each value, longer each time: the times of a file have ticks of some milliseconds."""
    number = 0
    while True:
        number += 1
        path.write_text(f"{brief(f'State {number}')}{'#' * number}\n")
        yield f"State {number}"


async def test_a_file_that_never_settles_is_shown_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.tui.controllers.open_brief._PATIENCE", 0.02)
    app = reader(write(tmp_path, a=brief("Alpha")))
    states, look_again = changing(tmp_path / "a.yaml"), OpenBrief.look_again

    def at_a_changed_file(self: OpenBrief) -> None:
        next(states)
        look_again(self)

    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        monkeypatch.setattr(OpenBrief, "look_again", at_a_changed_file)
        app.open_brief.look_again()
        await until(pilot, lambda: "State" in text_of(app.reading_screen.panes["summary"]), "a state of it")


async def test_a_file_that_never_settles_is_looked_at_no_more_often_with_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.controllers.open_brief._PATIENCE", 60)
    app = reader(write(tmp_path, a=brief("Alpha")))
    states = changing(tmp_path / "a.yaml")
    looks: list[str] = []
    look_again = OpenBrief.look_again

    def noted(self: OpenBrief) -> None:
        looks.append("")
        look_again(self)

    monkeypatch.setattr(OpenBrief, "look_again", noted)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        for _ in range(20):
            next(states)
            app.open_brief.look_again()
        looks.clear()
        await until(pilot, lambda: "State 20" in shown(app), "the last one")
        await pilot.pause(0.1)
    assert len(looks) <= 3


async def test_a_locked_index_does_not_have_the_library_walked_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.controllers.sync.follow._AGAIN", 0.01)
    monkeypatch.setattr("briefing.library.index.store._PATIENCE", 20)
    walks: list[str] = []
    for walk in (rescan_library, rescan_folders):

        def noted(*given: object, walk: object = walk) -> object:
            walks.append("")
            assert callable(walk)
            return walk(*given)

        monkeypatch.setattr(f"briefing.library.sync.library_sync.{walk.__name__}", noted)
    app = quick(reader(many(tmp_path, 5)))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        with locked(index_of(app)):
            (tmp_path / "new.yaml").write_text(SHORT.format(title="New"))
            walks.clear()
            app.sync.looks = 0
            await until(pilot, lambda: app.sync.looks > 2, "tried again")
            assert len(walks) <= 1
        await until(pilot, lambda: len(app.state.brief_rows) == 6, "the new one")


async def test_a_reader_whose_index_is_removed_each_time_goes_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.controllers.sync.follow._AGAIN", 0.01)
    removed: list[Path] = []

    def opened(*given: object, **named: object) -> OpenedLibrary:
        anew = open_anew(*given, **named)  # type: ignore[arg-type]  # what it is called with
        if anew.brief_index.store.path is not None:
            removed.append(anew.brief_index.store.path)
            anew.brief_index.store.path.unlink()
            anew.brief_index.store.close()
            anew.brief_index.store.__init__(anew.brief_index.store.path)  # type: ignore[misc]  # without a connection
        return anew

    monkeypatch.setattr("briefing.tui.controllers.sync.follow.open_anew", opened)
    app = quick(reader(many(tmp_path, 3)))
    path = index_of(app)
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        path.unlink()
        await until(pilot, lambda: app.state.brief_rows.brief_index.store.path is None, "an index in memory")
        await pilot.press("J")
        await until(pilot, lambda: app.state.entry.id == "brief-0001", "the next one")
    assert (app.crash, len(removed)) == (None, 1)


def test_the_table_of_rest_has_a_row_for_each_state_in_a_real_terminal() -> None:
    bare, row = rows(chosen_by(["empty, the only one"]), 0.5)
    assert (bare.met, row.what) == (None, "at rest: empty, the only one")
    assert float(row.figure.split()[0]) < 20  # the defect takes a whole core
