"""The edges to Textual and the terminal: private names still exist; floods, colours and crashes are bounded."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from textual import _wait as waiting
from textual.app import App
from textual.screen import Screen

from briefing.tui.launch.crash import log_crash
from briefing.tui.textual_compat import without_colour


@pytest.mark.parametrize(
    "name",
    [
        "_fatal_error",
        "_print_error_renderables",
        "_close_messages_no_wait",
        "_handle_exception",
        "_set_pointer_shape",
        "panic",
    ],
)
def test_textual_still_ends_and_shows_the_pointer_by_these_names(name: str) -> None:
    assert callable(getattr(App, name))


@pytest.mark.parametrize("name", ["_refresh_layout", "_compositor_refresh", "_on_timer_update"])
def test_textual_still_lays_out_and_paints_a_screen_by_these_names(name: str) -> None:
    assert callable(getattr(Screen, name))


@pytest.mark.parametrize("name", ["_update_timer", "is_current", "focused"])
def test_textual_still_asks_a_screen_for_these(name: str) -> None:
    assert hasattr(Screen, name)


@pytest.mark.parametrize("name", ["_layout_required", "_scroll_required"])
def test_a_screen_of_textual_still_notes_by_these_names_that_it_is_to_be_laid_out(name: str) -> None:
    assert getattr(Screen(), name) is False


def test_textual_still_sleeps_by_these_names() -> None:
    assert hasattr(waiting, "SLEEP_GRANULARITY")
    assert hasattr(waiting, "SLEEP_IDLE")


@pytest.mark.parametrize(
    ("written", "left"),
    [
        pytest.param("\x1b[1;38;2;1;2;3;48;5;7mx", "\x1b[1mx", id="bold-stays"),
        pytest.param("\x1b[31mx\x1b[0m", "x\x1b[0m", id="reset-stays"),
        pytest.param("\x1b[38;5;9mx", "x", id="palette"),
        pytest.param("\x1b[39;49mx", "x", id="default"),
        pytest.param("\x1b[7;97mx", "\x1b[7mx", id="reverse-stays"),
        pytest.param("\x1b[mx", "\x1b[mx", id="short-reset"),
        pytest.param("\x1b[?25l\x1b[2Jx", "\x1b[?25l\x1b[2Jx", id="no-style"),
    ],
)
def test_no_colour_code_is_left(written: str, left: str) -> None:
    assert without_colour(written) == left


def crash(secret: str) -> ValueError:
    try:
        int(secret)
    except ValueError as error:
        return error
    pytest.fail("a secret is no number")


def test_a_crash_leaves_one_line_and_a_log_without_the_message(tmp_path: Path) -> None:
    line = log_crash(crash("words of a brief"), {"XDG_STATE_HOME": str(tmp_path)})
    (log,) = (tmp_path / "briefing").iterdir()
    assert str(log) in line
    assert "words of a brief" not in line + log.read_text()
    assert "test_textual_compat.py" in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_crash_where_nothing_can_be_written_is_still_one_line(tmp_path: Path) -> None:
    (tmp_path / "briefing").write_text("a file where the folder should be")
    line = log_crash(crash("secret"), {"XDG_STATE_HOME": str(tmp_path)})
    log = Path(line.rpartition(" ")[2])
    assert "\n" not in line
    log.unlink()
    assert os.fspath(log.parent) != str(tmp_path)
