"""Signals, a terminal that goes away or takes nothing, and garbage as keys: the short form of `tests.attacks`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from briefing.tui.terminal.session import terminal_size
from tests.attacks.signals import PHASES, STOPS, Attack, Phase, attacked, catchable, left_behind
from tests.attacks.terminals import GARBAGE, HUNG_UP, IGNORING, closed, flood, stuck, told
from tests.support.terminal import SAMPLES, Preloaded, Size, Terminal, environment

PHASE = {phase.name: phase for phase in PHASES}
STOP = {attack.name: attack for attack in STOPS}
TERM, GO_ON = signal.SIGTERM, signal.SIGCONT


@pytest.mark.parametrize(
    ("phase", "attack"),
    [
        pytest.param(PHASE["first frame"], Attack("", (signal.SIGHUP, GO_ON), 0), id="first-frame-hup-cont"),
        pytest.param(PHASE["first frame"], STOP["TSTP CONT q"], id="first-frame-stop"),
        pytest.param(PHASE["reading"], Attack("", (TERM,)), id="reading-term"),
        pytest.param(PHASE["reading"], Attack("", (signal.SIGHUP,)), id="reading-hup"),
        pytest.param(PHASE["reading"], Attack("", (signal.SIGUSR1, GO_ON), 0), id="reading-usr1-cont"),
        pytest.param(PHASE["reading"], STOP["STOP CONT q"], id="reading-stop"),
        pytest.param(PHASE["editor"], Attack("", (TERM, GO_ON), 0), id="editor-term-cont"),
    ],
)
def test_no_signal_leaves_anything_on_the_terminal(phase: Phase, attack: Attack, tmp_path: Path) -> None:
    assert attacked(phase, attack, tmp_path) == []


def test_every_signal_that_ends_a_program_is_tried() -> None:
    assert {signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1} <= set(catchable())
    assert not {signal.SIGKILL, signal.SIGSTOP, signal.SIGCONT, signal.SIGWINCH} & set(catchable())


@pytest.mark.parametrize(
    ("name", "before"),
    [("first frame", ()), ("reading", IGNORING), ("editor", ())],
    ids=["first", "ignoring", "editor"],
)
def test_a_closed_terminal_ends_the_reader(name: str, before: tuple[str, ...], tmp_path: Path) -> None:
    code, _ = closed(PHASE[name], tmp_path, before)
    assert code == HUNG_UP


def test_what_was_marked_is_kept_when_the_terminal_is_closed(tmp_path: Path) -> None:
    with Terminal(Preloaded(SAMPLES), Size(120, 40), environment(tmp_path)) as terminal:
        PHASE["reading"].reach(terminal)
        terminal.press("J*")
        terminal.until_shown("★")
        terminal.close()
        assert terminal.process.wait(10) == HUNG_UP
    with Terminal(Preloaded(SAMPLES), Size(120, 40), environment(tmp_path)) as terminal:
        terminal.until_shown("★")


def test_a_frame_is_kept_when_the_terminal_is_closed(tmp_path: Path) -> None:
    for _ in range(4):  # there is a second for it, which a busy machine may not have
        assert closed(PHASE["reading"], tmp_path)[0] == HUNG_UP
        if list((tmp_path / "cache").glob("briefing/frames/*")):
            return
    pytest.fail("no frame was kept")


def test_a_terminal_that_takes_nothing_any_more_keeps_nobody_alive(tmp_path: Path) -> None:
    assert stuck(tmp_path) == (128 + TERM, [])


def test_neither_garbage_nor_a_flood_of_letters_is_taken_for_keys(tmp_path: Path) -> None:
    assert told(tmp_path, b"".join(GARBAGE.values()), flood("letters", 100_000)) == []


@pytest.mark.parametrize(
    ("claimed", "drawn"),
    [((65_535, 65_535), (1000, 500)), ((0, 0), (80, 24)), ((1, 1), (1, 1)), ((120, 40), (120, 40))],
)
def test_no_more_is_drawn_than_the_largest_screen(
    claimed: tuple[int, int], drawn: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size(claimed))
    assert terminal_size() == drawn


@pytest.mark.parametrize(("said", "drawn"), [("99999999", 120), ("-5", 120), ("100", 100), ("x", 120), ("9999", 1000)])
def test_a_size_in_the_environment_is_taken_if_it_is_one(
    said: str, drawn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((120, 40)))
    assert terminal_size()[0] == drawn


def test_a_mistake_of_ours_in_reading_keys_ends_the_reader(tmp_path: Path) -> None:
    broken = "from briefing.tui.terminal.input import KeyReader; KeyReader.is_pasted = None"
    run = f"import sys; {broken}; from briefing.cli import main; sys.exit(main())"
    with Terminal([sys.executable, "-c", run, str(SAMPLES)], Size(80, 24), environment(tmp_path)) as terminal:
        PHASE["reading"].reach(terminal)
        terminal.press("j")
        assert terminal.until_ended() == os.EX_SOFTWARE
        assert left_behind(terminal) == []
