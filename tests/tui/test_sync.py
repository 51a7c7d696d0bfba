"""The reader follows the folder: what others do to its files shows in one batch, and the reader stays."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from briefing.tui.app import BriefingApp
from tests.support.app import brief, reader, shown, text_of, until, write
from tests.support.following import SHORT, SIZE, at_rest, batches, cold, many, quick, titles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma"), d=brief("Delta"))


async def scrolled_at_b(pilot: Pilot[int], app: BriefingApp) -> None:
    await at_rest(pilot, app)
    await pilot.press("J", "1", "j", "j", "j")
    await until(pilot, lambda: app.state.entry.id == "b" and app.state.evidence is not None, "second brief")
    await pilot.press("j")


async def test_all_briefs_come_into_a_list_that_knew_one_and_the_reader_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = cold(many(tmp_path, 300))
    seen = batches(app, monkeypatch)
    async with app.run_test(size=SIZE) as pilot:
        assert "Number 0" in shown(app)
        await at_rest(pilot, app)
        assert (app.state.entry.id, len(app.reading_screen.library.shown_rows), app.reading_screen.library.index) == (
            "brief-0000",
            300,
            0,
        )
        assert [length for length in seen if length > 1] == [300]
        assert app.state.brief_rows.list_row(app.reading_screen.library.shown_rows[299]).title == "Number 299"


async def test_briefs_turned_on_before_the_list_is_known_are_reached_once_it_is(tmp_path: Path) -> None:
    app = cold(many(tmp_path, 5))
    async with app.run_test(size=SIZE) as pilot:
        app.action_turn(1)
        app.action_turn(1)
        app.action_turn(1)
        app.action_turn(-1)
        await until(pilot, lambda: app.state.entry.id == "brief-0002", "third brief")


Change = Callable[[Path], object]


def replaced(folder: Path) -> None:
    (folder / "c.part").write_text(brief("Gone over"))
    (folder / "c.part").rename(folder / "c.yaml")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda f: (f / "c.yaml").write_text(brief("New c")), ["Alpha", "Beta", "New c", "Delta"], id="edit"
        ),
        pytest.param(replaced, ["Alpha", "Beta", "Gone over", "Delta"], id="replace"),
        pytest.param(lambda f: (f / "c.yaml").unlink(), ["Alpha", "Beta", "Delta"], id="delete"),
        pytest.param(lambda f: (f / "c.yaml").rename(f / "0.yaml"), ["Gamma", "Alpha", "Beta", "Delta"], id="rename"),
        pytest.param(
            lambda f: (f / "aa.yaml").write_text(brief("Between")),
            ["Alpha", "Between", "Beta", "Gamma", "Delta"],
            id="add",
        ),
        pytest.param(
            lambda f: shutil.copytree(many(f.parent / "more", 2), f / "deep" / "er"),
            ["Alpha", "Beta", "Gamma", "Delta", "Number 0", "Number 1"],
            id="folder",
        ),
    ],
)
async def test_what_happens_to_another_brief_shows_and_the_reader_stays(
    tmp_path: Path, change: Change, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    write(folder, a=brief("Alpha"), b=brief("Beta", 40), c=brief("Gamma"), d=brief("Delta"))
    app = quick(reader(folder))
    async with app.run_test(size=SIZE) as pilot:
        await scrolled_at_b(pilot, app)
        before = (
            app.state.entry,
            app.item,
            app.reading_screen.current,
            app.reading_screen.panes["summary"].position,
            app.state.reading,
        )
        seen = batches(app, monkeypatch)
        change(folder)
        await until(pilot, lambda: titles(app) == expected, "the change in the list")
        await at_rest(pilot, app)
        assert (
            app.state.entry,
            app.item,
            app.reading_screen.current,
            app.reading_screen.panes["summary"].position,
            app.state.reading,
        ) == before
        assert app.reading_screen.library.shown_rows[app.reading_screen.library.index] == app.state.row
        assert len(seen) <= 1


async def test_what_is_edited_in_place_and_out_of_sight_is_found_by_the_sweep(tmp_path: Path) -> None:
    app = quick(reader(many(tmp_path, 100)))
    async with app.run_test(size=(120, 24)) as pilot:
        await at_rest(pilot, app)
        (tmp_path / "brief-0090.yaml").write_text(SHORT.format(title="Edited"))
        await until(
            pilot, lambda: app.state.brief_rows.list_row(app.state.brief_rows.rows[90]).title == "Edited", "edit found"
        )


async def test_the_open_brief_is_read_again_where_it_is_changed_and_so_is_its_row(folder: Path) -> None:
    app = quick(reader(folder))
    async with app.run_test(size=SIZE) as pilot:
        await scrolled_at_b(pilot, app)
        item = app.item
        (folder / "b.yaml").write_text(brief("Another"))
        await until(pilot, lambda: "Point 1 of Another" in text_of(app.reading_screen.panes["summary"]), "new text")
        await until(pilot, lambda: titles(app)[1] == "Another", "new title in the list")
        assert app.item == item


async def test_a_deleted_brief_stays_on_screen_and_the_reader_goes_on_from_where_it_was(folder: Path) -> None:
    app = quick(reader(folder))
    async with app.run_test(size=SIZE) as pilot:
        await scrolled_at_b(pilot, app)
        (folder / "b.yaml").unlink()
        await until(pilot, lambda: titles(app) == ["Alpha", "Gamma", "Delta"], "its row has left")
        await until(pilot, lambda: "its file is gone" in shown(app), "said so")
        assert "Point 1 of Beta" in shown(app)
        await pilot.press("J")
        await until(pilot, lambda: app.state.entry.id == "c", "the next one")


@pytest.mark.parametrize(("key", "expected"), [("j", "c"), ("k", "a")])
async def test_the_list_goes_on_from_where_a_deleted_brief_was(folder: Path, key: str, expected: str) -> None:
    app = quick(reader(folder))
    async with app.run_test(size=SIZE) as pilot:
        await scrolled_at_b(pilot, app)
        await pilot.press("0")
        (folder / "b.yaml").unlink()
        await until(pilot, lambda: titles(app) == ["Alpha", "Gamma", "Delta"] and app.state.is_gone, "gone")
        await pilot.press(key)
        await until(pilot, lambda: app.state.entry.id == expected, "the one beside it")


async def test_a_deleted_brief_that_comes_back_is_found_again(folder: Path) -> None:
    app = quick(reader(folder))
    async with app.run_test(size=SIZE) as pilot:
        await scrolled_at_b(pilot, app)
        place = app.reading_screen.panes["summary"].position
        (folder / "b.yaml").unlink()
        await until(pilot, lambda: app.state.is_gone and len(titles(app)) == 3, "gone")
        (folder / "b.yaml").write_text(brief("Beta"))
        await until(pilot, lambda: not app.state.is_gone and len(titles(app)) == 4, "back")
        await until(
            pilot,
            lambda: app.reading_screen.library.shown_rows[app.reading_screen.library.index] == app.state.row,
            "chosen",
        )
        assert (app.reading_screen.library.index, app.reading_screen.panes["summary"].position) == (1, place)


@pytest.mark.parametrize("there", ["z.yaml", "deep/b.yaml", "z\x1b]0;x\x07\u202e.yaml"], ids=["file", "folder", "odd"])
async def test_a_renamed_brief_is_followed(folder: Path, there: str) -> None:
    app = quick(reader(folder))
    async with app.run_test(size=SIZE) as pilot:
        await scrolled_at_b(pilot, app)
        place, item = app.reading_screen.panes["summary"].position, app.item
        (folder / "deep").mkdir()
        (folder / "b.yaml").rename(folder / there)
        await until(pilot, lambda: app.state.entry.file == there, "followed")
        assert (app.reading_screen.panes["summary"].position, app.item, app.state.is_gone) == (place, item, False)
        assert "renamed to" in shown(app)
        assert "\x1b" not in shown(app)
        assert "\u202e" not in shown(app)


async def test_a_folder_that_is_renamed_is_followed_with_the_brief_in_it(tmp_path: Path) -> None:
    many(tmp_path / "old", 30)
    write(tmp_path / "old", b=brief("Beta"))
    app = quick(reader(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        assert app.state.entry.id == "old/b"
        (tmp_path / "old").rename(tmp_path / "new")
        await until(pilot, lambda: app.state.entry.id == "new/b", "followed")
        await until(
            pilot, lambda: len(app.reading_screen.library.shown_rows) == 31 and not app.state.is_gone, "all of it"
        )


@pytest.mark.parametrize("is_empty", [False, True], ids=["gone", "empty"])
async def test_a_library_that_is_away_for_a_while_loses_nothing(tmp_path: Path, *, is_empty: bool) -> None:
    library = many(tmp_path / "library", 3)
    app = quick(reader(library))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        rows = list(app.reading_screen.library.shown_rows)
        library.rename(tmp_path / "away")
        if is_empty:
            library.mkdir()
        await until(pilot, lambda: "the list stays as it was" in shown(app), "said so")
        assert list(app.reading_screen.library.shown_rows) == rows
        if is_empty:
            library.rmdir()
        (tmp_path / "away").rename(library)
        await until(pilot, lambda: "the library is back" in shown(app), "back")
        await until(pilot, lambda: not app.state.is_gone, "its file is there")
        assert list(app.reading_screen.library.shown_rows) == rows


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments], cwd=folder, check=True)


def two_branches(folder: Path) -> None:
    """Make a repository with 200 briefs on one branch, and on the other 100 changed ones, 10 fewer, and 20 more."""
    for year in range(4):
        many(folder / f"{year}", 50)
    git(folder, "init", "-qb", "one")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "one")
    git(folder, "checkout", "-qb", "other")
    for path in folder.glob("*/*[02468].yaml"):
        path.write_text(SHORT.format(title=f"Other {path.stem}"))
    for path in folder.glob("3/*[13].yaml"):
        path.unlink()
    many(folder / "4", 20)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "other")
    git(folder, "checkout", "-q", "one")


async def test_a_checkout_of_another_branch_is_one_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two_branches(tmp_path)
    app = quick(reader(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        await pilot.press("J")
        await until(
            pilot, lambda: app.state.entry.id == "0/brief-0001" and not app.sync.watch.is_looking, "second brief"
        )
        seen = batches(app, monkeypatch)
        git(tmp_path, "checkout", "-q", "other")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 210, "the other branch")
        assert titles(app)[:2] == ["Other brief-0000", "Number 1"]
        await at_rest(pilot, app)
        assert (seen, app.state.entry.id) == ([210], "0/brief-0001")


async def test_the_list_keeps_what_is_on_screen_where_it_is(tmp_path: Path) -> None:
    app = quick(reader(many(tmp_path, 60, "m")))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        await pilot.press("0", *"jjjjjjjjjjjjjjjjjjjjkkk")
        await until(pilot, lambda: app.state.entry.id == "m-0017", "in the middle")
        before = text_of(app.reading_screen.library)
        many(tmp_path, 30, "a")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 90, "all of them")
        assert text_of(app.reading_screen.library) == before


async def test_a_list_at_its_top_stays_there_and_says_what_is_new(tmp_path: Path) -> None:
    app = quick(reader(many(tmp_path, 60, "m")))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        await pilot.press("J")
        await until(pilot, lambda: app.state.entry.id == "m-0001", "the second")
        many(tmp_path, 1, "a")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 61, "the new one")
        assert "new and changed" in text_of(app.reading_screen.library)


async def test_a_brief_that_changes_out_of_sight_is_counted(tmp_path: Path) -> None:
    app = quick(reader(many(tmp_path, 60)))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        await pilot.press("A")
        await until(pilot, lambda: app.screen is not app.reading_screen, "asked")
        await pilot.press("y")
        await until(pilot, lambda: app.state.unread == 0, "all read")
        (tmp_path / "brief-0050.yaml").write_text(SHORT.format(title="Edited"))
        await until(pilot, lambda: app.state.changed == 1, "counted")


async def test_a_reader_that_comes_back_to_the_terminal_sees_what_was_done(tmp_path: Path) -> None:
    app = reader(many(tmp_path, 100))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        (tmp_path / "brief-0090.yaml").write_text(SHORT.format(title="Edited"))
        (tmp_path / "new.yaml").write_text(SHORT.format(title="New"))
        app.post_message(events.AppFocus())
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 101, "the new one")
        await until(
            pilot,
            lambda: app.state.brief_rows.list_row(app.state.brief_rows.rows[90]).title == "Edited",
            "the edited one",
        )


async def test_everything_is_looked_at_when_the_reader_asks(tmp_path: Path) -> None:
    app = reader(many(tmp_path, 100))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        await pilot.press("R")
        await until(pilot, lambda: "nothing has changed" in shown(app), "said so")
        (tmp_path / "brief-0000.yaml").write_text(SHORT.format(title="Edited"))
        (tmp_path / "brief-0090.yaml").write_text(SHORT.format(title="Edited"))
        (tmp_path / "new.yaml").write_text(SHORT.format(title="New"))
        await pilot.press("R")
        await until(pilot, lambda: "1 new, 1 changed" in shown(app) or "1 new, 2 changed" in shown(app), "said so")
        assert "Edited" in text_of(app.reading_screen.parts[0])


async def test_a_filter_finds_what_comes_and_leaves_the_reader_where_they_are(tmp_path: Path) -> None:
    app = quick(reader(many(tmp_path, 30)))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        await pilot.press("f", *"number", "enter")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 30, "filtered")
        (tmp_path / "brief-0000.yaml").write_text(SHORT.format(title="Another"))
        (tmp_path / "new.yaml").write_text(SHORT.format(title="Number 31"))
        await until(pilot, lambda: "Another" in text_of(app.reading_screen.parts[0]), "the open brief anew")
        await until(pilot, lambda: titles(app)[-1] == "Number 31", "the new one")
        assert app.state.entry.id == "brief-0000"


async def test_a_folder_that_may_not_be_looked_into_is_a_problem_with_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = quick(reader(many(tmp_path, 3)))
    (tmp_path / "shut").mkdir()
    scan = os.scandir

    def shut(folder: Path) -> object:  # root may look into everything
        if folder.name == "shut":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return scan(folder)

    monkeypatch.setattr(os, "scandir", shut)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "folders: 1 problem" in shown(app), "in the title bar")


async def test_what_a_check_has_counted_stands_in_the_index(folder: Path) -> None:
    app = quick(reader(folder))

    def counted() -> object:
        query = "SELECT claims, verified FROM brief WHERE row = ?"
        return app.state.brief_rows.brief_index.store.connection.execute(query, (app.state.row,)).fetchone()

    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: counted() == (12, 0), "counted")
        (folder / "a.yaml").write_text(brief("Alpha", 3))
        await until(pilot, lambda: counted() == (7, 0), "counted anew")
