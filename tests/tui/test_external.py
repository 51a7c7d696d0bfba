"""What the reader sends out, and what it says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.base.problems import Place
from briefing.render.lines import text_of
from briefing.render.symbols import Look
from briefing.render.text.cell_width import short_name
from briefing.settings import Settings
from briefing.tui.drawing.dialogs import QuestionKeys, address_question, mark_all_question, question_document
from briefing.tui.screens.menu import MenuScreen
from briefing.tui.screens.question import QuestionScreen
from briefing.tui.widgets.line_widget import LineWidget
from tests.support.app import brief, reader, shown, until, write
from tests.support.app import text_of as drawn


@pytest.mark.parametrize(
    ("address", "said"),
    [
        pytest.param(', url: "javascript:alert(1)"', "its address cannot be opened; ! says why", id="refused"),
        pytest.param("", "no address is given for this source", id="none"),
    ],
)
async def test_why_there_is_no_address_to_open_is_said(tmp_path: Path, address: str, said: str) -> None:
    text = brief("Alpha").replace(', url: "https://example.org/bridge"', address)
    app = reader(write(tmp_path, a=text))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "o")
        await until(pilot, lambda: said in shown(app), said)


@pytest.mark.parametrize(
    ("does", "said"),
    [
        pytest.param("rm", "a.yaml is gone", id="deleted"),
        pytest.param("true", "true has ended: a.yaml was read again", id="kept"),
        pytest.param("truncate -s 0", "a.yaml cannot be read now; ! says why", id="emptied"),
    ],
)
async def test_what_the_editor_left_of_a_brief_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, said: str
) -> None:
    monkeypatch.setenv("EDITOR", does)
    app = reader(write(tmp_path, a=brief("Alpha")))
    monkeypatch.setattr(app.external, "_lend_terminal", lambda run: run())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.external.edit_at(Place(app.state.entry.path, 1, 1))
        await until(pilot, lambda: said in shown(app), said)


async def test_the_palette_has_no_sign_of_ours_beyond_ascii_where_there_may_be_none(tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=brief("Alpha")), Settings(ascii=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.screen, MenuScreen), "the palette")
        assert "".join(drawn(part) for part in app.screen.query(LineWidget)).isascii()


LONG = "x" * 65_000
UMLAUTS = "b\u00fc" * 900
IDN = "b\u00fccher.example"
_IN_SIGHT = 9
"""Lines of a page that a screen of 12 rows shows, its heading aside."""


@pytest.mark.parametrize("width", [36, 74])
@pytest.mark.parametrize(
    ("address", "host", "known_as"),
    [
        pytest.param(f"https://example.org/{LONG}", "example.org", "", id="long path"),
        pytest.param(f"https://{IDN}/{LONG}", IDN, "xn--bcher-kva.example", id="IDN"),
        pytest.param(f"https://{LONG}.evil.example/", ".evil.example", "", id="long host"),
        pytest.param(f"https://{UMLAUTS}.evil.example/{LONG}", ".evil.example", "cannot be looked up", id="both"),
        pytest.param(f"https://{IDN}/{'x' * 50}", IDN, "xn--bcher-kva", id="a few lines"),
        pytest.param(f"https://example.org/{LONG.replace('x', '中')}", "example.org", "", id="wide"),
    ],
)
def test_whose_address_it_is_and_the_keys_come_before_a_long_address(
    address: str, host: str, known_as: str, width: int
) -> None:
    first = "\n".join(
        text_of(line)
        for line in question_document(address_question(address), QuestionKeys("y enter", "n esc"), Look())
        .typeset(width)
        .lines[:_IN_SIGHT]
    )
    for words in ("y enter", "open it", "n esc", "do not", host, known_as):
        assert words in first, first


async def test_the_question_its_keys_and_whose_address_it_is_are_in_sight_on_a_small_screen(tmp_path: Path) -> None:
    address = f"https://{IDN}/{LONG}"
    app = reader(write(tmp_path, a=brief("Alpha").replace("https://example.org/bridge", address)))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("j", "o")
        await until(pilot, lambda: app.screen is not app.reading_screen, "the question")
        drawn = "\n".join(strip.text for strip in app.screen._compositor.render_strips())  # noqa: SLF001 - what is seen
        for words in ("Open this address?", "y enter", "open it", "n esc", "do not", IDN, "xn--bcher-kva.example"):
            assert words in drawn, drawn


async def test_all_of_a_long_address_can_be_read(tmp_path: Path) -> None:
    address = f"https://example.org/{LONG}/the-end"
    app = reader(write(tmp_path, a=brief("Alpha").replace("https://example.org/bridge", address)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "o")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen), "the question")
        await pilot.press("G")
        page = app.screen
        assert isinstance(page, QuestionScreen)
        assert address in "".join(text_of(line) for line in page.pane.sheet.lines).replace(" ", "")
        drawn = "\n".join(strip.text for strip in page._compositor.render_strips())  # noqa: SLF001 - what is seen
        assert "the-end" in drawn


@pytest.mark.parametrize(
    ("browser", "said"),
    [
        pytest.param("'", "the browser “'” cannot be understood", id="half a quote"),
        pytest.param("%s", "it names no program", id="the address alone"),
        pytest.param("no-such-browser", "no-such-browser: No such file", id="not there"),
        pytest.param("false", "false ended with 1", id="fails"),
        pytest.param("true", "the address was handed to true", id="works"),
    ],
)
async def test_what_becomes_of_the_browser_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: str, said: str
) -> None:
    monkeypatch.setenv("BROWSER", browser)
    app = reader(write(tmp_path, a=brief("Alpha")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "o")
        await until(pilot, lambda: app.screen is not app.reading_screen, "the question")
        await pilot.press("enter")
        await until(pilot, lambda: said in shown(app), said)
        await until(pilot, lambda: not [one for one in app.workers if one.group == "browser"], "it has ended")


def test_the_question_of_all_read_is_in_sight_however_long_the_filter_is() -> None:
    question = mark_all_question(3, 4, ["x\x1b[2J" * 999, "[/]", "y"], "or " * 300 + "x")
    page = question_document(question, QuestionKeys("y enter", "n esc"), Look())
    lines = [text_of(line) for line in page.typeset(36).lines]
    assert any("n esc" in line for line in lines[:_IN_SIGHT])


def test_a_long_name_leaves_room_for_what_is_said_of_it() -> None:
    assert len(short_name("x" * 250)) == len(short_name("\x1b" * 250)) == 40
