"""Reads a brief from a git repository, as `REV:path`.

A repository may come from a stranger, and its settings may name programs. git is called so that it runs none of them:
no pager, no hook, no filter, no file watcher, and no fetching of missing objects.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from shutil import which
from threading import Timer
from typing import IO

from briefing.base.files import BRIEF_LIMIT, FileProblemError, read_stream
from briefing.base.paths import OPTION_SIGNS
from briefing.base.safe_text import visible
from briefing.cli.exits import UsageError

_PATIENCE = 10.0
"""Seconds to wait for git."""
_TOLD = 4096
"""Bytes of git's error messages that are read at most."""
_ASKED = ("--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "cat-file", "blob")
_FORCED = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
"""There is no protocol "none": a partial clone cannot fetch missing objects."""


def read_revision(name: str, environment: Mapping[str, str]) -> bytes:
    """Return the content of `name`, REV:path, in the repository of the current folder.

    Raises:
        UsageError: there is no git, no such revision or path, or the content is too large.

    """
    git = which("git")
    said = visible(name)
    if git is None:
        raise UsageError(f"{said}: there is no such file, and no git command to read it as a revision")
    if name.startswith(OPTION_SIGNS) or "\0" in name:
        raise UsageError(f"{said}: this is neither a file nor a revision")
    with tempfile.TemporaryFile() as told:
        try:
            return _blob([git, *_ASKED, name], {**environment, **_FORCED}, told)
        except (OSError, FileProblemError) as error:
            raise UsageError(f"{said}: {error}") from error


def _blob(command: list[str], environment: Mapping[str, str], told: IO[bytes]) -> bytes:
    """Return the output of git; its error messages go to the file `told`.

    Raises:
        FileProblemError: the output is too large, or git takes too long or fails.

    """
    process = subprocess.Popen(  # noqa: S603 - a fixed command with one argument, which is not an option
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=told
    )
    timer = Timer(_PATIENCE, process.kill)
    timer.start()
    try:
        data = b"" if process.stdout is None else _read(process.stdout.fileno())
        code = process.wait()
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    if code:
        raise FileProblemError(_why(told) if code > 0 else f"git did not answer within {_PATIENCE:g} seconds")
    return data


def _read(descriptor: int) -> bytes:
    with open(descriptor, "rb", buffering=0, closefd=False) as stream:
        return read_stream(stream, BRIEF_LIMIT)


def _why(told: IO[bytes]) -> str:
    """Return git's error messages as a sentence."""
    told.seek(0, os.SEEK_SET)
    lines = told.read(_TOLD).decode("utf-8", "replace").splitlines()
    parts = [line.partition(": ")[2] for line in lines if line.startswith(("fatal: ", "error: ", "hint: "))]
    return f"git says: {'; '.join(parts) or 'it cannot be read'}"
