"""Numbers of things in words."""

from __future__ import annotations


def counted(number: int, one: str) -> str:
    """Return a number of things: "1 brief", "2,007 briefs"."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"
