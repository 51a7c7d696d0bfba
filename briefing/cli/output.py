"""Owns the two streams: what can be shown on them, how wide, in which colours. Nobody else prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO

from briefing.safetext import visible
from briefing.typesetting.lines import Line, Role
from briefing.typesetting.look import Look

_NARROWEST, _WIDEST = 20, 100
_UNWRITTEN = 80
"""Width of text that goes to no terminal."""

_STYLES: Mapping[Role, str] = {
    Role.TITLE: "1",
    Role.STRONG: "1",
    Role.HEADING: "1;36",
    Role.NUMBER: "1",
    Role.ACCENT: "36",
    Role.CITE: "36",
    Role.BAR: "36",
    Role.MARK: "36",
    Role.META: "2",
    Role.FAINT: "2",
    Role.RULE: "2",
    Role.UNIT: "2",
    Role.HEDGE: "3",
    Role.LINK: "4",
    Role.MARKING: "1",
    Role.GOOD: "32",
    Role.WARNING: "33",
    Role.ERROR: "1;31",
}
"""SGR parameters: weight and the terminal's own colours, nothing that a light or a dark background could hide."""


class Output:
    """Standard output and standard error as this run may use them."""

    def __init__(self, environment: Mapping[str, str], *, ascii_signs: bool, color: bool) -> None:
        self._environment = environment
        self._encoding = "ascii" if _is_ascii(environment) else getattr(sys.stdout, "encoding", None) or "utf-8"
        ascii_signs = ascii_signs or not self._encoding.lower().replace("-", "").startswith("utf")
        is_screen = is_terminal(sys.stdout) and not _is_dumb(environment)
        self._is_coloured = is_screen and color
        self.look = Look(ascii=ascii_signs, plain=not is_screen)
        self.plain_look = Look(ascii=ascii_signs, plain=True)

    @property
    def width(self) -> int:
        """Columns to set text in."""
        from shutil import get_terminal_size  # not needed by what is not set in lines

        return max(_NARROWEST, min(_WIDEST, get_terminal_size((_UNWRITTEN, 24)).columns))

    def lines(self, lines: Sequence[Line], *, styled: bool = True) -> None:
        """Print typeset lines, with colours where they are wanted and can be shown."""
        is_coloured = self._is_coloured and styled
        self.text("".join(f"{_line(line, is_coloured=is_coloured)}\n" for line in lines))

    def text(self, text: str) -> None:
        """Print text that is safe. What the terminal cannot show is spelled out."""
        self.data(text.encode(self._encoding, "backslashreplace"))

    def data(self, data: bytes) -> None:
        """Print bytes as they are, or nothing when standard output is closed."""
        if sys.stdout is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()


def say(sentence: str) -> None:
    """Print one line on standard output."""
    if sys.stdout is not None:
        print(visible(sentence), flush=True)  # noqa: T201 - to print is its purpose


def complain(sentence: str) -> None:
    """Print one line for the user on standard error."""
    if sys.stderr is not None:
        print(visible(sentence), file=sys.stderr)  # noqa: T201 - to print is its purpose


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is open on a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def can_open_screen(environment: Mapping[str, str]) -> bool:
    """Return whether there is a terminal to draw on (Textual draws on standard error) and keys to read."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(is_terminal(stream) for stream in streams) and not _is_dumb(environment)


def drop_output() -> None:
    """Let nothing more be written to standard output: nobody reads it, or it is full."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_dumb(environment: Mapping[str, str]) -> bool:
    return environment.get("TERM", "") in {"", "dumb", "unknown"}


def _is_ascii(environment: Mapping[str, str]) -> bool:
    """Return whether the locale was set to C. Python then talks UTF-8 all the same, which the terminal may not."""
    ctype = environment.get("LC_CTYPE", "")
    # Python itself puts C.UTF-8 there when it finds LANG=C (PEP 538).
    chosen = environment.get("LC_ALL") or ("" if ctype == "C.UTF-8" else ctype) or environment.get("LANG", "")
    return chosen in {"C", "POSIX"}


def _line(line: Line, *, is_coloured: bool) -> str:
    if not is_coloured:
        return "".join(run.text for run in line).rstrip()
    return "".join(
        f"\x1b[{_STYLES[run.role]}m{run.text}\x1b[0m" if run.role in _STYLES and run.text.strip() else run.text
        for run in line
    )
