"""The lines around the panes: tabs, pane headings and the footer with keys."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.frozen import frozen
from briefing.render.lines import Line, Role, Run
from briefing.render.sheet_builder import crop_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop
from briefing.render.text.wrap import line_cells


@frozen
class ScrollPosition:
    """Which part of a sheet a pane shows, in lines."""

    offset: int
    height: int
    """Lines of the pane."""
    total: int
    """Lines of the sheet."""


def heading(title: str, width: int, look: Look, *, focused: bool = False, scroll: ScrollPosition | None = None) -> Line:
    """Return the heading of a pane ("1 Summary") and a rule whose heavy part is the visible part of the sheet."""
    role = Role.ACCENT if focused else Role.HEADING
    text = crop(title.upper(), width, look.signs.ellipsis)
    room = width - cells(text) - 1
    if room < 1 or not look.signs.rule:
        return (Run(text, role),)
    start, end = _thumb(scroll, room)
    light, heavy = look.signs.rule, look.signs.heavy
    parts = ((light * start, Role.RULE), (heavy * (end - start), role), (light * (room - end), Role.RULE))
    return (Run(text, role), Run(" "), *(Run(rule, part) for rule, part in parts if rule))


def _thumb(scroll: ScrollPosition | None, room: int) -> tuple[int, int]:
    """Return where the heavy part of a rule of `room` cells begins and ends; (0, 0) if everything is visible."""
    if scroll is None or scroll.total <= scroll.height:
        return 0, 0
    length = max(1, min(room, room * scroll.height // scroll.total))
    travel = scroll.total - scroll.height
    start = round((room - length) * min(scroll.offset, travel) / travel)
    return start, start + length


def tabs(titles: Sequence[str], active: int, width: int, look: Look) -> tuple[Line, Line]:
    """Return tabs and the rule below them, heavy under the active one; titles are cropped if they do not fit."""
    longest = max((width // max(1, len(titles))) - 2, 1)
    names = [f" {title} " for title in titles]
    if sum(map(cells, names)) > width:
        names = [f" {crop(title, longest, '')} " for title in titles]
    over: list[Run] = []
    under: list[Run] = []
    for index, name in enumerate(names):
        over.append(Run(name, Role.ACCENT if index == active else Role.META))
        sign = look.signs.heavy if index == active else look.signs.rule
        under.append(Run(sign * cells(name), Role.ACCENT if index == active else Role.RULE))
    free = max(0, width - line_cells(tuple(under)))
    under.append(Run(look.signs.rule * free, Role.RULE))
    return crop_line(tuple(over), width), crop_line(tuple(under), width)


def footer(keys: Sequence[tuple[str, str]], width: int) -> Line:
    """Return the line of keys and what they do; those at the end that do not fit are left out."""
    runs: list[Run] = []
    used = 0
    for key, meaning in keys:
        gap = "   " if runs else ""
        needed = cells(gap) + cells(key) + 1 + cells(meaning)
        if used + needed > width:
            break
        runs += [Run(gap), Run(key, Role.KEY), Run(f" {meaning}", Role.META)]
        used += needed
    return tuple(runs)
