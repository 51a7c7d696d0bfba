"""Prints texts and typeset lines of the conversation in the width of the terminal, and asks for lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import safe_line
from briefing.render.lines import Line, Run, text_of
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.render.text.wrap import fill

INDENT = "  "
"""Before what belongs to the line above."""


class Setting(NamedTuple):
    """What a conversation needs from outside."""

    look: Look
    width: int
    """Cells of a line."""
    keys: Mapping[str, str]
    """Keys of the settings, by the id of the action."""
    say: Callable[[str], None]
    """Prints one line of safe text."""
    ask: Callable[[Callable[[], None]], str | None]
    """Calls its argument, which says what to type, once a line can be typed, and returns the line. None: the input has
    ended."""


class Printer:
    """The one way to the terminal: whatever is printed becomes safe text here."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def say(self, text: str, indent: str = "") -> None:
        """Print a text in lines of the terminal's width, each after `indent`."""
        margin = (Run(indent),) if indent else ()
        for line in fill((Run(safe_line(text)),), self._setting.width, margin, margin, hyphens=False):
            self._setting.say(text_of(line))

    def say_lines(self, lines: Iterable[Line], before: str = "") -> None:
        """Print lines that are not empty, the first after `before` if there is any, all others indented."""
        for line in lines:
            text = text_of(line).strip().removeprefix(f"{self._setting.look.signs.bullet} ")
            if text and before and cells(before) + cells(text) > self._setting.width:
                self.say(before)
                before = ""
            if text:
                self.say(f"{before}{text}", "" if before else INDENT)
                before = ""

    def ask(self, prompt: str) -> str | None:
        """Ask for a line. None: the reader typed nothing."""
        typed = self._setting.ask(lambda: self.say(prompt))
        return typed.strip() or None if typed else None
