"""Marks come after the first frame, and follow what others do to the files."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from briefing.base.problems import BriefingError, Place
from briefing.evidence import Evidence
from briefing.format.model import Reading
from briefing.library.briefs import Library
from briefing.library.entries import Entry, read_entry
from briefing.render.lines import Sheet, Target, TargetKind
from briefing.render.lines import text_of as line_text
from briefing.tui.app import BriefingApp
from briefing.tui.controllers.open_brief import BriefChecked
from briefing.tui.drawing.sheet_cache import Document, SheetCache, SizedSheet
from briefing.tui.screens.page import PageScreen
from briefing.tui.widgets.sheet_pane import Pane
from tests.support.app import reader, shown, text_of, until, write
from tests.support.following import checks_of, many, quick
from tests.tui.test_passage import BRIEF, TEXT

at_two_sizes = pytest.mark.parametrize("size", [(96, 24), (120, 40)], ids=str)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "press.txt").write_text(TEXT, encoding="utf-8")
    return write(tmp_path, a=BRIEF, b=BRIEF.replace("The bridge", "Another"), c=BRIEF)


def break_quote(folder: Path) -> None:
    (folder / "a.yaml").write_text(BRIEF.replace("about 850 metres long", "about 950 metres long"), encoding="utf-8")


async def settled(pilot: Pilot[int], app: BriefingApp, mark: str) -> None:
    """Look at the files until a mark stands beside the figure, as the clock would make the app do."""

    def looked() -> bool:
        app.open_brief.look_again()
        return mark in text_of(app.reading_screen.panes["figures"])

    await until(pilot, looked, f"{mark} beside the figure")


async def test_the_first_frame_does_not_wait_for_evidence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checks = checks_of(monkeypatch)
    app = reader(folder)
    assert checks == []
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "✓" in shown(app), "marks")
        await until(pilot, lambda: len(set(checks)) == 3, "neighbours checked as well")


async def test_the_check_of_a_brief_that_the_reader_leaves_is_given_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence, has_left, is_given_up = Library.evidence, threading.Event(), threading.Event()

    def slow(library: Library, entry: Entry, pause: Callable[[], None]) -> Evidence | None:
        def late() -> None:
            (has_left if entry.id == "a" else is_given_up).wait(10)
            pause()

        try:
            return evidence(library, entry, late)
        except BriefingError:
            is_given_up.set()
            raise

    monkeypatch.setattr(Library, "evidence", slow)
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: bool(app.open_brief._being_checked), "begun")  # noqa: SLF001
        await pilot.press("J")
        has_left.set()
        await until(pilot, is_given_up.is_set, "given up")
        await until(pilot, lambda: app.state.evidence is not None, "the next one is checked")
        await pilot.press("K")
        await until(pilot, lambda: app.state.entry.id == "a" and app.state.evidence is not None, "checked after all")


async def test_reading_on_keeps_the_sheets_of_the_last_briefs_only(tmp_path: Path) -> None:
    before = _kept_sheets()  # of other tests
    app = quick(reader(many(tmp_path, 62)))
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(60):
            await pilot.press("J")
        assert app.state.row == app.state.brief_rows.rows[60]
        sheets = _kept_sheets()
    assert 4 < len(sheets) - len(before) <= 4 * (24 + 2)


def _kept_sheets() -> list[SizedSheet]:
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, SizedSheet)]


def test_of_large_sheets_fewer_are_kept() -> None:
    cache, made = SheetCache(), list[int]()

    def document(number: int, lines: int) -> Document:
        def typeset(_width: int) -> Sheet:
            made.append(number)
            return Sheet(((),) * lines)

        return Document(number, None, typeset)

    for number in range(24):
        cache.sized(document(number, 3000), 80)
    made.clear()
    for number in (*range(16, 24), 15):
        cache.sized(document(number, 3000), 80)
    assert made == [15]
    for number in range(100, 130):
        cache.sized(document(number, 10), 80)
    made.clear()
    for number in range(106, 130):
        cache.sized(document(number, 10), 80)
    assert made == []


async def test_a_neighbour_is_read_in_a_thread(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: dict[str, bool] = {}

    def noted(entry: Entry) -> Reading:
        read.setdefault(entry.id, threading.current_thread() is threading.main_thread())
        return read_entry(entry)

    monkeypatch.setattr("briefing.library.briefs.read_entry", noted)
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(read) == 3, "all read")
    assert read == {"a": True, "b": False, "c": False}


async def test_a_brief_is_checked_though_another_screen_was_opened_before_it_was_painted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BriefingApp, "call_after_refresh", lambda *_: True)  # as for a screen that is never painted
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")


async def test_the_next_brief_has_its_marks_in_its_first_frame(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        library, second = app.state.brief_rows.library, app.state.brief_rows.rows[1]
        await until(
            pilot, lambda: library.cached_evidence(app.state.brief_rows.entry(second)) is not None, "neighbour checked"
        )
        await pilot.press("J")
        assert app.state.evidence is not None
        assert "✓ ≈850 m Length ¹" in text_of(app.reading_screen.panes["figures"])


@at_two_sizes
async def test_an_edit_outside_changes_the_marks_and_keeps_the_place(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await settled(pilot, app, "✓")
        await pilot.press("2", "1", "j")
        before = app.reading_screen.current, app.item
        break_quote(folder)
        await settled(pilot, app, "✗")
        assert (app.reading_screen.current, app.item) == before


@at_two_sizes
async def test_an_edit_of_the_saved_text_changes_the_marks(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await settled(pilot, app, "✓")
        (folder / "press.txt").write_text(TEXT.replace("850", "950"), encoding="utf-8")
        await settled(pilot, app, "✗")
        (folder / "press.txt").write_text(TEXT, encoding="utf-8")
        await settled(pilot, app, "✓")


async def test_an_open_passage_follows_its_text(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, app, "✓")
        await pilot.press("2", "s")
        (folder / "press.txt").write_text(TEXT.replace("850", "950"), encoding="utf-8")
        await settled(pilot, app, "✗")
        assert "NOT FOUND" in text_of(app.source_text_screen.text_view)


async def test_coming_back_to_the_terminal_is_a_look_at_the_files(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, app, "✓")
        break_quote(folder)
        app.post_message(events.AppFocus())
        await until(pilot, lambda: "✗" in text_of(app.reading_screen.panes["figures"]), "the mark of a broken quote")


async def test_the_clock_looks_at_the_files(folder: Path) -> None:
    app = reader(folder)
    app.sync.watch.look_every = 0.05
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, app, "✓")
        break_quote(folder)
        await until(pilot, lambda: "✗" in text_of(app.reading_screen.panes["figures"]), "the mark of a broken quote")


async def test_the_neighbours_are_checked_after_the_open_brief_and_not_in_its_place(folder: Path) -> None:
    write(folder, **dict.fromkeys("abd", BRIEF), c=BRIEF.replace("The bridge", "In the middle"))
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("J", "J")
        await until(pilot, lambda: "In the middle" in shown(app) and app.state.evidence is not None, "checked")
        await pilot.pause(0.1)  # so long after a key the neighbours are looked for at once
        app.state.brief_rows.library.forget_evidence()
        app.open_brief.show_again()
        app.on_brief_checked(BriefChecked(app.state.entry))  # of before, and late: the neighbours are looked for now
        await until(pilot, lambda: app.state.evidence is not None, "checked again")


def test_the_files_are_looked_at_so_often_that_a_change_shows_within_a_second(folder: Path) -> None:
    assert reader(folder).sync.watch.look_every == 0.8


async def test_a_brief_whose_file_is_gone_stays_on_screen_and_the_title_bar_says_so(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot, app, "✓")
        (folder / "a.yaml").rename(folder / "kept")
        app.open_brief.look_again()
        await until(pilot, lambda: "its file is gone" in shown(app), "said")
        assert "Work is about to begin." in shown(app)
        (folder / "kept").rename(folder / "a.yaml")
        app.open_brief.look_again()
        await until(pilot, lambda: "its file is gone" not in shown(app), "it is back")


@at_two_sizes
async def test_problems_of_the_file_and_of_its_evidence_stand_on_one_page(folder: Path, size: tuple[int, int]) -> None:
    (folder / "a.yaml").write_text(BRIEF.replace("850 metres long", "85 metres long") + "opne: []\n", encoding="utf-8")
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await settled(pilot, app, "✗")
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: isinstance(app.screen, PageScreen), "page of problems")
        page = app.screen.query_one("#page", Pane)
        await until(pilot, lambda: page.size.height > 3, "laid out")
        written = "\n".join(map(line_text, page.sheet.lines))
        assert {"quote-not-found", "field-unknown"} <= {problem.code for problem in app.state.problems}
        assert [problem.code for problem in app.state.problems if f":{problem.place.line}:" not in written] == []


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_a_problem_leads_to_its_line_in_the_editor(
    folder: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited: list[Place] = []
    break_quote(folder)
    app = reader(folder)
    monkeypatch.setattr(app.external, "edit_at", edited.append)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, app, "✗")
        above = [problem.code for problem in app.state.problems].index("quote-not-found")
        await pilot.press("exclamation_mark", *"j" * above, key)
        await until(pilot, lambda: bool(edited), "editor asked for")
        lines = (folder / "a.yaml").read_text().splitlines()
        assert "about 950 metres long" in lines[edited[0].line - 1]


async def test_a_passage_leads_to_the_line_of_its_quote_in_the_editor(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited: list[Place] = []
    app = reader(folder)
    monkeypatch.setattr(app.external, "edit_at", edited.append)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, app, "✓")
        await pilot.press("1", "tab", "shift+tab", "s", "n", "e")
        await until(pilot, lambda: bool(edited), "editor asked for")
        assert "The ambassador announced it" in BRIEF.splitlines()[edited[0].line - 1]


async def test_what_was_found_stays_found_when_marks_arrive(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"bridge", "enter", "n")
        before = app.reading_screen.parts[-2]
        await settled(pilot, app, "✓")
        break_quote(folder)
        await settled(pilot, app, "✗")
        assert " of " in text_of(before)


async def test_a_brief_that_breaks_and_is_mended_keeps_the_place(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot, app, "✓")
        await pilot.press("3")
        (folder / "a.yaml").write_text("a: [", encoding="utf-8")
        app.post_message(events.AppFocus())
        await until(pilot, lambda: bool(app.state.reading.problems), "broken")
        (folder / "a.yaml").write_text(BRIEF, encoding="utf-8")
        await settled(pilot, app, "✓")
        assert app.item == Target(TargetKind.EVENT, 0)


async def test_a_brief_that_is_mended_while_its_neighbours_are_typeset_shows_what_it_says_now(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot, app, "✓")
        (folder / "a.yaml").write_text("a: [", encoding="utf-8")
        app.post_message(events.AppFocus())
        await until(pilot, lambda: bool(app.state.reading.problems), "broken")
        (folder / "a.yaml").write_text(BRIEF, encoding="utf-8")
        app.state.brief_rows.library.evidence(app.state.entry)  # the thread is done, and has not said so yet
        for _ in app.open_brief._to_typeset():  # noqa: SLF001 - as in the moment before
            pass
        await settled(pilot, app, "✓")
