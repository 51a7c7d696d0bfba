"""What a menu offers: its choices in groups, those that match what is typed, and their lines. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.frozen import frozen
from briefing.base.words import fold_letters
from briefing.render.lines import Line, Role, Run
from briefing.render.sheet_builder import crop_line, spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop
from briefing.render.text.wrap import line_cells

_GROUP_CELLS = 10
"""Width of the column of groups, in cells."""
_GROUPED = 48
"""Width from which on a menu has that column."""


@frozen
class Choice:
    """One thing that a menu offers."""

    group: str
    """Choices of one group stand together under its name."""
    title: str
    key: str = ""
    """The key that does the same without the menu, as people write it. Empty: there is none."""
    note: str = ""
    """What is said of it below the menu while it is chosen. It can be typed as well."""
    setting: str = ""
    """Its name in the settings, said below the menu as well. It can be typed; the words around it cannot."""

    @property
    def said_below(self) -> str:
        """What is said of it below the menu while it is chosen."""
        return self.note or (f"in the settings: {self.setting}" if self.setting else "")


def matching(choices: Sequence[Choice], typed: str) -> list[int]:
    """Return the indices of the choices that match what is typed: one whose key it is, then those with all its words.

    Where nothing is typed, all match.
    """
    words = fold_letters(typed).split()
    by_key = [index for index, choice in enumerate(choices) if choice.key and choice.key == typed.strip()]
    by_words = [index for index, choice in enumerate(choices) if all(word in _searched(choice) for word in words)]
    return list(dict.fromkeys((*by_key, *by_words)))


def _searched(choice: Choice) -> str:
    return fold_letters(f"{choice.group} {choice.title} {choice.key} {choice.note} {choice.setting}")


def choice_line(choice: Choice, width: int, look: Look, *, names_group: bool, chosen: bool) -> Line:
    """Return the line of a choice: its group, if it is to be named and there is room, its title and its key."""
    ellipsis = look.signs.ellipsis
    cursor = Run(look.signs.cursor if chosen else " ", Role.ACCENT)
    group = crop(choice.group, _GROUP_CELLS - 1, ellipsis) if names_group else ""
    column = (Run(" "), Run(group, Role.HEADING), Run(" " * (_GROUP_CELLS - cells(group)))) if width >= _GROUPED else ()
    start = (cursor, *column) if column else (cursor, Run(" "))
    key = look.say(choice.key)
    title = crop(look.say(choice.title), width - line_cells(start) - cells(key) - 3, ellipsis)
    end = (Run(key, Role.KEY), Run("  "))
    return spread_line((*start, Run(title, Role.STRONG if chosen else Role.BODY)), end, width, ellipsis)


def count_line(seen: tuple[int, int], total: int, note: str, width: int, look: Look) -> Line:
    """Return the line below the choices: which of them are visible, from the first to the last, counted from 0.

    `note` is what is said of the chosen one.
    """
    first, last = seen
    if not total:
        text = "nothing matches"
    elif last - first < total:
        text = f"{first + 1}{look.signs.dash}{last} of {total}"
    else:
        text = f"{total} of {total}"
    return crop_line((Run("  "), Run(f"{text}   {look.say(note)}", Role.META)), width, look.signs.ellipsis)
