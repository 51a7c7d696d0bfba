"""What is copied reaches the program of the settings, else the terminal, and the last row says which."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from briefing.settings import Settings
from briefing.tui import external
from briefing.tui.terminal.clipboard import LIMIT, base64_size, osc52, through_tmux
from tests.support.app import brief, reader, shown, until, write

SIZE = (120, 40)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"))


def program(folder: Path, name: str, script: str) -> str:
    """Write a program and return its path."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_sequence_for_the_clipboard_holds_the_text_in_base64_alone() -> None:
    coded = base64.b64encode(b"a\x1b\\b\a?").decode()
    assert osc52("a\x1b\\b\a\udcff") == f"\x1b]52;c;{coded}\a"


def test_tmux_passes_on_a_sequence_whose_escapes_are_doubled() -> None:
    assert through_tmux("\x1b]52;c;QQ==\a") == "\x1bPtmux;\x1b\x1b]52;c;QQ==\a\x1b\\"


@pytest.mark.parametrize("text", ["", "a", "ab", "abc", "é" * 100])
def test_the_size_in_base64_is_known_without_encoding(text: str) -> None:
    assert base64_size(text) == len(base64.b64encode(text.encode()))


async def test_a_copy_is_given_to_the_program_of_the_settings(folder: Path) -> None:
    clip = program(folder, "clip", f'cat > {folder}/copied; printf %s "$1" > {folder}/argument')
    app = reader(folder, Settings(copy=(clip, "$HOME; x")))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("y")
        await until(pilot, lambda: "the point with its citation was copied by" in shown(app), "said")
        assert "Point 1 of Alpha" in (folder / "copied").read_text()
        assert (folder / "argument").read_text() == "$HOME; x"
        assert app.clipboard == ""


@pytest.mark.parametrize(
    ("script", "said"),
    [
        pytest.param("exit 3", "clip ended with 3; the point", id="fails"),
        pytest.param("sleep 20", "has not ended after", id="hangs"),
    ],
)
async def test_the_terminal_gets_what_the_program_does_not_take(
    folder: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    monkeypatch.setattr(external, "_GIVEN", 0.2)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    program(folder, "clip", script)
    app = reader(folder, Settings(copy=("clip",)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("y")
        await until(pilot, lambda: said in shown(app) and "sent to the terminal (OSC 52)" in shown(app), said)
        assert "Point 1 of Alpha" in app.clipboard


async def test_a_program_with_a_hostile_name_is_named_in_safe_text(folder: Path) -> None:
    app = reader(folder, Settings(copy=("\x1b]0;x\x07[/]",)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("y")
        await until(pilot, lambda: r"\x1b]0;x\x07[/]: No such file" in shown(app), "said")


async def test_a_text_too_long_for_many_terminals_is_said_to_be(folder: Path) -> None:
    (folder / "a.yaml").write_text(brief("Alpha").replace("What the reader must know.", "long " * (LIMIT // 5)))
    app = reader(folder)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("Y")
        await until(pilot, lambda: "kB: many take at most 74" in shown(app), "said")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param("external 0", "tmux keeps it: set -g set-clipboard on", id="as shipped"),
        pytest.param("on 0", "was sent to the terminal (OSC 52)", id="clipboard on"),
        pytest.param("external 1", "was sent to the terminal (OSC 52)", id="passthrough on"),
    ],
)
async def test_in_tmux_it_is_said_what_to_set_if_nothing_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, options: str, said: str
) -> None:
    program(folder, "tmux", f"echo {options}")
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("TMUX", "/run/tmux-0/default,1,0")
    app = reader(folder)
    sent: list[str] = []
    monkeypatch.setattr(app, "send", sent.append)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y")
        await until(pilot, lambda: not app.background.is_busy("asking tmux"), "asked")
        await until(pilot, lambda: said in shown(app), said)
        assert sent[0].startswith("\x1bPtmux;\x1b\x1b]52;c;")
