"""The lines above and below the panes: masthead, tabs, an empty field, the last row. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefing.base.problems import Problem, Severity, counted_problems
from briefing.base.safe_text import visible
from briefing.format.model import Brief
from briefing.library.entries import Entry
from briefing.render.lines import Line, Role, Run
from briefing.render.panes import PANES as PANE_TYPES
from briefing.render.parts.chrome import footer, tabs
from briefing.render.sheet_builder import crop_line, spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.sheets import count_of_problems
from briefing.tui.panes import NAMES, PANES

_TABS = ("0 Library", *(f"{digit} {title}" for _, digit, title in PANES))
_SHORT_TABS = ("0 Lib", *(f"{digit} {pane.short}" for digit, pane in enumerate(PANE_TYPES, 1)))

MastheadEnds = tuple[Line, Line]
"""The left and the right end of the masthead."""


def masthead_line(ends: MastheadEnds, width: int, y: int, look: Look) -> Line:
    """Return row `y` of the masthead; the second one is a rule."""
    if y > 0:
        return (Run(look.signs.rule * width, Role.RULE),)
    return (Run("  "), *spread_line(*ends, width - 4, look.signs.ellipsis), Run("  "))


def tabs_line(current: str, width: int, y: int, look: Look) -> Line:
    """Return row `y` of the tabs, with `current` as the active one."""
    names = _TABS if sum(map(len, _TABS)) + 2 * len(_TABS) <= width else _SHORT_TABS
    return tabs(names, NAMES.index(current), width, look)[y]


def field_line(prompt: str, placeholder: str) -> tuple[Run, Run]:
    """Return the line of an empty field without focus."""
    return (Run(f"  {prompt} ", Role.KEY), Run(placeholder, Role.META))


def hint_line(hints: Sequence[tuple[str, str]], found: str, width: int, look: Look) -> Line:
    """Return the last row: keys and what they do, and at its end `found`, which tells how many hits find has."""
    end = (Run(f"{found}  ", Role.ACCENT),) if found else ()
    room = width - 5 - cells(found)  # two cells before, two behind, one between
    shown = [(look.say(key), word) for key, word in hints]
    return spread_line((Run("  "), *footer(fitting(shown, room), room)), end, width, look.signs.ellipsis)


def notice_line(sentence: str, width: int, look: Look) -> Line:
    """Return the last row while it shows a message."""
    return crop_line((Run("  "), Run(look.say(sentence), Role.ACCENT)), width - 1, look.signs.ellipsis)


def fitting(hints: Sequence[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """Return the hints that fit in `room` cells. The last one is dropped last."""
    kept = list(hints)
    while len(kept) > 1 and sum(cells(key) + cells(word) + 4 for key, word in kept) - 3 > room:
        del kept[-2]
    return kept


class MastheadFacts(NamedTuple):
    """What the masthead shows besides the name of the brief and its place in the list."""

    build_progress: str = ""
    """Progress of reading a large library. Empty: none is being read."""
    is_gone: bool = False
    """Whether the file of the brief no longer exists."""
    found: Sequence[Problem] = ()
    """Problems of the brief; notes among them are not counted."""
    wrong: Mapping[str, Sequence[Problem]] = MappingProxyType({})
    """Other problems, by what has them: settings, folders."""
    is_sample: bool = False
    """Whether the samples are shown, since there is no other library."""


def masthead_ends(entry: Entry, brief: Brief | None, place: str, facts: MastheadFacts) -> MastheadEnds:
    """Return the left and the right end of the masthead. `brief` is None if it cannot be read."""
    left = (Run("Briefing", Role.STRONG), Run("  "), Run(visible(entry.id), Role.META))
    right = [Run(f"{facts.build_progress}   ", Role.META)] if facts.build_progress else []
    if brief and brief.marking:
        right.append(Run(f"{brief.marking}   ", Role.MARKING))
    if facts.is_gone:
        right.append(Run("! its file is gone   ", Role.ERROR))
    found = counted_problems(facts.found)
    if found:
        is_error = any(problem.severity is Severity.ERROR for problem in found)
        right.append(Run(f"! {count_of_problems(found)}   ", Role.ERROR if is_error else Role.WARNING))
    for what, problems in facts.wrong.items():
        if problems:
            right.append(Run(f"! {what}: {count_of_problems(problems)}   ", Role.ERROR))
    if facts.is_sample:
        right.append(Run("a sample   ", Role.STRONG))
    return left, (*right, Run(place, Role.ACCENT))
