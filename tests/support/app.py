"""Helpers for tests of the screen: a library, the app on it, waiting for a condition, the screen as text."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.library.index.rows import BriefIndex
from briefing.library.index.scan import full as refreshing
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.widgets.line_widget import LineWidget

SIZES = [(40, 12), (80, 24), (120, 40), (200, 60)]
EDGES = [SIZES[0], SIZES[-1]]
"""For what is laid out in one way at every size, and may fail where there is little room, or much."""

_SHORTEST, _LONGEST = 0.001, 0.01
"""Seconds from one look at what is waited for to the next: most of it has happened at once, and looking is work."""

BRIEF = """\
briefing: 1
title: {title}
lede: What the reader must know.
marking: TLP:GREEN
summary:
{points}
figures:
  - {{label: Length, value: 850, unit: metres, approx: about, cites: press}}
  - {{label: Width, value: 12, unit: metres, cites: press}}
timeline:
  - {{text: The old bridge opens, when: 1959, cites: press}}
  - {{text: The treaty is signed, when: 2024-06-19, cites: agency}}
sources:
  press: {{kind: article, title: Bridge news, url: "https://example.org/bridge"}}
  agency: {{kind: organisation, name: Water agency, via: press}}
open: [When work begins.]
"""


def brief(title: str, points: int = 8) -> str:
    """Return the text of a brief with so many points; the last one rests on two sources."""
    said = [f"  - {{text: Point {number} of {title} says something, cites: press}}" for number in range(1, points)]
    said.append(f"  - {{text: Point {points} of {title} says the last thing, cites: [press, agency]}}")
    return BRIEF.format(title=title, points="\n".join(said))


def write(folder: Path, **texts: str) -> Path:
    """Write briefs by name and return their folder."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def reader(folder: Path, settings: Settings | None = None) -> BriefingApp:
    """Return the app on a folder of briefs."""
    opened = open_indexed([folder], os.environ)
    index(opened.brief_index)
    return BriefingApp(opened, settings or Settings())


def index(brief_index: BriefIndex) -> None:
    """Bring the index of a folder in step, as one finds it that has been here before."""
    refreshing.scan_library(brief_index)
    refreshing.read_all_waiting(brief_index, 1000)


def shown(app: BriefingApp) -> str:
    """Return the text of everything on the reading screen."""
    return "\n".join(text_of(part) for part in app.reading_screen.parts if part.size)


def text_of(part: LineWidget) -> str:
    """Return the text of one part as it is drawn."""
    part.fit_to_size()
    return "\n".join(part.strip_at(y).text for y in range(part.rows))


async def until(pilot: Pilot[int], done: Callable[[], bool], what: str) -> None:
    """Let the app work until `done()`; fail by name if it still is not in 10 s."""
    deadline, wait = time.monotonic() + 10, _SHORTEST
    while not done():
        if time.monotonic() > deadline:
            pytest.fail(f"never happened: {what}")
        await pilot.pause(wait)
        wait = min(2 * wait, _LONGEST)
