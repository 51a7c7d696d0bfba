"""What the last row says where a key leads no further, or has changed the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.base.problems import Problem, count_of_problems, problem_counts
from briefing.cli import main
from briefing.settings import Settings
from briefing.tui.drawing.notices import end_of_pane
from briefing.tui.screens.page import PageScreen
from tests.support.app import brief, reader, shown, text_of, until, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta"))


def test_the_end_of_a_pane_names_the_readers_own_keys() -> None:
    assert end_of_pane(1, 1_000, {"brief.next": "f5"}) == "the last of 1,000: f5 next brief, tab next pane"
    assert end_of_pane(-1, 7, {}) == "the first of 7: K previous brief, shift+tab previous pane"


async def test_the_last_item_of_a_pane_says_once_where_keys_lead_on(folder: Path) -> None:
    app = reader(folder, Settings())
    said = "the last of 2: J next brief"
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "j")
        assert said not in shown(app)
        await pilot.press("j")
        await until(pilot, lambda: said in shown(app), "said")
        await pilot.press("j")
        await pilot.pause(0.05)
        assert said not in shown(app)
        await pilot.press("k", "j", "j")
        await until(pilot, lambda: said in shown(app), "said again after a move")


@pytest.mark.parametrize("keys", [("2", "2"), ("2", "z")], ids=["its digit again", "z"])
async def test_a_pane_that_is_shown_alone_says_how_to_go_back(folder: Path, keys: tuple[str, ...]) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: "zoomed: z or 2 or esc goes back" in shown(app), "said")
        await pilot.press("2")
        await until(pilot, lambda: not app.reading_screen.is_zoomed, "back")
        assert "goes back" not in shown(app)


async def test_the_end_of_a_page_over_the_screen_says_nothing(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark", "G", "j", "j")
        await pilot.pause(0.05)
        assert "the last of" not in shown(app)


async def test_no_key_counts_the_problems_of_a_brief_that_were_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown = "".join(f"unknown{number}: x\n" for number in range(40))
    app = reader(write(tmp_path, a=brief("Alpha") + unknown, b=brief("Beta") + unknown))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None and app.state.is_known, "checked")
        for key in ("J", "K"):
            await pilot.press(key)
            await until(pilot, lambda: "! 52 problems" in shown(app), "counted")
            await pilot.pause(0.2)  # its neighbour is checked, counted and typeset
        hashed: list[Problem] = []
        whole = Problem.__hash__

        def noted(problem: Problem) -> int:
            hashed.append(problem)
            return whole(problem)

        monkeypatch.setattr(Problem, "__hash__", noted)
        for key in ("J", "K", "asterisk", "f", "a", "l", "backspace", "escape"):
            await pilot.press(key)
            await pilot.pause(0.05)
        assert not hashed


async def test_problems_are_counted_alike_wherever_they_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = brief("Alpha").replace("status: draft", "") + "opne: []\nmarkng: x\n"
    app = reader(write(tmp_path, a=text, b=brief("Beta")))
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None and app.state.is_known, "checked")
        counts = problem_counts(app.state.problems)
        words = count_of_problems(app.state.problems)
        assert counts.warnings >= 2
        await until(pilot, lambda: f"! {words}" in text_of(app.reading_screen.parts[0]), "the bar")
        await pilot.press("z")
        await until(pilot, lambda: f"{words} in this file" in text_of(app.reading_screen.panes["summary"]), "the pane")
        row = app.state.brief_rows.list_row(app.state.row)
        assert (row.errors, row.warnings) == counts
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: isinstance(app.screen, PageScreen), "the page")
        assert isinstance(app.screen, PageScreen)
        assert app.screen.pane.heading == words
    main(["check", str(tmp_path / "a.yaml")])
    assert capsys.readouterr().out.count(": warning: ") == counts.warnings


async def test_a_message_longer_than_a_row_is_whole_in_a_narrow_terminal_and_moves_nothing(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: app.state.evidence is not None and app.state.is_known, "checked")
        await until(pilot, lambda: "2 Figures" in shown(app), "in the figures")
        await pilot.pause(0.1)
        before = shown(app)
        await pilot.press("vertical_line")
        await until(pilot, lambda: "such as: pipe: {count words: [wc, -w]}" in shown(app), "said in two rows")
        rows = shown(app).splitlines()
        assert rows[:10] == before.splitlines()[:10]
        await pilot.press("1", "2")
        await until(pilot, lambda: shown(app) == before, "as before")
