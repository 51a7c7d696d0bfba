"""The lines above a list of briefs: saved searches, the search for what is new, and what is wrong with a query."""

from __future__ import annotations

from briefing.render.lines import Line, Role, Run
from briefing.render.sheet_builder import crop_line, spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop
from briefing.render.text.wrap import fill

_MOST_FAULT_LINES = 3


def query_error_lines(sentence: str, width: int, look: Look, most: int = _MOST_FAULT_LINES) -> tuple[Line, ...]:
    """Return what is wrong with a query, on at most `most` lines."""
    lines = fill((Run(look.say(sentence), Role.ERROR),), max(1, width))
    if len(lines) > most:
        rest = Run(" ".join(run.text for line in lines[most - 1 :] for run in line), Role.ERROR)
        lines[most - 1 :] = [crop_line((rest,), width, look.signs.ellipsis)]
    return tuple(lines)


def saved_search_line(name: str, count: int | None, width: int, look: Look) -> Line:
    """Return the line of a saved search: its name, and how many briefs it finds if that is known."""
    return _search_line(Run("/", Role.KEY), name, count, width, look)


def new_briefs_line(name: str, count: int | None, width: int, look: Look) -> Line:
    """Return the line of the search for briefs that are unread or have changed, and their number if it is known."""
    return _search_line(Run(look.signs.unread, Role.ACCENT), name, count, width, look)


def _search_line(sign: Run, name: str, count: int | None, width: int, look: Look) -> Line:
    number = "" if count is None else f"{count:,}"
    room = width - cells(number) - 1 if number else width
    left = (sign, Run(crop(f" {name}", max(1, room - cells(sign.text)), look.signs.ellipsis), Role.BODY))
    return spread_line(left, (Run(number, Role.META),), width, look.signs.ellipsis) if number else left
