"""Shortens texts for display: a name to a line, and two long texts to the words that differ."""

from __future__ import annotations

ELLIPSIS = "…"
NAME = 72
"""Characters of the name of an item at most."""
NAME_BESIDE = 40
"""Characters of the name of a source or figure at most that is shown after that of an item."""
_LONG = 90
"""Characters: shorter texts are not abridged."""
_CONTEXT = 4
"""Words shown on each side of those that differ."""
_ROOM = 40
"""Characters of these words at most."""
_WORTH = 0.7
"""Length of an excerpt relative to the text at most; if it were longer, the whole text is shown."""


def collapse_spaces(text: str) -> str:
    """Return a text with each run of white space as one space."""
    return " ".join(text.split())


def shorten_name(text: str, ellipsis: str = ELLIPSIS, most: int = NAME) -> str:
    """Return a text as a name: without the full stop, and cut after a word if it is longer than `most` characters."""
    line = collapse_spaces(text)
    if len(line) <= most:
        return line.rstrip(" .,;:") or line
    space = line.rfind(" ", most // 2, most)
    return f"{line[: space if space > 0 else most - 1].rstrip(' .,;:')}{ellipsis}"


def abridge(before: str, after: str, ellipsis: str = ELLIPSIS) -> tuple[str, str]:
    """Return excerpts of two texts where they differ, with context; whole if short or if much differs."""
    before, after = collapse_spaces(before), collapse_spaces(after)
    if max(len(before), len(after)) < _LONG:
        return before, after
    same = _shared(before, after)
    end = _shared(before[same:][::-1], after[same:][::-1])
    shorter = _cut(before, same, end, ellipsis), _cut(after, same, end, ellipsis)
    is_worth_it = all(len(cut) <= len(whole) * _WORTH for cut, whole in zip(shorter, (before, after), strict=True))
    return shorter if is_worth_it or max(map(len, shorter)) < _LONG else (before, after)


def _shared(one: str, other: str) -> int:
    """Return the length of the common beginning of two texts, in characters."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _cut(text: str, same: int, same_end: int, ellipsis: str) -> str:
    """Return the text between a common beginning and a common end of these lengths, with some words of context."""
    first, last = _words_before(text, same), len(text) - _words_before(text[::-1], same_end)
    return f"{f'{ellipsis} ' if first else ''}{text[first:last].strip()}{f' {ellipsis}' if last < len(text) else ''}"


def _words_before(text: str, at: int) -> int:
    """Return the offset of the first word of the context before `at`."""
    floor = max(0, at - _ROOM)
    for _ in range(_CONTEXT + 1):
        at = text.rfind(" ", floor, at)
        if at < 0:
            return floor
    return at + 1
