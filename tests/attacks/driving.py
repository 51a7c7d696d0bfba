"""What attacks on a file of ours share: what is done to it, a command run as a shell would run it, and the report."""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from briefing.cli import main


class Harm(NamedTuple):
    """What is done to a file."""

    kind: str
    what: str
    """For whoever is to do the same again."""
    do: Callable[[Path], object]


class Run(NamedTuple):
    """What became of a command."""

    code: int
    out: bytes
    err: bytes
    error: str | None
    """The exception that came out of it. None: there was none."""


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command with that environment."""
    out, err = io.BytesIO(), io.BytesIO()
    error, code = None, -1
    with _streams(out, err), patch.dict(os.environ, environment, clear=True):
        try:
            code = main(list(arguments))
        except BaseException as broken:  # noqa: BLE001 - whatever it is, it is what is looked for
            at = traceback.extract_tb(broken.__traceback__)[-3:]
            error = f"{broken!r:.300} at {', '.join(f'{one.filename}:{one.lineno}' for one in at)}"
    return Run(code, out.getvalue(), err.getvalue(), error)


def remove(path: Path) -> None:
    """Remove a file, or a folder with nothing in it."""
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink()


def attacked_reader(
    harms: Sequence[Harm], faults: Callable[..., Coroutine[None, None, list[str]]], count: int, seed: int
) -> tuple[Counter[str], list[str]]:
    """Attack the reader with some of the harms, found at the start and while it is open.

    `faults` takes a harm and `is_open`, and returns what went wrong. Returned are how many attacks there were of each
    kind, and what went wrong in them.
    """
    counts, wrong = Counter[str](), []
    chance = random.Random(seed)  # noqa: S311 - the same attack on every run
    for harm in chance.sample(harms, count):
        for is_open in (False, True):
            counts[harm.kind] += 1
            when = "while open" if is_open else "at the start"
            wrong += [f"{harm.what}: {when}: {fault}" for fault in asyncio.run(faults(harm, is_open=is_open))]
    return counts, wrong


def report(
    arguments: Sequence[str],
    about: str | None,
    attack: Callable[..., tuple[Counter[str], list[str]]],
    attack_reader: Callable[[Path, int, int], tuple[Counter[str], list[str]]],
) -> int:
    """Attack as the arguments of a script say, and print what came of it; return its exit code."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--long", action="store_true")
    parser.add_argument(
        "--reader", type=int, default=0, help="so many attacks of the reader, instead of all other ways"
    )
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        if asked.reader:
            counts, wrong = attack_reader(Path(name), asked.reader, asked.seed)
        else:
            counts, wrong = attack(Path(name), is_long=asked.long, seed=asked.seed)
    for kind, number in sorted(counts.items()):
        print(f"{number:6,} {kind}")  # noqa: T201 - to print is its purpose
    print(f"{sum(counts.values()):6,} in all, {len(wrong):,} faults", *wrong, sep="\n")  # noqa: T201
    return int(bool(wrong))


@contextmanager
def _streams(out: io.BytesIO, err: io.BytesIO) -> Iterator[None]:
    kept = sys.stdout, sys.stderr
    sys.stdout = io.TextIOWrapper(out, "utf-8", "backslashreplace", write_through=True)
    sys.stderr = io.TextIOWrapper(err, "utf-8", "backslashreplace", write_through=True)
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            stream.detach()
        sys.stdout, sys.stderr = kept
