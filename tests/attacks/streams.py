"""Every command with streams that are full, closed, cut or of the wrong kind: what it returns, and that it is quiet.

`python -m tests.attacks.streams` runs the short form, `--long` every command with every state of its streams.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.support.terminal import command, environment

BRIEF = """\
briefing: 1
title: Harbour talks
summary: [{text: Both sides meet., cites: press}]
sources: {press: {kind: article, title: News}}
"""
WRONG = "briefing: 1\ntitle: Harbour talks\ndate: 2024-02-30\nledge: x\n"
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("--version",),
    ("check", "--help"),
    ("search", "--help"),
    ("show", "good"),
    ("show", "--markdown", "good"),
    ("show", "--json", "good"),
    ("show", "bad"),
    ("show", "-"),
    ("open", "good"),
    ("list", "bad"),
    ("list", "--json", "good"),
    ("list", "-0", "good"),
    ("check", "good"),
    ("check", "bad"),
    ("check", "--format", "json", "bad"),
    ("check", "--format", "sarif", "bad"),
    ("check", "--explain", "all"),
    ("check", "--fix", "bad"),
    ("check", "--coverage", "good"),
    ("search", "harbour", "good"),
    ("search", "-0", "harbour", "good"),
    ("search", "nothing-of-it", "good"),
    ("search", "tga:x", "good"),
    ("impact", "press", "good"),
    ("diff", "good/a.yaml", "bad/a.yaml"),
    ("new", "Harbour talks", "new"),
    ("index", "good"),
    ("index", "--rebuild", "bad"),
    ("schema",),
    ("pick", "good"),
    ("nothing-there",),
    ("--no-such-option",),
)
"""Each with arguments that make it print what it can print."""

_FULL = "/dev/full"
_SENTENCES = {b"No space left on device", b"Bad file descriptor", b"one of them is closed"}


def _given(stream: int, path: str, how: int) -> None:
    """Let a stream be a file."""
    descriptor = os.open(path, how)
    os.dup2(descriptor, stream)
    os.close(descriptor)


def _cut(stream: int) -> None:
    """Let a stream be a pipe that nobody reads."""
    reads, writes = os.pipe()
    os.dup2(writes, stream)
    os.close(writes)
    os.close(reads)


def _close(*streams: int) -> None:
    for stream in streams:
        with suppress(OSError):
            os.close(stream)


class State(NamedTuple):
    """What a command finds in place of its streams."""

    prepare: Callable[[], object]
    """Run in the process before the program is."""
    code: int | None = None
    """What is returned where something was printed. None: what is returned in any case."""


def _both(one: Callable[[], object], other: Callable[[], object]) -> Callable[[], object]:
    return lambda: (one(), other())


_out_full = partial(_given, 1, _FULL, os.O_WRONLY)
_err_full = partial(_given, 2, _FULL, os.O_WRONLY)
STATES: Mapping[str, State] = {
    "out full": State(_out_full, 1),
    "err full": State(_err_full),
    "both full": State(_both(_out_full, _err_full), 1),
    "out closed": State(partial(_close, 1)),
    "err closed": State(partial(_close, 2)),
    "in closed": State(partial(_close, 0)),
    "both closed": State(partial(_close, 1, 2)),
    "all closed": State(partial(_close, 0, 1, 2)),
    "out cut": State(partial(_cut, 1), 141),
    "err cut": State(partial(_cut, 2)),
    "both cut": State(_both(partial(_cut, 1), partial(_cut, 2)), 141),
    "out full, err closed": State(_both(_out_full, partial(_close, 2)), 1),
    "out cut, err full": State(_both(partial(_cut, 1), _err_full), 141),
    "out only to be read": State(partial(_given, 1, os.devnull, os.O_RDONLY), 1),
    "err only to be read": State(partial(_given, 2, os.devnull, os.O_RDONLY)),
    "in only to be written": State(partial(_given, 0, os.devnull, os.O_WRONLY)),
}
_OF_INPUT = frozenset({"in closed", "all closed", "in only to be written"})
"""States in which there is nothing to be read: a command that reads standard input has to say so."""
SHORT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("out full", ("--help",)),
    ("out closed", ("--help",)),
    ("both full", ("check", "bad")),
    ("err full", ("check", "bad")),
    ("all closed", ("check", "bad")),
    ("both cut", ("check", "bad")),
)


class Run(NamedTuple):
    """A command in one state of its streams."""

    state: str
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        return f"briefing {' '.join(self.arguments)} ({self.state})"


def ground(folder: Path) -> Path:
    """Write what the commands are about, and return its folder."""
    for name, text in (("good", BRIEF), ("bad", WRONG)):
        (folder / name).mkdir()
        (folder / name / "a.yaml").write_text(text, encoding="utf-8")
    (folder / "new").mkdir()
    return folder


class Process:
    """A run that has begun. What it writes where it still can is kept."""

    def __init__(self, arguments: Sequence[str], prepare: Callable[[], object] | None) -> None:
        self._ground = tempfile.TemporaryDirectory(prefix="streams-")
        home = Path(self._ground.name)
        self._process = subprocess.Popen(
            command(*arguments),
            cwd=ground(home),
            env=environment(home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=prepare,  # noqa: PLW1509 - nothing else runs here
            start_new_session=True,
        )

    def end(self) -> tuple[int, bytes, bytes]:
        """Return the exit code, and what was written on the two streams."""
        with self._ground:
            out, err = self._process.communicate(timeout=60)
        return self._process.returncode, out, err


def wrong(run: Run, usual: tuple[int, bytes, bytes], ended: tuple[int, bytes, bytes]) -> Iterator[str]:
    """Yield what is not as it is to be, against how the command ends with streams that are in order."""
    code, _, err = ended
    state = STATES[run.state]
    if b"Traceback" in err or b"Exception ignored" in err:
        yield f"{run}: {err.decode(errors='replace')}"
    wanted = usual[0] if state.code is None or not usual[1] else state.code
    reads = "-" in run.arguments and run.state in _OF_INPUT
    if code != wanted and not reads:
        yield f"{run}: {code}, not {wanted}"
    if reads and code not in {1, 2}:
        yield f"{run}: {code} for what could not be read"
    told = [line for line in err.splitlines() if line not in usual[2].splitlines()]
    if not reads and not all(any(sentence in line for sentence in _SENTENCES) for line in told):
        yield f"{run}: {told}"


def attack(runs: Sequence[Run], at_once: int = 8) -> Iterator[str]:
    """Yield what went wrong in the runs, some of which go on at the same time."""
    every = [*dict.fromkeys(Run("", run.arguments) for run in runs), *runs]
    usual: dict[tuple[str, ...], tuple[int, bytes, bytes]] = {}
    begun: list[tuple[Run, Process]] = []
    for run in [*every, *[None] * at_once]:
        if len(begun) >= at_once or run is None:
            ended = begun.pop(0) if begun else None
            if ended is not None:
                yield from _judged(ended[0], ended[1].end(), usual)
        if run is not None:
            begun.append((run, Process(run.arguments, STATES[run.state].prepare if run.state else None)))


def _judged(
    run: Run, ended: tuple[int, bytes, bytes], usual: dict[tuple[str, ...], tuple[int, bytes, bytes]]
) -> Iterator[str]:
    if not run.state:
        usual[run.arguments] = ended
    else:
        yield from wrong(run, usual[run.arguments], ended)


def main() -> int:
    """Run the attack, and say what it found."""
    runs = [Run(*each) for each in SHORT]
    if "--long" in sys.argv:
        runs = [Run(state, arguments) for arguments in COMMANDS for state in STATES]
    found = list(attack(runs))
    sys.stdout.write("".join(f"{each}\n" for each in found))
    sys.stdout.write(f"{len(runs):,} runs, {len(found):,} of them wrong\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
