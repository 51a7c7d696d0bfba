"""Sends every signal in every phase of the reader, in both orders, and compares the terminal before and after.

`python -m tests.attacks.signals` tries the usual signals; `--long` all that can be caught, and many moments of a start.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.support.terminal import SAMPLES, Preloaded, Size, Terminal, command, environment

SIZE = Size(100, 30)
ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""The signals that end a program and are sent by people, shells and terminals."""
_UNTOUCHED = {"KILL", "STOP", "SEGV", "BUS", "FPE", "ILL", "CONT", "TSTP", "TTIN", "TTOU", "CHLD", "URG", "WINCH"}
_HARMLESS = {"PIPE", "XFSZ"}
"""Signals that Python ignores."""
_NORMAL_MODES = {7, 25}
"""Private modes that a terminal has on: lines wrap, the cursor shows."""
_SOON = 2.0
"""Seconds in which a program that was told to end has ended: one is promised, and the machine may be busy."""


class Phase(NamedTuple):
    """What the reader is at when a signal comes."""

    name: str
    reach: Callable[[Terminal], None]
    """Has the reader get there."""
    editor: str | None = None
    """What is run as its editor."""
    ends_on_keys: bool = True
    """Whether the signals that keys send end the reader."""
    is_start: bool = False
    """Whether the program is still starting: then it must be a process of its own."""

    def program(self) -> list[str] | Preloaded:
        """Return the reader of the samples."""
        return command(SAMPLES) if self.is_start else Preloaded(SAMPLES)


def _started(terminal: Terminal) -> None:
    terminal.until_written(b"\x1b[?1004h")
    terminal.until_shown("Satellite")


def _at_first_byte(terminal: Terminal) -> None:
    terminal.until_written(b"\x1b[?1049h")


def _at_textual(terminal: Terminal) -> None:
    terminal.until_written(b"\x1b[?1004h")


def _pressing(keys: str, shown: str) -> Callable[[Terminal], None]:
    def reach(terminal: Terminal) -> None:
        _started(terminal)
        terminal.press(keys)
        terminal.until_shown(shown)

    return reach


def _leaving(terminal: Terminal) -> None:
    _started(terminal)
    terminal.press("q")


PHASES = (
    Phase("first frame", _at_first_byte, is_start=True),
    Phase("start of Textual", _at_textual, is_start=True),
    Phase("reading", _started),
    Phase("page of keys", _pressing("?", "KEYS: SUMMARY")),
    Phase("saved text", _pressing("s", "SAVED TEXT")),
    Phase("filter", _pressing("fTumen", "Tumen")),
    Phase("editor", _pressing("e", "an editor"), "stty raw -echo; echo an editor; exec sleep 60", ends_on_keys=False),
    Phase("leaving", _leaving),
)


class Attack(NamedTuple):
    """Signals that are sent one after the other, and the pause between them in seconds."""

    name: str
    signals: tuple[signal.Signals, ...]
    pause: float = 0.05


def attacks(endings: Sequence[signal.Signals]) -> Iterator[Attack]:
    """Yield each signal alone, with SIGCONT behind and before it, and within a stop."""
    stop, tstp, go_on = signal.SIGSTOP, signal.SIGTSTP, signal.SIGCONT
    for ending in endings:
        name = ending.name.removeprefix("SIG")
        yield Attack(name, (ending,))
        yield Attack(f"{name} CONT", (ending, go_on), 0)
        yield Attack(f"CONT {name}", (go_on, ending), 0)
        yield Attack(f"STOP {name} CONT", (stop, ending, go_on))
        yield Attack(f"STOP CONT {name}", (stop, go_on, ending))
        yield Attack(f"TSTP {name} CONT", (tstp, ending, go_on))
        yield Attack(f"{name} TSTP CONT", (ending, tstp, go_on), 0)
        yield Attack(f"{name} {name}", (ending, ending), 0)


STOPS = (
    Attack("STOP CONT q", (signal.SIGSTOP, signal.SIGCONT)),
    Attack("TSTP CONT q", (signal.SIGTSTP, signal.SIGCONT)),
    Attack("CONT q", (signal.SIGCONT,)),
    Attack("TSTP CONT TSTP CONT q", (signal.SIGTSTP, signal.SIGCONT) * 2),
)
"""What stops the reader and lets it go on; it is then told to quit by its key."""


def environment_in(home: Path, phase: Phase) -> dict[str, str]:
    """Return the environment of a reader whose folders are in `home`, with the editor that the phase wants."""
    if phase.editor is None:
        return environment(home)
    editor = home / "editor"
    editor.write_text(f"#!/bin/sh\n{phase.editor}\n")
    editor.chmod(0o755)
    return environment(home, VISUAL=str(editor))


def left_behind(terminal: Terminal) -> list[str]:
    """Return what the program has left of its own on the terminal."""
    wrong = []
    if terminal.attributes() != terminal.attributes_before:
        wrong.append("its settings are not as they were")
    if modes := terminal.modes_left_on() - _NORMAL_MODES:
        wrong.append(f"modes {sorted(modes)} are on")
    if terminal.written.rfind(b"\x1b[?25l") > terminal.written.rfind(b"\x1b[?25h"):
        wrong.append("the cursor is hidden")
    if terminal.written.rfind(b"\x1b[?7l") > terminal.written.rfind(b"\x1b[?7h"):
        wrong.append("lines do not wrap")
    if terminal.written.count(b"\x1b[>25u") > terminal.written.count(b"\x1b[<u"):
        wrong.append("keys come by the kitty protocol")
    return wrong


def attacked(phase: Phase, attack: Attack, home: Path, *, delay: float = 0.0) -> list[str]:
    """Return what went wrong when a reader was attacked in a phase, `delay` seconds after it was reached."""
    with Terminal(phase.program(), SIZE, environment_in(home, phase)) as terminal:
        phase.reach(terminal)
        time.sleep(delay)
        for number in attack.signals:
            terminal.send(number)
            time.sleep(attack.pause)
        ending = next((number for number in attack.signals if number not in _STOPPING), None)
        if ending is None:
            return _quit(terminal, phase)
        if ending in {signal.SIGINT, signal.SIGQUIT} and not phase.ends_on_keys:
            terminal.send(signal.SIGTERM)
            ending = signal.SIGTERM
        code, wrong = _end_of(terminal)
        expected = {128 + ending, 0} if phase.name == "leaving" else {128 + ending}
        if code is not None and code not in expected:
            wrong.append(f"it ended with {code}")
        return wrong + left_behind(terminal)


_STOPPING = {signal.SIGSTOP, signal.SIGTSTP, signal.SIGCONT}


def _end_of(terminal: Terminal) -> tuple[int | None, list[str]]:
    """Return the exit code of a program that was told to end, and what is wrong with how it did."""
    began = time.monotonic()
    while terminal.process.poll() is None and time.monotonic() - began < 5 * _SOON:
        terminal.read(0.02)
    took = time.monotonic() - began
    if terminal.process.poll() is None:
        return None, ["it does not end"]
    while terminal.read(0):
        pass
    code = terminal.process.wait()
    return (code if code >= 0 else 128 - code), ([f"it took {took:.1f} s to end"] if took > _SOON else [])


def _listens(terminal: Terminal) -> bool:
    """Tell whether the app has asked for keys since it last left the screen."""
    return terminal.written.rfind(b"\x1b[?1004h") > terminal.written.rfind(b"\x1b[?1049l")


def _quit(terminal: Terminal, phase: Phase) -> list[str]:
    if phase.name == "editor":
        terminal.send(signal.SIGTERM)
    elif phase.name != "leaving":
        terminal.until(lambda: _listens(terminal), "the reader at its terminal again")
        terminal.settle(0.1)
        terminal.press("\x1b\x1bq" if phase.name in {"page of keys", "saved text", "filter"} else "q")
        terminal.settle(0.2)
        if terminal.process.poll() is None:
            terminal.press("q")
    _, wrong = _end_of(terminal)
    return wrong + left_behind(terminal)


def catchable() -> tuple[signal.Signals, ...]:
    """Return the signals that end a program and can be caught."""
    untouched = {getattr(signal, f"SIG{name}") for name in _UNTOUCHED | _HARMLESS}
    return tuple(number for number in signal.valid_signals() - untouched if isinstance(number, signal.Signals))


def main(arguments: Sequence[str] | None = None) -> int:
    """Attack the reader and print what went wrong; return whether anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="every signal, and many moments of a start")
    chosen = parser.parse_args(arguments)
    tried = failed = 0
    endings = catchable() if chosen.long else ENDING[:1]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        cases = [(phase, attack, 0.0) for phase in PHASES for attack in (*attacks(endings), *STOPS)]
        if chosen.long:
            starts = [delay / 1000 for delay in range(0, 400, 10)]
            cases += [(PHASES[0], attack, at) for attack in (*attacks(ENDING[:1]), *STOPS) for at in starts]
        for phase, attack, delay in cases:
            tried += 1
            try:
                wrong = attacked(phase, attack, home, delay=delay)
            except AssertionError as error:
                wrong = [str(error).splitlines()[0]]
            if wrong:
                failed += 1
                sys.stdout.write(f"{phase.name} +{delay:.2f} s, {attack.name}: {'; '.join(wrong)}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{tried} attacks, {failed} with something wrong\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
