"""Keys that come faster than the screen follows: each of these ended the reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.reader import brief, reader, until, write

_CHARACTERS = {"enter": "\r", "colon": ":", "question_mark": "?", "escape": "\x1b"}


@pytest.mark.parametrize(
    ("opening", "burst"),
    [
        pytest.param("question_mark", ("enter", "escape", "escape"), id="a page is chosen from and left"),
        pytest.param("A", ("enter", "enter", "enter"), id="a question is answered twice"),
        pytest.param("colon", ("escape", "escape", "escape"), id="the palette is left twice"),
        pytest.param("colon", ("pageup", "pagedown", "pageup"), id="pages of a palette that is not laid out"),
        pytest.param("colon", ("escape", "colon", "escape", "colon"), id="the palette is opened while it goes"),
        pytest.param("F", ("escape", "escape", "enter"), id="the search is left twice"),
        pytest.param("s", ("escape", "escape", "enter"), id="a passage is left twice"),
    ],
)
async def test_a_burst_of_keys_ends_nothing(opening: str, burst: tuple[str, ...], tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=brief("Alpha"), b=brief("Beta")))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.evidence is not None, "checked")
        await pilot.press("j")
        for key in (opening, *burst):
            app.post_message(events.Key(key, _CHARACTERS.get(key, key if len(key) == 1 else None)))
        await pilot.pause(0.05)
        for _ in burst:
            await pilot.press("escape")
        await pilot.press("J")
        await until(pilot, lambda: app.entry.id == "b" or not app.is_running, "the next brief, or an end")
    assert app.crash is None
