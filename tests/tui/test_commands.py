"""Every entry of the palette can be run from where the reader is."""

from __future__ import annotations

from inspect import isawaitable
from pathlib import Path

import pytest

from tests.support.app import brief, reader, until, write


async def test_every_entry_of_the_palette_can_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    app = reader(write(tmp_path, a=brief("Alpha"), b=brief("Beta")))
    monkeypatch.setattr(app.external, "_lend_terminal", lambda run: run())
    monkeypatch.setattr(app, "action_suspend_process", lambda: None)

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        for title in [entry.choice.title for entry in app.palette_entries]:
            while app.screen is not app.reading_screen:
                await app.pop_screen()
            app.reading_screen.go_to("sources")
            entry = next(entry for entry in app.palette_entries if entry.choice.title == title)
            if title != "Quit" and entry.choice.group != "Theme":
                done = entry.run()
                if isawaitable(done):
                    await done
                await pilot.pause()
            assert app.is_running, title
