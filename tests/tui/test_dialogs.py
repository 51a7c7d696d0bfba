"""Questions: they say what each answer does, and take y and enter, n and escape."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual._context import visible_screen_stack
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from briefing.render.lines import text_of
from briefing.render.symbols import Look
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.drawing.dialogs import (
    QuestionKeys,
    address_question,
    heading_bar,
    mark_all_question,
    question_document,
)
from briefing.tui.screens.overlay import Overlay
from briefing.tui.screens.question import QuestionScreen
from briefing.tui.textual_compat import OneFrameScreen
from tests.support.app import SIZES, brief, reader, shown, until, write

KEYS = QuestionKeys("y enter", "n esc")
HOSTILE = "\x1b]0;x\x07\x1b[2J[/] [@click=app.quit]x[/]\u202e\u200d" + "x" * 10_000
LOOKS = pytest.mark.parametrize("look", [Look(), Look(ascii=True), Look(plain=True)], ids=["full", "ascii", "plain"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta"))


@pytest.mark.parametrize("width", [36, 66])
@LOOKS
def test_hostile_text_stays_within_the_question_and_leaves_the_answers_in_sight(width: int, look: Look) -> None:
    for question in (mark_all_question(9, 9, [HOSTILE] * 9, HOSTILE), address_question(f"https://a.example/{HOSTILE}")):
        lines = [text_of(line) for line in question_document(question, KEYS, look).typeset(width).lines]
        assert all(line.isprintable() for line in lines)
        assert max(map(len, lines)) <= width
        assert "n esc" in " ".join(lines[:9])


@pytest.mark.parametrize("width", [10, 36, 70])
@LOOKS
def test_a_heading_is_a_bar_of_its_width(width: int, look: Look) -> None:
    line = text_of(heading_bar(HOSTILE, "76", width, look))
    assert len(line) == width
    assert line.isprintable()
    assert line.endswith(" 76 ")


def test_the_question_names_the_first_briefs_and_counts_the_others() -> None:
    question = mark_all_question(5, 40, ["Alpha", "Beta", "Gamma"], "is:unread")
    text = "\n".join(text_of(line) for line in question_document(question, KEYS, Look()).typeset(66).lines)
    for words in ("5 briefs of the 40 in the list", "The filter is is:unread", "● Alpha", "● Gamma", "and 2 more"):
        assert words in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "is_read"), [("y", True), ("enter", True), ("n", False), ("escape", False)])
async def test_each_answer_has_two_keys_which_the_last_row_says(
    folder: Path, size: tuple[int, int], key: str, *, is_read: bool
) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("A")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen), "the question")
        said = "y enter mark them read   n esc leave them" if size[0] > 42 else "n esc leave them"
        await until(pilot, lambda: said in shown(app), "the keys in the last row")
        await pilot.press(key)
        await until(pilot, lambda: app.is_on_reading_screen, "answered")
        await until(pilot, lambda: not app.background.is_busy("many"), "written")
        assert app.state.mark_cache.of("b").read is is_read


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["A", "colon", "question_mark"])
async def test_the_marking_and_the_keys_stay_as_they_are_under_what_lies_over_the_screen(
    folder: Path, size: tuple[int, int], key: str
) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        before = _marking(app)
        assert before
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, Overlay), "over the screen")
        await until(pilot, lambda: any("esc" in row.text for row in _rows(app)[-1:]), "its keys")
        assert _marking(app) == before


@pytest.mark.parametrize(("opener", "key"), [("question_mark", "space"), ("colon", "a")])
async def test_a_key_over_the_screen_waits_for_nothing_below_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, opener: str, key: str
) -> None:
    tried: list[Screen[object]] = []
    paint = OneFrameScreen._paint  # noqa: SLF001 - how often a frame is tried

    async def counted(screen: OneFrameScreen[object]) -> None:
        tried.append(screen)
        await paint(screen)

    monkeypatch.setattr(OneFrameScreen, "_paint", counted)
    app = reader(folder, Settings(theme="paper"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(opener)
        await until(pilot, lambda: any("esc" in row.text for row in _rows(app)[-1:]), "it is open")
        assert app.reading_screen.is_current  # it is seen through what lies over it
        await pilot.pause(0.2)
        tried.clear()
        await pilot.press(key)
        await pilot.pause(0.2)
        assert 0 < tried.count(app.screen) <= 3


def _marking(app: BriefingApp) -> list[Style | None]:
    """Return the style of the marking in the first row; empty if it is not there."""
    return [segment.style for segment in _rows(app)[0] if "TLP:GREEN" in segment.text]


def _rows(app: BriefingApp) -> list[Strip]:
    """Return what is on the terminal, row by row."""
    return app.screen._compositor.render_strips()  # noqa: SLF001 - what is seen


async def test_a_question_shows_the_readers_own_keys(folder: Path) -> None:
    app = reader(folder, Settings(keys={"question.yes": "f5"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("A")
        await until(pilot, lambda: "f5 mark them read" in shown(app), "the key")
        await pilot.press("y", "f5")
        await until(pilot, lambda: app.is_on_reading_screen, "answered")


@pytest.mark.parametrize("theme", ["ink", "paper", "nord", "ansi"])
async def test_what_is_seen_below_a_page_is_what_textual_would_show(
    folder: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader(folder, Settings(theme=theme))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        await pilot.press("?")
        await until(pilot, lambda: isinstance(app.screen, Overlay), "the page")
        page = app.screen
        ours = drawn(page)
        monkeypatch.delattr(Overlay, "render_lines")
        page.refresh()
        assert drawn(page) == ours
        assert ("Alpha" in "".join(text for text, _ in ours[0])) == (theme != "ansi")


def drawn(screen: Screen[object]) -> list[list[tuple[str, Style | None]]]:
    """Return what a screen shows of those below it, row by row."""
    visible_screen_stack.set(list(screen.app._background_screens))  # noqa: SLF001 - as Textual's compositor does
    strips = screen.render_lines(Region(0, 0, *screen.size))
    return [[(text, style) for text, style, _ in strip.simplify()] for strip in strips]
