"""The line of a field that is typed into: what it asks for, the text with its cursor, and what was found. Pure."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Line, Role, Run
from briefing.render.sheet_builder import spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells

LONGEST = 1000
"""Characters that a field holds; the rest of a longer paste is dropped."""
FILTER = ("f", "filter")
"""The prompt of the field above the list, and what it shows while it is empty and has no focus."""


class FieldText(NamedTuple):
    """What a field holds."""

    text: str = ""
    at: int = 0
    """The cursor: before so many characters of the text."""
    note: str = ""
    """What is said right of the text, such as the number of results."""
    end: str = ""
    """What stands right of the note."""
    is_selected: bool = False
    """Whether the whole text is selected: the next letter replaces it."""


def field_line(prompt: str, placeholder: str) -> tuple[Run, Run]:
    """Return the line of an empty field without focus."""
    return (Run(f" {prompt} ", Role.KEY), Run(placeholder, Role.META))


def typed_line(prompt: str, held: FieldText, width: int, look: Look, *, has_focus: bool) -> Line:
    """Return the line of a field that has a text, or may get one; of a long text the part around the cursor."""
    said = f"{held.note}   {held.end}" if held.note and held.end else held.note or held.end
    asking, _ = field_line(prompt, "")
    room = max(1, width - cells(asking.text) - cells(said) - 4)
    first, last = _seen(held.text, held.at, room)
    if held.is_selected and has_focus:
        words: tuple[Run, ...] = (Run(held.text[first:last], Role.HIT),)
    else:
        cursor = Run(look.say("▏") if has_focus else "", Role.ACCENT)
        before, behind = held.text[first : held.at], held.text[held.at : last]
        words = (Run(before, Role.STRONG), cursor, Run(behind, Role.STRONG))
    return spread_line((asking, *words), (Run(f"{said} ", Role.META),), width, look.signs.ellipsis)


def left_of(before: str) -> int:
    """Return the offset of the last character of a text, with the signs that stand over it."""
    at = max(0, len(before) - 1)
    while at > 0 and not cells(before[at]):
        at -= 1
    return at


def _seen(text: str, at: int, room: int) -> tuple[int, int]:
    """Return the part of a text that is visible in so many cells: around the cursor, a quarter of it behind that."""
    if cells(text) <= room:
        return 0, len(text)
    behind = min(cells(text[at:]), room // 4)
    first, left = at, room - behind
    while first > 0 and (width := cells(text[first - 1])) <= left:
        first, left = first - 1, left - width
    last, left = at, left + behind
    while last < len(text) and (width := cells(text[last])) <= left:
        last, left = last + 1, left - width
    return first, last
