"""The lines around the panes: tabs, headings of panes, and keys."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Line, Role, Run
from briefing.render.sheet_builder import crop_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop
from briefing.render.text.wrap import line_cells

LEAST_GAP = "  "
"""What separates tabs where there is little room."""


@frozen
class ScrollPosition:
    """Which part of a sheet a pane shows, in lines."""

    offset: int
    height: int
    """Lines of the pane."""
    total: int
    """Lines of the sheet."""


class HeadingState(NamedTuple):
    """What the heading of a pane shows beside its title."""

    focused: bool = False
    """Whether the reader is in the pane."""
    scroll: ScrollPosition | None = None
    """None: the pane shows all of its sheet."""
    note: str = ""
    """At the right end; it gives way where there is no room."""


def heading(title: str, width: int, look: Look, state: HeadingState | None = None) -> Line:
    """Return the heading of a pane ("1 Summary"), a rule whose heavy part is the visible part of the sheet, and a note.

    The pane with the focus has no rule: its heading fills `width`.
    """
    focused, scroll, note = state or HeadingState()
    text = crop(title.upper(), width, look.signs.ellipsis)
    end = f" {note}" if note and cells(text) + cells(note) + 1 < width else ""
    room = width - cells(text) - 1 - cells(end)
    if focused:
        return (Run(text + " " * (width - cells(text) - cells(end)) + end, Role.FOCUS),)
    digit, space, name = text.partition(" ")
    named = (
        (Run(digit + space, Role.ACCENT), Run(name, Role.HEADING)) if digit.isdigit() else (Run(text, Role.HEADING),)
    )
    after = (Run(end, Role.META),) if end else ()
    if room < 1 or not look.signs.rule:
        return (*named, *((Run(" " * (room + 1)),) if after else ()), *after)
    start, stop = _thumb(scroll, room)
    light, heavy = look.signs.rule, look.signs.heavy
    parts = ((light * start, Role.RULE), (heavy * (stop - start), Role.HEADING), (light * (room - stop), Role.RULE))
    return (*named, Run(" "), *(Run(rule, part) for rule, part in parts if rule), *after)


def _thumb(scroll: ScrollPosition | None, room: int) -> tuple[int, int]:
    """Return where the heavy part of a rule of `room` cells begins and ends; (0, 0) if everything is visible."""
    if scroll is None or scroll.total <= scroll.height:
        return 0, 0
    length = max(1, min(room, room * scroll.height // scroll.total))
    travel = scroll.total - scroll.height
    start = round((room - length) * min(scroll.offset, travel) / travel)
    return start, start + length


def tabs_cells(titles: Sequence[str], gap: str) -> int:
    """Return how many cells tabs need with a gap between them."""
    return sum(map(cells, titles)) + cells(gap) * (len(titles) - 1)


def tabs(titles: Sequence[str], active: int, width: int, look: Look) -> Line:
    """Return the line of tabs, one run for each title with what separates it from the next, then a rule.

    Blanks separate them where rules do not fit. Titles are cropped if they do not fit then.
    """
    rule = look.signs.rule
    gap = f" {rule} " if rule else "   "
    names = list(titles)
    if 1 + tabs_cells(names, gap) > width:
        gap = LEAST_GAP
    if 1 + tabs_cells(names, gap) > width:
        longest = max(1, (width - 1) // max(1, len(names)) - cells(gap))
        names = [crop(name, longest, "") for name in names]
    runs: list[Run] = [Run(" ")]
    for index, name in enumerate(names):
        runs += [Run(name, Role.FOCUS if index == active else Role.HEADING), Run(gap, Role.RULE)]
    free = width + cells(gap) - 1 - line_cells(tuple(runs))
    return crop_line((*runs[:-1], Run(" "), Run(rule * max(0, free), Role.RULE)), width, "")


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
