"""Owns what the tests of following a folder share: libraries of short briefs, an app that looks often, its rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.library.indexed import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from tests.reader import until

SIZE = (120, 40)
SHORT = """\
briefing: 1
title: {title}
lede: In short.
"""


def many(folder: Path, count: int, prefix: str = "brief") -> Path:
    """Write so many short briefs."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{prefix}-{number:04}.yaml").write_text(SHORT.format(title=f"Number {number}"))
    return folder


def cold(folder: Path) -> BriefingApp:
    """Return the app on a library that nobody has opened before."""
    return quick(BriefingApp(open_indexed([folder], os.environ), Settings()))


def quick(app: BriefingApp) -> BriefingApp:
    """Let the app look around as soon and as often as a test wants it to."""
    app.breath = 0
    app.look_every = 0.02
    return app


def batches(app: BriefingApp, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return what is to hold the length of the list after each time that it was shown anew."""
    seen: list[int] = []
    anew = app.list_anew

    def noted() -> None:
        anew()
        seen.append(len(app.desk.library.view))

    monkeypatch.setattr(app, "list_anew", noted)
    return seen


async def at_rest(pilot: Pilot[int], app: BriefingApp) -> None:
    """Wait until the library has been looked at and all of it is read."""
    await until(pilot, lambda: app.is_known and app.evidence is not None and not app.is_looking, "looked at")
    await until(pilot, lambda: not app.shelf.listing.count_waiting() and not app.is_looking, "read")


def titles(app: BriefingApp) -> list[str]:
    """Return the titles in the list, from the top."""
    return [app.shelf.row(row).title for row in app.desk.library.view]
