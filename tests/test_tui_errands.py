"""What the reader sends out, and what it says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.problems import Place
from briefing.settings import Settings
from tests.reader import brief, reader, shown, until, write


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
        pytest.param("true", "a.yaml was read again", id="kept"),
        pytest.param("truncate -s 0", "a.yaml cannot be read now; ! says why", id="emptied"),
    ],
)
async def test_what_the_editor_left_of_a_brief_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, said: str
) -> None:
    monkeypatch.setenv("EDITOR", does)
    app = reader(write(tmp_path, a=brief("Alpha")))
    monkeypatch.setattr(app, "lend_terminal", lambda run: run())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.edit_at(Place(app.entry.path, 1, 1))
        await until(pilot, lambda: said in shown(app), said)


async def test_the_palette_has_no_sign_of_ours_beyond_ascii_where_there_may_be_none(tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=brief("Alpha")), Settings(ascii=True))
    async with app.run_test(size=(80, 24)):
        offered = [f"{each.title}{each.help}" for each in app.get_system_commands(app.screen)]
        assert [words for words in offered if not words.isascii()] == []
