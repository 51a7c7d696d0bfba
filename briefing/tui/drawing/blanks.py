"""Blanks have no ink: they take the style of what stands beside them, as each change of style costs 18 bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.base.static_types import TypeVar

_Style = TypeVar("_Style")


def with_fewer_styles(
    parts: Iterable[tuple[str, _Style]], looks_alike: Callable[[_Style, _Style], bool]
) -> list[tuple[str, _Style]]:
    """Return the texts of a row with their styles, in which neighbours of one style are one text.

    `looks_alike` tells whether blanks look the same in both styles.
    """
    found: list[tuple[str, _Style]] = []
    for text, style in parts:
        if not text:
            continue
        if found:
            before, last = found[-1]
            if style == last or (looks_alike(style, last) and (text.isspace() or before.isspace())):
                found[-1] = (before + text, style if before.isspace() else last)
                continue
        found.append((text, style))
    return found
