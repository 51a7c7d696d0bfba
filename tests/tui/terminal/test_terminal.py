"""The reader in a real terminal: what a reader sees, and what is left behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path

from tests.support.terminal import ROOT, SAMPLES, Preloaded, Size, Terminal, command, environment

WIDE = Size(120, 40)
NORMAL_MODES = {7, 25}
"""Lines wrap and the cursor shows: how a shell wants its terminal."""
BRIDGE = "Satellite"
PARTNERSHIP = "formal"
TROOPS = "Ukrainian"
"""A word of the summary of each sample that stands in no other."""

_SGR = re.compile(rb"\x1b\[([\d;:]*)m")
_NOT_COLOURS = {*range(10), *range(21, 30), 39, 49}
"""Bold, underline, reverse, their ends, and the terminal's own two colours."""


def assert_restored(terminal: Terminal) -> None:
    assert terminal.attributes() == terminal.attributes_before
    assert terminal.modes_left_on() <= NORMAL_MODES
    assert terminal.written.count(b"\x1b[>25u") <= terminal.written.count(b"\x1b[<u")


def test_a_reader_without_a_library_names_the_samples(tmp_path: Path) -> None:
    with Terminal(Preloaded(folder=tmp_path), Size(80, 24), environment(tmp_path)) as terminal:
        terminal.until_shown("a sample")
        terminal.press("q")
        assert terminal.until_ended() == 0


def test_a_reader_moves_between_the_samples_and_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with Terminal(Preloaded(SAMPLES), WIDE, environment(tmp_path)) as terminal:
        terminal.until_shown(BRIDGE)
        terminal.press("J")
        terminal.until_shown(PARTNERSHIP)
        terminal.press("3J")
        terminal.until_shown(TROOPS)
        terminal.press("K")
        terminal.until_shown(PARTNERSHIP)
        terminal.press("fTumen\r")
        terminal.until_shown(BRIDGE)
        terminal.press("q")
        assert terminal.until_ended() == 0
        assert_restored(terminal)


def test_a_reader_that_was_suspended_comes_back_with_the_whole_screen(tmp_path: Path) -> None:
    with Terminal(command(SAMPLES), WIDE, environment(tmp_path)) as terminal:
        terminal.until_shown(BRIDGE)
        terminal.press("\x1a")
        terminal.until(lambda: 1049 not in terminal.modes_left_on(), "the shell's own screen")
        os.waitpid(terminal.process.pid, os.WUNTRACED)
        before = len(terminal.written)
        terminal.send(signal.SIGCONT)
        terminal.until(lambda: BRIDGE.encode() in terminal.written[before:], "the screen painted anew")


def test_keys_typed_during_the_start_are_obeyed(tmp_path: Path) -> None:
    with Terminal(command(SAMPLES), WIDE, environment(tmp_path)) as terminal:
        terminal.press("2J2")
        terminal.until(lambda: "KEY FIGURES" in terminal.screen() and "SUMMARY" not in terminal.screen(), "figures")


def test_an_editor_that_fails_gives_the_screen_back(tmp_path: Path) -> None:
    with Terminal(Preloaded(SAMPLES), WIDE, environment(tmp_path, VISUAL="/nowhere/editor")) as terminal:
        terminal.until_shown(BRIDGE)
        terminal.press("e")
        terminal.until_shown("/nowhere/editor: No such file or directory")
        terminal.press("J")
        terminal.until_shown(PARTNERSHIP)


def test_what_ctrl_c_sends_to_both_is_left_to_the_editor(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nkill -INT $PPID; kill -QUIT $PPID; exit 5\n")
    editor.chmod(0o755)
    with Terminal(Preloaded(SAMPLES), WIDE, environment(tmp_path, VISUAL=str(editor))) as terminal:
        terminal.until_shown(BRIDGE)
        terminal.press("e")
        terminal.until_shown("ended with 5")
        terminal.press("J")
        terminal.until_shown(PARTNERSHIP)


def test_no_colour_is_written_when_no_color_is_set(tmp_path: Path) -> None:
    with Terminal(Preloaded(SAMPLES), WIDE, environment(tmp_path, NO_COLOR="1")) as terminal:
        terminal.until_shown(BRIDGE)
        terminal.press("J?")
        terminal.until_shown("next brief")
        codes = {int(code or 0) for found in _SGR.finditer(terminal.written) for code in re.split(rb"[;:]", found[1])}
        assert codes <= _NOT_COLOURS


def test_without_a_terminal_the_briefs_are_printed_as_text(tmp_path: Path) -> None:
    printed = subprocess.run(
        command(SAMPLES),
        cwd=ROOT,
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=10,
    )
    assert BRIDGE in " ".join(printed.stdout.decode().split())
    assert b"\x1b" not in printed.stdout + printed.stderr


def test_a_dumb_terminal_gets_text(tmp_path: Path) -> None:
    with Terminal(Preloaded(SAMPLES), WIDE, environment(tmp_path, TERM="dumb")) as terminal:
        assert terminal.until_ended() == 0
        assert BRIDGE in " ".join(terminal.screen().split()) or BRIDGE.encode() in terminal.written
        assert b"\x1b" not in terminal.written


def test_a_brief_that_the_editor_left_unreadable_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "only.yaml").write_text("briefing: 1\ntitle: Harbour\n")
    with Terminal(Preloaded(tmp_path / "only.yaml"), WIDE, environment(tmp_path, VISUAL="cp /dev/null")) as terminal:
        terminal.until_shown("Harbour")
        terminal.press("e")
        terminal.until_shown("only.yaml cannot be read now; ! says why")
