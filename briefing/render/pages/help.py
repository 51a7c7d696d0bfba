"""The help page: which key does what, and what the signs of claims mean."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.frozen import frozen
from briefing.evidence import Support
from briefing.evidence.classes import CLASSES, MEANING
from briefing.render.lines import Role, Run, Sheet
from briefing.render.parts.verdict_marks import sign_text
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells

_DRAFTED = "before one of these: a program drafted the claim, and no person has confirmed it"


@frozen
class KeyGroup:
    """Keys that belong together."""

    title: str
    keys: tuple[tuple[str, str], ...]
    """Keys as a person would write them, with what they do: ("j", "next line"). Or signs, with what they mean."""
    note: str = ""
    """A text below the keys."""


def class_group(look: Look) -> KeyGroup:
    """Return the signs of the classes of claims, and what "verified" does and does not mean."""
    signs = (
        *((sign_text(shown, look), shown.meaning) for shown in CLASSES.values()),
        (look.signs.unreviewed, _DRAFTED),
    )
    return KeyGroup("Signs of claims", signs, f"{sign_text(CLASSES[Support.VERIFIED], look)} means that {MEANING}")


def help_page(groups: Sequence[KeyGroup], width: int, look: Look) -> Sheet:
    """Typeset the keys in groups; each key is right-aligned beside what it does."""
    builder = SheetBuilder(width, look)
    widest = max((cells(look.say(key)) for group in groups for key, _ in group.keys), default=0)
    column = min(widest, builder.measure // 3)
    for group in groups:
        builder.add_heading(group.title)
        for written, meaning in group.keys:
            key = look.say(written)
            indent = (Run(" " * (column + 2)),)
            if cells(key) <= column:
                free = " " * (column - cells(key))
                builder.add_paragraph((Run(meaning),), (Run(free), Run(key, Role.KEY), Run("  ")), indent)
            else:
                builder.add_paragraph((Run(key, Role.KEY),))
                builder.add_paragraph((Run(meaning),), indent, indent)
        if group.note:
            builder.add_gap()
            builder.add_text(group.note)
    return builder.sheet()
