"""The conversation in a real terminal: by its text alone, and what it leaves behind."""

from __future__ import annotations

import re
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.terminal import SAMPLES, Preloaded, Size, Terminal, environment


def opened(tmp_path: Path, *options: str, **changes: str) -> Terminal:
    program = Preloaded("read", *options, SAMPLES)
    return Terminal(program, Size(80, 24), environment(tmp_path, **changes))


def text(terminal: Terminal) -> str:
    return " ".join(terminal.written.decode().split())


@pytest.mark.parametrize("changes", [{}, {"TERM": "dumb"}])
def test_it_only_ever_appends_text(tmp_path: Path, changes: dict[str, str]) -> None:
    with opened(tmp_path, "--linear", **changes) as terminal:
        terminal.until_written(b"Summary, ")
        for keys, shown in (("j", b"Summary, 1 of "), ("2j", b"Key figures, 1 of 1: "), ("\x1b[B", b"the last of 1")):
            terminal.press(keys)
            terminal.until_written(shown)
        terminal.press("q")
        assert terminal.until_ended() == 0
        assert b"\x1b" not in terminal.written
        assert re.search(rb"\r(?!\n)|\x08", terminal.written) is None
        assert terminal.attributes() == terminal.attributes_before


def test_a_line_is_typed_with_the_editing_of_the_terminal(tmp_path: Path) -> None:
    with opened(tmp_path, "--linear") as terminal:
        terminal.until_written(b"Summary, ")
        terminal.press("F")
        terminal.until_written(b"type words")
        terminal.press("misyte\x15missiles\n")
        terminal.until_written(b"The number of a hit")
        terminal.press("1\n")
        terminal.until(lambda: "missiles" in text(terminal).rpartition("The number of a hit")[2], "the hit")
        terminal.press("q")
        assert terminal.until_ended() == 0


def test_the_next_start_begins_with_the_brief_order_and_filter_of_this_one(tmp_path: Path) -> None:
    with opened(tmp_path, "--linear") as terminal:
        terminal.until_written(b"Summary, ")
        terminal.press("S")
        terminal.until_written(b"Sorted by date")
        terminal.press("f")
        terminal.until_written(b"type words")
        terminal.press("troops or partnership\n")
        terminal.until_written(b"2 briefs in the list")
        terminal.press("Jq")
        assert terminal.until_ended() == 0
        last = text(terminal).rpartition("Brief 2 of 2: ")[2].partition(";")[0]
    with opened(tmp_path, "--linear") as terminal:
        terminal.until_written(b"Summary, ")
        assert "filtered by troops or partnership" in text(terminal)
        assert f"Brief 2 of 2: {last};" in text(terminal)
        terminal.press("q")
        assert terminal.until_ended() == 0
    with opened(tmp_path, "--linear", "--fresh") as terminal:
        terminal.until_written(b"Summary, ")
        assert "filtered" not in text(terminal)
        terminal.press("q")
        assert terminal.until_ended() == 0


def test_the_settings_may_ask_for_it(tmp_path: Path) -> None:
    (tmp_path / "config" / "briefing").mkdir(parents=True)
    (tmp_path / "config" / "briefing" / "config.yaml").write_text("linear: yes\n")
    with opened(tmp_path) as terminal:
        terminal.until_written(b"? lists the keys")
        terminal.press("q")
        assert terminal.until_ended() == 0
        assert b"\x1b" not in terminal.written


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_and_the_terminal_is_as_it_was(tmp_path: Path, number: signal.Signals, code: int) -> None:
    with opened(tmp_path, "--linear") as terminal:
        terminal.until_written(b"Summary, ")
        terminal.send(number)
        assert terminal.until_ended() == code
        assert terminal.attributes() == terminal.attributes_before


@pytest.mark.parametrize("arguments", [("read",), ("read", "--linear")])
def test_without_a_terminal_it_prints_the_briefs(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    from briefing.cli import main

    assert main([*arguments, str(SAMPLES / "bridge.yaml")]) == 0
    assert "A bridge over the Tumen River" in capsys.readouterr().out
