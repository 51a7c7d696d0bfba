"""Every entry of the palette can be run from where the reader is."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual._callback import invoke
from textual.app import SystemCommand

from tests.support.app import brief, reader, until, write


async def test_every_entry_of_the_palette_can_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    app = reader(write(tmp_path, a=brief("Alpha"), b=brief("Beta")))
    monkeypatch.setattr(app.external, "_lend_terminal", lambda run: run())
    monkeypatch.setattr(app, "action_suspend_process", lambda: None)

    def offered() -> list[SystemCommand]:
        return list(app.get_system_commands(app.screen))

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        for title in [each.title for each in offered()]:
            while app.screen is not app.reading_screen:
                await app.pop_screen()
            app.reading_screen.go_to("sources")
            run = next(each.callback for each in offered() if each.title == title)
            if title != "Quit" and not title.startswith("Theme: "):
                await invoke(run)
                await pilot.pause()
            assert app.is_running, title
