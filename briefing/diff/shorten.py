"""Owns showing little of much: a name cut to a line, and of two long texts only the words that differ."""

from __future__ import annotations

ELLIPSIS = "…"
NAME = 72
"""Characters up to which the name of an item is shown whole."""
NAME_BESIDE = 40
"""The same of a source or a figure that is named beside an item."""
_LONG = 90
"""Characters from which a text is worth abridging."""
_CONTEXT = 4
"""Words shown on each side of those that differ."""
_ROOM = 40
"""Characters that these words may take."""
_WORTH = 0.7
"""Part of a text that an excerpt may take: with more of it, the whole is easier to read."""


def collapse_spaces(text: str) -> str:
    """Return a text with every stretch of white space as one space."""
    return " ".join(text.split())


def short_name(text: str, ellipsis: str = ELLIPSIS, most: int = NAME) -> str:
    """Return a text as the name of what it says: cut at a word if it is long, without the stop at its end."""
    line = collapse_spaces(text)
    if len(line) <= most:
        return line.rstrip(" .,;:") or line
    space = line.rfind(" ", most // 2, most)
    return f"{line[: space if space > 0 else most - 1].rstrip(' .,;:')}{ellipsis}"


def abridge(before: str, after: str, ellipsis: str = ELLIPSIS) -> tuple[str, str]:
    """Return two texts, whole where they are short or much of them differs; else where they differ, with context."""
    before, after = collapse_spaces(before), collapse_spaces(after)
    if max(len(before), len(after)) < _LONG:
        return before, after
    same = _shared(before, after)
    end = _shared(before[same:][::-1], after[same:][::-1])
    shorter = _cut(before, same, end, ellipsis), _cut(after, same, end, ellipsis)
    is_worth_it = all(len(cut) <= len(whole) * _WORTH for cut, whole in zip(shorter, (before, after), strict=True))
    return shorter if is_worth_it or max(map(len, shorter)) < _LONG else (before, after)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _cut(text: str, same: int, same_end: int, ellipsis: str) -> str:
    """Return what stands in a text between the two parts that are the same, with a few of their words around it."""
    first, last = _words_before(text, same), len(text) - _words_before(text[::-1], same_end)
    return f"{f'{ellipsis} ' if first else ''}{text[first:last].strip()}{f' {ellipsis}' if last < len(text) else ''}"


def _words_before(text: str, at: int) -> int:
    """Return where an excerpt begins whose first new character is at `at`: a few words before, or a few characters."""
    floor = max(0, at - _ROOM)
    for _ in range(_CONTEXT + 1):
        at = text.rfind(" ", floor, at)
        if at < 0:
            return floor
    return at + 1
