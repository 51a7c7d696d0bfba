"""Owns the two streams: whether they are there, whose they are, what they can carry. Nobody else prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from briefing.base.paths import printed_path
from briefing.base.safe_text import visible


def encoding(environment: Mapping[str, str]) -> str:
    """Return what standard output is to be written in."""
    return "ascii" if _is_ascii(environment) else getattr(sys.stdout, "encoding", None) or "utf-8"


def write(text: str, encoding: str) -> None:
    """Print text that is safe; what the encoding lacks is spelled out."""
    write_bytes(text.encode(encoding, "backslashreplace"))


def write_bytes(data: bytes) -> None:
    """Print bytes as they are, or nothing when standard output is closed."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def write_name(path: Path, environment: Mapping[str, str], *, end: str = "\n") -> None:
    """Print the path of a file and nothing else: to a terminal as it can be read, else byte for byte."""
    if is_terminal(sys.stdout):
        write(f"{visible(printed_path(path))}\n", encoding(environment))
    else:
        write_bytes(os.fsencode(printed_path(path)) + end.encode())


def say(sentence: str) -> None:
    """Print one line on standard output."""
    write(f"{visible(sentence)}\n", getattr(sys.stdout, "encoding", None) or "utf-8")


def complain(sentence: str) -> None:
    """Print one line for the user on standard error. Where that cannot be done, the work goes on and counts."""
    if sys.stderr is not None:
        try:
            print(visible(sentence), file=sys.stderr, flush=True)  # noqa: T201 - to print is its purpose
        except OSError:
            _drop(sys.stderr)  # nobody could be told of it


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is open on a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def can_open_screen(environment: Mapping[str, str]) -> bool:
    """Return whether there is a terminal to draw on (Textual draws on standard error) and keys to read."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(is_terminal(stream) for stream in streams) and not is_dumb(environment)


def can_pick(environment: Mapping[str, str]) -> bool:
    """Return whether there is a terminal to draw on; standard output may be anything."""
    return is_terminal(sys.stderr) and not is_dumb(environment)


def drop_output() -> None:
    """Let nothing more be written to standard output: nobody reads it, or it is full."""
    if sys.stdout is not None:
        _drop(sys.stdout)


def finish() -> None:
    """Write what is still in the buffers: where that fails, as on a terminal that is gone, Python exits with 120."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                _drop(stream)


def _drop(stream: TextIO) -> None:
    """Let a stream lead nowhere: what is still in its buffer would fail again as Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def is_dumb(environment: Mapping[str, str]) -> bool:
    """Return whether a terminal says that it can do nothing but print."""
    return environment.get("TERM", "") in {"", "dumb", "unknown"}


def _is_ascii(environment: Mapping[str, str]) -> bool:
    """Return whether the locale was set to C. Python then talks UTF-8 all the same, which the terminal may not."""
    ctype = environment.get("LC_CTYPE", "")
    # Python itself puts C.UTF-8 there when it finds LANG=C (PEP 538).
    chosen = environment.get("LC_ALL") or ("" if ctype == "C.UTF-8" else ctype) or environment.get("LANG", "")
    return chosen in {"C", "POSIX"}
