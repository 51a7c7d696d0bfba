"""Helpers for tests of the sync: libraries of short briefs, an app that checks files often, waiting for its rest."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.evidence import Evidence
from briefing.library.briefs import Library
from briefing.library.entries import Entry
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.build_process import build_command
from tests.support.app import until

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


def held(folder: Path, gate: Path) -> list[str]:
    """Return a command that says how far it is, and reads the library once `gate` is there."""
    command = list(build_command(folder))
    waiting = f"while not os.path.exists({str(gate)!r}): time.sleep(0.01)"
    return [
        sys.executable,
        "-c",
        f"import os, time\nprint('briefs 150 400', flush=True)\n{waiting}\nos.execv({command[0]!r}, {command!r})",
    ]


def cold(folder: Path) -> BriefingApp:
    """Return the app on a library that nobody has opened before."""
    return quick(BriefingApp(open_indexed([folder], os.environ), Settings()))


def quick(app: BriefingApp) -> BriefingApp:
    """Let the app look around as soon and as often as a test wants it to."""
    app.start_delay = 0
    app.sync.watch.look_every = 0.02
    return app


def batches(app: BriefingApp, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return what is to hold the length of the list after each time that it was shown anew."""
    seen: list[int] = []
    anew = app.brief_list.show

    def noted() -> None:
        anew()
        seen.append(len(app.reading_screen.library.shown_rows))

    monkeypatch.setattr(app.brief_list, "show", noted)
    return seen


def checks_of(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """Return what is to hold the brief of each check that is started."""
    started: list[Entry] = []
    check = Library.evidence

    def noted(library: Library, entry: Entry, pause: Callable[[], None] | None = None) -> Evidence | None:
        started.append(entry)
        return check(library, entry, pause)

    monkeypatch.setattr(Library, "evidence", noted)
    return started


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a database, as another program does that writes into it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def index_of(app: BriefingApp) -> Path:
    """Return the file of the app's index."""
    path = app.state.brief_rows.brief_index.store.path
    assert path is not None
    return path


async def at_rest(pilot: Pilot[int], app: BriefingApp) -> None:
    """Wait until the library has been looked at and all of it is read."""
    await until(
        pilot,
        lambda: app.state.is_known and app.state.evidence is not None and not app.sync.watch.is_looking,
        "looked at",
    )
    await until(
        pilot, lambda: not app.state.brief_rows.brief_index.count_waiting() and not app.sync.watch.is_looking, "read"
    )


def titles(app: BriefingApp) -> list[str]:
    """Return the titles in the list, from the top."""
    return [app.state.brief_rows.list_row(row).title for row in app.reading_screen.library.shown_rows]
