"""Owns the lines at the edges of the reading screen: the masthead, the tabs and the last row. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.render.lines import Line, Role, Run
from briefing.render.parts.chrome import footer, masthead, tabs
from briefing.render.sheet_builder import crop_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.tui.panes import NAMES, PANES

_TABS = ("0 Library", *(f"{digit} {title}" for _, digit, title in PANES))
_SHORT_TABS = ("0 Lib", "1 Sum", "2 Fig", "3 Time", "4 Src")

Head = tuple[Line, Line]
"""What the masthead says at its left and at its right."""


def mast_line(head: Head, width: int, y: int, look: Look) -> Line:
    """Return a row of the masthead; the second one is a rule."""
    if y > 0:
        return (Run(look.signs.rule * width, Role.RULE),)
    return (Run("  "), *masthead(*head, width - 4, look.signs.ellipsis), Run("  "))


def tabs_line(current: str, width: int, y: int, look: Look) -> Line:
    """Return a row of the tabs, with that part as the active one."""
    names = _TABS if sum(map(len, _TABS)) + 2 * len(_TABS) <= width else _SHORT_TABS
    return tabs(names, NAMES.index(current), width, look)[y]


def field_line(prompt: str, waiting: str) -> tuple[Run, Run]:
    """Return a field that is empty and that nobody types into."""
    return (Run(f"  {prompt} ", Role.KEY), Run(waiting, Role.META))


def hint_line(hints: Sequence[tuple[str, str]], found: str, width: int, look: Look) -> Line:
    """Return the last row: keys and what they do, and at its end how many words were found, if any are looked for."""
    end = (Run(f"{found}  ", Role.ACCENT),) if found else ()
    room = width - 5 - cells(found)  # two cells before, two behind, one between
    told = [(look.say(key), word) for key, word in hints]
    return masthead((Run("  "), *footer(fitting(told, room), room)), end, width, look.signs.ellipsis)


def notice_line(sentence: str, width: int, look: Look) -> Line:
    """Return the last row while it tells something."""
    return crop_line((Run("  "), Run(look.say(sentence), Role.ACCENT)), width - 1, look.signs.ellipsis)


def fitting(hints: Sequence[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """Return the hints that fit in so many cells; the last one stays longest."""
    told = list(hints)
    while len(told) > 1 and sum(cells(key) + cells(word) + 4 for key, word in told) - 3 > room:
        del told[-2]
    return told
