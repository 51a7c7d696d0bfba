"""The lines around the panes: masthead, tabs, pane headings, the footer with keys, and the rows of the list."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.frozen import frozen, frozen_kw_only
from briefing.format.dates import Edtf, short_date_words
from briefing.format.model import Marking, Status
from briefing.render.lines import Line, Role, Run
from briefing.render.parts.claims import dotted
from briefing.render.sheet_builder import crop_line, spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, crop
from briefing.render.text.wrap import fill, line_cells

ROW_LINES = 3
"""Lines of every row of the list; after a title of one line the last one is empty."""


@frozen_kw_only
class ListRow:
    """What the list shows of one brief."""

    title: str
    date: Edtf | None = None
    status: Status = Status.FINAL
    marking: Marking | None = None
    errors: int = 0
    warnings: int = 0
    unread: bool = False
    starred: bool = False
    changed: bool = False
    """True if it has changed since the reader read it."""


@frozen
class ScrollPosition:
    """Which part of a sheet a pane shows, in lines."""

    offset: int
    height: int
    """Lines of the pane."""
    total: int
    """Lines of the sheet."""


def list_row(entry: ListRow, width: int, look: Look) -> tuple[Line, ...]:
    """Return the three lines of a brief in the list: title, star, problems, status, date, marking."""
    title = fill((Run(entry.title, Role.STRONG),), max(1, width))
    shown: list[Line] = list(title[:2])
    if len(title) > len(shown):
        rest = "".join(run.text for run in title[1]) + " " + "".join(run.text for run in title[2])
        shown[1] = (Run(_cut(rest, width, look), Role.STRONG),)
    facts = crop_line(tuple(dotted(_row_facts(entry, look), look)), width, look.signs.ellipsis)
    shown.append(tuple(Run(run.text.replace(NO_BREAK, " "), run.role) for run in facts))
    return tuple([*shown, ()][:ROW_LINES])


def list_row_margin(entry: ListRow, look: Look) -> Run:
    """Return the cell before the title of a brief in the list: a dot if it is unread."""
    return Run(look.signs.unread, Role.ACCENT) if entry.unread else Run(" ")


def _cut(text: str, width: int, look: Look) -> str:
    """Return a text cropped with an ellipsis even if it would just fit: more text follows it."""
    cut = crop(text, width, look.signs.ellipsis)
    return cut if cut != text else crop(text + " x" * width, width, look.signs.ellipsis)


def _row_facts(entry: ListRow, look: Look) -> list[list[Run]]:
    facts: list[list[Run]] = []
    if entry.starred:
        facts.append([Run(look.signs.starred, Role.ACCENT)])
    if entry.changed:
        facts.append([Run("changed", Role.ACCENT)])
    if entry.errors or entry.warnings:
        count = entry.errors or entry.warnings
        sign, role = (look.signs.error, Role.ERROR) if entry.errors else (look.signs.warning, Role.WARNING)
        facts.append([Run(f"{sign} {count}", role)])
    if entry.status is not Status.FINAL:
        facts.append([Run(str(entry.status), Role.WARNING)])
    if entry.date is not None:
        facts.append([Run(look.say(short_date_words(entry.date)), Role.DATE)])
    if entry.marking is not None:
        facts.append([Run(str(entry.marking), Role.META)])
    return facts


def masthead(left: Line, right: Line, width: int, ellipsis: str = "…") -> Line:
    """Return the top line: what is open at the left, where the reader is at the right."""
    return spread_line(left, right, width, ellipsis)


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
