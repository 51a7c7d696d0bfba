"""An attack with keys: any of them, one after the other or in bursts, faster than the screen follows, in any state.

`python -m tests.attacks.keys` types 150 bursts into each of 40 readers, with `--long` into each of 400. None may end
before it is told to, and each must end with 0 then.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.attacks.idle import brought_to, chosen_by, log_of
from tests.support.terminal import Terminal

_SHORT, _LONG = 40, 400
"""Readers."""
_BURSTS = 150
_AT_ONCE = 4
_LEAVING = 10.0
"""Seconds that a reader has to end."""
_QUIT = "\x11"
_STATES = (
    "a good brief",
    "empty",
    "deleted while open",
    "all briefs deleted while open",
    "the index was removed",
    "the library is gone",
    "the marks were removed",
)
KEYS = (
    *"jkJKso\r?!Ff/nN[]dr*Au.,01234SizRXTyY: bgGhlpeam\t",
    *("\x1b", "\x15", "\x7f", "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~", "\x1b[I", "\x1b[O"),
)
"""All that the reader acts on but those that end it or stop it."""
_LENGTHS = (1, 1, 2, 3, 6)
_PAUSES = (0.0, 0.005, 0.03)
"""Seconds without output between two bursts."""


def typed_into(seed: int) -> str | None:
    """Type into a reader; return what is wrong with how it ended."""
    chance = random.Random(seed)  # noqa: S311 - the same keys on every run
    name = chance.choice(_STATES)
    state = next(one for one in chosen_by([name]) if one.name == name)
    with brought_to(state) as (ground, _):
        sent = _type(ground.terminal, chance)
        code = _left(ground.terminal)
        return None if code == 0 else f"{seed}: {name}: {code}, the last keys were {sent[-6:]}{log_of(ground)}"


def _type(terminal: Terminal, chance: random.Random) -> list[str]:
    sent: list[str] = []
    while len(sent) < _BURSTS and terminal.process.poll() is None:
        sent.append("".join(chance.choices(KEYS, k=chance.choice(_LENGTHS))))
        terminal.press(sent[-1])
        terminal.settle(chance.choice(_PAUSES))
    return sent


def _left(terminal: Terminal) -> int | str:
    """Have the reader end; return its exit code, or a word where it had ended before or has not yet."""
    terminal.settle(0.3)
    if (early := terminal.process.poll()) is not None:
        return f"ended by itself with {early}"
    stop = time.monotonic() + _LEAVING
    while time.monotonic() < stop:
        if (code := terminal.process.poll()) is not None:
            return code
        terminal.press(_QUIT)
        terminal.settle(0.05)
    return "does not end"


def attacked(count: int) -> Iterator[str]:
    """Type into so many readers; yield what went wrong."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        yield from filter(None, pool.map(typed_into, range(count)))


def main(argv: Sequence[str] | None = None) -> int:
    """Attack; the exit code is 1 if a reader ended as it should not."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks.keys", description=__doc__)
    parser.add_argument("--long", action="store_true", help=f"{_LONG} readers")
    count = _LONG if parser.parse_args(argv).long else _SHORT
    wrong = 0
    for sentence in attacked(count):
        wrong += 1
        sys.stdout.write(f"{sentence}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{wrong} of {count} readers ended as they should not\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
