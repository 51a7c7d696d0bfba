"""A real terminal for tests: runs a program in a pseudo-terminal, keeps what it writes, and emulates the screen.

It answers the query for synchronized output (DEC mode 2026), as a good terminal does, so that a frame is one block.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.support import preloaded
from tests.support.screen import Screen

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "briefs"
PATIENCE = 10.0
"""Seconds until something that was waited for counts as never happening."""

_SLOWEST_ANSWER = 1.0
"""Seconds after which a key without output counts as one that changes nothing."""
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y"}
_PRIVATE_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_FRAME = b"\x1b[?2026h"


class Size(NamedTuple):
    """The size of a terminal, in cells."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """What one key caused."""

    first: float
    """Seconds from the key to the end of the first chunk of output."""
    last: float
    """Seconds from the key to the last chunk before the program fell quiet."""
    size: int
    """Bytes."""
    frames: int
    """Blocks of synchronized output: how often the screen was painted."""


def command(*arguments: str | Path) -> list[str]:
    """Return the installed command next to this Python, or the module where there is none, with arguments."""
    script = Path(sys.executable).with_name("briefing")
    program = [str(script)] if script.exists() else [sys.executable, "-m", "briefing"]
    return [*program, *map(str, arguments)]


def environment(home: Path, **changes: str) -> dict[str, str]:
    """Return what a plain terminal sets, with the user's folders inside `home`, and `changes`."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "VIRTUAL_ENV") if name in os.environ}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "STATE", "DATA")}
    plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "HOME": str(home)}
    return {**kept, **folders, **plain, **changes}


class Preloaded:
    """The command with arguments, started from a process that has loaded it; see `tests.support.preloaded`."""

    def __init__(self, *arguments: str | Path, folder: Path = ROOT, output: Path | None = None) -> None:
        self.arguments = [str(argument) for argument in arguments]
        self.folder = folder
        """Where it runs."""
        self.output = output
        """The file that its output is written to. None: the terminal."""

    def start(self, terminal: int, variables: Mapping[str, str]) -> Process:
        """Start the command in a terminal, a descriptor."""
        output = terminal if self.output is None else os.open(self.output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            if preloaded.can_start(variables):
                return preloaded.start(self.arguments, self.folder, variables, terminal, output)
            return _process(command(*self.arguments), self.folder, variables, terminal, output)
        finally:
            if output != terminal:
                os.close(output)


Process = subprocess.Popen[bytes] | preloaded.ForkedProcess


def _process(
    program: Sequence[str], folder: Path, variables: Mapping[str, str], terminal: int, output: int
) -> subprocess.Popen[bytes]:
    def own() -> None:
        # The child must own the terminal, or the kernel sends it neither SIGINT nor SIGWINCH.
        kept = os.dup(output)
        os.login_tty(terminal)
        os.dup2(kept, 1)
        os.close(kept)

    return subprocess.Popen(program, cwd=folder, env=dict(variables), preexec_fn=own)  # noqa: PLW1509


class Terminal:
    """A program that runs in a terminal of its own. Leaving the context ends it."""

    def __init__(
        self, program: Sequence[str] | Preloaded, size: Size, variables: Mapping[str, str], folder: Path = ROOT
    ) -> None:
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", size.rows, size.columns, 0, 0))
        os.set_blocking(self._master, False)
        self.attributes_before = self.attributes()
        self.written = bytearray()
        """Everything that the program wrote."""
        self._shown = 0
        self._screen = Screen(size.columns, size.rows)
        self.started = time.perf_counter()
        self.process: Process = (
            program.start(self._slave, variables)
            if isinstance(program, Preloaded)
            else _process(program, folder, variables, self._slave, self._slave)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()
        self.close()
        os.close(self._slave)

    def close(self) -> None:
        """Take the terminal away, as a window that is closed does."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def attributes(self) -> list[int | list[bytes | int]]:
        """Return the terminal's line discipline: echo, raw mode and the like."""
        return termios.tcgetattr(self._slave)

    def modes_left_on(self) -> set[int]:
        """Return the private modes that the program has set and not reset: alternate screen, mouse, paste."""
        on: set[int] = set()
        for found in _PRIVATE_MODE.finditer(self.written):
            modes = {int(mode) for mode in found[1].split(b";") if mode}
            on = on | modes if found[2] == b"h" else on - modes
        return on

    def read(self, seconds: float) -> bytes:
        """Return the next chunk of output, or nothing when there is none within the time."""
        if not select.select([self._master], [], [], seconds)[0]:
            return b""
        chunk = os.read(self._master, 1 << 20)
        self.written += chunk
        for query, answer in _ANSWERS.items():
            if query in chunk:
                os.write(self._master, answer)
        return chunk

    def until(self, done: Callable[[], bool], what: str) -> None:
        """Read on until `done()`; fail by name if it still is not after `PATIENCE` or the end of the program."""
        deadline = time.monotonic() + PATIENCE
        while not done():
            ended = self.process.poll() is not None
            if not self.read(0.05) and (ended or time.monotonic() > deadline):
                raise AssertionError(f"never happened: {what}; the screen is\n{self.screen()}")

    def until_shown(self, words: str) -> None:
        """Read on until the words are on the screen, white space aside."""
        self.until(lambda: words in " ".join(self.screen().split()), f"{words!r} on the screen")

    def until_written(self, words: bytes) -> float:
        """Return the seconds from the start of the program until it has written the words in one piece."""
        self.until(lambda: words in self.written, f"{words!r} in the output")
        return time.perf_counter() - self.started

    def until_ended(self) -> int:
        """Return the exit code that a shell would report: 128 + n for a program that signal n has ended."""
        self.until(lambda: self.process.poll() is not None, "the end of the program")
        while self.read(0):
            pass
        code = self.process.wait()
        return code if code >= 0 else 128 - code

    def screen(self) -> str:
        """Return the lines on the screen."""
        self._screen.feed(bytes(self.written[self._shown :]))
        self._shown = len(self.written)
        return "\n".join(line.rstrip() for line in self._screen.lines())

    def press(self, keys: str) -> None:
        """Type the keys."""
        os.write(self._master, keys.encode(errors="surrogateescape"))

    def send_bytes(self, data: bytes) -> None:
        """Type so many bytes that the program has to be read meanwhile; give up when it takes none any more."""
        rest, deadline = memoryview(data), time.monotonic() + PATIENCE
        while rest and time.monotonic() < deadline and self.process.poll() is None:
            self.read(0)
            try:
                rest = rest[os.write(self._master, rest[:4096]) :]
            except BlockingIOError:
                self.read(0.01)

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def settle(self, quiet: float) -> None:
        """Read on until the program has written nothing for so many seconds."""
        while self.read(quiet):
            pass

    def stroke(self, key: str, quiet: float) -> Stroke | None:
        """Press a key, read until the program has been quiet for so many seconds, and say what came. None: nothing."""
        before = len(self.written)
        pressed = time.perf_counter()
        self.press(key)
        times: list[float] = []
        while self.read(quiet if times else _SLOWEST_ANSWER):
            times.append(time.perf_counter() - pressed)
        if not times:
            return None
        output = self.written[before:]
        return Stroke(times[0], times[-1], len(output), output.count(_FRAME))
