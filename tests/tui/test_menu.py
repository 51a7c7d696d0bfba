"""Menus: what is typed finds an action by its words or its key, and enter does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region

from briefing.render.lines import text_of
from briefing.render.symbols import Look
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.drawing.choices import Choice, choice_line, matching
from briefing.tui.screens.menu import MenuScreen
from briefing.tui.screens.overlay import Overlay
from briefing.tui.widgets.line_widget import LineWidget
from tests.support import app as on_screen
from tests.support.app import SIZES, brief, reader, until, write

CHOICES = (
    Choice("Item", "Copy with its citation", "y", "item.copy"),
    Choice("Brief", "Copy the brief", "Y", "brief.copy"),
    Choice("Brief", "Mark read", "r", "mark.read"),
    Choice("Theme", "paper"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta"))


def menu_text(app: BriefingApp) -> str:
    return "\n".join(on_screen.text_of(part) for part in app.screen.query(LineWidget))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2, 3]),
        ("copy", [0, 1]),
        ("COPY bri", [1]),
        ("Y", [1, 0]),
        ("mark.read", [2]),
        ("theme pap", [3]),
        ("\x1b[/]", []),
    ],
)
def test_the_choice_whose_key_is_typed_comes_before_those_with_the_words(typed: str, found: list[int]) -> None:
    assert matching(CHOICES, typed)[: len(found)] == found
    assert typed in {"", "Y"} or matching(CHOICES, typed) == found


def test_the_words_around_the_name_in_the_settings_find_nothing() -> None:
    choice = Choice("Item", "Copy", setting="item.copy")
    assert choice.said_below == "in the settings: item.copy"
    assert matching((choice,), "item.copy") == [0]
    assert matching((choice,), "settings") == matching((choice,), "the") == []


@pytest.mark.parametrize(("theme", "is_seen"), [("ink", True), ("ansi", False)])
@pytest.mark.parametrize("key", [":", "?", "A"])
async def test_what_lies_below_is_seen_only_where_it_can_be_dimmed(
    folder: Path, theme: str, key: str, *, is_seen: bool
) -> None:
    app = reader(folder, Settings(theme=theme))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, Overlay), "open")
        assert (app.screen.styles.background.a < 1) == is_seen


@pytest.mark.parametrize("width", [20, 40, 76])
@pytest.mark.parametrize("look", [Look(), Look(ascii=True), Look(plain=True)], ids=["full", "ascii", "plain"])
def test_a_hostile_choice_keeps_to_its_line_with_its_key(width: int, look: Look) -> None:
    choice = Choice("\x1b[2J" * 9, "[/]\u202e\x07" + "x" * 9_999, "|")
    line = text_of(choice_line(choice, width, look, names_group=True, chosen=True))
    assert line.isprintable()
    assert len(line) <= width
    assert line.rstrip().endswith("|")


async def test_what_the_place_can_do_stands_first(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        assert app.palette_entries[0].choice.group == "Item"
        assert "list.choose" not in str([entry.choice for entry in app.palette_entries])
        await pilot.press("0")
        assert app.palette_entries[0].choice.group == "Library"
        assert "pane.follow" not in str([entry.choice for entry in app.palette_entries])


@pytest.mark.parametrize("size", SIZES)
async def test_an_action_is_found_by_words_and_done_by_enter(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("colon", *"brief.next")
        await until(pilot, lambda: isinstance(app.screen, MenuScreen) and app.screen.list.total == 1, "one is left")
        assert "Next brief" in menu_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.state.entry.id == "b", "the next brief")


async def test_keys_that_come_before_the_palette_is_laid_out_are_typed_into_it(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("colon", *"next"):
            app.post_message(events.Key(key, ":" if key == "colon" else key))
        await until(pilot, lambda: isinstance(app.screen, MenuScreen) and app.screen.field.text == "next", "typed")


async def test_a_theme_of_textual_is_chosen_in_the_palette(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"dracula", "enter")
        await until(pilot, lambda: app.theme == "dracula", "worn")


async def test_the_palette_shows_the_readers_own_keys(folder: Path) -> None:
    app = reader(folder, Settings(keys={"brief.next": "f5"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"next")
        await until(pilot, lambda: "Next brief" in menu_text(app), "offered")
        assert "f5" in menu_text(app)


async def test_the_palette_is_left_by_escape_and_nothing_is_done(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", "down", "pagedown", "pageup", "up", "escape")
        await until(pilot, lambda: app.is_on_reading_screen, "left")
        assert app.state.entry.id == "a"


async def test_the_whole_screen_is_drawn_again_on_demand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = reader(folder)
    drawn: list[bool] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: not app.is_on_reading_screen, "a page")
        await pilot.pause()
        refresh = app.screen.refresh

        def note(*regions: Region, **kinds: bool) -> object:
            drawn.append(not regions)
            return refresh(*regions, **kinds)

        monkeypatch.setattr(app.screen, "refresh", note)
        await pilot.press("ctrl+l")
        assert True in drawn


async def test_where_there_is_room_no_choice_of_the_palette_is_cut(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.screen, MenuScreen) and app.screen.list.size.width > 0, "the palette")
        assert isinstance(app.screen, MenuScreen)
        width = app.screen.list.size.width
        lines = [
            text_of(choice_line(entry.choice, width, Look(), names_group=True, chosen=False))
            for entry in app.palette_entries
        ]
        assert [line for line in lines if "…" in line] == []
