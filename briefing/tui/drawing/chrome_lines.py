"""The lines above and below the panes: tabs, headings, the readout, the keys. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.render.lines import Line, Role, Run
from briefing.render.panes import PANES as PANE_TYPES
from briefing.render.parts.chrome import LEAST_GAP, footer, tabs, tabs_cells
from briefing.render.sheet_builder import crop_line, spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy
from briefing.render.text.wrap import fill, line_cells
from briefing.tui.panes import LIBRARY, TITLES

_TAB_NAMES = {
    **{pane.name: f"{digit} {pane.short}" for digit, pane in enumerate(PANE_TYPES, 1)},
    LIBRARY: f"0 {TITLES[LIBRARY]}",
}
"""In the order of the tabs: the list is the last."""
MOST_NOTICE_ROWS = 4
"""Rows that a message takes at most, from the last row of the screen upward."""
TAB_ORDER = tuple(_TAB_NAMES)


def tabs_line(current: str, counts: Mapping[str, str], width: int, look: Look) -> Line:
    """Return the tabs, with `current` as the active one: the key, the name and the count of each part.

    Where they do not fit, it is not said how many are seen, then only the active one has a count; then only it has a
    name, and others their counts. The name of the active one is never cut where a terminal has 40 columns.
    """
    whole = [f"{name} {counts.get(part, '')}".strip() for part, name in _TAB_NAMES.items()]
    total = {part: count.rpartition(" of ")[2] for part, count in counts.items()}
    plain = [f"{name} {total.get(part, '')}".strip() for part, name in _TAB_NAMES.items()]
    others = [f"{name[0]} {total.get(part, '')}".strip() for part, name in _TAB_NAMES.items()]
    at, name = TAB_ORDER.index(current), _TAB_NAMES[current]
    named = (plain[at], f"{name} {total.get(current, '').partition(' ')[0]}".strip(), name)
    digits = [name[0] for name in _TAB_NAMES.values()]
    narrow = [[*others[:at], text, *others[at + 1 :]] for text in named]
    least = [*digits[:at], name, *digits[at + 1 :]]
    names = list(_TAB_NAMES.values())
    forms = [whole, plain, [*names[:at], plain[at], *names[at + 1 :]], *narrow, least]
    fitting_form = next((form for form in forms if 1 + tabs_cells(form, LEAST_GAP) <= width), least)
    return tabs(fitting_form, at, width, look)


def tab_at(line: Line, x: int) -> str | None:
    """Return the part whose tab is at cell `x` of the line of tabs, or None."""
    left = 0
    for number, run in enumerate(line):
        left += cells(run.text)
        if x < left:
            part = (number - 1) // 2
            return TAB_ORDER[part] if 0 < number < 2 * len(TAB_ORDER) else None
    return None


def hint_line(hints: Sequence[tuple[str, str]], found: str, width: int, look: Look) -> Line:
    """Return the last row: keys and what they do, and at its end `found`, which tells how many hits find has."""
    end = (Run(f"{found}  ", Role.ACCENT),) if found else ()
    room = width - 4 - cells(found)  # one cell before, two behind, one between
    shown = [(look.say(key), word) for key, word in hints]
    return spread_line((Run(" "), *footer(fitting(shown, room), room)), end, width, look.signs.ellipsis)


def readout_row(readout: Line, width: int, look: Look) -> Line:
    """Return the row of the readout: what is known of the item under the cursor."""
    return (Run(" "), *_cropped(readout, width - 2, look))


def readout_rows(readout: Line, width: int, rows: int, look: Look) -> tuple[Line, ...]:
    """Return a readout in so many rows; the last one ends with an ellipsis if there is more."""
    if rows <= 1 or line_cells(readout) <= width - 2:
        return (readout_row(readout, width, look),)
    lines = tuple(fill([run.like(run.text.replace(NO_BREAK, " ")) for run in readout], max(1, width - 2)))
    rest = tuple(run for line in lines[rows - 1 :] for run in (Run(" "), *line))[1:]
    return tuple(readout_row(line, width, look) for line in (*lines[: rows - 1], rest))


def _cropped(readout: Line, room: int, look: Look) -> Line:
    """Return a readout in at most `room` cells; an ellipsis says that there is more. Nothing in it is broken."""
    line = tuple(Run(run.text.replace(NO_BREAK, " "), run.role, run.target) for run in readout)
    if line_cells(line) <= room:
        return line
    return (*crop_line(line, max(0, room - cells(look.signs.ellipsis)), ""), Run(look.signs.ellipsis, Role.META))


def folded_line(readout: Line, hints: Sequence[tuple[str, str]], found: str, width: int, look: Look) -> Line:
    """Return the last row of a low screen: the readout, and at its end the key that shows all keys."""
    if not readout:
        return hint_line(hints, found, width, look)
    last = [(look.say(key), word) for key, word in hints[-1:]]
    end = ((Run(f"{found}  ", Role.ACCENT),) if found else ()) + footer(last, width) + (Run(" "),)
    room = width - line_cells(end) - 2
    return spread_line((Run(" "), *_cropped(readout, room, look)), end, width, look.signs.ellipsis)


def notice_lines(sentence: str, width: int, look: Look, rows: int = MOST_NOTICE_ROWS) -> list[Line]:
    """Return the last rows while they show a message: as many as it needs, `rows` at most."""
    margin = (Run(" "),)
    lines = fill((Run(tidy(look.say(sentence)), Role.ACCENT),), width - 1, margin, margin)
    if len(lines) <= rows:
        return lines
    if rows == 1:
        return [crop_line((*margin, Run(look.say(sentence), Role.ACCENT)), width - 1, look.signs.ellipsis)]
    last = crop_line(lines[rows - 1], width - 1 - cells(look.signs.ellipsis), "")
    return [*lines[: rows - 1], (*last, Run(look.signs.ellipsis, Role.ACCENT))]


def fitting(hints: Sequence[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """Return the hints that fit in `room` cells. The last one is dropped last."""
    kept = list(hints)
    while len(kept) > 1 and sum(cells(key) + cells(word) + 4 for key, word in kept) - 3 > room:
        del kept[-2]
    return kept
