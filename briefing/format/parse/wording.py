"""Owns how a problem quotes the file."""

from __future__ import annotations

from briefing.base.safe_text import safe_line

_QUOTED = 60
"""Characters of the file that a sentence repeats at most."""


def quoted(text: str) -> str:
    """Return a text of the file for a sentence: one safe line in quote marks, cut where it is long."""
    start = text[: _QUOTED + 1]
    return f"“{safe_line(start if len(start) <= _QUOTED else start[:_QUOTED] + '…')}”"
