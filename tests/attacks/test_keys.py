"""Keys that come faster than the screen follows: each of these ended the reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from briefing.render.lines import Target, TargetKind
from tests.support.app import brief, reader, until, write

_CHARACTERS = {"enter": "\r", "colon": ":", "question_mark": "?", "escape": "\x1b"}


@pytest.mark.parametrize(
    ("opening", "burst"),
    [
        pytest.param("exclamation_mark", ("enter", "escape"), id="a page is chosen from and left"),
        pytest.param("A", ("enter", "escape"), id="a question is answered and left"),
        pytest.param("", ("colon", "pageup", "pagedown"), id="pages of a palette that is not laid out"),
        pytest.param("", ("F", "escape", "escape", "enter"), id="the search is left twice"),
    ],
)
async def test_a_burst_of_keys_ends_nothing(
    opening: str, burst: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader(write(tmp_path, a=brief("Alpha") + "opne: []\n", b=brief("Beta")))
    monkeypatch.setattr(app.external, "edit_at", lambda _place: None)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None and app.state.is_known, "checked")
        if opening:
            await pilot.press(opening)
            await until(pilot, lambda: app.screen is not app.reading_screen, "what lies over the screen")
        for key in burst:
            app.post_message(events.Key(key, _CHARACTERS.get(key, key if len(key) == 1 else None)))
        await pilot.pause(0.05)
        for _ in burst:
            await pilot.press("escape")
        await pilot.press("J")
        await until(pilot, lambda: app.state.entry.id == "b" or not app.is_running, "the next brief, or an end")
    assert app.crash is None


async def test_what_was_followed_in_a_brief_is_not_looked_for_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader(write(tmp_path, a="", b=brief("Beta")))
    edited: list[object] = []
    monkeypatch.setattr(app.external, "edit_at", edited.append)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.state.is_known, "looked at")
        pane = app.reading_screen.panes["summary"]
        problem = pane.item
        assert problem is not None
        await pilot.press("enter")
        await until(pilot, lambda: len(edited) == 1, "the problem was followed")
        pane.action_follow()
        app.action_turn(1)
        await pilot.pause(0.05)
        assert app.state.entry.id == "b"
        app.navigation.go_from(problem)  # as where the file was mended at that moment
        app.navigation.go_from(Target(TargetKind.RELATED, 0))
    assert (app.crash, len(edited)) == (None, 1)
