"""Owns what stands at the edges of the reading screen: the masthead, the tabs and the last row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.tui.bar import Bar
from briefing.tui.palette import Dress
from briefing.tui.parts import NAMES, PANES
from briefing.typesetting.cells import cells
from briefing.typesetting.frames import footer, masthead, tabs
from briefing.typesetting.lines import Line, Role, Run
from briefing.typesetting.pages import crop_line

_TABS = ("0 Library", *(f"{digit} {title}" for _, digit, title in PANES))
_SHORT_TABS = ("0 Lib", "1 Sum", "2 Fig", "3 Time", "4 Src")


class Edges:
    """The bars above and below what is read, and what they say."""

    def __init__(self, dress: Dress, found: Callable[[], str]) -> None:
        """Take what tells how many words were found, for the end of the last row."""
        self.mast = Bar(self._draw_mast, dress, id="mast")
        self.tabs = Bar(self._draw_tabs, dress, id="tabs")
        self.foot = Bar(self._draw_foot, dress, id="foot")
        self._found = found
        self._head: tuple[Line, Line] = ((), ())
        self._notice = ""
        self._hints: list[tuple[str, str]] = []
        self._current = NAMES[1]

    def head(self, left: Line, right: Line) -> None:
        """Change what the masthead says at its left and at its right."""
        self._head = left, right
        self.mast.refresh()

    def say(self, sentence: str) -> None:
        """Tell the reader something in the last row until the next key."""
        if sentence != self._notice:
            self._notice = sentence
            self.foot.refresh()

    def turn(self, current: str, hints: Sequence[tuple[str, str]]) -> None:
        """Show which part the reader is in, and its keys."""
        self._current, self._hints = current, list(hints)
        self.tabs.refresh()
        self.foot.refresh()

    def tab_at(self, x: int) -> str | None:
        """Return the part whose tab is at a cell, or None."""
        left = 0
        for name, run in zip(NAMES, self._draw_tabs(self.tabs.columns, 0), strict=False):
            left += cells(run.text)
            if x < left:
                return name
        return None

    def _draw_mast(self, width: int, y: int) -> Line:
        if y > 0:
            return (Run(self.mast.dress.look.signs.rule * width, Role.RULE),)
        return (Run("  "), *masthead(*self._head, width - 4, self.mast.dress.look.signs.ellipsis), Run("  "))

    def _draw_tabs(self, width: int, y: int) -> Line:
        names = _TABS if sum(map(len, _TABS)) + 2 * len(_TABS) <= width else _SHORT_TABS
        return tabs(names, NAMES.index(self._current), width, self.tabs.dress.look)[y]

    def _draw_foot(self, width: int, _y: int) -> Line:
        look = self.foot.dress.look
        if self._notice:
            return crop_line((Run("  "), Run(look.say(self._notice), Role.ACCENT)), width - 1, look.signs.ellipsis)
        found = self._found()
        end = (Run(f"{found}  ", Role.ACCENT),) if found else ()
        room = width - 5 - cells(found)  # two cells before, two behind, one between
        told = [(look.say(key), word) for key, word in self._hints]
        return masthead((Run("  "), *footer(fitting(told, room), room)), end, width, look.signs.ellipsis)


def fitting(hints: Sequence[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """Return the hints that fit in so many cells; the last one stays longest."""
    told = list(hints)
    while len(told) > 1 and sum(cells(key) + cells(word) + 4 for key, word in told) - 3 > room:
        del told[-2]
    return told
