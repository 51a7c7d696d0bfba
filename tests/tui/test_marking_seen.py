"""The marking is whole on every screen at every size, with names that are too long for any of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.tui.app import BriefingApp
from tests.support.app import brief, reader, until, write
from tests.support.screen import Screen

LONG = "A title of a hundred letters and more, which says what happened, where, to whom, how often and what follows"
MARKING = "TLP:AMBER+STRICT"
STATES = {
    "the list": "0",
    "the list alone": "z",
    "the filter": "f",
    "the open brief": "\x1b",
    "a pane": "2",
    "a pane alone": "z",
    "another pane": "z4",
    "find": "/",
    "the saved text": "\x1b1s",
    "the keys": "\x1b?",
    "the problems": "\x1b!",
    "a question": "\x1bA",
    "the palette": "\x1b:",
    "the search": "\x1bFsays",
}
"""The screens in one sitting, by the keys that lead from each to the next."""
_NAMES = {"\x1b": "escape", "?": "question_mark", "!": "exclamation_mark", "/": "slash", ":": "colon"}


def drawn(app: BriefingApp, size: tuple[int, int]) -> str:
    """Return the text of the screen."""
    screen = Screen(*size)
    screen.feed(app.drawn().encode())
    return "\n".join(screen.lines())


@pytest.mark.parametrize("size", [(40, 12), (58, 13), (96, 16), (118, 24), (160, 45), (191, 30)], ids=str)
async def test_the_marking_and_the_number_of_problems_are_on_every_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    text = brief(LONG).replace("TLP:GREEN", MARKING).replace("value: 12", "value: twelve")
    app = reader(write(tmp_path, **{f"a-brief-with-an-id-that-is-long-{name}": text for name in "ab"}))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        for state, keys in STATES.items():
            await pilot.press(*(_NAMES.get(key, key) for key in keys))
            await until(pilot, lambda: MARKING in drawn(app, size), f"the marking: {state} at {size}")
            if state != "the search":
                assert f"! {len(app.state.problems)}" in drawn(app, size).splitlines()[0], state
