"""Standard output and standard error: all printing, with their encoding, terminals, and closed or broken streams."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from briefing.base.paths import printed_path
from briefing.base.safe_text import visible
from briefing.base.static_types import TextIO

_BLOCK = 1 << 16
"""Characters that are printed at once, however soon they follow others."""
_PAUSE = 0.1
"""Seconds between two writes of less."""


def encoding(environment: Mapping[str, str]) -> str:
    """Return the encoding for standard output."""
    return "ascii" if _is_ascii(environment) else getattr(sys.stdout, "encoding", None) or "utf-8"


def write(text: str, encoding: str) -> None:
    """Print safe text; characters that the encoding lacks are spelled out."""
    write_bytes(text.encode(encoding, "backslashreplace"))


def write_in_time(parts: Iterable[str], encoding: str, clear: Callable[[], None]) -> None:
    """Print safe text that comes in parts, which may be empty: within a tenth of a second, as long as parts come.

    `clear` removes what stands in the last line of the terminal.
    """
    waiting, size, due = [], 0, 0.0
    for part in parts:
        if part:
            waiting.append(part)
            size += len(part)
        if waiting and (size >= _BLOCK or time.monotonic() >= due):
            _write_over("".join(waiting), encoding, clear)
            waiting, size, due = [], 0, time.monotonic() + _PAUSE
    if waiting:
        _write_over("".join(waiting), encoding, clear)


def _write_over(text: str, encoding: str, clear: Callable[[], None]) -> None:
    if is_terminal(sys.stdout):
        clear()
    write(text, encoding)


def write_brief(text: str, environment: Mapping[str, str]) -> None:
    """Print the text of a brief: on a terminal in its characters, else in UTF-8, as a brief is written."""
    if is_terminal(sys.stdout):
        write(text, encoding(environment))
    else:
        write_bytes(text.encode("utf-8"))


def write_bytes(data: bytes) -> None:
    """Print bytes as they are; nothing if standard output is closed."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def write_name(path: Path, environment: Mapping[str, str], *, end: str = "\n") -> None:
    """Print the path of a file: on a terminal in safe characters, else byte for byte."""
    if is_terminal(sys.stdout):
        write(f"{visible(printed_path(path))}\n", encoding(environment))
    else:
        write_bytes(os.fsencode(printed_path(path)) + end.encode())


def say(sentence: str) -> None:
    """Print one line on standard output."""
    write(f"{visible(sentence)}\n", getattr(sys.stdout, "encoding", None) or "utf-8")


def complain(sentence: str) -> None:
    """Print one line on standard error. If that fails, the work goes on."""
    if sys.stderr is not None:
        try:
            print(visible(sentence), file=sys.stderr, flush=True)  # noqa: T201 - to print is its purpose
        except OSError:
            _drop(sys.stderr)


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is open and a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def can_open_screen(environment: Mapping[str, str]) -> bool:
    """Tell whether there is a terminal to draw on (Textual draws on standard error) and to read keys from."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(is_terminal(stream) for stream in streams) and not is_dumb(environment)


def can_converse() -> bool:
    """Tell whether there is a terminal to print on and to read keys from, whatever it can show."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def can_pick(environment: Mapping[str, str]) -> bool:
    """Tell whether there is a terminal to draw on; standard output may be anything."""
    return is_terminal(sys.stderr) and not is_dumb(environment)


def drop_output() -> None:
    """Discard further standard output, after a write failed: nobody reads it, or the disk is full."""
    if sys.stdout is not None:
        _drop(sys.stdout)


def finish() -> None:
    """Flush the streams. If that failed at the end of Python instead, the exit code would be 120."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                _drop(stream)


def _drop(stream: TextIO) -> None:
    """Redirect a stream to /dev/null, as its buffer would fail again when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def is_dumb(environment: Mapping[str, str]) -> bool:
    """Tell whether TERM says that the terminal can only print."""
    return environment.get("TERM", "") in {"", "dumb", "unknown"}


def _is_ascii(environment: Mapping[str, str]) -> bool:
    """Tell whether the locale was set to C. Python then uses UTF-8 all the same, which the terminal may not."""
    ctype = environment.get("LC_CTYPE", "")
    # Python itself sets LC_CTYPE to C.UTF-8 if the locale is C (PEP 538).
    chosen = environment.get("LC_ALL") or ("" if ctype == "C.UTF-8" else ctype) or environment.get("LANG", "")
    return chosen in {"C", "POSIX"}
