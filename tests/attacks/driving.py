"""A command of the program run in this process as a shell would run it: its exit code, its output, how it broke."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from briefing.cli import main


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
