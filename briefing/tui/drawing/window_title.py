"""The title of the terminal's window: which brief is open. Pure."""

from __future__ import annotations

from briefing.base.safe_text import one_line, visible
from briefing.format.model import Brief
from briefing.library.entries import Entry

_LONGEST = 120
"""Characters of a title; window lists cut long ones anyway."""


def window_title(entry: Entry, brief: Brief | None) -> str:
    """Return the title, as safe text. The marking comes first, where nothing cuts it."""
    if brief is None:
        return f"{visible(entry.id)[:_LONGEST]} - briefing"
    marking = f"{brief.marking} " if brief.marking else ""
    return f"{marking}{one_line(brief.title)[:_LONGEST]} - briefing"
