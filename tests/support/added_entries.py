"""What a reader sees of a pane "gaps", an action "brief.count" and a theme "slate", in a program that has them."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import NamedTuple

from briefing.settings import Settings
from briefing.tui.data.saved_position import read
from briefing.tui.launch.draw import text_styles_for
from briefing.tui.panes import PANES
from briefing.tui.screens.page import PageScreen
from briefing.tui.widgets.line_widget import LineWidget
from tests.support.app import reader, shown, text_of, until
from tests.tui.launch.first_frames import Compared


class Seen(NamedTuple):
    """What was found, in words that a test can compare."""

    tabs: str
    """The first rows of a narrow screen."""
    wide: str
    """A wide screen, with the new pane in focus."""
    part: str
    """Name of the part that the digit of the pane led to."""
    is_kept: bool
    """Whether a place in the new pane is read back as it was saved."""
    said: str
    """What the last row says once the key of the action was pressed."""
    help: str
    """The page of keys."""
    palette: list[str]
    themes: list[str]
    """Names of the themes that `T` went through, beginning with the one that the settings name."""
    problems: list[str]
    """What was wrong with the settings."""
    differs: list[str]
    """Where the first frame is not what the app draws."""
    is_coloured: bool
    """Whether the first frame has colours of the new theme."""


async def _seen(folder: Path) -> Seen:
    settings = Settings(theme="slate", keys={"brief.count": "ctrl+w"})
    app = reader(folder, settings)
    async with app.run_test(size=(60, 24)):
        tabs = shown(app)
    app = reader(folder, settings)
    async with app.run_test(size=(160, 60)) as pilot:
        problems = [str(problem) for problem in app.state.settings_problems]
        await pilot.press(str(len(PANES)))
        await until(pilot, lambda: app.reading_screen.current == "gaps", "the pane")
        wide, part = shown(app), app.reading_screen.current
        await pilot.press("ctrl+w")
        await pilot.pause()
        said = text_of(app.reading_screen.parts[-2])
        palette = [entry.choice.title for entry in app.palette_entries]
        themes = [app.theme]
        for _ in range(4):
            await pilot.press("T")
            themes.append(app.theme)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, PageScreen), "the page of keys")
        page = app.screen.query_one("#page", LineWidget)
        await until(pilot, lambda: bool(page.size), "laid out")
        shown_keys = text_of(page)
    differing = await Compared(folder, (160, 60), Settings(theme="slate")).differs()
    inking = text_styles_for("slate", {"COLORTERM": "truecolor"})
    is_kept = read("gaps:open:0") is not None
    return Seen(tabs, wide, part, is_kept, said, shown_keys, palette, themes, problems, differing, inking is not None)


def as_json(folder: Path) -> str:
    """Return what is seen of a library in that folder."""
    os.environ["COLORTERM"] = "truecolor"
    return json.dumps(asyncio.run(_seen(folder))._asdict())
