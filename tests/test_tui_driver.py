"""The edges to Textual and the terminal: private names still exist; floods, colours and crashes are bounded."""

from __future__ import annotations

import inspect
import os
import re
import selectors
import stat
import time
from pathlib import Path

import pytest
from textual import _wait as waiting
from textual.app import App
from textual.drivers import linux_driver
from textual.events import Key

from briefing.tui.crash import note
from briefing.tui.driver import Flood, messages_in, terminal_driver, without_colour


@pytest.mark.parametrize(
    "name", ["_fatal_error", "_print_error_renderables", "_close_messages_no_wait", "_handle_exception", "panic"]
)
def test_textual_still_ends_by_these_names(name: str) -> None:
    assert callable(getattr(App, name))


def test_textual_still_decodes_keys_by_this_name() -> None:
    assert "getincrementaldecoder" in linux_driver.LinuxDriver.run_input_thread.__code__.co_names


@pytest.mark.parametrize(
    ("typed", "keys"),
    [(b"J\x1b[A", ["J", "up"]), (b"\x1b", ["escape"]), (b"\xff", ["replacement_character"]), (b"", [])],
)
def test_textual_still_makes_keys_of_what_was_typed(typed: bytes, keys: list[str]) -> None:
    assert [message.key for message in messages_in(typed) if isinstance(message, Key)] == keys


def test_textual_still_waits_for_keys_by_these_names() -> None:
    names = linux_driver.LinuxDriver.run_input_thread.__code__.co_names
    assert {"selectors", "SelectSelector", "EVENT_READ"} <= set(names)
    assert set(re.findall(r"selectors\.(\w+)", inspect.getsource(linux_driver))) <= {
        "SelectSelector",
        "SelectorKey",
        "EVENT_READ",
    }


def test_who_waits_for_keys_looks_up_seldom_and_sees_a_key_at_once() -> None:
    terminal_driver()
    reading, writing = os.pipe()
    with vars(linux_driver)["selectors"].SelectSelector() as selector:
        selector.register(reading, selectors.EVENT_READ)
        began = time.monotonic()
        assert selector.select(0.001) == []
        assert time.monotonic() - began > 0.3
        os.write(writing, b"j")
        assert len(selector.select(0.001)) == 1
        os.read(reading, 1)
        began = time.monotonic()
        assert selector.select(0.001) == []
        assert time.monotonic() - began < 0.3
    os.close(reading)
    os.close(writing)


def test_textual_still_sleeps_by_these_names() -> None:
    assert hasattr(waiting, "SLEEP_GRANULARITY")
    assert hasattr(waiting, "SLEEP_IDLE")


def test_a_byte_that_is_no_utf_8_becomes_a_replacement_character() -> None:
    terminal_driver()
    decode = vars(linux_driver)["getincrementaldecoder"]("utf-8")().decode
    assert decode(b"a\xff\xc3") + decode(b"\xa9") == "a�é"


def test_typing_is_never_dropped() -> None:
    flood = Flood()
    assert all(flood.lets_through("j", number / 30) for number in range(5000))


def test_a_flood_of_escapes_is_dropped() -> None:
    flood = Flood()
    assert sum(flood.lets_through("escape", number / 10_000) for number in range(1, 30_000)) < 10


def test_a_paste_that_comes_as_keys_is_bounded() -> None:
    flood = Flood()
    assert sum(flood.lets_through("x", number / 10_000) for number in range(1, 30_000)) <= 1000


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
    line = note(crash("words of a brief"), {"XDG_STATE_HOME": str(tmp_path)})
    (log,) = (tmp_path / "briefing").iterdir()
    assert str(log) in line
    assert "words of a brief" not in line + log.read_text()
    assert "test_tui_driver.py" in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_crash_where_nothing_can_be_written_is_still_one_line(tmp_path: Path) -> None:
    (tmp_path / "briefing").write_text("a file where the folder should be")
    line = note(crash("secret"), {"XDG_STATE_HOME": str(tmp_path)})
    log = Path(line.rpartition(" ")[2])
    assert "\n" not in line
    log.unlink()
    assert os.fspath(log.parent) != str(tmp_path)
