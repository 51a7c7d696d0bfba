"""Takes the terminal away from the reader, fills it with garbage, and stops reading what the reader writes.

`python -m tests.attacks.terminals` closes the terminal in each phase; `--long` sends a megabyte of each garbage.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.attacks.signals import PHASES, SIZE, Phase, environment_in, left_behind
from tests.support.terminal import SAMPLES, Preloaded, Terminal, command, environment

HUNG_UP = 128 + signal.SIGHUP
IGNORING = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")
"""Begins a command that no signal tells that its terminal has gone."""
_PASTE, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_LONG = 1_000_000
_AT_ONCE = 65_536

GARBAGE = {
    "no character": b"\x1b[1114112u",
    "20 digits": b"\x1b[12345678901234567890u\x1b[1;12345678901234567890A\x1b[12345678901234567890;1R",
    "50 digits": b"\x1b[" + b"1" * 50 + b"q",
    "surrogates": b"\x1b[55296u\x1b[97;1;56320u\x1b[97;1;56320:57343u",
    "a mouse far away": b"\x1b[<0;99999999999999;99999999M\x1b[<35;99999;99999m",
    "a giant screen": b"\x1b[48;60000;60000;0;0t",
    "late answers": b"\x1b[?62;4c\x1b]11;rgb:ffff/qqqq\x1b\\\x1bP>|q\x1b\\\x1b_Gq\x1b\\\x1b[?2048;1$y\x1b[>0;276;0q",
    "no UTF-8": b"\xff\xfe\xc3\x28\xed\xa0\x80\xf4\x90\x80\x80",
}
"""What a terminal may send by mistake. None of it is a key, though it holds letters that are."""


def flood(kind: str, size: int) -> bytes:
    """Return garbage of a size in bytes."""
    randomly = random.Random(size)  # noqa: S311 - the same garbage each time
    kinds: dict[str, Callable[[], bytes]] = {
        "bytes": lambda: randomly.randbytes(size),
        "letters": lambda: b"qx" * (size // 2),
        "escapes": lambda: b"\x1b" * size,
        "nulls": lambda: bytes(size),
        "a paste": lambda: _PASTE + randomly.randbytes(size).replace(b"\x1b", b"q") + _PASTE_END,
        "a paste of escapes": lambda: _PASTE + b"\x1b[q" * (size // 3) + _PASTE_END,
        "an endless sequence": lambda: b"\x1b[" + b"1" * size + b"q",
        "an endless answer": lambda: b"\x1b]0;" + b"q" * size + b"\x07",
        "mice": lambda: b"\x1b[<35;10;10M" * (size // 12),
    }
    return kinds[kind]()


FLOODS = ("bytes", "letters", "escapes", "nulls", "a paste", "a paste of escapes", "an endless sequence", "mice")


def closed(phase: Phase, home: Path, before: Sequence[str] = ()) -> tuple[int | None, float]:
    """Close the terminal in a phase; return the exit code of the reader, and the seconds until it had ended."""
    terminal = Terminal([*before, *command(SAMPLES)] if before else phase.program(), SIZE, environment_in(home, phase))
    try:
        phase.reach(terminal)
        terminal.close()
        began = time.monotonic()
        try:
            return terminal.process.wait(10), time.monotonic() - began
        except subprocess.TimeoutExpired:
            return None, time.monotonic() - began
    finally:
        terminal.__exit__(None, None, None)


def told(home: Path, *garbage: bytes) -> list[str]:
    """Send garbage to a reader, one piece after the other; return what is wrong with it afterwards."""
    wrong: list[str] = []
    with Terminal(Preloaded(SAMPLES), SIZE, environment(home)) as terminal:
        PHASES[2].reach(terminal)
        for piece in garbage:
            terminal.settle(0.1)
            terminal.send_bytes(piece)
        terminal.settle(0.1)
        if terminal.process.poll() is not None:
            return [f"it ended with {terminal.process.returncode}"]
        terminal.press("?")
        try:
            terminal.until_shown("KEYS: SUMMARY")
        except AssertionError:
            wrong.append("it does not answer any more")
        terminal.press("\x1b")
        terminal.settle(0.1)
        terminal.press("q")
        terminal.until_ended()
        return wrong + left_behind(terminal)


def stuck(home: Path) -> tuple[int, list[str]]:
    """Let a reader write until its terminal takes no more, and end it; return its code and what it has left."""
    with Terminal(Preloaded(SAMPLES), SIZE, environment(home)) as terminal:
        PHASES[2].reach(terminal)
        terminal.press("JK" * 100)
        time.sleep(0.3)
        terminal.send(signal.SIGTERM)
        code = terminal.process.wait(10)
        while terminal.read(0.05):
            pass
        return code, left_behind(terminal)


def wrongs(home: Path, *, is_long: bool) -> Iterator[str]:
    """Yield what each attack found wrong, and an empty text for one that found nothing."""
    for phase in PHASES:
        for before in ((), IGNORING) if phase.editor is None else ((),):
            code, took = closed(phase, home, before)
            late = f", after {took:.1f} s" if took > 1 else ""
            yield "" if code == HUNG_UP and not late else f"closed in {phase.name} {before[:1]}: {code}{late}"
    for name, garbage in GARBAGE.items():
        found = told(home, garbage)
        yield f"{name}: {'; '.join(found)}" if found else ""
    for kind in FLOODS:
        found = told(home, flood(kind, _LONG if is_long else _AT_ONCE))
        yield f"a flood of {kind}: {'; '.join(found)}" if found else ""
    code, found = stuck(home)
    yield f"stuck: {code} {'; '.join(found)}" if code != 128 + signal.SIGTERM or found else ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Attack the reader and print what went wrong; return whether anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="a megabyte of each kind of garbage")
    chosen = parser.parse_args(arguments)
    tried = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for wrong in wrongs(Path(folder), is_long=chosen.long):
            tried += 1
            failed += bool(wrong)
            sys.stdout.write(f"{wrong}\n" if wrong else "")
            sys.stdout.flush()
    sys.stdout.write(f"{tried} attacks, {failed} with something wrong\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
