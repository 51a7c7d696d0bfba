"""The key |: what the reader stands on goes to a program of the settings, and a page shows what it prints."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Event

import pytest

from briefing.base.piped import Limits, Piped, run_piped
from briefing.render.lines import text_of
from briefing.render.pages.piped import piped_page
from briefing.render.symbols import Look
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.screens.menu import MenuScreen
from briefing.tui.screens.page import PageScreen
from tests.support.app import brief, reader, shown, until, write

SIZE = (120, 40)
HOSTILE = "\x1b]0;x\x07\x1b[2J[/] [@click=app.quit]x[/] \u202e\u200d\x9b2J\r\ttab\x00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta").replace("marking: TLP:GREEN\n", ""))


def is_laid_out(app: BriefingApp) -> bool:
    return isinstance(app.screen, PageScreen) and app.screen.pane.size.width > 0


def page_text(app: BriefingApp) -> str:
    assert isinstance(app.screen, PageScreen)
    return "\n".join(text_of(line) for line in app.screen.pane.sheet.lines)


def ran(command: list[str], given: bytes = b"", most: int = 1000, seconds: float = 5) -> Piped:
    return run_piped(command, given, Event(), Limits(most, seconds))


def test_a_program_gets_the_text_as_its_input_and_no_shell_its_words() -> None:
    assert ran(["cat"], b"a\x00b") == Piped(b"a\x00b", b"", 0)
    assert ran(["printf", "%s", "$HOME; *"]).out == b"$HOME; *"


def test_a_program_need_not_read_its_input() -> None:
    assert ran(["true"], b"x" * 10_000_000).code == 0


def test_both_outputs_and_the_exit_code_are_known() -> None:
    assert ran(["sh", "-c", "echo out; echo wrong >&2; exit 3"]) == Piped(b"out\n", b"wrong\n", 3)


def test_a_program_that_prints_without_end_is_ended() -> None:
    piped = ran(["yes"])
    assert (len(piped.out), piped.code, piped.ended) == (1000, None, "was ended: it printed more than 0 kB")


def test_a_program_that_does_not_end_is_ended_with_what_it_started() -> None:
    piped = ran(["sh", "-c", "echo begun; sleep 50 & sleep 50"], seconds=0.2)
    assert (piped.out, piped.code, piped.ended) == (b"begun\n", None, "was ended after 0.2 s")


def test_a_program_has_no_terminal() -> None:
    assert ran(["sh", "-c", ": < /dev/tty"]).code != 0


@pytest.mark.parametrize("width", [36, 80])
@pytest.mark.parametrize("look", [Look(), Look(ascii=True), Look(plain=True)], ids=["full", "ascii", "plain"])
def test_hostile_output_is_shown_in_safe_text_within_the_page(width: int, look: Look) -> None:
    sheet = piped_page(f"{HOSTILE}\n{'x' * 10_000}\n{'中' * 99}\n", HOSTILE, "It ended.", width, look)
    lines = [text_of(line) for line in sheet.lines]
    assert all(line.isprintable() for line in lines)
    assert max(map(len, lines)) <= width
    assert sum(line.count("x") for line in lines) >= 10_000


def test_the_columns_of_what_is_printed_stay_as_they_are() -> None:
    lines = [text_of(line) for line in piped_page("a\tb\n  c   d\n\ne\n", "", "It ended.", 40, Look()).lines]
    assert lines[2:] == ["a       b", "  c   d", "", "e"]


async def test_the_item_the_brief_and_the_list_can_be_given(folder: Path) -> None:
    app = reader(folder, Settings(pipe={"show": ("cat",)}))
    async with app.run_test(size=SIZE) as pilot:
        for typed, words in (
            ("citation", "TLP:GREEN"),
            ("markdown", "# Alpha"),
            ("list", f"{folder}/b.yaml Beta"),
        ):
            await pilot.press("vertical_line")
            await until(pilot, lambda: isinstance(app.screen, MenuScreen), "the menu")
            await pilot.press(*typed, "enter")
            await until(pilot, lambda: is_laid_out(app), "the page")
            assert "ended with 0" in page_text(app)
            assert "".join(words.split()) in "".join(page_text(app).split())
            await pilot.press("escape")
            await until(pilot, lambda: app.is_on_reading_screen, "back")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        pytest.param(("no-such-program",), "no-such-program: No such file", id="missing"),
        pytest.param(("\x1b]0;x\x07[/]",), r"\x1b]0;x\x07[/]: No such file", id="hostile name"),
    ],
)
async def test_a_program_that_cannot_be_started_is_a_sentence(
    folder: Path, command: tuple[str, ...], said: str
) -> None:
    app = reader(folder, Settings(pipe={"\x1b[2J": command}))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("vertical_line", "enter")
        await until(pilot, lambda: said in shown(app), said)


async def test_without_a_program_it_is_said_how_to_name_one(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("vertical_line")
        await until(pilot, lambda: "the settings name no program for |" in shown(app), "said")


async def test_the_reader_goes_on_reading_while_a_program_is_at_work(folder: Path) -> None:
    go = folder / "go"
    waits = f"import os,time\nwhile not os.path.exists({str(go)!r}): time.sleep(.01)\nprint('done here')"
    app = reader(folder, Settings(pipe={"wait": (sys.executable, "-c", waits)}))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("vertical_line", "enter")
        await until(pilot, lambda: "is at work" in shown(app), "at work")
        await pilot.press("J", "question_mark")
        await until(pilot, lambda: app.state.entry.id == "b" and isinstance(app.screen, PageScreen), "reading on")
        go.touch()
        await until(pilot, lambda: not app.background.is_busy("piping"), "it has ended")
        assert "done here" not in page_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: is_laid_out(app) and "done here" in page_text(app), "its page")


async def test_a_program_at_work_ends_with_the_reader(folder: Path) -> None:
    app = reader(folder, Settings(pipe={"wait": ("sh", "-c", f"echo $$ > {folder}/pid; exec sleep 50")}))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("vertical_line", "enter")
        await until(pilot, lambda: (folder / "pid").exists() and (folder / "pid").read_text() != "", "at work")
    app.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int((folder / "pid").read_text()), 0)
