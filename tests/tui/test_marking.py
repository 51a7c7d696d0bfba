"""What was read, as the reader sees it and marks it: by looking, by keys, for the next session, beside another one."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.base.files import content_hash
from briefing.library.index.scan.full import read_all_waiting, scan_library
from briefing.library.marks import BriefVersion, Marks, open_marks
from briefing.library.open import open_indexed
from briefing.library.sort_orders import SORT_ORDERS
from briefing.render.lines import Target, TargetKind
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.screens.page import PageScreen
from briefing.tui.screens.question import QuestionScreen
from tests.support.app import EDGES, brief, shown, text_of, until
from tests.support.app import write as write_briefs

WIDE, MEDIUM = (120, 40), (80, 24)
at_both_edges = pytest.mark.parametrize("size", EDGES)
HOSTILE = "[/] \x1b]0;x\x07 \u202eevil [@click=app.quit]x[/]"
"""A title that would crash, run and redraw, if anything took it for more than text."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library = tmp_path / "library"
    library.mkdir()
    return write_briefs(library, a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma"))


def known(folder: Path, *, sort: str | None = None, reads_after: float = 60) -> BriefingApp:
    """Return the app on a library whose briefs its index has read."""
    opened = open_indexed([folder], os.environ)
    scan_library(opened.brief_index)
    read_all_waiting(opened.brief_index, 1000)
    app = BriefingApp(open_indexed([folder], os.environ, sort=sort or "name"), Settings(sort=sort))
    app.read_tracking.read_after, app.marks.marks_every = reads_after, 0.05
    return app


def marks_of(folder: Path) -> Marks:
    return open_marks(folder, os.environ).marks


def have_read(folder: Path, *names: str) -> None:
    """Mark these briefs read as they are now, as another reader does."""
    marks = marks_of(folder)
    data = {name: (folder / f"{name}.yaml").read_bytes() for name in names}
    for name in names:
        marks.set_read([BriefVersion(name, content_hash(data[name]), data[name])], True, f"“{name}” marked read")
    marks.close()


def row(app: BriefingApp, name: str) -> tuple[bool, bool, bool]:
    """Return whether a brief is unread, starred, changed, as the list says."""
    said = app.state.brief_rows.list_row(app.state.brief_rows.find(name) or 0)
    return said.unread, said.starred, said.changed


async def is_said(pilot: Pilot[int], app: BriefingApp, words: str) -> None:
    await until(pilot, lambda: words in shown(app), words)


# reading


@at_both_edges
async def test_a_brief_that_stays_on_the_screen_is_read_and_one_that_is_passed_is_not(
    folder: Path, size: tuple[int, int]
) -> None:
    app = known(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("J")
        app.read_tracking.read_after = 0.01
        await pilot.press("J")
        await until(pilot, lambda: not row(app, "c")[0], "the last one is read")
        assert [row(app, name)[0] for name in "abc"] == [True, True, False]
    assert marks_of(folder).mark("c").hash == content_hash((folder / "c.yaml").read_bytes())
    assert marks_of(folder).version("c") == (folder / "c.yaml").read_bytes()


@pytest.mark.parametrize("key", ["G", "space"])
async def test_a_brief_whose_summary_was_read_to_its_end_is_read(folder: Path, key: str) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: not row(app, "a")[0], "read")


async def test_a_brief_behind_the_folded_list_is_not_read(folder: Path) -> None:
    app = known(folder, reads_after=0.02)
    app.reading_screen.begin_in("library")
    async with app.run_test(size=MEDIUM) as pilot:
        await pilot.pause(0.1)
        assert row(app, "a")[0]
        await pilot.press("enter")
        await until(pilot, lambda: not row(app, "a")[0], "read")


async def test_a_brief_that_changes_under_the_readers_eyes_shows_as_changed_until_they_come_back(folder: Path) -> None:
    have_read(folder, "a")
    app = known(folder, reads_after=0.02)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        write_briefs(folder, a=brief("Alpha").replace("850", "900"))
        app.open_brief.look_again()
        await until(pilot, lambda: row(app, "a")[2], "changed")
        await pilot.pause(0.1)
        assert row(app, "a") == (False, False, True)
        assert "changed" in text_of(app.reading_screen.library)
        await pilot.press("J", "K")
        await until(pilot, lambda: not row(app, "a")[2], "read as it is now")


async def test_a_brief_that_changed_in_its_form_alone_is_not_marked_as_changed(folder: Path) -> None:
    have_read(folder, "a", "b")
    write_briefs(folder, b="# a comment\n" + brief("Beta"))
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: not row(app, "b")[2], "counted as read")
        await until(pilot, lambda: marks_of(folder).version("b") == (folder / "b.yaml").read_bytes(), "renewed")
        await pilot.press("full_stop")
        await until(pilot, lambda: app.state.entry.id == "c", "the next unread one")


# going on


async def test_the_next_unread_or_changed_brief_is_gone_to_and_the_one_before(folder: Path) -> None:
    write_briefs(folder, d=brief("Delta"), e=brief("Epsilon"))
    have_read(folder, "a", "b", "c", "d")
    write_briefs(folder, c=brief("Gamma").replace("850", "900"))
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("full_stop")
        await until(pilot, lambda: app.state.entry.id == "c", "the changed one")
        await pilot.press("full_stop")
        await until(pilot, lambda: app.state.entry.id == "e", "the unread one")
        await pilot.press("full_stop")
        await is_said(pilot, app, "nothing else in the list is unread or has changed")
        await until(pilot, lambda: row(app, "c") == (False, False, False), "the one that was left is read")
    assert marks_of(folder).version("c") == (folder / "c.yaml").read_bytes()


async def test_what_a_quick_reader_leaves_with_a_full_stop_is_read_once_its_summary_was_on_the_screen(
    folder: Path,
) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("full_stop", "full_stop")
        await until(pilot, lambda: [row(app, name)[0] for name in "abc"] == [False, False, True], "two are read")
        await until(pilot, lambda: "3 of 3 · 1 unread" in shown(app), "counted")


async def test_what_is_left_behind_the_list_or_was_marked_unread_by_hand_stays_unread(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=MEDIUM) as pilot:
        await pilot.press("0", "full_stop")
        await until(pilot, lambda: app.state.entry.id == "b", "the next one")
        await pilot.press("1", "r", "r", "full_stop")
        await until(pilot, lambda: app.state.entry.id == "c", "the last one")
        await pilot.pause(0.05)
        assert [row(app, name)[0] for name in "abc"] == [True, True, True]


@pytest.mark.parametrize("keys", [["f", *"is:unread"], ["F"], ["question_mark"]], ids=["filter", "search", "page"])
async def test_nothing_is_read_while_the_filter_is_typed_or_something_lies_over_it(
    folder: Path, keys: list[str]
) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys)
        app.read_tracking.read_after = 0.01
        app.notifications.brief_coming.send(app.state.row)
        app.read_tracking._on_screen = None  # noqa: SLF001 - as if the reader had come to it just now
        app.read_tracking.begin()
        await pilot.pause(0.1)
        assert [row(app, name)[0] for name in "abc"] == [True, True, True]
        await pilot.press("escape")
        await until(pilot, lambda: not row(app, "a")[0], "read once it is seen again")


async def test_what_is_new_or_has_changed_is_one_key_away_and_so_are_all_briefs(folder: Path) -> None:
    have_read(folder, "a", "b")
    write_briefs(folder, b=brief("Beta").replace("850", "900"))
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "1 unread · 1 changed" in shown(app), "counted")
        assert "new and changed" in shown(app)
        await pilot.press("w")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 2, "those that are new")
        await pilot.press("w")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 3, "all")


async def test_a_brief_that_is_unread_again_is_in_the_list_of_unread_ones_again(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"is:unread", "enter")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 3, "filtered")
        await pilot.press("r")
        await until(pilot, lambda: app.state.unread == 2, "read")
        app.brief_list.find_again()
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 2, "left out")
        await pilot.press("u")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 3, "in it again")


async def test_it_is_said_when_all_is_read(folder: Path) -> None:
    have_read(folder, "a", "b", "c")
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("full_stop")
        await is_said(pilot, app, "nothing else in the list is unread or has changed")
        assert app.state.entry.id == "a"


@at_both_edges
async def test_space_at_the_end_goes_on_to_the_next_unread_brief(folder: Path, size: tuple[int, int]) -> None:
    have_read(folder, "b")
    app = known(folder)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        await pilot.press("G", "space")
        await until(pilot, lambda: app.state.entry.id == "c", "the next unread one")
        await until(pilot, lambda: not row(app, "a")[0], "the one that was read to its end is read")
        await pilot.press("G", "space")
        await is_said(pilot, app, "nothing else in the list")


async def test_space_at_the_end_of_a_page_over_the_screen_stays_there(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("question_mark", "G", "space", "space")
        await pilot.pause(0.05)
        assert (app.state.entry.id, isinstance(app.screen, PageScreen)) == ("a", True)


# keys


async def test_a_brief_is_marked_read_and_unread_again_and_both_are_undone(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: not row(app, "a")[0], "read")
        await pilot.press("r")
        await until(pilot, lambda: row(app, "a")[0], "unread")
        await pilot.press("u")
        await is_said(pilot, app, "undone: “Alpha” marked unread")
        await until(pilot, lambda: not row(app, "a")[0], "read again")
        await pilot.press("u")
        await is_said(pilot, app, "undone: “Alpha” marked read")
        await pilot.press("u")
        await is_said(pilot, app, "there is nothing to undo")
        assert row(app, "a")[0]


async def test_marks_and_undoing_them_outlast_a_restart(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("asterisk", "J", "r")
        await until(pilot, lambda: not row(app, "b")[0], "read")
        await pilot.press("q")
    again = known(folder)
    async with again.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: again.state.unread == 2, "counted")
        assert [row(again, name) for name in "ab"] == [(True, True, False), (False, False, False)]
        assert "1 of 3 · 2 unread" in shown(again)
        await pilot.press("u", "u")
        await until(pilot, lambda: not row(again, "a")[1], "the star is gone")
        await until(pilot, lambda: again.state.unread == 3, "all are unread")


async def test_all_in_the_list_are_marked_read_after_asking(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A")
        await until(pilot, lambda: is_asked(app), "asked")
        assert "3 briefs of the 3 in the list" in page(app)
        await pilot.press("escape", "A")
        await until(pilot, lambda: is_asked(app), "asked again")
        assert all(row(app, name)[0] for name in "abc")
        await pilot.press("enter")
        await is_said(pilot, app, "3 briefs marked read")
        await until(pilot, lambda: app.state.unread == 0, "counted")
        assert marks_of(folder).version("b") == (folder / "b.yaml").read_bytes()
        await pilot.press("A")
        await is_said(pilot, app, "everything in the list is read already")
        await pilot.press("w")
        await is_said(pilot, app, "nothing is new or has changed")
        assert len(app.reading_screen.library.shown_rows) == 3
        await pilot.press("u")
        await until(pilot, lambda: app.state.unread == 3, "undone")


async def test_only_what_the_filter_lets_through_is_marked(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"Gamma", "enter")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 1, "filtered")
        await pilot.press("A")
        await until(pilot, lambda: is_asked(app), "asked")
        assert ("1 brief of the 1 in the list" in page(app), "Gamma" in page(app)) == (True, True)
        await pilot.press("enter")
        await until(pilot, lambda: app.state.unread == 2, "marked")


def is_page(app: BriefingApp) -> bool:
    """Tell whether a page lies over the screen and has been laid out."""
    return isinstance(app.screen, PageScreen) and app.screen.pane.size.height > 0


def is_asked(app: BriefingApp) -> bool:
    """Tell whether a question lies over the screen and has been laid out."""
    return isinstance(app.screen, QuestionScreen) and app.screen.pane.size.height > 0


def page(app: BriefingApp) -> str:
    assert isinstance(app.screen, (PageScreen, QuestionScreen))
    return text_of(app.screen.pane)


# what changed


@at_both_edges
async def test_what_changed_is_shown_and_led_to(folder: Path, size: tuple[int, int]) -> None:
    have_read(folder, "a")
    write_briefs(folder, a=brief("Alpha").replace("12, unit", "14, unit"))
    app = known(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: is_page(app), "the page")
        assert "Width: 12 metres → 14 metres" in " ".join(page(app).split())
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reading_screen, "back")
        assert app.item == Target(TargetKind.FIGURE, 1)


async def test_what_was_marked_read_unopened_with_all_others_is_compared_later(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A")
        await until(pilot, lambda: is_asked(app), "asked")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.unread == 0, "marked")
        write_briefs(folder, b=brief("Beta").replace("12, unit", "14, unit"))
        await pilot.press("J", "d")
        await until(pilot, lambda: is_page(app), "the page")
        assert "Width: 12 metres → 14 metres" in " ".join(page(app).split())


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        pytest.param(None, "you have not read this brief before", id="unread"),
        pytest.param(lambda folder: have_read(folder, "a"), "nothing has changed since you read it", id="same"),
        pytest.param(
            lambda folder: marks_of(folder).set_read([BriefVersion("a", b"x" * 16)], True, "x"),
            "without opening it",
            id="unopened",
        ),
    ],
)
async def test_it_is_said_why_no_change_is_shown(
    folder: Path, before: Callable[[Path], None] | None, sentence: str
) -> None:
    if before:
        before(folder)
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        await is_said(pilot, app, sentence)


async def test_hostile_titles_are_text_on_every_page_and_in_every_sentence(tmp_path: Path) -> None:
    title = '"' + HOSTILE.replace("\x1b", "\\e").replace("\x07", "\\a").replace("\u202e", "\\u202e") + '"'
    folder = write_briefs(tmp_path, a=brief("Alpha").replace("title: Alpha", f"title: {title}"))
    have_read(folder, "a")
    write_briefs(folder, a=(folder / "a.yaml").read_text().replace("label: Length", f"label: {title}"))
    app = known(folder)
    async with app.run_test(size=MEDIUM) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: is_page(app), "the page")
        assert ("[/]" in page(app), page(app).replace("\n", "").isprintable()) == (True, True)
        await pilot.press("escape", "asterisk", "u")
        await is_said(pilot, app, "undone")
        assert shown(app).replace("\n", "").isprintable()
        await pilot.press("f", *"[/]", "enter", "A")
        await pilot.pause(0.05)
        assert app.is_running


# the place


async def test_where_the_reader_stood_is_found_again_in_the_next_session(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("J", "4", "j", "K", "1", "j", "j", "q")
    again = known(folder)
    async with again.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: again.item == Target(TargetKind.POINT, 2), "the point")
        await pilot.press("J", "4")
        await until(pilot, lambda: again.item == Target(TargetKind.SOURCE, 1), "the source")


async def test_the_reader_begins_in_the_pane_that_they_left(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=MEDIUM) as pilot:
        await pilot.press("2", "j", "q")
    again = known(folder)
    async with again.run_test(size=MEDIUM) as pilot:
        await until(pilot, lambda: again.item == Target(TargetKind.FIGURE, 1), "the figure")
        assert again.reading_screen.current == "figures"


@pytest.mark.parametrize("place", ["summary:point:99999", "summary:point", "\x1b[2J", "figures:event:-1", "list:x:1"])
async def test_a_place_that_means_nothing_is_the_beginning(folder: Path, place: str) -> None:
    marks_of(folder).set_place("a", place)
    app = known(folder)
    async with app.run_test(size=MEDIUM) as pilot:
        await until(pilot, lambda: app.item == Target(TargetKind.POINT, 0), "the beginning")


# the order of the list


@pytest.mark.parametrize(
    ("sort", "order", "words"),
    [
        ("date", "cab", "by date, latest first"),
        ("title", "abc", "by title"),
        ("read", "bac", "by when you read it"),
        ("changed", "bca", "changed since you read it first"),
    ],
)
async def test_the_list_is_put_in_another_order_and_the_readers_brief_stays(
    folder: Path, sort: str, order: str, words: str
) -> None:
    write_briefs(folder, c=brief("Gamma").replace("lede:", "date: 2025-01-01\nlede:"))
    have_read(folder, "a", "b")
    marks_of(folder).set_read([BriefVersion("a", None)], False, "x")
    have_read(folder, "a")
    seen_later(folder, "b")
    write_briefs(folder, b=brief("Beta").replace("850", "900"))
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("0")
        for _ in range(list(SORT_ORDERS).index(sort)):
            await pilot.press("S")
        await is_said(pilot, app, words)
        await until(pilot, lambda: app.state.brief_rows.sort == sort, "sorted")
        assert (
            "".join(app.state.brief_rows.entry(number).id for number in app.reading_screen.library.shown_rows) == order
        )
        assert (app.state.entry.id, app.reading_screen.library.index) == ("a", order.index("a"))


def seen_later(folder: Path, name: str) -> None:
    """Have a brief read a minute after the others."""
    marks = marks_of(folder)
    with marks._store.writing() as connection:  # noqa: SLF001 - nobody waits for a minute
        connection.execute("UPDATE mark SET seen = seen + 60 WHERE brief = ?", (name.encode(),))
    marks.close()


async def test_the_order_of_the_settings_is_the_first_one(folder: Path) -> None:
    write_briefs(folder, c=brief("Gamma").replace("lede:", "date: 2025-01-01\nlede:"))
    app = known(folder, sort="date")
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.state.entry.id == "c", "the latest one")
        assert app.reading_screen.library.index == 0


async def test_capital_s_sorts_from_a_pane_and_does_nothing_under_a_page(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "S")
        await until(pilot, lambda: app.state.brief_rows.sort == "date", "sorted")
        assert app.reading_screen.current == "figures"
        await pilot.press("question_mark", "S", "escape")
        assert app.state.brief_rows.sort == "date"


# others, and files that cannot be used


async def test_what_a_second_reader_marks_shows(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.state.unread == 3, "counted")
        have_read(folder, "b")
        await until(pilot, lambda: not row(app, "b")[0], "read")
        await until(pilot, lambda: app.state.unread == 2, "counted again")
        assert "• Beta" not in text_of(app.reading_screen.library).replace("•Beta", "• Beta")


async def test_a_damaged_marks_file_is_put_aside_and_said_to_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(folder.parent / "state"))
    file = folder.parent / "state" / "briefing" / "marks.sqlite"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no database at all " * 100)
    app = known(folder)
    async with app.run_test(size=(200, 60)) as pilot:
        await is_said(pilot, app, "cannot be read as marks")
        await pilot.press("r")
        await until(pilot, lambda: not row(app, "a")[0], "read")
    assert len(list(file.parent.glob("marks.sqlite.damaged-*"))) == 1


async def test_marks_are_kept_for_this_run_where_there_is_no_place_for_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "a.yaml"))
    app = known(folder)
    async with app.run_test(size=(200, 60)) as pilot:
        await is_said(pilot, app, "last for this run only")
        await pilot.press("r", "full_stop")
        await until(pilot, lambda: app.state.entry.id == "b", "on")
        await until(pilot, lambda: not row(app, "a")[0], "read")


async def test_a_renamed_brief_takes_its_marks_along(folder: Path) -> None:
    have_read(folder, "b")
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        (folder / "b.yaml").rename(folder / "z.yaml")
        brief_index = app.state.brief_rows.brief_index
        scan_library(brief_index)
        read_all_waiting(brief_index, 10)
        app.state.brief_rows.forget()
        app.state.brief_rows.arrange()
        app.brief_list.show()
        app.notifications.rows_changed.send()
        await until(pilot, lambda: marks_of(folder).mark("z").read, "adopted")
        await until(pilot, lambda: not row(app, "z")[0], "shown as read")


async def test_what_is_given_up_before_it_has_begun_leaves_nothing_behind(folder: Path) -> None:
    app = known(folder)
    async with app.run_test(size=WIDE) as pilot:
        app.marks.show_all()
        app.marks.show_all()  # in the same turn of the loop: the first has not begun
        await until(pilot, lambda: app.state.unread == 3, "counted")
    gc.collect()  # a coroutine that nobody awaited is warned of here, and warnings are errors


async def test_briefs_named_one_by_one_share_the_marks_of_their_folder(folder: Path) -> None:
    app = BriefingApp(open_indexed([folder / "a.yaml", folder / "b.yaml"], os.environ), Settings())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: not app.state.brief_rows.list_row(1).unread, "read")
        await pilot.press("A")
        await until(pilot, lambda: is_asked(app), "asked")
        assert "1 brief of the 2 in the list" in page(app)
        await pilot.press("escape", "f", *"is:read", "enter")
        await until(
            pilot,
            lambda: (
                [app.state.brief_rows.list_row(row).title for row in app.reading_screen.library.shown_rows] == ["Alpha"]
            ),
            "found by it",
        )
        await pilot.press("escape", "A")
        await until(pilot, lambda: is_asked(app), "asked")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.unread == 0, "all read")
    assert [marks_of(folder).mark(name).read for name in "abc"] == [True, True, False]


def test_a_reader_who_leaves_does_not_wait_for_another_program_that_holds_the_marks(folder: Path) -> None:
    opened = open_indexed([folder], os.environ)
    writer = ThreadPoolExecutor(1)
    mark_cache = MarkCache(opened, open_marks(folder, os.environ), writer)
    assert mark_cache.marks.path is not None
    tries: list[str] = []

    def mark(marks: Marks) -> str | None:
        tries.append("a")
        marks.set_starred(["a"], starred=True, words="star")
        return None

    with writer, closing(sqlite3.connect(mark_cache.marks.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        writes = [mark_cache.write(mark) for _ in range(20)]
        mark_cache.close()
    assert len(tries) <= 12  # ten for the one that was being written, and a few for all that waited
    assert mark_cache.lost == 20
    assert all(write.result() for write in writes)
