"""Owns contrast: whether a colour can be read on its grounds, and the nearest one that can."""

from __future__ import annotations

from collections.abc import Sequence

from textual.color import BLACK, WHITE, Color

_STEPS = 20
_MIDDLE = 0.18
"""Luminance of a ground on which black and white are read equally well."""


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", from 0 to 1, as the Web Content Accessibility Guidelines 2.2 do."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """Return the contrast ratio of the same guidelines, from 1 to 21."""
    darker, lighter = sorted((luminance(colour), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, grounds: Sequence[str], least: float) -> str:
    """Return the colour, moved away from its grounds no further than the least contrast on each of them takes."""
    away = WHITE if luminance(grounds[0]) < _MIDDLE else BLACK
    for step in range(_STEPS):
        moved = Color.parse(colour).blend(away, step / _STEPS, alpha=1).hex6
        if all(contrast(moved, ground) >= least for ground in grounds):
            return moved
    return away.hex6
