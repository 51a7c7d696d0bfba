"""The page of what a program printed that was given a text."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.base.safe_text import safe_lines
from briefing.render.lines import Role, Run, Sheet
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, drawn

_TAB = 8
"""Columns between two tab stops."""


def piped_page(out: str, errors: str, ending: str, width: int, look: Look) -> Sheet:
    """Typeset what a program printed, and on its standard error; `ending` says what it was given and how it ended.

    Its lines stay as they are; a longer one goes on in the next. Its control characters are made safe.
    """
    page = SheetBuilder(width, look)
    page.add_text(look.say(ending), Role.META)
    page.add_gap()
    if out.strip():
        _add(page, out, Role.BODY)
    else:
        page.add_text("It printed nothing.", Role.META)
    if errors.strip():
        page.add_heading("On its standard error")
        _add(page, errors, Role.ERROR)
    return page.sheet()


def _add(page: SheetBuilder, text: str, role: Role) -> None:
    for line in safe_lines(text.replace("\r\n", "\n")).rstrip("\n").split("\n"):
        for part in _parts(drawn(line.expandtabs(_TAB)), page.width):
            page.add_line(Run(part, role))


def _parts(text: str, width: int) -> Iterator[str]:
    """Yield a text in parts of at most `width` cells; an empty one as it is."""
    start = used = 0
    for index, character in enumerate(text):
        taken = cells(character)
        if used + taken > width and index > start:
            yield text[start:index]
            start, used = index, 0
        used += taken
    yield text[start:]
