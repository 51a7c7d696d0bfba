"""Prints typeset lines on standard output: with which width, colours and signs."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from briefing.base.safe_text import safe_line
from briefing.cli.streams import encoding, is_dumb, is_terminal, write, write_bytes
from briefing.cli.task import Task
from briefing.render.lines import Line, Role, Run
from briefing.render.symbols import Look
from briefing.tui.terminal import SIMPLE_TERMINALS
from briefing.tui.terminal.console import console_signs, is_console
from briefing.tui.terminal.links import linked

_NARROWEST, _WIDEST = 20, 100
_UNWRITTEN = 80
"""Width of text that is not printed on a terminal, in columns."""

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
    Role.WARNING: "1",  # what weakens a claim may not be fainter than the claim, as yellow is on white
    Role.ERROR: "1;31",
    Role.TLP_RED: "1;91;40",
    Role.TLP_AMBER: "1;93;40",
    Role.TLP_GREEN: "1;92;40",
    Role.TLP_CLEAR: "1;97;40",
}
"""SGR parameters of each role. Only weight and the terminal's own colours, which any background shows."""


class Output:
    """Standard output, with what the terminal can show and the user wants."""

    def __init__(self, environment: Mapping[str, str], *, ascii_signs: bool, color: bool) -> None:
        self._encoding = encoding(environment)
        ascii_signs = ascii_signs or not self._encoding.lower().replace("-", "").startswith("utf")
        is_screen = is_terminal(sys.stdout) and not is_dumb(environment)
        self._is_coloured = is_screen and color
        self._has_links = is_screen and environment.get("TERM") not in SIMPLE_TERMINALS
        self._is_console = is_screen and is_console(environment)
        self.look = Look(ascii=ascii_signs, plain=not is_screen, console=self._is_console)
        self.plain_look = Look(ascii=ascii_signs, plain=True)

    @property
    def width(self) -> int:
        """Width for typesetting, in columns."""
        return max(_NARROWEST, min(_WIDEST, _columns()))

    def lines(self, lines: Sequence[Line], *, styled: bool = True) -> None:
        """Print typeset lines, with colours if they are wanted and can be shown."""
        is_coloured, has_links = self._is_coloured and styled, self._has_links and styled
        self.text("".join(f"{_line(line, is_coloured=is_coloured, has_links=has_links)}\n" for line in lines))

    def text(self, text: str) -> None:
        """Print safe text. Characters that the terminal cannot show are spelled out."""
        write(console_signs(text) if self._is_console else text, self._encoding)

    def data(self, data: bytes) -> None:
        """Print bytes as they are."""
        write_bytes(data)


def _columns() -> int:
    """Return the columns of the terminal as `shutil.get_terminal_size` does, which takes 3 ms to import."""
    try:
        given = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        given = 0
    if given > 0 or sys.__stdout__ is None:
        return given or _UNWRITTEN
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _UNWRITTEN
    except (ValueError, OSError):  # it is closed, or no terminal
        return _UNWRITTEN


def _line(line: Line, *, is_coloured: bool, has_links: bool) -> str:
    found = "".join(_run(run, is_coloured=is_coloured, has_links=has_links) for run in line)
    return found if is_coloured else found.rstrip()


def _run(run: Run, *, is_coloured: bool, has_links: bool) -> str:
    text = safe_line(run.text)
    if is_coloured and run.role in _STYLES and text.strip():
        text = f"\x1b[{_STYLES[run.role]}m{text}\x1b[0m"
    return linked(text, run.link) if has_links and run.link else text


def output_of(task: Task) -> Output:
    """Return the output for the options of a command, the settings and the environment."""
    return Output(
        task.environment,
        ascii_signs="ascii" in task.arguments or task.settings.ascii is True,
        color="no_color" not in task.arguments and not task.environment.get("NO_COLOR"),
    )
