"""A row of the list of briefs: its title, and below it what is to be known at a glance, in this order."""

from __future__ import annotations

from briefing.base.frozen import frozen_kw_only
from briefing.format.dates import Edtf, short_date_words
from briefing.format.model import Marking, Status
from briefing.render.lines import Line, Role, Run
from briefing.render.parts.claims import dotted
from briefing.render.sheet_builder import crop_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, crop
from briefing.render.text.wrap import fill

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
    figures: int = 0
    events: int = 0
    sources: int = 0
    id: str = ""
    """Of the brief, safe to show; tells apart what has one title."""
    unread: bool = False
    starred: bool = False
    changed: bool = False
    """True if it has changed since the reader read it."""


def list_row_lines(entry: ListRow, width: int, look: Look) -> tuple[Line, ...]:
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
